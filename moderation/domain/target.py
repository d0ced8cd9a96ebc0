"""Who a comment is aimed at: another commenter, somebody in the article, its author, a group, oneself, nobody."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from moderation.domain import addressing
from moderation.domain.comment import Comment
from moderation.domain.names import TITLES, fold_name, spelling_key, surname
from moderation.domain.reading import SHORT_FORMS, Reading
from moderation.domain.second_person import generic_of
from moderation.domain.terms import MARKS, Terms
from moderation.domain.text import REVEALED, NormalisedText
from moderation.domain.verdict import Span

COMMENTER = "commenter"
NAMED_IN_ARTICLE = "named_in_article"
ARTICLE_AUTHOR = "article_author"
GROUP = "group"
SELF = "self"
PERSON = "person"
NOBODY = "nobody"

#: No more readings of a disguise than this are searched for a "you".
_MOST_VIEWS = 6

GroupTerms = Terms
"""Names of peoples, religions and other groups, from the policy's lists and the site's entities."""


def targets_of(
    comment: Comment,
    text: NormalisedText,
    *,
    people: Sequence[str],
    groups: GroupTerms,
    names: Sequence[str] = (),
) -> dict[str, tuple[Span, ...]]:
    """Tell who a comment is aimed at, and in which words; `nobody` stands alone.

    Args:
        comment: what was submitted: its parent and its article's author are asked.
        text: the comment as read.
        people: names of people in the article, and persons whom the site's articles are often about.
        groups: terms for groups of people.
        names: names of others who wrote in the thread, where they are known.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    for reading in _readings(text):
        for target, some in _found(reading, comment, people=people, groups=groups, names=names).items():
            spans[target] = (*spans.get(target, ()), *some)
    if text.disguised and COMMENTER not in spans:
        spans[COMMENTER] = _unmasked(text)
    unquoted = {target: tuple(dict.fromkeys(some)) for target, some in spans.items() if some}
    return unquoted or {NOBODY: ()}


def _readings(text: NormalisedText) -> list[Reading]:
    """The text as read, and as it was meant where it is disguised."""
    return [Reading(text, view) for view in (text.soft, *text.hard) if view.name in ("soft", REVEALED)]


def _found(
    reading: Reading, comment: Comment, *, people: Sequence[str], groups: GroupTerms, names: Sequence[str]
) -> dict[str, tuple[Span, ...]]:
    """Who one reading of a comment is aimed at, and in which words."""
    found: dict[str, list[tuple[int, int]]] = {}
    named = _named(reading, people)
    addressed = _addressed_officials(reading, named, _commenters(comment, names))
    _note(found, NAMED_IN_ARTICLE, [*named, *addressed])
    _note(found, COMMENTER, _to_commenter(reading, comment, addressed=addressed, names=names))
    _note(found, ARTICLE_AUTHOR, _to_writer(reading, comment))
    _note(found, GROUP, _to_groups(reading, groups))
    _note(found, SELF, _to_self(reading))
    _note(found, PERSON, _to_person(reading, named))
    return {target: reading.spans(places) for target, places in found.items()}


def _unmasked(text: NormalisedText) -> tuple[Span, ...]:
    """Where "you" stands in a disguise: "y.o.u", "youarean…"."""
    for view in text.hard[:_MOST_VIEWS]:
        reading = Reading(text, view)
        runs = _second_person(reading, ())
        runs += [(i, i + 1) for word in reading.at if word.startswith(addressing.JOINED) for i in reading.at[word]]
        if runs:
            return reading.spans(runs)
    return ()


def _note(found: dict[str, list[tuple[int, int]]], target: str, places: Iterable[tuple[int, int]]) -> None:
    some = list(places)
    if some:
        found[target] = some


# People of the article


