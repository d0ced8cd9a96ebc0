"""Who a comment is aimed at: another commenter, somebody in the article, its author, a group, oneself, nobody."""

import re
from collections.abc import Callable, Sequence

import re2

from moderation.domain.aim import addressing
from moderation.domain.aim.addressees import Addressee, addressees_of
from moderation.domain.aim.named import named_in
from moderation.domain.aim.names import fold_name
from moderation.domain.aim.oneself import on_oneself
from moderation.domain.aim.reading import Reading
from moderation.domain.aim.replies import on_the_parent
from moderation.domain.aim.second_person import generic_of
from moderation.domain.aim.somebody import somebody_else
from moderation.domain.aim.terms import Terms, terms_of
from moderation.domain.aim.told import told
from moderation.domain.aim.tongues import said_to_you
from moderation.domain.comment import Comment
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
    apart: Callable[[str], str | None] | None = None,
) -> dict[str, tuple[Span, ...]]:
    """Tell who a comment is aimed at, and in which words; `nobody` stands alone.

    Args:
        comment: what was submitted: its parent and its article's author are asked.
        text: the comment as read.
        people: names of people in the article, and persons whom the site's articles are often about.
        groups: terms for groups of people.
        names: names of others who wrote in the thread, where they are known; written small they count only where
            a sentence begins.
        apart: tells the words that a token is glued from, if a listed one is among them (`Lexicon.apart`).
    """
    spans: dict[str, tuple[Span, ...]] = {}
    for reading in _readings(text):
        for target, some in _found(reading, comment, people=people, groups=groups, names=names).items():
            spans[target] = (*spans.get(target, ()), *some)
    if text.disguised and COMMENTER not in spans:
        spans[COMMENTER] = _unmasked(text)
    if apart is not None and not spans.get(COMMENTER):
        spans[COMMENTER] = _glued(text, apart)
    unquoted = {target: tuple(dict.fromkeys(some)) for target, some in spans.items() if some}
    return unquoted or {NOBODY: ()}


def _readings(text: NormalisedText) -> list[Reading]:
    """The text as read, and as it was meant where it is disguised."""
    return [Reading(text, view) for view in (text.soft, *text.hard) if view.name in ("soft", REVEALED)]


def _found(
    reading: Reading, comment: Comment, *, people: Sequence[str], groups: GroupTerms, names: Sequence[str]
) -> dict[str, tuple[Span, ...]]:
    """Who one reading of a comment is aimed at, and in which words."""
    writer = comment.article.author if comment.article else None
    known = readers_of(comment, names)
    named, by_line = named_in(reading, people), named_in(reading, (writer,) if writer else ())
    spoken_to = addressees_of(reading, named=named, writer=by_line, readers=known)
    officials = [(each.start, each.end) for each in spoken_to if not each.is_writer]
    writers = [(each.start, each.end) for each in spoken_to if each.is_writer]
    readers = _to_commenter(reading, comment, spoken_to=spoken_to, known=known)
    found = {
        NAMED_IN_ARTICLE: [*named, *officials],
        COMMENTER: readers,
        ARTICLE_AUTHOR: [*by_line, *writers, *_to_writer(reading)],
        GROUP: groups.find(reading.words, reading.at),
        SELF: on_oneself(reading),
    }
    others = sorted(run for target in (NAMED_IN_ARTICLE, ARTICLE_AUTHOR, COMMENTER) for run in found[target])
    found[PERSON] = somebody_else(reading, others)
    return {target: reading.spans(places) for target, places in found.items() if places}


def _unmasked(text: NormalisedText) -> tuple[Span, ...]:
    """Where "you" stands in a disguise: "y.o.u", "youarean…"."""
    for view in text.hard[:_MOST_VIEWS]:
        reading = Reading(text, view)
        runs = _second_person(reading)
        runs += [(i, i + 1) for word in reading.at if word.startswith(addressing.JOINED) for i in reading.at[word]]
        if runs:
            return reading.spans(runs)
    return ()


def _glued(text: NormalisedText, apart: Callable[[str], str | None]) -> tuple[Span, ...]:
    """Where "you" is glued to an insult or typed in one row with it: youareanidiot, тыидиот."""
    spans: list[Span] = []
    is_said: dict[str, bool] = {}
    for view in (text.soft, *text.hard[:_MOST_VIEWS]):
        for found in _LONG_WORD.finditer(view.text) if _MAYBE_GLUED.search(view.text) is not None else ():
            token = found[0]
            if token not in is_said and len(is_said) < _MOST_GLUED and _HOLDS_YOU.search(token) is not None:
                said = apart(token)
                is_said[token] = said is not None and not addressing.YOU.isdisjoint(said.split())
            if is_said.get(token):
                spans.append(view.span(*found.span()))
    return tuple(spans)


# Other commenters


def readers_of(comment: Comment, names: Sequence[str]) -> frozenset[str]:
    """Folded parts of the names of those who wrote in the thread."""
    parent = (comment.parent.author or "") if comment.parent else ""
    return frozenset(
        folded for name in (parent, *names) for part in name.split() if len(folded := fold_name(part)) > 2
    )


