"""Coral's phase and webhooks: who may ask, what Coral is told, and what its moderators' word does here."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from pydantic import SecretStr

from moderation.app import create_app
from moderation.compat.coral.phase import from_decision
from moderation.domain.decision import Grounds, decide
from moderation.domain.verdict import Effect, Outcome, WriterMessage
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, comment, match, verdict
from tests.api.conftest import KEY, settings_in

GOLDEN = Path(__file__).parent / "golden"
OLD, NEW, HOOK = "empsec_the-old-one", "empsec_the-new-one", "whsec_of-the-webhooks"
Send = Callable[..., Response]


@pytest.fixture(scope="module")
def app_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An application that knows Coral's secrets."""
    secrets = SecretStr(f"{OLD}, default={NEW} {HOOK}")
    app = create_app(settings_in(tmp_path_factory.mktemp("coral"), coral_secrets=secrets))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def signed(body: bytes, *secrets: str) -> dict[str, str]:
    """Sign a body as Coral does."""
    digests = [hmac.new(secret.encode(), body, hashlib.sha256).hexdigest() for secret in secrets]
    return {
        "X-Coral-Signature": ",".join(f"sha256={each}" for each in digests),
        "Content-Type": "application/json",
    }


@pytest.fixture
def phase(app_client: TestClient) -> Send:
    """Send a comment as Coral's phase does: pretty-printed, signed over the raw bytes."""

    def send(text: str, *, secrets: tuple[str, ...] = (NEW,), **changes: Any) -> Response:
        sent = {
            "action": "NEW",
            "comment": {"body": text, "parentID": None},
            "author": {"id": "u-1", "role": "COMMENTER"},
            "story": {"id": "s-1", "url": "https://news.example/s-1"},
            "site": {"id": "site-1"},
            "tenantID": "t-1",
            "tenantDomain": "coral.example",
        }
        body = json.dumps(sent | changes, indent=2).encode()
        return app_client.post("/coral/moderation", content=body, headers=signed(body, *secrets))

    return send


@pytest.fixture
def event(app_client: TestClient) -> Send:
    """Send an event as Coral's webhooks do."""

    def send(
        type: str, *, comment: str, story: str, status: str, seconds: float = 0, queue: str = "PENDING"
    ) -> Response:
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        sent = {
            "id": f"{type}-{comment}-{seconds}-{queue}",
            "type": type,
            "data": {
                "queue": queue,
                "commentID": comment,
                "status": status,
                "storyID": story,
                "siteID": "site-1",
            },
            "createdAt": at.isoformat(),
            "tenantID": "t-1",
            "tenantDomain": "coral.example",
        }
        body = json.dumps(sent).encode()
        return app_client.post("/coral/webhooks", content=body, headers=signed(body, HOOK))

    return send


@pytest.fixture
def waiting(app_client: TestClient) -> Callable[[str], list[str]]:
    """The open reviews of a story."""

    def find(story: str) -> list[str]:
        reviews = app_client.get("/v1/reviews", headers={"Authorization": f"Bearer {KEY}"}).json()["reviews"]
        return [review["comment_id"] for review in reviews if review["comment"]["article"]["id"] == story]

    return find


ROWS = {"civil": "The fees rise again.", "insult": "You are an idiot.", "empty": " ", "too-long": "a" * 20_001}


@pytest.mark.parametrize("row", ROWS)
def test_what_the_phase_is_told(phase: Send, wire: Callable[[Path, Any, Response], None], row: str) -> None:
    """Coral reads it strictly: one empty field, and the whole reply is dropped."""
    wire(GOLDEN / f"{row}.txt", ROWS[row][:100], phase(ROWS[row]))


def _decision(outcome: Outcome, **changes: Any) -> dict[str, Any]:
    grounds = Grounds(scores={}, language="en", model=None)
    made = verdict(outcome, matches=(match(outcome=outcome, **changes),))
    return from_decision(decide(made, grounds, site=NORTH, comment_id=comment().id, revision=1, at=START))


