"""How the newsroom does: every figure of a period, gathered in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from moderation.domain.appeal import Appeal, AppealState
from moderation.domain.comment import SiteId
from moderation.domain.errors import NotFound
from moderation.domain.insights import figures_of_verdicts, figures_of_work
from moderation.domain.insights.cohort import Course, Kappa, cohort, error_of, kappa_of, read_twice
from moderation.domain.insights.decided import Waited
from moderation.domain.insights.figure import Figure, Headline, percent
from moderation.domain.insights.figures_of_work import closed_in, told
from moderation.domain.policy import Policy
from moderation.domain.record import StoredComment
from moderation.domain.standing import Standing
from moderation.ports import Storage, Transaction
from moderation.standing import sanctioned


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """What a lead wants to know of a period."""

    since: datetime
    until: datetime
    headlines: tuple[Headline, ...]
    figures: tuple[Figure, ...]

    def figure(self, id: str) -> Figure:
        """Return one figure.

        Raises:
            NotFound: if there is none of that name.
        """
        for figure in self.figures:
            if figure.id == id:
                return figure
        raise NotFound(f"There is no figure '{id}'.")


def insights(
    storage: Storage, *, site: SiteId, policy: Policy, since: datetime, until: datetime, at: datetime
) -> Insights:
    """Return every figure about the comments that were judged in a period, and what waits now."""
    with storage.read(site) as transaction:
        opinions = transaction.records.opinions(since=since)
        courses = cohort(transaction.records.decisions(since=since), opinions, since=since, until=until)
        reviews = transaction.records.reviews(since=since)
        appeals = transaction.records.appeals(since=since)
        authors = _authors(transaction, policy, at=at)
        floods = [each for each in courses if each.is_flood]
        titles = {each.id: _title(each) for each in transaction.records.comments([each.id for each in floods])}
    figures = (
        figures_of_work.queues(reviews, at=at),
        figures_of_work.waiting_times(reviews, since=since, until=until),
        figures_of_verdicts.volume(courses, since=since, until=until),
        figures_of_work.load(reviews, since=since, until=until),
        figures_of_verdicts.automation(courses),
        figures_of_verdicts.precision(courses),
        figures_of_work.agreement(courses),
        figures_of_work.appeals(appeals, since=since, until=until),
        figures_of_work.reversals(courses, appeals),
        figures_of_work.standings(authors),
        figures_of_verdicts.raids(floods, titles=titles),
    )
    return Insights(
        since=since,
        until=until,
        headlines=(
            *_of_policy(courses),
            *_of_desk(reviews, courses, since=since, until=until, at=at),
            _of_appeals(appeals, since=since, until=until),
        ),
        figures=figures,
    )


def _of_policy(courses: Sequence[Course]) -> list[Headline]:
    alone = sum(each.is_automatic for each in courses)
    share, is_fair = error_of(courses)
    found = "of an audit sample" if is_fair else "of those looked at"
    wrong = "–" if share.value is None else f"{percent(share.value)} %"
    between = (
        f"{percent(share.low)} to {percent(share.high)} %, {share.of} {found}" if share.of else "nobody looked"
    )
    return [
        Headline(title="Comments", value=f"{len(courses):,}", detail="judged in the period", figure="volume"),
        Headline(
            title="Decided alone",
            value=f"{percent(alone / len(courses))} %" if courses else "–",
            detail=f"{alone:,} without a person",
            figure="automation",
        ),
        Headline(title="Of these, wrong", value=wrong, detail=between, figure="automation"),
    ]


def _of_desk(
    reviews: Sequence[Waited], courses: Sequence[Course], *, since: datetime, until: datetime, at: datetime
) -> list[Headline]:
    waiting = [review.opened_at for review in reviews if review.closed_at is None]
    oldest = f"the oldest for {told((at - min(waiting)) / timedelta(minutes=1))}" if waiting else "nothing waits"
    waits = [wait / timedelta(minutes=1) for wait, _ in closed_in(reviews, since=since, until=until)]
    kappa = kappa_of(read_twice(courses)[0])
    return [
        Headline(title="Waiting", value=f"{len(waiting):,}", detail=oldest, figure="queues"),
        Headline(
            title="Time to decision",
            value=told(median(waits)) if waits else "–",
            detail=f"median of {len(waits):,} reviews",
            figure="times",
        ),
        Headline(
            title="Agreement",
            value="–" if kappa.value is None else f"{kappa.value:.2f}",
            detail=f"Cohen's kappa, {_between(kappa)}{kappa.pairs} read by two",
            figure="agreement",
        ),
    ]


def _between(kappa: Kappa) -> str:
    return "" if kappa.low is None or kappa.high is None else f"{kappa.low:.2f} to {kappa.high:.2f}, "


def _of_appeals(made: Sequence[Appeal], *, since: datetime, until: datetime) -> Headline:
    some = [appeal for appeal in made if since <= appeal.opened_at < until]
    overturned = sum(appeal.state is AppealState.OVERTURNED for appeal in some)
    return Headline(title="Appeals", value=f"{len(some):,}", detail=f"{overturned} overturned", figure="appeals")


def _authors(transaction: Transaction, policy: Policy, *, at: datetime) -> dict[Standing, list[str]]:
    found: dict[Standing, list[str]] = {}
    for key in transaction.records.marked():
        try:
            author = transaction.authors.author(key)
        except NotFound:  # every comment of theirs was erased
            continue
        strikes = transaction.authors.strikes(key, is_verified=author.verified)
        standing = sanctioned(author, strikes, policy=policy, at=at).sanctioned.standing
        found.setdefault(standing, []).append(key)
    return found


def _title(comment: StoredComment) -> str:
    return (comment.context.get("article") or {}).get("title") or ""
