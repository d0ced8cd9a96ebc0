"""A verdict without one of its rules: what would have been concluded, had the rule not held."""

from dataclasses import replace

from moderation.domain.verdict import Outcome, Verdict


def without(verdict: Verdict, rule: str) -> Verdict:
    """Conclude again from the recorded matches, one rule left out; no signal is asked anew.

    What was degraded stays for a person at least. Where the site only observed, or the author's role is exempt,
    the outcome is what it was.
    """
    matches = tuple(match for match in verdict.matches if match.rule != rule)
    left = max((match.outcome for match in matches), key=lambda o: o.severity, default=Outcome.ALLOW)
    if verdict.degraded:
        left = max(left, Outcome.FLAG, key=lambda o: o.severity)
    outcome = min(verdict.outcome, left, key=lambda o: o.severity)
    return replace(
        verdict,
        outcome=outcome,
        matches=matches,
        # Its message is about the rule that led; where another leads now, nothing is said to the writer.
        writer=verdict.writer if matches[:1] == verdict.matches[:1] and outcome is not Outcome.ALLOW else None,
        would_be=None if verdict.would_be is None else min(verdict.would_be, left, key=lambda o: o.severity),
    )
