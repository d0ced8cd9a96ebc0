"""Verdicts of the past, in memory."""

from moderation.domain.backtesting.past_verdict import Extent, PastVerdict, VerdictQuery
from moderation.domain.decision import Decision
from moderation.domain.outcome import SiteOutcome
from moderation.domain.verdict import Outcome
from moderation.testing.memory.rows import SiteRows


class MemoryVerdicts:
    """Implements the port `Verdicts`."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def extent(self, query: VerdictQuery) -> Extent:
        """Return how many verdicts a query is about."""
        positions = [decision.position for decision in self._verdicts(query)]
        return Extent(count=len(positions), first=min(positions, default=0), last=max(positions, default=0))

    def page(self, query: VerdictQuery, *, after: int, upto: int, limit: int) -> list[PastVerdict]:
        """Return verdicts in order of position."""
        wanted = [
            self._archived(decision)
            for decision in self._verdicts(query)
            if after < decision.position <= upto and query.is_in_sample(decision.position)
        ]
        return [each for each in wanted if query.section in (None, each.facts.get("article.section"))][:limit]

    def _verdicts(self, query: VerdictQuery) -> list[Decision]:
        every = (*sorted(self._rows.past, key=lambda d: d.position), *self._rows.decisions)
        judged = [d for d in every if d.id in self._rows.signals]
        latest = {(d.comment_id, d.revision): d.position for d in judged}
        return [
            d
            for d in judged
            if latest[d.comment_id, d.revision] == d.position
            and (query.since is None or d.at >= query.since)
            and (query.until is None or d.at < query.until)
            and (not query.is_judged or self._archived(d).ruling is not None)
        ]

    def _archived(self, decision: Decision) -> PastVerdict:
        row = self._rows.revisions[decision.comment_id][decision.revision - 1]
        facts, spans = self._rows.signals[decision.id]
        label = self._rows.labels.get((decision.comment_id, decision.revision))
        ruling = row.comment.outcome if row.by_person else None
        if ruling is None and label is not None:
            ruling = Outcome.ALLOW if label.outcome is SiteOutcome.PUBLISHED else Outcome.BLOCK
        return PastVerdict(
            decision=decision,
            facts=facts,
            spans=spans,
            comment=row.comment,
            folded=row.folded,
            ruling=ruling,
            label=label.outcome if label is not None else None,
        )
