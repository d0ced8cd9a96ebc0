"""The parameter `fields`, by which Google's clients ask for a part of an answer: `a,b/c,d(e,f)` and `*`."""

import re
from typing import Any

from moderation.compat.perspective.errors import Refused

#: A selection in more words than this is refused; Perspective's answers have some thirty names.
MOST_WORDS = 500

#: What is selected of each field: `{}` is all of it.
Selection = dict[str, Any]

_WORD = re.compile(r"[A-Za-z_][\w-]*|[*,/()]")


def select(answer: dict[str, Any], fields: str | None, *, schemas: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the part of an answer that `fields` names; all of it where they name nothing.

    `schemas` are the properties of each by its name, as the discovery document has them; `name` is the answer's.

    Raises:
        Refused: if `fields` cannot be read, or name what such an answer never holds.
    """
    if not fields or not fields.strip():
        return answer
    selection = parsed(fields)
    _check(selection, {"$ref": name}, schemas=schemas, path="")
    kept: dict[str, Any] = _kept(answer, selection)
    return kept


def parsed(fields: str) -> Selection:
    """Read a selection.

    >>> parsed("languages,attributeScores(TOXICITY/summaryScore,*)")
    {'languages': {}, 'attributeScores': {'TOXICITY': {'summaryScore': {}}, '*': {}}}

    Raises:
        Refused: if it is none.
    """
    words = _WORD.findall(fields)
    if "".join(words) != re.sub(r"\s", "", fields) or len(words) > MOST_WORDS:
        raise _invalid(fields)
    waiting = list(reversed(words))
    selection: Selection = {}
    stack, at, is_named = [selection], selection, False
    while waiting:
        word = waiting.pop()
        if word == "(" and is_named:
            stack.append(at)
        elif word == ")" and is_named and len(stack) > 1:
            stack.pop()
            continue
        elif word == "," and is_named:
            at = stack[-1]
        elif word not in "(),/" and not is_named:
            at = at.setdefault(word, {})
        elif word != "/" or not is_named:
            raise _invalid(fields)
        is_named = word not in "(,/"
    if len(stack) > 1 or not is_named:
        raise _invalid(fields)
    return selection


def _check(selection: Selection, schema: dict[str, Any], *, schemas: dict[str, Any], path: str) -> None:
    """Look whether the schema has what is selected."""
    schema = schema.get("items", schema)
    schema = {"properties": schemas[schema["$ref"]]} if "$ref" in schema else schema
    for name, below in selection.items():
        inner = schema.get("additionalProperties") or schema.get("properties", {}).get(name)
        nested = list(schema.get("properties", {}).values()) if name == "*" and inner is None else [inner]
        for each in nested:
            if each is None:
                raise _invalid(path + name)
            _check(below, each, schemas=schemas, path=f"{path}{name}/")


def _kept(value: Any, selection: Selection) -> Any:
    if not selection:
        return value
    if isinstance(value, list):
        return [_kept(each, selection) for each in value]
    if not isinstance(value, dict):
        return value
    chosen = {name: selection.get(name, selection.get("*")) for name in value}
    return {name: _kept(value[name], below) for name, below in chosen.items() if below is not None}


def _invalid(path: str) -> Refused:
    violation = {
        "field": path[:200],
        "description": f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path[:200]}'.",
    }
    details = {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [violation]}
    return Refused("Request contains an invalid argument.", details=[details])
