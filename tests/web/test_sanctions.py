"""Steps of the ladder on their page: who waits, an answer by a button, and taking it back."""

import re
from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from moderation.domain.comment import CommentId
from moderation.domain.decision import DecisionId
from moderation.domain.standing import Strike
from moderation.service import Service
from moderation.worker import lapse_steps
from tests.api.conftest import KEY
from tests.web.conftest import SITES, Browse
from tests.web.test_lasting import card, send

LADDER = """
ladder:
  steps:
    - {at: 3, standing: suspended, for: 7d, needs: moderator, message: Three comments broke the rules.}
    - {at: 6, standing: blocked, for: permanent, needs: editor}
"""


@pytest.fixture(scope="module", autouse=True)
def asking(application: TestClient) -> None:
    """Let the ladder of the first site ask a person."""
    service: Service = application.app.state.service  # type: ignore[attr-defined]
    now, site = service.clock.now(), service.sites.get(SITES[0])
    name, sources = service.sites.policy(site.id, site.policy)
    main = next(iter(sources))
    changed = {**sources, main: re.sub(r"\nladder:\n(?:[ #].*\n)*", f"\n{LADDER}", sources[main])}
    policy = service.load_policy(name, changed)
    service.sites.keep_policy(site.id, hash=policy.hash, name=name, files=changed, at=now)
    service.sites.publish_policy(site.id, policy.hash, by="test", at=now)


def struck(
    application: TestClient, service: Service, author: str, *, weight: int, at: datetime | None = None
) -> str:
    """Give an author strikes; returns the id of a comment of theirs."""
    id = send(application, article={"title": "Fees"}, author=author)
    strike = Strike(clause="attacks", weight=weight, at=at or service.clock.now() - timedelta(hours=1))
    with service.storage.write(SITES[0]) as transaction:
        known = transaction.authors.author(str(transaction.decisions.comment(CommentId(id)).author_key))
        decision = DecisionId(f"d_{author}")
        transaction.authors.add_strike(strike, key=known.key, is_verified=known.verified, decision=decision)
    return id


def test_an_author_waits_for_a_person(application: TestClient, service: Service, browse: Browse) -> None:
    """The desk says so, the card says so, and one press answers or takes that back."""
    comment = struck(application, service, "u-waits", weight=3)
    moderator = browse("moderator")
    assert "An author waits" in moderator.get("/desk").text
    assert "Waits for a moderator" in card(moderator, comment)
    page = moderator.get("/desk/steps").text
    assert "Three comments broke the rules." in page
    key = re.search(r'name="author" value="([^"]+)"', page)
    assert key is not None

    done = moderator.submit("/desk/steps/confirm", author=key[1], step="3").text
    assert "No author waits" in done
    assert "confirmed by <bdi>moderator</bdi>" in done
    assert "waits for nobody" in moderator.submit("/desk/steps/refuse", author=key[1], step="3").text
    back = moderator.submit("/desk/steps/take-back", author=key[1], step="3").text
    assert "confirmed by" not in back
    refused = moderator.submit("/desk/steps/refuse", author=key[1], step="3").text
    assert "refused by <bdi>moderator</bdi>" in refused


def test_a_step_that_nobody_answered_is_seen(application: TestClient, service: Service, browse: Browse) -> None:
    """A question that goes away by itself leaves a trace where people look."""
    now = service.clock.now()
    struck(application, service, "u-lapsed", weight=3, at=now - timedelta(days=90, hours=1))
    moderator = browse("moderator")
    assert "without an answer" not in moderator.get("/desk").text

    lapse_steps(service, {})

    assert "A step of the ladder lapsed without an answer" in moderator.get("/desk").text
    page = moderator.get("/desk/steps").text
    assert "<bdi>u-lapsed</bdi>: limited from 3 strikes, <strong>nobody answered</strong>" in page
    assert 'value="u-lapsed"' not in page
    refused = moderator.submit("/desk/steps/take-back", author="u-lapsed", step="3")
    assert (refused.status_code, "Nobody has confirmed" in refused.text) == (404, True)


def test_a_step_for_an_editor_is_not_a_moderators(
    application: TestClient, service: Service, browse: Browse
) -> None:
    """Who may not answer is told who may; over the API, a key needs the scope for it."""
    struck(application, service, "u-grave", weight=6)
    page = browse("moderator").get("/desk/steps").text
    assert "asks for the role editor" in page
    assert 'value="6"' not in page
    assert (
        "asks for the role editor"
        in browse("moderator").submit("/desk/steps/confirm", author="u-grave", step="6").text
    )
    assert 'value="6"' in browse("editor").get("/desk/steps").text
    assert "by a number" in browse("editor").submit("/desk/steps/confirm", author="u-grave", step="x").text

    client = TestClient(application.app, headers={"Authorization": f"Bearer {KEY}"})
    (waits,) = client.get("/v1/steps").json()
    assert (waits["author"], waits["step"], waits["needs"], waits["until"]) == ("u-grave", 6, "editor", None)
    assert client.get("/v1/authors/u-grave/standing").json()["waits"] == waits
    asked = {"author": "u-grave", "step": 6, "by": "eve"}
    confirmed = client.post("/v1/steps", json=asked | {"answer": "confirm"}).json()
    assert (confirmed["set_by_person"], confirmed["waits"]) == (True, None)
    taken_back = client.post("/v1/steps", json=asked | {"answer": "take_back"}).json()
    assert (taken_back["set_by_person"], taken_back["waits"]["step"]) == (False, 6)