@lru_cache(maxsize=512)
def _index(people: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Spelling keys of surnames, and the surnames that are safe to know without a capital."""
    surnames = [surname(part) for part in people]
    keys = frozenset(spelling_key(last) for name in surnames for last in (name, name.split("-")[-1]))
    return keys, frozenset(fold_name(name) for name in surnames) - addressing.ALSO_WORDS


def _named(reading: Reading, people: Sequence[str]) -> list[tuple[int, int]]:
    """Where people of the article are named, by any spelling of the surname."""
    if not people:
        return []
    keys, plain = _index(tuple(people))
    runs = []
    for word, places in reading.at.items():
        name = word.partition("'")[0] if "'" in word else word
        if name in plain:
            runs += [(i, i + 1) for i in places]
        elif len(word) > 2 and spelling_key(name) in keys:
            runs += [(i, i + 1) for i in places if reading.is_capital(i)]
    return runs


def _commenters(comment: Comment, names: Sequence[str]) -> frozenset[str]:
    """Folded parts of the names of those who wrote in the thread."""
    parent = (comment.parent.author or "") if comment.parent else ""
    return frozenset(
        folded for name in (parent, *names) for part in name.split() if len(folded := fold_name(part)) > 2
    )


def _addressed_officials(
    reading: Reading, named: Sequence[tuple[int, int]], commenters: frozenset[str]
) -> list[tuple[int, int]]:
    """Where an office or a person of the article is spoken to: "Mr. President, you …"."""
    words, names = reading.words, {start for start, _ in named}
    places = []
    for i in sorted(names.union(reading.where(addressing.ADDRESSED))):
        if not _opens(reading, i) or commenters & {fold_name(w) for w in words[i : i + 3]}:
            continue
        stop = next((j for j in range(i, min(i + 4, len(words))) if words[j] == ","), None)
        if stop is not None and all(
            reading.is_capital(j) or words[j] in addressing.OFFICES | {"."} for j in range(i, stop)
        ):
            places.append((i, stop))
        elif i and words[i - 1] in ("your",) and words[i] in addressing.OFFICES:
            places.append((i, i + 1))
    return places


def _opens(reading: Reading, i: int) -> bool:
    """Whether only forms of address stand between the start of a sentence, or a comma, and word `i`."""
    for j in range(i - 1, -1, -1):
        if reading.words[j] == "," or reading.ends_sentence(j):
            return True
        if not (
            reading.words[j] in addressing.ADDRESS
            or reading.words[j] in addressing.OFFICES
            or reading.words[j] == "."
        ):
            return False
    return True


# Other commenters


def _to_commenter(
    reading: Reading, comment: Comment, *, addressed: Sequence[tuple[int, int]], names: Sequence[str]
) -> list[tuple[int, int]]:
    """Where another commenter is spoken to or of."""
    places = _COMMENTER_TERMS.find(reading.words, reading.at)
    places += [
        run for run in _IMPERATIVE_TERMS.find(reading.words, reading.at) if _opens_clause(reading.words, run[0])
    ]
    places += _second_person(reading, addressed)
    places += _by_name(reading, comment, names)
    if comment.parent is not None or comment.kind == "reply":
        places += _elliptical(reading)
    return places


def _opens_clause(words: Sequence[str], i: int) -> bool:
    """Whether nothing stands before in the clause but "please" and its like."""
    return not i or words[i - 1] in MARKS or words[i - 1] in addressing.BEFORE_IMPERATIVE


def _second_person(reading: Reading, addressed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Every "you" that means a reader of this page: not anybody, and not an official who is spoken to."""
    words = reading.words
    places = [i for i in reading.where(_SECOND) if _is_you(reading, i)]
    if not places:
        return []
    first_official = min((reading.sentence(start)[0] for start, _ in addressed), default=len(words))
    generic = generic_of(words, [i for i in places if words[i] in addressing.YOU], ends=reading.ends_sentence)
    return [(i, i + 1) for i in places if i not in generic and i < first_official]


def _is_you(reading: Reading, i: int) -> bool:
    """Whether a word is "you" here: "du" is also French, "Sen." a senator."""
    word, after = reading.words[i], reading.words[i + 1 : i + 3]
    if word in addressing.YOU_BEFORE:
        return not addressing.YOU_BEFORE[word].isdisjoint(after)
    return not (word == "sen" and after[:1] == ["."])


def _by_name(reading: Reading, comment: Comment, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where the author of the parent, somebody in the thread, or an @name is named."""
    known = _commenters(comment, names)
    places = [(i, i + 1) for word in reading.at if word[0] == "@" for i in reading.at[word]]
    if not known:
        return places
    for word in reading.at:
        if fold_name(word.partition("'")[0]) in known:
            places += [(i, i + 1) for i in reading.at[word] if reading.is_capital(i) or len(word) > 4]
    return places


def _elliptical(reading: Reading) -> list[tuple[int, int]]:
    """Sentences without a subject, such as "Typical nonsense.", are about the comment that they answer."""
    places, start = [], 0
    for i in range(len(reading.words) + 1):
        if i < len(reading.words) and not reading.ends_sentence(i):
            continue
        if start < i <= start + 12 and " ".join(reading.words[start : start + 3]).startswith(
            addressing.ELLIPTICAL
        ):
            places.append((start, i))
        start = i + 1
    return places


# The article's author, groups, oneself, somebody else


def _to_writer(reading: Reading, comment: Comment) -> list[tuple[int, int]]:
    """Where the author of the article is meant, by name or as such."""
    words = reading.words
    places = [(i, i + 1) for i in reading.where(addressing.WRITERS) if _is_this_writer(words, i)]
    places += [
        (i - 1, i + 2)
        for i in reading.where(addressing.WROTE)
        if words[max(i - 1, 0)] in ("who", "whoever") and words[i + 1 : i + 2] in (["this"], ["it"])
    ]
    author = comment.article.author if comment.article else None
    return places + (_named(reading, (author,)) if author else [])


def _is_this_writer(words: Sequence[str], i: int) -> bool:
    before, after = words[i - 1] if i else "", words[i + 1 : i + 3]
    if before not in addressing.DETERMINERS:
        return False
    return not (after[:1] == ["of"] and after[1:] and after[1] not in addressing.OF_THIS)


def _to_groups(reading: Reading, groups: GroupTerms) -> list[tuple[int, int]]:
    return groups.find(reading.words, reading.at)


def _to_self(reading: Reading) -> list[tuple[int, int]]:
    """Where the writer speaks of themselves: "I was a fool", "silly me"."""
    words = reading.words
    return [(i, i + 1) for i in reading.where(addressing.FIRST) if _is_about_self(words, i)]


def _is_about_self(words: Sequence[str], i: int) -> bool:
    word, before, after = words[i], words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    if word == "we":
        return after in ("were", "are") and any(w in addressing.FOOLS for w in words[i + 2 : i + 6])
    if word == "me":
        return before in ("silly", "stupid", "foolish", "call", "poor")
    if word == "my":
        return after in ("mistake", "bad", "fault") or (after == "own" and "mistake" in words[i + 2 : i + 5])
    return (
        word in ("i'm", "im")
        or after in addressing.SELF_VERBS
        or words[i + 1 : i + 3] in (["must", "be"], ["have", "been"])
    )


def _to_person(reading: Reading, named: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where somebody is meant who is neither here nor in the article."""
    words, known = reading.words, {start for start, _ in named}
    places = [(i, i + 1) for i in reading.where(addressing.PRONOUNS)]
    places += [
        (i - 1, i + 1) for i in reading.where(addressing.SOMEBODY) if i and words[i - 1] in addressing.DETERMINERS
    ]
    places += [(i - 1, i + 1) for i in reading.where(addressing.SCORNED) if i and words[i - 1] in ("this", "that")]
    for i in reading.where(_TITLED):
        name = i + 1 + (words[i + 1 : i + 2] == ["."])
        if (
            name < len(words)
            and name not in known
            and words[name] not in addressing.OFFICES
            and _is_name(reading, name)
        ):
            places.append((i, name + 1))
    return places


def _is_name(reading: Reading, i: int) -> bool:
    return reading.words[i] not in MARKS and reading.is_capital(i)


def _terms_of(lines: str) -> Terms:
    return Terms.of(entry for line in lines.split("\n") for entry in line.split("|") if entry)


_TITLED = TITLES | SHORT_FORMS
_SECOND = addressing.YOU | addressing.YOU_BEFORE.keys()
_IMPERATIVE_TERMS = _terms_of(addressing.IMPERATIVES)
_COMMENTER_TERMS = _terms_of(addressing.COMMENTERS)
