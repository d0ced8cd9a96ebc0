"""The versions of a site's policy, in memory."""

from collections.abc import Mapping
from dataclasses import replace

from moderation.domain.comment import SiteId
from moderation.domain.errors import NotFound
from moderation.domain.gate import BacktestReport
from moderation.domain.look_back import KEPT, LookBack
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

    def add_look(self, look: LookBack) -> None:
        """Keep a look back that begins; what began too long before it is forgotten."""
        for id, known in list(self._rows.looks.items()):
            if known.began_at < look.began_at - KEPT:
                del self._rows.looks[id]
        self._rows.looks[look.id] = look

    def look(self, id: str) -> LookBack | None:
        """Return a look back; `None` where it was cancelled, or is forgotten."""
        return self._rows.looks.get(id)

    def words_found(self, hash: str) -> LookBack | None:
        """Return the latest search for words that a version did not know; `None` where none is kept."""
        done = [each for each in self._rows.looks.values() if each.hash == hash and each.drafted is not None]
        return max(done, key=lambda look: look.began_at, default=None)

    def save_look(self, look: LookBack) -> bool:
        """Keep how far a look back is; returns whether it is still wanted, else nothing is kept."""
        if look.id not in self._rows.looks:
            return False
        self._rows.looks[look.id] = (
            replace(look, found=None, drafted=None) if look.id in self._rows.stale_looks else look
        )
        return True

    def drop_look(self, id: str) -> None:
        """Cancel a look back, or forget what it found."""
        self._rows.looks.pop(id, None)

    def _kept(self, hash: str) -> tuple[PolicyVersion, Mapping[str, str]]:
        if hash not in self._rows.versions:
            raise NotFound(f"Site '{self._site}' has no policy version '{hash}'.")
        return self._rows.versions[hash]
