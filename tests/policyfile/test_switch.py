"""Going live changes one word, and leaves an editor's file as the editor wrote it."""

import pytest

from moderation.domain.errors import Invalid
from moderation.domain.policy import PolicyMode
from moderation.domain.site import PolicyFiles
from moderation.policyfile.files import load
from moderation.policyfile.switch import switched

BASE = """\
version: 1
name: evening  # of the evening paper
clauses:
  attacks: {title: Attacks, text: None.}
rules:
  - {id: name-calling, clause: attacks, when: {word: {words: [clown]}}, then: {verdict: flag}}
"""
OBSERVE = "settings: {mode: observe}\n"


def policy(settings: str, **more: str) -> PolicyFiles:
    """A policy that begins as the base does."""
    return PolicyFiles(name="evening", files={"evening.yaml": BASE + settings, **more})


def mode(policy: PolicyFiles) -> PolicyMode:
    """The mode that a policy is in."""
    return load(policy.name, policy.files).settings.mode


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("settings:\n  mode: observe  # until May\n", "settings:\n  mode: live  # until May\n"),
        ('settings: {mode: "observe", languages: [en]}\n', "settings: {mode: live, languages: [en]}\n"),
        ("settings:\n  languages: [en]\n", "settings:\n  mode: live\n  languages: [en]\n"),
        ("settings: {languages: [en]}\n", "settings: {mode: live, languages: [en]}\n"),
        ("", "\nsettings:\n  mode: live\n"),
    ],
    ids=["block", "quoted, in braces", "without a mode", "in braces without a mode", "without settings"],
)
def test_one_word_changes(before: str, after: str) -> None:
    """The file is the editor's: its comments say why, and must survive."""
    found = switched(policy(before), PolicyMode.LIVE)

    assert found.files["evening.yaml"] == BASE + after
    assert mode(found) is PolicyMode.LIVE


def test_there_and_back_is_the_same() -> None:
    """Whoever went live by mistake must be able to take it back."""
    observing = policy("settings:\n  mode: observe\n")

    assert switched(switched(observing, PolicyMode.LIVE), PolicyMode.OBSERVE) == observing


def test_what_is_extended_stays_and_the_sites_own_file_says_it() -> None:
    """One base stands under several sites, and one of them goes live."""
    own = "version: 1\nname: north\nextends: base.yaml\n"
    north = PolicyFiles(
        name="north", files={"north.yaml": own, "base.yaml": BASE.replace("evening", "base") + OBSERVE}
    )

    found = switched(north, PolicyMode.LIVE)

    assert found.files["base.yaml"] == north.files["base.yaml"]
    assert mode(found) is PolicyMode.LIVE
    assert mode(north) is PolicyMode.OBSERVE


def test_what_only_a_person_can_change_is_refused() -> None:
    """Half a change is worse than a sentence that says what to write."""
    odd = PolicyFiles(name="evening", files={"evening.yaml": BASE + "settings: {}\n"})

    with pytest.raises(Invalid, match="into it yourself"):
        switched(odd, PolicyMode.OBSERVE)
