"""Takes back what one rule did since a moment, or undoes that: one act, told before, audited, safe to repeat."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce

from moderation.domain.backtesting.past_verdict import PastVerdict, VerdictQuery
from moderation.domain.backtesting.taken_back import without
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source, decision_id
from moderation.domain.policy_version import PolicyAct
from moderation.domain.review import Review, ReviewId, close
from moderation.domain.site import Reviews
from moderation.domain.verdict import Mode, Outcome, Verdict
from moderation.ports import Storage, Transaction

#: Verdicts that are looked at in one transaction.
PAGE = 200
#: So many comments are named.
MOST_NAMED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """Somebody's order."""

    rule: str
    #: From when on; what the rule did before stands.
    since: datetime
    by: str
    why: str
    #: Whether to tell alone what would be done.
    is_dry: bool = False
    #: Whether to put back what was taken back before.
    is_undo: bool = False


@dataclass(slots=True, kw_only=True)
class Reversed:
    """What came of it so far."""

    looked_at: int = 0
    #: Verdicts in which the rule held live.
    held: int = 0
    #: Decisions that were replaced: `block → allow` and the like.
    replaced: Counter[str] = field(default_factory=Counter)
    #: The first comments whose decision was replaced.
    comments: list[CommentId] = field(default_factory=list)
    #: Other rules, or a signal that failed, carry the same outcome; or there was none to take back.
    carried: int = 0
    #: A person decided, and that stands.
    ruled: int = 0
    #: The comment was edited since, or judged again.
    overtaken: int = 0
    #: Taken back before; or, where that is undone, as the rule had it already.
    done_before: int = 0
    #: Reviews that were closed, and opened.
    closed: int = 0
    opened: int = 0
    #: Where to go on; `None` at the end.
    next: int | None = None


def reverse(
    storage: Storage,
    order: Reversal,
    *,
    site: SiteId,
    reviews: Reviews,
    at: datetime,
    after: int | None = None,
    most: int | None = None,
    page_size: int = PAGE,
) -> Iterator[Reversed]:
    """Replace the decisions that a rule carried by what the rest of the policy concludes; yields after each page.

    Where the order undoes that, what the rule did and was taken back stands again.
    Decisions are appended and go into the feed. What a person decided is left as it is.
    May be broken off and run again: what was replaced is not replaced twice.
    With `most`, stops after so many verdicts and names where to go on (`after`).
    The audit has when it began, what each part did that ended so, and when all was done; see `unfinished`.
    """
    query = VerdictQuery(since=order.since)
    with storage.read(site) as transaction:
        extent = transaction.verdicts.extent(query)
    total, position = Reversed(), extent.first - 1 if after is None else after
    what = "policy.restore" if order.is_undo else "policy.reverse"
    if after is None and not order.is_dry:
        _audit(storage, order, what, site=site, at=at)
    while True:
        opened = storage.read(site) if order.is_dry else storage.write(site)
        with opened as transaction:
            page = transaction.verdicts.page(query, after=position, upto=extent.last, limit=page_size)
            for past in page:
                _take_back(transaction, past, order, total, reviews=reviews, at=at)
        total.looked_at += len(page)
        position = page[-1].decision.position if page else position
        is_last = len(page) < page_size
        total.next = None if is_last else position
        is_over = is_last or (most is not None and total.looked_at >= most)
        if is_over and not order.is_dry:
            _audit(storage, order, f"{what}d" if is_last else f"{what}d_in_part", site=site, at=at, total=total)
        yield total
        if is_over:
            return


def unfinished(acts: Iterable[PolicyAct]) -> list[PolicyAct]:
    """Return the acts that began to take back what one rule did, or to put it back, and that did not end.

    `acts` are those about the rule, newest first, and so is what is returned.
    What ended later covers all that began at its moment or after it, whichever of the two it was.
    """
    ended: list[datetime] = []
    found = []
    for act in acts:
        if act.what in ("policy.reversed", "policy.restored"):
            ended.append(_since(act))
        elif act.what in ("policy.reverse", "policy.restore") and not any(each <= _since(act) for each in ended):
            found.append(act)
            ended.append(_since(act))
    return found


def _since(act: PolicyAct) -> datetime:
    return datetime.fromisoformat(act.detail["since"])


