"""Words by their forms: what takes less memory must tell what a mapping tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.readings.forms import Forms

_FORMS = st.text(min_size=1, max_size=6)


@given(st.dictionaries(_FORMS, _FORMS, max_size=60), st.lists(_FORMS, max_size=20))
def test_every_form_tells_its_word_and_no_other_tells_one(word_by_form: dict[str, str], others: list[str]) -> None:
    """A form that is lost lets a disguise through; one that is made up calls an innocent word an insult."""
    forms = Forms(word_by_form)

    assert {form: forms.get(form) for form in word_by_form} == word_by_form
    assert [forms.get(other) for other in others] == [word_by_form.get(other) for other in others]


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5, 85, 86, 1_000])
def test_a_table_of_any_size_ends_every_search(size: int) -> None:
    """A full table would look for an unknown form for ever."""
    forms = Forms({f"form-{number}": "word" for number in range(size)})

    assert [forms.get(f"other-{number}") for number in range(2_000)] == [None] * 2_000
