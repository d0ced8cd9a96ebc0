"""The JSON Schema that editors' tools complete and check with."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from moderation.domain.errors import PolicyInvalid
from moderation.policyfile.load import loads
from moderation.policyfile.schema import schema
from moderation.policyfile.source import parse

SHIPPED = Path(__file__).parents[2] / "policies" / "schema.json"


def test_the_shipped_schema_is_current(golden: Callable[[Path, str], None]) -> None:
    """An editor's tool must not refuse what the service accepts."""
    golden(SHIPPED, json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")


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
    ],
)
def test_schema_and_service_are_of_one_mind(written: str, is_sound: bool) -> None:
    """What a tool underlines is refused, and what it lets stand is taken."""
    rule = written.removesuffix("}") + ", clause: c, then: {verdict: flag}}"
    text = f"version: 1\nclauses: {{c: {{title: A, text: B}}}}\nrules: [{rule}]\n"

    assert Draft202012Validator(schema()).is_valid(parse(text, name="p").plain()) is is_sound
    with nullcontext() if is_sound else pytest.raises(PolicyInvalid):
        loads(text, name="p")


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
