"""Whom and what an article is about: the site's entities, and names as they stand in its text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from moderation.domain.comment import Article

#: How far into the text a single mention already says what an article is about, in characters.
_LEAD = 600
#: Mentions in the body from which an article is about something.
_MENTIONS = 2
#: No more than this much of an article is read.
_READ = 60_000
#: Consonants from which a skeleton alone may tell a name; shorter ones collide with words.
_SKELETON = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_INITIAL_OR_WORD = re.compile(r"[^\W\d_]\.(?=[^\S\n]*\w)|[^\W\d_]+(?:['’\-][^\W\d_]+)*")
#: What may stand between two parts of one name.
_JOINT = re.compile(r"[^\S\n]{1,2}")
#: Forms of address and offices that go before a name, without their dot.
TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lady lord dame president vice-president premier chancellor minister
    secretary senator congressman congresswoman representative deputy governor mayor councillor councilman king queen
    prince princess emperor pope bishop archbishop patriarch catholicos cardinal rabbi imam sheikh ayatollah father
    reverend general colonel major captain admiral marshal lieutenant sergeant commissioner ambassador envoy consul
    judge justice attorney prosecutor speaker chairman chairwoman chair director coach spokesman spokeswoman
    spokesperson negotiator mediator candidate officer sheriff principal dean rector herr frau monsieur
    madame señor señora don""".split()
)
_TITLE_MODIFIERS = frozenset(
    """foreign prime interior defence defense finance health education justice first former deputy acting chief vice
    head ex late then lieutenant major attorney general us u.s british national federal state city county supreme
    high""".split()
)
_PARTICLES = frozenset("van von de del della di da dos der den la le bin ibn al el ben ter af zu".split())
_ARTICLES = frozenset({"the", "a", "an"})
_SPEECH = frozenset(
    """said says told tells claimed claims warned warns added adds insisted insists argued argues asserted asserts
    denied denies announced announces stated states replied replies who whose resigned testified reiterated""".split()
)
#: Words that make a run of capitals something else than a person.
_NO_PERSON = frozenset(
    """group conference republic ministry party union organization organisation association council court university
    college school street avenue road square river mountain lake sea ocean bay island islands valley city county
    state states kingdom republics nations security radio television tv news times post herald daily agency press
    bank company corporation inc ltd hospital church cathedral museum park stadium league club cup championship
    olympics games war treaty accord agreement act bill law house senate congress parliament assembly committee
    commission army navy force forces police department office bureau board federation foundation institute center
    centre channel network north south east west northern southern eastern western central great new old united
    european american international global world day week month year january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday the a an and of for
    in on at to with from by as it he she they we i you this that these those there his her its their our your my but
    if when while after before since although however meanwhile what who where why how not no yes one two three four
    five six seven eight nine ten many some all most few several another last next earlier later today yesterday
    tomorrow now then here also even still just only both either neither free road project plan protocol protocols
    process principles peace line front airport station bridge highway tower palace plaza hall library theatre
    theater festival""".split()
)


class Entity(Protocol):
    """A person, people, place or group that a site's articles are often about, as its policy names it."""

    @property
    def name(self) -> str:
        """The name by which the site calls it."""
        ...

    @property
    def spellings(self) -> tuple[str, ...]:
        """Other ways to write the name."""
        ...

    @property
    def kind(self) -> str:
        """person, people, place or group."""
        ...


