"""The writer's page, insights and set-up in a real browser: what people do there, and that nothing is broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from moderation.domain.appeal import AppealState
from tests.e2e.newsroom_server import NAME, PASSWORD, Newsroom, chromium, newsroom

pytestmark = [pytest.mark.server, pytest.mark.weights]

#: So long something may take on a machine that has other things to do.
PATIENCE_MS = 180_000

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}

#: Of a person who is signed in.
PAGES = (
    "/insights",
    "/insights?days=365",
    "/insights/rules?row=attack-on-commenter&days=14",
    "/insights/standings?row=limited&days=14",
    "/transparency?since=2020-01-01&until=2037-01-01",
    "/setup",
    "/policy",
    "/policy/rules/attack-on-commenter-by-model",
    "/policy/new-rule",
    "/policy/files",
    "/policy/lists/slurs",
    "/policy/bench",
    "/policy/words?word=cock*",
    "/policy/agreement",
    "/policy/thresholds",
    "/policy/suggestions",
    "/policy/thresholds?attribute=threat&wrong_blocks=60&missed=20",
    "/policy/agreement?days=14&wrong_blocks=40&missed=99",
)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The newsroom, served."""
    with newsroom(tmp_path_factory.mktemp("e2e")) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of nobody's; the test fails if its console says anything wrong."""
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    opened, said = context.new_page(), list[str]()
    opened.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


@pytest.fixture
def signed_in(page: Page, room: Newsroom) -> Page:
    """A page of the administrator's."""
    page.goto(f"{room.base}/sign-in")
    page.get_by_label("Name").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk*")
    return page


def check(page: Page) -> None:
    """Hold a page against WCAG 2.2 AA as far as a program can, and against the width of a phone."""
    found = Axe().run(page).response["violations"]
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    grave = [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in serious]
    assert grave == [], page.url
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url
    page.set_viewport_size(DESK)  # type: ignore[arg-type]


def test_pages_of_figures_and_set_up_are_clean(signed_in: Page, room: Newsroom) -> None:
    """No serious barrier, no console error, no report of the policy, nothing wider than a phone."""
    for path in PAGES:
        answer = signed_in.goto(room.base + path)
        assert answer is not None
        assert answer.status == 200, path
        check(signed_in)


@pytest.mark.parametrize("state", [None, AppealState.OPEN, AppealState.UPHELD], ids=str)
def test_writers_pages_are_clean(page: Page, room: Newsroom, state: AppealState | None) -> None:
    """Whoever was just told no must at least be able to read why."""
    page.goto(room.writer_page(state))
    check(page)


def test_a_writer_contests_a_decision(page: Page, room: Newsroom) -> None:
    """Without an account, in a browser that has never been here, by keyboard."""
    page.goto(room.writer_page(None))
    words = page.get_by_label("Why is it wrong?")
    words.focus()
    page.keyboard.type("I argued with the point. <b>Read it again</b>, please.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_text("You have contested this decision")).to_be_visible()
    expect(page.get_by_text("<b>Read it again</b>, please.")).to_be_visible()
    expect(page.get_by_role("button", name="Contest the decision")).to_have_count(0)


def test_a_number_leads_to_its_comments(signed_in: Page, room: Newsroom) -> None:
    """From the precision of a rule to what it found, in one step."""
    signed_in.goto(f"{room.base}/insights")
    signed_in.get_by_role("link", name="attack-on-commenter", exact=True).click()

    expect(signed_in.get_by_role("heading", name="attack-on-commenter")).to_be_visible()
    assert signed_in.locator(".comments li").count() >= 10


def test_a_key_is_made_and_a_comment_tried(signed_in: Page, room: Newsroom) -> None:
    """What an administrator does in the first five minutes."""
    signed_in.goto(f"{room.base}/setup")
    signed_in.get_by_label("What it is for").fill("website")
    signed_in.get_by_role("button", name="Make a key").click()
    assert signed_in.get_by_label("API key", exact=True).input_value().startswith("mod_")
    signed_in.get_by_label("A comment").fill("You are an idiot.")
    signed_in.get_by_role("button", name="Judge it").click()

    expect(signed_in.locator(".tried .tag").first).to_have_text("flag")


def test_a_word_that_no_rule_knew_goes_into_a_draft(signed_in: Page, room: Newsroom) -> None:
    """From what moderators rejected to a rule in shadow, in two clicks."""
    signed_in.set_default_timeout(PATIENCE_MS)  # the search reads every ruling, in a process of its own
    signed_in.goto(f"{room.base}/policy/suggestions")
    signed_in.get_by_role("button", name="Look for words").click()
    expect(signed_in.get_by_role("heading", name="barnacl")).to_be_visible(timeout=PATIENCE_MS)
    check(signed_in)
    signed_in.get_by_role("button", name="Make a draft").click()
    expect(signed_in.get_by_role("link", name="said-barnacl")).to_be_visible(timeout=PATIENCE_MS)
    signed_in.get_by_role("button", name="Give this draft up").click()

    expect(signed_in.get_by_role("heading", name="Policy", exact=True)).to_be_visible(timeout=PATIENCE_MS)


def test_a_change_goes_from_draft_over_the_past_to_live_and_back(signed_in: Page, room: Newsroom) -> None:
    """The whole of an editor's morning, with no step that is a matter of faith."""
    signed_in.set_default_timeout(PATIENCE_MS)  # examples are proved and the past is judged again
    live = signed_in.locator("dt:text-is('Version') + dd")
    signed_in.goto(f"{room.base}/policy")
    before = live.inner_text()
    signed_in.goto(f"{room.base}/policy/rules/attack-on-commenter-by-model")
    signed_in.locator("select[name=mode]").select_option("shadow")
    signed_in.get_by_label("Why this change").fill("on trial")
    signed_in.get_by_role("button", name="Save as a draft").click()
    signed_in.get_by_role("button", name="Look back").click()
    expect(signed_in.get_by_role("heading", name="What it would have done")).to_be_visible(timeout=PATIENCE_MS)
    check(signed_in)
    signed_in.get_by_role("link", name="To publishing").click()
    expect(signed_in.locator("#look + ul")).to_contain_text("verdicts")
    signed_in.get_by_role("button", name="Publish").click()
    signed_in.wait_for_url("**/policy")
    expect(live).not_to_have_text(before)
    signed_in.get_by_role("button", name="Back to “What the site began with”").click()

    expect(live).to_have_text(before, timeout=PATIENCE_MS)


def test_figures_are_drawn_without_style_of_their_own(signed_in: Page, room: Newsroom, tmp_path: Path) -> None:
    """The policy forbids inline style: a chart that needs it would be blank."""
    signed_in.goto(f"{room.base}/insights")

    assert signed_in.locator("[style]").count() == 0
    bars = signed_in.locator("#volume svg rect.part-0")
    heights = bars.evaluate_all("all => all.map(each => each.getBBox().height)")
    assert max(heights) > 20
