"""Every page in a real browser: no complaint of the console, of the policy for content, or of axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter, Newsroom, decided

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.weights]

PAGES = (
    "/desk",
    "/desk/list",
    "/desk/scores",
    "/desk/published",
    "/desk/blocked",
    "/desk/search?q=clown",
    "/desk/keys",
    "/policy/agreement",
    "/policy/thresholds",
    "/policy/suggestions",
    "/account",
)
FITS = "document.documentElement.scrollWidth <= innerWidth"
GRAVE = {"serious", "critical"}

HOSTILE = {
    "script": "<script>window.ran=1</script><img src=x onerror='window.ran=1'><svg onload='window.ran=1'> clown",
    "attribute": "\"><a href=\"javascript:window.ran=1\" onmouseover='window.ran=1' style='x'>clown</a>",
    "template": "{{ 7*7 }} {% raw %} ${window.ran=1} clown",
    "moving": "clown \u202ereversed \u2066left\u2069 \u200fright",
    "long": "clown " * 3_300,
    "one word": "clown" + "a" * 5_000,
    "right-to-left": "هذا تعليق طويل من اليمين إلى اليسار clown עוד מילים",
    "armenian": "Բարեւ ձեզ, clown, ինչպէս էք",
    "emoji": "👩🏽‍🚒👨‍👩‍👧‍👦🏴‍☠️ clown 🤡" * 20,
    "marks": "clown" + "\u0301" * 500,
}


def violations(page: Page) -> list[str]:
    """Return what axe finds grave, with where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary'][:200]}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("state", ["empty", "full"])
def test_pages_are_open_to_everybody(enter: Enter, newsroom: Newsroom, state: str) -> None:
    """Whoever cannot see, or not well, or has no mouse, moderates too."""
    if state == "full":
        newsroom.send(12)
        newsroom.send(3, "A civil word, {}.")
    for scheme, width in (("light", 1280), ("dark", 390)):
        page = enter("administrator", color_scheme=scheme, viewport={"width": width, "height": 800})
        for path in (*PAGES, "/no-such-page"):
            page.goto(path)
            page.wait_for_load_state("networkidle")

            assert violations(page) == [], f"{path} {scheme}"
            assert page.evaluate(FITS), f"{path} is wider than {width}"


def test_gate_is_open_to_everybody(enter: Enter) -> None:
    """The first page of all."""
    page = enter(None)

    assert violations(page) == []


def test_telephone_reaches_everything_of_the_desk(enter: Enter, newsroom: Newsroom) -> None:
    """Where there is no room beside the card, the filters fold; no tab is cut, and no link is left out."""
    newsroom.send(2)
    page = enter(viewport={"width": 390, "height": 844})
    assert page.locator(".tabs nav").evaluate("nav => nav.scrollWidth <= nav.clientWidth")
    expect(page.get_by_label("Order")).to_be_hidden()

    page.get_by_text("Filters and order").click()
    page.get_by_label("Order").select_option("newest")
    page.wait_for_url("**order=newest*")
    page.get_by_role("link", name="Keys").click()

    expect(page.get_by_role("heading", name="Keys")).to_be_visible()


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(enter: Enter, newsroom: Newsroom, kind: str) -> None:
    """The desk is where the worst of the web is read all day."""
    newsroom.send(1, HOSTILE[kind].replace("{", "{{").replace("}", "}}"), name=HOSTILE["script"][:60])
    page = enter(viewport={"width": 390, "height": 844})
    for path in ("/desk", "/desk/list"):
        page.goto(path)
        page.wait_for_load_state("networkidle")

        assert page.evaluate("window.ran") is None
        assert page.evaluate(FITS)
    assert page.locator(".line").count() == 1


def test_reader_reads_and_a_session_that_ended_leads_back(enter: Enter, newsroom: Newsroom) -> None:
    """What was typed in the morning is not lost to whoever comes in the evening."""
    newsroom.send(1)
    page = enter("reader")
    expect(page.locator("mark")).to_contain_text("clown")
    assert page.get_by_role("button", name="Approve").count() == 0

    page.context.clear_cookies()
    page.goto("/desk/list")

    expect(page.get_by_role("heading", name="Good to see you")).to_be_visible()


def test_keyboard_shows_where_it_is(enter: Enter, newsroom: Newsroom) -> None:
    """Keys rest while somebody types; Escape leads back to the card."""
    newsroom.send(1)
    page = enter()
    page.locator("#card[data-claim]").wait_for()
    page.keyboard.press("n")
    page.keyboard.type("a rare case")
    expect(page.locator("#note")).to_have_value("a rare case")
    page.keyboard.press("Enter")
    expect(page.locator(".timeline")).to_contain_text("a rare case")
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("x")

    assert page.evaluate("document.activeElement.tagName") == "MARK"


def test_palette_leads_anywhere_and_does_what_a_key_does(enter: Enter, newsroom: Newsroom) -> None:
    """Whoever knows the name of a thing needs no other key: a page, an act, words; Escape gives the focus back."""
    (id,) = newsroom.send(1)
    page = enter()
    page.locator("#card[data-claim]").wait_for()
    page.keyboard.press("x")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Go anywhere")
    expect(field).to_be_focused()
    expect(page.get_by_role("option", name="Queue attacks: 1")).to_be_visible()
    assert violations(page) == []
    page.keyboard.type("STEP")
    expect(page.locator("#palette [aria-selected=true]")).to_contain_text("Step through the marked places")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#palette [aria-selected=true]")).to_contain_text("Find comments: STEP")
    page.keyboard.press("Escape")
    expect(page.locator("mark")).to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.type("place is right")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="rightly")).to_be_checked()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("how the newsroom")
    page.keyboard.press("Enter")
    page.wait_for_url("**/insights")
    page.keyboard.press("Control+k")
    page.keyboard.type(f"u-{id}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/search?q=**")

    expect(page.locator(".line")).to_have_count(1)


def test_key_that_was_changed_works_and_the_usual_one_rests(enter: Enter, newsroom: Newsroom) -> None:
    """What one's hand knows from elsewhere holds here, on the card and in the list."""
    ids = newsroom.send(2)
    page = enter()
    page.goto("/desk/keys")
    page.get_by_label("Act").select_option("approve")
    page.get_by_label("Key", exact=True).fill("r")
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_role("alert")).to_contain_text("is taken")
    page.get_by_label("Act").select_option("approve")
    page.get_by_label("Key", exact=True).fill("i")
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_text("yours")).to_be_visible()
    page.goto("/desk")
    page.locator("#card[data-claim]").wait_for()
    first = page.locator("#card").get_attribute("data-comment") or ""
    page.keyboard.press("a")
    expect(page.locator("#card")).to_have_attribute("data-comment", first)
    page.keyboard.press("i")
    expect(page.get_by_text("Approved · Reader")).to_be_visible()
    page.goto("/account")
    assert sorted(decided(newsroom, ids, rulings=1).values()) == [0, 1]
    page.goto("/desk/list")
    page.keyboard.press("j")
    page.keyboard.press("i")
    expect(page.get_by_text("Approved · Reader")).to_be_visible()
    page.goto("/account")

    assert set(decided(newsroom, ids, rulings=2).values()) == {1}
