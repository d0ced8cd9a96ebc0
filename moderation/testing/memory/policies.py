"""The versions of a site's policy, in memory."""

from collections.abc import Mapping

from moderation.domain.comment import SiteId
from moderation.domain.errors import NotFound
from moderation.domain.gate import BacktestReport
from moderation.domain.policy_version import PolicyAct, PolicyVersion
from moderation.domain.site import PolicyFiles
from moderation.testing.memory.rows import SiteRows


class MemoryPolicies:
    """Implements the port `Policies`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows, self._site = rows, site

    def versions(self) -> list[PolicyVersion]:
        """Return every version, newest first."""
        by_hash = [self._rows.versions[hash][0] for hash in sorted(self._rows.versions)]
        return sorted(by_hash, key=lambda version: version.created_at, reverse=True)

    def files(self, hash: str) -> PolicyFiles:
        """Return the files of a version, the main file first."""
        version, files = self._kept(hash)
        return PolicyFiles(name=version.name, files=dict(files))

    def add(self, version: PolicyVersion, files: Mapping[str, str]) -> None:
        """Keep a new version."""
        self._rows.versions[version.hash] = version, dict(files)

    def save(self, version: PolicyVersion) -> None:
        """Keep a changed version; its files stay."""
        self._rows.versions[version.hash] = version, self._kept(version.hash)[1]

    def acts(self, *, limit: int) -> list[PolicyAct]:
        """Return who did what to the policy, newest first."""
        mine = [event for event in reversed(self._rows.audit) if event.what.startswith("policy.")]
        return [PolicyAct(at=e.at, by=e.by, what=e.what, detail=e.detail) for e in mine[:limit]]

    def add_report(self, report: BacktestReport) -> None:
        """Keep what a backtest found."""
        self._rows.backtests.append(report)

    def reports(self, after: str) -> list[BacktestReport]:
        """Return what backtests of a version found, newest first."""
        return [report for report in reversed(self._rows.backtests) if report.after == after]

    def _kept(self, hash: str) -> tuple[PolicyVersion, Mapping[str, str]]:
        if hash not in self._rows.versions:
            raise NotFound(f"Site '{self._site}' has no policy version '{hash}'.")
        return self._rows.versions[hash]
