"""Puts rules into shadow by a change of the main file that leaves comments and layout as they are."""

from collections.abc import Iterable
from dataclasses import replace

from moderation.domain.errors import Invalid
from moderation.domain.site import PolicyFiles
from moderation.domain.verdict import Mode
from moderation.policyfile.files import load
from moderation.policyfile.items import items
from moderation.policyfile.source import Node

_LINE = "mode: shadow"


def in_shadow(policy: PolicyFiles, rules: Iterable[str]) -> PolicyFiles:
    """Return the same policy with some rules in shadow.

    A rule that stands in a file which the main one extends is laid over in the main one.

    Raises:
        PolicyInvalid: if this version of the service does not accept the policy.
        Invalid: if the file is written in a way that only a person can change.
    """
    main, *_ = policy.files
    text, wanted = policy.files[main], set(rules)
    for rule in sorted(wanted):
        text = _changed(text, main, rule)
    files = {**policy.files, main: text}
    modes = {rule.id: rule.mode for rule in load(policy.name, files).rules}
    if any(modes.get(rule) is not Mode.SHADOW for rule in wanted):
        raise Invalid(f"{main} cannot be changed here; write '{_LINE}' into the rules yourself: {sorted(wanted)}.")
    return replace(policy, files=files)


def _changed(text: str, name: str, rule: str) -> str:
    known = [(id, item) for _, id, item in items({name: text})]
    for id, item in known:
        if id == rule:
            return _with_mode(text, item)
    lines = text.splitlines(keepends=True)
    if not known:
        return f"{text.rstrip()}\n\nrules:\n  - id: {rule}\n    {_LINE}\n"
    first = known[0][1].place.line
    indent = " " * (len(lines[first]) - len(lines[first].lstrip()))
    lines[first:first] = [f"{indent}- id: {rule}\n", f"{indent}  {_LINE}\n"]
    return "".join(lines)


def _with_mode(text: str, item: Node) -> str:
    lines, mode, id = text.splitlines(keepends=True), item.get("mode"), item.get("id")
    if mode is not None:
        line, start = lines[mode.place.line], mode.place.column
        lines[mode.place.line] = f"{line[:start]}shadow{line[start + mode.place.width :]}"
        return "".join(lines)
    assert id is not None, "it was found by its id"
    assert id.key is not None, "an id stands under its name"
    line, start = lines[id.key.line], id.key.column
    if "{" in line[:start]:  # written in one line
        lines[id.key.line] = f"{line[:start]}{_LINE}, {line[start:]}"
    else:
        lines.insert(id.key.line + 1, f"{' ' * start}{_LINE}\n")
    return "".join(lines)
