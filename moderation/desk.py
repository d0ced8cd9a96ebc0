"""The desk: what to look at next, and all that is known about one comment."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from moderation.domain.appeal import Appeal
from moderation.domain.batch import MOST, BatchState
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.desk import AuthorPast, CommentQuery, Note, Shares
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.insights.opinion import Opinion
from moderation.domain.outcome import Report
from moderation.domain.policy import Policy
from moderation.domain.premoderation import Premoderation
from moderation.domain.record import StoredComment
from moderation.domain.review import Review, ReviewId, ReviewQuery, place_of
from moderation.domain.standing import Sanctioned, Step, Strike, standing_of
from moderation.domain.verdict import Outcome
from moderation.ports import Storage, Transaction
from moderation.standing import AuthorStanding, standing_within

#: How many of an author's, an article's and the newsroom's past comments are shown.
SHOWN = 6

#: How many of the latest rulings on a clause the newsroom's share of rejections is told from.
WEIGHED = 200

#: Longest note, in characters.
LONGEST_NOTE = 2_000

#: What an author wrote since then is told apart from all that they ever wrote.
LATELY = timedelta(days=90)

_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What a rejection would mean for the author."""

    #: Strikes that it adds, and how many are live before.
    adds: int
    live: int
    #: The standing that follows at once.
    then: Sanctioned
    #: The next step of the ladder that is not reached yet; `None` at its end.
    next: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that is known about one comment."""

    comment: StoredComment
    #: The review that is not closed.
    review: Review | None
    #: Oldest first.
    decisions: tuple[Decision, ...]
    author: AuthorStanding | None
    #: What they wrote lately, and who is easily taken for them; `None` where the author is.
    author_past: AuthorPast | None
    consequence: Consequence | None
    #: Other comments of the author, and under the article, newest first.
    recent: tuple[StoredComment, ...]
    thread: tuple[StoredComment, ...]
    #: What waited on the same clause and was decided, with the shares.
    precedents: tuple[StoredComment, ...]
    shares: Shares
    #: Others that wait with the same text, as many as are decided at once with this one.
    copies: tuple[Review, ...]
    reports: tuple[Report, ...]
    #: How people decided on what these readers reported besides it.
    reported_before: Shares
    notes: tuple[Note, ...]
    #: What the author contests, until somebody decides.
    appeal: Appeal | None = None
    #: What second moderators concluded about rulings, oldest first.
    opinions: tuple[Opinion, ...] = ()
    #: For how long every comment under the article waits, even where somebody ended that.
    premoderation: Premoderation | None = None
    #: The reviews that are not closed of other comments that are shown.
    waiting: Mapping[CommentId, Review] = field(default_factory=dict)

    @property
    def verdict(self) -> Decision | None:
        """The latest decision that the policy made."""
        return next((each for each in reversed(self.decisions) if each.verdict is not None), None)

    @property
    def approval(self) -> Decision | None:
        """What a person approved and readers reported again, so that it waits although it stands."""
        latest = self.decisions[-1]
        is_approval = latest.outcome is Outcome.ALLOW and latest.source in (Source.MODERATOR, Source.SITE)
        return latest if is_approval and self.review and self.review.report_count else None


def case(storage: Storage, *, site: SiteId, id: CommentId, policy: Policy, at: datetime) -> Case:
    """Gather what a moderator should know before ruling.

    Raises:
        NotFound: if the site has no such comment.
    """
    with storage.read(site) as transaction:
        return _case(transaction, transaction.decisions.comment(id), policy, at=at)


def upcoming(
    storage: Storage,
    query: ReviewQuery,
    *,
    site: SiteId,
    moderator: str,
    but: Collection[str] = (),
    is_alone: bool = False,
    at: datetime,
) -> list[Review]:
    """Return the next reviews that nobody else holds, in the order of the query; `but` are passed over.

    Nobody is given a ruling of their own to look at again, unless they are alone and it is an appeal.
    """
    found: list[Review] = []
    wanted, page = query.limit, replace(query, limit=_PAGE)
    with storage.read(site) as transaction:
        but = {*but, *_in_batches(transaction, at)}
        while len(found) < wanted:
            some = [review for review, _ in transaction.reviews.page(page)]
            found += [
                each for each in some if each.id not in but and _is_for(moderator, each, at, is_alone=is_alone)
            ]
            if len(some) < _PAGE:
                break
            page = replace(page, after=place_of(some[-1], query.order))
    return found[:wanted]


def write_note(storage: Storage, *, site: SiteId, id: CommentId, by: str, text: str, at: datetime) -> Note:
    """Keep a note about a comment.

    Raises:
        NotFound: if the site has no such comment.
        Invalid: if the note is empty or too long.
    """
    text = text.strip()
    if not 0 < len(text) <= LONGEST_NOTE:
        raise Invalid(f"A note has 1 to {LONGEST_NOTE} characters.")
    note = Note(site=site, comment_id=id, by=by, text=text, at=at)
    with storage.write(site) as transaction:
        transaction.decisions.comment(id)
        transaction.desk.add_note(note)
    return note


def _case(transaction: Transaction, comment: StoredComment, policy: Policy, *, at: datetime) -> Case:
    desk, review = transaction.desk, transaction.reviews.open_for(comment.id)
    decisions = transaction.decisions.of_comment(comment.id)
    clause = suggested_clause(policy, decisions, review)
    author = _author(transaction, comment, policy, at=at)
    vouched = author is not None and author.author.verified
    past = desk.author_past(comment, is_verified=vouched, since=at - LATELY) if author else None
    by_author = CommentQuery(author_key=comment.author_key, limit=SHOWN + 1)
    under_article = CommentQuery(article_key=comment.article_key, limit=SHOWN + 1)
    recent = _others(transaction, comment, by_author) if comment.author_key else ()
    thread = _others(transaction, comment, under_article) if comment.article_key else ()
    reports = tuple(desk.reports(comment.id))
    article = comment.article_key
    precedents = tuple(e for e in desk.precedents(clause, limit=SHOWN) if e.id != comment.id) if clause else ()
    return Case(
        comment=comment,
        review=review,
        decisions=tuple(decisions),
        author=author,
        author_past=past,
        consequence=_consequence(transaction, comment, policy, clause, decisions, at=at) if author else None,
        recent=recent,
        thread=thread,
        precedents=precedents,
        shares=desk.shares(clause, limit=WEIGHED) if clause else Shares(approved=0, rejected=0),
        copies=tuple(desk.copies(comment.id)[: MOST - 1]),
        reports=reports,
        reported_before=desk.reported_before(comment.id) if reports else Shares(approved=0, rejected=0),
        notes=tuple(desk.notes(comment.id)),
        appeal=transaction.appeals.open_for(comment.id),
        opinions=tuple(desk.opinions(comment.id)),
        premoderation=transaction.articles.premoderation(article, at=at) if article else None,
        waiting=transaction.reviews.open_for_all([each.id for each in (*recent, *thread, *precedents)]),
    )


def _in_batches(transaction: Transaction, at: datetime) -> Iterator[ReviewId]:
    """Return what waits for a second person to confirm, and is not to be read anew meanwhile."""
    waiting = transaction.desk.batches(states=(BatchState.WAITING,), limit=_PAGE)
    return (item.review for batch in waiting if batch.waits(at) for item in batch.items)


def _is_for(moderator: str, review: Review, at: datetime, *, is_alone: bool) -> bool:
    return review.holder(at) in (None, moderator) and review.is_for(moderator, is_alone=is_alone)


def suggested_clause(policy: Policy, decisions: list[Decision], review: Review | None) -> str | None:
    """Return the clause that a rejection would rest on: the latest decision's, else the review's."""
    named = [each.clause for each in reversed(decisions)] + [review.clause if review else None]
    return next((clause for clause in named if clause in policy.clauses), None)


def _others(transaction: Transaction, comment: StoredComment, query: CommentQuery) -> tuple[StoredComment, ...]:
    return tuple(each for each in transaction.desk.search(query) if each.id != comment.id)[:SHOWN]


def _author(
    transaction: Transaction, comment: StoredComment, policy: Policy, *, at: datetime
) -> AuthorStanding | None:
    if comment.author_key is None:
        return None
    try:
        return standing_within(transaction, comment.author_key, policy=policy, at=at)
    except NotFound:
        return None


def _consequence(
    transaction: Transaction,
    comment: StoredComment,
    policy: Policy,
    clause: str | None,
    decisions: list[Decision],
    *,
    at: datetime,
) -> Consequence | None:
    if clause is None or comment.author_key is None:
        return None
    matches = [m for d in decisions if d.verdict for m in d.verdict.matches if m.clause == clause]
    adds = max((match.strike for match in matches), default=1)
    verified = comment.author_verified
    strikes = transaction.authors.strikes(comment.author_key, is_verified=verified)
    live = standing_of(strikes, policy.ladder, is_verified=verified, at=at).strikes
    more = [*strikes, Strike(clause=clause, weight=adds, at=at)] if adds else strikes
    then = standing_of(more, policy.ladder, is_verified=verified, at=at)
    ahead = next((step for step in policy.ladder.steps if step.at > live + adds), None)
    return Consequence(adds=adds, live=live, then=then, next=ahead)