def test_a_block_is_a_rejection_with_its_reason() -> None:
    """The writer has a right to it; Coral shows the one in `moderationAction`."""
    rejection = {"status": "REJECTED", "rejectionReason": {"code": "HARASSMENT_BULLYING"}}

    assert _decision(Outcome.BLOCK, attributes=("insult",)) == {
        "status": "REJECTED",
        "moderationAction": rejection,
    }
    assert _decision(Outcome.BLOCK)["moderationAction"]["rejectionReason"] == {"code": "OTHER"}


def test_the_message_to_the_writer_goes_along() -> None:
    """It says what to change, which a code does not."""
    grounds = Grounds(scores={}, language="en", model=None)
    made = verdict(Outcome.BLOCK, writer=WriterMessage(title="T", message="Leave out the slur."))
    told = from_decision(decide(made, grounds, site=NORTH, comment_id=comment().id, revision=1, at=START))

    assert told["moderationAction"]["rejectionReason"]["detailedExplanation"] == "Leave out the slur."


def test_what_is_looked_at_afterwards_is_flagged_and_not_withheld() -> None:
    """The policy wanted it on the page."""
    told = _decision(Outcome.FLAG, effect=Effect.PUBLISH_AND_REVIEW, attributes=("spam",))

    assert told == {"actions": [{"actionType": "FLAG", "reason": "COMMENT_DETECTED_SPAM"}]}


@pytest.mark.parametrize(
    ("secrets", "status"), [((NEW,), 200), ((OLD,), 200), (("x", NEW), 200), (("x",), 401), ((), 401)]
)
def test_only_who_knows_a_secret_may_ask(phase: Send, secrets: tuple[str, ...], status: int) -> None:
    """While a secret is changed Coral signs with both, and any good one counts."""
    assert phase("Rain again.", secrets=secrets).status_code == status


def test_the_raw_bytes_are_signed(app_client: TestClient) -> None:
    """The same JSON written otherwise is not what Coral signed."""
    headers = signed(b'{"a": 1}', NEW)

    assert app_client.post("/coral/moderation", content=b'{"a":1}', headers=headers).status_code == 401
    assert app_client.post("/coral/moderation", content=b'{"a": 1}', headers=headers).status_code == 400
    assert app_client.post("/coral/webhooks", content=b'{"a": 1}', headers=headers).status_code == 400


@pytest.mark.parametrize("header", ["sha256=", "sha256=é", "md5=abc", ",,,", "sha256=" + "0" * 64])
def test_a_signature_that_cannot_be_is_a_401(app_client: TestClient, header: str) -> None:
    """Whoever knocks without a key must not find another way in, nor a crash."""
    shown = {b"X-Coral-Signature": header.encode()}

    assert app_client.post("/coral/moderation", content=b"{}", headers=shown).status_code == 401


def test_sent_twice_it_is_one_comment(phase: Send, waiting: Callable[[str], list[str]]) -> None:
    """A signature without a time can be replayed; then nothing happens."""
    for _ in range(2):
        phase("You are an idiot, I say.", story={"id": "s-twice"})

    assert len(waiting("s-twice")) == 1


@pytest.mark.parametrize(("status", "outcome"), [("APPROVED", "allow"), ("REJECTED", "block")])
def test_a_decision_made_in_coral_closes_the_review_here(
    app_client: TestClient,
    phase: Send,
    event: Send,
    waiting: Callable[[str], list[str]],
    status: str,
    outcome: str,
) -> None:
    """Two people must not work on the same comment."""
    story, id = f"s-{status}", f"c-{status}"
    phase("You are an idiot, madam.", story={"id": story})
    [ours] = waiting(story)
    linked = event("COMMENT_ENTERED_MODERATION_QUEUE", comment=id, story=story, status="SYSTEM_WITHHELD")
    taken = event("COMMENT_LEFT_MODERATION_QUEUE", comment=id, story=story, status=status, seconds=1)
    kept = app_client.get(f"/v1/comments/{ours}", headers={"Authorization": f"Bearer {KEY}"}).json()

    assert (linked.json(), taken.json()) == ({"taken": True}, {"taken": True})
    assert (waiting(story), kept["outcome"], kept["decisions"][-1]["source"]) == ([], outcome, "site")


