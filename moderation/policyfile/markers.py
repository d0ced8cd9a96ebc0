"""What the models of a policy file are made of: strictness, closed sets, references, shorthand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from moderation.policyfile.source import WrittenFloat, WrittenInt

#: What is shown of a value in a message, in characters.
LONGEST_SHOWN: Final = 60
#: What to do where a key has no value.
MISSING: Final = "write it, or take the key out"

# What others call it: names that rules of other systems, and drafts of this one, have for a key or word of ours.
_ELSEWHERE: Final = {
    "accept": "allow",
    "action": "verdict",
    "active": "live",
    "and": "all",
    "approve": "allow",
    "ban": "blocked",
    "breaker": "brake",
    "banned": "blocked",
    "contains": "word",
    "delete": "block",
    "disabled": "off",
    "do": "standing",
    "domain": "link_domain",
    "dry-run": "shadow",
    "enabled": "mode",
    "flood": "rate",
    "hold": "flag",
    "journalist": "article_author",
    "keyword": "word",
    "keywords": "word",
    "model": "unknown",
    "monitor": "shadow",
    "name": "id",
    "near_duplicate": "duplicates",
    "no": "off",
    "not": "none",
    "note": "message",
    "nudge": "advice",
    "on": "live",
    "on_model_unavailable": "on_degraded",
    "or": "any",
    "p_reject": "toxicity",
    "p_spam": "spam",
    "pattern": "regex",
    "phrase": "word",
    "premoderate": "limited",
    "premoderated": "limited",
    "publish": "allow",
    "reason": "message",
    "regexp": "regex",
    "reject": "block",
    "remove": "block",
    "review": "flag",
    "severity": "priority",
    "status": "standing",
    "suspend": "suspended",
    "tests": "examples",
    "thread_authors": "thread",
    "toxicity": "score",
    "trust": "approved",
    "two_person": "second_editor",
    "url": "links",
    "urls": "links",
    "warn": "good",
    "warned": "good",
    "yes": "live",
    "you": "commenter",
}


class Strict(BaseModel):
    """A mapping of a policy file: a key that it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, allow_inf_nan=False)


def either(first: Sequence[str], second: Sequence[str], *, filled: Sequence[str] = ()) -> dict[str, Any]:
    """Say in a JSON Schema that keys of one kind are given or of the other, not of both.

    Those of `filled` count where they are not empty.
    """
    return {"oneOf": [some(first, filled=filled), some(second, filled=filled)]}


def some(keys: Sequence[str], *, filled: Sequence[str] = ()) -> dict[str, Any]:
    """Say in a JSON Schema that one of these keys is needed."""
    ways = [
        {"required": [key], **({"properties": {key: {"minItems": 1}}} if key in filled else {})} for key in keys
    ]
    return {"anyOf": ways}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that a policy defines, for those who refer to them."""

    clauses: Sequence[str] = ()
    word_lists: Sequence[str] = ()
    domain_lists: Sequence[str] = ()
    rules: Sequence[str] = ()
    labels: Sequence[str] = ()


def wrong(message: str, hint: str | None = None) -> PydanticCustomError:
    """Make an error that says what is wrong and what to do."""
    # Braces belong to what the editor wrote, not to a template.
    return PydanticCustomError("policy", "{message}", {"message": message, "hint": hint})


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Ask whether the nearest known name was meant; list them where none is near and they are few.

    A name that others use for the same comes first: it is like ours in sense and not in letters.
    """
    known = sorted(names)
    if (ours := _ELSEWHERE.get(name.casefold())) in known:
        return f"did you mean '{ours}'?"
    close = get_close_matches(name.casefold(), [n.casefold() for n in known], n=1, cutoff=0.6)
    longer = [n for n in known if n.startswith(f"{name.casefold()}_")]  # `age` for `age_days`
    if close or longer:
        return f"did you mean '{next(n for n in known if n.casefold() == close[0]) if close else longer[0]}'?"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 32 else None


