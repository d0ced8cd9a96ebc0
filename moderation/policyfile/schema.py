"""The policy file as pydantic models: the one source of its checks, its JSON Schema and its reference."""

from datetime import timedelta
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, model_validator
from pydantic.json_schema import JsonSchemaValue

from moderation.domain.account import Role
from moderation.domain.comment import Kind
from moderation.domain.insights.statement import NAMES as CATEGORY_NAMES
from moderation.domain.policy import EntityKind, PolicyMode
from moderation.domain.verdict import Effect, Mode, Outcome, Priority
from moderation.policyfile.facts import (
    ArticleFacts,
    AuthorFacts,
    DuplicateFacts,
    ParentFacts,
    RateFacts,
    Score,
    SimilarityFacts,
    ThreadFacts,
)
from moderation.policyfile.markers import WHOLE, WRITTEN, OneOf, OneOrMore, OrWord, Short, Strict, either, wrong
from moderation.policyfile.times import Date, Duration, Moment, Zone
from moderation.policyfile.tongues import Language
from moderation.policyfile.vocabulary import (
    Attribute,
    KindName,
    Masked,
    StandingName,
    Target,
    Texts,
    When,
    absent,
)
from moderation.policyfile.words import ClauseName, Name, Percentage, RuleId, RuleName, Text, WordText

VerdictName = Annotated[str, OneOf("verdict", [outcome.value for outcome in Outcome])]
FlagOrAllow = Annotated[str, OneOf("verdict", ("flag", "allow"))]
ModeName = Annotated[str, OneOf("mode", [mode.value for mode in Mode])]
PolicyModeName = Annotated[str, OneOf("mode", [mode.value for mode in PolicyMode])]
EffectName = Annotated[str, OneOf("effect", [effect.value for effect in Effect])]
CategoryName = Annotated[str, OneOf("category", [name.lower() for name in CATEGORY_NAMES])]
RoleName = Annotated[str, OneOf("role", (Role.MODERATOR.value, Role.EDITOR.value))]
EntityKindName = Annotated[str, OneOf("kind of entity", [kind.value for kind in EntityKind])]


#: Stands for a priority that is the score's.
BY_SCORE: Final = -1
#: What may stand for a mapping with a text in it; what is no text is told so.
_TEXT = (str, int, float, bool, type(None))


def _string(_: JsonSchemaValue) -> JsonSchemaValue:
    return dict(WRITTEN)


def _first_version(value: object) -> object:
    if isinstance(value, bool):  # which is 1 to Python
        raise wrong(f"'{str(value).lower()}' is no version of the rule language", "write `version: 1`")
    return value


Version = Annotated[Literal[1], BeforeValidator(_first_version)]


class WriterModel(Strict):
    """What the site may show the person who wrote: about the text, never about the person."""

    title: Text = Field(description="In a few words.")
    message: Text = Field(description="In the editor's own words.")
    advice: Text = absent("What to change.")


class WaitingModel(WriterModel):
    """What a writer reads who waits for no clause's sake."""

    translations: dict[Language, WriterModel] = Field(
        default={}, description="By language, such as `ru`: what writers in it read, in place of the above."
    )


class SettingsModel(Strict):
    """What holds for the whole policy."""

    mode: PolicyModeName = Field(
        default="live", description="`observe` answers allow, and records what it would be."
    )
    default_verdict: VerdictName = Field(default="allow", description="The verdict where no rule holds.")
    on_degraded: FlagOrAllow = Field(
        default="flag", description="Where a failed signal could have changed the verdict."
    )
    unmeasured_language: FlagOrAllow = Field(
        default="allow", description="Where no model was measured on the language."
    )
    languages: Annotated[list[Language], OneOrMore()] = Field(
        default=["en"], description="Languages to expect, the likeliest first."
    )
    own_words_only: StrictBool = Field(default=True, description="Quoted words are not the commenter's own.")
    time_zone: Zone = Field(default="UTC", description="By whose clock hours are meant, such as `Asia/Yerevan`.")
    roles_exempt: Texts = absent("Roles whose comments are never stopped; their matches are recorded.")
    brake: Percentage = absent(
        "A rule that is new or changed returns to shadow when it holds for more than this share; 5% unless given."
    )
    audit_share: Percentage = absent(
        "The share of comments, such as `0.5%`, that chance draws for a person who does not know the verdict."
    )
    second_share: Percentage = absent(
        "The share of rulings, such as `3%`, that chance draws for another moderator, who does not know them."
    )
    second_editor: StrictBool = Field(
        default=False, description="A version that blocks more is published by another than who saved it."
    )
    waiting: WaitingModel = absent("What a writer reads whose comment waits though no clause was touched.")


