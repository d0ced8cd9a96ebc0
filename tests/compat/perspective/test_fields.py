"""The parameter `fields`: a part of an answer for whoever wants no more."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from moderation.compat.perspective.discovery import SCHEMAS
from moderation.compat.perspective.errors import Refused
from moderation.compat.perspective.selecting import select
from tests.api.conftest import KEY

SCORE = {"value": 0.5, "type": "PROBABILITY"}
SPANS = [{"begin": 0, "end": 3, "score": SCORE}]
ANSWER = {
    "attributeScores": {"TOXICITY": {"spanScores": SPANS, "summaryScore": SCORE}, "SPAM": {"summaryScore": SCORE}},
    "languages": ["en"],
    "detectedLanguages": ["en"],
}


def selected(fields: str | None) -> Any:
    """Select from an answer of `comments:analyze`."""
    return select(ANSWER, fields, schemas=SCHEMAS, name="AnalyzeCommentResponse")


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        (None, ANSWER),
        (" ", ANSWER),
        ("*", ANSWER),
        ("languages", {"languages": ["en"]}),
        ("languages, detectedLanguages", {"languages": ["en"], "detectedLanguages": ["en"]}),
        ("clientToken", {}),
        ("attributeScores/SPAM", {"attributeScores": {"SPAM": {"summaryScore": SCORE}}}),
        (
            "attributeScores/*/summaryScore/value",
            {"attributeScores": {name: {"summaryScore": {"value": 0.5}} for name in ("TOXICITY", "SPAM")}},
        ),
        (
            "attributeScores(TOXICITY(spanScores(begin,end))),languages",
            {"attributeScores": {"TOXICITY": {"spanScores": [{"begin": 0, "end": 3}]}}, "languages": ["en"]},
        ),
    ],
)
def test_what_is_asked_for_is_kept(fields: str | None, kept: Any) -> None:
    """Paths, groups, commas and stars, as Google's clients write them."""
    assert selected(fields) == kept


WRONG = ["score", "languages/name", "attributeScores/TOXICITY/summary", "a b", "languages,", "(languages)"]
WRONG += ["languages)", "attributeScores(TOXICITY", "/languages", "*/x", "é", "a," * 600 + "a"]


@pytest.mark.parametrize("fields", WRONG)
def test_what_no_answer_holds_is_refused(fields: str) -> None:
    """A slip in a name would otherwise look like a comment without scores."""
    with pytest.raises(Refused) as caught:
        selected(fields)

    assert caught.value.details[0]["fieldViolations"][0]["description"].startswith("Error expanding 'fields'")


@given(st.text(alphabet="ab*,/() languages", max_size=40))
def test_any_selection_is_read_or_refused(fields: str) -> None:
    """Nothing that stands in an address may crash the service."""
    try:
        kept = selected(fields)
    except Refused:
        return
    assert set(kept) <= set(ANSWER)


def test_fields_hold_over_the_wire(app_client: TestClient) -> None:
    """An error is shown whole, whatever was asked for."""
    body = {"comment": {"text": "You are an idiot."}, "requestedAttributes": {"TOXICITY": {}}, "doNotStore": True}
    path = f"/v1alpha1/comments:analyze?key={KEY}&fields="
    part = app_client.post(path + "attributeScores/TOXICITY/summaryScore/value", json=body).json()
    wrong = app_client.post(path + "scores", json=body)
    failed = app_client.post(path + "languages", json=body | {"comment": {"text": ""}})

    assert list(part) == ["attributeScores"]
    assert list(part["attributeScores"]["TOXICITY"]["summaryScore"]) == ["value"]
    assert (wrong.status_code, wrong.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert failed.json()["error"]["message"] == "Comment must be non-empty."
