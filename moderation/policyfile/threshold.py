"""Another cut-off of a score in a rule's YAML: one number of its condition, and the examples that it turns."""

import re
from collections.abc import Iterator
from functools import partial

from moderation.domain.errors import Invalid

_KINDS = re.compile(r"(\b(?:hit|miss|known_fp):)")
#: The least that a score in an example stays below a cut-off.
_STEP = 0.01


def with_threshold(text: str, *, attribute: str, at: float) -> str:
    """Return a rule's YAML, holding from another score of an attribute on.

    Scores in its examples are stand-ins: of a hit that would no longer reach the cut-off the score is raised to
    it, of a miss that only now would, it is put below.

    Raises:
        Invalid: if the rule does not ask for the score, or not in one place.
    """
    asked = re.compile(rf"(\b{re.escape(attribute)}:\s*[\"']?>=?\s*)([0-9.]+)")
    head, examples = _apart(text)
    found = asked.findall(head)
    if len(found) != 1:
        told = "asks for it in several places" if found else "does not ask for it"
        raise Invalid(f"The rule {told} ('{attribute}'); change its threshold in its own words.")
    before = float(found[0][1])
    head = asked.sub(lambda match: f"{match[1]}{at:.2f}", head)
    return head + "".join(_turned(examples, attribute, before=before, at=at))


def _apart(text: str) -> tuple[str, str]:
    """Part a rule before its examples."""
    start = re.search(r"^examples:", text, re.M)
    return (text, "") if start is None else (text[: start.start()], text[start.start() :])


def _turned(examples: str, attribute: str, *, before: float, at: float) -> Iterator[str]:
    """Return the examples piece by piece, each with scores that fit its kind."""
    stated = re.compile(rf"(\b{re.escape(attribute)}:\s*)([0-9.]+)")
    kind = ""
    for piece in _KINDS.split(examples):
        kind = piece[:-1] if _KINDS.fullmatch(piece) else kind
        yield stated.sub(partial(_moved, is_miss=kind == "miss", before=before, at=at), piece)


def _moved(stated: re.Match[str], *, is_miss: bool, before: float, at: float) -> str:
    score = float(stated[2])
    if is_miss:
        return f"{stated[1]}{at - _STEP:.2f}" if at <= score < before else stated[0]
    return f"{stated[1]}{at:.2f}" if before <= score < at else stated[0]
