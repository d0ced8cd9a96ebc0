"""Names of people: how they are written, spelt and shortened, and where a text has some."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moderation.domain.readings.wordset import set_of

#: Consonants from which a skeleton alone may tell a name; shorter ones collide with words.
_SKELETON = 4
#: Mentions from which a run of capitals is taken for a name without any other sign.
_TIMES = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_INITIAL_OR_WORD = re.compile(r"[^\W\d_]\.(?=[^\S\n]*\w)|[^\W\d_]+(?:['’\-][^\W\d_]+)*")
#: What may stand between two parts of one name.
_JOINT = re.compile(r"[^\S\n]{1,2}")
#: Forms of address and offices that go before a name, without their dot.
TITLES = set_of(
    """
    mr mrs ms miss dr prof professor sir lady lord dame president vice-president premier chancellor
    minister secretary senator congressman congresswoman representative deputy governor mayor councillor
    councilman king queen prince princess emperor pope bishop archbishop patriarch catholicos cardinal
    rabbi imam sheikh ayatollah father reverend general colonel major captain admiral marshal lieutenant
    sergeant commissioner ambassador envoy consul judge justice attorney prosecutor speaker chairman
    chairwoman chair director coach spokesman spokeswoman spokesperson negotiator mediator candidate
    officer sheriff principal dean rector herr frau monsieur madame señor señora don
    """
)
_TITLE_MODIFIERS = set_of(
    """
    foreign prime interior defence defense finance health education justice first former deputy acting
    chief vice head ex late then lieutenant major attorney general us u.s british national federal state
    city county supreme high
    """
)
_PARTICLES = set_of("van von de del della di da dos der den la le bin ibn al el ben ter af zu")
_ARTICLES = frozenset({"the", "a", "an"})
_SPEECH = set_of(
    """
    said says told tells claimed claims warned warns added adds insisted insists argued argues asserted
    asserts denied denies announced announces stated states replied replies who whose resigned testified
    reiterated
    """
)
#: Words that make a run of capitals something else than a person.
_NO_PERSON = set_of(
    """
    group conference republic ministry party union organization organisation association council court
    university college school street avenue road square river mountain lake sea ocean bay island islands
    valley city county state states kingdom republics nations security radio television tv news times
    post herald daily agency press bank company corporation inc ltd hospital church cathedral museum park
    stadium league club cup championship olympics games war treaty accord agreement act bill law house
    senate congress parliament assembly committee commission army navy force forces police department
    office bureau board federation foundation institute center centre channel network north south east
    west northern southern eastern western central great new old united european american international
    global world day week month year january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday the a an and of for in on
    at to with from by as it he she they we i you this that these those there his her its their our your
    my but if when while after before since although however meanwhile what who where why how not no yes
    one two three four five six seven eight nine ten many some all most few several another last next
    earlier later today yesterday tomorrow now then here also even still just only both either neither
    free road project plan protocol protocols process principles peace line front airport station bridge
    highway tower palace plaza hall library theatre theater festival
    """
)


@lru_cache(maxsize=8192)
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


def names_in(title: str, body: str, *, is_other: Callable[[str], bool]) -> list[str]:
    """Names of people as written, the fullest form of each, in order of appearance.

    `is_other` tells words that name something else: a place, a people.
    """
    text = f"{title}\n{body}"
    runs = [run for run in _runs(text) if run.titled or not any(map(is_other, run.words))]
    alone = Counter(fold_name(run.words[0]) for run in runs if len(run.words) == 1)
    sure = [run.words for run in runs if run.titled or (len(run.words) > 1 and (run.speaks or alone[_key(run)]))]
    times = Counter(run.words for run in runs if len(run.words) > 1)
    likely = [words for words, count in times.items() if count >= _TIMES]
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
    words = tuple(unpossessed(word) for word in words)
    while words and words[0].casefold() in _NO_PERSON | _TITLE_MODIFIERS:
        words = words[1:]
    if not words or len(words) > 4 or any(w.casefold() in _NO_PERSON for w in words):
        return None
    if any(len(w) > 1 and w.isupper() for w in words) or len(fold_name(words[-1])) < 2:
        return None
    return words, titled


def parts_of(text: str) -> list[str]:
    """The words of a text, those with hyphens taken apart."""
    return [part for word in _WORD.findall(text) for part in word.split("-")]


def _is_possessive(word: re.Match[str]) -> bool:
    return word.group()[-2:] in ("'s", "’s")


def unpossessed(word: str) -> str:
    """A word without the ’s of possession."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word
