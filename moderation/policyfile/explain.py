"""Validation errors → faults: the place in the file, what is wrong, what to do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic_core import ErrorDetails

from moderation.domain.errors import Fault
from moderation.policyfile.due import Due, due_at, home_of, keys_at
from moderation.policyfile.markers import LONGEST_SHOWN, MISSING, found, nearest, shown
from moderation.policyfile.source import Node
from moderation.policyfile.times import ENDLESS

_DUE: Final = {
    "dict_type": "keys with values are due",
    "model_type": "keys with values are due",
    "list_type": "a list is due",
    "string_type": "text is due",
    "bool_type": "true or false is due",
}
_DO: Final = {
    "then": "say what follows, such as `then: {verdict: flag}`",
    "when": "say what to look for, such as `when: {word: {words: [...]}}`",
    "clause": "name the clause of the policy that it rests on",
    "id": "name it by what was seen, such as `links-from-newcomer`",
    "version": "begin with `version: 1`",
    "clauses": "write down the published policy, such as `clauses: {spam: {title: ..., text: ...}}`",
    "rules": "a policy needs at least one rule",
    "verdict": "write allow, flag or block",
    "expect": "write allow, flag or block",
    "lists": "write `lists: {insults: {words: [...]}}`",
    "score": 'write `score: {insult: ">= 0.6"}`',
    "scores": "write `scores: {insult: 0.82}`",
    "translations": "write `translations: {ru: {title: ..., text: ...}}`",
}
_NUMBERS: Final = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
}
_QUOTE: Final = "put text that holds a colon or a comma in quotes"
#: What a key may look like; anything else is text that an editor did not mean for one.
_KEY: Final = re.compile(r"[\w.-]+")
#: Keys of others for which there is none here, and what to do instead; some by the key that they stand under.
_INSTEAD: Final = {
    "appeal": "take it out: every decision can be contested",
    "breaker": "write `brake: 5%`: at this share a rule returns to shadow; how many comments prove it is counted",
    "then.category": "write it at the clause: `clauses: {CLAUSE: {category: VALUE}}`",
    "then.note": "write `message` for what moderators and the site read, or `note` beside `then` for editors",
    "count": "take it out: strikes come from rulings of people alone",
    "premoderate": "write `article: {premoderate: 2h}` under `then`",
    "precedence": "take it out: the strictest verdict decides",
    "reason_code": "take it out: the clause is the reason that the site is told",
    "trust": 'write what it would rest on, such as `approved: ">= 10"` or `rejection_rate: "< 0.1"`',
    "two_person": "write `second_editor: true`: whoever saved what blocks more does not publish it",
    "slow": "write a rule: `when: {rate: {by: author, count: ..., within: ...}}`",
}
_SHARE: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def explain(errors: Iterable[ErrorDetails], root: Node) -> list[Fault]:
    """Describe each error."""
    errors = list(errors)
    texts = {error["loc"][:-1] for error in errors if error["type"] == "extra_forbidden" and _is_text(error, root)}
    # Where a text was taken for a key, it is no news that the key `text` is missing.
    told = [error for error in errors if error["type"] != "missing" or error["loc"][:-1] not in texts]
    return [_fault(error, root) for error in told]


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Order faults by file and line, each told once."""
    return sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.column, fault.message))


def _fault(error: ErrorDetails, root: Node) -> Fault:
    location, kind = error["loc"], error["type"]
    node, key = locate(root, location), str(location[-1]) if location else ""
    if kind == "policy":
        context = error.get("ctx", {})
        is_given = isinstance(locate(root, location[:-1]).value, dict)  # and no text that stands for a mapping
        hint = _way(error, context["hint"]) if is_given else context["hint"]
        return node.fault(str(context["message"]), hint, at_key=key == "[key]")
    if kind == "extra_forbidden":
        hint = _QUOTE if _is_text(error, root) else _known(key, location[:-1])
        if hint and "CLAUSE" in hint:
            clause = locate(root, location[:2]).get("clause")
            named = str(clause.value) if clause else "..."
            hint = hint.replace("CLAUSE", named).replace("VALUE", str(node.value))
        return node.fault(f"unknown key '{key}'", hint, at_key=True)
    if kind == "missing":
        return node.fault(f"the key '{key}' is missing", _needed(key, due_at(location)), at_key=True)
    return node.fault(*_phrase(error))


def _way(error: ErrorDetails, hint: str | None) -> str | None:
    """Do not advise to take a key out that is needed."""
    due = due_at(error["loc"])
    if hint == ENDLESS and due.is_needed:
        return "everything here has an end; write a long time, such as 3650d"
    return _needed(str(error["loc"][-1]), due) if hint == MISSING and due.is_needed else hint


