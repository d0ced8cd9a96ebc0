"""The desk in a real browser: by keyboard, by two at once, taken back, in bulk."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter, Newsroom, decided

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.weights]

ITEMS = 200
CLEAR = "Nothing waits here"


def shown(page: Page) -> str:
    """Return which comment is on the card; empty where none is."""
    return page.locator("#card").get_attribute("data-comment") or ""


def decide(page: Page, key: str) -> str:
    """Press a key once the card is there; returns what it was about."""
    comment = shown(page)
    page.keyboard.press(key)
    expect(page.locator("#card")).not_to_have_attribute("data-comment", comment, timeout=60_000)
    return comment


def claimed(page: Page) -> str:
    """Wait until it is known whose the comment is that is shown: "ours" or "theirs"."""
    return page.locator("#card[data-claim]").get_attribute("data-claim") or ""


def later(page: Page) -> None:
    """Let the ten seconds pass."""
    expect(page.locator(".toast.timed")).not_to_have_count(0)
    page.clock.fast_forward(11_000)
    expect(page.locator(".toast.timed")).to_have_count(0)


def test_two_hundred_by_keyboard_alone(enter: Enter, newsroom: Newsroom) -> None:
    """A shift is worked without the mouse, and every ruling arrives."""
    ids = newsroom.send(ITEMS)
    page = enter()
    keys = [("a", "r", "Shift+Digit2")[number % 3] for number in range(ITEMS)]
    claimed(page)

    seen = [decide(page, key) for key in keys]
    expect(page.get_by_text(CLEAR)).to_be_visible()
    expect(page.locator("#card [data-settled] .number")).to_have_text(str(ITEMS))
    page.reload()  # what waits is sent when the page closes, and what was too much for that when it opens
    page.wait_for_load_state("networkidle")

    assert sorted(seen) == sorted(ids)
    assert set(decided(newsroom, ids, rulings=ITEMS).values()) == {1}
    outcomes = [newsroom.rulings(id)[0] for id in seen[:6]]
    assert outcomes == ["allow", "block", "block", "allow", "block", "block"]


def test_two_moderators_on_one_queue_decide_nothing_twice(enter: Enter, newsroom: Newsroom) -> None:
    """Nobody's reading is in vain, and nobody is overruled without knowing."""
    ids = newsroom.send(24)
    pages = [enter("moderator"), enter("editor")]
    while any(shown(page) for page in pages):
        for page in pages:
            if shown(page):
                decide(page, "a" if claimed(page) == "ours" else "j")
    for page in pages:
        page.goto("/account")

    assert set(decided(newsroom, ids, rulings=len(ids)).values()) == {1}


def test_ruling_is_taken_back_before_it_is_sent(enter: Enter, newsroom: Newsroom) -> None:
    """A slip within ten seconds never happened."""
    (id,) = newsroom.send(1)
    page = enter()
    page.clock.install()
    page.reload()
    claimed(page)
    page.keyboard.press("r")
    expect(page.get_by_text(CLEAR)).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("mark")).to_contain_text("clown")
    page.clock.fast_forward(11_000)
    page.goto("/account")

    assert newsroom.rulings(id) == []


def test_ruling_is_reversed_after_it_was_sent(enter: Enter, newsroom: Newsroom) -> None:
    """Later the site is told that it waits again, and the strike is lifted."""
    (id,) = newsroom.send(1)
    page = enter()
    page.clock.install()
    page.reload()
    claimed(page)
    page.keyboard.press("r")
    expect(page.get_by_text(CLEAR)).to_be_visible()
    later(page)
    assert newsroom.rulings(id, expected=1) == ["block"]

    page.keyboard.press("u")
    expect(page.locator("mark")).to_contain_text("clown")

    assert newsroom.rulings(id, expected=2) == ["block", "flag"]
    assert newsroom.server.ask(f"/v1/authors/u-{id}/standing", key=newsroom.key).json()["strikes"] == 0


def test_bulk_decides_what_is_ticked_and_nothing_else(enter: Enter, newsroom: Newsroom) -> None:
    """What arrived meanwhile was never read."""
    ids = newsroom.send(4)
    page = enter()
    page.clock.install()
    page.goto("/desk/list")
    page.keyboard.press("j")
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("j")
    late = newsroom.send(1, "Another clown, {}.")
    page.keyboard.press("Shift+A")
    expect(page.get_by_text("Approve 3 comments?")).to_be_visible()
    page.locator("#many").get_by_role("button", name="Approve").click()
    later(page)

    counts = decided(newsroom, ids + late, rulings=3)
    assert sorted(counts.values()) == [0, 0, 1, 1, 1]
    assert counts[late[0]] == 0


def test_published_comment_is_blocked_with_one_key(enter: Enter, newsroom: Newsroom) -> None:
    """What slipped through is taken down from the list where it is seen."""
    (id,) = newsroom.send(1, "A civil word, {}.")
    page = enter()
    page.clock.install()
    page.goto("/desk/published")
    page.keyboard.press("j")
    page.keyboard.press("Shift+Digit1")
    later(page)

    assert newsroom.rulings(id, expected=1) == ["block"]


def test_ruling_survives_a_connection_that_drops(enter: Enter, newsroom: Newsroom) -> None:
    """A train goes through a tunnel; the ruling is sent afterwards."""
    (id,) = newsroom.send(1)
    page = enter()
    page.clock.install()
    page.reload()
    claimed(page)
    page.route("**/desk/rule", lambda route: route.abort())
    page.keyboard.press("a")
    page.clock.fast_forward(11_000)
    expect(page.get_by_text("No connection")).to_be_visible()
    assert newsroom.rulings(id) == []
    page.unroute("**/desk/rule")
    page.clock.fast_forward(6_000)
    assert newsroom.rulings(id, expected=1) == ["allow"]


def test_comment_is_given_back_and_decided_after_all(enter: Enter, newsroom: Newsroom) -> None:
    """Whoever is called away leaves nothing locked behind, and may still decide."""
    (id,) = newsroom.send(1)
    page = enter()
    page.clock.install()
    page.reload()
    claimed(page)
    page.keyboard.press("Escape")
    expect(page.get_by_text("Given back")).to_be_visible()
    [review] = newsroom.server.ask("/v1/reviews", key=newsroom.key).json()["reviews"]
    assert review["state"] == "open"
    page.keyboard.press("a")
    later(page)

    assert newsroom.rulings(id, expected=1) == ["allow"]


def test_ruling_that_comes_too_late_shows_what_changed(enter: Enter, newsroom: Newsroom) -> None:
    """The writer edits while somebody reads: both versions are seen, the note typed is there, one key decides."""
    (id,) = newsroom.send(1)
    page = enter()
    page.clock.install()
    page.reload()
    claimed(page)
    page.keyboard.press("n")
    page.keyboard.type("Ask the writer.")
    page.keyboard.press("Escape")
    newsroom.edit(id, "What a sad clown, number 0.")
    page.keyboard.press("a")
    page.clock.fast_forward(11_000)
    expect(page.locator(".changed ins")).to_have_text("sad ")
    expect(page.locator("#note")).to_have_value("Ask the writer.")
    assert claimed(page) == "ours"
    page.keyboard.press("r")
    later(page)

    assert newsroom.rulings(id, expected=1) == ["block"]
