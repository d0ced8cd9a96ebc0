"""By which names a comment may mean somebody who writes in the thread."""

import dataclasses

import pytest

from moderation.domain.aim.participants import participants_of
from moderation.domain.comment import Article, Author
from moderation.domain.text import normalise
from moderation.testing.factories import comment
from tests.domain.targets import GROUPS
from tests.domain.targets import targets as _targets

HERE = dataclasses.replace(comment(), author=Author(name="Lena K"), article=Article(author="Karl Brandt"))


def of(*names: str, besides: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return by which words those of a thread may be meant."""
    text = normalise(" ".join(names).lower())
    return participants_of(names, HERE, text, groups=GROUPS, besides=besides)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Otto K", ("Otto",)),
        ("Garo Tovmas", ("Garo", "Tovmas")),
        ("TruthTeller99", ("TruthTeller99",)),
        ("Արամ Ս.", ("Արամ",)),
        ("Seán O’Neill", ("Seán", "O’Neill")),
        ("Concerned Citizen", ()),
        ("The Truth", ()),
        ("Guest", ()),
        ("Proud Muslim", ()),
        ("Lena", ()),
        ("Brandt", ()),
        ("1234 !!", ()),
    ],
)
def test_ordinary_words_groups_and_oneself_name_nobody_here(name: str, parts: tuple[str, ...]) -> None:
    """A reader who calls himself Citizen must not make every word about citizens an attack on him."""
    assert of(name) == parts


def test_nobody_hides_an_official_by_taking_the_name() -> None:
    """Else whoever wants a mayor left in peace writes one comment as "Doyle"."""
    assert of("Doyle", "Mayor Doyle", "Otto", besides=("Mayor Doyle",)) == ("Otto",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("Sean is late.", ("Seán",)), ("So says 0tto.", ("Otto",)), ("The fees rise.", ())],
    ids=["without its accent", "disguised", "nobody"],
)
def test_only_names_that_stand_in_the_text_count(text: str, parts: tuple[str, ...]) -> None:
    """A hundred names are looked at with every comment, and hardly one stands in it."""
    names = ("Seán", "Otto")

    assert participants_of(names, HERE, normalise(text), groups=GROUPS, besides=()) == parts


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Otto is a fool.", True),
        ("I think Otto forgets the war.", True),
        ("otto, that is wrong.", True),
        ("Nobody lives on the otto any more.", False),
    ],
)
def test_name_written_small_counts_where_a_sentence_begins(text: str, is_meant: bool) -> None:
    """A nickname may be anybody's word; a capital tells, or its place."""
    assert ("commenter" in _targets(text, names=("Otto",))) is is_meant
