"""A site's written policy as values, and `evaluate`: signals → rule matches → verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from moderation.domain.conclusion import Judged, conclude, effort_of
from moderation.domain.conditions.clues import Clues
from moderation.domain.conditions.compiler import Compiler, pattern_of
from moderation.domain.conditions.expression import Expression, asks
from moderation.domain.conditions.logic import Check
from moderation.domain.conditions.scene import Exhausted, Scene
from moderation.domain.example import Examples, Scenario, Swap
from moderation.domain.matching import Lexicon
from moderation.domain.signals import Signals
from moderation.domain.standing import Ladder
from moderation.domain.target import GroupTerms
from moderation.domain.text import fold
from moderation.domain.verdict import Effect, Mode, Outcome, Priority, Verdict

_NO_EXAMPLES = Examples()
_NO_STEPS = Ladder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """What the site may show the person who wrote, in the editor's words."""

    title: str
    message: str
    advice: str | None = None
    #: Language → what writers in it read instead.
    translations: Mapping[str, "Writer"] = field(default_factory=dict)

    def in_language(self, tag: str | None) -> "Writer":
        """Return what writers in a language read; as it is where the policy has no translation."""
        return self.translations.get(_primary(tag), self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence of the site's published policy, which rules rest on."""

    id: str
    title: str
    text: str
    writer: Writer | None = None
    #: In place of `writer` where the comment is blocked and waits for nobody.
    refused: Writer | None = None
    #: For readers: what is meant, with examples.
    guidance: str | None = None
    #: For moderators: how to decide.
    handbook: str | None = None
    #: Its category in statements of reasons, by the name that the DSA's database has for it.
    category: str | None = None
    #: Language → the clause as writers in it read it.
    translations: Mapping[str, "Clause"] = field(default_factory=dict)

    def in_language(self, tag: str | None) -> "Clause":
        """Return the clause as writers in a language read it; as it is where the policy has no translation.

        >>> turkish = Clause(id="a", title="Nazik", text="Nazik olun.")
        >>> clause = Clause(id="a", title="Civil", text="Be civil.", translations={"tr": turkish})
        >>> clause.in_language("tr-TR").title, clause.in_language("fi").title
        ('Nazik', 'Civil')
        """
        return self.translations.get(_primary(tag), self)


def _primary(tag: str | None) -> str:
    """The language of a tag, without the region."""
    return (tag or "").replace("_", "-").split("-")[0].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """A word of a list, with a note where its sense is not plain."""

    word: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words, or domains, under one name."""

    id: str
    entries: tuple[ListEntry, ...] = ()
    domains: tuple[str, ...] = ()
    #: Whether the words name groups of people, whom a comment may be aimed at.
    names_groups: bool = False
    #: Whether the words are code for a group, and elsewhere mean what they say.
    coded: bool = False
    note: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(entry.word for entry in self.entries)


class EntityKind(StrEnum):
    """What sort of thing has a name."""

    #: A human being.
    PERSON = "person"
    #: A nation, an ethnic or religious community.
    PEOPLE = "people"
    #: A country, a region, a town.
    PLACE = "place"
    #: A party, a club, a company.
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that the site writes about: one name, its spellings."""

    name: str
    spellings: tuple[str, ...] = ()
    kind: EntityKind


class PolicyMode(StrEnum):
    """Whether the policy takes effect."""

    #: Verdicts count.
    LIVE = "live"
    #: Every answer is `allow`, with what it would have been.
    OBSERVE = "observe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for the whole policy."""

    mode: PolicyMode = PolicyMode.LIVE
    #: The outcome where no rule holds.
    default_verdict: Outcome = Outcome.ALLOW
    #: The outcome where a failed signal could have made it stricter.
    on_degraded: Outcome = Outcome.FLAG
    #: The outcome in a language that no model was measured on.
    unmeasured_language: Outcome = Outcome.ALLOW
    #: What the site's comments are written in; the first is taken for texts too short to tell.
    languages: tuple[str, ...] = ("en",)
    #: Whether quoted words are not the commenter's own.
    own_words_only: bool = True
    #: The time zone by whose clock hours are meant, by its name in the IANA database.
    time_zone: str = "UTC"
    #: Authors in these roles are never stopped; their matches are recorded all the same.
    roles_exempt: tuple[str, ...] = ()
    #: The share of comments that chance draws for a person to look at, whatever the verdict; none where 0.
    audit_share: float = 0.0
    #: The share of rulings that chance draws for another moderator, who does not know them; none where 0.
    second_share: float = 0.0
    #: Share of the comments that a rule which is new or changed may hold for, before it returns to shadow.
    brake: float = 0.05
    #: Whether a version that blocks more is published by another person than the one who saved it.
    second_editor: bool = False
    #: What a writer reads whose comment waits though no clause was touched.
    waiting: Writer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """A name that the author is given, for other rules to ask about."""

    name: str
    lasts: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """What follows where a rule holds."""

    verdict: Outcome
    effect: Effect = Effect.HOLD
    queue: str = "general"
    priority: int = Priority.NORMAL
    #: Whether the score by which the rule holds is its priority, in hundredths.
    priority_by_score: bool = False
    strike: int = 0
    mask: tuple[str, ...] = ()
    cooldown: timedelta | None = None
    notify: tuple[str, ...] = ()
    label: Labelling | None = None
    #: How long every further comment under the article waits for a person.
    premoderate: timedelta | None = None
    #: For the moderator, before the facts.
    message: str | None = None
    #: For the writer, in place of the clause's advice.
    advice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A condition under a clause, and what then happens."""

    id: str
    clause: str
    mode: Mode = Mode.LIVE
    when: Expression
    unless: Expression | None = None
    then: Then
    examples: Examples = _NO_EXAMPLES
    #: Why any of its examples may be judged otherwise when its group terms are exchanged.
    swap: Swap | None = None
    owner: str | None = None
    #: Its own brake, in place of the policy's.
    brake: float | None = None
    note: str | None = None
    #: The share of comments that it is asked about.
    rollout: float = 1.0
    #: The last day on which the rule counts.
    expires: date | None = None
    #: Its reasons are for moderators only: evaders learn nothing.
    private: bool = False

    @property
    def asks(self) -> frozenset[str]:
        """The names of the facts that the rule asks about."""
        return asks(self.when) | (asks(self.unless) if self.unless is not None else frozenset())

    def has_expired(self, today: date | None) -> bool:
        """Whether its last day is over; `None` is before any rule's."""
        return today is not None and self.expires is not None and self.expires < today


@dataclass(frozen=True, slots=True)
class Compiled:
    """A policy made ready to run."""

    #: With the clues that each needs, which are quicker to compare than a rule is to ask.
    rules: tuple[tuple[int, Rule, Check], ...]
    lexicon: Lexicon
    clues: Clues

    def scene(self, signals: Signals, *, today: date | None = None) -> Scene:
        """Look at a comment as the rules need it."""
        return Scene(signals, self.lexicon, self.clues.seen, today=today)

    def prepare(self) -> None:
        """Compile the patterns, which takes a while; the first comment that comes would have to wait for it."""
        self.clues.gates.compile()
        for pattern, case in self.clues.gates.patterns:
            pattern_of(pattern, case)


@dataclass(frozen=True, kw_only=True, eq=False)  # no slots: `compiled` and `asks` are kept once made
class Policy:
    """Versioned rules of a site."""

    name: str
    #: First digits of the SHA-256 of all that it says.
    hash: str = ""
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    lists: Mapping[str, WordList] = field(default_factory=dict)
    entities: tuple[Entity, ...] = ()
    rules: tuple[Rule, ...] = ()
    ladder: Ladder = _NO_STEPS
    settings: Settings = Settings()
    scenarios: tuple[Scenario, ...] = ()
    #: Where readers find the policy.
    published_policy: str | None = None

    @property
    def ref(self) -> str:
        """`name@hash`, as answers show it."""
        return f"{self.name}@{self.hash}"

    @cached_property
    def asks(self) -> frozenset[str]:
        """The names of the facts that live and shadow rules ask about."""
        return frozenset().union(*(rule.asks for rule in self.rules if rule.mode is not Mode.OFF))

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The same in order."""
        return tuple(sorted(self.asks))

    @cached_property
    def premoderates(self) -> bool:
        """Whether a live rule lets further comments under an article wait."""
        return any(rule.mode is Mode.LIVE and rule.then.premoderate is not None for rule in self.rules)

    @cached_property
    def groups(self) -> GroupTerms:
        """Terms for groups of people: lists that name groups, and the peoples among the entities."""
        listed = [word for each in self.lists.values() if each.names_groups for word in each.words]
        peoples = [name for each in self.entities if each.kind is EntityKind.PEOPLE for name in _spellings(each)]
        return GroupTerms.of([fold(word) for word in (*listed, *peoples)])

    @cached_property
    def entity_names(self) -> tuple[str, ...]:
        """Every name, in every spelling, of whom and what the site writes about."""
        return tuple(name for each in self.entities for name in _spellings(each))

    @cached_property
    def compiled(self) -> Compiled:
        """The rules as functions, the strictest first."""
        compiler = self.compiler()
        active = [rule for rule in self.rules if rule.mode is not Mode.OFF]
        active.sort(key=_strictness)
        checks = [compiler.rule(rule.when, rule.unless) for rule in active]
        needs = [compiler.clues.needed(rule.when) for rule in active]
        return Compiled(tuple(zip(needs, active, checks, strict=True)), compiler.lexicon(), compiler.clues)

    def compiler(self) -> Compiler:
        """Return a compiler that knows the lists, the entities and the settings, and no rule yet."""
        return Compiler(
            words={each.id: each.words for each in self.lists.values()},
            domains={each.id: each.domains for each in self.lists.values()},
            spellings={s.casefold(): _spellings(each) for each in self.entities for s in _spellings(each)},
            own_words_only=self.settings.own_words_only,
        )


def evaluate(policy: Policy, signals: Signals, *, today: date | None = None) -> Verdict:
    """Ask every rule; the strictest live one decides, and every match is recorded.

    Without `today` no rule has expired. Pure, and independent of the order of the rules.
    Where a comment holds more than rules are asked, those that would decide most strictly are asked first,
    and a person looks.
    """
    compiled = policy.compiled
    scene = compiled.scene(signals, today=today)
    judged = []
    is_cut, clues = scene.is_crowded, scene.clues
    try:
        for needs, rule, check in compiled.rules:
            if needs & clues != needs:
                continue
            truth = check(scene)
            if truth is not False and not rule.has_expired(today):
                judged.append(Judged(rule, truth))
                scene.effort.spend(effort_of(truth))
    except Exhausted:
        is_cut = True
    return conclude(policy, signals, judged, is_cut=is_cut)


def _strictness(rule: Rule) -> tuple[bool, int, str]:
    return rule.mode is not Mode.LIVE, -rule.then.verdict.severity, rule.id


def _spellings(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.spellings)
