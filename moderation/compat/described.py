"""How a request that is read by hand stands in the OpenAPI document: its body, and the scope of its key."""

from typing import Any

from pydantic import BaseModel

from moderation.domain.site import Scope

#: What most requests must show.
NEEDS = f"a key with the scope `{Scope.VERDICTS}`"


def request_body(model: type[BaseModel], *, needs: str = NEEDS) -> dict[str, Any]:
    """Return the part of an operation that describes its JSON body, complete in itself."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    described = _inlined(schema, definitions)
    body = {"required": True, "content": {"application/json": {"schema": described}}}
    return {"requestBody": body, "x-needs": needs}


def _inlined(node: Any, definitions: dict[str, Any]) -> Any:
    """Put each definition in the place of what refers to it."""
    if isinstance(node, list):
        return [_inlined(each, definitions) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(definitions[node["$ref"].rpartition("/")[2]], definitions)
    return {name: _inlined(each, definitions) for name, each in node.items()}