def derive(article: Article, entities: Sequence[Entity]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell the people in an article and what it is about, from title, section, tags and text.

    Persons among the entities go by the entity's name, others by their fullest name in the text.
    Peoples, places and groups count where they head the article or come back in it.
    """
    heading = " \n".join(filter(None, (article.title, article.section, *(article.tags or ()))))
    return _derived(heading, article.title or "", (article.text or "")[:_READ], tuple(entities))


@lru_cache(maxsize=128)  # every comment under an article asks again
def _derived(
    heading: str, title: str, body: str, entities: tuple[Entity, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = _forms(entities)
    others = [entity for entity in entities if entity.kind != "person"]
    persons = _persons_in(f"{heading}\n{body}", [entity for entity in entities if entity.kind == "person"])
    not_persons = {word for entity in others for form in known[entity.name] for word in form}
    found = _names_in(title, body, not_persons=not_persons)
    people = [*(e.name for e in persons), *(n for n in found if not _is_any(n, persons))]
    in_heading, lead, in_body = _Mentions.of(heading), _Mentions.of(body[:_LEAD]), _Mentions.of(body)
    about = [
        entity.name
        for entity in others
        if in_heading.count(known[entity.name])
        or lead.count(known[entity.name])
        or in_body.count(known[entity.name]) >= _MENTIONS
    ]
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(about))


def fold_name(word: str) -> str:
    """A name without case, accents and punctuation, as it is compared.

    >>> fold_name("Erdoğan"), fold_name("O’Neill")
    ('erdogan', 'oneill')
    """
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    return "".join(c for c in decomposed if c.isalpha())


@lru_cache(maxsize=8192)
def spelling_key(word: str) -> str:
    """What spellings of one name from another alphabet have in common: its consonants, voiced or not.

    >>> spelling_key("Sargsyan") == spelling_key("Sarkissian")
    True
    >>> spelling_key("Putin") == spelling_key("Button")  # too short for its skeleton to tell
    False
    """
    folded = fold_name(word)
    plain = re.sub(r"(.)\1+", r"\1", folded.replace("y", "i").replace("j", "i"))
    skeleton = re.sub(r"(.)\1+", r"\1", re.sub("[aeiouh]", "", plain).translate(_VOICED))
    return folded[:1].translate(_VOICED) + skeleton if len(skeleton) >= _SKELETON else plain


_VOICED = str.maketrans({"g": "k", "q": "k", "c": "k", "d": "t", "b": "p", "z": "s", "w": "v", "x": "k"})


def surname(name: str) -> str:
    """The part of a name by which its bearer is called.

    >>> surname("Recep Tayyip Erdogan"), surname("Mayor Doyle"), surname("Hovhannes Ter-Petrosyan Jr.")
    ('Erdogan', 'Doyle', 'Ter-Petrosyan')
    """
    words = [w for w in _WORD.findall(name) if fold_name(w) not in _SUFFIXES]
    return words[-1] if words else name.strip()


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def is_same_name(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name."""
    return spelling_key(one) == spelling_key(other)


@dataclass(frozen=True, slots=True)
class _Mentions:
    """The words of a text, ready to be counted."""

    words: tuple[str, ...]
    at: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> "_Mentions":
        """Read a text once."""
        words = tuple(_plain(_unpossessed(word)) for word in _parts(text))
        at: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            at.setdefault(word, []).append(i)
        return cls(words, at)

    def count(self, forms: Iterable[tuple[str, ...]]) -> int:
        """How often any of the forms, each a sequence of words, stands in the text."""
        return sum(
            self.words[i : i + len(form)] == form for form in forms if form for i in self.at.get(form[0], ())
        )


def _persons_in(text: str, persons: Sequence[Entity]) -> list[Entity]:
    """Persons whose whole name is there; by the surname alone, the first of those who share it."""
    words = [word for word in map(_unpossessed, _parts(text)) if word[0].isupper()]
    keys = tuple(spelling_key(word) for word in words)
    pairs, alone = set(pairwise(keys)), set(keys)
    whole = [
        person
        for person in persons
        if any(pair in pairs for name in _names(person) for pair in pairwise(map(spelling_key, _parts(name))))
    ]
    claimed = {spelling_key(_last(name)) for person in whole for name in _names(person)}
    for person in persons:
        lasts = {spelling_key(_last(name)) for name in _names(person)}
        if lasts & alone and not lasts & claimed:
            whole.append(person)
            claimed |= lasts
    return [person for person in persons if person in whole]


def _last(name: str) -> str:
    return _parts(surname(name))[-1] if _parts(surname(name)) else name


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """A word as names of places and peoples are compared: every consonant counts."""
    return re.sub(r"(.)\1+", r"\1", fold_name(word).replace("y", "i"))


def _parts(text: str) -> list[str]:
    return [part for word in _WORD.findall(text) for part in word.split("-")]


def _is_possessive(word: re.Match[str]) -> bool:
    return word.group()[-2:] in ("'s", "’s")


def _unpossessed(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


@lru_cache(maxsize=64)
def _forms(entities: tuple[Entity, ...]) -> dict[str, frozenset[tuple[str, ...]]]:
    """Each entity's spellings as sequences of compared words."""
    return {
        entity.name: frozenset(tuple(map(_plain, _parts(name))) for name in _names(entity)) for entity in entities
    }


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.spellings)


def _is_any(name: str, persons: Iterable[Entity]) -> bool:
    return any(is_same_name(surname(name), surname(known)) for person in persons for known in _names(person))


def _names_in(title: str, body: str, *, not_persons: set[str]) -> list[str]:
    """Names of people as written, the fullest form of each, in order of appearance."""
    text = f"{title}\n{body}"
    runs = [run for run in _runs(text) if not (set(map(_plain, run.words)) & not_persons and not run.titled)]
    alone = Counter(fold_name(run.words[0]) for run in runs if len(run.words) == 1)
    sure = [run.words for run in runs if run.titled or (len(run.words) > 1 and (run.speaks or alone[_key(run)]))]
    times = Counter(run.words for run in runs if len(run.words) > 1)
    likely = [words for words, count in times.items() if count >= _MENTIONS]
    fullest: dict[str, str] = {}
    for words in [*sure, *likely]:
        name, key = " ".join(words), spelling_key(surname(" ".join(words)))
        if len(name) > len(fullest.get(key, "")):
            fullest[key] = name
    return list(fullest.values())


def _key(run: "_Run") -> str:
    return fold_name(run.words[-1])


@dataclass(frozen=True, slots=True)
class _Run:
    """Words with capitals that stand together."""

    words: tuple[str, ...]
    #: A title or an office goes before it.
    titled: bool
    #: What stands around it says that it is somebody.
    speaks: bool


def _runs(text: str) -> Iterator[_Run]:
    """Find runs of capitalised words that may be somebody's name."""
    words = list(_INITIAL_OR_WORD.finditer(text))
    heading_end = text.find("\n")
    i = 0
    while i < len(words):
        if not words[i].group()[0].isupper():
            i += 1
            continue
        end = _run_end(text, words, i)
        before = words[i - 1].group().casefold() if i and _is_next(text, words, i - 1) else ""
        found = _person(tuple(w.group() for w in words[i:end]), office=before in TITLES)
        in_body = words[i].start() > heading_end
        if found and (found[1] or before not in _ARTICLES):
            name, titled = found
            speaks = before in _SPEECH or _speaks(text, words, end) or _is_apposition(text, words[i:end])
            yield _Run(name if in_body else name[:2], titled, in_body and speaks)
        i = end


def _speaks(text: str, words: Sequence[re.Match[str]], end: int) -> bool:
    return end < len(words) and words[end].group().casefold() in _SPEECH and _is_next(text, words, end - 1)


def _is_apposition(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether a run stands between commas after a word in small letters: "the aide, Name Surname, was"."""
    before, after = text[max(run[0].start() - 4, 0) : run[0].start()], text[run[-1].end() : run[-1].end() + 1]
    return after == "," and bool(re.search(r"[^\W\d_], $", before)) and before[-3].islower()


def _run_end(text: str, words: Sequence[re.Match[str]], start: int) -> int:
    end = start + 1
    while (
        end < len(words)
        and end - start < 8
        and _is_next(text, words, end - 1)
        and not _is_possessive(words[end - 1])
    ):
        word = words[end].group()
        if not (word[0].isupper() or word in _PARTICLES):
            break
        end += 1
    while words[end - 1].group() in _PARTICLES:
        end -= 1
    return end


def _is_next(text: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether the word after `i` follows it with a space, or a dot that is part of a title."""
    between = text[words[i].end() : words[i + 1].start()]
    if between.startswith(".") and words[i].group().casefold() in (
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "sen",
        "gov",
    ):
        between = between[1:]
    return bool(_JOINT.fullmatch(between))


def _person(words: tuple[str, ...], *, office: bool) -> tuple[tuple[str, ...], bool] | None:
    """Take the name out of a run, and tell whether a title went before it; `None` where it is no name."""
    titled = office
    last_title = max((i for i, word in enumerate(words) if word.casefold() in TITLES), default=-1)
    if last_title >= 0:
        words, titled = words[last_title + 1 :], True
    words = tuple(_unpossessed(word) for word in words)
    while words and words[0].casefold() in _NO_PERSON | _TITLE_MODIFIERS:
        words = words[1:]
    if not words or len(words) > 4 or any(w.casefold() in _NO_PERSON for w in words):
        return None
    if any(len(w) > 1 and w.isupper() for w in words) or len(fold_name(words[-1])) < 2:
        return None
    return words, titled
