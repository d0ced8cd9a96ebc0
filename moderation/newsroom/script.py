"""What is written over the two weeks, by whom and when: the same for the same seed."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain
from random import Random

from moderation.newsroom.cast import PIECES, QUARRELLERS, READERS, SPEAKERS, WHISPERERS, Piece, Reader
from moderation.newsroom.lines import sections
from moderation.newsroom.talk import Talk

SEED = 1731

#: How much there is of each under each article; the rest of the two weeks is civil.
CIVIL, REPLIES = 104, 34
TROUBLE = {"attack": 9, "edge": 7, "official": 6, "profanity": 4, "shouting": 2, "counter": 2, "link": 3}
RARE = {"hate": 7, "threat": 5, "private": 3, "quoted": 2, "spam": 18}

#: A raid on the article about the square: so many new accounts, within so long.
RAIDERS, RAID_AT, RAID_LASTS = 34, timedelta(days=5, hours=1), timedelta(minutes=50)


#: Within so long before the end a word goes round that no list knows.
CODED_AGE = timedelta(days=8)

#: So old is at the end what nobody has come to yet, the youngest first, and by whom it is.
FRESH = (timedelta(minutes=9), timedelta(minutes=22), timedelta(minutes=38))
FRESH_BY = ("Tidewatcher", "Old Harbour", "Gordon B.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One comment of the script."""

    id: str
    piece: Piece
    reader: Reader
    text: str
    #: What sort of comment it is, as its writer meant it: `civil`, `attack`, `spam` …
    sort: str
    at: datetime
    #: The comment that it answers.
    parent: "Line | None" = None


def script(*, until: datetime) -> list[Line]:
    """Return every comment of the two weeks that end at a moment, oldest first."""
    chance = Random(SEED)  # noqa: S311 — a play, not a secret
    draws = {sort: _drawn(sections("trouble")[sort], chance) for sort in TROUBLE}
    lines: list[Line] = []
    for piece in PIECES:
        lines += _under(piece, chance, draws, until=until)
    lines += _rare(chance, until=until)
    lines += _raid(chance, until=until)
    lines.sort(key=lambda line: (line.at, line.text))
    named = {id(line): f"demo-{place}" for place, line in enumerate(lines, start=1)}
    told = _linked([(replace(line, id=named[id(line)]), line) for line in lines])
    return sorted([*told, *_coded(until=until), *_fresh(told, until=until)], key=lambda line: (line.at, line.text))


def _linked(pairs: Sequence[tuple[Line, Line]]) -> list[Line]:
    """Let each reply point to its parent under the name that the parent now has."""
    new: dict[int, Line] = {}
    for renamed, old in pairs:
        parent = new[id(old.parent)] if old.parent else None
        new[id(old)] = replace(renamed, parent=parent)
    return list(new.values())


def _under(piece: Piece, chance: Random, draws: Mapping[str, Callable[[], str]], *, until: datetime) -> list[Line]:
    talk = Talk(piece.id, chance)
    began = until - piece.age
    lines = [
        _line(piece, _reader(chance, READERS), talk.civil(), "civil", at=_moment(began, until, chance))
        for _ in range(CIVIL)
    ]
    lines.sort(key=lambda line: line.at)
    lines += list(_replies(lines, talk.reply, "civil", REPLIES, chance=chance, until=until))
    for sort, count in TROUBLE.items():
        writers = QUARRELLERS if sort in ("attack", "edge", "profanity") else READERS
        lines += list(_replies(lines, draws[sort], sort, count, chance=chance, until=until, writers=writers))
    return lines + list(_foreign(piece, chance, until=until))


def _replies(
    lines: Sequence[Line],
    text: Callable[[], str],
    sort: str,
    count: int,
    *,
    chance: Random,
    until: datetime,
    writers: Sequence[Reader] = READERS,
) -> Iterator[Line]:
    """Answer comments that stand, an hour or so later; a line that names nobody opens its own thread."""
    taken: set[tuple[str, str]] = set()
    while count:
        parent, template = chance.choice(lines), text()
        wanted = writers if writers is READERS or chance.random() < 0.6 else READERS
        reader = _reader(chance, wanted)
        if reader == parent.reader or (reader.id, template) in taken:
            continue
        taken.add((reader.id, template))
        count -= 1
        at = min(parent.at + timedelta(minutes=chance.expovariate(1 / 90) + 2), until - timedelta(minutes=3))
        written = template.replace("{name}", parent.reader.name)
        answered = parent if "{name}" in template else None
        yield _line(parent.piece, reader, written, sort, at=at, parent=answered)


