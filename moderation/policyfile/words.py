"""The plain values of a policy file: text, names, words, bounds, durations, patterns."""

import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from moderation.domain.conditions.expression import Comparison
from moderation.domain.matching import PatternInvalid, compile_regex
from moderation.policyfile.markers import WRITTEN, Refers, line, shown, written, wrong
from moderation.policyfile.numerals import Bounds, alone, pattern_of, text_of
from moderation.policyfile.source import WrittenFloat, WrittenInt

_RULE_ID = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_COMPARISON = re.compile(r"(>=|<=|==|>|<)?\s*(-?[0-9]+(?:\.[0-9]+)?)")
#: What looks like a bound, and is none: a percentage, a decimal comma, an operator the wrong way round, days.
_BOUND_MEANT = re.compile(r"(>=|<=|==|=>|=<|=|>|<|)\s*([0-9]+(?:[.,][0-9]+)?)\s*(%|d|days?|)")
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%")
#: The shares from none to all.
_PERCENTAGE = alone(r"(0*[0-9]{1,2}(\.[0-9]+)?|0*100(\.0+)?) ?%")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LONGEST_NAME = 64
_LONGEST_WORD = 100
_LONGEST_PATTERN = 1000

_ADVICE: Final = "patterns run on RE2; see https://github.com/google/re2/wiki/Syntax"


def _filled(value: str) -> str:
    if not value.strip():
        raise wrong("the text is empty", "write something, or take the key out")
    return value


Text = Annotated[str, BeforeValidator(written), AfterValidator(_filled), WithJsonSchema(WRITTEN)]


ClauseName = Annotated[Text, Refers("clause", lambda known: known.clauses)]
RuleName = Annotated[Text, Refers("rule", lambda known: known.rules)]
WordListName = Annotated[Text, Refers("list", lambda known: known.word_lists, lambda known: known.domain_lists)]
LabelName = Annotated[Text, Refers("label", lambda known: known.labels)]
DomainListName = Annotated[Text, Refers("list", lambda known: known.domain_lists, lambda known: known.word_lists)]


def _rule_id(value: str) -> str:
    if not _RULE_ID.fullmatch(value) or len(value) > LONGEST_NAME:
        raise wrong(f"{shown(value)} cannot be the id of a rule", _named(value, joint="-"))
    return value


def _name(value: str) -> str:
    if not _NAME.fullmatch(value) or len(value) > LONGEST_NAME:
        raise wrong(f"{shown(value)} cannot be a name", _named(value, joint="-_"))
    return value


def _named(value: str, *, joint: str) -> str:
    """Say what a name is made of, and how this one would be written."""
    letters = "small letters a-z and digits, joined by hyphens" + (" or underscores" if "_" in joint else "")
    better = re.sub(rf"[^a-z0-9{joint}]+", "-", value.casefold()).strip(joint)
    is_good = _NAME.fullmatch(better) and len(better) <= LONGEST_NAME
    return f"write '{better}': {letters}" if is_good else f"use {letters}; at most {LONGEST_NAME} characters"


def _name_schema(form: re.Pattern[str], *, number: str = "integer") -> dict[str, Any]:
    shape = pattern_of(f"^{form.pattern}$", way="Write small letters a-z and digits, joined by hyphens.")
    return {"type": ["string", number], **shape, "maxLength": LONGEST_NAME, "minimum": 0}


RuleId = Annotated[Text, AfterValidator(_rule_id), WithJsonSchema(_name_schema(_RULE_ID, number="number"))]
Name = Annotated[Text, AfterValidator(_name), WithJsonSchema(_name_schema(_NAME))]


def word_fault(word: str) -> tuple[str, str] | None:
    """Return what is wrong with a word of a list, and what to do; `None` where it can be looked for."""
    if not word.strip():
        return "an empty word", "it would match everything; take it out"
    if not any(c.isalnum() for c in word) and any(c.isspace() or c == "*" for c in word):
        return f"{shown(word)} has no letter", "it would match everything; write a word"
    if "*" in word.rstrip("*") or word.endswith("**"):
        return f"{shown(word)} has a star inside", "a star may only stand at the end, for any ending"
    if word.endswith("*") and sum(c.isalnum() for c in word) < 2:
        return f"'{word}' matches too much", "write at least two letters before the star"
    if len(word) > _LONGEST_WORD:
        return f"a word of {len(word)} characters", f"at most {_LONGEST_WORD}"
    return None


def _word(value: str) -> str:
    fault = word_fault(value)
    if fault:
        raise wrong(*fault)
    return value


def _word_given(value: object) -> object:
    if value is None:
        raise wrong("a word is missing: null, ~ and nothing are no words", "write it in quotes, or take it out")
    return written(value)


#: The form of a word, but for what a letter is.
_WORD_WAY = "Write a word or phrase; * only at its end, for any ending."
_WORD_FORM = r"^[^*]*[^*\s][^*]*$|^[^*]*[^*\s][^*]*[^*\s]\*$"
WordText = Annotated[
    str,
    BeforeValidator(_word_given),
    AfterValidator(_word),
    WithJsonSchema({**WRITTEN, **pattern_of(_WORD_FORM, way=_WORD_WAY), "maxLength": _LONGEST_WORD}),
]


