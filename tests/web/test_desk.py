"""The desk's pages and acts: what is shown is safe, what is decided is decided once."""

import re
from collections.abc import Callable
from dataclasses import replace
from secrets import token_hex

import pytest
from fastapi.testclient import TestClient

from moderation.domain.comment import CommentId
from moderation.domain.review import Ruling
from moderation.review import RulingRequest, rule_on_review
from moderation.service import Service
from moderation.web.keys import KEYS
from tests.api.conftest import KEY
from tests.web.conftest import SITES, Browse, Browser

Send = Callable[..., str]

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)> you are an idiot"


@pytest.fixture
def send(application: TestClient) -> Send:
    """Send a comment to the service; returns its id."""

    def sent(text: str = "", *, id: str = "", id_of: str = "", **author: str | bool) -> str:
        named = id or f"c-{token_hex(4)}"
        text = text or f"You are an idiot, says {named}."
        body = {
            "comment": {"id": named, "text": text},
            "author": {"id": id_of or f"u-{named}", "name": f"Ann {named}"} | author,
            "article": {"title": "Parking fees rise", "section": "Local"},
        }
        headers = {"Authorization": f"Bearer {KEY}"}
        answer = TestClient(application.app).post("/v1/verdicts", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        return named

    return sent


def card(browser: Browser, comment: str) -> dict[str, object]:
    """Return the card of a comment as a script gets it."""
    answer = browser.get("/desk/card", params={"comment": comment}, headers={"Accept": "application/json"})
    found: dict[str, object] = answer.json()
    assert answer.status_code == 200, found
    return found


def rule(browser: Browser, comment: str, ruling: str = "reject", **more: object) -> dict[str, object]:
    """Claim and rule as the desk does."""
    review = card(browser, comment)["review"]
    item: dict[str, object] = {"comment": comment}
    if review is not None:
        claimed = browser.post("/desk/claim", {"review": review})
        item |= {"review": review, "version": claimed.json().get("version")}
    answer = browser.post("/desk/rule", {"items": [item], "ruling": ruling} | more)
    result: dict[str, object] = answer.json()["results"][0]
    return result


def test_text_is_shown_and_never_run(browse: Browse, send: Send) -> None:
    """A comment that the desk ran would work with a moderator's hands."""
    shown = str(card(browse("moderator"), send(SCRIPT))["html"])

    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_characters_that_move_others_are_named(browse: Browse, send: Send) -> None:
    """What reads backwards on the page must read as it was typed on the desk."""
    shown = str(card(browse("moderator"), send("abc\u202edcba you are an idiot"))["html"])

    assert "\u202e" not in shown
    assert "right-to-left override" in shown


def test_card_says_why_and_on_what_it_rests(browse: Browse, send: Send) -> None:
    """A decision without its reason is a coin toss."""
    shown = str(card(browse("moderator"), send())["html"])

    assert "<mark" in shown
    assert "Parking fees rise" in shown
    assert "The published policy" in shown
    assert "Also by this author" in shown or "approved" in shown


def test_card_warns_of_a_name_that_looks_like_anothers(browse: Browse, send: Send) -> None:
    """Whoever answers in a colleague's name wants the moderator to mistake them, too."""
    old = send("What a fine council.", id="c-owner", id_of="u-owner", name="Nora Lindqvist", verified=True)
    new = send("You are an idiot.", id="c-mimic", id_of="u-mimic", name="Nora Iindqvist")
    mimic, owner, other = (str(card(browse("moderator"), each)["html"]) for each in (new, old, send()))

    assert re.search(r'looks like this:.*q=u-owner"><bdi>Nora Lindqvist</bdi></a>, verified', mimic, re.DOTALL)
    assert re.search(r'looks like this:.*q=u-mimic"><bdi>Nora Iindqvist</bdi>', owner, re.DOTALL)
    assert "looks like this" not in other


def test_card_tells_what_an_author_wrote_lately(browse: Browse, send: Send) -> None:
    """Strikes say when they lapse, and the newest weigh more than what was years ago."""
    moderator, comment = browse("moderator"), send(id_of="u-late", name="Late")
    rule(moderator, comment, "reject")
    shown = str(card(moderator, comment)["html"])

    assert re.search(r'rejected</dt><dd class="number">1 <span class="ever">of 1<', shown)
    assert re.search(r"It lapses <time datetime=", shown)


def test_ruling_is_made_once(browse: Browse, send: Send) -> None:
    """Of two moderators with one comment the second is told, and nothing is overwritten."""
    first, second, comment = browse("moderator"), browse("editor"), send()
    review = card(first, comment)["review"]
    version = first.post("/desk/claim", {"review": review}).json()["version"]

    held = second.post("/desk/claim", {"review": review})
    done = first.post(
        "/desk/rule",
        {"items": [{"comment": comment, "review": review, "version": version}], "ruling": "approve"},
    )
    late = second.post(
        "/desk/rule",
        {"items": [{"comment": comment, "review": review, "version": version}], "ruling": "reject"},
    )

    assert (held.status_code, "moderator holds" in held.json()["detail"]) == (409, True)
    assert done.json()["results"][0]["done"] is True
    assert late.json()["results"][0] == {
        "comment": comment,
        "done": False,
        "detail": "The review is closed already.",
        "kind": "stale",
    }


def test_reversal_and_undo(browse: Browse, send: Send) -> None:
    """A blocked comment is published with one key, and that is taken back with another."""
    moderator, comment = browse("moderator"), send()
    assert rule(moderator, comment, "reject")["outcome"] == "block"
    assert comment in moderator.get("/desk/blocked").text

    assert rule(moderator, comment, "approve")["outcome"] == "allow"
    assert comment in moderator.get("/desk/published").text
    undone = moderator.post("/desk/undo", {"comments": [comment]}).json()["results"]
    assert undone == [{"comment": comment, "done": True}]
    assert comment in moderator.get("/desk/blocked").text


def test_escalated_comment_is_for_seniors(browse: Browse, send: Send) -> None:
    """A moderator hands it on, and cannot decide it behind the editor's back."""
    moderator, editor, comment = browse("moderator"), browse("editor"), send()
    review = card(moderator, comment)["review"]
    version = moderator.post("/desk/claim", {"review": review}).json()["version"]
    body = {"review": review, "version": version, "queue": "legal", "note": "A name and an address?"}

    assert moderator.post("/desk/escalate", body).status_code == 200
    assert moderator.post("/desk/claim", {"review": review}).status_code == 403
    assert "A name and an address?" in str(card(editor, comment)["html"])
    assert rule(editor, comment, "approve")["done"] is True


def ruled_on(service: Service, comment: str, ruling: Ruling, *, by: str, note: str) -> None:
    """Let somebody rule on what waits, and chance draw the ruling for a second look."""
    site = service.sites.get(SITES[0])
    live = service.policy(site)
    always = replace(live, settings=replace(live.settings, second_share=1.0))
    with service.storage.read(site.id) as transaction:
        review = transaction.reviews.open_for(CommentId(comment))
    assert review is not None
    request = RulingRequest(ruling=ruling, moderator=by, note=note)
    at = service.clock.now()
    rule_on_review(service.storage, request, site=site.id, id=review.id, policy=always, at=at)


def test_second_look_shows_nothing_of_the_first(browse: Browse, send: Send, service: Service) -> None:
    """The card and the list are as if nobody had ruled, and both ways to decide are there."""
    editor, comment, own = browse("editor"), send(), send()
    ruled_on(service, comment, Ruling.REJECT, by="mia", note="Against a reader.")
    ruled_on(service, own, Ruling.REJECT, by="editor", note="Mine.")

    html = str(card(editor, comment)["html"])
    listed = editor.get("/desk/list?queue=second").text

    assert "A second look" in html
    assert all(act in html for act in ('data-act="approve"', 'data-act="reject"'))
    assert not any(told in html for told in ("Against a reader.", "Blocked"))
    assert [id in listed for id in (comment, own)] == [True, False]
    assert "dot block" not in listed


def test_first_ruling_is_found_nowhere_until_the_second(browse: Browse, send: Send, service: Service) -> None:
    """Neither what is blocked nor a search tells it; once the second is there, both do."""
    editor, comment = browse("editor"), send()
    ruled_on(service, comment, Ruling.REJECT, by="mia", note="Against a reader.")
    search = {"params": {"q": comment}}

    assert comment not in editor.get("/desk/blocked").text
    assert ">waiting<" in editor.get("/desk/search", **search).text
    ruled_on(service, comment, Ruling.REJECT, by="editor", note="Mine, too.")
    assert comment in editor.get("/desk/blocked").text
    assert ">blocked<" in editor.get("/desk/search", **search).text


def test_dispute_shows_both_sides_to_an_editor(browse: Browse, send: Send, service: Service) -> None:
    """Both reasons stand side by side, and the editor's word goes to the site."""
    editor, comment = browse("editor"), send()
    ruled_on(service, comment, Ruling.REJECT, by="mia", note="Against a reader.")
    ruled_on(service, comment, Ruling.APPROVE, by="ben", note="Banter.")

    html = str(card(editor, comment)["html"])
    assert "Two moderators disagree" in html
    assert all(reason in html for reason in ("Against a reader.", "Banter."))
    assert rule(editor, comment, "approve")["done"] is True
    assert comment in editor.get("/desk/published").text


def test_card_of_what_was_approved_says_so_when_readers_object(
    browse: Browse, send: Send, application: TestClient
) -> None:
    """Whoever looks again should know that a colleague did, and at the same words."""
    moderator, comment = browse("moderator"), send()
    rule(moderator, comment, "approve")
    path, headers = f"/v1/comments/{comment}/reports", {"Authorization": f"Bearer {KEY}"}
    answers = [
        TestClient(application.app).post(path, json={"reporter": f"r-{n}"}, headers=headers).json()
        for n in range(3)
    ]

    assert [answer["review"] is not None for answer in answers] == [False, False, True]
    shown = str(card(moderator, comment)["html"])
    assert "moderator approved it on" in shown
    assert "unchanged since; readers reported it 3 times since." in shown


def test_card_tells_what_readers_say_and_whether_they_were_right(
    browse: Browse, send: Send, application: TestClient
) -> None:
    """A clause by its title however it was named, and how often these readers had been right before."""
    moderator, comment, before = browse("moderator"), send(), send()
    reader, headers = TestClient(application.app), {"Authorization": f"Bearer {KEY}"}
    for id, number, reason in ((before, 1, "rude"), (comment, 1, "attacks"), (comment, 2, "No personal attacks")):
        body = {"reporter": f"fair-{number}", "reason": reason}
        assert reader.post(f"/v1/comments/{id}/reports", json=body, headers=headers).status_code == 202
    assert "that they reported" not in str(card(moderator, comment)["html"])
    rule(moderator, before, "reject")
    shown = str(card(moderator, comment)["html"])

    assert re.search(r"Readers say of it: <span[^>]*>No personal attacks</span> 2×\.", shown)
    assert "Of 1 other comment that they reported and people decided on, 1 was rejected." in shown


def test_ruling_is_kept_as_a_test_in_a_draft(browse: Browse, send: Send, service: Service) -> None:
    """What a moderator saw proves a rule from now on; a reader proposes nothing, and nothing goes live."""
    moderator, comment, site = browse("moderator"), send(), service.sites.all()[0]
    before = str(card(moderator, comment)["html"])
    rule(moderator, comment, "reject")
    after = str(card(moderator, comment)["html"])
    body = {"comment": comment, "rule": "attack-on-commenter", "kind": "hit", "why": "plain"}
    answer = moderator.post("/desk/example", body)
    with service.storage.read(site.id) as transaction:
        files = transaction.policies.files(answer.json()["draft"])

    assert "<option>attack-on-commenter</option>" in before
    assert [" checked" in shown for shown in (before, after)] == [False, True]
    assert any(f"says {comment}." in text and ": plain" in text for text in files.files.values())
    assert service.sites.get(site.id).policy == site.policy
    assert moderator.post("/desk/example", body | {"rule": "no-such-rule"}).status_code == 404
    assert 'id="keep"' not in str(card(browse("reader"), comment)["html"])


def test_comment_is_approved_masked(browse: Browse, send: Send, application: TestClient) -> None:
    """The card shows what would appear, the feed tells the site where to hide what, and the card that it is so."""
    moderator, comment = browse("moderator"), send("This fee is bullshit, and the council knows.")
    before = str(card(moderator, comment)["html"])
    done = rule(moderator, comment, "approve_masked")
    told = TestClient(application.app).get(f"/v1/comments/{comment}", headers={"Authorization": f"Bearer {KEY}"})

    assert 'data-act="mask"' in before
    assert "This fee is ████████, and" in before
    assert done["outcome"] == "allow"
    assert told.json()["decisions"][-1]["masked"] == [{"start": 12, "end": 20}]
    after = str(card(moderator, comment)["html"])
    assert "Published, masked" in after
    assert 'data-act="mask"' not in after


def test_personal_data_is_veiled_and_nothing_else(browse: Browse, send: Send) -> None:
    """A number that nobody needs to know is read by nobody who did not mean to."""
    moderator = browse("moderator")
    private = str(card(moderator, send("Call him on 07700 900123 and tell him."))["html"])
    rude = str(card(moderator, send("You are an idiot."))["html"])

    assert re.search(r'<mark class="mark-\w private"[^>]*>07700 900123', private)
    assert 'data-act="mask"' in private
    assert " private" not in rude
    assert 'data-act="mask"' not in rude
    assert rule(moderator, send("You are an idiot."), "approve_masked")["kind"] == "refused"


def test_rejection_of_what_no_rule_found_names_a_clause(browse: Browse, send: Send) -> None:
    """A reason is owed to whoever wrote it."""
    moderator, comment = browse("moderator"), send("I read it twice and I still agree with the council.")

    assert rule(moderator, comment)["kind"] == "refused"
    assert rule(moderator, comment, clause="attacks")["outcome"] == "block"


def test_many_at_once_need_a_reason(browse: Browse) -> None:
    """What one key did to a hundred comments, somebody will have to explain."""
    items = [{"comment": f"c-{number}"} for number in range(51)]
    answer = browse("moderator").post("/desk/rule", {"items": items, "ruling": "approve"})

    assert answer.status_code == 422
    assert "need a reason" in answer.json()["detail"]


@pytest.mark.parametrize(
    "body", [{}, {"items": [], "ruling": "approve"}, {"items": [{"comment": "c"}], "ruling": "burn"}, {"itemz": 1}]
)
def test_act_that_makes_no_sense_is_refused(browse: Browse, body: dict[str, object]) -> None:
    """A script that is out of date gets a sentence, not a crash."""
    assert browse("moderator").post("/desk/rule", body).status_code == 422


def test_comment_is_found_in_disguise(browse: Browse, send: Send) -> None:
    """Moderators search for what people say, however they spell it."""
    send("what a z1ggur4t of a council", id="found-by-words")

    assert "found-by-words" in browse("reader").get("/desk/search", params={"q": "ziggurat"}).text


@pytest.mark.parametrize("path", ["/desk/published?after=x", "/desk/list?after=eyJ9", "/desk?order=worst"])
def test_page_that_does_not_exist_says_so(browse: Browse, path: str) -> None:
    """A cut-off link is no crash."""
    assert browse("reader").get(path).status_code == 422


def test_reader_sees_no_way_to_decide(browse: Browse, send: Send) -> None:
    """A button that is always refused is a trap."""
    comment = send()

    assert 'data-act="approve"' not in str(card(browse("reader"), comment)["html"])
    assert 'data-act="approve"' in str(card(browse("moderator"), comment)["html"])


def test_help_is_the_table_that_binds(browse: Browse) -> None:
    """Help that is written by hand lies after the first change."""
    page = browse("reader").get("/desk/keys").text

    assert all(key.does in page.replace("&#39;", "'") for key in KEYS)
    assert len({key.key for key in KEYS}) == len(KEYS)