def _to_commenter(
    reading: Reading, comment: Comment, *, spoken_to: Sequence[Addressee], known: frozenset[str]
) -> list[tuple[int, int]]:
    """Where another commenter is spoken to or of."""
    places = [*told(reading), *_second_person(reading)]
    if spoken_to:
        since = min(each.since for each in spoken_to)
        places = [run for run in places if run[0] < since]
    places += _COMMENTER_TERMS.find(reading.words, reading.at)
    places += _by_name(reading, known, sure=readers_of(comment, ()))
    if comment.parent is not None or comment.kind == "reply":
        places += on_the_parent(reading)
    return places


def _second_person(reading: Reading) -> list[tuple[int, int]]:
    """Every "you" that means a reader of this page: not anybody, and not those who publish."""
    words = reading.words
    places = [i for i in reading.where(_SECOND) if _is_you(reading, i) and not _is_of_the_paper(words, i)]
    said = said_to_you(reading)
    if not places:
        return said
    generic = generic_of(words, [i for i in places if words[i] in addressing.YOU], ends=reading.ends_sentence)
    return said + [(i, i + 1) for i in places if i not in generic]


def _is_you(reading: Reading, i: int) -> bool:
    """Whether a word is "you" here: "du" is also French, "Sen." a senator."""
    word, after = reading.words[i], reading.words[i + 1 : i + 3]
    if word in addressing.YOU_BEFORE:
        return not addressing.YOU_BEFORE[word].isdisjoint(after)
    return not (word == "sen" and after[:1] == ["."])


def _is_of_the_paper(words: Sequence[str], i: int) -> bool:
    """Whether "your" goes with what the publisher owns: "your newspaper", "your lazy reporter"."""
    return words[i] in ("your", "ur") and not addressing.PUBLISHED.isdisjoint(words[i + 1 : i + 3])


def _by_name(reading: Reading, known: frozenset[str], *, sure: frozenset[str]) -> list[tuple[int, int]]:
    """Where the author of the parent (`sure`), somebody in the thread, or an @name is named."""
    places = [(i, i + 1) for word in reading.at if word[0] == "@" for i in reading.at[word]]
    if not known:
        return places
    for word in reading.at:
        name = fold_name(word.partition("'")[0])
        if name in known or (name[-1:] == "s" and name[:-1] in known):
            is_sure = name in sure or name[:-1] in sure
            places += [
                (i, i + 1)
                for i in reading.at[word]
                if _is_nickname(reading, i, name=name)
                and (is_sure or (name in known and (reading.is_capital(i) or _opens(reading, i))))
            ]
    return places


def _opens(reading: Reading, i: int) -> bool:
    return i == 0 or reading.ends_sentence(i - 1)


def _is_nickname(reading: Reading, i: int, *, name: str) -> bool:
    """Whether a word that is somebody's name here is no ordinary word at this place."""
    if name not in addressing.GIVEN_NAMES_THAT_ARE_WORDS:
        return reading.is_capital(i) or len(name) > 3
    opens = _opens(reading, i)
    called = reading.words[i + 1 : i + 2] in ([","], [":"]) or reading.words[max(i - 1, 0)] in ("to", "with", ",")
    return reading.is_capital(i) and (called if opens or name in ("may", "june", "april") else True)


# The article's author


def _to_writer(reading: Reading) -> list[tuple[int, int]]:
    """Where the author of the article is meant without a name."""
    words = reading.words
    places = [(i, i + 1) for i in reading.where(addressing.WRITERS) if _is_this_writer(words, i)]
    places += [(i, i + 1) for i in reading.where(addressing.WRITERS_ELSEWHERE)]
    places += [(i, i + 2) for i in reading.where(_YOUR) if _is_of_the_paper(words, i)]
    places += _ARTICLE_TERMS.find(words, reading.at)
    places += [
        (i - 1, i + 2)
        for i in reading.where(addressing.WROTE)
        if words[max(i - 1, 0)] in ("who", "whoever", "that")
        and words[i + 1 : i + 2] in (["this"], ["it"], ["that"])
    ]
    return places


def _is_this_writer(words: Sequence[str], i: int) -> bool:
    before, after = words[i - 1] if i else "", words[i + 1 : i + 6]
    if words[i] in ("editor", "editors", "hack") and before in ("dear", "hey"):
        return True
    if before not in addressing.DETERMINERS:
        return False
    if after[:1] != ["of"]:
        return True
    clause = after[1 : after.index(",")] if "," in after else after[1:]
    return clause[:1] in (["this"], ["it"]) or not addressing.PIECES.isdisjoint(clause)


_YOU = "you|ты|вы|теб|вас|вам|тво|ваш|sen|siz|դու|քեզ|քո|ձե|qez"
#: Words that hold a "you", and are long enough for more; first told at a glance.
_MAYBE_GLUED = re2.compile(rf"(?:^|[^\pL])(?:{_YOU}|du)\pL|\pL(?:{_YOU})")
_HOLDS_YOU = re.compile(f"{_YOU}|^du")
#: No more different words are taken apart.
_MOST_GLUED = 100
_LONG_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{6,60}(?![^\W_])")
_SECOND = addressing.YOU | addressing.YOU_BEFORE.keys()
_YOUR = frozenset({"your", "ur"})
_COMMENTER_TERMS = terms_of(addressing.COMMENTERS)
_ARTICLE_TERMS = terms_of(addressing.ON_THE_ARTICLE)
