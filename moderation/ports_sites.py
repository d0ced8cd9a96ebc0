"""What is kept of sites: their keys, and the life of their policies."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from moderation.domain.comment import SiteId
from moderation.domain.gate import BacktestReport
from moderation.domain.insights.rule_count import Held, RuleCount
from moderation.domain.look_back import LookBack
from moderation.domain.policy_version import PolicyAct, PolicyVersion
from moderation.domain.site import ApiKey, PolicyFiles, Site
from moderation.domain.written_rule import WrittenList, WrittenRule


class Policies(Protocol):
    """The versions of a site's policy, and what was tried of them."""

    def versions(self) -> list[PolicyVersion]:
        """Return every version, newest first."""
        ...

    def files(self, hash: str) -> PolicyFiles:
        """Return the files of a version, the main file first.

        Raises:
            NotFound: if the site has no such version.
        """
        ...

    def add(self, version: PolicyVersion, files: Mapping[str, str]) -> None:
        """Keep a new version."""
        ...

    def save(self, version: PolicyVersion) -> None:
        """Keep a changed version; its files stay. A live one is what the site is judged by from now on.

        Raises:
            NotFound: if the site has no such version.
        """
        ...

    def acts(self, *, limit: int) -> list[PolicyAct]:
        """Return who did what to the policy, newest first: saved, published, stopped, took back."""
        ...

    def add_report(self, report: BacktestReport) -> None:
        """Keep what a backtest found."""
        ...

    def reports(self, after: str) -> list[BacktestReport]:
        """Return what backtests of a version found, newest first."""
        ...

    def add_look(self, look: LookBack) -> None:
        """Keep a look back that begins; what began too long before it is forgotten."""
        ...

    def look(self, id: str) -> LookBack | None:
        """Return a look back; `None` where it was cancelled, or is forgotten."""
        ...

    def words_found(self, hash: str) -> LookBack | None:
        """Return the latest search for words that a version did not know; `None` where none is kept."""
        ...

    def save_look(self, look: LookBack) -> bool:
        """Keep how far a look back is; returns whether it is still wanted, else nothing is kept.

        What it found is left out where a text of the site was erased since it began.
        """
        ...

    def drop_look(self, id: str) -> None:
        """Cancel a look back, or forget what it found."""
        ...


class RuleCounts(Protocol):
    """How often rules held, counted as the feed goes on."""

    def mark(self) -> int:
        """Return the position up to which verdicts are counted."""
        ...

    def after(self, position: int, *, limit: int) -> list[Held]:
        """Return verdicts after a position, in order; of a decision that is none, no more than its place."""
        ...

    def add(self, counts: Sequence[RuleCount], *, was: int, upto: int) -> bool:
        """Add counts and move the mark; returns whether nobody else did meanwhile, else nothing is added."""
        ...

    def since(self, at: datetime | None, *, policy: str | None = None) -> list[RuleCount]:
        """Return the counts of the days from one on, of one version where named."""
        ...


class Sites(Protocol):
    """Sites, their keys and their policies."""

    def get(self, id: SiteId) -> Site:
        """Return one site.

        Raises:
            NotFound: if there is none of that name.
        """
        ...

    def all(self) -> list[Site]:
        """Return every site in the order of their names."""
        ...

    def add(self, site: Site) -> None:
        """Keep a new site.

        Raises:
            Conflict: if there is one of that name.
        """
        ...

    def save(self, site: Site) -> None:
        """Keep a changed site.

        Raises:
            NotFound: if there is none of that name.
        """
        ...

    def key(self, prefix: str) -> ApiKey | None:
        """Find a key by its public prefix."""
        ...

    def keys(self, site: SiteId | None = None) -> list[ApiKey]:
        """Return keys, newest first."""
        ...

    def add_key(self, key: ApiKey) -> None:
        """Keep a new key."""
        ...

    def revoke_key(self, prefix: str, *, at: datetime) -> None:
        """End a key.

        Raises:
            NotFound: if there is none.
        """
        ...

    def policy(self, site: SiteId, hash: str) -> tuple[str, dict[str, str]]:
        """Return name and files of one version of a site's policy, the main file first.

        Raises:
            NotFound: if the site has no such version.
        """
        ...

    def policies(self, site: SiteId) -> list[PolicyVersion]:
        """Return the versions of a site's policy, newest first."""
        ...

    def keep_policy(self, site: SiteId, *, hash: str, name: str, files: Mapping[str, str], at: datetime) -> bool:
        """Offer a version as a draft, which nobody saved; returns whether it is new."""
        ...

    def publish_policy(self, site: SiteId, hash: str, *, by: str, at: datetime) -> None:
        """Make a kept version the live one, without asking anything: a site's first, or a test's.

        Raises:
            NotFound: if the site has no such version.
        """
        ...


class PolicyEditor(Protocol):
    """Changes the files of a policy, and leaves every other line as it was written."""

    def rule(self, files: Mapping[str, str], id: str) -> WrittenRule:
        """Return a rule as it is written.

        Raises:
            NotFound: if no file of the policy holds it.
            Invalid: if it is written in a form that cannot be taken out of its file.
        """
        ...

    def with_rule(self, files: Mapping[str, str], id: str, *, text: str) -> dict[str, str]:
        """Return the files with one rule written anew."""
        ...

    def with_new_rule(self, files: Mapping[str, str], text: str) -> dict[str, str]:
        """Return the files with one more rule."""
        ...

    def without_rule(self, files: Mapping[str, str], id: str) -> dict[str, str]:
        """Return the files without a rule."""
        ...

    def with_parts(self, text: str, parts: Mapping[str, str | None]) -> str:
        """Return a rule's YAML with some of its parts written anew; `None` takes one out."""
        ...

    def with_then(self, text: str, changes: Mapping[str, str | int | None]) -> str:
        """Return a rule's YAML with some of what follows from it changed; `None` takes one out."""
        ...

    def with_threshold(self, text: str, *, attribute: str, at: float) -> str:
        """Return a rule's YAML, holding from another score of an attribute on, its examples with it.

        Raises:
            Invalid: if the rule does not ask for the score, or not in one place.
        """
        ...

    def word_list(self, files: Mapping[str, str], id: str) -> WrittenList:
        """Return the file in which the words of a list stand, and the line.

        Raises:
            NotFound: if the policy has no such list.
        """
        ...
