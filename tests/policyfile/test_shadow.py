"""Rules are put into shadow by a change of one line, and the editor's file stays the editor's."""

import pytest

from moderation.domain.errors import Invalid
from moderation.domain.site import PolicyFiles
from moderation.domain.verdict import Mode
from moderation.policyfile.files import load
from moderation.policyfile.shadow import in_shadow
from tests.cli.conftest import SMALL

OWN = """\
version: 1
name: own
extends: evening.yaml
"""


def policy(**files: str) -> PolicyFiles:
    """A policy of files; the first gives the name."""
    return PolicyFiles(name=next(iter(files)), files={f"{name}.yaml": text for name, text in files.items()})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SMALL, "    mode: shadow"),
        (
            SMALL.replace("    clause:", "    mode: live  # since May\n    clause:"),
            "    mode: shadow  # since May",
        ),
        (SMALL.replace("- id: name-calling", "- id: 'name-calling'  # ours"), "    mode: shadow"),
        (SMALL.replace("    clause: attacks", '    mode: "live"\n    clause: attacks'), "    mode: shadow"),
    ],
    ids=["no mode", "a mode with a remark", "a quoted id", "a quoted mode"],
)
def test_one_line_changes(text: str, line: str) -> None:
    """A person reads the difference, and keeps the remarks."""
    shadowed = in_shadow(policy(evening=text), ["name-calling"])

    found = shadowed.files["evening.yaml"].splitlines()
    assert line in found
    assert len(set(found) ^ set(text.splitlines())) <= 2
    assert [rule.mode for rule in load("evening", shadowed.files).rules] == [Mode.SHADOW]


@pytest.mark.parametrize(
    "own",
    [
        OWN,
        OWN + "rules:\n  # ours\n  - id: other\n    clause: attacks\n    when: {word: {words: [oaf]}}\n"
        "    then: {verdict: flag}\n",
        OWN + "rules:\n- {id: other, clause: attacks, when: {word: {words: [oaf]}}, then: {verdict: flag}}\n",
    ],
    ids=["no rules", "a rule", "a rule in one line"],
)
def test_rule_of_the_base_is_laid_over(own: str) -> None:
    """The file that others extend too is left alone."""
    shadowed = in_shadow(policy(own=own, evening=SMALL), ["name-calling"])

    assert shadowed.files["evening.yaml"] == SMALL
    modes = {rule.id: rule.mode for rule in load("own", shadowed.files).rules}
    assert modes.pop("name-calling") is Mode.SHADOW
    assert set(modes.values()) <= {Mode.LIVE}


def test_rule_in_one_line_is_changed_within_it() -> None:
    """Editors write short rules so."""
    own = OWN + "rules:\n  - {id: other, clause: attacks, when: {word: {words: [oaf]}}, then: {verdict: flag}}\n"
    shadowed = in_shadow(policy(own=own, evening=SMALL), ["other"])

    assert "- {mode: shadow, id: other," in shadowed.files["own.yaml"]


def test_rule_that_is_not_there_is_told() -> None:
    """Nothing may go live that is not what was meant."""
    with pytest.raises(Invalid):
        in_shadow(policy(own=OWN, evening=SMALL), ["nowhere"])
