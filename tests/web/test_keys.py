"""The keys of the desk: one table, in which each person may choose another key for an act."""

import re

import pytest

from moderation.domain.errors import Conflict, Invalid
from moderation.web.keys import FIXED, KEYS, changed_key, keys_with
from tests.web.conftest import Browse


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("q", "q"),
        (" Q ", "Shift+Q"),
        ("ф", "ф"),
        ("SPACE", None),
        ("g x", "g x"),
        ("i i", "i i"),
        ("a", {}),
        ("", {}),
    ],
)
def test_key_is_what_can_be_typed(typed: str, kept: object) -> None:
    """Any keyboard has a key for it; the usual key is no change."""
    if kept is None:
        with pytest.raises(Conflict, match="Tick the row"):
            changed_key({}, "approve", typed)
        return

    assert changed_key({}, "approve", typed) == ({"approve": kept} if isinstance(kept, str) else kept)


@pytest.mark.parametrize(
    ("typed", "taken_by"),
    [
        ("r", "Reject with"),
        ("g d", "To the desk"),
        ("g 4", "To queue"),
        ("g", "To the desk"),
        ("r r", "Reject with"),
    ],
)
def test_conflict_names_the_other_act(typed: str, taken_by: str) -> None:
    """Two acts on one key would be a mistake that nobody meant."""
    with pytest.raises(Conflict, match=taken_by):
        changed_key({}, "approve", typed)


@pytest.mark.parametrize(
    ("act", "typed"),
    [("approve", "ab"), ("approve", "Ctrl+K"), ("approve", "\u202e"), ("close", "q"), ("burn", "q")],
)
def test_what_is_no_key_or_no_act_is_refused(act: str, typed: str) -> None:
    """A key that no browser reports would be an act without a key."""
    with pytest.raises(Invalid):
        changed_key({}, act, typed)


def test_usual_key_is_refused_while_another_act_has_it() -> None:
    """Going back must not put two acts on one key either."""
    changed = changed_key({}, "approve", "q")
    changed = changed_key(changed, "reject", "a")

    with pytest.raises(Conflict, match="Reject with"):
        changed_key(changed, "approve", "")
    assert changed_key(changed, "reject", "") == {"approve": "q"}


def test_every_key_is_told_from_every_other() -> None:
    """The table itself keeps to what it asks of people."""
    for key in KEYS:
        if key.act not in FIXED:
            assert changed_key({}, key.act, key.key) == {}
    assert keys_with({"act-of-last-year": "q"}) == KEYS


def test_chosen_key_is_bound_printed_and_helped_with(browse: Browse) -> None:
    """One table: what binds, what the help says, and what stands on the button; for oneself alone."""
    browser = browse("editor")
    changed = browser.submit("/desk/keys", act="search", key="q").text
    desk = browser.get("/desk").text

    assert "<kbd>q</kbd></dt><dd>Find a comment" in changed.replace("\n", "")
    assert '<kbd aria-hidden="true">q</kbd>' in desk
    assert re.search(r"key&#34;:&#34;q&#34;,&#34;act&#34;:&#34;search", desk)
    assert '<kbd aria-hidden="true">/</kbd>' in browse("moderator").get("/desk").text
    refused = browser.submit("/desk/keys", act="approve", key="q")
    assert (refused.status_code, "is taken by “Find a comment" in refused.text) == (409, True)
    assert browser.submit("/desk/keys", act="approve", key="long").status_code == 422
    assert "yours" not in browser.submit("/desk/keys").text
