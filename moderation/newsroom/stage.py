"""Lets the two weeks happen on a site: every comment through the real pipeline, at its own time."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from random import Random
from typing import Any

from moderation.api.wire import VerdictIn, submission_of
from moderation.appeals import appeal
from moderation.domain.appeal import Appeal, AppealState
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, decision_id
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.policy import Policy
from moderation.domain.review import DISPUTED, Ruling
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.keys import keyed_hash
from moderation.newsroom.desk import (
    AUDITED,
    READ_TWICE,
    AppealAct,
    ReportAct,
    RulingAct,
    acts,
    last_word,
    objection,
    second_look,
)
from moderation.newsroom.script import SEED, Line, script
from moderation.pipeline import moderate
from moderation.reports import report
from moderation.review import RulingRequest, rule_on_comment, rule_on_review
from moderation.service import Service

#: What a rejection rests on where no rule had seen it.
CLAUSE_BY_SORT = {
    "hate": "hate",
    "coded": "hate",
    "threat": "threats",
    "private": "privacy",
    "spam": "spam",
    "raid": "spam",
    "profanity": "profanity",
}

#: What an author reads of an appeal, beside the outcome.
ANSWERS = {
    Ruling.APPROVE: "You are right: read with the comment above it, this is about the argument. It is published.",
    Ruling.REJECT: "A second person read it with the thread, and it stands: it is about a reader, not a point.",
}

Act = Line | RulingAct | ReportAct | AppealAct


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
    #: The policy as it draws for the audit or not, and for a second look or not.
    _drawing: dict[tuple[bool, bool], Policy] = field(default_factory=dict)

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

    def writers_page(self) -> str | None:
        """Return the address of the page of a writer whose comment was rejected."""
        with self.service.storage.read(self.site) as transaction:
            decided = transaction.decisions.feed(after=0, limit=5_000)
        rejected = [d for d in decided if d.outcome is Outcome.BLOCK and d.clause == "attacks"]
        return self.service.writer_url(rejected[-1]) if rejected else None

    def play(self) -> Iterator[Line]:
        """Let everything happen in the order of time; yields each comment once it is judged."""
        order = count()
        waiting: list[tuple[datetime, int, Act]] = [(line.at, next(order), line) for line in self.lines]
        heapq.heapify(waiting)
        while waiting:
            at, _, act = heapq.heappop(waiting)
            if at >= self.until:
                continue
            later: Iterable[Act] = ()
            if isinstance(act, RulingAct):
                later = self._rule(act)
            elif isinstance(act, AppealAct):
                later = self._appeal(act)
            elif isinstance(act, ReportAct):
                self._report(act)
            else:
                later = self._judge(act)
                yield act
            for each in later:
                heapq.heappush(waiting, (each.at, next(order), each))

    def _judge(self, line: Line) -> list[Act]:
        service = self.service
        body = VerdictIn.model_validate(_body(line))
        submission = submission_of(body, site=self.site, secret=service.secret, new_id="")
        with service.storage.read(self.site) as transaction:
            if transaction.decisions.revisions([submission.comment.id]):
                self._known.add(line.id)
        [decision] = moderate(
            [submission],
            policy=self._policy_for(line),
            scorer=service.scorer,
            fallback=service.fallback,
            languages=service.languages,
            storage=service.storage,
            at=line.at,
        )
        assert isinstance(decision, Decision), "a comment without a key cannot reuse one"
        self.outcomes[line.id] = decision
        later: list[Act] = list(acts(line, decision.outcome, is_drawn=decision.is_drawn, until=self.until))
        return later + (self._objections(line, decision) if decision.outcome is Outcome.BLOCK else [])

    def _rule(self, act: RulingAct) -> list[Act]:
        id = _id(act.line)
        with self.service.storage.read(self.site) as transaction:
            past, waiting = transaction.decisions.of_comment(id), transaction.reviews.open_for(id)
            opinions = transaction.desk.opinions(id)
        known = {decision_id(self.site, id, revision=1, at=act.at)} & {decision.id for decision in past}
        if known or any(opinion.at == act.at for opinion in opinions):
            return self._looks(act.line)
        if act.judge.name in (waiting.not_for if waiting else ()):
            return []
        if any(appeal.contested_by == act.judge.name for appeal in self._appeals(id)):
            return []
        request, storage, policy = self._request(act, past), self.service.storage, self._policy_for(act.line)
        if waiting is not None and waiting.is_second:
            rule_on_review(storage, request, site=self.site, id=waiting.id, policy=policy, at=act.at)
            return self._looks(act.line)
        decision = rule_on_comment(storage, request, site=self.site, id=id, policy=policy, at=act.at)
        made = self._objections(act.line, decision) if act.ruling is Ruling.REJECT else []
        return made + self._looks(act.line)

    def _policy_for(self, line: Line) -> Policy:
        """Return the policy with the lot of a comment, which is the same each time, whatever the site draws."""
        chance = Random(f"{SEED} lots {line.id}")  # noqa: S311 — a play, not a secret
        lots = chance.random() < AUDITED, chance.random() < READ_TWICE
        settings = replace(self.policy.settings, audit_share=float(lots[0]), second_share=float(lots[1]))
        return self._drawing.setdefault(lots, replace(self.policy, settings=settings))

    def _request(self, act: RulingAct, past: list[Decision]) -> RulingRequest:
        clause = None
        if act.ruling is Ruling.REJECT:
            seen = next((decision.clause for decision in past if decision.clause), None)
            clause = seen or CLAUSE_BY_SORT.get(act.line.sort, "attacks")
            clause = clause if clause in self.policy.clauses else next(iter(self.policy.clauses), None)
        return RulingRequest(
            ruling=act.ruling, moderator=act.judge.name, clause=clause, note=act.note, answer=ANSWERS[act.ruling]
        )

    def _looks(self, line: Line) -> list[Act]:
        """Return the look at a ruling that chance drew, and the editor's word where two disagree."""
        with self.service.storage.read(self.site) as transaction:
            waiting, opinions = transaction.reviews.open_for(_id(line)), transaction.desk.opinions(_id(line))
        made: RulingAct | None = None
        if waiting is not None and waiting.is_second:
            made = second_look(line, first_by=waiting.not_for[0], ruled_at=waiting.opened_at, until=self.until)
        elif waiting is not None and waiting.queue == DISPUTED:
            made = last_word(line, disputed_at=opinions[-1].at, until=self.until)
        return [made] if made else []

    def _objections(self, line: Line, rejection: Decision) -> list[Act]:
        made = objection(line, rejected_at=rejection.at, by=rejection.by, until=self.until)
        return [] if made is None else [made]

    def _appeal(self, act: AppealAct) -> list[Act]:
        with suppress(Conflict):  # somebody else looked meanwhile, or it was contested in the run before
            appeal(self.service.storage, site=self.site, id=_id(act.line), words=act.words, at=act.at)
        return [act.decided] if act.decided and self._appeals(_id(act.line)) else []

    def _appeals(self, id: CommentId) -> list[Appeal]:
        with self.service.storage.read(self.site) as transaction:
            return [each for each in transaction.appeals.of_comment(id) if each.state is AppealState.OPEN]

    def _report(self, act: ReportAct) -> None:
        with self.service.storage.read(self.site) as transaction:
            is_read = transaction.decisions.comment(_id(act.line)).outcome is Outcome.ALLOW
        if act.line.id in self._known or not is_read:  # nobody reports what nobody can read
            return
        report(
            self.service.storage,
            site=self.site,
            id=_id(act.line),
            reporter=keyed_hash(act.reporter, site=self.site, secret=self.service.secret),
            reason=act.reason,
            policy=self.policy,
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
