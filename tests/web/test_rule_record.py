"""What one rule did, and taking it back, as an editor does it in the browser."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from fastapi.testclient import TestClient

from moderation.domain.comment import CommentId
from moderation.domain.site import Reviews, Scope
from moderation.domain.verdict import Outcome
from moderation.keys import key_of
from moderation.reversal import Reversal, reverse
from moderation.service import Service
from tests.web.conftest import KEY, SITES, Browse, Browser

RULE = "shouting"
PAGE = f"/policy/rules/{RULE}/record"
TEXT = "THE COUNCIL MUST ANSWER FOR THIS AND RESIGN NOW"


Loud = Callable[[str], None]


@pytest.fixture(scope="module")
def loud(application: TestClient) -> Loud:
    """Return what sends a comment that the rule alone holds."""
    service: Service = application.app.state.service  # type: ignore[attr-defined]
    service.sites.add_key(key_of(KEY, site=SITES[0], name="t", scopes=frozenset(Scope), at=service.clock.now()))

    def sent(id: str) -> None:
        body = {"comment": {"id": id, "text": f"{TEXT}, {id}"}}
        answer = application.post("/v1/verdicts", json=body, headers={"Authorization": f"Bearer {KEY}"})
        assert [reason["rule"] for reason in answer.json()["reasons"]] == [RULE]

    return sent


@pytest.fixture(scope="module")
def browsers() -> dict[str, Browser]:
    """Keep one browser: to sign in takes longer than to look."""
    return {}


@pytest.fixture
def editor(browsers: dict[str, Browser], browse: Browse) -> Browser:
    """Return an editor's browser."""
    if "editor" not in browsers:
        browsers["editor"] = browse("editor")
    return browsers["editor"]


def _since(editor: Browser) -> str:
    """The first moment that the page offers: since the policy went live."""
    found = re.search(r'<select name="since"><option value="([^"]+)"', editor.get(PAGE).text)
    assert found is not None
    return found[1]


def _outcome(service: Service, id: str) -> Outcome:
    with service.storage.read(SITES[0]) as transaction:
        return transaction.decisions.comment(CommentId(id)).outcome


def test_figures_have_a_period_and_say_what_nobody_ruled_on(editor: Browser) -> None:
    """A number without days, and a precision without rulings, mislead."""
    page = editor.get(f"{PAGE}?days=7").text

    assert "for which it held live, in the last 7 days" in page
    assert "people have decided on none of them" in page


def test_what_would_be_taken_back_is_shown_first(editor: Browser, service: Service, loud: Loud) -> None:
    """Nobody presses a button that publishes comments without having read them."""
    loud("c-1")

    told = editor.submit(PAGE, since=_since(editor)).text

    assert "would change: flag → allow" in told
    assert f"{TEXT}, c-1" in told
    assert _outcome(service, "c-1") is Outcome.FLAG


@pytest.mark.parametrize(
    "fields",
    [{"since": ""}, {"since": "2026-01-01"}, {"since": "2026-01-01T00:00+00:00", "act": "take-back"}],
    ids=["no-moment", "no-zone", "no-reason"],
)
def test_order_that_lacks_something_is_refused_in_words(editor: Browser, fields: dict[str, str]) -> None:
    """The page says what is missing, and nothing is done."""
    answer = editor.submit(PAGE, **fields)

    assert answer.status_code == 422
    assert "Choose from when on." in answer.text or "Say why" in answer.text


def test_work_is_taken_back_for_whom_it_hit(editor: Browser, service: Service, loud: Loud) -> None:
    """One act, with a reason, that stands on the page afterwards."""
    loud("c-2")
    since = _since(editor)
    told = editor.submit(PAGE, since=since, act="take-back", why="a derby day").text
    again = editor.submit(PAGE, since=since).text

    assert "changed: flag → allow" in told
    assert "took back what it did: a derby day; " in told
    assert _outcome(service, "c-2") is Outcome.ALLOW
    assert "taken back before" in again


def test_taking_back_is_undone_from_the_list_of_what_happened(
    editor: Browser, service: Service, loud: Loud
) -> None:
    """Whoever finds out the next morning finds the act, and the way back, where the rule is."""
    loud("c-3")
    editor.submit(PAGE, since=_since(editor), act="take-back", why="a derby day")
    found = re.search(
        r'name="undo" value="yes"><input type="hidden" name="since" value="([^"]+)"', editor.get(PAGE).text
    )
    assert found is not None

    told = editor.submit(PAGE, since=found[1], undo="yes").text
    assert "would change: allow → flag" in told
    assert _outcome(service, "c-3") is Outcome.ALLOW
    done = editor.submit(PAGE, since=found[1], undo="yes", act="take-back", why="no derby at all").text
    assert "put back what it had done: no derby at all; " in done
    assert _outcome(service, "c-3") is Outcome.FLAG


def test_what_was_broken_off_can_be_ended_and_undone(editor: Browser, service: Service, loud: Loud) -> None:
    """A server that was restarted meanwhile leaves half the work; the page says so, and offers both ways on."""
    for id in ("c-4", "c-5"):
        loud(id)
    order = Reversal(rule=RULE, since=datetime.fromisoformat(_since(editor)), by="mia", why="a cup final")
    now, reviews = service.clock.now(), Reviews.HERE
    next(reverse(service.storage, order, site=SITES[0], reviews=reviews, at=now, page_size=1))

    page = editor.get(PAGE).text
    assert "mia began to take back what it did" in page
    left = editor.submit(PAGE, since=order.since.isoformat(), undo="", why=order.why).text
    assert "taken back before" in left
    undone = editor.submit(PAGE, since=order.since.isoformat(), undo="yes", act="take-back", why="no final").text

    assert "That has not ended" not in undone
    assert {_outcome(service, id) for id in ("c-4", "c-5")} == {Outcome.FLAG}


def test_rule_that_the_brake_stopped_says_so_wherever_it_is_met(editor: Browser, service: Service) -> None:
    """An editor who reads no log must learn that a rule has no effect any more, and why."""
    why = "'raid' held for 30 of 30 comments (100%), more than 12%; it is in shadow now"
    with service.storage.write(SITES[0]) as transaction:
        detail = {"rule": "raid", "owner": "ann@example.org", "why": why}
        transaction.audit(by="brake", what="policy.brake", detail=detail, at=service.clock.now())

    pages = [editor.get(f"/policy{path}").text for path in ("", "/rules/raid", "/rules/raid/record")]

    assert all("30 of 30 comments (100%)" in page for page in pages)
    assert "ann@example.org" in pages[2]


def test_only_rules_in_force_have_a_record(editor: Browser, browse: Browse) -> None:
    """Who may not take back sees what it did; a rule that is not there is named."""
    assert "Take back what it did" not in browse("moderator").get(PAGE).text
    assert editor.get("/policy/rules/nope/record").status_code == 404
