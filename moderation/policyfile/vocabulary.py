"""The conditions of the rule language as a policy file writes them: one key each."""

from typing import Annotated, Any, Final, Self, get_args

from pydantic import ConfigDict, Field, JsonValue, PlainValidator, StrictBool, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue

from moderation.domain.comment import Kind
from moderation.domain.conditions.expression import FIELDS, Comparison, Fold
from moderation.domain.counter import DISTINCT, GROUPS
from moderation.domain.masking import WORDS
from moderation.domain.near_copies import LEAST, MOST_COPIES
from moderation.domain.standing import Standing
from moderation.policyfile.markers import WHOLE, WRITTEN, OneOf, OneOrMore, Short, Strict, either, some, wrong
from moderation.policyfile.numerals import alone, text_of, up_to
from moderation.policyfile.times import DAYS, Clock, Duration
from moderation.policyfile.tongues import Language, Script
from moderation.policyfile.words import (
    SHARES,
    Count,
    Days,
    DomainListName,
    LabelName,
    Pattern,
    RuleName,
    Share,
    Text,
    WordListName,
    WordText,
    comparison,
)

ATTRIBUTES: Final = (
    "toxicity",
    "severe_toxicity",
    "obscene",
    "threat",
    "insult",
    "identity_attack",
    "sexual_explicit",
    "spam",
)
TARGETS: Final = ("commenter", "named_in_article", "article_author", "group", "self", "person", "nobody")
PII: Final = ("email", "phone", "street_address", "card", "iban", "id_number", "ip")
#: What a rule may mask: personal data, or the words that it found.
MASKS: Final = (*PII, WORDS)

Attribute = Annotated[str, OneOf("signal", ATTRIBUTES)]
Target = Annotated[str, OneOf("target", TARGETS)]
Pii = Annotated[str, OneOf("kind of personal data", PII)]
Masked = Annotated[str, OneOf("kind of what is masked", MASKS)]
KindName = Annotated[str, OneOf("kind", [kind.value for kind in Kind])]
StandingName = Annotated[str, OneOf("standing", [standing.value for standing in Standing])]
Day = Annotated[str, OneOf("day", DAYS)]
FieldName = Annotated[str, OneOf("field", FIELDS)]
FoldName = Annotated[Fold, OneOf("fold", get_args(Fold))]
Words = Annotated[list[WordText], OneOrMore()]
Texts = Annotated[list[Text], OneOrMore()]


def absent(description: str, *, alias: str | None = None) -> Any:
    """Describe a key that may be left out; a key that is written has a value."""
    return Field(default=None, description=description, alias=alias)


def some_key(self: Strict) -> Strict:
    """Refuse a mapping without keys."""
    if not self.model_fields_set:
        raise wrong("no key here", "write what has to hold")
    return self


class TermsModel(Strict):
    """Words to look for: a list, words in place, or both."""

    model_config = ConfigDict(json_schema_extra=some(["list", "words"]))

    list: WordListName = Field(default="", description="Name of a list under `lists`.")
    words: Words = Field(default=[], description="Words or phrases; `*` at the end stands for any ending.")
    fold: FoldName = Field(
        default="soft", description="`soft`: case, accents, look-alikes; `hard`: also 1d10t, i d i o t."
    )

    @model_validator(mode="after")
    def _has_terms(self) -> Self:
        if not self.list and not self.words:
            raise wrong("no words to look for", "name a `list`, or write `words`")
        return self


class WordModel(TermsModel):
    """Whole words or phrases occur."""

    fields: Annotated[list[FieldName], OneOrMore()] = Field(
        default=["body"], alias="in", description="Where to look; `quote` is what the comment quotes."
    )
    within_sentence: StrictBool = Field(
        default=False, description="Only in a sentence where the rule finds the rest."
    )
    unless_words: Words = Field(default=[], description="Longer phrases in which the words are innocent.")


class NearModel(Strict):
    """A word of `a` and a word of `b` stand close together."""

    a: TermsModel = Field(description="The one group of words.")
    b: TermsModel = Field(description="The other.")
    within: Annotated[int, Field(strict=True, ge=1, le=50), WHOLE] = Field(
        description="How many words apart at most; 1 for neighbours."
    )
    ordered: StrictBool = Field(default=False, description="Whether `a` has to come first.")
    sentence: StrictBool = Field(default=False, description="Whether both have to stand in one sentence.")


class RegexModel(Strict):
    r"""An RE2 pattern occurs; `\b` and `\w` know all scripts."""

    pattern: Pattern = Field(description="In single quotes; small letters match capitals, too.")
    fields: Annotated[list[FieldName], OneOrMore()] = Field(
        default=["body"], alias="in", description="Where to look."
    )
    case: StrictBool = Field(default=False, description="Whether capitals matter.")


