"""A policy file → a `Policy` that is whole and sound, or every fault that it has."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from moderation.domain.errors import Fault, PolicyInvalid
from moderation.domain.policy import Policy
from moderation.policyfile.assemble import read, read_text
from moderation.policyfile.checks import check
from moderation.policyfile.convert import to_policy
from moderation.policyfile.explain import explain, in_order
from moderation.policyfile.markers import Known
from moderation.policyfile.schema import PolicyModel
from moderation.policyfile.source import Node, WrittenFloat, WrittenInt

_HASH_DIGITS = 12


def load(path: Path, *, name: str | None = None) -> Policy:
    """Load a policy from a file, with what it extends and its list files.

    It is called as it says itself, else `name`, else like its file.

    Raises:
        PolicyInvalid: with every fault, and nothing half loaded.
    """
    return to_sound_policy(*read(path), name=name or path.stem)


def loads(source: str, *, name: str, base: Path | None = None) -> Policy:
    """Load a policy from text; `base` is the folder against which it may name files, if any.

    Raises:
        PolicyInvalid: with every fault, and nothing half loaded.
    """
    return to_sound_policy(*read_text(source, name=name, base=base), name=Path(name).stem)


def to_sound_policy(node: Node, faults: Sequence[Fault], *, name: str) -> Policy:
    """Make the policy of an assembled file, if neither the file nor its parts have faults."""
    faults = in_order([*faults, *check(node)])
    # Where what it extends could not be read, nobody knows which names and keys are there.
    is_part = node.get("extends") is not None
    try:
        model = PolicyModel.model_validate(node.plain(), context=None if is_part else _known(node))
    except ValidationError as error:
        errors = [each for each in error.errors() if not (is_part and each["type"] in ("missing", "too_short"))]
        raise PolicyInvalid(faults=in_order([*faults, *_elsewhere(explain(errors, node), faults)])) from None
    if faults:
        raise PolicyInvalid(faults=faults)
    return to_policy(model, name=name, content_hash=content_hash(node))


def _elsewhere(faults: Sequence[Fault], told: Sequence[Fault]) -> list[Fault]:
    """Leave out what follows from a fault that is told already, of the same place."""
    places = {(fault.file, fault.line, fault.column) for fault in told}
    return [fault for fault in faults if (fault.file, fault.line, fault.column) not in places]


def content_hash(node: Node) -> str:
    """Return the first digits of the SHA-256 of all that a policy says, its lists included, comments not."""
    content = _canonical(node)
    assert isinstance(content, dict)
    content.pop("extends", None)
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_HASH_DIGITS]


def _canonical(node: Node) -> object:
    if isinstance(node.value, dict):
        return {name: _canonical(child) for name, child in node.value.items()}
    if isinstance(node.value, list):
        return [_canonical(child) for child in node.value]
    return node.value.written if isinstance(node.value, (WrittenInt, WrittenFloat)) else node.value


def _known(node: Node) -> Known:
    """Gather the names that a policy defines, also where the definition is faulty."""
    lists = _mapping(node, "lists")
    domains = [name for name, each in lists.items() if each.get("domains") is not None]
    rules = node.get("rules")
    ids = [rule.get("id") for rule in rules.value] if rules is not None and isinstance(rules.value, list) else []
    return Known(
        clauses=list(_mapping(node, "clauses")),
        word_lists=[name for name in lists if name not in domains],
        domain_lists=domains,
        rules=list(dict.fromkeys(str(each.value) for each in ids if each is not None)),
        labels=list(_labels(rules)),
    )


def _labels(rules: Node | None) -> Iterator[str]:
    """Yield the labels that rules give."""
    for rule in rules.value if rules is not None and isinstance(rules.value, list) else ():
        node: Node | None = rule
        for key in ("then", "label", "name"):
            node = node.get(key) if node is not None else None
        if node is not None:
            yield str(node.value)


def _mapping(node: Node, part: str) -> dict[str, Node]:
    value = node.get(part)
    return value.value if value is not None and isinstance(value.value, dict) else {}
