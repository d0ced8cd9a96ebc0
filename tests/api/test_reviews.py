"""The queue over HTTP: list, claim, release, rule, and what follows for the author."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.premoderation import Premoderation
from moderation.service import Service

Flag = Callable[..., dict[str, Any]]


@pytest.fixture
def flag(api: TestClient) -> Flag:
    """Send a comment that is flagged, and return its verdict."""

    def send(id: str, author: dict[str, Any] | None = None) -> dict[str, Any]:
        body: dict[str, Any] = {"comment": {"id": id, "text": f"You are an idiot, number {id}."}}
        if author:
            body["author"] = author
        answer: dict[str, Any] = api.post("/v1/verdicts", json=body).json()
        assert answer["verdict"] == "flag", answer
        return answer

    return send


def test_a_flagged_comment_waits_in_the_queue_with_its_text(api: TestClient, flag: Flag) -> None:
    """A moderator must see what to decide without a second call."""
    verdict = flag("q-1")

    page = api.get("/v1/reviews", params={"queue": "attacks", "limit": 200}).json()

    [mine] = [r for r in page["reviews"] if r["id"] == verdict["review"]["id"]]
    assert mine["comment"]["text"] == "You are an idiot, number q-1."
    assert (mine["state"], mine["clause"], mine["version"]) == ("open", "attacks", 1)


def test_pages_of_the_queue_show_each_review_once(api: TestClient, flag: Flag) -> None:
    """What comes in meanwhile must neither hide nor repeat a review."""
    wanted = {flag(f"p-{i}")["review"]["id"] for i in range(7)}
    seen: list[str] = []
    cursor: str | None = None
    while True:
        params = {"limit": "3", "order": "oldest"} | ({"after": cursor} if cursor else {})
        page = api.get("/v1/reviews", params=params).json()
        seen += [review["id"] for review in page["reviews"]]
        cursor = page["next"]
        if cursor is None:
            break

    assert wanted <= set(seen)
    assert len(seen) == len(set(seen))


def test_somebody_elses_claim_is_a_409(api: TestClient, flag: Flag) -> None:
    """Two moderators must never work on one comment."""
    path = f"/v1/reviews/{flag('claimed')['review']['id']}"
    assert api.post(f"{path}/claim", json={"moderator": "ann"}).json()["claimed_by"] == "ann"

    for action, body in (("claim", {}), ("release", {}), ("ruling", {"ruling": "approve"})):
        assert api.post(f"{path}/{action}", json={"moderator": "bob"} | body).status_code == 409
    assert api.post(f"{path}/release", json={"moderator": "ann"}).json()["state"] == "open"


def test_a_stale_version_is_a_409(api: TestClient, flag: Flag) -> None:
    """A ruling on what somebody saw a minute ago must not overwrite what happened since."""
    path = f"/v1/reviews/{flag('stale')['review']['id']}"
    api.post(f"{path}/claim", json={"moderator": "ann"})

    answer = api.post(f"{path}/ruling", json={"ruling": "approve", "moderator": "ann", "version": 1})

    assert answer.status_code == 409
    assert "version 2" in answer.json()["detail"]


def test_a_ruling_is_a_new_decision_that_reaches_the_feed(api: TestClient, flag: Flag) -> None:
    """The site learns from the feed what a person decided, without webhooks."""
    verdict = flag("ruled")
    start = api.get(f"/v1/decisions/{verdict['decision_id']}").json()["position"]
    ruling = {"ruling": "approve", "moderator": "ann", "version": 1, "note": "banter"}

    decided = api.post(f"/v1/reviews/{verdict['review']['id']}/ruling", json=ruling).json()

    feed = api.get("/v1/decisions", params={"after": start}).json()["decisions"]
    [mine] = [d for d in feed if d["comment_id"] == "ruled"]
    assert mine == decided
    assert (mine["outcome"], mine["source"], mine["by"], mine["note"]) == ("allow", "moderator", "ann", "banter")


def test_a_rejection_rests_on_a_clause_of_the_policy(api: TestClient, flag: Flag) -> None:
    """What is not written in the policy cannot be a reason."""
    path = f"/v1/reviews/{flag('clause')['review']['id']}/ruling"

    wrong = api.post(path, json={"ruling": "reject", "moderator": "ann", "clause": "taste"})
    right = api.post(path, json={"ruling": "reject", "moderator": "ann"})

    assert wrong.status_code == 422
    assert "attacks" in wrong.json()["detail"]
    assert (right.json()["outcome"], right.json()["clause"]) == ("block", "attacks")


def test_an_allowed_comment_can_be_ruled_on(api: TestClient) -> None:
    """What the machine let through is a person's to take down, and the other way round."""
    api.post("/v1/verdicts", json={"comment": {"id": "fine", "text": "What a lovely day."}})
    ruling = {"ruling": "reject", "moderator": "ann", "clause": "spam"}

    decided = api.post("/v1/comments/fine/ruling", json=ruling).json()

    assert decided["outcome"] == "block"
    assert api.get("/v1/comments/fine").json()["outcome"] == "block"