class LinkDomainModel(Strict):
    """A link leads to a domain of a list, or `outside` it."""

    model_config = ConfigDict(json_schema_extra=either(["outside"], ["list", "domains"]))

    list: DomainListName = Field(default="", description="Any link leads to a domain of this list.")
    domains: Texts = Field(default=[], description="Any link leads to one of these.")
    outside: DomainListName = Field(default="", description="Any link leads to a domain that this list lacks.")

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if bool(self.outside) == bool(self.list or self.domains):
            raise wrong("either `outside`, or `list` and `domains`", "write two conditions under `all` or `any`")
        return self


class AuthorModel(Strict):
    """What is known of the author; every key given has to hold."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    verified: StrictBool = absent("Whether the site vouches for the author's id.")
    role: Texts = absent("The author's role at the site.")
    approved: Count = absent("Comments approved so far.")
    rejected: Count = absent("Comments rejected so far.")
    rejection_rate: Share = absent("Share of the decided comments that were rejected.")
    strikes: Count = absent("Strikes that still count; known for verified ids only.")
    standing: Annotated[list[StandingName], OneOrMore()] = absent("What follows from the strikes.")
    age_days: Days = absent("Days since the author was first seen.")
    name_taken_by_other: StrictBool = absent("Whether somebody else uses this name.")
    is_self_disclosure: StrictBool = absent("Whether all personal data in the comment is the author's own.")

    _some = model_validator(mode="after")(some_key)


class ArticleModel(Strict):
    """What is known of the article; every key given has to hold. `*` stands for any value."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    section: Texts = absent("The section it stands in.")
    tag: Texts = absent("It has one of these tags.")
    people: Texts = absent("It names one of these people, by any spelling of the entity.")
    about: Texts = absent("It is about one of these entities, by any spelling.")
    age_days: Days = absent("Days since it was published.")
    premoderated: StrictBool = absent(
        "Whether every comment under it is looked at first, as the site says or since a rule held."
    )
    sensitive: StrictBool = absent("Whether the site calls its subject sensitive.")

    _some = model_validator(mode="after")(some_key)


class ThreadModel(Strict):
    """What is known of the thread; every key given has to hold."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    length: Count = absent("Comments in the thread so far.")
    depth: Count = absent("Comments above it: 0 where it answers the article.")
    replies_to_staff: StrictBool = absent("Whether it answers somebody whose role is in `settings.roles_exempt`.")
    temperature: Share = absent("Share of the last 50 comments under the article that are held or were refused.")

    _some = model_validator(mode="after")(some_key)


#: Comments that share something, of which that is counted.
_OF_ITSELF: Final[list[JsonValue]] = [
    {"properties": {"by": {"const": kind}, "distinct": {"const": kind}}, "required": ["by", "distinct"]}
    for kind in DISTINCT
]


class RateModel(Strict):
    """How many comments came before, in a window of time."""

    model_config = ConfigDict(json_schema_extra={"not": {"anyOf": _OF_ITSELF}})

    by: Annotated[str, OneOf("counter", GROUPS)] = Field(
        description="What they share with this one; `link_domain`: a link to the same site; `text`: all words."
    )
    of: Annotated[str, OneOf("counter", ("all", "new_authors"))] = Field(
        default="all", description="`new_authors`: of those alone of whom none stood before the window began."
    )
    distinct: Annotated[str, OneOf("counter", DISTINCT)] = absent(
        "Count their different authors, addresses or articles in place of the comments."
    )
    count: Count = Field(description="How many came before this one.")
    within: Duration = Field(description="How far back, such as `10m`.")

    @model_validator(mode="after")
    def _can_differ(self) -> Self:
        if self.distinct == self.by:
            raise wrong(
                f"comments that share their {self.by} have one {self.by}", "count another kind under `distinct`"
            )
        return self


def _likeness(value: object) -> Comparison:
    bound = comparison(value, SHARES)
    if bound.operator not in (">=", ">"):
        raise wrong("near copies are found from a likeness on", 'write a bound such as ">= 0.90"')
    if bound.bound < LEAST:
        raise wrong(f"texts that are alike by {bound.bound:g} are no copies", f"write {LEAST:g} or more")
    return bound


#: A bound from a likeness on.
_LIKE: Final = alone(rf">=?\s*(0+\.[{int(LEAST * 10)}-9][0-9]*|0*1(\.0+)?)")
#: A bound from a number of near copies on.
_COPIES: Final = alone(rf">=\s*{up_to(MOST_COPIES)}(\.0+)?|>\s*(0|{up_to(MOST_COPIES - 1)})(\.0+)?")
_COPIES_WAY: Final = f"Write a bound from a number on, such as '>= 2'; at most {MOST_COPIES} are counted."
Likeness = Annotated[
    Comparison,
    PlainValidator(_likeness),
    WithJsonSchema(
        text_of(_LIKE, way=f"Write a bound from a likeness on, '>= {LEAST:g}' or more, such as '>= 0.90'.")
    ),
]


class DuplicateModel(Strict):
    """How often the same text, or one much like it, came before, in a window of time."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependentSchemas": {"similarity": {"properties": {"count": text_of(_COPIES, way=_COPIES_WAY)}}}
        }
    )

    of: Annotated[str, OneOf("counter", ("author", "any"))] = Field(description="Whose copies count.")
    within: Duration = Field(description="How far back, such as `24h`.")
    count: Count = absent("How many copies came before; at least one unless given.")
    min_letters: Annotated[int, Field(strict=True, ge=0, le=1000), WHOLE] = Field(
        default=20, description="Shorter texts are no copies."
    )
    similarity: Likeness = absent(
        "Texts count that are so much alike, such as `>= 0.90`: the share of all their runs of five letters."
    )

    @model_validator(mode="after")
    def _can_be_compared(self) -> Self:
        if "similarity" not in self.model_fields_set:
            return self
        if "count" in self.model_fields_set and self.count.operator not in (">=", ">"):
            raise wrong("near copies are counted from a number on", 'write a bound such as `count: ">= 2"`')
        if self.place > MOST_COPIES:
            raise wrong(
                f"of near copies, {MOST_COPIES} are counted", f'write `count: ">= {MOST_COPIES}"`, or less'
            )
        return self

    @property
    def place(self) -> int:
        """How many near copies have to be there."""
        if "count" not in self.model_fields_set:
            return 1
        return max(int(self.count.bound) + (self.count.operator == ">"), 1)


