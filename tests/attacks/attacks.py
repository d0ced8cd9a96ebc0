"""Attacks and their innocent twins: each phrase in each disguise that its script allows."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from moderation.testing.disguises import HEURISTIC, UNICODE, WRITTEN, Trick
from tests.attacks.kinds import FAMILIES
from tests.attacks.outside_kinds import OUTSIDE

_MARKED = re.compile(r"\[([^\]]*)\]")
#: Families whose kinds work on any script; the others change Latin letters alone.
_ANY_SCRIPT: Final = frozenset(
    {"invisible characters", "directions", "separators", "self-censoring", "encodings", "placement", "shape"}
)
#: Kinds that take a phrase as a whole: whoever glues, encodes or tags does so once.
_WHOLE: Final = frozenset({"encodings", "shape"})
#: The kinds that the reading was built with, measured too, on English alone.
BUILT_WITH: Final = {
    "built with: Unicode": UNICODE,
    "built with: written": WRITTEN,
    "built with: guesses": HEURISTIC,
}
KINDS: Final[Mapping[str, Mapping[str, Trick]]] = {
    **{family: {**kinds, **OUTSIDE.get(family, {})} for family, kinds in FAMILIES.items()},
    **BUILT_WITH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """An attack and an innocent twin; what an evader would disguise stands in brackets."""

    half: str
    language: str
    family: str
    attack: str
    twin: str


def phrases(half: str) -> list[Phrase]:
    """Read one part of the phrases: `seen` while the rules were made, `held_back`, or written `outside`."""
    lines = (Path(__file__).parent / "phrases.jsonl").read_text(encoding="utf-8").splitlines()
    return [phrase for line in lines if (phrase := Phrase(**json.loads(line))).half == half]


def plain(text: str) -> str:
    """The text without the brackets."""
    return _MARKED.sub(r"\1", text)


def disguised(text: str, family: str, trick: Trick) -> str | None:
    """The text with its marked words in disguise; `None` where the trick changes nothing."""
    if family == "placement":
        return trick(plain(text))
    found = _MARKED.sub(lambda marked: _typed(marked[1].lower(), family, trick), text)
    return found if found.lower() != plain(text).lower() else None


def _typed(marked: str, family: str, trick: Trick) -> str:
    return trick(marked) if family in _WHOLE else " ".join(map(trick, marked.split(" ")))


def applies(phrase: Phrase, family: str) -> bool:
    """Whether a family's kinds mean something in the phrase's script."""
    return applies_to(phrase.language, family)


def applies_to(language: str, family: str) -> bool:
    """Whether a family's kinds change letters of a language."""
    return language == "en" or family in _ANY_SCRIPT


def each_kind() -> Iterator[tuple[str, str, Trick]]:
    """Yield `(family, kind, trick)` for all of them."""
    for family, kinds in KINDS.items():
        yield from ((family, kind, trick) for kind, trick in kinds.items())
