"""`moderation policy pull`, `push`, `publish`, `rollback`: a policy's life, for those who keep it in git."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run

pytestmark = pytest.mark.weights

BLOCKS = SMALL.replace("verdict: flag", "verdict: block")


def hashes(run: Run) -> dict[str, dict[str, str]]:
    """Hash → version, as the list tells."""
    return {each["hash"]: each for each in json.loads(run("policy", "list", "--json").stdout)}


def live(run: Run) -> str:
    """The hash of the live version."""
    return next(hash for hash, each in hashes(run).items() if each["state"] == "live")


@pytest.fixture
def folder(prepared: Run, tmp_path: Path) -> Path:
    """The live version in a folder."""
    folder = tmp_path / "pulled"
    assert prepared("policy", "pull", folder).exit_code == 0
    return folder


def edit(folder: Path, old: str = "clown", new: str = "fool") -> None:
    """Change the policy in a folder."""
    main = folder / "evening.yaml"
    main.write_text(main.read_text().replace(old, new))


def test_what_was_pulled_is_pushed_and_published(folder: Path, prepared: Run) -> None:
    """The whole way of those who keep their policy in git."""
    edit(folder)
    pushed = prepared("policy", "push", folder, "--by", "ann", "--why", "a new word")
    assert pushed.exit_code == 0, pushed.stderr
    hash = json.loads((folder / ".moderation-policy.json").read_text())["base"]
    assert f"policy publish {hash}" in pushed.stdout

    published = prepared("policy", "publish", hash, "--by", "ben", "--why", "agreed")

    assert published.exit_code == 0, published.stderr
    found = hashes(prepared)[hash]
    told = [found[name] for name in ("state", "saved_by", "saved_why", "published_by", "published_why")]
    assert told == ["live", "ann", "a new word", "ben", "agreed"]


def test_stale_push_is_refused_with_the_difference(folder: Path, prepared: Run, tmp_path: Path) -> None:
    """Two who pulled the same version must not undo each other's work unseen."""
    other = tmp_path / "other"
    prepared("policy", "pull", other)
    edit(folder)
    prepared("policy", "push", folder, "--by", "ann")
    edit(other, new="oaf")

    refused = prepared("policy", "push", other, "--by", "ben")

    assert refused.exit_code == 1
    assert "ann saved" in refused.stderr
    assert "list 'names' changed: adds 'fool'; drops 'clown'" in refused.stderr
    assert "+  names: {words: [fool]}" in refused.stderr
    assert "moderation policy pull newer --version " in refused.stderr
    assert "--beside" in refused.stderr
    assert len(hashes(prepared)) == 2


def test_stale_push_is_carried_over_to_what_came_first(folder: Path, prepared: Run, tmp_path: Path) -> None:
    """Whoever was second types one word more, and holds both changes."""
    other = tmp_path / "other"
    prepared("policy", "pull", other)
    edit(folder)
    prepared("policy", "push", folder, "--by", "ann")
    edit(other, old="name: evening", new="name: evening\nlanguage: en")

    pushed = prepared("policy", "push", other, "--by", "ben", "--carry-over")

    assert pushed.exit_code == 0, pushed.stderr
    text = (other / "evening.yaml").read_text()
    assert all(each in text for each in ("language: en", "[fool]"))
    [draft] = [hash for hash, each in hashes(prepared).items() if each["state"] == "draft"]
    assert json.loads((other / ".moderation-policy.json").read_text())["base"] == draft
    edit(folder, old="fool", new="oaf")
    edit(other, old="fool", new="goose")
    prepared("policy", "push", other, "--by", "ben")
    refused = prepared("policy", "push", folder, "--by", "ann", "--carry-over")
    assert (refused.exit_code, "the same lines (evening.yaml at line " in refused.stderr) == (1, True)
    assert "oaf" in (folder / "evening.yaml").read_text()


