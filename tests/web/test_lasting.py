"""What rules began for a time: the desk shows it where its comments are met, and a moderator ends it."""

from datetime import timedelta
from secrets import token_hex
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from moderation.domain.author_label import AuthorLabel
from moderation.domain.comment import CommentId
from moderation.domain.premoderation import Premoderation
from moderation.service import Service
from tests.api.conftest import KEY
from tests.web.conftest import SITES, Browse, Browser


def send(application: TestClient, *, article: dict[str, str], author: str = "u-lasting") -> str:
    """Send a comment under an article; returns its id."""
    id = f"lasting-{token_hex(4)}"
    body = {
        "comment": {"id": id, "text": f"The ferry is late, says {id}."},
        "author": {"id": author, "name": "Ann"},
        "article": article,
    }
    answer = TestClient(application.app).post(
        "/v1/verdicts", json=body, headers={"Authorization": f"Bearer {KEY}"}
    )
    assert answer.status_code < 300, answer.text
    return id


def card(browser: Browser, comment: str) -> str:
    """Return the card of a comment."""
    answer = browser.get("/desk/card", params={"comment": comment}, headers={"Accept": "application/json"})
    return str(answer.json()["html"])


@pytest.fixture
def raided(application: TestClient, service: Service) -> str:
    """Send a comment under an article that has no name but its title, and that is premoderated since; its id."""
    id, now = send(application, article={"title": f"Fees {token_hex(4)}"}), service.clock.now()
    with service.storage.write(SITES[0]) as transaction:
        key = str(transaction.decisions.comment(CommentId(id)).article_key)
        lasting = Premoderation(until=now + timedelta(hours=2), rule="attack-on-commenter")
        transaction.articles.premoderate(key, lasting, at=now)
    return id


def test_card_says_why_every_comment_under_the_article_waits(browse: Browse, raided: str) -> None:
    """A moderator who meets a harmless comment must see what holds it, and where that rule is."""
    shown = card(browse("moderator"), raided)

    assert "Every comment under this article waits for a person" in shown
    assert 'href="/policy/rules/attack-on-commenter"' in shown
    assert 'data-act="premoderation"' not in card(browse("reader"), raided)


def test_a_moderator_ends_it_and_takes_that_back(browse: Browse, raided: str) -> None:
    """One press too many under a raid is mended by another, and colleagues see who ended it."""
    moderator = browse("moderator")

    ended = moderator.post("/desk/premoderation", {"comment": raided, "lasts": False}).json()["html"]
    assert "moderator</bdi> ended it" in ended
    assert "moderator</bdi> ended it" in card(browse("editor"), raided)
    moderator.post("/desk/premoderation", {"comment": raided, "lasts": True})
    assert "Every comment under this article waits for a person" in card(moderator, raided)


def test_what_is_over_cannot_be_taken_up_again(browse: Browse, application: TestClient) -> None:
    """A page that was open since yesterday gets a sentence, and begins nothing."""
    comment = send(application, article={"title": "Nothing waits here"})

    refused = browse("moderator").post("/desk/premoderation", {"comment": comment, "lasts": True})

    assert refused.status_code == 409
    assert "over by now" in refused.json()["detail"]


def test_a_moderator_takes_a_label_from_an_author_and_puts_it_back(
    browse: Browse, application: TestClient, service: Service
) -> None:
    """What a rule called somebody weighs on their next comments, so people see it, end it, and mend that."""
    author, now = f"u-{token_hex(4)}", service.clock.now()
    comment = send(application, article={"title": "Fees"}, author=author)
    labels = [AuthorLabel(name=name, until=now + timedelta(days=30), rule="r") for name in ("loud", "salesman")]
    with service.storage.write(SITES[0]) as transaction:
        transaction.authors.give_labels(labels, key=author, is_verified=False, at=now)
    moderator, reader = browse("moderator"), browse("reader")
    assert 'data-label="loud"' in card(moderator, comment)
    assert ">loud<" in card(reader, comment)
    assert 'data-act="label"' not in card(reader, comment)

    taken = moderator.post("/desk/label", {"author": author, "label": "loud", "lasts": False}).json()["html"]
    assert ("moderator</bdi> took it away" in taken, "Put it back" in taken, ">salesman<" in taken) == (True,) * 3
    assert "moderator</bdi> took it away" in card(reader, comment)
    moderator.post("/desk/label", {"author": author, "label": "loud", "lasts": True})

    assert "took it away" not in card(reader, comment)


def test_a_moderator_blocks_an_author_and_lifts_that(browse: Browse, application: TestClient) -> None:
    """The wrong author is blocked with two keys, and must be free again as easily."""
    author = f"u-{token_hex(4)}"
    comment = send(application, article={"title": "Fees"}, author=author)
    moderator = browse("moderator")
    moderator.post("/desk/block", {"author": author, "reason": "Threats by mail."})
    shown = card(moderator, comment)
    assert ("Threats by mail." in shown, "Block the author" in shown) == (True, False)
    assert 'data-act="lift"' not in card(browse("reader"), comment)

    assert moderator.post("/desk/lift", {"author": author}).status_code == 200

    shown = card(moderator, comment)
    assert ("A person set this" in shown, "Block the author" in shown) == (False, True)
    assert moderator.post("/desk/lift", {"author": author}).status_code == 409


def test_label_is_taken_away_over_the_api(application: TestClient, service: Service) -> None:
    """A site's own tools end what a rule began, with a key that may moderate."""
    author, now = f"https://n.example/{token_hex(4)}", service.clock.now()
    send(application, article={"title": "Fees"}, author=author)
    with service.storage.write(SITES[0]) as transaction:
        label = AuthorLabel(name="loud", until=now + timedelta(days=30), rule="r")
        transaction.authors.give_labels([label], key=author, is_verified=False, at=now)
    api = TestClient(application.app, headers={"Authorization": f"Bearer {KEY}"})
    path = f"/v1/authors/{quote(author, safe='')}/labels/loud"

    assert api.delete(path).json()["labels"] == []
    assert api.delete(path).status_code == 404
