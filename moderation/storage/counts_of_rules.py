"""How often rules held, counted as the feed goes on, so that nobody has to read it again."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Connection, select, update

from moderation.domain.comment import SiteId
from moderation.domain.decision import Source
from moderation.domain.insights.rule_count import Held, RuleCount
from moderation.domain.verdict import Mode
from moderation.storage.policy_tables import RuleCountRow, RuleMarkRow
from moderation.storage.tables import DecisionRow, table

_decisions, _counts, _marks = table(DecisionRow), table(RuleCountRow), table(RuleMarkRow)


class RuleCountRepository:
    """Implements the port `RuleCounts` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def mark(self) -> int:
        """Return the position up to which verdicts are counted."""
        where = select(_marks.c.position).where(_marks.c.site == self._site)
        return int(self._connection.execute(where).scalar_one_or_none() or 0)

    def after(self, position: int, *, limit: int) -> list[Held]:
        """Return verdicts after a position, in order."""
        rows = (
            select(_decisions.c.position, _decisions.c.at, _decisions.c.source, _decisions.c.body)
            .where(_decisions.c.site == self._site, _decisions.c.position > position)
            .order_by(_decisions.c.position)
            .limit(limit)
        )
        return [_held(row) for row in self._connection.execute(rows)]

    def add(self, counts: Sequence[RuleCount], *, was: int, upto: int) -> bool:
        """Add counts and move the mark; returns whether nobody else did meanwhile."""
        if self.mark() != was:
            return False
        mine = _marks.c.site == self._site
        if not self._connection.execute(update(_marks).where(mine).values(position=upto)).rowcount:
            self._connection.execute(_marks.insert(), {"site": self._site, "position": upto})
        for count in counts:
            self._add(count)
        return True

    def since(self, at: datetime | None, *, policy: str | None = None) -> list[RuleCount]:
        """Return the counts of days from one on, of one version where named."""
        where = [_counts.c.site == self._site]
        if at is not None:
            where.append(_counts.c.day >= _midnight(at))
        if policy is not None:
            where.append(_counts.c.policy == policy)
        rows = select(_counts).where(*where).order_by(_counts.c.day, _counts.c.policy, _counts.c.rule)
        return [
            RuleCount(
                policy=row.policy,
                rule=row.rule,
                mode=Mode(row.mode),
                day=row.day.date(),
                matches=row.matches,
                last_at=row.last_at,
            )
            for row in self._connection.execute(rows)
        ]

    def _add(self, count: RuleCount) -> None:
        key: dict[str, Any] = {"site": self._site, "policy": count.policy, "rule": count.rule}
        key |= {"mode": count.mode.value, "day": datetime.combine(count.day, time(), UTC)}
        same = [_counts.c[name] == value for name, value in key.items()]
        known = self._connection.execute(select(_counts.c.last_at).where(*same)).scalar_one_or_none()
        if known is None:
            self._connection.execute(_counts.insert(), key | {"matches": count.matches, "last_at": count.last_at})
            return
        more = {"matches": _counts.c.matches + count.matches, "last_at": max(known, count.last_at)}
        self._connection.execute(update(_counts).where(*same).values(more))


def _held(row: Any) -> Held:
    """Read of a decision what is counted; of one that is no first verdict, nothing but its place."""
    verdict = from_json(bytes(row.body))["verdict"] if row.source == Source.POLICY.value else None
    if verdict is None:
        return Held(position=row.position, at=row.at, policy="", rules=())
    matches = [(match["rule"], Mode(match["mode"])) for match in (*verdict["matches"], *verdict["shadow"])]
    return Held(
        position=row.position, at=row.at, policy=verdict["policy"].rpartition("@")[2], rules=tuple(matches)
    )


def _midnight(at: datetime) -> datetime:
    return datetime.combine(at.astimezone(UTC).date(), time(), UTC)
