"""What differs between two policies, in words that an editor would use."""

import pytest

from moderation.domain.policy import Policy
from moderation.domain.policy_difference import changes_of, text_difference
from moderation.policyfile.load import loads

BASE = """\
version: 1
name: words
settings: {default_verdict: allow}
clauses:
  attacks: {title: Attacks, text: No attacks.}
lists:
  names: {words: [clown, fool]}
entities:
  - {name: Berlin, kind: place}
rules:
  - id: name-calling
    clause: attacks
    mode: shadow
    when: {all: [{word: {list: names}}, {word: {words: [you]}}, {score: {insult: ">= 0.8"}}]}
    then: {verdict: flag}
    examples:
      miss: [a civil word]
ladder:
  window: 90d
  steps: [{at: 2, standing: limited}]
"""


def policy(*changes: tuple[str, str]) -> Policy:
    """The policy with some of its text replaced."""
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return loads(text, name="words.yaml")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("mode: shadow", "mode: live", "rule 'name-calling' changed: mode shadow → live"),
        ("flag}", "block, strike: 2}", "rule 'name-calling' changed: verdict flag → block; strike 0 → 2"),
        ("[you]", "[you, thou]", "rule 'name-calling' changed: adds 'thou'"),
        ("0.8", "0.7", "rule 'name-calling' changed: score.insult ≥ 0.80 → ≥ 0.70"),
        ("{all:", "{any:", "rule 'name-calling' changed: its condition differs"),
        ("[a civil word]", "[a civil word, thanks]", "rule 'name-calling' changed: 1 → 2 examples of miss"),
        ("a civil word", "thanks", "rule 'name-calling' changed: other examples of miss"),
        ("id: name-calling", "id: names", "rule 'name-calling' removed"),
        ("[clown, fool]", "[clown, oaf]", "list 'names' changed: adds 'oaf'; drops 'fool'"),
        ("fool]", "{word: fool, note: Shakespeare}]", "list 'names' changed: 1 other note"),
        ("No attacks.", "Be kind.", "clause 'attacks' changed: text No attacks. → Be kind."),
        ("name: Berlin", "name: Bonn", "entity 'Bonn' added"),
        ("verdict: allow", "verdict: flag", "settings changed: default_verdict allow → flag"),
        ("at: 2", "at: 3", "ladder changed"),
    ],
)
def test_change_is_told_in_a_line(old: str, new: str, told: str) -> None:
    """An editor reads this before pressing the button."""
    found = [str(change) for change in changes_of(policy(), policy((old, new)))]

    assert told in found


def test_nothing_differs_from_itself() -> None:
    """A remark in a file is no change."""
    assert list(changes_of(policy(), policy(("version: 1", "version: 1  # a remark")))) == []


def test_long_list_of_words_is_cut() -> None:
    """Four hundred words in one line are read by nobody."""
    many = ", ".join(f"word{n:02}" for n in range(20))
    [change] = changes_of(policy(), policy(("[clown, fool]", f"[clown, fool, {many}]")))

    assert str(change).endswith("'word11' and 8 more")


def test_text_is_compared_file_by_file() -> None:
    """A file that is new shows whole."""
    same = {"b.txt": "x\n"}
    found = text_difference({"a.yaml": "one\n"} | same, {"a.yaml": "two\n", "c.txt": "y\n"} | same)

    assert [line for line in found.splitlines() if line[0] in "+-"] == [
        "--- before/a.yaml",
        "+++ after/a.yaml",
        "-one",
        "+two",
        "--- before/c.txt",
        "+++ after/c.txt",
        "+y",
    ]
