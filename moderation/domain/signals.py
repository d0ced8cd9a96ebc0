"""What a rule may ask about: prepared facts, the text as read, and the third truth value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Span


class Unknown(Enum):
    """A signal that was asked for and could not be had; neither true nor false."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

#: Until when every comment under the article waits for a person, and the rule that holds it so; absent otherwise.
PREMODERATED_UNTIL: Final = "article.premoderated_until"
PREMODERATED_BY: Final = "article.premoderated_by"

#: Every quality that a scorer may rate, by the names that Perspective's users know.
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

Fact = bool | int | float | str | tuple[str, ...] | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """Everything that rules may see of one comment; immutable, and no I/O behind it.

    A name that is not in `facts` is *absent*: the client never sent it.
    A fact that is `UNKNOWN` was asked for and failed.
    """

    #: Facts by name, JSON values only, never text of the comment; see `policies/README.md`.
    facts: Mapping[str, Fact]
    #: Where a fact was seen, in the text as typed: `links`, `pii.email`, `target.commenter`, `score.insult` …
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    text: NormalisedText
    #: Other texts that a word condition may look into (`author.name`, `author.url`, `quote` …).
    fields: Mapping[str, NormalisedText] = field(default_factory=dict)