def test_an_old_event_changes_nothing(
    app_client: TestClient, phase: Send, event: Send, waiting: Callable[[str], list[str]]
) -> None:
    """Whoever recorded an approval must not be able to undo the rejection after it."""
    phase("You are an idiot, doctor.", story={"id": "s-old"})
    [ours] = waiting("s-old")
    event("COMMENT_ENTERED_MODERATION_QUEUE", comment="c-old", story="s-old", status="SYSTEM_WITHHELD")
    left = {"comment": "c-old", "story": "s-old"}
    event("COMMENT_LEFT_MODERATION_QUEUE", status="REJECTED", seconds=2, **left)
    replayed = event("COMMENT_LEFT_MODERATION_QUEUE", status="APPROVED", seconds=1, **left)
    kept = app_client.get(f"/v1/comments/{ours}", headers={"Authorization": f"Bearer {KEY}"}).json()

    assert (replayed.json(), kept["outcome"]) == ({"taken": False}, "block")


def test_two_comments_at_once_are_not_mixed_up(
    phase: Send, event: Send, waiting: Callable[[str], list[str]]
) -> None:
    """Better a review too many than a ruling on the wrong comment."""
    for author in ("u-8", "u-9"):
        phase(f"You are an idiot, says {author}.", story={"id": "s-busy"}, author={"id": author})
    linked = event("COMMENT_ENTERED_MODERATION_QUEUE", comment="c-8", story="s-busy", status="SYSTEM_WITHHELD")

    assert (linked.json(), len(waiting("s-busy"))) == ({"taken": False}, 2)


@pytest.mark.parametrize(
    ("status", "queue", "is_linked"),
    [("NONE", "UNMODERATED", True), ("PREMOD", "PENDING", False), ("APPROVED", "REPORTED", False)],
)
def test_a_comment_that_passed_is_not_taken_for_the_one_that_was_held(
    phase: Send, event: Send, waiting: Callable[[str], list[str]], status: str, queue: str, is_linked: bool
) -> None:
    """Coral tells of both within the same second, and approving the civil one must not publish the other."""
    story, names = f"s-{queue}", {"comment": f"c-civil-{queue}", "story": f"s-{queue}"}
    phase(f"You are an idiot, {queue}.", story={"id": story})
    phase("The fees rise again.", story={"id": story}, author={"id": "u-civil"})
    entered = event("COMMENT_ENTERED_MODERATION_QUEUE", status=status, queue=queue, **names)
    event("COMMENT_LEFT_MODERATION_QUEUE", status="APPROVED", queue=queue, seconds=1, **names)

    assert (entered.json(), len(waiting(story))) == ({"taken": is_linked}, 1)


@pytest.mark.parametrize(("status", "outcome"), [("APPROVED", "allow"), ("REJECTED", "block")])
def test_what_coral_decides_on_a_comment_that_passed_is_a_label(
    app_client: TestClient, phase: Send, event: Send, status: str, outcome: str
) -> None:
    """What the policy let pass and a moderator took down is what a publisher most wants to learn from."""
    story, id, head = f"s-passed-{status}", f"c-passed-{status}", {"Authorization": f"Bearer {KEY}"}
    before = app_client.get("/v1/decisions?limit=500", headers=head).json()["next"]
    phase("Nobody asked the neighbours.", story={"id": story}, author={"id": f"u-passed-{status}"})
    [ours] = app_client.get(f"/v1/decisions?after={before}", headers=head).json()["decisions"]
    entered = {"comment": id, "story": story, "status": "NONE", "queue": "UNMODERATED"}
    linked = event("COMMENT_ENTERED_MODERATION_QUEUE", **entered)
    left = event("COMMENT_LEFT_MODERATION_QUEUE", **entered | {"status": status, "seconds": 1})
    kept = app_client.get(f"/v1/comments/{ours['comment_id']}", headers=head).json()

    assert (linked.json(), left.json()) == ({"taken": True}, {"taken": True})
    assert (kept["outcome"], kept["review"]) == (outcome, None)


