"""The reference of the rule language, as tables in Markdown, made from the models."""

from collections.abc import Mapping
from typing import Any, Final

from moderation.policyfile.schema import schema
from moderation.policyfile.words import LONGEST_NAME

#: The tables, in reading order: title, model.
_TABLES: Final = (
    ("A policy file", "PolicyModel"),
    ("`settings`", "SettingsModel"),
    ("A clause", "ClauseModel"),
    ("A list", "ListModel"),
    ("An entity", "EntityModel"),
    ("A rule", "RuleModel"),
    ("`when` and `unless`: conditions", "Condition"),
    ("`word`", "WordModel"),
    ("`near`", "NearModel"),
    ("`regex`", "RegexModel"),
    ("`link_domain`", "LinkDomainModel"),
    ("`author`", "AuthorModel"),
    ("`article`", "ArticleModel"),
    ("`thread`", "ThreadModel"),
    ("`rate`", "RateModel"),
    ("`duplicate`", "DuplicateModel"),
    ("`time`", "TimeModel"),
    ("`then`", "ThenModel"),
    ("`examples`", "ExamplesModel"),
    ("An example", "ExampleModel"),
    ("`swap`", "SwapModel"),
    ("A scenario: an example, and", "ScenarioModel"),
    ("`ladder`", "LadderModel"),
    ("A step of the ladder", "StepModel"),
)
_NAMES: Final = {"Condition": "condition", "ExampleModel": "example"}
#: What a text is, by what no other pattern has.
_SIGNS: Final = {
    "%": "share, such as `0.5%`",
    "sat": "day and hour, such as `sat 23:30`",
    "24:00": "hour, such as `22:00`",
    "Antarctica": "time zone",
    "[A-Za-z]{3}": "language's tag, such as `en`",
    r"\s*w": "length of time, such as `10m`",
    ">=": 'bound, such as `">= 0.90"`',
}
_LONG: Final = frozenset({"PartialRule", *(name for _, name in _TABLES)})


def reference() -> str:
    """Return a table of keys for each part of a policy file."""
    whole = schema()
    models = {"PolicyModel": whole, **whole["$defs"]}
    return "\n\n".join(_table(title, name, models) for title, name in _TABLES) + "\n"


def _inherited(name: str, models: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(models["ExampleModel"]["properties"]) if name == "ScenarioModel" else frozenset()


def _table(title: str, name: str, models: Mapping[str, Any]) -> str:
    model, skip = models[name], _inherited(name, models)
    required = model.get("required", ())
    rows = [f"### {title}", "", "| Key | Value | Meaning |", "|---|---|---|"]
    for key, value in model["properties"].items():
        if key not in skip:
            needed = " (required)" if key in required else ""
            rows.append(f"| `{key}`{needed} | {_value(value, models)} | {_meaning(value, models)} |")
    return "\n".join(rows)


def _value(value: Mapping[str, Any], models: Mapping[str, Any]) -> str:
    """Say in a few words what may stand there, and what does unless it is given."""
    default = value.get("default")
    if default in (None, "", [], {}) or isinstance(default, dict):
        return _kind(value, models)
    shown = ", ".join(default) if isinstance(default, list) else _plain(default)
    return f"{_kind(value, models)}; else `{shown}`"


def _plain(default: object) -> str:
    """Write a value as a policy file has it."""
    return str(default).lower() if isinstance(default, bool) else str(default)


def _meaning(value: Mapping[str, Any], models: Mapping[str, Any]) -> str:
    referred = models.get(str(value.get("$ref", "")).rsplit("/", 1)[-1], {})
    return str(value.get("description") or referred.get("description", "")).replace("|", "\\|")


def _kind(value: Mapping[str, Any], models: Mapping[str, Any]) -> str:
    match value:
        case {"$ref": ref}:
            name = str(ref).rsplit("/", 1)[-1]
            if name in _NAMES or name in _LONG:
                return _NAMES.get(name, "see its table")
            return "keys " + ", ".join(f"`{key}`" for key in models[name]["properties"])
        case {"enum": names} if len(names) <= 10:
            return ", ".join(f"`{name}`" for name in names)
        case {"const": only}:
            return f"`{only}`"
        case {"anyOf": [{"type": "number" | "integer"}, {"type": "string"}]}:
            return 'bound, such as `">= 2"`'
        case {"anyOf": [first, {"type": "array", "items": items}]} if first == items:
            return f"{_kind(first, models)}, or a list"
        case {"anyOf": [short, long]}:
            return f"{_kind(short, models)}, or {_kind(long, models)}"
        case {"type": "array", "items": items}:
            return f"list: {_kind(items, models)}"
        case {"type": "object"}:
            inner = value.get("additionalProperties") or next(iter(value["patternProperties"].values()))
            return f"by name: {_kind(inner, models)}"
        case {"type": "string", "pattern": pattern} if signs := [s for s in _SIGNS if s in str(pattern)]:
            return _SIGNS[signs[0]]
        case {"type": ["string", _]}:
            return "name" if value.get("maxLength") == LONGEST_NAME else "text"
        case {"type": kind}:
            return {"string": "text", "integer": "whole number", "boolean": "`true`, `false`"}.get(kind, str(kind))
        case _:
            return "see its table"
