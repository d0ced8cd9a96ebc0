"""More of the desk in a real browser: a ruling becomes a test of a rule, and what waits is seen by score."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Enter, Newsroom, decided
from tests.e2e.test_desk import claimed, decide, later, shown
from tests.e2e.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.weights]


def test_ruling_is_kept_as_a_test_by_keyboard(enter: Enter, newsroom: Newsroom) -> None:
    """What an editor wants to remember costs three keys, and an editor finds it in the draft."""
    newsroom.send(1)
    page = enter()
    claimed(page)
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="Keep as a test")).to_be_visible()
    page.get_by_label("rightly").press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept as a test of name-calling")).to_be_visible()

    versions = newsroom.server.ask("/v1/policies", key=newsroom.key).json()["policies"]
    drafts = [each for each in versions if each["state"] == "draft"]
    assert [each["saved_why"] for each in drafts] == ["keeps a comment as hit of 'name-calling'"]


def test_what_lasts_is_ended_and_put_back(enter: Enter, newsroom: Newsroom) -> None:
    """One press ends a label, or that an article's comments wait, and another takes that back; so for a block."""
    newsroom.send(1, "Raiders ahead, number {}.")
    page = enter()
    claimed(page)
    for end, ended, back in (
        ("Take it away", "took it away", "Put it back"),
        ("Judge them on their own again", "ended it", "Let them wait after all"),
    ):
        page.get_by_role("button", name=end).press("Enter")
        expect(page.get_by_text(ended)).to_be_visible()
        expect(page.get_by_role("button", name=back)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=end)).to_be_focused()
    page.get_by_role("button", name="Block the author").click()
    page.locator("#block input").fill("A slip.")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lift it").click()
    expect(page.get_by_role("button", name="Block the author")).to_be_visible()


def test_comment_is_approved_masked_by_keyboard(enter: Enter, newsroom: Newsroom) -> None:
    """One key publishes it without the word, and the card shows beforehand how it would look."""
    (id,) = newsroom.send(1)
    page = enter()
    page.clock.install()
    page.reload()
    claimed(page)
    page.get_by_text("As it would appear masked").click()
    expect(page.get_by_text("What █ █████, number 0.")).to_be_visible()
    page.keyboard.press("m")
    expect(page.get_by_text("Approved, masked · Reader 0")).to_be_visible()
    later(page)

    assert newsroom.rulings(id, expected=1) == ["allow"]
    decisions = newsroom.server.ask(f"/v1/comments/{id}", key=newsroom.key).json()["decisions"]
    assert decisions[-1]["masked"] == [{"start": 5, "end": 12}]


def test_raid_is_decided_by_two(enter: Enter, newsroom: Newsroom) -> None:
    """More than a hundred copies with one key: a few are shown, a reason is asked, and a colleague confirms."""
    ids = newsroom.send(101, "What a clown.")
    page = enter("moderator")
    page.clock.install()
    page.reload()
    claimed(page)
    page.keyboard.press("r")
    dialog = page.locator("#many")
    expect(dialog.get_by_role("heading", name="Reject 101 comments?")).to_be_visible()
    expect(dialog.locator(".samples p")).to_have_count(5)
    expect(dialog.get_by_text("a colleague confirms it first")).to_be_visible()
    dialog.get_by_label("Reason").fill("A raid.")
    page.keyboard.press("Enter")
    later(page)
    expect(page.get_by_text("101 comments wait for a colleague")).to_be_visible()
    colleague = enter("editor")
    colleague.get_by_role("link", name="A batch waits").click()
    colleague.get_by_role("button", name="Reject 101 comments").click()

    expect(colleague.get_by_text("confirmed by")).to_be_visible()
    assert set(decided(newsroom, ids, rulings=101).values()) == {1}