class TranslationModel(Strict):
    """A clause in another language."""

    title: Text = Field(description="In a few words.")
    text: Text = Field(description="As readers find it.")
    writer: WriterModel = absent("What the writer reads; the title and text given here unless there is more.")
    refused: WriterModel = absent("What the writer reads whose comment is blocked; `writer` unless given.")
    guidance: Text = absent("For readers: what is meant.")


class ClauseModel(Strict):
    """A sentence of the published policy."""

    title: Text = Field(description="In a few words.")
    text: Text = Field(description="As readers find it.")
    writer: WriterModel = absent("What the writer reads; the title and text of the clause unless given.")
    refused: WriterModel = absent("What the writer reads whose comment is blocked; `writer` unless given.")
    guidance: Text = absent("For readers: what is meant.")
    handbook: Text = absent("For moderators: how to decide.")
    category: CategoryName = absent("Its category in statements of reasons, as the DSA has it.")
    translations: dict[Language, TranslationModel] = Field(
        default={}, description="By language, such as `ru`: what writers in it read, in place of the above."
    )


class ListWordModel(Strict):
    """A word with a note."""

    word: WordText = Field(description="The word or phrase.")
    note: Text = absent("Its sense, where that is not plain.")


class ListModel(Strict):
    """Words, or domains, under one name."""

    model_config = ConfigDict(json_schema_extra=either(["domains"], ["words", "file"], filled=["words"]))

    words: list[Annotated[ListWordModel, Short("word", _TEXT, _string)]] = absent(
        "Words and phrases; `*` at the end stands for any ending."
    )
    domains: Texts = absent("Domains of links; each stands for what is under it, too.")
    file: Text = absent("A file with a word a line and notes after `#`, beside the policy or below it.")
    names_groups: StrictBool = Field(
        default=False, description="Whether its words name groups of people, for `target`."
    )
    coded: StrictBool = Field(
        default=False,
        description="Whether its words are code for a group; misses then have to come from history, geography "
        "and counter-speech.",
    )
    note: Text = absent("What the list is for.")

    @model_validator(mode="after")
    def _has_content(self) -> Self:
        if bool(self.domains) == bool(self.words or self.file):
            raise wrong("a list holds either words or domains", "give `words`, `file` or `domains`")
        return self


class EntityModel(Strict):
    """Somebody or something that the site writes about."""

    name: Text = Field(description="As articles are said to be about it.")
    kind: EntityKindName = Field(description="What it is; a `people` is a group that comments may be aimed at.")
    spellings: Texts = absent("Other ways to write the name.")


class LabelModel(Strict):
    """A name that the author is given, for other rules to ask about."""

    name: Name = Field(description="As `label` asks for it.")
    lasts: Duration = Field(description="For how long, from the last comment on that gives it.", alias="for")


class ArticleActModel(Strict):
    """What follows for the article that the comment stands under."""

    premoderate: Duration = Field(description="For how long every further comment under it waits for a person.")


class ThenModel(Strict):
    """What follows where a rule holds."""

    verdict: VerdictName = Field(description="`allow`, `flag` or `block`; the strictest of all rules decides.")
    effect: EffectName = Field(default="hold", description="`publish_and_review` lets a flagged comment appear.")
    queue: Name = absent("The review queue; the clause's own unless given.")
    priority: Annotated[int, Field(strict=True, ge=0, le=100), WHOLE, OrWord("score", BY_SCORE)] = Field(
        default=int(Priority.NORMAL),
        description="0 to 100, higher is sooner; `score` for the score by which the rule holds, in hundredths.",
    )
    strike: Annotated[int, Field(strict=True, ge=0, le=10), WHOLE] = Field(
        default=0, description="Strikes that a confirmed rejection adds."
    )
    mask: Annotated[list[Masked], OneOrMore()] = absent(
        "What a moderator may mask and approve; personal data is veiled at the desk until it is looked at."
    )
    cooldown: Duration = absent("How long the author had better wait.")
    notify: Texts = absent("Who is told.")
    label: LabelModel = absent("A name that the author is given for a time, for other rules to ask about.")
    article: ArticleActModel = absent("What follows for the article.")
    message: Text = absent("For the moderator; the facts are added.")
    advice: Text = absent("For the writer, in place of the clause's.")


