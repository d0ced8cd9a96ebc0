"""A small policy in plain values: enough rules to see every outcome, and a short ladder."""

import dataclasses
from datetime import timedelta
from typing import Any

from moderation.domain.conditions.expression import Amount, Comparison, Member, Terms, Word
from moderation.domain.policy import Clause, Policy, Rule, Settings, Then, Writer
from moderation.domain.standing import Ladder, Standing, Step
from moderation.domain.verdict import Outcome

#: Two strikes limit, three suspend for a week, five block.
LADDER = Ladder(
    window=timedelta(days=90),
    steps=(
        Step(at=2, standing=Standing.LIMITED, message="Two comments were rejected."),
        Step(at=3, standing=Standing.SUSPENDED, lasts=timedelta(days=7)),
        Step(at=5, standing=Standing.BLOCKED),
    ),
)

_CLAUSES = {
    "attacks": Clause(
        id="attacks",
        title="No personal attacks",
        text="Argue with what was said, not with who said it.",
        writer=Writer(title="Please look again", message="This sentence is about a person."),
    ),
    "spam": Clause(id="spam", title="No advertising", text="Comments are not for sale."),
}

_RULES = (
    Rule(
        id="insult",
        clause="attacks",
        when=Amount(fact="score.insult", comparison=Comparison(">=", 0.8)),
        then=Then(verdict=Outcome.FLAG, queue="attacks", priority=60, strike=1),
    ),
    Rule(
        id="threat",
        clause="attacks",
        when=Amount(fact="score.threat", comparison=Comparison(">=", 0.8)),
        then=Then(verdict=Outcome.FLAG, queue="threats", priority=100, strike=3),
    ),
    Rule(
        id="pharmacy",
        clause="spam",
        when=Word(terms=Terms(words=("pharmacy",))),
        then=Then(verdict=Outcome.BLOCK, strike=0, mask=("words",)),
    ),
    Rule(
        id="copies",
        clause="spam",
        when=Amount(fact="duplicate.any.600", comparison=Comparison(">=", 1)),
        then=Then(verdict=Outcome.FLAG, queue="spam"),
    ),
    Rule(
        id="flood",
        clause="spam",
        when=Amount(fact="rate.author.600", comparison=Comparison(">=", 3)),
        then=Then(verdict=Outcome.FLAG, queue="spam"),
    ),
    Rule(
        id="limited-author",
        clause="attacks",
        when=Member(fact="author.standing", values=("limited",)),
        then=Then(verdict=Outcome.FLAG, queue="standing", strike=0),
    ),
    Rule(
        id="stopped-author",
        clause="attacks",
        when=Member(fact="author.standing", values=("suspended", "blocked")),
        then=Then(verdict=Outcome.BLOCK, strike=0),
    ),
)


def policy(*, settings: Settings | None = None, **changes: Any) -> Policy:
    """Make the policy; `settings` or whole parts may be others."""
    made = Policy(
        name="test",
        hash="0123456789ab",
        clauses=_CLAUSES,
        rules=_RULES,
        ladder=LADDER,
        settings=settings or Settings(),
    )
    return dataclasses.replace(made, **changes)
