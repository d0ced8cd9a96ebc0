"""Writes the pages of `docs/reference/` from the code: `python docs/generate.py`.

A test fails while a page is not what this would write.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, get_args

from fastapi.routing import APIRoute
from pydantic_core import PydanticUndefined
from typer import Context
from typer.core import TyperGroup
from typer.main import get_command

from moderation.api import clients
from moderation.api.problems import RETRY_AFTER, STATUSES
from moderation.app import ROUTERS, create_app
from moderation.cli import app as command_line
from moderation.cli.late import whole
from moderation.domain.site import Scope
from moderation.settings import Settings
from moderation.training import cards

REFERENCE: Final = Path(__file__).parent / "reference"
NOTE: Final = "<!-- Written by docs/generate.py; change the code, not this page. -->"

#: The dependency that lets a client in → the scope that its key needs.
SCOPES: Final = {
    get_args(clients.Verdicts)[1].dependency: Scope.VERDICTS,
    get_args(clients.Moderate)[1].dependency: Scope.MODERATE,
    get_args(clients.Admin)[1].dependency: Scope.ADMIN,
}


#: A command as typer keeps it; the class has no public name.
Command = Any


def settings() -> str:
    """Return every setting with its variable, its default and its sentence."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "" if field.default in (None, PydanticUndefined) else f"`{field.default}`"
        rows.append((f"`MODERATION_{name.upper()}`", default, field.description or ""))
    return _page(
        "Settings",
        "Settings come from the environment; a name that is not in this table is ignored.",
        "`moderation doctor` shows what is set, and checks it.",
        _table(("Variable", "Default", "Meaning"), rows),
    )


def errors() -> str:
    """Return the table of problem documents."""
    rows = [
        (str(status), title, _first_line(kind)) for kind, status, title in sorted(STATUSES, key=lambda s: s[1])
    ]
    return _page(
        "Errors",
        "Every error is a problem document (RFC 9457), sent as `application/problem+json`.",
        "`title` names the kind, `detail` says what was wrong and what to do, `errors` lists fields.",
        "Of a policy that has faults, `errors` lists all of them, each with `file`, `line` and `column`.",
        'A 409 with `"code": "stale_version"` means that somebody else was first; of a policy it brings the '
        "`difference`, and its `detail` names the field or the address that puts yours on top, `carry_over`.",
        f"A 503 carries `Retry-After: {RETRY_AFTER}`; nothing was recorded, so send it again as it was.",
        "Any other 4xx but 408 and 409 stays what it is when it is sent again as it was.",
        "What was sent is never repeated in an answer.",
        _table(
            ("Status", "Title", "When, and what to do"), [*rows, ("500", "Internal error", "The log says more.")]
        ),
        "```json\n"
        '{"type": "about:blank", "title": "Cannot be accepted", "status": 422,\n'
        ' "detail": "comment.text: is required; send it",\n'
        ' "errors": [{"field": "comment.text", "detail": "is required; send it"}]}\n'
        "```",
    )


def cli() -> str:
    """Return every command with its arguments and options."""
    root = get_command(command_line)
    parts = [_command(path, command) for path, command in _commands(root, "moderation")]
    return _page("Command line", "`-h` or `--help` after any command says the same.", *parts)


def api() -> str:
    """Return every address with what it takes and answers, and every shape."""
    document = create_app(Settings(log_level="error")).openapi()
    parts = [
        "`/docs` on a running server shows the same with a form to try it, and `/openapi.json` is for programs.",
        "Unknown keys in a request are left alone; what is missing is absent, not empty.",
        "Times are ISO 8601; one without a zone is taken as UTC.",
        "Errors are described [on their own page](errors.md).",
    ]
    for router in ROUTERS:
        routes = [route for route in router.routes if isinstance(route, APIRoute) and route.include_in_schema]
        if routes:
            parts.append(f"## {str(routes[0].tags[0]).capitalize()}")
            parts += [_operation(route, document) for route in routes]
    parts.append("## Shapes")
    shapes = document["components"]["schemas"]
    parts += [_shape(name, shapes[name]) for name in sorted(shapes) if "ValidationError" not in name]
    return _page("API", *parts)


def data() -> str:
    """Return a card for each set of labels."""
    parts = [
        "None of these files comes with the project; what was learnt from them does.",
        "[How to train a model](../how-to/train-a-model.md) says where they go, and how your own join them.",
        "What is under `eval/` is never trained on, calibrated on or mined for words.",
        "Rows of `train/` that are also there, whole or half, are dropped.",
        "## Trained on",
        *(_data_card(f"train/{folder}", card) for folder, card in cards.TRAINING.items()),
        "## Measured on",
        *(_data_card(f"eval/{folder}", card) for folder, card in cards.EVALUATION.items()),
    ]
    return _page("Data", *parts)


#: File → what writes it.
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "settings.md": settings,
    "errors.md": errors,
    "cli.md": cli,
    "api.md": api,
    "data.md": data,
}


