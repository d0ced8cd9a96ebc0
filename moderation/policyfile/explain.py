"""Validation errors → faults: the place in the file, what is wrong, what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from moderation.domain.errors import Fault
from moderation.policyfile.markers import nearest
from moderation.policyfile.schema import PolicyModel
from moderation.policyfile.source import Node

_DUE: Final = {
    "dict_type": "a mapping of keys to values is due here",
    "model_type": "a mapping of keys to values is due here",
    "list_type": "a list is due here",
    "string_type": "text is due here",
    "int_type": "a whole number is due here",
    "int_from_float": "a whole number is due here",
    "float_type": "a number is due here",
    "bool_type": "true or false is due here",
    "literal_error": "only 1 is known here",
    "too_short": "at least one is due here",
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
}


def explain(errors: Iterable[ErrorDetails], root: Node) -> list[Fault]:
    """Describe each error."""
    return [_fault(error, root) for error in errors]


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Order faults by file and line, each told once."""
    return sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.column, fault.message))


def _fault(error: ErrorDetails, root: Node) -> Fault:
    location, kind = error["loc"], error["type"]
    node = locate(root, location)
    if kind == "policy":
        context = error.get("ctx", {})
        at_key = bool(location) and location[-1] == "[key]"
        return node.fault(str(context["message"]), context["hint"], at_key=at_key)
    if kind == "extra_forbidden":
        known = keys_at(location[:-1])
        return node.fault(f"unknown key '{location[-1]}'", nearest(str(location[-1]), known), at_key=True)
    if kind == "missing":
        return node.fault(f"the key '{location[-1]}' is missing", _DO.get(str(location[-1])), at_key=True)
    return node.fault(_DUE.get(kind) or _phrase(error), _advice(kind, error.get("input")))


def _phrase(error: ErrorDetails) -> str:
    context: Mapping[str, Any] = error.get("ctx", {})
    if error["type"] == "greater_than_equal":
        return f"{error['input']} is too small; at least {context['ge']}"
    if error["type"] == "less_than_equal":
        return f"{error['input']} is too large; at most {context['le']}"
    return error["msg"]


def _advice(kind: str, value: object) -> str | None:
    if kind == "too_short":
        return "name at least one, or take the key out"
    if value is None:
        return "a value is missing; write it, or take the key out"
    if kind == "bool_type" and isinstance(value, str):
        return f"'{value}' is a word here; write true or false without quotes"
    return None


def locate(root: Node, location: Sequence[str | int]) -> Node:
    """Find what an error is about, or the nearest thing around it; shorthand leaves steps that no file has."""
    node = root
    for step in location:
        if isinstance(node.value, dict) and isinstance(step, str):
            node = node.value.get(step, node)
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return node


def keys_at(location: Sequence[str | int]) -> list[str]:
    """Return the keys that a policy file may have at a place."""
    model: type[BaseModel] = PolicyModel
    for step in location:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if isinstance(step, str) and step in fields:
            model = next(_models(fields[step].annotation), model)
    return sorted(field.alias or name for name, field in model.model_fields.items())


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """Find the models inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
