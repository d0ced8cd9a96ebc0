"""The JSON Schema that editors' tools complete and check with."""

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from moderation.domain.errors import PolicyInvalid
from moderation.policyfile.load import loads
from moderation.policyfile.schema import PolicyModel, schema
from moderation.policyfile.source import parse

DATES = Draft202012Validator.FORMAT_CHECKER
RULED = """
clauses: {c: {title: A, text: B}}
rules: [{id: r, clause: c, when: {links: 1}, then: {verdict: flag}}]
"""
SHIPPED = Path(__file__).parents[2] / "policies" / "schema.json"


def _models() -> list[type[BaseModel]]:
    """Return every model of the rule language, by way of what it stands in."""
    found: list[type[BaseModel]] = [PolicyModel]
    for model in found:
        inner = (each for field in model.model_fields.values() for each in _inside(field.annotation))
        found.extend(each for each in dict.fromkeys(inner) if each not in found)
    return found


def _inside(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _reader(field: FieldInfo) -> TypeAdapter[object]:
    """Return what reads the value of one key."""
    kind: Any = field.annotation
    for mark in field.metadata:
        kind = Annotated[kind, mark]
    return TypeAdapter(kind)


def _takes(reader: TypeAdapter[object], value: object) -> bool:
    """Whether the service takes a value for a key."""
    try:
        reader.validate_python(value)
    except ValidationError:
        return False
    return True


def test_the_shipped_schema_is_current(golden: Callable[[Path, str], None]) -> None:
    """An editor's tool must not refuse what the service accepts."""
    golden(SHIPPED, json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")


def test_what_a_long_pattern_asks_for_is_said() -> None:
    """Programs that edit YAML show the pattern where nobody wrote a sentence, and editors read none."""

    def unsaid(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            form = value.get("pattern")
            if isinstance(form, str) and len(form) > len(r"\S") and "patternErrorMessage" not in value:
                yield form
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for each in inner:
            yield from unsaid(each)

    assert list(unsaid(schema())) == []


@pytest.mark.parametrize("path", sorted(SHIPPED.parent.rglob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_policies_pass_the_schema(path: Path) -> None:
    """What ships must not be underlined in red."""
    told = Draft202012Validator(schema()).iter_errors(parse(path.read_text(), name=path.name).plain())

    assert [(list(error.absolute_path), error.message[:200]) for error in told] == []


@pytest.mark.parametrize(
    "name",
    [
        "priority-below-nothing",
        "list-where-keys-are-due",
        "two-conditions-in-one",
        "unknown-script",
        "or-where-any-is-meant",
    ],
)
def test_the_schema_finds_what_the_service_refuses(name: str) -> None:
    """The sooner an editor sees it, the better."""
    path = Path(__file__).parent / "faulty" / f"{name}.yaml"

    assert not Draft202012Validator(schema()).is_valid(parse(path.read_text(), name=path.name).plain())


@pytest.mark.parametrize(
    ("written", "is_sound"),
    [
        ("{id: 7, when: {link_domain: a.example}}", True),
        ("{id: r, when: {link_domain: [a.example, b.example]}}", True),
        ("{id: r, when: {link_domain: []}}", False),
        ("{id: r, when: {target: []}}", False),
        ("{id: r, owner: ' ', when: {target: commenter}}", False),
        ("{id: r, when: {article: {section: ''}}}", False),
        ("{id: r, when: {author: {}}}", False),
        ("{id: r, when: {article: {}}}", False),
        ("{id: r, when: {thread: {}}}", False),
        ("{id: r, when: {time: {}}}", False),
        ("{id: r, when: {time: {to: '24:00'}}}", True),
        ("{id: r, when: {time: {to: '24:01'}}}", False),
        ("{id: r, when: {rule: [r]}}", False),
        ("{id: r, when: {time: {days: sat}}, examples: {hit: [{text: A, time: sat 7:30}]}}", True),
        ("{id: r, when: {time: {days: sat}}, examples: {hit: [{text: A, time: sat 24:00}]}}", False),
        ("{id: r, when: {time: {days: sat}}, examples: {hit: [{text: A, time: Sat 7:30}]}}", False),
        ("{id: r, when: {word: {}}}", False),
        ("{id: r, when: {word: {fold: hard}}}", False),
        ("{id: r, when: {near: {a: {words: x}, b: {fold: soft}, within: 2}}}", False),
        ("{id: r, when: {link_domain: {domains: a.example, outside: known}}}", False),
        ("{id: r, when: {rate: {by: ip, distinct: author, count: 2, within: 1h}}}", True),
        ("{id: r, when: {rate: {by: ip, distinct: ip, count: 2, within: 1h}}}", False),
        ('{id: r, when: {duplicate: {of: any, within: 1h, similarity: ">= 0.7", count: ">= 20"}}}', True),
        ('{id: r, when: {duplicate: {of: any, within: 1h, similarity: ">= 0.7", count: "> 20"}}}', False),
        ('{id: r, when: {duplicate: {of: any, within: 1h, similarity: ">= 0.7", count: 2}}}', False),
        ('{id: r, when: {duplicate: {of: any, within: 1h, count: "> 20"}}}', True),
        ("{id: r, when: {links: 1}, then: {verdict: block}, examples: {known_fp: [A]}}", False),
        ("{id: r, when: {links: 1}, then: {verdict: block}, examples: {known_fp: []}}", True),
    ],
)
def test_schema_and_service_are_of_one_mind(written: str, is_sound: bool) -> None:
    """What a tool underlines is refused, and what it lets stand is taken."""
    then = "" if "then:" in written else ", then: {verdict: flag}"
    rule = f"{written.removesuffix('}')}, clause: c{then}}}"
    text = f"version: 1\nclauses: {{c: {{title: A, text: B}}}}\nrules: [{rule}]\n"

    assert Draft202012Validator(schema()).is_valid(parse(text, name="p").plain()) is is_sound
    with nullcontext() if is_sound else pytest.raises(PolicyInvalid):
        loads(text, name="p")


@pytest.mark.parametrize(
    ("written", "is_sound"),
    [
        ("version: true", False),
        ("version: 1.0", True),
        ("ladder: {steps: [{at: 2, standing: blocked, for: permanent, needs: editor}]}", True),
        ("ladder: {steps: [{at: 2, standing: blocked, for: permanent}]}", False),
        ("ladder: {steps: [{at: 2, standing: blocked, needs: reader}]}", False),
        ("lists: {a: {words: [x]}}", True),
        ("lists: {a: {words: []}}", False),
        ("lists: {a: {note: x}}", False),
        ("lists: {a: {domains: a.example, words: [x]}}", False),
        ("lists: {a: {domains: a.example, words: []}}", True),
    ],
)
def test_they_are_of_one_mind_about_the_file(written: str, is_sound: bool) -> None:
    """What holds of its rules holds of all of it."""
    text = f"{'' if 'version' in written else 'version: 1'}\n{written}\n{RULED}"

    assert Draft202012Validator(schema()).is_valid(parse(text, name="p").plain()) is is_sound
    with nullcontext() if is_sound else pytest.raises(PolicyInvalid):
        loads(text, name="p")


#: Values at the edges of what may stand somewhere, as a file has them.
EDGES = (
    *("''", "' '", "null", "true", "false", "[]", "[x]", "{}", "x", "X", "a_b", "a-b", "-a", "a--b"),
    *("-1", "0", "1", "1.0", "1.5", ".5", "007", "1e3", "1e999", "2", "10", "11", "20", "21", "50", "51", "100"),
    *("101", "100.5", "1000", "1001", "999999999", "1000000000", "'1'"),
    *(f'"{bound}"' for bound in (">= 0", ">= 0.0", ">= 0.5", "> 1", ">= 1", "<= 1", "<= 1.0", ">= 1.01", ">= -1")),
    *(f'"{bound}"' for bound in ("< 0", "== 0", ">= 0.69", "> 0.7", "< 0.7", ">= 1.0", " >= 2 ", "=> 2", ">=2")),
    *(f'"{bound}"' for bound in (">= 20", "> 20", ">= 21", "> 999999999", "> 1000000000")),
    *("0%", "1 %", "' 1%'", "100%", "100.0%", "100.1%", "101%"),
    *("0s", "1s", "01d", "3650d", "3651d", "521w", "522w", "87600h", "87601h", "315360000s", "315360001s"),
    *("24:00", "24:01", "7:30", "sat 23:59", "sat 24:00", "Sat 23:59"),
    *("2027-01-31", "2027-02-30", "20270131", "' 2027-01-31'", "2027-W05-7"),
    *("en", "EN", "xx", "pt-BR", "eng", "UTC", "CET", "Asia/Yerevan", "Yerevan", "Mars/Olympus"),
    *("a*", "ab*", "a*b", "'*'", "ab**", "a b*", '"\\b"'),
    *("a" * length for length in (64, 65, 100, 101, 1000, 1001)),
)
VALUES: dict[str, object] = {
    written: parse(f"k: {written}", name="p").plain()["k"]  # type: ignore[index]
    for written in EDGES
}
#: What only the service can tell: what RE2 can run and what matches everything, and how a number was written.
BEYOND = {("pattern", "a*"), ("pattern", "'*'"), ("pattern", "ab**")}
BEYOND |= {("id", ".5")} | {(name, "1.0") for name in ("name", "queue")}


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_they_are_of_one_mind_at_the_edges(model: type[BaseModel]) -> None:
    """Of each key of the language, the schema takes the values that the service takes, and no others."""
    whole = schema()
    properties = (whole if model is PolicyModel else whole["$defs"][model.__name__])["properties"]
    refused: dict[str, int] = {}

    for name, field in model.model_fields.items():
        key = field.alias or name
        if (model, key) == (
            PolicyModel,
            "rules",
        ):  # which the schema takes in part, for a file that extends another
            continue
        told = Draft202012Validator({"$defs": whole["$defs"], **properties[key]}, format_checker=DATES)
        reader = _reader(field)
        for written, value in VALUES.items():
            is_taken = _takes(reader, value)
            refused[key] = refused.get(key, 0) + (not is_taken)
            if (key, written) not in BEYOND:
                assert told.is_valid(value) is is_taken, (key, written)

    assert [key for key, count in refused.items() if not count] == []


@pytest.mark.parametrize(
    ("model", "key"),
    [("Condition", "same_sentence"), ("ThenModel", "verdict"), ("WordModel", "in"), ("StepModel", "for")],
)
def test_keys_are_called_as_in_the_file(model: str, key: str) -> None:
    """The names in Python are nobody's business."""
    assert key in schema()["$defs"][model]["properties"]


def test_every_key_is_described() -> None:
    """What completes should also explain."""
    whole = schema()
    models = {"file": whole, **whole["$defs"]}

    silent = [
        f"{name}.{key}"
        for name, model in models.items()
        for key, value in model.get("properties", {}).items()
        if not value.get("description") and "$ref" not in value
    ]

    assert silent == []
