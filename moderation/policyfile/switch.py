"""Lets a policy observe, or take effect: one word of its main file changed, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace

from moderation.domain.errors import Invalid
from moderation.domain.policy import PolicyMode
from moderation.domain.site import PolicyFiles
from moderation.policyfile.files import load
from moderation.policyfile.source import Node, Place, parse


def switched(policy: PolicyFiles, mode: PolicyMode) -> PolicyFiles:
    """Return the same policy in another mode; comments and layout of its files stay.

    Raises:
        PolicyInvalid: if this version of the service does not accept the policy.
        Invalid: if the file is written in a way that only a person can change.
    """
    main, *_ = policy.files
    changed = {**policy.files, main: _written(policy.files[main], main, mode)}
    if load(policy.name, changed).settings.mode is not mode:
        raise Invalid(f"{main} cannot be changed here; write 'settings: {{mode: {mode.value}}}' into it yourself.")
    return replace(policy, files=changed)


def _written(text: str, name: str, mode: PolicyMode) -> str:
    settings = parse(text, name=name).get("settings")
    if settings is None:
        return f"{text.rstrip()}\n\nsettings:\n  mode: {mode.value}\n"
    known = settings.get("mode")
    if known is not None:
        return _put(text, known.place, mode.value, over=known.place.width)
    children: Mapping[str, Node] = settings.value if isinstance(settings.value, dict) else {}
    first = next((child.key for child in children.values() if child.key is not None), None)
    if first is None:
        return text
    is_flow = settings.key is not None and first.line == settings.key.line
    between = ", " if is_flow else "\n" + " " * first.column
    return _put(text, first, f"mode: {mode.value}{between}", over=0)


def _put(text: str, place: Place, word: str, *, over: int) -> str:
    """Write a word at a place, over so many characters."""
    lines = text.splitlines(keepends=True)
    line = lines[place.line]
    lines[place.line] = line[: place.column] + word + line[place.column + over :]
    return "".join(lines)
