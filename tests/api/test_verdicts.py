"""The main job: a comment goes in, a verdict with reasons comes out, once."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.conftest import EXAMPLE

Judge = Callable[..., Response]


def test_the_published_example_is_answered_as_published(api: TestClient) -> None:
    """The README shows this request and answer; whoever tries it must see the same."""
    answer = api.post("/v1/verdicts", json=EXAMPLE).json()

    [reason] = [r for r in answer["reasons"] if r["rule"] == "attack-on-commenter"]
    assert (answer["verdict"], reason["clause"]) == ("flag", "attacks")
    assert {"start": 8, "end": 16} in reason["spans"]
    assert answer["scores"]["insult"] > 0.8
    assert answer["review"]["queue"] == "attacks"
    assert "author.strikes" in answer["not_checked"]
    assert answer["degraded"] is False
    assert answer["writer"]["title"]
    assert answer["policy"].startswith("default@")


def test_a_bare_text_gets_a_sound_verdict(judge: Judge) -> None:
    """A client that knows nothing but the text must not be told that something failed."""
    answer = judge("The new bus timetable is a great improvement.").json()

    assert (answer["verdict"], answer["degraded"], answer["reasons"]) == ("allow", False, [])
    assert answer["comment_id"].startswith("c_")
    assert set(answer["scores"]) >= {"toxicity", "insult", "threat", "identity_attack", "obscene", "spam"}


def test_the_same_comment_again_gets_the_same_decision(api: TestClient) -> None:
    """A site that lost our answer asks again, and must not be counted twice."""
    body = {"comment": {"id": "again", "text": "Good point about the buses."}}
    first = api.post("/v1/verdicts", json=body)

    second = api.post("/v1/verdicts", json=body)

    assert second.json() == first.json()
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"


def test_a_key_with_another_body_is_refused(api: TestClient) -> None:
    """A reused key is a bug of the client's: silence would lose a comment."""
    headers = {"Idempotency-Key": "key-1"}
    api.post("/v1/verdicts", json={"comment": {"text": "One."}}, headers=headers)

    refused = api.post("/v1/verdicts", json={"comment": {"text": "Two."}}, headers=headers)

    assert refused.status_code == 422
    assert "Idempotency-Key" in refused.json()["detail"]


def test_a_key_repeats_the_answer_though_the_service_made_the_id(api: TestClient) -> None:
    """Without an id of the site's own, the key alone makes a retry safe."""
    headers, body = {"Idempotency-Key": "key-2"}, {"comment": {"text": "One and the same."}}

    answers = [api.post("/v1/verdicts", json=body, headers=headers).json() for _ in range(2)]

    assert answers[0] == answers[1]


@pytest.mark.parametrize("key", ["", "x" * 256, "kéy"], ids=["empty", "too long", "not ASCII"])
def test_a_key_that_cannot_be_one_is_a_400(api: TestClient, key: str) -> None:
    """A header that a proxy mangled must not be taken for a key."""
    answer = api.post("/v1/verdicts", json=EXAMPLE, headers={b"Idempotency-Key": key.encode()})

    assert answer.status_code == 400


def test_an_edited_text_is_a_new_revision(api: TestClient) -> None:
    """An edit is judged anew, and the history of the comment stays in one place."""
    for text in ("First thoughts on the budget.", "Second thoughts on the budget."):
        answer = api.post("/v1/verdicts", json={"comment": {"id": "edited", "text": text}}).json()

    kept = api.get("/v1/comments/edited").json()
    assert (answer["revision"], kept["revision"], len(kept["decisions"])) == (2, 2, 2)
    assert kept["text"] == "Second thoughts on the budget."


def test_an_edit_closes_the_review_of_the_older_text(api: TestClient) -> None:
    """A moderator must not rule on words that are no longer there."""
    first = api.post("/v1/verdicts", json={"comment": {"id": "mended", "text": "You are an idiot."}}).json()

    api.post("/v1/verdicts", json={"comment": {"id": "mended", "text": "I do not agree.", "kind": "edit"}})

    assert api.get(f"/v1/reviews/{first['review']['id']}").json()["state"] == "closed"


