"""What Prometheus may count of verdicts, and their one line in the log: no text, no names."""

from collections.abc import Sequence

import structlog
from prometheus_client import Counter, Histogram

from moderation.domain.decision import Decision

log = structlog.get_logger("moderation.verdict")

VERDICTS = Counter("moderation_verdicts_total", "Verdicts given.", ["site", "outcome"])
DEGRADED = Counter("moderation_degraded_total", "Verdicts given without a signal that was asked for.", ["site"])
LATENCY = Histogram(
    "moderation_verdict_seconds",
    "Time from the request's arrival to its answer.",
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)


def note(decision: Decision, *, milliseconds: float) -> None:
    """Count a verdict, and write its one line: ids and rules, never the text."""
    verdict = decision.verdict
    degraded = bool(verdict and verdict.degraded)
    rules: Sequence[str] = [match.rule for match in verdict.matches] if verdict else []
    outcome = decision.outcome.value
    VERDICTS.labels(decision.site, outcome).inc()
    LATENCY.observe(milliseconds / 1_000)
    if degraded:
        DEGRADED.labels(decision.site).inc()
    log.info(
        "verdict",
        site=decision.site,
        decision=decision.id,
        verdict=outcome,
        rules=rules,
        degraded=degraded,
        ms=round(milliseconds, 2),
    )
