"""How a text is cut for its card."""

import pytest
from fastapi.testclient import TestClient

from moderation.domain.verdict import Span
from moderation.testing.factories import match
from moderation.web.cards import pieces
from tests.api.conftest import KEY
from tests.web.conftest import Browse


def test_a_lone_space_bears_no_mark() -> None:
    """A letter between two words, over nothing, is one that a moderator looks for in vain."""
    attacks = match(clause="attacks", spans=(Span(0, 4), Span(5, 10)))
    conduct = match(clause="conduct", spans=(Span(0, 10),))
    cut = pieces("vile fools", [attacks, conduct], {"attacks": "A", "conduct": "B"})

    assert [(piece.text, piece.letters) for piece in cut] == [("vile", "AB"), (" ", ""), ("fools", "AB")]


@pytest.mark.parametrize(("address", "links"), [("https://news.example/a#c", 1), ("javascript:alert(1)", 0)])
def test_only_an_address_of_the_web_becomes_a_link(
    application: TestClient, browse: Browse, address: str, links: int
) -> None:
    """What a site sends as an address may come from a stranger."""
    body = {"comment": {"id": "c-linked", "text": "You are an idiot.", "url": address}}
    headers = {"Authorization": f"Bearer {KEY}"}
    TestClient(application.app).post("/v1/verdicts", json=body, headers=headers)
    shown = browse("moderator").get("/desk/card?comment=c-linked").json()["html"]

    assert shown.count(f'href="{address}"') == links
