"""The versions of a site's policy, whole with their files, and what backtests of them found."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, RowMapping, case, cast, delete, select, update

from moderation.domain.comment import SiteId
from moderation.domain.errors import NotFound
from moderation.domain.gate import BacktestReport
from moderation.domain.look_back import KEPT, LookBack
from moderation.domain.policy_version import PolicyAct, PolicyVersion, VersionState
from moderation.domain.site import PolicyFiles
from moderation.storage.coding import backtest_of_bytes, backtest_to_bytes, drafted_of_bytes, drafted_to_bytes
from moderation.storage.policy_tables import BacktestReportRow, LookBackRow, PolicyVersionRow
from moderation.storage.tables import AuditRow, SiteRow, table

_policies, _reports, _sites = table(PolicyVersionRow), table(BacktestReportRow), table(SiteRow)
_audit, _looks = table(AuditRow), table(LookBackRow)
_FIELDS = [field.name for field in dataclasses.fields(PolicyVersion)]
_REPORTED = [field.name for field in dataclasses.fields(BacktestReport)]
_LOOKED = [field.name for field in dataclasses.fields(LookBack)]


class PolicyRepository:
    """Implements the port `Policies` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def versions(self) -> list[PolicyVersion]:
        """Return every version, newest first."""
        rows = select(*(_policies.c[name] for name in _FIELDS)).where(_policies.c.site == self._site)
        rows = rows.order_by(_policies.c.created_at.desc(), _policies.c.hash)
        return [
            PolicyVersion(**dict(row) | {"state": VersionState(row["state"]), "watched": tuple(row["watched"])})
            for row in self._connection.execute(rows).mappings()
        ]

    def files(self, hash: str) -> PolicyFiles:
        """Return the files of a version, the main file first."""
        where = _policies.c.site == self._site, _policies.c.hash == hash
        row = self._connection.execute(select(_policies.c.name, _policies.c.files).where(*where)).one_or_none()
        if row is None:
            raise self._unknown(hash)
        return PolicyFiles(name=row.name, files=dict(row.files))

    def add(self, version: PolicyVersion, files: Mapping[str, str]) -> None:
        """Keep a new version."""
        self._connection.execute(_policies.insert(), self._row(version) | {"files": dict(files)})

    def save(self, version: PolicyVersion) -> None:
        """Keep a changed version; a live one is what the site is judged by from now on."""
        where = _policies.c.site == self._site, _policies.c.hash == version.hash
        if not self._connection.execute(update(_policies).where(*where).values(self._row(version))).rowcount:
            raise self._unknown(version.hash)
        if version.state is VersionState.LIVE:
            judging = update(_sites).where(_sites.c.id == self._site)
            self._connection.execute(judging.values(policy=version.hash))

    def acts(self, *, limit: int) -> list[PolicyAct]:
        """Return who did what to the policy, newest first."""
        where = _audit.c.site == self._site, _audit.c.what.startswith("policy.", autoescape=True)
        rows = select(_audit.c.at, _audit.c.by, _audit.c.what, _audit.c.detail).where(*where)
        rows = rows.order_by(_audit.c.id.desc()).limit(limit)
        return [PolicyAct(**row) for row in self._connection.execute(rows).mappings()]

    def add_report(self, report: BacktestReport) -> None:
        """Keep what a backtest found."""
        values = {name: getattr(report, name) for name in _REPORTED}
        self._connection.execute(_reports.insert(), values | {"site": self._site})

    def reports(self, after: str) -> list[BacktestReport]:
        """Return what backtests of a version found, newest first."""
        rows = select(*(_reports.c[name] for name in _REPORTED))
        rows = rows.where(_reports.c.site == self._site, _reports.c.after == after)
        rows = rows.order_by(_reports.c.at.desc(), _reports.c.id.desc())
        return [BacktestReport(**row) for row in self._connection.execute(rows).mappings()]

    def add_look(self, look: LookBack) -> None:
        """Keep a look back that begins; what began too long before it is forgotten."""
        old = _looks.c.site == self._site, _looks.c.began_at < look.began_at - KEPT
        self._connection.execute(delete(_looks).where(*old))
        self._connection.execute(_looks.insert(), _look_row(look) | {"site": self._site, "is_stale": False})

    def look(self, id: str) -> LookBack | None:
        """Return a look back; `None` where it was cancelled, or is forgotten."""
        wanted = select(*(_looks.c[name] for name in _LOOKED)).where(*self._looked(id))
        row = self._connection.execute(wanted).mappings().one_or_none()
        return _look(row) if row is not None else None

    def words_found(self, hash: str) -> LookBack | None:
        """Return the latest search for words that a version did not know; `None` where none is kept."""
        wanted = select(*(_looks.c[name] for name in _LOOKED))
        wanted = wanted.where(_looks.c.site == self._site, _looks.c.hash == hash, _looks.c.drafted.is_not(None))
        row = self._connection.execute(wanted.order_by(_looks.c.began_at.desc()).limit(1)).mappings().one_or_none()
        return _look(row) if row is not None else None

    def save_look(self, look: LookBack) -> bool:
        """Keep how far a look back is; returns whether it is still wanted, else nothing is kept."""
        values = _look_row(look)
        for name in ("found", "drafted"):
            values[name] = case((_looks.c.is_stale, None), else_=cast(values[name], LargeBinary))
        changed = self._connection.execute(update(_looks).where(*self._looked(look.id)).values(values))
        return bool(changed.rowcount)

    def drop_look(self, id: str) -> None:
        """Cancel a look back, or forget what it found."""
        self._connection.execute(delete(_looks).where(*self._looked(id)))

    def _looked(self, id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return _looks.c.site == self._site, _looks.c.id == id

    def _row(self, version: PolicyVersion) -> dict[str, Any]:
        values = {name: getattr(version, name) for name in _FIELDS}
        return values | {"site": self._site, "state": version.state.value, "watched": list(version.watched)}

    def _unknown(self, hash: str) -> NotFound:
        return NotFound(f"Site '{self._site}' has no policy version '{hash}'.")


def forget_cases(connection: Connection, site: SiteId) -> None:
    """Forget the texts that looks back found, and keep those from it that are under way."""
    mine = update(_looks).where(_looks.c.site == site, _looks.c.is_stale.is_(False))
    connection.execute(mine.values(found=None, drafted=None, is_stale=True))


def _look_row(look: LookBack) -> dict[str, Any]:
    values = {name: getattr(look, name) for name in _LOOKED}
    drafted = drafted_to_bytes(look.drafted) if look.drafted is not None else None
    return values | {"found": backtest_to_bytes(look.found) if look.found else None, "drafted": drafted}


def _look(row: RowMapping) -> LookBack:
    found, drafted = row["found"], row["drafted"]
    read = {
        "found": backtest_of_bytes(found) if found is not None else None,
        "drafted": drafted_of_bytes(drafted) if drafted is not None else None,
    }
    return LookBack(**dict(row) | read)