def test_draft_that_was_overtaken_is_carried_over(folder: Path, prepared: Run, tmp_path: Path) -> None:
    """The refusal to publish names the command, and the command does it."""
    other = tmp_path / "other"
    prepared("policy", "pull", other)
    edit(folder)
    prepared("policy", "push", folder, "--by", "ann")
    [slow] = [hash for hash, each in hashes(prepared).items() if each["state"] == "draft"]
    edit(other, old="name: evening", new="name: evening\nlanguage: en")
    prepared("policy", "push", other, "--by", "ben", "--beside")
    [quick] = [hash for hash, each in hashes(prepared).items() if each["state"] == "draft" and hash != slow]
    prepared("policy", "publish", quick)
    refused = prepared("policy", "publish", slow)
    assert f"moderation policy carry-over {slow}" in refused.stderr

    carried = prepared("policy", "carry-over", slow)

    assert carried.exit_code == 0, carried.stderr
    assert hashes(prepared)[slow]["state"] == "retired"
    [made] = [hash for hash, each in hashes(prepared).items() if each["state"] == "draft"]
    assert hashes(prepared)[made]["parent"] == quick


def test_push_of_a_file_names_its_base(small: str, prepared: Run) -> None:
    """Whoever never pulled has to say what the work stands on."""
    Path(small).write_text(SMALL.replace("clown", "fool"))
    unsaid = prepared("policy", "push", small)
    assert unsaid.exit_code == 2
    assert f"--against {live(prepared)} is the live one" in unsaid.stderr

    assert prepared("policy", "push", small, "--against", live(prepared)).exit_code == 0


def test_pull_does_not_write_over_work(folder: Path, prepared: Run) -> None:
    """An hour's edits must survive somebody's habit."""
    edit(folder)

    assert prepared("policy", "pull", folder).exit_code == 1
    assert "fool" in (folder / "evening.yaml").read_text()
    assert prepared("policy", "pull", folder, "--force").exit_code == 0
    assert "clown" in (folder / "evening.yaml").read_text()


def test_rollback_brings_back_what_was_live(small: str, prepared: Run) -> None:
    """One act, and no hash to look up."""
    before = live(prepared)
    Path(small).write_text(SMALL.replace("clown", "fool"))
    assert prepared("policy", "publish", small).exit_code == 0

    back = prepared("policy", "rollback", "--by", "eve", "--why", "too much")

    assert back.exit_code == 0, back.stderr
    assert live(prepared) == before
    assert hashes(prepared)[before]["published_by"] == "eve"


def test_rule_that_blocks_is_published_once_it_was_tried(small: str, prepared: Run) -> None:
    """The refusal gives the command, and the command does."""
    Path(small).write_text(BLOCKS)
    refused = prepared("policy", "publish", small, "--by", "ann")
    assert refused.exit_code == 1
    hash = next(hash for hash, each in hashes(prepared).items() if each["state"] == "draft")
    command = f"moderation policy backtest {hash} --site default"
    assert "'name-calling' would block" in refused.stderr
    assert command in refused.stderr

    assert prepared(*command.split()[1:]).exit_code == 0
    assert prepared("policy", "publish", hash, "--by", "ann", second_editor="1").exit_code == 1
    assert prepared("policy", "publish", hash, "--by", "ben", second_editor="1").exit_code == 0
    assert live(prepared) == hash


def test_policy_that_fails_its_examples_is_not_published(small: str, prepared: Run) -> None:
    """The last good one stays, whichever way the bad one comes."""
    before = live(prepared)
    Path(small).write_text(SMALL.replace("a civil word", "no clown here"))

    refused = prepared("policy", "publish", small)

    assert refused.exit_code == 2
    assert "name-calling, miss: no clown here" in refused.stderr
    assert live(prepared) == before


def test_diff_compares_a_file_with_what_is_live(small: str, prepared: Run) -> None:
    """In words first."""
    Path(small).write_text(SMALL.replace("verdict: flag", "verdict: block, strike: 2"))

    shown = prepared("policy", "diff", small).stdout

    assert "rule 'name-calling' changed: verdict flag → block; strike 0 → 2" in shown
    assert json.loads(prepared("policy", "diff", small, "--json").stdout)["changes"][0]["part"] == "rule"


