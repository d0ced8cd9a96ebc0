"""The desk's keys: one table, from which keys are bound, help is written and buttons are labelled."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from moderation.domain.errors import Conflict, Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What one key does, and where."""

    #: As a browser names it; `Shift+` before it, or a key and a space: one after the other.
    key: str
    act: str
    does: str
    #: Heading under which the help shows it.
    group: str = "Decide"
    #: The page that it leads to; none for a key that does something where one is.
    path: str | None = None


KEYS = (
    Key(key="a", act="approve", does="Approve: it appears, or stays"),
    Key(key="m", act="mask", does="Approve with the words masked that a rule says"),
    Key(key="r", act="reject", does="Reject with the suggested reason"),
    Key(key="Shift+1–9", act="reject-with", does="Reject with clause 1 to 9"),
    Key(key="w", act="warn", does="Approve, and warn the writer that it came near to the suggested clause"),
    Key(key="e", act="escalate", does="Escalate to a senior, or to legal"),
    Key(key="s", act="skip", does="Skip: somebody else, or later"),
    Key(key="u", act="undo", does="Undo the last; again for the one before"),
    Key(key="c", act="copies", does="Include the copies that wait, or leave them out"),
    Key(key="b", act="block", does="Block the author: asks first"),
    Key(key="j", act="next", does="Next", group="Move"),
    Key(key="k", act="previous", does="Previous", group="Move"),
    Key(key="1", act="sort-priority", does="Most urgent first", group="Move"),
    Key(key="2", act="sort-oldest", does="Longest waiting first", group="Move"),
    Key(key="3", act="sort-newest", does="Newest first", group="Move"),
    Key(key="4", act="sort-reported", does="Most reported first", group="Move"),
    Key(key="g d", act="go-desk", does="To the desk", group="Move", path="/desk"),
    Key(key="g l", act="go-list", does="To the list of what waits", group="Move", path="/desk/list"),
    Key(key="g s", act="go-scores", does="To what waits, by score", group="Move", path="/desk/scores"),
    Key(key="g p", act="go-published", does="To what is published", group="Move", path="/desk/published"),
    Key(key="g b", act="go-blocked", does="To what is blocked", group="Move", path="/desk/blocked"),
    Key(key="g 1–9", act="go-queue", does="To queue 1 to 9 of those at the side", group="Move"),
    Key(key="f 1–9", act="go-search", does="To search 1 to 9 of those that you keep", group="Move"),
    Key(key="/", act="search", does="Find a comment by link, id, author or words", group="Move"),
    Key(key="Ctrl+K", act="palette", does="Go anywhere, or do anything, by its name", group="Move"),
    Key(key="x", act="spans", does="Step through the marked places", group="Look"),
    Key(key="y", act="mark-right", does="The marked place is right: keep it as a test", group="Look"),
    Key(key="z", act="mark-wrong", does="The marked place is wrong: keep it as a test", group="Look"),
    Key(key="d", act="read", does="As typed, or as read without disguise", group="Look"),
    Key(key="p", act="thread", does="The thread around it", group="Look"),
    Key(key="h", act="precedents", does="Similar past decisions", group="Look"),
    Key(key="o", act="author", does="The author", group="Look"),
    Key(key="l", act="site", does="See it on the site, in a new tab", group="Look"),
    Key(key=".", act="scores", does="Every score", group="Look"),
    Key(key="n", act="note", does="Write a note", group="Look"),
    Key(key="t", act="keep", does="Keep it as a test of a rule", group="Look"),
    Key(key="v", act="veil", does="Veil strong words until looked at, or not", group="Look"),
    Key(key="Space", act="tick", does="Tick the row, in a list", group="In lists"),
    Key(key="Shift+A", act="approve-ticked", does="Approve all that are ticked", group="In lists"),
    Key(key="Shift+R", act="reject-ticked", does="Reject all that are ticked", group="In lists"),
    Key(key="Shift+Y", act="confirm-step", does="Confirm the first step that waits", group="Steps of the ladder"),
    Key(key="Shift+N", act="refuse-step", does="Refuse the first step that waits", group="Steps of the ladder"),
    Key(key="?", act="help", does="These keys", group="Help"),
    Key(key="Escape", act="close", does="Close what is open, or give the comment back", group="Help"),
)


#: What cannot be given another key: families of digits, what works while one types, the key by which all is left.
FIXED = frozenset(key.act for key in KEYS if "1–9" in key.key or key.key in ("Ctrl+K", "Escape"))

#: One character, `Space`, `Shift+` a Latin letter, or two characters one after the other.
_WRITTEN = re.compile(r"Space|Shift\+[A-Z]|\S|\S \S")


def keys_with(changed: Mapping[str, str]) -> tuple[Key, ...]:
    """Return the table with the keys that somebody chose, act → key; what is no act any more is passed over."""
    return tuple(replace(key, key=changed.get(key.act, key.key)) for key in KEYS)


def changed_key(changed: Mapping[str, str], act: str, typed: str) -> dict[str, str]:
    """Return what somebody chose, with another key for an act; its usual one where nothing is typed.

    Raises:
        Invalid: if there is no such act, it has a fixed key, or what was typed is no key.
        Conflict: if another act has that key, or begins with it.
    """
    usual = {key.act: key.key for key in KEYS if key.act not in FIXED}
    if act not in usual:
        raise Invalid("This act is not there, or its key cannot be changed.")
    wanted = _written(typed) or usual[act]
    for other in keys_with(changed):
        if other.act != act and _collide(wanted, other.key):
            raise Conflict(f"‘{wanted}’ is taken by “{other.does}” (‘{other.key}’); give that another key first.")
    kept = {each: key for each, key in changed.items() if each in usual} | {act: wanted}
    return {each: key for each, key in kept.items() if key != usual[each]}


def _written(typed: str) -> str:
    """Return a key as the table writes it: a capital letter is one with Shift."""
    key = " ".join(typed.split())
    key = "Space" if key.lower() == "space" else f"Shift+{key}" if re.fullmatch("[A-Z]", key) else key
    if key and (not _WRITTEN.fullmatch(key) or not key.isprintable()):
        raise Invalid(
            "A key is one character, Shift+ and a letter, Space, or two characters with a space between."
        )
    return key


def _collide(key: str, other: str) -> bool:
    """Whether a browser could not tell two keys apart: the same, or one is the beginning of the other."""
    first, second = (each.split(" ") for each in (key, other))
    if len(first) == len(second) == 2 and first[0] == second[0]:
        return first[1] == second[1] or (second[1] == "1–9" and first[1] in "123456789")
    return first[0] == second[0] and (len(first), len(second)) != (2, 2)


def table(keys: Sequence[Key] = KEYS) -> list[dict[str, str | None]]:
    """Return the keys as JSON values, for the script that binds them."""
    return [asdict(key) for key in keys]


def key_of(act: str, keys: Sequence[Key] = KEYS) -> str:
    """Return the key of an act, to print on its button."""
    return next(key.key for key in keys if key.act == act)
