"""Requests as a news site would send them: no two alike, of all lengths, most of them civil."""

import random
from collections.abc import Iterator
from typing import Any, Final

OPENINGS: Final = (
    "I read the whole report last night.",
    "Nobody asked the people who live there.",
    "The council had two years for this.",
    "Thank you for a fair article.",
    "My grandfather worked at that harbour.",
    "This is the third plan since spring.",
    "What a surprise, the budget is gone again.",
    "The headline says more than the text does.",
)
MIDDLES: Final = (
    "The figures on page four do not add up, and somebody should say so.",
    "If the bridge closes, the detour is forty minutes for every ambulance.",
    "I do not trust the minister, and after the last vote nobody should.",
    "In other towns it took five years and three court cases.",
    "They fought hard for that league title and were beaten in the last minute.",
    "The “experts” were wrong about the flood, and they are wrong about the dam.",
    "A teacher with thirty children cannot do this alone.",
    "See https://example.org/minutes for what was really said.",
)
ENDINGS: Final = (
    "We shall see.",
    "Vote them out in June.",
    "I would like to hear from the hospital first.",
    "You are an idiot if you believe that.",
    "That is all I have to say.",
    "Let us hope for the best…",
    "Damn shame.",
    "Please keep us posted.",
)
#: Two dozen words, by which no two texts are alike.
WORDS: Final = (
    "harbour",
    "lantern",
    "meadow",
    "river",
    "ticket",
    "window",
    "garden",
    "bakery",
    "signal",
    "timber",
    "pocket",
    "saddle",
    "kettle",
    "bridge",
    "summer",
    "market",
    "valley",
    "button",
    "copper",
    "ladder",
    "orchard",
    "platform",
    "engine",
    "winter",
)
TITLES: Final = (
    "Bridge to close for a year",
    "Parking fees rise",
    "Hospital loses its night ward",
    "Derby ends in a draw",
)


def bodies(*, seed: int, run: str) -> Iterator[dict[str, Any]]:
    """Yield bodies of `POST /v1/verdicts` without end; the same seed and run give the same ones."""
    chance = random.Random(seed)  # noqa: S311 — a load, not a secret
    number = 0
    while True:
        number += 1
        middles = " ".join(chance.choice(MIDDLES) for _ in range(chance.choice((0, 1, 1, 2, 3, 6))))
        text = f"{chance.choice(OPENINGS)} {middles} {chance.choice(ENDINGS)} {_signature(number)}"
        author = chance.randrange(2_000)
        yield {
            "comment": {"id": f"{run}-{number}", "text": text},
            "author": {"id": f"u-{author}", "verified": True, "name": f"Reader {author}"},
            "article": {"id": f"a-{author % 40}", "title": chance.choice(TITLES), "section": "Local"},
        }


def _signature(number: int) -> str:
    """Write a number in words."""
    words = []
    while number:
        number, place = divmod(number, len(WORDS))
        words.append(WORDS[place])
    return "Yours, " + " ".join(words) + "."
