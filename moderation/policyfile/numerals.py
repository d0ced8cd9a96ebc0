"""Numbers of a policy file as patterns, so that the loader and the JSON Schema hold to the same bounds."""

import re
from dataclasses import dataclass
from typing import Any, Final

#: Counts, and numbers of days, lie below this.
_MOST: Final = 10**9 - 1
_ZERO: Final = r"0+(\.0+)?"
_ONE: Final = r"0*1(\.0+)?"


def up_to(most: int) -> str:
    """Return a pattern for the whole numbers from 1 to `most`, written without zeros before them.

    >>> up_to(521)
    '([1-9][0-9]{0,1}|[1-4][0-9]{2}|5[0-1][0-9]{1}|520|521)'
    """
    digits = str(most)
    ways = [f"[1-9][0-9]{{0,{len(digits) - 2}}}"] if len(digits) > 1 else []
    for index, digit in enumerate(digits):
        least, rest = int(index == 0), len(digits) - index - 1
        below = f"[{least}-{int(digit) - 1}]" if int(digit) - 1 > least else str(least)
        if int(digit) > least:
            ways.append(f"{digits[:index]}{below}" + (f"[0-9]{{{rest}}}" if rest else ""))
    return f"({'|'.join([*ways, digits])})"


def alone(pattern: str) -> str:
    """Return the pattern of a text that is this and nothing else but space around it."""
    return rf"^\s*({pattern})\s*$"


def pattern_of(pattern: str, *, way: str) -> dict[str, Any]:
    """Return a pattern for a JSON Schema; programs that edit YAML show `way` where a text is none."""
    return {"pattern": pattern, "patternErrorMessage": way}


def text_of(pattern: str, *, way: str) -> dict[str, Any]:
    """Return the JSON Schema of a text of a pattern."""
    return {"type": "string", **pattern_of(pattern, way=way)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Which bounds may stand at a place: an operator and a number, or a number alone."""

    #: Whether what is counted comes in wholes.
    whole: bool = False
    #: Whether it is a share of all, from 0 to 1.
    share: bool = False

    @property
    def pattern(self) -> str:
        """The texts that are such a bound; one that every comment passes is none."""
        fraction = r"(\.0+)?" if self.whole else r"(\.[0-9]+)?"
        number = rf"0+(\.[0-9]+)?|{_ONE}" if self.share else rf"[0-9]{{1,{len(str(_MOST))}}}{fraction}"
        always = rf">=\s*{_ZERO}|<=\s*{_ONE}" if self.share else rf">=\s*{_ZERO}"
        return alone(rf"(?!({always})\s*$)(>=|<=|==|>|<)?\s*({number})")

    @property
    def schema(self) -> dict[str, Any]:
        """The same in a JSON Schema."""
        kind, most = "integer" if self.whole else "number", 1 if self.share else _MOST
        number = {"type": kind, "minimum": 0, "maximum": most}
        way = f"Write an operator and a number, such as '{'>= 0.5' if self.share else '>= 2'}'."
        return {"anyOf": [number, text_of(self.pattern, way=way)]}

    def holds(self, text: str) -> bool:
        """Whether a text is such a bound."""
        return re.match(self.pattern, text) is not None
