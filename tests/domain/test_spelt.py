"""A spelling knows which words of which lists it stands for."""

from moderation.domain.spelt import Entry, Spelt, Written


def _terms(spelt: Spelt, text: str) -> list[Written]:
    numbers = (number for number, spelling in enumerate(spelt.spellings()) if spelling.text == text)
    return [term for number in numbers for term in spelt.terms(number)]


def test_a_spelling_stands_for_the_word_of_every_list() -> None:
    """Each list has rules of its own."""
    spelt = Spelt([Entry("mild", "idiot"), Entry("strong", "Idiot", "hard")])

    found = _terms(spelt, "idiot")

    assert [(term.list, term.word, term.is_hard, term.is_variant) for term in found] == [
        ("mild", "idiot", False, False),
        ("strong", "idiot", True, False),
    ]


def test_another_spelling_leads_to_the_word_as_listed() -> None:
    """An editor looks for what stands in the list, not for what somebody made of it."""
    (found,) = _terms(Spelt([Entry("strong", "Idiot*", "hard")]), "youidiots")

    assert (found.word, found.folded, found.is_variant, found.opens) == ("Idiot*", "youidiots", True, False)


def test_ordinary_list_is_spelt_in_one_way() -> None:
    """Only a list that asks for it is matched in disguise."""
    spelt = Spelt([Entry("mild", "idiot*"), Entry("mild", "old hat"), Entry("mild", "*")])

    assert [tuple(spelling) for spelling in spelt.spellings()] == [
        ("idiot", True, False),
        ("old hat", False, False),
        ("*", False, False),
    ]