class SwapModel(Strict):
    """Why a text may be judged otherwise when its group terms are exchanged."""

    why: Text = Field(description="The reason, for whoever asks whether it is fair.")
    groups: Texts = absent("The groups with which it may differ; any unless given.", alias="except")


class ExampleModel(Strict):
    """A comment as the editor imagines it; what is not given is absent."""

    text: Text = Field(description="What it says.")
    kind: KindName = Field(default=Kind.COMMENT.value, description="What was sent.")
    author: AuthorFacts = absent("Who wrote it.")
    article: ArticleFacts = absent("What it stands under.")
    parent: ParentFacts = absent("What it answers.")
    thread: ThreadFacts = absent("The talk.")
    scores: Annotated[dict[Attribute, Score], Field()] = absent("Scores that the model is taken to give.")
    target: Annotated[list[Target], OneOrMore()] = absent("Whom it is aimed at, in place of what is read from it.")
    links: Texts = absent("Where it links to.")
    language: Language = absent("The language it is in.")
    time: Moment = absent("When it was sent by the site's clock, such as `sat 23:30`.")
    label: Texts = absent("Labels that the author has.")
    rates: RateFacts = absent("Earlier comments.")
    duplicates: DuplicateFacts = absent("Earlier copies.")
    similarity: SimilarityFacts = absent("How much earlier texts are like it.")
    unknown: Texts = absent("Signals that failed, by name or first part: `score`, `author.strikes`.")
    swap: SwapModel = absent("Why it may be judged otherwise when its group terms are exchanged.")
    note: Text = absent("Why it is here.")


class ExamplesModel(Strict):
    """What proves a rule."""

    hit: list[Annotated[ExampleModel, Short("text", _TEXT, _string)]] = Field(
        default=[], description="Comments on which the rule holds."
    )
    miss: list[Annotated[ExampleModel, Short("text", _TEXT, _string)]] = Field(
        default=[], description="Comments on which it does not."
    )
    known_fp: list[Annotated[ExampleModel, Short("text", _TEXT, _string)]] = Field(
        default=[], description="Comments on which it holds though it should not; such a rule may never block."
    )


#: A rule that blocks, yet accepts false positives.
_WRONG_BLOCK: Final[dict[str, Any]] = {
    "properties": {
        "then": {"properties": {"verdict": {"const": Outcome.BLOCK.value}}, "required": ["verdict"]},
        "examples": {"properties": {"known_fp": {"minItems": 1}}, "required": ["known_fp"]},
    },
    "required": ["then", "examples"],
}


class RuleModel(Strict):
    """A condition under a clause, and what then happens."""

    model_config = ConfigDict(json_schema_extra={"not": _WRONG_BLOCK})

    id: RuleId = Field(description="Says what was seen; kept for ever.")
    clause: ClauseName = Field(description="The clause that the rule rests on.")
    mode: ModeName = Field(default="live", description="`shadow` records without effect; `off` is not evaluated.")
    when: When = Field(description="The condition; a list means all of it.")
    unless: When = absent("The rule does not hold where this does; a list means all of it.")
    then: ThenModel = Field(description="What follows.")
    examples: ExamplesModel = Field(default=ExamplesModel(), description="Texts that prove it.")
    owner: Text = absent("Who answers for it, and is told when it is stopped.")
    brake: Percentage = absent("Its own brake, in place of the one in `settings`; `100%` never stops it.")
    swap: SwapModel = absent("Why any example may be judged otherwise when its group terms are exchanged.")
    note: Text = absent("Why it is as it is.")
    rollout: Percentage = absent("The share of comments that it is asked about, always the same ones.")
    expires: Date = absent("The last day on which it counts.")
    private: StrictBool = Field(default=False, description="Its reasons are for moderators only.")

    @model_validator(mode="after")
    def _accepts_no_wrong_block(self) -> Self:
        if self.examples.known_fp and self.then.verdict == Outcome.BLOCK:
            raise wrong(
                f"rule '{self.id}' blocks, yet accepts false positives", "let it flag, or resolve its `known_fp`"
            )
        return self


