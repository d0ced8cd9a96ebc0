"""Other spellings are taken for ours where they can mean nothing else."""

from collections.abc import Callable

import pytest

from moderation.policyfile.load import loads

FILE = """
version: 1
settings: {SETTINGS}
clauses: {c: {title: Be civil, text: Be civil.}}
rules:
  - id: gulls
    clause: c
    when: {author: {STATUS}}
    then: {verdict: flag, THEN}
    examples: {hit: [{text: gulls, EXAMPLE}]}
ladder: {LADDER, steps: [{at: 2, STEP}]}
scenarios: [{text: gulls, expect: allow, EXAMPLE}]
"""
PLAIN = {
    "SETTINGS": "mode: live",
    "STATUS": "standing: blocked",
    "THEN": "strike: 1",
    "EXAMPLE": "note: n",
    "LADDER": "window: 30d",
    "STEP": "standing: blocked",
}


def _file(part: str, written: str) -> str:
    text = FILE
    for name, plain in PLAIN.items():
        text = text.replace(name, written if name == part else plain)
    return text


@pytest.mark.parametrize(
    ("part", "theirs", "ours"),
    [
        ("SETTINGS", "mode: live, precedence: [block, flag, allow]", "mode: live"),
        ("SETTINGS", "on_model_unavailable: allow", "on_degraded: allow"),
        ("SETTINGS", "two_person: [block]", "second_editor: true"),
        ("STATUS", "status: suspended", "standing: suspended"),
        ("STATUS", "status: premoderated", "standing: limited"),
        ("THEN", "nudge: Say it again", "advice: Say it again"),
        ("EXAMPLE", "thread_authors: [Ida, Bo]", "thread: {authors: [Ida, Bo]}"),
        ("EXAMPLE", "near_duplicate: 0.9", "similarity: {any: 0.9, author: 0.9}"),
        ("EXAMPLE", "model: unavailable", "unknown: score"),
        ("EXAMPLE", "author: {status: ok}", "author: {standing: good}"),
        ("LADDER", "window: 30d, count: confirmed", "window: 30d"),
        ("STEP", "do: warn", "standing: good"),
        ("STEP", "do: premoderate", "standing: limited"),
        ("STEP", "do: suspend", "standing: suspended"),
        ("STEP", "do: block", "standing: blocked"),
        ("STEP", "do: block, needs: editor, appeal: true", "standing: blocked, needs: editor"),
    ],
)
def test_what_others_call_it_is_taken(part: str, theirs: str, ours: str) -> None:
    """It is the same policy, whichever way it is written, and so it has the same name."""
    assert loads(_file(part, theirs), name="p").hash == loads(_file(part, ours), name="p").hash


@pytest.mark.parametrize(
    ("part", "written", "fault"),
    [
        ("SETTINGS", "precedence: [allow, flag, block]", "unknown key 'precedence'"),
        ("SETTINGS", "two_person: [flag]", "unknown key 'two_person'"),
        ("SETTINGS", "on_degraded: flag, on_model_unavailable: flag", "unknown key 'on_model_unavailable'"),
        ("STATUS", "status: warned", "unknown standing 'warned'"),
        ("EXAMPLE", "model: slow", "unknown key 'model'"),
        ("EXAMPLE", "near_duplicate: 3", "3 is too large"),
        ("LADDER", "count: all", "unknown key 'count'"),
        ("STEP", "do: block, appeal: false", "unknown key 'appeal'"),
        ("STEP", "do: shame", "unknown standing 'shame'"),
    ],
)
def test_what_is_not_clear_is_refused(part: str, written: str, fault: str, refused: Callable[[str], str]) -> None:
    """A guess would be a rule that nobody wrote."""
    assert fault in refused(_file(part, written))


@pytest.mark.parametrize("id", ["gulls-and-terns", "gulls.and_terns", "7"])
def test_a_rule_may_be_called_in_parts(id: str) -> None:
    """Some group their rules by a point."""
    assert loads(_file("", "").replace("gulls\n", f"{id}\n", 1), name="p").rules[0].id == id