def test_rejections_add_strikes_and_standing_feeds_the_next_verdict(api: TestClient, flag: Flag) -> None:
    """Users who keep violating the policy may be blocked: that is what the policy says."""
    author = {"id": "repeater", "verified": True, "name": "Rita"}
    standings = []
    for i in range(8):
        answer = api.post(
            "/v1/verdicts", json={"comment": {"id": f"s-{i}", "text": f"You are an idiot, {i}."}, "author": author}
        ).json()
        standings.append(api.get("/v1/authors/repeater/standing").json()["standing"])
        ruling = {"ruling": "reject", "moderator": "ann", "clause": "attacks"}
        api.post(f"/v1/comments/{answer['comment_id']}/ruling", json=ruling)

    harmless = {"comment": {"id": "s-last", "text": "Nice weather today."}, "author": author}
    assert standings[0] == "good"
    assert list(dict.fromkeys(standings)) == ["good", "limited", "suspended", "blocked"][: len(set(standings))]
    assert len(set(standings)) >= 3
    assert api.post("/v1/verdicts", json=harmless).json()["verdict"] == "block"


def test_an_author_whom_nobody_vouches_for_is_limited_at_most(api: TestClient, flag: Flag) -> None:
    """Anybody could type another's name, and so have the other blocked."""
    author = {"name": "Rita", "email": "rita@example.org"}
    for i in range(8):
        answer = flag(f"u-{i}", author)
        api.post(f"/v1/comments/u-{i}/ruling", json={"ruling": "reject", "moderator": "ann"})
    key = api.get(f"/v1/comments/{answer['comment_id']}").json()["author_key"]

    assert api.get(f"/v1/authors/{key}/standing").json()["standing"] == "limited"
    harmless = {"comment": {"id": "u-last", "text": "Nice weather today."}, "author": author}
    assert api.post("/v1/verdicts", json=harmless).json()["verdict"] == "flag"


def test_a_person_sets_and_lifts_a_standing_with_a_reason(api: TestClient) -> None:
    """The last word is a person's, in both directions."""
    body = {"comment": {"id": "st-1", "text": "Hello."}, "author": {"id": "u-st", "verified": True}}
    api.post("/v1/verdicts", json=body)
    path = "/v1/authors/u-st/standing"

    assert api.put(path, json={"standing": "blocked"}).status_code == 422
    assert api.put(path, json={"standing": "blocked", "reason": "sock puppet"}).json()["set_by_person"]
    again = {"comment": {"id": "st-2", "text": "Hello again."}, "author": body["author"]}
    assert api.post("/v1/verdicts", json=again).json()["verdict"] == "block"
    assert api.put(path, json={"standing": None, "reason": "mistake"}).json()["standing"] == "good"


