"""Changes to a policy's files that leave every other line as it was written, comments included."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from textwrap import dedent, indent

from moderation.domain.errors import Invalid, NotFound
from moderation.domain.written_rule import PARTS, WrittenList, WrittenRule
from moderation.policyfile.items import items
from moderation.policyfile.source import Node, parse
from moderation.policyfile.threshold import with_threshold as with_threshold

Files = Mapping[str, str]

_KEY = re.compile(r"([a-z_]+):(?:[ \t]+(.*))?$")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of a file, half-open, and how far they are indented."""

    file: str
    first: int
    last: int
    margin: int


def rule(files: Files, id: str) -> WrittenRule:
    """Return a rule as it is written.

    Raises:
        NotFound: if no file of the policy holds it.
        Invalid: if it is written in a form that cannot be taken out of its file.
    """
    block = _block_of(files, id)
    lines = files[block.file].split("\n")[block.first : block.last]
    opened = " " * block.margin + lines[0][block.margin :].replace("-", " ", 1)
    text = dedent("\n".join([opened, *lines[1:]]))
    if text.startswith("{"):
        raise Invalid(f"Rule '{id}' stands on one line of {block.file}; change it there (line {block.first + 1}).")
    parts = {key: _value(text, first, last) for key, first, last in _sections(text)}
    return WrittenRule(id=id, file=block.file, line=block.first + 1, text=text, parts=parts)


def with_rule(files: Files, id: str, *, text: str) -> dict[str, str]:
    """Return the files with one rule written anew.

    Raises:
        NotFound: if no file of the policy holds it.
    """
    block = _block_of(files, id)
    lines = files[block.file].split("\n")
    written = _as_item(text, margin=block.margin)
    return {**files, block.file: "\n".join([*lines[: block.first], *written, *lines[block.last :]])}


def with_new_rule(files: Files, text: str) -> dict[str, str]:
    """Return the files with one more rule, at the end of those of the main file."""
    main = next(iter(files))
    found = _blocks(main, files[main])
    lines = files[main].rstrip("\n").split("\n")
    if not found:
        if parse(files[main], name=main).get("rules") is not None:
            raise Invalid(f"The rules of {main} stand on one line; write them one below the other first.")
        return {**files, main: "\n".join([*lines, "", "rules:", *_as_item(text, margin=2), ""])}
    _, last = found[-1]
    lines = files[main].split("\n")
    written = ["", *_as_item(text, margin=last.margin)]
    return {**files, main: "\n".join([*lines[: last.last], *written, *lines[last.last :]])}


def without_rule(files: Files, id: str) -> dict[str, str]:
    """Return the files without a rule.

    Raises:
        NotFound: if no file of the policy holds it.
    """
    block = _block_of(files, id)
    lines = files[block.file].split("\n")
    rest = lines[block.last :]
    while rest and not rest[0].strip():
        rest = rest[1:]
    return {**files, block.file: "\n".join([*lines[: block.first], *rest])}


def with_parts(text: str, parts: Mapping[str, str | None]) -> str:
    """Return a rule's YAML with some of its parts written anew; `None` takes one out."""
    for key, value in parts.items():
        text = _with_part(text, key, value)
    return text


def with_then(text: str, changes: Mapping[str, str | int | None]) -> str:
    """Return a rule's YAML with some of what follows from it changed; `None` takes one out, the rest stays.

    Raises:
        PolicyInvalid: if what follows is not YAML now.
    """
    then = {key: _value(text, first, last) for key, first, last in _sections(text)}.get("then", "")
    plain = parse(then, name="then").plain() if then.strip() else {}
    assert isinstance(plain, dict), "the parser lets nothing but a mapping pass"
    merged = {key: value for key, value in (plain | dict(changes)).items() if value not in (None, "")}
    return with_parts(text, {"then": _flow(merged)})


