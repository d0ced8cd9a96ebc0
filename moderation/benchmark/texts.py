"""What reading a text and asking the rules cost: a comment of 500 characters, and the worst texts that we know."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from statistics import median
from textwrap import wrap
from time import process_time
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
    "*verage *rying ",
    "<!--‘",
    "^ﬃ 卂",
    "😀Ꭰ aB\\x41",
)
#: Letters of which a text of the longest kind is made that holds no word twice.
SCRAMBLED: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefgh*",
    "abcаbсеоi1!",
    "абвгдежз🇦🇧🇨🇩🇪🇫",
    "աբգդեզէըᐁᐂᐃᐄᐅᐆ",
    "“!я🇸",
    "3@70工卄乃下乇*",
)
#: What a list entry is disguised by where entries are glued to one another.
_DISGUISES: Final[tuple[Callable[[str], str], ...]] = (
    lambda word: f"{word[:1]}*{word[2:]}",
    lambda word: word.replace("o", "0").replace("i", "1").replace("a", "а"),
    lambda word: "\u0301".join(word),
    lambda word: ".".join(word),
    lambda word: word[::-1],
)
#: What stands between list entries that are glued to one another.
GLUES: Final = ("", "я", "-")
#: What is long in one piece: a clause with one letter upside down or one word backwards, a disguise, every letter.
UNBROKEN: Final = {
    "one letter upside down": "я " * 9_990 + "ʇ",
    "one word backwards": "uoy!" + "aб-" * 6_660,
    "one disguise": "|_" + "a1b-" * 4_990 + "|",
    "every letter": "".join(map(chr, range(0x80, 0x80 + LONGEST))),
    "every sign of the second plane": "".join(map(chr, range(0x10000, 0x10000 + LONGEST))),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Milliseconds of one core: medians over texts, of each text its best round; for hostile texts, the worst."""

    text: str
    characters: int
    normalise_ms: float
    observe_ms: float
    rules_ms: float


def text_costs(policy: Policy) -> list[Cost]:
    """Measure civil and uncivil comments of an invented newsroom, and the worst of the hostile texts.

    What counts is the time that this process has, and of several rounds the best: other work on the machine
    makes nothing faster. Texts take turns, so that none is found where the processor has just left it.
    """
    civil = _comments(line for name in _CIVIL for lines in sections(name).values() for line in lines)
    trouble = sections("trouble")
    uncivil = _comments(line for section in _RUDE for line in trouble[section])
    hostile = {f"{unit.strip()!r} again and again": (unit * LONGEST)[:LONGEST] for unit in HOSTILE}
    hostile |= {f"words of {letters!r}": scrambled(letters, LONGEST) for letters in SCRAMBLED} | UNBROKEN
    hostile |= {f"list entries glued by {sign!r}": glued(policy, sign, LONGEST) for sign in GLUES}
    costs = _costs(list(hostile.values()), policy, rounds=_ROUNDS_OF_THE_WORST)
    worst, cost = max(zip(hostile, costs, strict=True), key=lambda each: each[1][0] + each[1][2])
    return [
        _told("civil", LENGTH, _medians(civil, policy)),
        _told("uncivil", LENGTH, _medians(uncivil, policy)),
        _told(f"worst: {worst}", LONGEST, cost),
    ]


def scrambled(letters: str, size: int) -> str:
    """Return words of four to eight letters, each time the same ones."""
    random = Random(letters)  # noqa: S311
    words = ("".join(random.choices(letters, k=random.randint(4, 8))) for _ in range(size // 5 + 1))
    return " ".join(words)[:size]


def glued(policy: Policy, sign: str, size: int) -> str:
    """Return words of the policy's lists, each in some disguise, with a sign between them; each time the same."""
    random = Random(sign)  # noqa: S311
    words = [word.strip("*") for each in policy.lists.values() for word in each.words]
    said = (random.choice(_DISGUISES)(random.choice(words)) for _ in range(size // 2))
    return sign.join(said)[:size]


def _comments(lines: Iterable[str]) -> list[str]:
    """Join lines, in their order, to comments of about one length: nobody ends in the middle of a word."""
    said = " ".join(lines).replace("{name}", "Ann")
    return wrap(said, LENGTH, break_on_hyphens=False)[:-1][:_TEXTS]


def _medians(texts: list[str], policy: Policy) -> tuple[float, ...]:
    return tuple(map(median, zip(*_costs(texts, policy, rounds=_ROUNDS), strict=True)))


def _costs(texts: list[str], policy: Policy, *, rounds: int) -> list[tuple[float, ...]]:
    """Return the milliseconds of each text in its best round: to normalise, to observe and to ask the rules."""
    taken = [[_cost(text, policy) for text in texts] for _ in range(rounds)]
    return [tuple(map(min, zip(*of_one, strict=True))) for of_one in zip(*taken, strict=True)]


def _cost(text: str, policy: Policy) -> tuple[float, ...]:
    comment = Comment(id=CommentId("bench"), site=SiteId("bench"), text=text)
    rating = Rating(scores={}, language="en", is_measured=True, attributes=(), model="none")
    began = process_time()
    read = normalise(text)
    normalised = process_time()
    signals = observe(comment, read, rating=rating, scene=None, history=None, policy=policy, at=datetime.now(UTC))
    observed = process_time()
    evaluate(policy, signals)
    return tuple(1_000 * s for s in (normalised - began, observed - normalised, process_time() - observed))


def _told(text: str, characters: int, cost: tuple[float, ...]) -> Cost:
    return Cost(text=text, characters=characters, normalise_ms=cost[0], observe_ms=cost[1], rules_ms=cost[2])
