"""`moderation report agreement`, and `moderation site live`: from figures to a decision."""

import csv
import io
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision
from moderation.domain.outcome import SiteOutcome
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.reports import erase, settle
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.clock import START
from moderation.testing.factories import author, comment, submission
from moderation.testing.scorers import OneLanguage, WordScorer
from tests.cli.conftest import SMALL, Run

DEFAULT = SiteId("default")
#: Text → what people did with it.
TOLD = {
    "What a clown.": SiteOutcome.REMOVED,
    "The clown was lovely.": SiteOutcome.PUBLISHED,
    "A <b>harsh</b> word that people took down.": SiteOutcome.REMOVED,
    "Buy watches here.": SiteOutcome.SPAM,
    "A calm word.": SiteOutcome.PUBLISHED,
}


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The small policy, stricter, while the site only observes."""
    path = tmp_path / "evening.yaml"
    path.write_text("settings:\n  mode: observe\n" + SMALL.replace("verdict: flag", "verdict: block"))
    return str(path)


@pytest.fixture
def judged(prepared: Run, tmp_path: Path) -> Run:
    """Run commands on a site whose people judged a few comments."""
    engine = connect(f"sqlite:///{tmp_path}/moderation.sqlite3")
    sites, storage = SiteRepository(engine), Database(engine)
    policy = files.load(*sites.policy(DEFAULT, sites.get(DEFAULT).policy))
    for number, (text, told) in enumerate(TOLD.items()):
        sent = submission(comment(text, id=f"c-{number}", site=DEFAULT, author=author(f"u-{number}")))
        at = START + timedelta(days=number)
        (made,) = moderate(
            [sent], policy=policy, scorer=WordScorer(), languages=OneLanguage(), storage=storage, at=at
        )
        assert isinstance(made, Decision)
        settle(storage, site=DEFAULT, id=made.comment_id, outcome=told, by="eve", at=at + timedelta(hours=1))
    erase(storage, site=DEFAULT, id=CommentId("c-3"), at=START)
    engine.dispose()
    return prepared


def test_an_editor_reads_figures_mistakes_and_what_is_wanting(judged: Run) -> None:
    """The whole decision stands on one screen, and what to do comes last."""
    result = judged("report", "agreement")

    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "default: people judged 5 of 5 comments on record."
    assert ["block", "1", "1", "0"] in [line.split() for line in lines]
    assert any(line.startswith("name-calling  live  1") for line in lines)
    assert "They differ on 3, the text of 1 is erased" in result.stdout
    shown = [line for line in lines if "⟦clown⟧" in line]
    assert shown
    assert lines.index(shown[0]) < next(n for n, line in enumerate(lines) if "harsh" in line)
    assert "Of 2 comments that it would block, people published 1: at most 97 %." in result.stdout
    assert lines[-1] == "Not proved yet: let it observe on, or allow more."


def test_json_holds_the_whole_report(judged: Run) -> None:
    """A newsroom's own page draws the figures."""
    found = json.loads(judged("report", "agreement", "--json").stdout)

    assert found["verdicts"]["block"] == {"published": 1, "removed": 1, "spam": 0}
    assert found["readiness"]["wrong_blocks"]["mistakes"] == 1


def test_csv_holds_a_row_a_figure(judged: Run) -> None:
    """A spreadsheet is where many newsrooms keep such things."""
    rows = list(csv.DictReader(io.StringIO(judged("report", "agreement", "--csv").stdout)))

    assert [(row["of"], row["name"]) for row in rows[:3]] == [
        ("verdict", verdict) for verdict in ("allow", "flag", "block")
    ]
    (rule,) = [row for row in rows if row["of"] == "rule"]
    assert (rule["name"], rule["removed"], rule["precision"]) == ("name-calling", "1", "0.5000")


def test_the_page_stands_by_itself_and_shows_text_as_text(judged: Run, tmp_path: Path) -> None:
    """The page is mailed; a comment in it must not become part of it."""
    page = tmp_path / "page.html"
    judged("report", "agreement", "--html", page)

    written = page.read_text()
    assert "&lt;b&gt;harsh&lt;/b&gt;" in written
    assert "<mark>" in written
    assert "The text was erased." in written
    assert "src=" not in written


@pytest.mark.parametrize(("share", "is_ready"), [("99%", True), ("0.985", True), ("1 %", False)])
def test_ready_is_told_with_what_to_type(judged: Run, share: str, is_ready: bool) -> None:
    """Who has proved the budget should not have to look for the command."""
    last = judged("report", "agreement", "--wrong-blocks", share, "--missed", share).stdout.splitlines()[-1]

    assert (last == "Ready: moderation site live default") is is_ready


@pytest.mark.parametrize("share", ["0%", "100%", "few", "2"])
def test_a_share_that_is_none_is_refused(judged: Run, share: str) -> None:
    """Two per cent typed as 2 would allow everything."""
    result = judged("report", "agreement", "--missed", share)

    assert result.exit_code == 2
    assert "is not a share" in result.stderr


def test_going_live_is_one_act_and_can_be_taken_back(judged: Run, tmp_path: Path) -> None:
    """The editor's file keeps its words but one; who did it is in the audit."""
    refused = judged("site", "live", "default", "--by", "mia")
    draft = re.search(r"policy backtest ([0-9a-f]{12})", refused.stderr)
    assert draft is not None, refused.output
    judged("policy", "backtest", draft[1])
    first = judged("site", "live", "default", "--by", "mia")
    second = judged("site", "live", "default")
    back = judged("site", "observe", "default")

    assert refused.exit_code == 1
    assert "'name-calling' would block comments that are not blocked now" in refused.stderr
    assert "take effect on 'default' from now on" in first.stdout
    assert "already; nothing was changed" in second.stdout
    assert "every answer is allow" in back.stdout
    engine = connect(f"sqlite:///{tmp_path}/moderation.sqlite3")
    with engine.connect() as connection:
        (by,) = connection.exec_driver_sql(
            "SELECT \"by\" FROM audit WHERE what = 'policy.publish' AND \"by\" = 'mia'"
        ).one()
    engine.dispose()
    assert by == "mia"


def test_a_budget_says_what_is_wanting(judged: Run) -> None:
    """With five rulings nothing is proved, and the answer is how many would."""
    result = judged("policy", "budget", "--wrong-blocks", "1%", "--missed", "2%")

    assert result.exit_code == 0, result.output
    assert "5 comments on record, people judged 5, 5 of them whatever the verdict." in result.stdout
    assert "The budget is 1 %" in result.stdout
    assert "So it may decide nothing alone yet." in result.stdout
    assert "No audit sample is drawn" in result.stdout


def test_a_budget_is_there_for_programs(judged: Run) -> None:
    """A page of the newsroom's own shows how far it is."""
    found = json.loads(judged("policy", "budget", "--json").stdout)

    assert found["budget"] == {"wrong_blocks": 0.01, "missed": 0.02}
    assert found["alone"] is None
    assert found["missed_now"]["of"] == 3


def test_a_word_is_tried_on_what_readers_wrote(judged: Run) -> None:
    """A list entry that would catch half the archive is told before it is saved."""
    found = json.loads(judged("policy", "word", "the", "--soft", "--json").stdout)

    assert found["comments_checked"] >= 4
    assert 0 < len(found["comments"]) <= 20