def test_a_person_ends_what_lets_an_article_wait(api: TestClient, service: Service) -> None:
    """The raid is over before the rule thinks so: further comments are judged on their own again."""
    now = service.clock.now()
    with service.storage.write(SiteId("default")) as transaction:
        lasting = Premoderation(until=now + timedelta(days=1), rule="raid")
        transaction.articles.premoderate("https://north.example/a?b=1", lasting, at=now)
    path = "/v1/articles/https%3A%2F%2Fnorth.example%2Fa%3Fb%3D1/premoderation"
    article = {"url": "https://north.example/a?b=1", "title": "Harbour"}

    def verdict(id: str) -> str:
        sent = {"comment": {"id": id, "text": "The ferry is late."}, "article": article}
        return str(api.post("/v1/verdicts", json=sent).json()["verdict"])

    assert (verdict("raided-1"), api.get(path).json()["rule"]) == ("flag", "raid")
    assert api.delete(path, params={"by": "Ann"}).json()["until"] is None
    assert (verdict("raided-2"), api.get(path).json()["until"]) == ("allow", None)
    assert api.get("/v1/comments/raided-1").json()["outcome"] == "flag"


@pytest.mark.parametrize(
    ("article", "told"),
    [
        pytest.param({"title": "Harbour fees: what else"}, "Harbour fees: what else", id="by its title"),
        pytest.param(
            {"url": f"https://n.example/{'a' * 400}", "title": "H"}, f"https://n.example/{'a' * 400}", id="long"
        ),
    ],
)
def test_what_is_kept_by_a_hash_is_ended_by_what_the_site_calls_it(
    api: TestClient, service: Service, article: dict[str, str], told: str
) -> None:
    """A site knows its article by address or title, and never sees under which name we keep it."""
    now = service.clock.now()
    sent = {"comment": {"id": f"hashed-{len(told)}", "text": "The ferry is late."}, "article": article}
    api.post("/v1/verdicts", json=sent)
    with service.storage.write(SiteId("default")) as transaction:
        key = transaction.decisions.comment(CommentId(f"hashed-{len(told)}")).article_key
        lasting = Premoderation(until=now + timedelta(days=1), rule="raid")
        transaction.articles.premoderate(str(key), lasting, at=now)
    path = f"/v1/articles/{quote(told, safe='')}/premoderation"

    assert api.get(path).json()["since"] is not None
    api.delete(path)
    assert api.get(path).json()["until"] is None


def test_an_outcome_of_the_site_closes_the_review(api: TestClient, flag: Flag) -> None:
    """What the site's own people decided needs no second decision here."""
    verdict = flag("settled")
    outcome = {"outcome": "published", "by": "desk", "at": "2026-01-02T03:04:05Z"}

    decided = api.put("/v1/comments/settled/outcome", json=outcome).json()

    assert (decided["outcome"], decided["source"], decided["by"]) == ("allow", "site", "desk")
    assert api.get(f"/v1/reviews/{verdict['review']['id']}").json()["state"] == "closed"


def test_reports_open_and_raise_a_review_and_remove_nothing(api: TestClient) -> None:
    """A mob must not be able to silence anybody."""
    api.post("/v1/verdicts", json={"comment": {"id": "reported", "text": "I like the mayor."}})

    for reader in range(10):
        answer = api.post("/v1/comments/reported/reports", json={"reason": "rude", "reporter": f"r-{reader}"})

    review = api.get(f"/v1/reviews/{answer.json()['review']['id']}").json()
    assert (review["queue"], review["report_count"]) == ("reports", 10)
    assert api.get("/v1/comments/reported").json()["outcome"] == "allow"


def test_an_erased_comment_is_gone_and_its_decisions_stay(api: TestClient, flag: Flag) -> None:
    """The right to erasure, without a hole in the books."""
    flag("erased", {"id": "u-e", "name": "Canary Person"})

    assert api.delete("/v1/comments/erased").status_code == 204

    kept = api.get("/v1/comments/erased").json()
    assert (kept["text"], kept["author"], len(kept["decisions"])) == (None, None, 1)
    assert "Canary" not in str(kept)
