"""What a sound policy may still want."""

from datetime import date
from pathlib import Path

import pytest

from moderation.domain.errors import PolicyInvalid
from moderation.policyfile.lint import lint

TODAY = date(2026, 11, 23)
PROVED = "    examples: {hit: [x], miss: [y]}\n"


@pytest.mark.parametrize(
    ("addition", "advice"),
    [
        (PROVED, None),
        ("", "no example of a hit or a miss"),
        ("    examples: {hit: [x]}\n", "no example of a miss"),
        (PROVED + "    expires: 2026-01-31\n", "expired on 2026-01-31"),
        (PROVED + "    expires: 2026-11-23\n", None),
        (PROVED + "    unless: {article: {about: Turkey}}\n", "which is no entity"),
        (PROVED + "    unless: {regex: {pattern: 'x.{0,100}y'}}\n", "has a pattern 100 places wide"),
        (PROVED + "    unless: {regex: {pattern: 'x.{0,30}y'}}\n", None),
        (PROVED + "    unless: {thread: {replies_to_staff: true}}\n", "asks for the staff, and no role is"),
        (PROVED + "    unless: {thread: {replies_to_staff: true}}\nsettings: {roles_exempt: [staff]}\n", None),
        (PROVED + "ladder: {steps: [{at: 2, standing: blocked}]}\n", "no rule asks for an author's standing"),
        (PROVED + "ladder: {window: 30d, halve_after: 29d}\n", None),
        (PROVED + "ladder: {window: 30d, halve_after: 30d}\n", "strikes lapse before they are halved"),
        (PROVED + "ladder: {halve_after: 91d}\n", "strikes lapse before they are halved"),
    ],
)
def test_advice_names_what_is_wanting(tmp_path: Path, sound: str, addition: str, advice: str | None) -> None:
    """What is allowed may still be a slip."""
    path = tmp_path / "p.yaml"
    path.write_text(sound + addition)

    faults = lint(path, today=TODAY)

    assert [advice in fault.message for fault in faults if advice] == ([True] if advice else [])
    assert advice or not faults


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("[idiot*, moron]", "[idiot*, Idiot*]", "stands twice"),
        ("lists:", "lists:\n  other: {words: [x]}", "no rule uses the list 'other'"),
        ("clauses:", "clauses:\n  spam: {title: x, text: y}", "no rule rests on the clause 'spam'"),
    ],
)
def test_advice_points_at_lists_and_clauses(tmp_path: Path, sound: str, old: str, new: str, advice: str) -> None:
    """Lists grow for years; what is dead in them should show."""
    path = tmp_path / "p.yaml"
    path.write_text(sound.replace(old, new) + PROVED)

    (fault,) = lint(path, today=TODAY)

    assert advice in fault.message
    assert fault.line > 1


@pytest.mark.parametrize(
    ("misses", "advice"),
    [
        ("[y]", "no miss from history, geography, counter-speech"),
        ("[{text: y, note: history}, {text: z, note: counter-speech}]", "no miss from geography"),
        ("[{text: y, note: history}, {text: z, note: geography}, {text: w, note: counter-speech}]", None),
    ],
)
def test_coded_terms_need_their_honest_senses(tmp_path: Path, sound: str, misses: str, advice: str | None) -> None:
    """The Mongols did sack the city, and who says so calls nobody names."""
    path = tmp_path / "p.yaml"
    coded = sound.replace("words: [idiot*, moron]", "coded: true, words: [idiot*, moron]")
    path.write_text(f"{coded}    examples: {{hit: [x], miss: {misses}}}\n")

    faults = [fault.message for fault in lint(path, today=TODAY)]

    assert [advice in fault for fault in faults if advice] == ([True] if advice else [])
    assert advice or not faults


def test_faults_come_before_advice(tmp_path: Path, sound: str) -> None:
    """A policy that does not load wants no advice."""
    path = tmp_path / "p.yaml"
    path.write_text(sound.replace("flag", "hold"))

    with pytest.raises(PolicyInvalid):
        lint(path, today=TODAY)