def test_twenty_twins_get_one_decision(api: TestClient) -> None:
    """Look-then-write passes every test but this one: a site that retries in parallel finds it at once."""
    body = {"comment": {"id": "twin", "text": "Twenty of us, all the same."}}
    answers: list[dict[str, Any]] = []

    def ask() -> None:
        answers.append(api.post("/v1/verdicts", json=body).json())

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({answer["decision_id"] for answer in answers}) == 1
    assert len(api.get("/v1/comments/twin").json()["decisions"]) == 1


def test_a_batch_is_answered_in_its_own_order(api: TestClient) -> None:
    """The site matches answers to comments by place."""
    texts = ["You are an idiot.", "Lovely weather.", "Fuck this council."]
    body = {"comments": [{"comment": {"id": f"b-{i}", "text": text}} for i, text in enumerate(texts)]}

    verdicts = api.post("/v1/verdicts/batch", json=body).json()["verdicts"]

    assert [v["comment_id"] for v in verdicts] == ["b-0", "b-1", "b-2"]
    assert [v["verdict"] for v in verdicts] == ["flag", "allow", "block"]


def test_a_batch_names_the_comment_that_is_at_fault(api: TestClient) -> None:
    """One bad comment of five hundred must be found without counting."""
    body = {"comments": [{"comment": {"text": "Fine."}}, {"comment": {"text": "x" * 20_001}}]}

    answer = api.post("/v1/verdicts/batch", json=body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "comments.1.comment.text"


def test_an_assessment_records_nothing(api: TestClient) -> None:
    """A hint while typing must leave no trace, and open no review."""
    body = {"comment": {"id": "tried", "text": "You are an idiot."}}

    answer = api.post("/v1/assessments", json=body).json()

    assert answer["verdict"] == "flag"
    assert api.get("/v1/comments/tried").status_code == 404


def test_spans_of_html_count_the_source_as_sent(api: TestClient) -> None:
    """The site marks words in the text that it has, which is the one with the tags."""
    text = "<p>You are an <b>idiot</b>.</p>"

    answer = api.post("/v1/verdicts", json={"comment": {"text": text, "format": "html"}}).json()

    [reason] = [r for r in answer["reasons"] if r["rule"] == "attack-on-commenter"]
    assert any("idiot" in text[span["start"] : span["end"]] for span in reason["spans"])


def test_a_language_that_no_model_knows_gets_no_score(judge: Judge) -> None:
    """A zero would be a lie: nothing was measured."""
    answer = judge("Շատ լավ հոդված է, շնորհակալություն հեղինակին։").json()

    assert (answer["verdict"], answer["scores"], answer["model"]) == ("allow", {}, None)
    assert answer["degraded"] is False


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US", "EN"])
def test_a_language_is_known_however_the_site_writes_it(judge: Judge, language: str) -> None:
    """Blogs name their language en_US, browsers en-US: neither may cost a comment its scores."""
    answer = judge("The new timetable is a great improvement.", language=language).json()

    assert (answer["language"], answer["model"]) == ("en", "cascade@1.0")


def test_what_was_derived_from_the_article_is_shown(judge: Judge) -> None:
    """A site that sends neither people nor subjects must see what was made of its article."""
    article = {"title": "Mayor Jane Doyle opens the bridge", "text": "Mayor Jane Doyle spoke first."}

    answer = judge("She did well.", article=article).json()

    assert any("Doyle" in name for name in answer["derived"]["people"])


@pytest.mark.parametrize("reviews", ["site", "off"])
def test_a_site_that_reviews_itself_gets_no_review_here(
    judge: Judge, new_client: Callable[..., dict[str, str]], reviews: str
) -> None:
    """Two queues for one comment would mean two people deciding it."""
    headers = new_client(f"key-{reviews}", reviews=reviews)

    answer = judge("You are an idiot, and so is he.", headers=headers).json()

    assert (answer["verdict"], answer["review"]) == ("flag", None)


def test_a_verdict_that_stops_a_comment_comes_with_the_writers_page(judge: Callable[..., Response]) -> None:
    """The site shows the link to the writer; the same comment sent again gets the same link."""
    stopped = judge("You are an idiot, says the link.", comment={"id": "w-1"}).json()
    again = judge("You are an idiot, says the link.", comment={"id": "w-1"}).json()

    assert stopped["writer"]["url"].startswith("http://127.0.0.1:8000/comment/default/d_")
    assert again["writer"]["url"] == stopped["writer"]["url"]
    assert judge("A civil word about parking.").json()["writer"] is None
