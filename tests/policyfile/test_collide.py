"""Words of a policy file that catch what they should not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from moderation.domain.collisions import Trial, collisions_among
from moderation.policyfile.collide import Placed, escaping, finding, placed_words

POLICY = """version: 1
clauses: {profanity: {title: A, text: B}}
lists:
  obscene: {file: obscene.txt, words: [007]}
rules:
  - id: obscene
    clause: profanity
    when:
      any:
        - word: {list: obscene, fold: hard, unless_words: [cocktail*]}
        - near: {a: {words: [shut]}, b: {words: [mouth]}, within: 2}
    then: {verdict: flag}
"""
TRIAL = Trial(
    dictionary=["cockpit", "cocktails", "cocks", "cocky"],
    comments=["The cockpit was small.", "Shut it.", "Good morning."],
    names=["Ann Cockburn", "Bob Shut"],
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A policy with a list file."""
    (tmp_path / "obscene.txt").write_text("# obscene\ncock* # also a bird\n")
    path = tmp_path / "p.yaml"
    path.write_text(POLICY)
    return path


@pytest.fixture
def tried(file: Path) -> list[tuple[Placed, str, str]]:
    """The words of the file with what is said of each: what it catches, and what hides it."""
    placed = placed_words(file)
    told = dict(collisions_among([each.entry for each in placed], TRIAL))
    return [
        (each, str(finding(each, told[each.entry]) or ""), str(escaping(each, told[each.entry]) or ""))
        for each in placed
    ]


def test_a_finding_names_file_line_what_is_caught_and_the_way_out(
    tried: list[tuple[Placed, str, str]], file: Path, golden: Callable[[Path, str], None]
) -> None:
    """Other forms of the word, and what the rule takes for innocent, are no finding."""
    said = next(said for placed, said, _ in tried if placed.entry.word == "cock*")

    golden(Path(__file__).parent / "golden" / "collision.txt", said.replace(f"{file.parent}/", "") + "\n")


def test_a_word_that_stops_nobody_alone_answers_for_no_name(tried: list[tuple[Placed, str, str]]) -> None:
    """A verb beside a people catches no commenter called like it."""
    [(placed, said, hidden)] = [each for each in tried if each[0].entry.word == "shut"]

    assert (placed.node.place.line, said) == (10, "")
    assert "is not found behind: " in hidden
    assert "`fold: hard` sees through most" in hidden


def test_every_word_has_its_place(tried: list[tuple[Placed, str, str]]) -> None:
    """A number keeps the zeros that were written."""
    assert [placed.entry.word for placed, *_ in tried] == ["007", "cock*", "shut", "mouth"]
