"""Answers to steps of the ladder, in memory."""

from collections import Counter
from datetime import datetime

from moderation.domain.sanction import StepAnswer
from moderation.testing.memory.rows import SiteRows


class MemorySanctions:
    """Implements the port `Sanctions`."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def struck(self, *, since: datetime, until: datetime | None = None, least: int) -> list[str]:
        """Return who has strikes after a moment, and up to another, that weigh so much together, by their keys."""
        weights: Counter[str] = Counter()
        for row in self._rows.strikes:
            if row.lifted_at is None and since < row.strike.at <= (until or row.strike.at):
                weights[row.key] += row.strike.weight
        return sorted(key for key, weight in weights.items() if weight >= least)

    def answers(self, key: str) -> list[StepAnswer]:
        """Return what was answered for an author, to each step the last."""
        mine = (each for each in self._rows.step_answers.values() if each.author == key)
        return sorted(mine, key=lambda each: each.step)

    def latest(self, *, limit: int) -> list[StepAnswer]:
        """Return the last answers on the site, the latest first."""
        kept = self._rows.step_answers.values()
        return sorted(kept, key=lambda each: (-each.at.timestamp(), each.author, each.step))[:limit]

    def keep(self, answer: StepAnswer) -> None:
        """Keep an answer, in place of an earlier one to the same step."""
        self._rows.step_answers[answer.author, answer.step] = answer

    def take_back(self, key: str, *, step: int) -> None:
        """Forget an answer."""
        self._rows.step_answers.pop((key, step), None)
