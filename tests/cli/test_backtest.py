"""`moderation policy backtest`: what an editor sees before a change goes live."""

import json
from pathlib import Path

import pytest

from moderation.domain.comment import SiteId
from moderation.domain.site import Site
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.clock import FixedClock
from moderation.testing.factories import comment, ruled, submission
from moderation.testing.scorers import OneLanguage, WordScorer
from tests.cli.conftest import SMALL, Run

DEFAULT = SiteId("default")
TEXTS = ("What a clown.", "The circus was lovely.", "A buffoon writes here.", "Clown and buffoon!")


def fill(tmp_path: Path, *, site: SiteId = DEFAULT, texts: tuple[str, ...] = TEXTS) -> None:
    """Judge a few comments by the live policy, and rule on one."""
    engine, clock = connect(f"sqlite:///{tmp_path}/moderation.sqlite3"), FixedClock()
    sites = SiteRepository(engine)
    policy = files.load(*sites.policy(site, sites.get(site).policy))
    sent = [submission(comment(text, id=f"c-{n}", site=site)) for n, text in enumerate(texts)]
    moderate(
        sent,
        policy=policy,
        scorer=WordScorer(),
        languages=OneLanguage(),
        storage=Database(engine),
        at=clock.now(),
    )
    with Database(engine).write(site) as transaction:
        transaction.decisions.append(ruled(Outcome.ALLOW, id="c-2", at=clock.advance(hours=1), site=site))
    engine.dispose()


@pytest.fixture
def newer(prepared: Run, small: str, tmp_path: Path) -> Path:
    """A candidate that knows another word, over an archive of four comments."""
    fill(tmp_path)
    path = tmp_path / "newer" / "evening.yaml"
    path.parent.mkdir()
    path.write_text(SMALL.replace("[clown]", "[clown, buffoon]"))
    return path


def test_what_contradicts_a_person_comes_first(newer: Path, prepared: Run) -> None:
    """An editor reads the top of the page; there stands what a colleague has already ruled otherwise."""
    result = prepared("policy", "backtest", newer)

    assert result.exit_code == 0, result.output
    assert "4 of 4 verdicts looked at, 1 would change: allow → flag 1." in result.stdout
    shown = result.stdout.index("Against what a person ruled")
    assert shown < result.stdout.index("By rule")
    assert "A ⟦buffoon⟧ writes here." in result.stdout or "⟦A buffoon⟧ writes here." in result.stdout


def test_json_holds_the_whole_report(newer: Path, prepared: Run) -> None:
    """A newsroom's own checks compare figures, not tables."""
    (found,) = json.loads(prepared("policy", "backtest", newer, "--json").stdout)["backtests"]

    assert (found["looked_at"], found["changed"], found["contradicting"]) == (4, 1, 1)
    assert found["contradictions"][0]["comment_id"] == "c-2"
    assert found["rules"] == [
        {
            "rule": "name-calling",
            "held_before": 2,
            "held_after": 3,
            "shifts": [{"before": "allow", "after": "flag", "count": 1}],
        }
    ]


def test_the_page_stands_by_itself(newer: Path, prepared: Run, tmp_path: Path) -> None:
    """The page is mailed to an editor in chief, who opens it on a train."""
    page = tmp_path / "page.html"
    prepared("policy", "backtest", newer, "--html", page)

    written = page.read_text()
    assert "<mark>" in written
    assert "src=" not in written
    assert "http" not in written.replace("http-equiv", "")


def test_a_broken_policy_shows_its_faults_and_changes_nothing(newer: Path, prepared: Run) -> None:
    """Half a policy must not give half an answer."""
    newer.write_text(SMALL.replace("verdict: flag", "verdict: flagg"))
    before = prepared("policy", "list").stdout

    result = prepared("policy", "backtest", newer)

    assert result.exit_code == 2
    assert "evening.yaml:13:" in result.stderr
    assert "^" in result.stderr
    assert prepared("policy", "list").stdout == before


def test_a_kept_version_can_be_tried(newer: Path, prepared: Run) -> None:
    """Going back to an older version is a change like any other."""
    prepared("policy", "publish", newer)
    versions = prepared("policy", "list").stdout
    old = next(line.split()[0].partition("@")[2] for line in versions.splitlines() if " retired " in line)

    (found,) = json.loads(prepared("policy", "backtest", old, "--json").stdout)["backtests"]

    assert found["shifts"] == [{"before": "flag", "after": "allow", "count": 1}]


def test_what_is_neither_file_nor_version_is_told(prepared: Run) -> None:
    """The commonest slip is the path."""
    result = prepared("policy", "backtest", "nowhere")

    assert result.exit_code == 2
    assert "neither a policy file nor a version" in result.stderr


@pytest.mark.parametrize(
    ("option", "value", "count"),
    [
        ("--since", "2026-03-03", 0),
        ("--until", "2026-03-03", 4),
        ("--section", "city", 4),
        ("--section", "sport", 0),
        ("--sample", "4", 4),
    ],
)
def test_what_is_looked_at_can_be_narrowed(
    option: str, value: str, count: int, newer: Path, prepared: Run
) -> None:
    """A rule for one section is tried on that section."""
    found = json.loads(prepared("policy", "backtest", newer, option, value, "--json").stdout)["backtests"]

    assert found[0]["looked_at"] == count


def test_a_base_policy_is_tried_on_every_site_that_extends_it(newer: Path, prepared: Run, tmp_path: Path) -> None:
    """One base under several titles: each has its own archive and its own queue."""
    add_sites(tmp_path)

    result = prepared("policy", "backtest", newer, "--json")

    found = json.loads(result.stdout)["backtests"]
    assert [(each["site"], each["changed"]) for each in found] == [("default", 1), ("north", 1), ("south", 1)]
    assert found[1]["after"].startswith("north@")


def add_sites(tmp_path: Path) -> None:
    """Add two sites whose policies extend the first one's, each with an archive."""
    engine = connect(f"sqlite:///{tmp_path}/moderation.sqlite3")
    sites = SiteRepository(engine)
    (tmp_path / "sites").mkdir()
    for name in ("north", "south"):
        own = tmp_path / "sites" / f"{name}.yaml"
        own.write_text(f"version: 1\nname: {name}\nextends: ../evening.yaml\n")
        policy, sources = files.read(own)
        at = FixedClock().now()
        sites.add(Site(id=SiteId(name), policy=policy.hash, created_at=at))
        sites.keep_policy(SiteId(name), hash=policy.hash, name=policy.name, files=sources, at=at)
        sites.publish_policy(SiteId(name), policy.hash, by="test", at=at)
        fill(tmp_path, site=SiteId(name))
    engine.dispose()


def test_several_sites_have_a_row_each(newer: Path, prepared: Run, tmp_path: Path) -> None:
    """The publisher of five titles looks at five rows, and then at one of them."""
    add_sites(tmp_path)

    lines = prepared("policy", "backtest", newer).stdout.splitlines()

    assert [line.split()[0] for line in lines[:4]] == ["site", "default", "north", "south"]
