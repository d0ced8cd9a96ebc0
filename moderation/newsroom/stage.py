"""Lets the two weeks happen on a site: every comment through the real pipeline, at its own time."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from moderation.api.wire import VerdictIn, submission_of
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, decision_id
from moderation.domain.errors import NotFound
from moderation.domain.policy import Policy
from moderation.domain.review import Ruling
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.keys import keyed_hash
from moderation.newsroom.desk import ReportAct, RulingAct, acts
from moderation.newsroom.script import Line, script
from moderation.pipeline import moderate
from moderation.reports import report
from moderation.review import RulingRequest, rule_on_comment
from moderation.service import Service

#: What a rejection rests on where no rule had seen it.
CLAUSE_BY_SORT = {
    "hate": "hate",
    "threat": "threats",
    "private": "privacy",
    "spam": "spam",
    "raid": "spam",
    "profanity": "profanity",
}

Act = Line | RulingAct | ReportAct


@dataclass(slots=True, kw_only=True)
class Stage:
    """One site, and how far the two weeks have come on it."""

    service: Service
    site: SiteId
    policy: Policy
    lines: list[Line]
    until: datetime
    #: The first verdict on each comment.
    outcomes: dict[str, Decision] = field(default_factory=dict)
    #: Whether a comment was there before: then readers have reported it already.
    _known: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, service: Service, site: SiteId) -> "Stage":
        """Set the stage: a run that was cut off goes on at the times that it had begun with."""
        now = service.clock.now()
        lines = script(until=now)
        with service.storage.read(site) as transaction:
            try:
                began = transaction.decisions.comment(_id(lines[0])).received_at
            except NotFound:
                began = lines[0].at
        now += began - lines[0].at
        policy = service.policy(service.sites.get(site))
        return cls(service=service, site=site, policy=policy, lines=script(until=now), until=now)

    def is_filled(self) -> bool:
        """Whether the last comment of the two weeks is there."""
        with self.service.storage.read(self.site) as transaction:
            return bool(transaction.decisions.revisions([_id(self.lines[-1])]))

    def play(self) -> Iterator[Line]:
        """Let everything happen in the order of time; yields each comment once it is judged."""
        order = count()
        waiting: list[tuple[datetime, int, Act]] = [(line.at, next(order), line) for line in self.lines]
        heapq.heapify(waiting)
        while waiting:
            at, _, act = heapq.heappop(waiting)
            if at >= self.until:
                continue
            if isinstance(act, RulingAct):
                self._rule(act)
            elif isinstance(act, ReportAct):
                self._report(act)
            else:
                outcome = self._judge(act)
                for later in acts(act, outcome, until=self.until):
                    heapq.heappush(waiting, (later.at, next(order), later))
                yield act

    def _judge(self, line: Line) -> Outcome:
        service = self.service
        body = VerdictIn.model_validate(_body(line))
        submission = submission_of(body, site=self.site, secret=service.secret, new_id="")
        with service.storage.read(self.site) as transaction:
            if transaction.decisions.revisions([submission.comment.id]):
                self._known.add(line.id)
        [decision] = moderate(
            [submission],
            policy=self.policy,
            scorer=service.scorer,
            fallback=service.fallback,
            languages=service.languages,
            storage=service.storage,
            at=line.at,
        )
        assert isinstance(decision, Decision), "a comment without a key cannot reuse one"
        self.outcomes[line.id] = decision
        return decision.outcome

    def _rule(self, act: RulingAct) -> None:
        id = _id(act.line)
        with self.service.storage.read(self.site) as transaction:
            past = transaction.decisions.of_comment(id)
        if any(decision.id == decision_id(self.site, id, revision=1, at=act.at) for decision in past):
            return
        clause = None
        if act.ruling is Ruling.REJECT:
            seen = next((decision.clause for decision in past if decision.clause), None)
            clause = seen or CLAUSE_BY_SORT.get(act.line.sort, "attacks")
            clause = clause if clause in self.policy.clauses else next(iter(self.policy.clauses), None)
        request = RulingRequest(ruling=act.ruling, moderator=act.judge.name, clause=clause, note=act.note)
        rule_on_comment(self.service.storage, request, site=self.site, id=id, policy=self.policy, at=act.at)

    def _report(self, act: ReportAct) -> None:
        if act.line.id in self._known:
            return
        report(
            self.service.storage,
            site=self.site,
            id=_id(act.line),
            reporter=keyed_hash(act.reporter, site=self.site, secret=self.service.secret),
            reason=act.reason,
            reviews=Reviews.HERE,
            at=act.at,
        )


def _id(line: Line) -> CommentId:
    return CommentId(line.id)


def _body(line: Line) -> dict[str, Any]:
    piece, reader, parent = line.piece, line.reader, line.parent
    url = f"https://courier.example/{piece.id}"
    comment: dict[str, Any] = {"id": line.id, "text": line.text, "created_at": line.at, "url": f"{url}#{line.id}"}
    if parent is not None:
        comment |= {
            "kind": "reply",
            "parent": {"id": parent.id, "text": parent.text, "author": parent.reader.name},
        }
    article = {
        "id": f"demo-{piece.id}", "url": url, "title": piece.title, "section": piece.section, "tags": piece.tags,
        "people": piece.people, "about": piece.about, "author": piece.author, "text": piece.text,
    }  # fmt: skip
    author = {"id": reader.id, "name": reader.name, "verified": reader.is_verified}
    return {"comment": comment, "author": author, "article": article}
