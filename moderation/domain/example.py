"""Texts that prove a rule or a whole policy: what must be caught, and what must not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from moderation.domain.comment import Kind
from moderation.domain.signals import Fact
from moderation.domain.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Why a text may be judged otherwise when its group terms are exchanged."""

    why: str
    #: The groups with which it may; any where there is none.
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A comment as a rule's author imagines it; what is not given is absent."""

    text: str
    kind: Kind = Kind.COMMENT
    parent_text: str | None = None
    parent_author: str | None = None
    article_author: str | None = None
    article_title: str | None = None
    author_name: str | None = None
    author_url: str | None = None
    author_email: str | None = None
    #: Names in the thread, of whom the text may address one.
    thread_authors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    #: Facts stated outright, in place of those that are read from the text; `rate.author.*` is any window.
    facts: Mapping[str, Fact] = field(default_factory=dict)
    #: Signals that failed, by name or first part: `score`, `author.strikes`.
    unknown: tuple[str, ...] = ()
    #: Why it may differ when its group terms are exchanged.
    swap: Swap | None = None
    #: Why the example is here.
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What proves a rule."""

    hit: tuple[Example, ...] = ()
    miss: tuple[Example, ...] = ()
    #: False positives that the editor accepts: the rule may flag them, so it may never block.
    known_fp: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptExample:
    """A comment's text that is to prove a rule from now on."""

    rule: str
    #: hit, miss or known_fp.
    kind: str
    text: str
    #: Whose ruling it was, and why it is kept.
    note: str
    #: The name of whom it answers, if anybody.
    reply_to: str | None = None
    section: str | None = None
    #: Scores that the rule asked for when it held.
    scores: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A comment that the whole policy is held to."""

    example: Example
    expect: Outcome
    #: Rules that must fire, and rules that must not, live or in shadow.
    fired: tuple[str, ...] = ()
    not_fired: tuple[str, ...] = ()