def _take_back(
    transaction: Transaction,
    past: PastVerdict,
    order: Reversal,
    total: Reversed,
    *,
    reviews: Reviews,
    at: datetime,
) -> None:
    if past.decision.source not in (Source.POLICY, Source.REJUDGED) or not _holds(past.decision, order.rule):
        return
    total.held += 1
    latest = transaction.decisions.of_comment(past.decision.comment_id)[-1]
    is_newest = latest.id == past.decision.id
    if past.ruling is not None or latest.source in (Source.MODERATOR, Source.SITE):
        total.ruled += 1
    elif not is_newest and (latest.source is not Source.REVERSED or latest.revision != past.decision.revision):
        total.overtaken += 1
    elif _holds(latest, order.rule) is order.is_undo:
        total.done_before += 1
    else:
        _decide(transaction, past, latest, order, total, reviews=reviews, at=at)


def _decide(
    transaction: Transaction,
    past: PastVerdict,
    latest: Decision,
    order: Reversal,
    total: Reversed,
    *,
    reviews: Reviews,
    at: datetime,
) -> None:
    """Let what follows with the rule, or without it, stand in place of the latest decision."""
    verdict = _concluded(past.decision, latest, order)
    if verdict.outcome is latest.outcome:
        total.carried += 1
        return
    total.replaced[f"{latest.outcome} → {verdict.outcome}"] += 1
    if len(total.comments) < MOST_NAMED:
        total.comments.append(latest.comment_id)
    if order.is_dry:
        return
    done = "Put back" if order.is_undo else "Taken back"
    made = replace(
        latest,
        id=decision_id(latest.site, latest.comment_id, revision=latest.revision, at=at),
        outcome=verdict.outcome,
        source=Source.REVERSED,
        at=at,
        position=0,
        verdict=verdict,
        by=order.by,
        clause=verdict.matches[0].clause if verdict.matches else None,
        note=f"{done} what rule '{order.rule}' did: {order.why}",
        review_id=None,
        review_queue=None,
    )
    if order.is_undo:
        transaction.authors.restore_strikes(comment=latest.comment_id, lifted_at=latest.at)
    _replace(transaction, made, total, section=_section(past), reviews=reviews, at=at)


def _concluded(first: Decision, latest: Decision, order: Reversal) -> Verdict:
    """Conclude without the rule; or with it, and without those others whose work is taken back still."""
    assert first.verdict is not None, "the rule held in it"
    assert latest.verdict is not None, "no person decided it"
    if not order.is_undo:
        return without(latest.verdict, order.rule)
    gone = _rules(first.verdict) - _rules(latest.verdict) - {order.rule}
    return reduce(without, sorted(gone), first.verdict)


def _replace(
    transaction: Transaction,
    made: Decision,
    total: Reversed,
    *,
    section: str | None,
    reviews: Reviews,
    at: datetime,
) -> None:
    """Append the decision; a review that nobody needs ends, one that somebody does begins."""
    waiting = transaction.reviews.open_for(made.comment_id)
    is_needed = made.outcome is Outcome.FLAG or transaction.appeals.open_for(made.comment_id) is not None
    if waiting is not None and not is_needed and not waiting.report_count:
        transaction.reviews.save(close(waiting, at=at), was=waiting)
        total.closed += 1
    if made.outcome is Outcome.FLAG and waiting is None and reviews is Reviews.HERE:
        assert made.verdict is not None, "a verdict was concluded again"
        waiting = Review(
            id=ReviewId("r" + made.id[1:]),
            site=made.site,
            comment_id=made.comment_id,
            revision=made.revision,
            queue=made.verdict.queue,
            priority=made.verdict.priority,
            opened_at=at,
            decision_id=made.id,
            clause=made.clause,
            language=made.language,
            section=section,
        )
        transaction.reviews.add(waiting)
        total.opened += 1
        made = replace(made, review_id=waiting.id, review_queue=waiting.queue)
    transaction.decisions.append(made)
    if made.outcome is Outcome.ALLOW:
        transaction.authors.lift_strikes(comment=made.comment_id, at=at)


def _holds(decision: Decision, rule: str) -> bool:
    return decision.verdict is not None and rule in _rules(decision.verdict)


def _rules(verdict: Verdict) -> set[str]:
    return {match.rule for match in verdict.matches if match.mode is Mode.LIVE}


def _section(past: PastVerdict) -> str | None:
    section = past.facts.get("article.section")
    return section if isinstance(section, str) else None


def _audit(
    storage: Storage, order: Reversal, what: str, *, site: SiteId, at: datetime, total: Reversed | None = None
) -> None:
    detail: dict[str, object] = {"rule": order.rule, "since": order.since.isoformat(), "why": order.why}
    if total is not None:
        counted = ("held", "carried", "ruled", "overtaken", "done_before", "closed", "opened")
        detail |= {name: getattr(total, name) for name in counted} | {"replaced": dict(total.replaced)}
    with storage.write(site) as transaction:
        transaction.audit(by=order.by, what=what, detail=detail, at=at)
