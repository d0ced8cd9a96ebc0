"""A backtest over a whole database comes to one answer, however the work is shared."""

import dataclasses
from pathlib import Path

import pytest

from moderation import timemachine
from moderation.domain.backtesting.backtest import Trial
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.errors import PolicyInvalid
from moderation.domain.site import PolicyFiles, Site
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, author, comment, submission
from moderation.testing.scorers import OneLanguage, WordScorer
from tests.cli.conftest import SMALL

COUNT = 120


def policy_files(text: str) -> PolicyFiles:
    """A policy of one file."""
    return PolicyFiles(name="evening", files={"evening.yaml": text})


TRIAL = Trial(
    site=NORTH,
    before=policy_files(SMALL),
    after=policy_files(SMALL.replace("[clown]", "[clown, buffoon]")),
    query=VerdictQuery(),
)


@pytest.fixture
def url(sqlite_url: str) -> str:
    """A database in which every third comment speaks of a buffoon."""
    engine = connect(sqlite_url)
    sites, policy = SiteRepository(engine), files.load("evening", {"evening.yaml": SMALL})
    sites.add(Site(id=NORTH, policy=policy.hash, created_at=START))
    sites.keep_policy(NORTH, hash=policy.hash, name="evening", files={"evening.yaml": SMALL}, at=START)
    sent = [
        submission(comment("buffoon" if n % 3 == 0 else "lovely", id=f"c-{n}", author=author(f"u-{n}")))
        for n in range(COUNT)
    ]
    moderate(sent, policy=policy, scorer=WordScorer(), languages=OneLanguage(), storage=Database(engine), at=START)
    engine.dispose()
    return sqlite_url


@pytest.mark.slow
def test_processes_come_to_the_same_answer(url: str) -> None:
    """What is counted twice, or not at all, between two stretches is a wrong report."""
    together = timemachine.run(url, TRIAL, processes=2, aside=True)

    assert together == timemachine.run(url, TRIAL)
    assert (together.looked_at, together.changed) == (COUNT, COUNT / 3)


def test_a_sample_is_about_as_large_as_wanted(url: str) -> None:
    """Half an answer at once is better than none, and says that it is half."""
    report = timemachine.run(url, dataclasses.replace(TRIAL, sample=60))

    assert 50 <= report.looked_at <= 70
    assert report.on_record == COUNT
    assert any("sample" in note for note in report.notes)
    assert report.queue.after_per_day == pytest.approx(COUNT / 3, rel=0.3)


def test_verdicts_of_a_policy_that_is_not_kept_are_asked_anew(url: str) -> None:
    """A site that came from elsewhere has verdicts, and not every version behind them."""
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM policy_version")
    engine.dispose()
    other = dataclasses.replace(TRIAL, before=policy_files(SMALL.replace("[clown]", "[clown, fool]")))

    assert timemachine.run(url, other).changed == COUNT / 3


def test_an_empty_archive_has_nothing_to_tell(sqlite_url: str) -> None:
    """A new site tries its first change, too."""
    report = timemachine.run(sqlite_url, dataclasses.replace(TRIAL, site=SiteId("south")))

    assert (report.looked_at, report.on_record, report.queue.days) == (0, 0, {})


def test_a_policy_with_faults_is_refused(url: str, tmp_path: Path) -> None:
    """Before anything is read."""
    broken = policy_files(SMALL.replace("verdict: flag", "verdict: flagg"))

    with pytest.raises(PolicyInvalid, match=r"^evening\.yaml:13:"):
        timemachine.run(url, dataclasses.replace(TRIAL, after=broken))
