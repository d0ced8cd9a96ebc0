"""Keeps what a moderator ruled on as an example of a rule, in a draft of the policy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import Conflict
from moderation.domain.example import KeptExample
from moderation.domain.policy_version import PolicyVersion, live_of, tip_of
from moderation.domain.record import comment_of
from moderation.domain.site import PolicyFiles
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.publishing import Draft, Load, save

Kind = Literal["hit", "miss", "known_fp"]
#: Returns the same policy with one example more.
Keep = Callable[[PolicyFiles, KeptExample], PolicyFiles]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleOrder:
    """Which comment is to prove which rule."""

    comment: CommentId
    rule: str
    by: str
    #: What it is to prove; as the ruling has it where `None`.
    kind: Kind | None = None
    why: str | None = None


def keep_example(
    storage: Storage, order: ExampleOrder, *, site: SiteId, load: Load, keep: Keep, at: datetime
) -> PolicyVersion:
    """Save a draft of the policy with a comment's text as an example of a rule; nothing goes live.

    It is made from the newest draft, so that examples gather in one; from the live version where there is none.
    Rejected is a `hit`; approved is a `miss`, or, where the rule held, a `known_fp`.
    What the rule may rest on goes along: the name of whom it answers, the section, the scores by which it held.
    All this is part of the policy from then on, and stays when the comment is erased.

    Raises:
        NotFound: if the site has no such comment, or the policy no such rule.
        Conflict: if the text was erased, or nobody ruled and no kind is given.
        PolicyInvalid: if the rule may not have it, as one that blocks may accept no false positive.
        StaleVersion: if somebody else saved a draft at this moment.
    """
    with storage.read(site) as transaction:
        comment = transaction.decisions.comment(order.comment)
        past = transaction.decisions.of_comment(order.comment)
        known = transaction.policies.versions()
        base = tip_of(known) or live_of(known)
        files = transaction.policies.files(base.hash)
    if comment.text is None:
        raise Conflict("The text of this comment was erased; there is nothing left to keep.")
    kind = order.kind or _kind(past, order.rule)
    ruling = next((d for d in reversed(past) if d.source in (Source.MODERATOR, Source.SITE)), None)
    who = f"ruled by {ruling.by}" if ruling is not None and ruling.by else "kept"
    note = f"{who} on {(ruling.at if ruling else at):%Y-%m-%d}" + (f": {order.why}" if order.why else "")
    sent = comment_of(comment)
    kept = KeptExample(
        rule=order.rule,
        kind=kind,
        text=comment.text,
        note=note,
        reply_to=sent.parent.author if sent.parent else None,
        section=sent.article.section if sent.article else None,
        scores=_scores(past, order.rule),
    )
    changed = keep(files, kept)
    why = f"keeps a comment as {kind} of '{order.rule}'"
    draft = Draft(files=changed, base=base.hash, by=order.by, why=why)
    return save(storage, draft, site=site, load=load, at=at)


def _scores(past: list[Decision], rule: str) -> dict[str, float]:
    """Return the scores by which a rule held, if it did: without them the text alone would not prove it."""
    return {
        attribute: round(decision.scores[attribute], 4)
        for decision in past
        if decision.verdict
        for match in (*decision.verdict.matches, *decision.verdict.shadow)
        if match.rule == rule
        for attribute in match.attributes
        if attribute in decision.scores
    }


def _kind(past: list[Decision], rule: str) -> Kind:
    """Return what a comment proves by the latest ruling on it."""
    ruling = next((d for d in reversed(past) if d.source in (Source.MODERATOR, Source.SITE)), None)
    if ruling is None:
        raise Conflict("Nobody has ruled on this comment; say whether it is a hit, a miss or a known_fp.")
    if ruling.outcome is Outcome.BLOCK:
        return "hit"
    held = any(m.rule == rule for d in past if d.verdict for m in (*d.verdict.matches, *d.verdict.shadow))
    return "known_fp" if held else "miss"
