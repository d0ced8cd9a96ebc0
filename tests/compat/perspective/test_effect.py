"""What a request to Perspective's addresses leaves behind here: a decision, a label, or nothing."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.conftest import KEY

Ask = Callable[..., Response]


def _post(client: TestClient, method: str, **body: Any) -> Response:
    return client.post(f"/v1alpha1/comments:{method}?key={KEY}", json=body)


def _last(ours: Ask) -> int:
    return int(ours("/v1/decisions?limit=500").json()["next"])


def test_do_not_store_stores_nothing(app_client: TestClient, ours: Ask) -> None:
    """It is a promise that sites have made to their readers."""
    before = _last(ours)
    _post(
        app_client,
        "analyze",
        comment={"text": "Never to be kept."},
        requestedAttributes={"SPAM": {}},
        doNotStore=True,
    )

    assert _last(ours) == before


def test_what_may_be_stored_is_recorded_without_a_review(app_client: TestClient, ours: Ask) -> None:
    """There is a past to try policies on; and nobody waits for a ruling that goes nowhere."""
    before = _last(ours)
    for _ in range(2):
        _post(
            app_client, "analyze", comment={"text": "You are an idiot, sir."}, requestedAttributes={"INSULT": {}}
        )
    [decision] = ours(f"/v1/decisions?after={before}").json()["decisions"]

    assert decision["outcome"] == "flag"
    assert decision["verdict"]["review"] is None


@pytest.mark.parametrize(("value", "outcome"), [(0, "allow"), (1, "block")])
def test_suggestion_labels_the_comment_that_coral_names(
    app_client: TestClient, ours: Ask, value: int, outcome: str
) -> None:
    """It is the free signal of which comments people found right and wrong."""
    told = {"url": "https://news.example/a?commentID=9", "reply_to_id_Coral_comment_id": "8"}
    told["Coral_comment_id"] = f"coral-{value}"
    answer = _post(
        app_client,
        "suggestscore",
        comment={"text": f"What nonsense, {value}."},
        attributeScores={"TOXICITY": {"summaryScore": {"value": value}}},
        context={"entries": [{"text": json.dumps(told)}]},
        languages=["en"],
        communityId="Coral:https://news.example",
        clientToken=f"comment:coral-{value}",
    )
    kept = ours(f"/v1/comments/coral-{value}").json()

    assert answer.json() == {
        "clientToken": f"comment:coral-{value}",
        "requestedLanguages": ["en"],
        "detectedLanguages": ["en"],
    }
    assert (kept["outcome"], kept["parent"]["id"]) == (outcome, "8")


def test_a_later_suggestion_replaces_the_earlier(app_client: TestClient, ours: Ask) -> None:
    """Moderators change their minds, and the last word is the one that counts."""
    for value in (0, 1):
        scores = {"TOXICITY": {"summaryScore": {"value": value}}}
        _post(
            app_client,
            "suggestscore",
            comment={"text": "Twice thought about."},
            attributeScores=scores,
            clientToken="comment:twice",
        )

    assert ours("/v1/comments/twice").json()["outcome"] == "block"


def test_suggestion_on_a_stored_analysis_finds_it_by_its_text(app_client: TestClient, ours: Ask) -> None:
    """Own code names no comment: what it said of a text belongs to the score of that text."""
    text = {"text": "A text that was scored before."}
    before = _last(ours)
    _post(app_client, "analyze", comment=text, requestedAttributes={"TOXICITY": {}})
    scores = {"TOXICITY": {"spanScores": [{"begin": 0, "end": 5, "score": {"value": 0.9}}]}}
    _post(app_client, "suggestscore", comment=text, attributeScores=scores)
    first, later = ours(f"/v1/decisions?after={before}").json()["decisions"]

    assert first["comment_id"] == later["comment_id"]
    assert (later["source"], later["outcome"]) == ("site", "block")


@pytest.mark.parametrize(
    "entry", ["", "[1]", "{", '{"Coral_comment_id": 7}', '{"Coral_comment_id": "' + "x" * 300]
)
def test_context_that_is_not_corals_names_nothing(app_client: TestClient, entry: str) -> None:
    """Others put prose there."""
    answer = _post(
        app_client,
        "suggestscore",
        comment={"text": "Something."},
        attributeScores={"TOXICITY": {"summaryScore": {"value": 0}}},
        context={"entries": [{"text": entry}]},
    )

    assert answer.status_code == 200


def test_many_sentences_come_in_stretches(app_client: TestClient) -> None:
    """A text of ten thousand sentences must not keep the model busy for a minute."""
    text = "Yes. " * 4_000
    answer = _post(
        app_client,
        "analyze",
        comment={"text": text},
        requestedAttributes={"TOXICITY": {}},
        spanAnnotations=True,
        doNotStore=True,
    )
    spans = answer.json()["attributeScores"]["TOXICITY"]["spanScores"]

    assert 1 < len(spans) <= 40
    assert spans[-1]["end"] == len(text.rstrip())
