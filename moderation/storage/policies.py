"""The versions of a site's policy, whole with their files, and what backtests of them found."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from moderation.domain.comment import SiteId
from moderation.domain.errors import NotFound
from moderation.domain.gate import BacktestReport
from moderation.domain.policy_version import PolicyAct, PolicyVersion, VersionState
from moderation.domain.site import PolicyFiles
from moderation.storage.policy_tables import BacktestReportRow, PolicyVersionRow
from moderation.storage.tables import AuditRow, SiteRow, table

_policies, _reports, _sites = table(PolicyVersionRow), table(BacktestReportRow), table(SiteRow)
_audit = table(AuditRow)
_FIELDS = [field.name for field in dataclasses.fields(PolicyVersion)]
_REPORTED = [field.name for field in dataclasses.fields(BacktestReport)]


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

    def _row(self, version: PolicyVersion) -> dict[str, Any]:
        values = {name: getattr(version, name) for name in _FIELDS}
        return values | {"site": self._site, "state": version.state.value, "watched": list(version.watched)}

    def _unknown(self, hash: str) -> NotFound:
        return NotFound(f"Site '{self._site}' has no policy version '{hash}'.")