def _needed(key: str, due: Due) -> str:
    described = (due.field.description or "") if due.field else ""
    return _DO.get(key) or f"write `{key}: ...`; {described[:1].lower()}{described[1:].rstrip('.')}"


def _is_text(error: ErrorDetails, root: Node) -> bool:
    """Whether an unknown key is rather a text with a colon or a comma in it."""
    location = error["loc"]
    key, around = str(location[-1]), locate(root, location[:-1])
    is_alone = isinstance(around.value, dict) and len(around.value) == 1
    return not _KEY.fullmatch(key) or (is_alone and due_at(location[:-1]).is_short)


def _known(key: str, location: Sequence[str | int]) -> str | None:
    place = next((step for step in reversed(location) if isinstance(step, str)), "")
    if instead := _INSTEAD.get(f"{place}.{key}") or _INSTEAD.get(key):
        return instead
    near = nearest(key, keys_at(location))
    if near is None or near.startswith("known"):
        return home_of(key, location) or near
    return near


def _phrase(error: ErrorDetails) -> tuple[str, str | None]:
    """Say what is wrong with a value, and what to write."""
    kind, value, due = error["type"], error.get("input"), due_at(error["loc"])
    key = str(error["loc"][-1])
    context: Mapping[str, Any] = error.get("ctx", {})
    if value is None and kind in (*_DUE, *_NUMBERS):
        return "a value is missing", _needed(key, due) if due.is_needed else MISSING
    if kind in _DUE:
        return f"{found(value)} stands where {_DUE[kind]}", _form(error, due)
    if kind in _NUMBERS:
        return f"{_shown(value)} is not {_NUMBERS[kind]}", _number(value, due)
    if kind == "greater_than_equal":
        return f"{value} is too small; at least {context['ge']:g}", due.number
    if kind == "less_than_equal":
        return f"{value} is too large; at most {context['le']:g}", due.number
    if kind == "literal_error":
        return f"{_shown(value)} is no version of the rule language", "write `version: 1`, without quotes"
    if kind == "too_short":
        return "at least one is due here", _DO.get(key, "name at least one, or take the key out")
    return error["msg"], None


def _shown(value: object) -> str:
    if isinstance(value, str):
        return shown(value)
    return f"{value}" if type(value) is not bool and isinstance(value, (int, float)) else found(value)


def _number(value: object, due: Due) -> str:
    if not isinstance(value, str):
        return due.number
    share = _SHARE.fullmatch(value)
    if share and due.annotation is float:
        return f"{due.number}; {value} is {float(share[1]) / 100:g}"
    return f"{due.number}, without quotes" if _PLAIN.fullmatch(value) else due.number


def _form(error: ErrorDetails, due: Due) -> str:
    """Show how what is due is written, with what stands there where that can be kept."""
    kind, value, location = error["type"], error["input"], error["loc"]
    if kind == "bool_type":
        hint = "write true or false"
        is_word = isinstance(value, str)
        return f"{shown(value)} is a word here; {hint} without quotes" if is_word else hint
    if kind == "string_type":
        return f"write one of {', '.join(due.names)}" if due.names else "write one text, in quotes if need be"
    if kind == "list_type" and isinstance(value, dict):
        return "begin each with a hyphen and a space, one below the other"
    if kind == "list_type":
        return f"write `{location[-1]}: [...]`, or each on a line of its own after a hyphen and a space"
    return _kept(str(location[-1]), value) or _mapping(location, due)


def _kept(key: str, value: object) -> str | None:
    """Write what stands there in the form that is due, where it is plain what was meant."""
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if len(words) > LONGEST_SHOWN or isinstance(value, dict):
        return None
    if key == "word":
        return f"write `word: {{words: [{words}]}}`, or name a list: `word: {{list: ...}}`"
    if key == "regex":
        return f"write `regex: {{pattern: '{words}'}}`"
    return f"write `then: {{verdict: {words}}}`" if key == "then" and words in ("allow", "flag", "block") else None


def _mapping(location: Sequence[str | int], due: Due) -> str:
    """Show how keys with values are written at a place."""
    key = location[-1]
    if str(key) in _DO:
        return _DO[str(key)]
    name = f"{key}: " if isinstance(key, str) else ""
    return f"write `{name}{due.form}`" if due.form else f"known: {', '.join(keys_at(location))}"


def locate(root: Node, location: Sequence[str | int]) -> Node:
    """Find what an error is about, or the nearest thing around it; shorthand leaves steps that no file has."""
    node = root
    for step in location:
        if isinstance(node.value, dict) and isinstance(step, str):
            node = node.value.get(step, node)
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return node
