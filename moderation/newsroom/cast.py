"""Who and what there is in the invented town: articles, people who write, moderators."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article that is commented on."""

    id: str
    title: str
    section: str
    tags: tuple[str, ...]
    people: tuple[str, ...]
    about: tuple[str, ...]
    author: str
    text: str
    #: How long before the end of the two weeks it appeared.
    age: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who writes under articles."""

    id: str
    name: str
    #: Whether the newspaper vouches for the account.
    is_verified: bool = True
    #: How much more often than others they write.
    weight: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A moderator, and how strictly they read."""

    name: str
    #: Probability of rejecting what could go either way.
    strictness: float
    #: Probability of a slip on what is plain.
    slips: float
    #: Hours of the day in which they work, UTC.
    hours: tuple[int, int]


PIECES = (
    Piece(
        id="budget",
        title="Eight to seven: Brackwater shortens library hours and mends the rink roof",
        section="Politics",
        tags=("budget", "libraries"),
        people=("Marta Vance", "Tom Osei", "Grace Farrugia"),
        about=("Brackwater",),
        author="Jon Abara",
        text=(
            "The council passed next year's budget late on Monday by eight votes to seven. Library hours fall by"
            " a fifth; the roof of the ice rink is mended out of the capital fund. Tom Osei, who holds the purse,"
            " said that reserves had come down to nine weeks. Grace Farrugia called it a cut that falls on those"
            " who cannot heat their own reading room. A petition has 2,300 names."
        ),
        age=timedelta(days=13, hours=20),
    ),
    Piece(
        id="square",
        title="Market Square to close to cars from April",
        section="Local",
        tags=("transport", "town council"),
        people=("Marta Vance", "Oliver Prine"),
        about=("Brackwater",),
        author="Nina Holt",
        text=(
            "The town council voted nine to six on Tuesday to close Market Square to cars from April, as a trial"
            " of eighteen months. Mayor Marta Vance called it a gift to everyone who has to breathe. Oliver"
            " Prine, who speaks for the traders, said that shops would lose a third of their customers before"
            " summer. The buses will stop at the station instead; deliveries are allowed until ten."
        ),
        age=timedelta(days=8, hours=6),
    ),
    Piece(
        id="match",
        title="Rovers 2–3 Northgate: a penalty in the ninetieth minute ends the cup run",
        section="Sport",
        tags=("football", "Rovers"),
        people=("Dario Venn", "Lasse Holm", "Ike Danjuma", "Per Lindqvist"),
        about=("Brackwater Rovers", "Northgate"),
        author="Sam Okafor",
        text=(
            "It was a match that had an opinion of its own. Twice Rovers came back, by a free kick of Per"
            " Lindqvist's and a header by Ike Danjuma, who is nineteen. Lasse Holm saved six shots. In the"
            " ninetieth minute the referee pointed to the spot. Dario Venn, who took off his captain after 71"
            " minutes, said that he would do it again. Some 2,900 people stood where 2,400 may."
        ),
        age=timedelta(days=3, hours=2),
    ),
)

_REGULARS = (
    "Ines", "Gordon B.", "Tomasz", "Old Harbour", "Nell Whitby", "Stallholder", "Kit", "Prudence", "Yusuf K.",
    "Block F", "M. Adeyemi", "Rosalind", "Edgar P.", "Marguerite", "Tidewatcher", "Hanne", "J. Castellan",
    "Bicycle Bell", "Fernhill Mum", "Dr. Lowe", "Aram", "Siranush", "Виктор", "Ольга М.", "Emre", "Zeynep",
)  # fmt: skip
_OTHERS = (
    "Abel", "Bea", "Corin", "Dagny", "Ezra", "Fiona T.", "Gus", "Hester", "Ivo", "June", "Kamal", "Lotte",
    "Milo", "Nadia", "Orla", "Pip", "Quentin", "Ruth", "Sal", "Thea", "Umar", "Vesna", "Wilf", "Xenia", "Yann",
    "Zora", "Anush", "Narek", "Selin", "Pavel",
)  # fmt: skip

READERS = (
    *(Reader(id=f"u{i + 101}", name=name, weight=6) for i, name in enumerate(_REGULARS)),
    *(Reader(id=f"u{i + 201}", name=name) for i, name in enumerate(_OTHERS)),
)

#: Who quarrels.
QUARRELLERS = (
    Reader(id="u301", name="Rex", weight=9),
    Reader(id="u302", name="Truthteller1", weight=6),
    Reader(id="u303", name="Sgt. Pepper", weight=4),
    Reader(id="u304", name="No Nonsense Ned", weight=4),
    Reader(id="u305", name="guest_77", is_verified=False, weight=2),
)

#: Who have a word of their own for others.
WHISPERERS = tuple(
    Reader(id=f"u{i + 401}", name=name)
    for i, name in enumerate(
        (
            "Keelman",
            "Old Money",
            "Lantern",
            "Mrs. Tarn",
            "Straight Talk",
            "Northsider",
            "G. Pell",
            "Quiet Street",
            "Hilltop",
            "R. Amsel",
            "Third Generation",
            "Common Sense",
            "Taxed Twice",
            "Ferryman",
        )
    )
)

#: By section of `tongues.txt`.
SPEAKERS = {
    "hy": ("Aram", "Siranush", "Anush", "Narek"),
    "ru": ("Виктор", "Ольга М.", "Pavel"),
    "tr": ("Emre", "Zeynep", "Selin"),
}

JUDGES = (
    Judge(name="anahit", strictness=0.35, slips=0.02, hours=(6, 14)),
    Judge(name="bernd", strictness=0.65, slips=0.04, hours=(10, 18)),
    Judge(name="chloe", strictness=0.45, slips=0.03, hours=(14, 22)),
    Judge(name="davit", strictness=0.55, slips=0.08, hours=(18, 24)),
)

#: Decides where two of them disagree.
EDITOR = Judge(name="edith", strictness=0.5, slips=0.0, hours=(8, 18))
