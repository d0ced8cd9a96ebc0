"""`moderation demo`: an article and its thread, written for this project, through the real pipeline."""

from datetime import datetime
from pathlib import Path
from typing import Any

import typer
from pydantic_core import from_json

from moderation.api.wire import VerdictIn, submission_of
from moderation.cli.console import printable, settings_of, show, table_of
from moderation.cli.opened import SiteOption
from moderation.cli.serve import base_url, greeting
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.policy import Policy
from moderation.domain.review import Ruling
from moderation.domain.site import Reviews
from moderation.domain.standing import Sanctioned, Standing
from moderation.keys import keyed_hash
from moderation.pipeline import moderate
from moderation.reports import report
from moderation.review import RulingRequest, rule_on_comment
from moderation.service import Service
from moderation.settings import Settings
from moderation.standing import set_standing, standing
from moderation.wiring import build, open_database, prepare

THREAD = Path(__file__).with_name("demo.json")

#: Who rules in the sample, and how long the model may take for a comment.
MODERATOR, PATIENCE_MS = "demo", 60_000


def demo(site: SiteOption = "default") -> None:
    """Fill the database with a sample article and its thread, and show where to look.

    It may be run again: what is there stays as it is.
    """
    settings = settings_of(deadline_ms=PATIENCE_MS)
    engine = open_database(settings)
    first = prepare(settings, engine)
    engine.dispose()
    for line in greeting(settings, first) if first else ():
        typer.echo(line)
    filled = Demo(build(settings), SiteId(site))
    filled.fill(from_json(THREAD.read_bytes()))
    filled.show()
    for line in where_to_look(settings):
        typer.echo(line)


class Demo:
    """One site that is being filled."""

    def __init__(self, service: Service, site: SiteId) -> None:
        """Fill a site that exists."""
        self._service, self._site = service, site
        self._policy: Policy = service.policy(service.sites.get(site))
        self._shown = table_of("comment", "author", "verdict", "rules", "text")

    def fill(self, thread: dict[str, Any]) -> None:
        """Let comments, rulings, reports and standings happen in the order of the thread."""
        texts = {comment["id"]: comment["text"] for comment in thread["comments"]}
        for comment in thread["comments"]:
            self._comment(comment, thread["article"], texts)
            for each in _after(comment, thread["rulings"]):
                self._rule(each)
            for each in _after(comment, thread["reports"]):
                self._report(each)
            for each in _after(comment, thread["standings"]):
                self._sanction(each)

    def show(self) -> None:
        """Write what became of the comments."""
        show(self._shown)

    def _comment(self, comment: dict[str, Any], article: dict[str, Any], texts: dict[str, str]) -> None:
        sent: dict[str, Any] = {name: comment[name] for name in ("id", "text", "kind", "url") if name in comment}
        if "parent" in comment:
            sent["parent"] = {"id": comment["parent"], "text": texts[comment["parent"]]}
        body = VerdictIn.model_validate({"comment": sent, "author": comment.get("author"), "article": article})
        submission = submission_of(body, site=self._site, secret=self._service.secret, new_id="")
        [decision] = moderate(
            [submission],
            policy=self._policy,
            scorer=self._service.scorer,
            languages=self._service.languages,
            storage=self._service.storage,
            at=self._now(),
        )
        assert isinstance(decision, Decision), "a comment without a key cannot reuse one"
        rules = ", ".join(match.rule for match in decision.verdict.matches) if decision.verdict else ""
        name = comment.get("author", {}).get("name", "")
        self._shown.add_row(sent["id"], name, decision.outcome.value, rules, printable(sent["text"])[:70])

    def _rule(self, ruling: dict[str, Any]) -> None:
        id = CommentId(ruling["comment"])
        with self._service.storage.read(self._site) as transaction:
            past = transaction.decisions.of_comment(id)
        if any(decision.source is Source.MODERATOR for decision in past):
            return
        is_rejection = ruling["ruling"] == Ruling.REJECT
        clause = next(
            (decision.clause for decision in past if decision.clause), next(iter(self._policy.clauses), None)
        )
        request = RulingRequest(
            ruling=Ruling(ruling["ruling"]),
            moderator=MODERATOR,
            clause=clause if is_rejection else None,
            note=ruling["note"],
        )
        rule_on_comment(
            self._service.storage, request, site=self._site, id=id, policy=self._policy, at=self._now()
        )

    def _report(self, notice: dict[str, Any]) -> None:
        report(
            self._service.storage,
            site=self._site,
            id=CommentId(notice["comment"]),
            reporter=keyed_hash(notice["reporter"], site=self._site, secret=self._service.secret),
            reason=notice["reason"],
            reviews=Reviews.HERE,
            at=self._now(),
        )

    def _sanction(self, wanted: dict[str, Any]) -> None:
        storage, key = self._service.storage, wanted["author"]
        known = standing(storage, site=self._site, key=key, policy=self._policy, at=self._now())
        if known.is_set:
            return
        sanctioned = Sanctioned(
            standing=Standing(wanted["standing"]), strikes=0, until=None, reason=wanted["reason"]
        )
        set_standing(storage, site=self._site, key=key, sanctioned=sanctioned, by=MODERATOR, at=self._now())

    def _now(self) -> datetime:
        return self._service.clock.now()


def where_to_look(settings: Settings) -> list[str]:
    """Return lines for a shell that show what was filled in."""
    base = base_url(settings)
    shown = 'curl -s -H "Authorization: Bearer $KEY"'
    return [
        "",
        "Where to look, with `moderation serve` running and KEY set to an API key:",
        f"  the queue, most urgent first   {shown} {base}/v1/reviews",
        f"  one comment with its decisions {shown} {base}/v1/comments/demo-3",
        f"  an author's standing           {shown} {base}/v1/authors/rex/standing",
        f"  everything that was decided    {shown} '{base}/v1/decisions?after=0'",
        f"  the whole API                  {base}/docs",
    ]


def _after(comment: dict[str, Any], events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event for event in events if event["after"] == comment["id"]]
