"""Steps of the ladder that a person confirmed or refused."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from moderation.domain.account import Role
from moderation.domain.comment import SiteId
from moderation.domain.sanction import StepAnswer
from moderation.domain.standing import Standing
from moderation.storage.author_tables import StepAnswerRow
from moderation.storage.tables import StrikeRow, table

_answers, _strikes = table(StepAnswerRow), table(StrikeRow)


class SanctionRepository:
    """Implements the port `Sanctions` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def struck(self, *, since: datetime, until: datetime | None = None, least: int) -> list[str]:
        """Return who has strikes after a moment, and up to another, that weigh so much together, by their keys."""
        column = _strikes.c
        given = column.at > since if until is None else (column.at > since) & (column.at <= until)
        weighed = (
            select(column.author_key)
            .where(column.site == self._site, column.lifted_at.is_(None), given)
            .group_by(column.author_key)
            .having(func.sum(column.weight) >= least)
            .order_by(column.author_key)
        )
        return list(self._connection.execute(weighed).scalars())

    def answers(self, key: str) -> list[StepAnswer]:
        """Return what was answered for an author, to each step the last."""
        mine = select(_answers).where(_answers.c.site == self._site, _answers.c.author_key == key)
        return [_answer(row) for row in self._connection.execute(mine.order_by(_answers.c.step))]

    def latest(self, *, limit: int) -> list[StepAnswer]:
        """Return the last answers on the site, the latest first."""
        ours = select(_answers).where(_answers.c.site == self._site)
        newest = ours.order_by(_answers.c.at.desc(), _answers.c.author_key, _answers.c.step).limit(limit)
        return [_answer(row) for row in self._connection.execute(newest)]

    def keep(self, answer: StepAnswer) -> None:
        """Keep an answer, in place of an earlier one to the same step."""
        self.take_back(answer.author, step=answer.step)
        row = {
            "site": self._site,
            "author_key": answer.author,
            "step": answer.step,
            "needs": answer.needs.value,
            "standing": answer.standing.value,
            "is_confirmed": answer.is_confirmed,
            "until": answer.until,
            "by": answer.by,
            "at": answer.at,
        }
        self._connection.execute(_answers.insert(), row)

    def take_back(self, key: str, *, step: int) -> None:
        """Forget an answer."""
        column = _answers.c
        where = column.site == self._site, column.author_key == key, column.step == step
        self._connection.execute(delete(_answers).where(*where))


def _answer(row: Row[Any]) -> StepAnswer:
    return StepAnswer(
        author=row.author_key,
        step=row.step,
        needs=Role(row.needs),
        standing=Standing(row.standing),
        is_confirmed=row.is_confirmed,
        until=row.until,
        by=row.by,
        at=row.at,
    )