def test_range_of_scores_is_decided_by_keyboard(enter: Enter, newsroom: Newsroom) -> None:
    """Without a mouse: to the page, a range from the table, a tick each, and one act on what is shown."""
    high = newsroom.send(2, "You stupid fucking clown, you idiot {}.")
    low = newsroom.send(2, "A clown came to the fair, number {}.")
    page = enter()
    page.clock.install()
    claimed(page)
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/desk/scores")
    page.get_by_role("spinbutton", name="From").fill("0.5")
    page.keyboard.press("Enter")
    expect(page.locator(".line")).to_have_count(2)
    page.get_by_text("The numbers").press("Enter")
    expect(page.get_by_role("row")).to_have_count(21)
    page.get_by_label("Tick all 2 shown").press("Space")
    page.keyboard.press("Shift+A")
    page.locator("#many").get_by_role("button", name="Approve").press("Enter")
    later(page)

    assert decided(newsroom, high + low, rulings=2) == dict.fromkeys(high, 1) | dict.fromkeys(low, 0)


def test_range_of_scores_is_drawn_with_the_mouse(enter: Enter, newsroom: Newsroom) -> None:
    """From one bar to another: the fields follow, and the page with them."""
    newsroom.send(2)
    page = enter()
    page.goto("/desk/scores")
    box = page.locator("#bands").bounding_box()
    assert box is not None
    for share, act in ((0.525, page.mouse.down), (0.875, page.mouse.up)):
        page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2, steps=5)
        act()

    page.wait_for_url("**low=0.50&high=0.90")
    expect(page.get_by_text("from 0.50 to 0.90")).to_be_visible()


@pytest.mark.parametrize(("key", "kind"), [("y", "rightly"), ("z", "wrongly, which")])
def test_marked_place_is_judged_by_keyboard(enter: Enter, newsroom: Newsroom, key: str, kind: str) -> None:
    """Whether a rule marks the right place is said where the place is seen."""
    newsroom.send(1)
    page = enter()
    claimed(page)
    page.keyboard.press(key)
    expect(page.get_by_text("Step to a marked place first")).to_be_visible()
    page.keyboard.press("x")
    page.keyboard.press(key)

    expect(page.get_by_role("radio", name=kind)).to_be_checked()
    expect(page.get_by_role("combobox", name="Rule")).to_have_value("name-calling")


