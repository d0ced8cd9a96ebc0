"""What reading a text and asking the rules cost: a comment of 500 characters, and the worst texts that we know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from typing import Final

from moderation.domain.comment import Comment, CommentId, SiteId
from moderation.domain.observation import Rating, observe
from moderation.domain.policy import Policy, evaluate
from moderation.domain.text import normalise
from moderation.newsroom.lines import sections

#: Of an ordinary comment, and of the longest that a client may send.
LENGTH: Final = 500
LONGEST: Final = 20_000
_TEXTS, _ROUNDS, _ROUNDS_OF_THE_WORST = 40, 7, 3
_CIVIL: Final = ("budget", "match", "square")
_RUDE: Final = ("attack", "profanity", "hate", "threat")
#: What a text of the longest kind is filled with: the costliest that a search over disguises came upon.
HOSTILE: Final = (
    "у0u ",
    "аa",
    "1a",
    "a\n",
    "a\u0301",
    "n1gg3r ",
    "f*ck y0u 1d10t ",
    "yoou ar3 a st*pid m0r0n ",
    "sh1t f.u.c.k b!tch ",
    "sssttuuppiidd ",
    "youarean1diot ",
    "fücking ïdiot ",
    "@bob you moron ",
    "ты идиот ",
    "դու հիմար ես ",
    "Turks must leave. ",
    "He said “you idiot”. ",
    "you ",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Milliseconds of one core, medians over texts and rounds; for hostile texts, those of the worst."""

    text: str
    characters: int
    normalise_ms: float
    observe_ms: float
    rules_ms: float


def text_costs(policy: Policy) -> list[Cost]:
    """Measure civil and uncivil comments of an invented newsroom, and the worst of the hostile texts."""
    civil = _comments(line for name in _CIVIL for lines in sections(name).values() for line in lines)
    trouble = sections("trouble")
    uncivil = _comments(line for section in _RUDE for line in trouble[section])
    hostile = [_cost((unit * LONGEST)[:LONGEST], policy, rounds=_ROUNDS_OF_THE_WORST) for unit in HOSTILE]
    worst = max(range(len(HOSTILE)), key=lambda i: hostile[i][0] + hostile[i][2])
    return [
        _told("civil", LENGTH, _medians(civil, policy)),
        _told("uncivil", LENGTH, _medians(uncivil, policy)),
        _told(f"worst: {HOSTILE[worst].strip()!r} again and again", LONGEST, hostile[worst]),
    ]


def _comments(lines: Iterable[str]) -> list[str]:
    """Join lines, in their order, to comments of one length."""
    said = " ".join(lines).replace("{name}", "Ann")
    return [said[at : at + LENGTH] for at in range(0, len(said) - LENGTH, LENGTH)][:_TEXTS]


def _medians(texts: list[str], policy: Policy) -> tuple[float, ...]:
    return tuple(map(median, zip(*(_cost(text, policy, rounds=_ROUNDS) for text in texts), strict=True)))


def _cost(text: str, policy: Policy, *, rounds: int) -> tuple[float, ...]:
    """Return milliseconds to normalise a text, to observe it and to ask the rules: medians of some rounds."""
    comment = Comment(id=CommentId("bench"), site=SiteId("bench"), text=text)
    rating = Rating(scores={}, language="en", is_measured=True, attributes=(), model="none")
    taken = []
    for _ in range(rounds):
        began = perf_counter()
        read = normalise(text)
        normalised = perf_counter()
        signals = observe(
            comment, read, rating=rating, scene=None, history=None, policy=policy, at=datetime.now(UTC)
        )
        observed = perf_counter()
        evaluate(policy, signals)
        taken.append((normalised - began, observed - normalised, perf_counter() - observed))
    return tuple(1_000 * median(column) for column in zip(*taken, strict=True))


def _told(text: str, characters: int, cost: tuple[float, ...]) -> Cost:
    return Cost(text=text, characters=characters, normalise_ms=cost[0], observe_ms=cost[1], rules_ms=cost[2])
