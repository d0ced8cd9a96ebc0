"""Suggestions over the API: evidence and a rule, for those who may change the policy."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

SENTENCES = (
    "Give the lanterns nothing, not one {thing}.",
    "The lanterns want the {thing} next.",
    "Nobody asked the lanterns about the {thing}.",
)
THINGS = ("bridge", "harbour", "village", "road", "market")


@pytest.fixture
def judged(api: TestClient, judge: Callable[..., Response]) -> None:
    """Fifteen comments with a word that means a people here were taken down, and as many calm ones were not."""
    calm = [sentence.replace("lanterns", "ministers") for sentence in SENTENCES]
    for kind, sentences, outcome in (("coded", SENTENCES, "removed"), ("calm", calm, "published")):
        for n, text in enumerate(sentence.format(thing=thing) for sentence in sentences for thing in THINGS):
            author = {"id": f"{kind}-{n}", "verified": True, "approved_count": 9}
            article = {"section": "Region", "title": "Talks go on"}
            judge(text, comment={"id": f"{kind}-{n}"}, author=author, article=article)
            api.put(f"/v1/comments/{kind}-{n}/outcome", json={"outcome": outcome, "by": "eve"})


def test_a_coded_word_comes_with_its_rule_and_trial(api: TestClient, judged: None) -> None:
    """The policy page offers what the command line prints."""
    answer = api.get("/v1/suggestions", params={"most": 3})

    assert answer.status_code == 200, answer.text
    first = answer.json()["suggestions"][0]
    assert (first["suggestion"]["term"], first["suggestion"]["authors"], first["held"]) == ("lanterns", 15, 15)
    assert "mode: shadow" in first["yaml"]
    assert api.get("/v1/suggestions", params={"section": "Sport"}).json() == {"suggestions": []}


def test_only_an_admin_is_shown_them(api: TestClient, new_client: Callable[..., dict[str, str]]) -> None:
    """They quote comments that nobody was to read."""
    headers = new_client("mod_suggestions-verdicts-only", scopes="verdicts")

    assert api.get("/v1/suggestions", headers=headers).status_code == 403