def comparison(value: object, bounds: Bounds) -> Comparison:
    """Read a bound.

    Raises:
        PydanticCustomError: where it is none of these `bounds`, with what to write.
    """
    text = line(_number(value), of="a bound", way=_bound_way(bounds))
    match = _COMPARISON.fullmatch(text)
    if match is None:
        raise wrong(f"{shown(text)} is not a bound", _bound_meant(text, bounds))
    operator, digits = match[1] or "==", match[2]
    bound = float(digits)
    if not bounds.holds(text):
        raise wrong(*_bound_fault(operator, digits, bounds))
    return Comparison(operator, int(bound) if bound.is_integer() and not bounds.share else bound)


def _number(value: object) -> object:
    """Write a number out: `.5` and `1e3` are numbers, too."""
    if not isinstance(value, (WrittenInt, WrittenFloat)):
        return value
    return format(Decimal(value.written), "f")


def _bound_fault(operator: str, digits: str, bounds: Bounds) -> tuple[str, str]:
    """Say why a number is no bound here, and what to do."""
    bound = float(digits)
    if bounds.share and not 0 <= bound <= 1:
        meant = f"; write {bound / 100:g} for {digits} in a hundred" if 10 <= bound <= 100 else ""
        return f"the threshold {digits} is outside 0 to 1", f"scores and shares lie between 0 and 1{meant}"
    if bound < 0:
        return f"{digits} is below 0", "counts begin at 0"
    if bounds.whole and not bound.is_integer():
        return f"{digits} is not a whole number", "this is a count"
    if bound <= 1:
        return f"'{operator} {digits}' always holds", "choose a bound that some comments pass and some do not"
    return f"{shown(digits)} is more than anybody counts", "write a smaller number"


def _bound_way(bounds: Bounds) -> str:
    """Say how a bound is written."""
    example = "0.6" if bounds.share else "2" if bounds.whole else "7"
    return f"write an operator and a number, such as '>= {example}' (>= > < <= ==)"


def _bound_meant(text: str, bounds: Bounds) -> str:
    """Say how to write what an editor may have meant by a bound: `>= 60%`, `=> 2`, `< 7d`."""
    way = _bound_way(bounds)
    match = _BOUND_MEANT.fullmatch(text)
    if match is None:
        return way
    number = float(match[2].replace(",", "."))
    if match[3] == "%":
        if not bounds.share:
            return "this is a number, not a share; " + way
        number /= 100
    elif match[3] and (bounds.whole or bounds.share):
        return way
    operator = {"=>": ">=", "=<": "<=", "=": "=="}.get(match[1], match[1])
    return f"write '{operator} {number:g}'".replace("' ", "'")


SHARES: Final = Bounds(share=True)
_COUNTS: Final = Bounds(whole=True)
_DAYS: Final = Bounds()
#: A bound on what lies between 0 and 1.
Share = Annotated[
    Comparison, PlainValidator(lambda value: comparison(value, SHARES)), WithJsonSchema(SHARES.schema)
]
#: A bound on a number of things.
Count = Annotated[
    Comparison, PlainValidator(lambda value: comparison(value, _COUNTS)), WithJsonSchema(_COUNTS.schema)
]
#: A bound on a length of time in days.
Days = Annotated[Comparison, PlainValidator(lambda value: comparison(value, _DAYS)), WithJsonSchema(_DAYS.schema)]


def _share(value: object) -> float:
    text = line(value, of="a share", way="write a percentage, such as 0.5%")
    match = _SHARE.fullmatch(text)
    if match is None:
        raise wrong(f"{shown(text)} is not a share", _share_meant(text))
    if not re.match(_PERCENTAGE, text):
        raise wrong(f"{shown(text)} is more than all", "write a percentage from 0% to 100%")
    return float(match[1]) / 100


def _share_meant(text: str) -> str:
    """Say how to write what an editor may have meant by a share: `0.3` is 30 % to one, 0.3 % to another."""
    if not _NUMBER.fullmatch(text):
        return "write a percentage, such as 0.5%"
    number = float(text)
    return f"write {number * 100:g}%, or {number:g}% if you mean that" if 0 < number < 1 else f"write {number:g}%"


#: A share of all.
Percentage = Annotated[
    float,
    BeforeValidator(_share),
    WithJsonSchema(text_of(_PERCENTAGE, way="Write a percentage from 0% to 100%, such as 0.5%.")),
]


def _pattern(value: str) -> str:
    if len(value) > _LONGEST_PATTERN:
        raise wrong(f"a pattern of {len(value)} characters", f"at most {_LONGEST_PATTERN}; put words into a list")
    if not value.isprintable():
        raise wrong("the pattern holds an invisible character", r"in double quotes \b is one; write '\bword\b'")
    try:
        compile_regex(value, case=True)
    except PatternInvalid as error:
        message = str(error).partition("; ")[0]
        reason = message if message.startswith("the pattern") else f"the pattern cannot be read: {message}"
        raise wrong(reason, error.hint or _ADVICE) from None
    return value


#: A line of text without control characters.
_ONE_LINE = "Write a pattern on one line, in single quotes."
_PATTERN_FORM = r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$"
Pattern = Annotated[
    Text,
    AfterValidator(_pattern),
    WithJsonSchema({**WRITTEN, **pattern_of(_PATTERN_FORM, way=_ONE_LINE), "maxLength": _LONGEST_PATTERN}),
]