def _page(title: str, *parts: str) -> str:
    text = f"# {title}\n\n{NOTE}\n\n"
    for part in parts:
        # Sentences of one paragraph stand on lines of their own; tables and headings stand apart.
        is_block = part.startswith(("|", "#", "```")) or "\n" in part
        text = text.rstrip("\n") + ("\n\n" if is_block or text.endswith("|\n") else "\n") + part + "\n"
    return re.sub(r"-->\n(?=[^\n])", "-->\n\n", text)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows])


def _data_card(folder: str, card: cards.DataCard) -> str:
    rows = [
        ("Origin", card.origin),
        ("Licence", card.licence),
        ("Files", card.files),
        ("Labels", card.labels),
        ("Beware", card.beware),
    ]
    return f"### {card.title}\n\n" + _table((f"`{folder}`", ""), rows)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").split("\n")[0]


def _commands(command: Command, path: str) -> Iterator[tuple[str, Command]]:
    yield path, command
    if isinstance(command, TyperGroup):
        for name, child in command.commands.items():
            yield from _commands(whole(child), f"{path} {name}")


def _command(path: str, command: Command) -> str:
    parts = [f"## {path}", (command.help or "").strip()]
    if isinstance(command, TyperGroup):
        rows = [
            (f"[`{name}`](#{_anchor(f'{path} {name}')})", child.get_short_help_str(200))
            for name, child in command.commands.items()
        ]
        return "\n\n".join([*parts, _table(("Command", "Does"), rows)])
    context = Context(command, info_name=path)
    parts.append(f"```sh\n{command.get_usage(context).removeprefix('Usage: ')}\n```")
    rows = [row for parameter in command.get_params(context) if (row := _parameter(parameter, context))]
    if rows:
        parts.append(_table(("Argument or option", "Meaning"), rows))
    return "\n\n".join(part for part in parts if part)


def _parameter(parameter: Any, context: Context) -> tuple[str, str] | None:
    if parameter.name == "help":
        return None
    record = parameter.get_help_record(context)
    return (f"`{record[0]}`", record[1]) if record else (f"`{parameter.human_readable_name}`", "")


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _operation(route: APIRoute, document: Mapping[str, Any]) -> str:
    method = min(route.methods or ())
    operation = document["paths"][route.path_format][method.lower()]
    parts = [f"### {method} {route.path_format}", operation["description"].replace("\n\n", "\n")]
    scopes = [SCOPES[each.call] for each in route.dependant.dependencies if each.call in SCOPES]
    needs = operation.get("x-needs", "no key")  # of routes that look at it themselves
    parts.append(f"Needs a key with the scope `{scopes[0].value}`." if scopes else f"Needs {needs}.")
    given = [each for each in operation.get("parameters", ()) if each["in"] != "path"]
    if given:
        rows = [
            (f"`{each['name']}`", each["in"], _type(each["schema"]), each.get("description", "")) for each in given
        ]
        parts.append(_table(("Parameter", "In", "Type", "Meaning"), rows))
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if body:
        parts.append(f"Takes {_type(body)}.")
    return "\n\n".join([*parts, _answers(operation)])


def _answers(operation: Mapping[str, Any]) -> str:
    status, answer = next((s, a) for s, a in operation["responses"].items() if s.startswith("2"))
    shape = answer.get("content", {}).get("application/json", {}).get("schema")
    return f"Answers {status}" + (f" with {_type(shape)}." if shape else ".")


def _shape(name: str, shape: Mapping[str, Any]) -> str:
    rows = []
    for field, value in shape.get("properties", {}).items():
        needed = " (required)" if field in shape.get("required", ()) else ""
        rows.append((f"`{field}`{needed}", _type(value), value.get("description", "")))
    values = ", ".join(f"`{value}`" for value in shape.get("enum", ()))
    return "\n\n".join(
        part
        for part in (
            f"### {name}",
            shape.get("description", "").replace("\n\n", "\n"),
            f"One of {values}." if values else "",
            _table(("Field", "Type", "Meaning"), rows) if rows else "",
        )
        if part
    )


def _type(schema: Mapping[str, Any]) -> str:
    """Say in a few words what a value may be."""
    match schema:
        case {"$ref": ref}:
            name = str(ref).rsplit("/", 1)[-1]
            return f"[{name}](#{_anchor(name)})"
        case {"anyOf": options}:
            return " or ".join(_type(option) for option in options)
        case {"enum": values}:
            return " or ".join(f"`{value}`" for value in values)
        case {"const": value}:
            return f"`{value}`"
        case {"type": "array", "items": items}:
            return f"list of {_type(items)}"
        case {"type": "object", "additionalProperties": Mapping() as values}:
            return f"object of {_type(values)}"
        case {"type": kind, **rest}:
            return f"{kind}{_bounds(rest)}"
    return "anything"


def _bounds(schema: Mapping[str, Any]) -> str:
    """Say what limits a value: `, at most 300 characters`."""
    words = {
        "format": "{}",
        "minLength": "at least {} characters",
        "maxLength": "at most {} characters",
        "minimum": "from {}",
        "maximum": "to {}",
    }
    said = [text.format(schema[name]) for name, text in words.items() if name in schema]
    return f" ({', '.join(said)})" if said else ""


def main() -> None:
    """Write every page."""
    REFERENCE.mkdir(exist_ok=True)
    for name, write in PAGES.items():
        (REFERENCE / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