def word_list(files: Files, id: str) -> WrittenList:
    """Return the file in which the words of a list stand, and the line.

    Raises:
        NotFound: if the policy has no such list.
    """
    for name, content in files.items():
        if not name.endswith((".yaml", ".yml")):
            continue
        lists = parse(content, name=name).get("lists")
        found = lists.get(id) if lists is not None else None
        if found is None:
            continue
        file = found.get("file")
        if file is None:
            return WrittenList(id=id, file=name, line=(found.key or found.place).line + 1)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), str(file.value)))
        return WrittenList(id=id, file=path, line=1)
    raise NotFound(f"There is no list '{id}' in this policy.")


def _block_of(files: Files, id: str) -> _Block:
    """Find a rule; the main file's comes before that of a file that it extends."""
    for name, content in files.items():
        if name.endswith((".yaml", ".yml")):
            for found, block in _blocks(name, content):
                if found == id:
                    return block
    raise NotFound(f"There is no rule '{id}' in this policy.")


@lru_cache(maxsize=8)
def _blocks(file: str, content: str) -> tuple[tuple[str, _Block], ...]:
    """Find the rules of a file that are written one below the other."""
    return tuple(_found(file, content))


def _found(file: str, content: str) -> Iterator[tuple[str, _Block]]:
    lines = content.split("\n")
    for _, id, node in items({file: content}):
        line = lines[node.place.line]
        margin = len(line) - len(line.lstrip())
        if line.lstrip().startswith("-"):
            yield id, _Block(file, node.place.line, _end(lines, node, margin=margin), margin)


def _end(lines: list[str], node: Node, *, margin: int) -> int:
    """Return the line after the last that belongs to an item: what is indented deeper than its dash."""
    last = node.place.line
    for number in range(last + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            break
        if line.strip():
            last = number
    return last + 1


def _as_item(text: str, *, margin: int) -> list[str]:
    """Write a mapping as an item of a list."""
    lines = indent(dedent(text.replace("\r\n", "\n")).strip("\n"), " " * (margin + 2)).split("\n")
    return [f"{' ' * margin}- {lines[0].lstrip()}", *lines[1:]]


def _sections(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the keys of a mapping that stands alone, each with its lines."""
    lines = text.split("\n")
    starts = [(match[1], number) for number, line in enumerate(lines) if (match := _KEY.match(line)) is not None]
    for (key, first), after in zip(starts, [*(n for _, n in starts[1:]), len(lines)], strict=True):
        last = after
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
            last -= 1
        yield key, first, last


def _value(text: str, first: int, last: int) -> str:
    lines = text.split("\n")[first:last]
    match = _KEY.match(lines[0])
    assert match is not None, "a section begins with its key"
    return "\n".join(filter(None, [match[2] or "", dedent("\n".join(lines[1:]))])).strip("\n")


def _with_part(text: str, key: str, value: str | None) -> str:
    lines = text.rstrip("\n").split("\n")
    sections = {name: (first, last) for name, first, last in _sections(text)}
    written = _part(key, value) if value is not None and value.strip() else []
    if key in sections:
        first, last = sections[key]
        return "\n".join([*lines[:first], *written, *lines[last:]])
    before = [last for name, (_, last) in sections.items() if PARTS.index(name) < PARTS.index(key)]
    place = max(before, default=0)
    return "\n".join([*lines[:place], *written, *lines[place:]])


def _part(key: str, value: str) -> list[str]:
    """Write a part: behind its key where it is one line that may stand there, else below it."""
    value = dedent(value.replace("\r\n", "\n")).strip("\n")
    if "\n" not in value and not re.match(r"- |[\w.]+:( |$)", value):
        return [f"{key}: {value}"]
    return [f"{key}:", *indent(value, "  ").split("\n")]


def _flow(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return getattr(value, "written", str(value))
    word = str(value)
    return word if re.fullmatch(r"[a-z][a-z_-]*|[0-9]+ ?[a-z]+", word) else json.dumps(word, ensure_ascii=False)