def _foreign(piece: Piece, chance: Random, *, until: datetime) -> Iterator[Line]:
    for section, texts in sections("tongues").items():
        names = SPEAKERS[section.split("-")[0]]
        speakers = [reader for reader in READERS if reader.name in names]
        mine = texts[PIECES.index(piece) :: len(PIECES)]
        for text in mine:
            at = _moment(until - piece.age, until, chance)
            sort = "attack" if section.endswith("rude") else "civil"
            yield _line(piece, chance.choice(speakers), text, sort, at=at)


def _rare(chance: Random, *, until: datetime) -> Iterator[Line]:
    for sort, count in RARE.items():
        texts = _drawn(sections("trouble")[sort], chance)
        for number in range(count):
            piece = chance.choice(PIECES)
            reader = _reader(chance, READERS if sort in ("private", "quoted") else QUARRELLERS)
            if sort == "spam":
                reader = Reader(id=f"s{number}", name=f"{chance.choice(_SELLERS)}{number}", is_verified=False)
            named = texts().replace("{name}", chance.choice(READERS).name)
            yield _line(piece, reader, named, sort, at=_moment(until - piece.age, until, chance))


def _coded(*, until: datetime) -> Iterator[Line]:
    """Let some people speak of the harbour families in a word of their own, which no list knows yet."""
    chance = Random(f"{SEED} coded")  # noqa: S311 — a play, not a secret
    for number, text in enumerate(sections("trouble")["coded"]):
        reader = WHISPERERS[number % len(WHISPERERS)]
        at = until - CODED_AGE * chance.uniform(0.3, 1)
        yield replace(_line(PIECES[0], reader, text, "coded", at=at), id=f"demo-coded-{number + 1}")


def _fresh(told: Sequence[Line], *, until: datetime) -> Iterator[Line]:
    """Let the last hour bring what nobody has come to yet: each answers the latest civil comment of another."""
    apart = {*FRESH_BY, *(each.name for each in QUARRELLERS), *chain.from_iterable(SPEAKERS.values())}
    old = [line for line in told if line.sort == "civil" and until - line.at > FRESH[-1]]
    answered = [line for line in old if line.reader.name not in apart]
    for number, (text, age, name) in enumerate(zip(sections("trouble")["fresh"], FRESH, FRESH_BY, strict=True)):
        [reader] = [each for each in READERS if each.name == name]
        parent = answered[-1 - number]
        written = text.replace("{name}", parent.reader.name)
        line = _line(parent.piece, reader, written, "attack", at=until - age, parent=parent)
        yield replace(line, id=f"demo-new-{number + 1}")


def hour_of(at: datetime, *, until: datetime) -> float:
    """Return the hour of the day in the town, where the two weeks end at six in the evening."""
    return (18 - (until - at) / timedelta(hours=1)) % 24


_SELLERS = ("BestDeals", "maria_", "WealthCoach", "Promo", "dr.slim", "lucky")


def _raid(chance: Random, *, until: datetime) -> Iterator[Line]:
    texts, piece = sections("trouble")["raid"], PIECES[1]
    for number in range(RAIDERS):
        at = until - RAID_AT + RAID_LASTS * chance.random()
        reader = Reader(id=f"r{number}", name=f"Driver{chance.randrange(1000, 9999)}", is_verified=False)
        yield _line(piece, reader, chance.choice(texts) + "!" * chance.randrange(4), "raid", at=at)


def _line(piece: Piece, reader: Reader, text: str, sort: str, *, at: datetime, parent: Line | None = None) -> Line:
    return Line(id="", piece=piece, reader=reader, text=text, sort=sort, at=at, parent=parent)


def _reader(chance: Random, among: Sequence[Reader]) -> Reader:
    return chance.choices(among, weights=[reader.weight for reader in among])[0]


def _moment(began: datetime, until: datetime, chance: Random) -> datetime:
    """Draw a moment: most is written in the first two days, little at night, and some in the last hours."""
    length = (until - began) / timedelta(hours=1)
    while True:
        hours = chance.random() * length if chance.random() < 0.25 else chance.expovariate(1 / 30)
        at = began + timedelta(hours=hours)
        awake = 0.5 - 0.5 * math.cos(2 * math.pi * (hour_of(at, until=until) - 3) / 24)
        if hours < length - 0.05 and chance.random() < 0.06 + awake:
            return at


def _drawn(texts: Sequence[str], chance: Random) -> Callable[[], str]:
    """Return what draws texts in turn, in an order of its own each time round."""
    waiting: list[str] = []

    def draw() -> str:
        if not waiting:
            waiting.extend(chance.sample(texts, len(texts)))
        return waiting.pop()

    return draw
