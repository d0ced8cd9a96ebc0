"""The faults of a policy as an editor sees them: at the line that was typed, with a caret and the way out."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from moderation.domain.errors import Fault, ModerationError, PolicyInvalid, pointed


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed, and where in which file it would stand."""

    text: str
    file: str
    #: The line of the file, from 1, on which it begins.
    first: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFault:
    """One fault; line and column count from 1, in what was typed where the fault lies there."""

    #: The file, where the fault lies outside of what was typed.
    file: str | None
    line: int
    column: int
    message: str
    hint: str | None
    #: The line as it is written, and under it the caret.
    shown: str | None


def shown_faults(error: ModerationError | None, typed: Typed) -> list[ShownFault]:
    """Return the faults that an error tells, as places in what was typed."""
    if not isinstance(error, PolicyInvalid):
        return []
    lines = typed.text.split("\n")
    return [_shown(fault, lines, typed) for fault in error.faults]


def first_new_line(before: Mapping[str, str], after: Mapping[str, str]) -> int:
    """Return the line, from 1, on which something stands in the main file that did not stand there."""
    name = next(iter(before))
    old, new = before[name].split("\n"), after[name].split("\n")
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    return same + 1 + (not new[same].strip())


def _shown(fault: Fault, lines: list[str], typed: Typed) -> ShownFault:
    line, column, source = fault.line - typed.first + 1, fault.column, fault.source
    is_here = fault.file == typed.file and 1 <= line <= len(lines)
    if is_here and source is not None:
        # The file indents what was typed: count from where that begins.
        margin = max(source.find(lines[line - 1].strip()) - _indent(lines[line - 1]), 0)
        source, column = source[margin:], max(column - margin, 1)
    return ShownFault(
        file=None if is_here else fault.file,
        line=line if is_here else fault.line,
        column=column,
        message=fault.message,
        hint=fault.hint,
        shown=None if source is None else "\n".join(pointed(source, column=column, width=fault.width)),
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
