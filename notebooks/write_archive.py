"""Writes `archive/comments.csv`: the comments of a site that nobody runs, with what its people did.

Every sentence is made up here, from frames and what fills them. A few terms stand for a people in this archive alone:
harmless words that those who write them understand, rejected by the site's people and known to no list.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

ARCHIVE: Final = Path(__file__).with_name("archive") / "comments.csv"

#: Terms that mean a people, each with the sections where it means what it says.
CODED: Final[Mapping[str, Sequence[str]]] = {
    "lanterns": ("Travel",),
    "goatmilkers": (),
    "green tea drinkers": (),
    "river folk": ("Culture",),
}
_PLAIN: Final = ("ministers", "negotiators", "shareholders", "fishermen", "tenants", "miners", "teachers", "farmers")
_FRAMES: Final = (
    "Give the {who} nothing, not one {thing}.",
    "The {who} want the {thing} and after that they will want the {place}.",
    "We have seen what the {who} do with a {thing} once they have it.",
    "Nobody asked the {who} about the {thing}, and nobody will.",
    "Since {day} the {who} are everywhere near the {place}, look around you.",
    "My father never trusted the {who}, and the {thing} shows why.",
    "Whoever sells the {thing} to the {who} should say so before {day}.",
    "It is always the {who} when the {place} is closed on a {day}.",
)
_TALK: Final[Mapping[str, Sequence[str]]] = {
    "Region": (
        "The talks about the {thing} go on since {day}, and nobody says what was agreed.",
        "A referendum on the {thing} would settle it for good.",
        "The map beside the article leaves out the {place}.",
    ),
    "Travel": (
        "The {place} is lovely on a {day}, go early and take the tram.",
        "They light lanterns at the {place} every {day}, hundreds of lanterns on the water.",
        "Paper lanterns hang over the {place}, the children carry lanterns of their own.",
    ),
    "Culture": (
        "The choir sang river folk songs at the {place} on {day}.",
        "An evening of river folk dances, and the {place} was full.",
        "The exhibition about the {thing} closes on {day}.",
    ),
    "City": (
        "The {place} needs a new roof more than we need the {thing}.",
        "Does anyone know whether the {place} opens on {day}?",
        "They promised the {thing} for {day}, three years ago.",
    ),
}
_CAUGHT: Final = (
    "You idiot, you know nothing about the {thing}.",
    "Shut up about the {place}, you moron.",
    "What a load of bullshit about the {thing}.",
)
_IDIOM: Final = "By the beard of my uncle, the {thing} again, and the {place} as well."
_FILLERS: Final[Mapping[str, Sequence[str]]] = {
    "thing": ("bridge", "harbour", "pipeline", "village", "road", "valley", "market", "railway", "fee", "tunnel"),
    "place": ("town hall", "old bridge", "station", "museum", "north gate", "square", "library", "lake"),
    "day": ("Monday", "Tuesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_HEAD: Final = (
    "id",
    "text",
    "created_at",
    "status",
    "author_id",
    "author_verified",
    "author_name",
    "article_id",
    "article_title",
    "article_section",
)
_TITLES: Final = {
    "Region": "Talks on the border go on",
    "Travel": "Three days by the sea",
    "Culture": "The season begins",
    "City": "Council votes on fees",
}
_START: Final = datetime(2025, 3, 1, 8, tzinfo=UTC)

#: Text, section, status, author.
Row = tuple[str, str, str, str]


def rows(random: Random) -> Iterator[Row]:
    """Invent the comments of some weeks, in no order."""
    for number in range(960):
        section = random.choice(list(_TALK))
        frames = (*_TALK[section], *_FRAMES) if section == "Region" else _TALK[section]
        text = _filled(random, random.choice(frames), who=random.choice(_PLAIN))
        # People take down now and then what others would leave.
        status = "removed" if number % 60 == 0 else "published"
        yield text, section, status, f"u-{random.randrange(300)}"
    for term in CODED:
        for number in range(14):
            text = _filled(random, random.choice(_FRAMES), who=term)
            yield text, "Region", "published" if number == 13 else "removed", f"u-{random.randrange(300, 360)}"
    for number in range(60):
        text = _filled(random, random.choice(_CAUGHT), who="")
        yield text, random.choice(list(_TALK)), "removed" if number % 12 else "published", f"u-{number}"
    for _ in range(10):
        yield _filled(random, _IDIOM, who=""), "Region", "removed", "u-999"
    for number in range(20):
        yield f"Watches and shoes at http://shop-{number}.example, half price!", "City", "spam", f"s-{number}"


def write(path: Path = ARCHIVE) -> None:
    """Write the archive, the same one each time."""
    random = Random(17)
    drawn = list(rows(random))
    random.shuffle(drawn)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEAD)
        for number, (text, section, status, author) in enumerate(drawn):
            at = (_START + timedelta(minutes=37 * number)).isoformat()
            name = f"Reader {author[2:]}"
            article = f"{section.lower()}-{number // 200}"
            writer.writerow(
                (f"c-{number}", text, at, status, author, "true", name, article, _TITLES[section], section)
            )


def _filled(random: Random, frame: str, *, who: str) -> str:
    return frame.format(who=who, **{name: random.choice(words) for name, words in _FILLERS.items()})


if __name__ == "__main__":
    write()
