"""How a text is cut for its card."""

import dataclasses

import pytest
from fastapi.testclient import TestClient

from moderation.desk import case
from moderation.domain.comment import CommentId
from moderation.domain.verdict import Outcome, Span
from moderation.testing.acts import record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, comment, entry, match, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.web.cards import card_of, pieces
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


@pytest.mark.parametrize(
    ("scores", "telling"),
    [
        ({"insult": 0.71, "threat": 0.5, "toxicity": 0.99}, ["insult"]),
        ({"insult": 0.69, "threat": 0.72}, ["threat"]),
        ({"insult": 0.1, "threat": 0.1}, []),
    ],
)
def test_scores_are_shown_where_a_rule_nearly_holds(
    memory: MemoryStorage, scores: dict[str, float], telling: list[str]
) -> None:
    """What no rule asks for, or what is far from where one begins, is noise beside a decision."""
    made = entry(submission(comment()), outcome=Outcome.FLAG)
    record(memory, dataclasses.replace(made, decision=dataclasses.replace(made.decision, scores=scores)))
    found = case(memory, site=NORTH, id=CommentId("c-1"), policy=policy(), at=START)

    assert [bar.name for bar in card_of(found, policy()).scores if bar.is_telling] == telling