def test_discarded_draft_is_out_of_the_way(folder: Path, prepared: Run) -> None:
    """What somebody left must not stop the next."""
    edit(folder)
    prepared("policy", "push", folder)
    [draft] = [hash for hash, each in hashes(prepared).items() if each["state"] == "draft"]

    assert prepared("policy", "discard", draft).exit_code == 0
    assert hashes(prepared)[draft]["state"] == "retired"


@pytest.mark.parametrize("written", ["{", "[]", '{"site": "default"}'])
def test_marker_that_cannot_be_read_is_told(folder: Path, prepared: Run, written: str) -> None:
    """A merge in git may leave anything there."""
    (folder / ".moderation-policy.json").write_text(written)

    refused = prepared("policy", "push", folder)
    assert refused.exit_code == 2
    assert "pull again" in refused.stderr


def test_folder_that_was_not_pulled_is_told(prepared: Run, tmp_path: Path) -> None:
    """The message says what to name instead."""
    (tmp_path / "empty").mkdir()

    refused = prepared("policy", "push", tmp_path / "empty", "--against", live(prepared))
    assert refused.exit_code == 2
    assert "name the policy file" in refused.stderr


def test_history_tells_who_did_what(small: str, prepared: Run) -> None:
    """The next shift reads what this one did."""
    Path(small).write_text(SMALL.replace("clown", "fool"))
    prepared("policy", "publish", small, "--by", "ann", "--why", "the word of the week")

    acts = prepared("policy", "history").stdout.splitlines()[1:]

    assert ["policy.publish" in act for act in acts] == [True, False, True]
    assert "the word of the week" in acts[0]


def test_order_to_take_back_is_told_and_kept(prepared: Run) -> None:
    """First told, then done; the figures are those of the database."""
    order = ("policy", "reverse", "--rule", "name-calling", "--since", "2020-01-01", "--why", "a circus came")

    told = prepared(*order, "--dry-run", "--json")

    assert told.exit_code == 0, told.stderr
    assert json.loads(told.stdout)["held"] == 0
    assert "reviews closed" not in prepared(*order, "--dry-run").stdout  # which would not be known
    assert "0  decisions were replaced" in prepared(*order, "--by", "eve").stdout
    assert "policy.reversed" in prepared("policy", "history").stdout
    assert prepared(*order[:-1], " ").exit_code == 2


def test_figures_tell_what_each_rule_does(prepared: Run) -> None:
    """Also before the first comment, and with what each rule costs here."""
    found = json.loads(prepared("policy", "figures", "--json", "--cost").stdout)

    assert [(each["rule"], each["matches"], each["precision"]["of"]) for each in found] == [("name-calling", 0, 0)]
    assert found[0]["cost"] > 0
    assert "no rulings" in prepared("policy", "figures", "--since", "2026-01-01").stdout


def test_comment_that_is_not_there_is_no_example(prepared: Run) -> None:
    """A typing error in an id must not pass in silence."""
    refused = prepared("policy", "example", "nowhere", "--rule", "name-calling", "--as", "hit")

    assert refused.exit_code == 1
    assert "no comment 'nowhere'" in refused.stderr


def test_push_of_nothing_is_told(prepared: Run, tmp_path: Path) -> None:
    """A slip in the path is no question of versions."""
    refused = prepared("policy", "push", tmp_path / "none")

    assert refused.exit_code == 2
    assert "none: there is no such folder or file" in refused.stderr


def test_rule_that_did_nothing_is_told(prepared: Run) -> None:
    """A slip in the rule's name must not read like a day without mistakes."""
    told = prepared("policy", "reverse", "--rule", "nobody", "--since", "2020-01-01", "--why", "x", "--dry-run")

    assert "No verdict since then rests on a rule 'nobody'" in told.stderr
