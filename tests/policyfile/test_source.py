"""YAML read strictly and within bounds."""

import json
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.errors import PolicyInvalid
from moderation.policyfile.assemble import read
from moderation.policyfile.source import MOST_BYTES, WrittenFloat, WrittenInt, decoded, parse


@pytest.mark.parametrize(
    "word", ["no", "off", "NO", "yes", "on", "n", "y", "2026-01-31", "12:30:00", "0x1F", ".inf"]
)
def test_words_stay_words(word: str) -> None:
    """`country: NO` is Norway, and `action: off` is not false."""
    assert parse(f"a: {word}", name="p").plain() == {"a": word}


def test_the_halves_of_an_emoji_belong_together() -> None:
    """JSON is YAML, and most programs that write it escape an emoji by halves."""
    assert parse(json.dumps({"\U0001f600": "a \U0001f921."}), name="p").plain() == {"\U0001f600": "a \U0001f921."}


@pytest.mark.parametrize("escape", [r"\ud800", r"\uDFFF", r"\0", r"\x00"])
def test_an_escape_for_what_is_no_character_is_refused(escape: str) -> None:
    """What no database keeps must not get as far as the database."""
    with pytest.raises(PolicyInvalid, match="no character"):
        parse(f'a: [b, "c{escape}d"]', name="p")


@pytest.mark.parametrize(
    ("written", "kind"), [("007", WrittenInt), ("1_000", str), ("1.50", WrittenFloat), ("'7'", str)]
)
def test_numbers_remember_how_they_were_written(written: str, kind: type) -> None:
    """`007` in a word list is not 7."""
    value = parse(f"a: {written}", name="p").value["a"].value  # type: ignore[index, call-overload, union-attr]

    assert type(value) is kind
    assert getattr(value, "written", written) == written


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        "a: &a {x: 1}\nb: {<<: [*a, *a, *a]}\n",
        "a: " + "[" * 500 + "]" * 500,
        "a: " + "{b: " * 500,
        "a: [" + "x, " * 60_000 + "]",
        "a: " + "- " * 400,
        "- " * 5_000,
        "? " * 5_000,
        "a: " + "x" * (MOST_BYTES + 1),
        "a: !!python/object/apply:os.system ['true']",
    ],
    ids=["aliases", "merge", "lists", "maps", "values", "dashes", "compact", "keys", "bytes", "tag"],
)
def test_bombs_are_refused_in_time(bomb: str) -> None:
    """A careless or hostile file must not take the service down."""
    start = time.process_time()

    with pytest.raises(PolicyInvalid):
        parse(bomb, name="p")

    assert time.process_time() - start < 20


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """There is no third way out."""
    with suppress(PolicyInvalid):
        assert isinstance(parse(text, name="p").plain(), dict)


def test_a_large_file_is_refused_before_it_is_read() -> None:
    """Ten megabytes are no policy."""
    with pytest.raises(PolicyInvalid, match="512 kB"):
        decoded(b"x" * 10_000_000, name="p")


def test_a_large_file_is_told_its_whole_size(tmp_path: Path) -> None:
    """No more of it is read than the limit, and still the editor learns how much too large it is."""
    file = tmp_path / "large.yaml"
    file.write_text("version: 1\n# " + "x" * 10 * 1024 * 1024)

    with pytest.raises(PolicyInvalid, match=r"large.yaml:2:.* 10,240 kB; at most 512 kB"):
        read(file)


def test_a_fault_shows_its_line_with_a_caret(tmp_path: Path) -> None:
    """The eye goes to the caret."""
    fault = parse("a: 1\nb:  here", name="p.yaml").value["b"].fault("wrong", "mend it")  # type: ignore[index, call-overload, union-attr]

    assert str(fault) == "p.yaml:2:5: wrong\n2 | b:  here\n        ^^^^\n  = mend it"