def test_keys_lead_to_the_author_a_queue_and_an_order(enter: Enter, newsroom: Newsroom) -> None:
    """What is far for the eye is near for the hand."""
    newsroom.send(2)
    page = enter()
    claimed(page)
    page.keyboard.press("o")
    expect(page.locator("[data-author-panel]")).to_be_focused()
    page.keyboard.press("l")
    expect(page.get_by_text("The site did not say where it stands")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("1")
    page.wait_for_url("**/desk?queue=attacks")
    page.keyboard.press("4")
    page.wait_for_url("**order=reported**")
    page.goto("/desk/list")
    page.keyboard.press("4")
    page.wait_for_url("**/desk/list?order=reported**")

    expect(page.get_by_text("Most reported first")).to_be_visible()
    expect(page.locator(".line")).to_have_count(2)


def test_comment_opens_on_its_site(enter: Enter, newsroom: Newsroom) -> None:
    """Context that the card lacks is one key away, and the desk stays where it was."""
    address = f"{newsroom.server.url}/health?of={newsroom.site}"
    body = {"comment": {"id": newsroom.site, "text": "What a clown.", "url": address}}
    assert newsroom.server.ask("/v1/verdicts", body, key=newsroom.key).status_code < 300
    page = enter()
    claimed(page)
    with page.context.expect_page() as opened:
        page.keyboard.press("l")

    opened.value.wait_for_url(address)
    assert shown(page) == newsroom.site


def test_phone_has_room_for_a_thumb(enter: Enter, newsroom: Newsroom) -> None:
    """What is pressed on the way to work is not pressed by mistake."""
    newsroom.send(2)
    page = enter(viewport={"width": 390, "height": 844})
    page.get_by_text("Filters and order").click()
    page.get_by_label("Order").select_option("oldest")
    page.wait_for_url("**order=oldest*")
    page.get_by_text("Filters and order").click()
    page.get_by_label("Keep this as").fill("Old ones")
    page.get_by_label("Queues").get_by_role("button", name="Keep").click()
    page.get_by_text("…", exact=True).click()
    heights = "all => all.filter(each => each.offsetParent).map(each => each.offsetHeight)"
    pressed = "main button, main summary, #queues a, .tabs a, #find"
    desk = page.locator(pressed).evaluate_all(heights)
    page.goto("/desk/list")
    rows = page.locator(pressed).evaluate_all(heights)

    assert len(desk) > 10
    assert len(rows) > 8
    assert min(desk + rows) >= 44


def test_help_opens_at_its_beginning(enter: Enter, newsroom: Newsroom) -> None:
    """Whoever asks for the keys on a small screen sees first those that decide."""
    page = enter(viewport={"width": 1280, "height": 500})
    page.keyboard.press("?")

    expect(page.locator("#help-title")).to_be_focused()
    expect(page.locator("#help-title")).to_be_in_viewport()


def test_desk_is_calm_and_speaks_up_for_those_who_want_it(enter: Enter, newsroom: Newsroom) -> None:
    """After so many severe comments a word is said; it takes no key and no focus, and nobody else is told."""
    newsroom.send(2, "Fetch the noose, number {}.")
    newsroom.send(1)
    page = enter()
    pause = page.get_by_text("That was severe comment number")
    page.goto("/account")
    page.get_by_label("A calm look").check()
    page.get_by_label("Remind me of a break").fill("2")
    page.get_by_label("Remind me of a break").blur()
    expect(page.get_by_text("Kept in this browser.")).to_be_visible()
    page.goto("/desk")
    claimed(page)

    expect(page.locator("html.calm")).to_have_count(1)
    expect(pause).to_be_hidden()
    decide(page, "a")
    expect(pause).to_be_visible()
    decide(page, "a")
    assert "clown" in page.locator("#card [data-text]").inner_text()
    page.get_by_role("button", name="Go on").click()
    expect(pause).to_be_hidden()
    assert "moderation.care" not in str(page.context.cookies())


def test_newsroom_of_one_decides_its_own_appeal_on_purpose(enter: Enter, newsroom: Newsroom) -> None:
    """No key decides before it is ticked that the comment was read again, and then one does."""
    (id,) = newsroom.send(1)
    page = enter("administrator")
    page.clock.install()
    page.reload()
    claimed(page)
    page.keyboard.press("r")
    later(page)
    assert newsroom.rulings(id, expected=1) == ["block"]
    newsroom.server.ask(f"/v1/comments/{id}/appeal", {"words": "I meant the circus."}, key=newsroom.key)
    page.goto("/people")
    for role in ("editor", "moderator"):
        page.get_by_role("row", name=f"{role}@").get_by_role("button", name="Disable").click()
        expect(page.get_by_role("row", name=f"{role}@").get_by_role("button", name="Enable")).to_be_visible()
    page.goto("/desk")
    assert claimed(page) == "ours"
    assert violations(page) == []
    page.keyboard.press("r")
    expect(page.get_by_text("tick first that you have read it again")).to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("r")
    later(page)

    assert newsroom.rulings(id, expected=2) == ["block", "block"]


def test_rows_that_a_colleague_took_dim_by_themselves(enter: Enter, newsroom: Newsroom) -> None:
    """Whoever works down a list sees what is no longer theirs to read, and nothing moves under their hand."""
    page, colleague = enter("moderator"), enter("editor")
    ids = newsroom.send(3)
    page.clock.install()
    page.goto("/desk/list")
    rows = [page.locator(f'[data-comment="{id}"]') for id in ids]
    rows[0].locator(".tick").check()
    colleague.goto(f"/desk/comment?id={ids[1]}")
    expect(colleague.locator("#card[data-claim=ours]")).to_be_visible()
    ruling = {"ruling": "approve", "moderator": "eve"}
    newsroom.server.ask(f"/v1/comments/{ids[0]}/ruling", ruling, key=newsroom.key)
    page.clock.fast_forward(11_000)

    expect(rows[0].locator("[data-state]")).to_have_text("no longer waits")
    expect(rows[1].locator("[data-state]")).to_have_text(f"editor@{newsroom.site} has it")
    assert violations(page) == []
    page.get_by_label("Tick all 3 shown").check()
    assert [row.locator(".tick").is_checked() for row in rows] == [False, False, True]
