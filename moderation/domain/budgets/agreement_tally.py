"""Counts verdicts beside what people decided, comment by comment; of bounded size."""

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.budgets.agreement import Agreement, Difference, Readiness, TrackRecord, decided, would_be
from moderation.domain.budgets.budget import CENSUS, ErrorBudget, is_drawn_by_chance, proof_of
from moderation.domain.budgets.interval import Share, share_of
from moderation.domain.comment import SiteId
from moderation.domain.outcome import SiteOutcome
from moderation.domain.verdict import Match, Mode, Outcome

#: So many comments on which verdict and people differ are shown.
MOST_SHOWN = 50
_LONGEST = 2_000

#: A rule by name and mode, or a clause.
_Named = tuple[str, Mode | None]


@dataclass(slots=True, kw_only=True)
class AgreementTally:
    """What was seen of the verdicts on which people decided."""

    on_record: int
    #: Whether people judged so many that these stand for all.
    is_census: bool = False
    judged: int = 0
    is_observing: bool = False
    by_chance: Counter[tuple[Outcome, bool]] = field(default_factory=Counter)
    verdicts: Counter[tuple[Outcome, SiteOutcome]] = field(default_factory=Counter)
    rules: Counter[tuple[_Named, SiteOutcome]] = field(default_factory=Counter)
    clauses: Counter[tuple[_Named, SiteOutcome]] = field(default_factory=Counter)
    differing: int = 0
    erased: int = 0
    differences: list[Difference] = field(default_factory=list)
    needless: list[Difference] = field(default_factory=list)

    def add(self, archived: PastVerdict) -> None:
        """Take in one verdict; one on which nobody decided says nothing."""
        told, said, verdict = decided(archived), would_be(archived), archived.decision.verdict
        if told is None or verdict is None:
            return
        self.judged += 1
        self.is_observing = verdict.would_be is not None  # as the latest has it
        self.verdicts[said, told] += 1
        if is_drawn_by_chance(archived, is_census=self.is_census):
            self.by_chance[said, told is not SiteOutcome.PUBLISHED] += 1
        for name in {(match.rule, match.mode) for match in (*verdict.matches, *verdict.shadow)}:
            self.rules[name, told] += 1
        for clause in {match.clause for match in verdict.matches if match.clause}:
            self.clauses[(clause, None), told] += 1
        is_published = told is SiteOutcome.PUBLISHED
        if said is Outcome.FLAG and is_published:
            self.needless = _likeliest(self.needless, _difference(archived, told, said))
        elif said is not Outcome.FLAG and (said is Outcome.ALLOW) is not is_published:
            self.differing += 1
            self.erased += archived.comment.text is None
            self.differences = _likeliest(self.differences, _difference(archived, told, said))

    def summary(self, *, site: SiteId, budget: ErrorBudget) -> Agreement:
        """Sum up what was counted."""
        passed, removed = self._split(Outcome.ALLOW)
        wrong, right = self._split(Outcome.BLOCK)
        seen, rightly = self._split(Outcome.FLAG)
        missed, published = self.by_chance[Outcome.ALLOW, True], self.by_chance[Outcome.ALLOW, False]
        return Agreement(
            site=site,
            on_record=self.on_record,
            judged=self.judged,
            by_chance=self.by_chance.total(),
            verdicts={said: {told: self.verdicts[said, told] for told in SiteOutcome} for said in Outcome},
            alike=share_of(passed + right, passed + removed + wrong + right),
            rightly_flagged=share_of(rightly, seen + rightly),
            clauses=_track_records(self.clauses),
            rules=_track_records(self.rules),
            differing=self.differing,
            erased=self.erased,
            differences=tuple(self.differences),
            needless=tuple(self.needless),
            readiness=Readiness(
                is_observing=self.is_observing,
                wrong_blocks=proof_of(wrong, wrong + right, allowed=budget.wrong_blocks),
                missed=proof_of(missed, missed + published, allowed=budget.missed),
            ),
            notes=tuple(self._notes()),
        )

    def _split(self, said: Outcome) -> tuple[int, int]:
        """Return how many of a verdict people published, and how many they took down."""
        published = self.verdicts[said, SiteOutcome.PUBLISHED]
        return published, sum(self.verdicts[said, told] for told in SiteOutcome) - published

    def _notes(self) -> Iterable[str]:
        if not self.is_census and self.judged:
            yield (
                f"People judged {self.judged:,} of {self.on_record:,} comments, mostly what was flagged: what is "
                f"missed is estimated from the {self.by_chance.total():,} that they judged whatever the verdict."
            )


def is_census(*, judged: int, on_record: int) -> bool:
    """Whether people judged so many of the comments that these stand for all."""
    return on_record > 0 and judged >= CENSUS * on_record


def _likeliest(known: list[Difference], one: Difference) -> list[Difference]:
    return heapq.nlargest(MOST_SHOWN, [*known, one], key=lambda d: (d.doubt, d.decision_id))


def _difference(archived: PastVerdict, told: SiteOutcome, said: Outcome) -> Difference:
    decision, section = archived.decision, archived.facts.get("article.section")
    matches: tuple[Match, ...] = decision.verdict.matches if decision.verdict else ()
    text, leading = archived.comment.text, matches[0] if matches else None
    highest = max(decision.scores.values(), default=0.5)
    return Difference(
        decision_id=decision.id,
        comment_id=decision.comment_id,
        at=decision.at,
        section=section if isinstance(section, str) else None,
        verdict=said,
        decided=told,
        rules=tuple(match.rule for match in matches),
        text=None if text is None else text[:_LONGEST],
        spans=leading.spans if leading and text is not None else (),
        message=leading.message if leading else "",
        # To stop what scores low, or to pass what scores high, is more likely the service's mistake.
        doubt=round(highest if said is Outcome.ALLOW else 1 - highest, 4),
    )


def _track_records(counts: Counter[tuple[_Named, SiteOutcome]]) -> tuple[TrackRecord, ...]:
    """Return clauses or rules, those that hold most often first."""
    totals: Counter[_Named] = Counter()
    for (named, _), count in counts.items():
        totals[named] += count
    return tuple(_track_record(named, counts, total) for named, total in totals.most_common())


def _track_record(named: _Named, counts: Counter[tuple[_Named, SiteOutcome]], total: int) -> TrackRecord:
    told = {outcome: counts[named, outcome] for outcome in SiteOutcome}
    precision: Share = share_of(total - told[SiteOutcome.PUBLISHED], total)
    return TrackRecord(name=named[0], mode=named[1], decided=told, precision=precision)
