"""What every `Policies` must do. Give the suite a fixture `store` that is empty."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from moderation.domain.errors import NotFound
from moderation.domain.gate import BacktestReport
from moderation.domain.policy_version import PolicyVersion, VersionState
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, site
from moderation.testing.stores import Store

LATER = START + timedelta(hours=1)
FILES = {"z-main.yaml": "name: test\n", "a-list.yaml": "words: []\n"}


def draft(hash: str = "aa", *, at: datetime = START) -> PolicyVersion:
    """Make a draft with everything told of it."""
    return PolicyVersion(
        hash=hash,
        name="default",
        state=VersionState.DRAFT,
        created_at=at,
        parent="00",
        saved_by="ann",
        saved_why="after the elections",
        watched=("flood",),
    )


def backtest_report(after: str = "aa", *, at: datetime = START) -> BacktestReport:
    """Make the report of a backtest."""
    return BacktestReport(
        before="00",
        after=after,
        at=at,
        by="ann",
        on_record=900,
        looked_at=900,
        changed=7,
        contradicting=1,
        agreeing=3,
        is_whole=True,
        held={"flood": 7},
    )


class PoliciesContract:
    """Versions and what was tried of them are kept, each site's apart."""

    @pytest.fixture(autouse=True)
    def sites(self, store: Store) -> None:
        """Make two sites."""
        for id in (NORTH, SOUTH):
            store.sites.add(site(id))

    def test_version_comes_back_as_it_was_kept(self, store: Store) -> None:
        """Who and why is what a colleague asks in a year."""
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft(), FILES)

        with store.storage.read(NORTH) as transaction:
            assert transaction.policies.versions() == [draft()]
            assert list(transaction.policies.files("aa").files.items()) == list(FILES.items())
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.versions() == []

    def test_versions_come_newest_first(self, store: Store) -> None:
        """What is worked on stands on top."""
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft("aa"), FILES)
            transaction.policies.add(draft("bb", at=LATER), FILES)

            assert [version.hash for version in transaction.policies.versions()] == ["bb", "aa"]

    def test_live_version_is_what_the_site_is_judged_by(self, store: Store) -> None:
        """A version that is called live and does not judge would be worse than none."""
        live = replace(
            draft(), state=VersionState.LIVE, published_at=LATER, published_by="ben", replaced="00"
        )  # fmt: skip
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft(), FILES)
            transaction.policies.save(live)

        assert (store.sites.get(NORTH).policy, store.sites.policies(NORTH)) == ("aa", [live])
        assert store.sites.get(SOUTH).policy == site().policy

    def test_what_fails_leaves_the_live_version(self, store: Store) -> None:
        """Half a publication must not judge anybody."""
        live = replace(draft(), state=VersionState.LIVE)
        with suppress(RuntimeError), store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft(), FILES)
            transaction.policies.save(live)
            raise RuntimeError

        assert (store.sites.get(NORTH).policy, store.sites.policies(NORTH)) == (site().policy, [])

    def test_version_that_is_not_there_is_not_found(self, store: Store) -> None:
        """A typing error in a hash must not pass in silence."""
        with store.storage.write(NORTH) as transaction:
            with pytest.raises(NotFound):
                transaction.policies.files("aa")
            with pytest.raises(NotFound):
                transaction.policies.save(draft())

    def test_reports_come_newest_first(self, store: Store) -> None:
        """What was looked at last is what somebody goes by."""
        reports = [backtest_report(), backtest_report("bb"), backtest_report(at=LATER)]
        with store.storage.write(NORTH) as transaction:
            for report in reports:
                transaction.policies.add_report(report)

        with store.storage.read(NORTH) as transaction:
            assert transaction.policies.reports("aa") == [reports[2], reports[0]]
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.reports("aa") == []

    def test_acts_come_newest_first(self, store: Store) -> None:
        """Whoever comes in the morning reads what the night did; what is no business of the policy is left out."""
        with store.storage.write(NORTH) as transaction:
            for by, what in (("ann", "policy.save"), ("eve", "author.standing"), ("brake", "policy.brake")):
                transaction.audit(by=by, what=what, detail={"rule": "flood"}, at=START)

        with store.storage.read(NORTH) as transaction:
            found = transaction.policies.acts(limit=9)
            assert transaction.policies.acts(limit=1) == found[:1]
        assert [(act.by, act.what, act.detail, act.at) for act in found] == [
            ("brake", "policy.brake", {"rule": "flood"}, START),
            ("ann", "policy.save", {"rule": "flood"}, START),
        ]
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.acts(limit=9) == []
