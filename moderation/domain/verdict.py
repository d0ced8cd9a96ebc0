"""What a policy concludes about a comment: an outcome, the matches behind it, no effect yet."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Outcome(StrEnum):
    """The three answers a site can get, mildest first."""

    #: Publish now.
    ALLOW = "allow"
    #: A person decides.
    FLAG = "flag"
    #: Do not publish; tell the writer why.
    BLOCK = "block"

    @property
    def severity(self) -> int:
        """0 for allow, 1 for flag, 2 for block."""
        return _SEVERITY[self]


_SEVERITY = {Outcome.ALLOW: 0, Outcome.FLAG: 1, Outcome.BLOCK: 2}


class Mode(StrEnum):
    """Whether a rule takes effect."""

    #: The rule counts.
    LIVE = "live"
    #: Its matches are recorded without effect.
    SHADOW = "shadow"
    #: It is not evaluated.
    OFF = "off"


class Effect(StrEnum):
    """What a flag means for the reader until a person has decided."""

    #: The comment waits unseen.
    HOLD = "hold"
    #: The comment appears and is looked at afterwards.
    PUBLISH_AND_REVIEW = "publish_and_review"


class Priority(IntEnum):
    """Anchors of the 0 to 100 scale in which reviews are ordered; higher is sooner."""

    LOW = 10
    NORMAL = 50
    URGENT = 100


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where in the text as typed: half-open, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule that holds for this comment, with what it would do."""

    rule: str
    clause: str
    mode: Mode
    outcome: Outcome
    #: The sentence a moderator reads: why this rule holds here.
    message: str
    spans: tuple[Span, ...] = ()
    #: Score attributes that made the rule hold; the words that carry them are asked of the scorer afterwards.
    attributes: tuple[str, ...] = ()
    effect: Effect = Effect.HOLD
    queue: str = "general"
    priority: int = Priority.NORMAL
    #: Strikes that a confirmed rejection on this ground adds; 0 adds none.
    strike: int = 0
    mask: tuple[str, ...] = ()
    cooldown_seconds: int | None = None
    notify: tuple[str, ...] = ()
    #: The label that it gives the author, and for how long.
    label: str | None = None
    label_seconds: int | None = None
    #: How long it lets every further comment under the article wait.
    premoderate_seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterMessage:
    """What the site may show the person who wrote: about the text, never about the person."""

    title: str
    message: str
    #: The sentence concerned, as a span of the text as typed; `None` where it is the whole.
    sentence: Span | None = None
    #: What to change.
    advice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a policy concludes; a value, no effect yet."""

    outcome: Outcome
    #: Live matches that carry `outcome`, strictest and most urgent first, then the milder live ones.
    matches: tuple[Match, ...] = ()
    #: Shadow matches: recorded without effect.
    shadow: tuple[Match, ...] = ()
    writer: WriterMessage | None = None
    #: True where a signal that could have changed the outcome could not be had.
    degraded: bool = False
    #: Names of the signals that were asked for and failed.
    unknown: tuple[str, ...] = ()
    #: Names of the signals that rules ask about and the client never sent.
    not_checked: tuple[str, ...] = ()
    #: The outcome as if live, where the site only observes and `outcome` is therefore `allow`.
    would_be: Outcome | None = None
    #: `name@hash` of the policy.
    policy: str = ""

    @property
    def queue(self) -> str:
        """The queue of the leading match; `degraded` where no rule matched."""
        return self.matches[0].queue if self.matches else "degraded"

    @property
    def priority(self) -> int:
        """The highest priority among the matches that carry the outcome."""
        return max((m.priority for m in self.matches), default=int(Priority.NORMAL))

    @property
    def effect(self) -> Effect:
        """`publish_and_review` only where every match that carries the outcome says so."""
        carrying = [m for m in self.matches if m.outcome is Outcome.FLAG]
        if carrying and all(m.effect is Effect.PUBLISH_AND_REVIEW for m in carrying):
            return Effect.PUBLISH_AND_REVIEW
        return Effect.HOLD
