"""What the lists look for is understood by an editor who speaks English alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from moderation.domain.policy import Policy

_LISTS = Path(__file__).parents[2] / "policies" / "lists"
_LANGUAGES = ("Russian", "Turkish", "Armenian", "Spanish", "French", "German", "Arabic")
_SIGNS = "’‘“”–—£€"


@pytest.fixture(params=["default_policy", "site_policy"])
def policy(request: pytest.FixtureRequest) -> Policy:
    """Each policy that ships."""
    found: Policy = request.getfixturevalue(request.param)
    return found


def test_a_word_in_other_letters_says_what_it_means(policy: Policy) -> None:
    """Nobody should have to defend a rule whose words they cannot read."""
    entries = [(name, each) for name, words in policy.lists.items() for each in words.entries]

    assert [(name, e.word) for name, e in entries if not e.note and not e.word.strip(_SIGNS).isascii()] == []


def test_a_coded_term_says_what_it_stands_for(policy: Policy) -> None:
    """A code that nobody explains looks like a mistake of the list, and is taken out."""
    coded = [words for words in policy.lists.values() if words.coded]

    assert coded
    assert [(w.id, e.word) for w in coded for e in w.entries if not e.note and not w.note] == []


@pytest.mark.parametrize("file", sorted(_LISTS.glob("*.txt")), ids=lambda file: file.stem)
def test_a_word_under_the_heading_of_a_language_says_what_it_means(file: Path) -> None:
    """Half of what is written in Armenian or Turkish comments is written in Latin letters."""
    assert [line for line in _foreign(file) if " # " not in line] == []


def _foreign(file: Path) -> Iterator[str]:
    """The entries under headings such as `# Russian`."""
    is_foreign = False
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            is_foreign = line.removeprefix("# ").startswith(_LANGUAGES)
        elif line.strip() and is_foreign:
            yield line
