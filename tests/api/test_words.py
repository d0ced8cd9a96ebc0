"""A word is tried before it goes on a list."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response


def test_it_tells_what_a_word_would_catch(api: TestClient, judge: Callable[..., Response]) -> None:
    """Whoever edits lists from elsewhere sees cockpit before the readers do."""
    judge("The cockpit was small.", author={"id": "u-1", "name": "Ann Cockburn"})

    answer = api.post("/v1/words/check", json={"word": "cock*", "dictionary": ["cocktail", "harbour"]})

    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert "cocktail" in told["words"]
    assert "harbour" not in told["words"]
    assert (told["comments"], told["names"]) == (["The cockpit was small."], ["Ann Cockburn"])
    assert (told["comments_checked"], told["names_checked"]) == (1, 1)


def test_it_tells_which_disguises_escape_a_soft_word(api: TestClient) -> None:
    """`fold: soft` has a price, and here it is."""
    hard, soft = (
        api.post("/v1/words/check", json={"word": "scoundrel", "fold": f}).json() for f in ("hard", "soft")
    )

    assert hard["escapes"] == []
    assert {"digits", "spaces"} <= set(soft["escapes"])


@pytest.mark.parametrize("body", [{}, {"word": ""}, {"word": "x" * 101}, {"word": "x", "fold": "loud"}])
def test_what_is_no_word_is_refused(api: TestClient, body: dict[str, str]) -> None:
    """A slip of the hand gets an answer that names the field."""
    assert api.post("/v1/words/check", json=body).status_code == 422


def test_only_an_admin_asks(api: TestClient, new_client: Callable[..., dict[str, str]]) -> None:
    """The answer quotes comments and names."""
    headers = new_client("mod_words-verdicts-only", scopes="verdicts")

    assert api.post("/v1/words/check", json={"word": "cock*"}, headers=headers).status_code == 403
