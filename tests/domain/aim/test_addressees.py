"""Whom a comment speaks to that is not a reader."""

import pytest

from tests.domain.targets import targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Mr. President, you failed.", ["Mr. President"], id="at the start"),
        pytest.param("You failed, Mr. President.", ["Mr. President"], id="at the end"),
        pytest.param("Senator! You lied.", ["Senator"], id="cry"),
        pytest.param("The judge, you see, was late.", [], id="behind an article"),
        pytest.param("We met the mayor, judge and bishop.", [], id="enumeration"),
        pytest.param("Shame on you Mr. Mayor", ["Mr. Mayor"], id="without a comma"),
        pytest.param("Hello, Mr. Mayor, you are late.", ["Mr. Mayor"], id="in between"),
        pytest.param("Господин президент, вы лжёте", ["Господин президент"], id="Russian"),
        pytest.param("President Varga you lied", ["President Varga"], id="before you"),
    ],
)
def test_forms_of_address_are_found(text: str, words: list[str]) -> None:
    """Who writes to those in power as one writes a letter attacks nobody here."""
    found = targets(text)

    assert found.get("named_in_article", []) == words