class TimeModel(Strict):
    """It was sent at these hours, by the clock of `settings.time_zone`."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    start: Clock = absent("From this hour on; from midnight unless given.", alias="from")
    end: Clock = absent("Up to this hour, of the next day where it is no later than `from`.", alias="to")
    days: Annotated[list[Day], OneOrMore()] = absent("The days on which the hours begin; any unless given.")

    _some = model_validator(mode="after")(some_key)

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.start is not None and self.start == self.end:
            raise wrong("the hours end as they begin", "leave `from` and `to` out for the whole day")
        return self


def _texts(_: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [dict(WRITTEN), {"type": "array", "items": dict(WRITTEN), "minItems": 1}]}


def _list_of(item: JsonSchemaValue) -> JsonSchemaValue:
    return {"type": "array", "items": item, "minItems": 1}


class Condition(Strict):
    """One condition; it has exactly one key."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    word: WordModel = absent("Whole words or phrases occur.")
    near: NearModel = absent("A word of one group stands close to a word of another.")
    regex: RegexModel = absent("A pattern (RE2) occurs.")
    score: Annotated[dict[Attribute, Share], Field(min_length=1)] = absent("The model's scores lie within bounds.")
    target: Annotated[list[Target], OneOrMore()] = absent("Whom it is aimed at.")
    quoted: StrictBool = absent("Whether the words that the rule finds lie only in quotation.")
    links: Count = absent("How many links.")
    link_domain: Annotated[LinkDomainModel, Short("domains", (list, str, int, float), _texts)] = absent(
        "Where the links lead."
    )
    letters: Count = absent("How many letters.")
    words_count: Count = absent("How many words.")
    caps_ratio: Share = absent("Share of the letters that are capitals.")
    emoji: Count = absent("How many emoji.")
    repeat_chars: Count = absent("How often one character is repeated in a row, at most.")
    script: Annotated[list[Script], OneOrMore()] = absent(
        "Scripts it is written in, such as `latin` or `cyrillic`."
    )
    pii: Annotated[list[Pii], OneOrMore()] = absent("Personal data that it holds.")
    author: AuthorModel = absent("Who wrote it.")
    article: ArticleModel = absent("What it stands under.")
    thread: ThreadModel = absent("How long, deep and heated the talk is.")
    kind: Annotated[list[KindName], OneOrMore()] = absent("What was sent.")
    rate: RateModel = absent("How many comments came before, in a window of time.")
    duplicate: DuplicateModel = absent("How often the same text, or one much like it, came before.")
    language: Annotated[list[Language], OneOrMore()] = absent("The language, such as `en`.")
    label: Annotated[list[LabelName], OneOrMore()] = absent("A label that a rule gave the author (`then: label`).")
    time: TimeModel = absent("At which hours it was sent.")
    rule: RuleName = absent("Another rule holds, live or in shadow; one that is off does not.")
    all: Annotated[list["Condition"], Field(min_length=1)] = absent("Every one of these holds.")
    any: Annotated[list["Condition"], Field(min_length=1)] = absent("At least one of these holds.")
    none: Annotated[list["Condition"], Field(min_length=1)] = absent(
        "None of these holds; unknown never proves it."
    )
    same_sentence: Annotated[list["Condition"], Field(min_length=1)] = absent("All of these hold in one sentence.")

    @model_validator(mode="after")
    def _has_one_key(self) -> Self:
        given = sorted(self.model_fields_set)
        if not given:
            raise wrong("an empty condition", "write a condition such as `word:`, or take it out")
        if len(given) > 1:
            raise wrong(
                f"{len(given)} conditions in one: {', '.join(given)}", "write each on its own under `all:`"
            )
        return self


#: A condition; a list of them means that all have to hold.
When = Annotated[Condition, Short("all", (list,), _list_of)]
