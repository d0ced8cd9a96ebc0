"""What Prometheus may count: no text, no names."""

from prometheus_client import Counter, Histogram

VERDICTS = Counter("moderation_verdicts_total", "Verdicts given.", ["site", "outcome"])
DEGRADED = Counter("moderation_degraded_total", "Verdicts given without a signal that was asked for.", ["site"])
LATENCY = Histogram(
    "moderation_verdict_seconds",
    "Time from the request's arrival to its answer.",
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)
