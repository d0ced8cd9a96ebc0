"""An editor's change touches its own lines: every other one, comments included, stays as somebody wrote it."""

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

from moderation.domain.errors import Invalid, NotFound
from moderation.domain.policy import Policy
from moderation.domain.verdict import Mode, Outcome
from moderation.policyfile import edit, files

SHIPPED = ("policies/default.yaml", "policies/sites/asbarez.yaml")

POLICY = """version: 1
name: paper
clauses: {spam: {title: "No spam", text: "No spam."}}
lists:
  wares: {file: lists/wares.txt}
  shops: {words: [bazaar]}
rules:
  # asked for by the desk
  - id: wares
    clause: spam   # the only one
    when: {word: {list: wares}}
    then: {verdict: flag, queue: spam, cooldown: 10m}
    examples:
      hit: ["Buy pills.", "Pills here.", "More pills."]
      miss: ["A pillow.", "Spilled milk.", "Nothing."]

  # the last
  - id: shops
    clause: spam
    mode: shadow
    when:
      word: {list: shops}
    then: {verdict: flag}
    examples:
      hit: ["A bazaar.", "The bazaar.", "Bazaar"]
      miss: ["Bizarre.", "A shop.", "None."]
scenarios: []
"""
FILES = {"paper.yaml": POLICY, "lists/wares.txt": "pills\n"}


def _changed(after: Mapping[str, str]) -> list[str]:
    """Return the lines that differ."""
    lines = unified_diff(POLICY.split("\n"), after["paper.yaml"].split("\n"), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> tuple[Policy, dict[str, str]]:
    """Return a shipped policy with its files."""
    return files.read(Path(request.param))


def test_every_shipped_rule_comes_back_as_it_was_written(shipped: tuple[Policy, dict[str, str]]) -> None:
    """Opening a rule and saving it must change nothing, or no editor would dare."""
    policy, sources = shipped

    for rule in policy.rules:
        written = edit.rule(sources, rule.id)

        assert edit.with_rule(sources, rule.id, text=written.text) == sources
        assert edit.with_then(edit.with_parts(written.text, written.parts), {}) == written.text.rstrip("\n")


def test_mode_is_changed_by_one_line() -> None:
    """What an editor does most often is to try a rule in shadow."""
    written = edit.rule(FILES, "wares")

    after = edit.with_rule(FILES, "wares", text=edit.with_parts(written.text, {"mode": "shadow"}))

    assert _changed(after) == ["+    mode: shadow"]
    assert files.load("paper", after).rules[0].mode is Mode.SHADOW


def test_part_is_taken_out() -> None:
    """A rule goes live by losing its `mode`."""
    written = edit.rule(FILES, "shops")

    after = edit.with_rule(FILES, "shops", text=edit.with_parts(written.text, {"mode": None}))

    assert _changed(after) == ["-    mode: shadow"]


def test_what_follows_keeps_what_the_form_does_not_show() -> None:
    """A cooldown that no form shows must survive a changed priority."""
    text = edit.with_then(
        edit.rule(FILES, "wares").text, {"priority": 80, "queue": "wares", "message": 'Says "pills".'}
    )

    after = files.load("paper", edit.with_rule(FILES, "wares", text=text)).rules[0].then
    assert (after.priority, after.queue, after.message) == (80, "wares", 'Says "pills".')
    assert after.cooldown is not None


def test_condition_of_several_lines_stands_below_its_key() -> None:
    """Conditions are typed as YAML of their own, without a thought for how far they are indented in the file."""
    text = edit.with_parts(edit.rule(FILES, "wares").text, {"when": "any:\r\n  - word: {list: wares}\r\n"})

    assert "when:\n  any:\n    - word: {list: wares}" in text


def test_new_rule_comes_last_of_the_main_file() -> None:
    """Rules are read top to bottom, so a new one stands at the end, before what follows the rules."""
    text = edit.rule(FILES, "shops").text.replace("id: shops", "id: more-shops")

    after = files.load("paper", edit.with_new_rule(FILES, text))

    assert [rule.id for rule in after.rules] == ["wares", "shops", "more-shops"]
    assert after.rules[2].then.verdict is Outcome.FLAG


def test_first_rule_of_a_file_that_only_extends() -> None:
    """A site's own file may begin with nothing but what it extends."""
    main = "version: 1\nname: mine\nextends: paper.yaml\n"
    sources = {"mine.yaml": main, **FILES}
    text = edit.rule(FILES, "shops").text.replace("id: shops", "id: mine")

    after = files.load("mine", edit.with_new_rule(sources, text))

    assert {"wares", "shops", "mine"} == {rule.id for rule in after.rules}


def test_rule_is_taken_out_whole() -> None:
    """Nothing of it may stay behind, and nothing of the next may go."""
    after = edit.without_rule(FILES, "wares")

    assert [rule.id for rule in files.load("paper", after).rules] == ["shops"]
    assert "# the last\n  - id: shops" in after["paper.yaml"]


def test_words_are_found_where_they_stand() -> None:
    """An editor who wants to add a word is led to its file and line."""
    assert edit.word_list(FILES, "wares").file == "lists/wares.txt"
    inline = edit.word_list(FILES, "shops")
    assert POLICY.split("\n")[inline.line - 1].strip().startswith("shops:")


def test_what_is_not_there_is_said() -> None:
    """A link of last week may name a rule or list that is gone."""
    with pytest.raises(NotFound, match="no rule 'gone'"):
        edit.rule(FILES, "gone")
    with pytest.raises(NotFound, match="no list 'gone'"):
        edit.word_list(FILES, "gone")


def test_rule_on_one_line_is_left_to_the_file() -> None:
    """It cannot be shown in parts; the error says where it stands."""
    sources = {"mine.yaml": 'extends: paper.yaml\nrules:\n  - {id: wares, mode: "off"}\n', **FILES}

    with pytest.raises(Invalid, match="line 3"):
        edit.rule(sources, "wares")
