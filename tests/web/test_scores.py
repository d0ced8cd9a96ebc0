"""What waits by score, as a page: its numbers are a table, its range an address, its rows what lies within."""

import html
import re

import pytest

from tests.web.conftest import Browse
from tests.web.test_desk import Send, rule, send

__all__ = ["send"]


def test_range_leads_to_what_lies_in_it(browse: Browse, send: Send) -> None:
    """Whoever chooses the high scores sees those comments and no others, with how the like was decided."""
    moderator = browse("moderator")
    high, ruled = send("You are a complete idiot, you moron."), send("You are an idiot, you fool.")
    rule(moderator, ruled, "reject")
    within = moderator.get("/desk/scores", params={"attribute": "insult", "low": 0.5, "high": 1}).text
    without = moderator.get("/desk/scores", params={"attribute": "insult", "low": 0, "high": 0.5}).text

    assert f'data-comment="{high}"' in within
    assert f'data-comment="{ruled}"' not in within
    assert f'data-comment="{high}"' not in without
    assert re.search(
        r"ruled on with such scores: \d+ % of \d+ (was|were) rejected \(95 % interval: \d+ % to \d+ %\)", within
    )
    assert within.count('scope="row"') == 20


def test_ends_may_be_given_in_either_order(browse: Browse) -> None:
    """A slip in two fields is no error."""
    found = browse("reader").get("/desk/scores", params={"low": 0.8, "high": 0.2})

    assert "from 0.20 to 0.80" in found.text


@pytest.mark.parametrize(
    ("low", "high", "when"),
    [
        (0.7, 1.0, 'when: {score: {insult: ">= 0.70"}}'),
        (0.5, 0.55, 'when: {all: [{score: {insult: ">= 0.50"}}, {score: {insult: "< 0.55"}}]}'),
    ],
)
def test_range_becomes_a_rule_that_proves_itself(browse: Browse, low: float, high: float, when: str) -> None:
    """From the bars to a rule in shadow whose examples pass; nothing to type but the reason."""
    editor = browse("editor")
    shown = editor.get("/desk/scores", params={"attribute": "insult", "low": low, "high": high}).text
    [link] = re.findall(r'href="(/policy/new-rule[^"]*)"', shown)
    page = html.unescape(editor.get(html.unescape(link)).text)
    [text] = re.findall(r"<textarea name=.text.[^>]*>(.*?)</textarea>", page, flags=re.DOTALL)
    checked = editor.post("/policy/check", {"is_new": True, "text": text}).json()

    assert when in text
    assert checked["is_sound"], checked


def test_range_that_holds_all_is_no_rule(browse: Browse) -> None:
    """Nor is it offered to whoever cannot keep one."""
    path = "/desk/scores?attribute=insult"

    assert "Make this range a rule" not in browse("editor").get(path).text
    assert "Make this range a rule" in browse("editor").get(f"{path}&low=0.5").text
    assert "Make this range a rule" not in browse("moderator").get(f"{path}&low=0.5").text


def test_page_says_where_nothing_waits_like_that(browse: Browse) -> None:
    """Twenty empty bars look like a fault."""
    found = browse("reader").get("/desk/scores", params={"attribute": "insult", "queue": "no-such"}).text

    assert "Nothing waits that has this score under these filters" in found
    assert "No comment that waits lies in this range." in found


@pytest.mark.parametrize("asked", [{"low": "2"}, {"high": "nan"}, {"after": "x"}, {"low": "a"}])
def test_what_is_no_range_is_told(browse: Browse, asked: dict[str, str]) -> None:
    """An address that somebody typed is answered with a sentence."""
    assert browse("reader").get("/desk/scores", params=asked).status_code == 422


def test_part_of_an_address_that_cannot_be_used_is_named(browse: Browse) -> None:
    """Whoever mends an address must know where."""
    found = browse("reader").get("/desk/scores", params={"low": "2", "high": "much"}).text

    assert "“low”: input should be less than or equal to 1." in found
    assert "“high”: input should be a valid number" in found


def test_what_the_model_does_not_rate_is_not_shown(browse: Browse) -> None:
    """An old link to an attribute of another model leads to one that is there."""
    found = browse("reader").get("/desk/scores", params={"attribute": "charm"}).text

    assert "charm" not in found
    assert "with toxicity from" in found
