"""What a rule costs is measured rule by rule."""

from itertools import count

from moderation.policyfile.cost import cost_of
from moderation.policyfile.load import loads
from tests.cli.conftest import SMALL


def test_every_rule_is_timed() -> None:
    """By a clock that moves a microsecond a look, each costs one."""
    ticks = count()

    found = cost_of(loads(SMALL, name="evening.yaml"), seconds=lambda: next(ticks) * 1e-6)

    assert {rule: round(cost) for rule, cost in found.items()} == {"name-calling": 1}
