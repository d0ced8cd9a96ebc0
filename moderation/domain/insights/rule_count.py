"""How often rules held: counted day by day, by version of the policy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from moderation.domain.verdict import Mode

#: Stands for a rule where the comments themselves are counted.
COMMENTS = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """Comments of one day for which a rule held."""

    #: Hash of the policy that judged.
    policy: str
    #: `COMMENTS` for all that it judged.
    rule: str
    mode: Mode
    day: date
    matches: int
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One verdict, with the rules that held."""

    position: int
    at: datetime
    policy: str
    rules: tuple[tuple[str, Mode], ...]


def counts_of(verdicts: Iterable[Held]) -> list[RuleCount]:
    """Count verdicts by policy, rule, mode and day."""
    counts: Counter[tuple[str, str, Mode, date]] = Counter()
    last: dict[tuple[str, str, Mode, date], datetime] = {}
    for held in verdicts:
        for rule, mode in ((COMMENTS, Mode.LIVE), *held.rules):
            key = held.policy, rule, mode, held.at.date()
            counts[key] += 1
            last[key] = max(held.at, last.get(key, held.at))
    return [
        RuleCount(policy=key[0], rule=key[1], mode=key[2], day=key[3], matches=count, last_at=last[key])
        for key, count in counts.items()
    ]
