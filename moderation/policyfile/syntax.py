"""What YAML's parser could not read, in an editor's words: where it went wrong, what to do."""

import re
from collections.abc import Sequence
from typing import Final

from ruamel.yaml.error import MarkedYAMLError

#: Line and column, counted from 0; what is wrong; what to do.
Explained = tuple[int, int, str, str]

_QUOTE: Final = "put text that holds a colon in quotes"
_WHOLE: Final = "put the whole text in quotes, and write '' for an apostrophe inside single quotes"
#: What the parser says → what is wrong, and what to do.
_SAID: Final = (
    ("mapping values are not allowed", "a colon stands where no key can be", _QUOTE),
    ("but got ':'", "a colon stands where a comma or a closing bracket is due", _QUOTE),
    ("could not find expected ':'", "a key without a colon", "a key needs a colon and a space after it"),
    ("cannot start any token", "text may not begin with this sign", "put the text in quotes"),
    ("found unknown escape", "a backslash in double quotes", r"write patterns in single quotes: 'a\b'"),
    ("stream end", "a bracket is opened here and never closed", "close it; was the file cut off?"),
    ("end of stream", "a quote is opened here and never closed", "close it; was the file cut off?"),
    ("node content, but found", "a value is missing before this sign", "write it; was another bracket meant?"),
    ("but got", "a comma or a closing bracket is missing", "separate values by commas, or put the text in quotes"),
    ("a comment or a line break", "text stands after | or >", "put text that begins with | or > in quotes"),
    (
        "<block end>",
        "this line does not begin where its neighbours do",
        "keys of one mapping, and hyphens of one list, begin in one column",
    ),
)
#: A key, or a hyphen, with nothing between it and what follows.
_TIGHT_COLON: Final = re.compile(r"\s*(?:- +)?([a-z_]+):(?=[^\s:/])")
_TIGHT_HYPHEN: Final = re.compile(r"\s*-(?=[a-z_]+:\s)")


def explained(error: MarkedYAMLError, lines: Sequence[str]) -> Explained:
    """Say where a text is no YAML, what is wrong there, and what to do."""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    problem = str(error.problem or error.context)
    if "\t" in _line(lines, line)[: column + 1]:
        return line, column, "a tab stands where only spaces may", "indent with spaces"
    if opened is not None and ("end of stream" in problem or "stream end" in problem):
        line, column = opened.line, opened.column
    elif opened is not None and "but got" in problem and (cut := _comment(lines, opened.line, line)):
        return cut
    return _near(lines, line, column, problem) or (line, column, *_told(problem))


def _near(lines: Sequence[str], line: int, column: int, problem: str) -> Explained | None:
    """Find a slip on the line, or on the one above, that the parser noticed only afterwards."""
    above = next((n for n in range(line - 1, -1, -1) if _line(lines, n).strip()), line)
    for number in dict.fromkeys((line, above)):
        text = _line(lines, number)
        if match := _TIGHT_HYPHEN.match(text):
            return number, match.end() - 1, "a hyphen without a space after it", "write `- ` and then the key"
        if "':'" in problem and (match := _TIGHT_COLON.match(text)):
            hint = f"write a space after it: `{match[1]}: ...`"
            return number, match.end() - 1, "a colon without a space after it", hint
    if "<scalar>" in problem and _line(lines, line)[:column].rstrip().endswith(("'", '"')):
        return line, column, "the text goes on after its closing quote", _WHOLE
    return None


def _comment(lines: Sequence[str], first: int, last: int) -> Explained | None:
    """Find the ` #` that made a comment of the rest of a bracket."""
    for number in range(first, last):
        at = _line(lines, number).find(" #")
        if at >= 0:
            return number, at + 1, "a comment begins here, inside a bracket", "put text that holds ` #` in quotes"
    return None


def _told(problem: str) -> tuple[str, str]:
    for clue, message, hint in _SAID:
        if clue in problem:
            return message, hint
    hint = "look for a missing quote, bracket or colon on this line or the one above"
    return f"not valid YAML: {problem}", hint


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