def found(value: object) -> str:
    """Say in an editor's words what stands at a place."""
    if isinstance(value, bool):
        return f"'{str(value).lower()}'"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "a key with a value"


def shown(text: str) -> str:
    """Return what an editor wrote, in quotes and not at length."""
    return f"'{text}'" if len(text) <= LONGEST_SHOWN else f"'{text[: LONGEST_SHOWN - 1]}…'"


def line(value: object, *, of: str, way: str) -> str:
    """Return what stands where a short text is due: `of` says what it is, `way` how it is written."""
    text = written(value)
    if not isinstance(text, str):
        raise wrong(f"{found(value)} stands where {of} is due", way)
    return text.strip()


#: The JSON Schema of what `written` takes: text that is not blank, and numbers as they are written.
WRITTEN: Final = {"type": ["string", "number"], "pattern": r"\S"}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


#: Takes `3.0` for 3, as JSON does.
WHOLE: Final = BeforeValidator(_whole)


def written(value: object) -> object:
    """Take a number where text is due as it was written: `007`, `1.50`."""
    if isinstance(value, (WrittenInt, WrittenFloat)):
        return value.written
    if isinstance(value, bool):
        raise wrong(f"'{str(value).lower()}' is not text", "put it in quotes")
    if value is None:
        raise wrong("a value is missing", MISSING)
    return value


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks a word out of a closed set."""

    what: str
    names: Sequence[str]

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the word."""
        text = core_schema.no_info_before_validator_function(written, handler(source))
        return core_schema.no_info_after_validator_function(self._check, text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """List the words."""
        return {"type": "string", "enum": list(self.names)}

    def _check(self, value: str) -> str:
        if value not in self.names:
            raise wrong(f"unknown {self.what} {shown(value)}", nearest(value, self.names))
        return value


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a name that has to be defined in the policy."""

    what: str
    names: Callable[[Known], Sequence[str]]
    #: Names that exist, but are of the wrong kind here.
    others: Callable[[Known], Sequence[str]] = lambda _: ()

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the name against those that the policy defines."""
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say that it is text; which names exist, the schema cannot know."""
        return dict(WRITTEN)

    def _check(self, value: str, info: ValidationInfo) -> str:
        known = info.context
        if not isinstance(known, Known) or value in self.names(known):
            return value
        if value in self.others(known):
            raise wrong(
                f"list {shown(value)} is of the wrong kind here",
                "one list holds `words`, another `domains`; not both serve",
            )
        names = self.names(known)
        hint = nearest(value, names) if names else f"the policy has no {self.what} yet; write it first"
        raise wrong(f"unknown {self.what} {shown(value)}", hint)


class OneOrMore:
    """Marks a list for which a single value may stand."""

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make a list of one."""
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow both."""
        whole = handler(schema)
        return {"anyOf": [whole["items"], {**whole, "minItems": 1}]}


def _listed(value: object) -> object:
    if value is None:
        raise wrong("a value is missing", MISSING)
    if value == []:
        raise wrong("an empty list", "name at least one, or take the key out")
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, slots=True)
class Short:
    """Marks a mapping for which the value of one of its keys may stand, where it is of a certain type."""

    key: str
    kinds: tuple[type, ...]
    #: The JSON Schema of the short form, made from that of the long one.
    schema: Callable[[JsonSchemaValue], JsonSchemaValue]

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Write the mapping out."""
        return core_schema.no_info_before_validator_function(self._long, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow both."""
        long = handler(schema)
        return {"anyOf": [self.schema(long), long]}

    def _long(self, value: object) -> object:
        return {self.key: value} if isinstance(value, self.kinds) else value


@dataclass(frozen=True, slots=True)
class OrWord:
    """Marks a value in whose place one word may stand, which means another value."""

    word: str
    value: object

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take the word for its value."""
        return core_schema.no_info_wrap_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow both."""
        return {"anyOf": [handler(schema), {"const": self.word}]}

    def _read(self, value: object, handler: Callable[[object], object]) -> object:
        return self.value if value == self.word else handler(value)
