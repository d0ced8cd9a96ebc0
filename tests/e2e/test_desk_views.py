"""More of the desk in a real browser: a ruling becomes a test of a rule."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Enter, Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.weights]


def test_ruling_is_kept_as_a_test_by_keyboard(enter: Enter, newsroom: Newsroom) -> None:
    """What an editor wants to remember costs three keys, and an editor finds it in the draft."""
    newsroom.send(1)
    page = enter()
    page.locator("#card[data-claim]").wait_for()
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="Keep as a test")).to_be_visible()
    page.get_by_label("rightly").press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept as a test of name-calling")).to_be_visible()

    versions = newsroom.server.ask("/v1/policies", key=newsroom.key).json()["policies"]
    drafts = [each for each in versions if each["state"] == "draft"]
    assert [each["saved_why"] for each in drafts] == ["keeps a comment as hit of 'name-calling'"]