def test_comments_that_pass_one_after_the_other_are_told_apart(
    app_client: TestClient, phase: Send, event: Send
) -> None:
    """Under a lively story each is named before the next is written: what has a name takes no other."""
    told = {"story": "s-lively", "status": "NONE", "queue": "UNMODERATED"}
    linked = []
    for name in ("first", "second"):
        phase(f"I am the {name} here.", story={"id": "s-lively"}, author={"id": f"u-{name}"})
        linked.append(event("COMMENT_ENTERED_MODERATION_QUEUE", comment=f"c-{name}", **told).json()["taken"])
    late = {"comment": "c-third", "seconds": -60} | told
    linked.append(event("COMMENT_ENTERED_MODERATION_QUEUE", **late).json()["taken"])

    assert linked == [True, True, False]


def test_what_passed_and_what_is_looked_at_afterwards_are_not_mixed_up(phase: Send, event: Send) -> None:
    """Both stand on the page, and Coral tells of both in the same words."""
    for author in ("u-3", "u-4"):
        phase(f"We met at noon, says {author}.", story={"id": "s-both"}, author={"id": author})
    told = {"comment": "c-3", "story": "s-both", "status": "NONE", "queue": "UNMODERATED"}

    assert event("COMMENT_ENTERED_MODERATION_QUEUE", **told).json() == {"taken": False}


@pytest.mark.parametrize(
    ("type", "status", "seconds"),
    [
        ("STORY_CREATED", "", 0),
        ("COMMENT_LEFT_MODERATION_QUEUE", "APPROVED", 0),
        ("COMMENT_LEFT_MODERATION_QUEUE", "NONE", 0),
        ("COMMENT_LEFT_MODERATION_QUEUE", "APPROVED", 3_600),
    ],
)
def test_events_that_say_nothing_to_us(event: Send, type: str, status: str, seconds: float) -> None:
    """Coral tries again what is not answered 200: what does not concern us is taken."""
    answer = event(type, comment="c-never-seen", story="s-1", status=status, seconds=seconds)

    assert (answer.status_code, answer.json()) == (200, {"taken": False})


def test_feedback_by_perspective_meets_the_comment_of_the_phase(
    app_client: TestClient, phase: Send, event: Send, waiting: Callable[[str], list[str]]
) -> None:
    """Coral tells its moderator's word by both protocols, and it is one word about one comment."""
    phase("You are an idiot, captain.", story={"id": "s-both-ways"})
    [ours] = waiting("s-both-ways")
    event("COMMENT_ENTERED_MODERATION_QUEUE", comment="c-both", story="s-both-ways", status="SYSTEM_WITHHELD")
    suggested = {
        "comment": {"text": "You are an idiot, captain."},
        "attributeScores": {"TOXICITY": {"summaryScore": {"value": 1}}},
        "context": {"entries": [{"text": json.dumps({"Coral_comment_id": "c-both"})}]},
        "communityId": "Coral:https://coral.example",
        "clientToken": "comment:c-both",
    }
    answer = app_client.post(f"/v1alpha1/comments:suggestscore?key={KEY}", json=suggested)
    head = {"Authorization": f"Bearer {KEY}"}
    kept = app_client.get(f"/v1/comments/{ours}", headers=head).json()

    assert (answer.status_code, waiting("s-both-ways"), kept["outcome"]) == (200, [], "block")
    assert app_client.get("/v1/comments/c-both", headers=head).status_code == 404