#: Stands for a step that lasts until a person lifts it.
NO_END: Final = timedelta.max


class StepModel(Strict):
    """A step of the ladder."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"for": {"const": "permanent"}}, "required": ["for"]},
            "then": {"required": ["needs"]},
        }
    )

    at: Annotated[int, Field(strict=True, ge=1), WHOLE] = Field(description="From so many live strikes on.")
    standing: StandingName = Field(description="What the author's standing is then.")
    lasts: Annotated[Duration, OrWord("permanent", NO_END)] = absent(
        "For how long; until the strikes lapse unless given. With `needs` from then on that it is confirmed, and "
        "`permanent` until a person lifts it.",
        alias="for",
    )
    needs: RoleName = absent("Who has to confirm it before it takes effect.")
    message: Text = absent("What the author is told.")

    @model_validator(mode="after")
    def _ends_or_is_confirmed(self) -> Self:
        if self.lasts == NO_END and self.needs is None:
            raise wrong(
                "a step without an end that no person confirms",
                "write `needs: editor` beside it, or for how long, such as `for: 30d`",
            )
        return self


class LadderModel(Strict):
    """How strikes turn into standing."""

    window: Duration = absent("A strike counts for this long; 90d unless given.")
    halve_after: Duration = absent("From this age on a strike counts half.")
    steps: list[StepModel] = Field(default=[], description="In ascending order.")

    @model_validator(mode="after")
    def _climbs(self) -> Self:
        at = [step.at for step in self.steps]
        if at != sorted(set(at)):
            raise wrong("the steps do not climb", "order them by `at`, each once")
        return self


class ScenarioModel(ExampleModel):
    """A comment that the whole policy is held to."""

    expect: VerdictName = Field(description="The verdict.")
    fired: Annotated[list[RuleName], OneOrMore()] = absent("Rules that hold, live or in shadow.")
    not_fired: Annotated[list[RuleName], OneOrMore()] = absent("Rules that do not.")


class PolicyModel(Strict):
    """A policy file."""

    version: Version = Field(description="Of the rule language.")
    name: Name = absent("The policy's name; the file's unless given.")
    extends: Text = absent("Another policy file that this one adds to.")
    site: Text = absent("The site it is for.")
    published_policy: Text = absent("Where readers find it.")
    language: Language = absent("The first of `settings.languages`, where only one is expected.")
    settings: SettingsModel = Field(default=SettingsModel(), description="What holds for the whole policy.")
    clauses: Annotated[dict[Name, ClauseModel], Field(min_length=1)] = Field(description="The published policy.")
    lists: dict[Name, ListModel] = Field(default={}, description="Words and domains, by name.")
    entities: list[EntityModel] = Field(default=[], description="Whom and what the site writes about.")
    rules: Annotated[list[RuleModel], Field(min_length=1)] = Field(description="The rules, in any order.")
    ladder: LadderModel = Field(default=LadderModel(), description="How strikes turn into standing.")
    scenarios: list[ScenarioModel] = Field(default=[], description="Comments that the whole policy is held to.")


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a policy file, for editors that complete and check YAML."""
    whole = PolicyModel.model_json_schema(by_alias=True, mode="validation")
    # A file that extends another may override a part of a rule, and need not repeat what the other has.
    rule = whole["$defs"]["RuleModel"]
    partial = {
        **rule,
        "required": ["id"],
        "description": "A rule; of one in the extended file, the keys that change.",
    }
    whole["$defs"]["PartialRule"] = partial
    extending = {"required": ["version", "extends"]}
    complete = {
        "required": ["version", "clauses", "rules"],
        "properties": {"rules": {"items": {"$ref": "#/$defs/RuleModel"}}},
    }
    whole["properties"]["rules"]["items"] = {"$ref": "#/$defs/PartialRule"}
    whole.pop("required")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "anyOf": [extending, complete]}
