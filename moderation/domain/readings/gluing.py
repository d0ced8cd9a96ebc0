"""Listed words that are glued to everyday ones, or stand in a row of letters that were typed one by one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import ahocorasick_rs

from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.wordset import set_of

#: What a listed word is glued to: what stands before and after it when somebody speaks.
GLUE = set_of(
    "a an the u ur you your youre are is am such what how total totally complete super mega ultra giant big"
    " little old fat damn stupid dumb fucking dirty filthy all they he she we i my me him her his them this that"
    " these those of off so very really and or to go get just its dont do not no lol man boy girl face head hole"
    " mother mum mom mama sister wife father daughter sons kids family because when who why where here there"
    " out up xx mega ultra uber hyper"
    " yourself eat full must should will shall can be been being everybody everyone somebody nobody im pure real"
    " true miserable worthless useless ignorant brainless pathetic disgusting ugly lazy sick sad absolute utter"
    " rotten lousy vile nasty arrogant crazy silly bloody die"
)
#: The same in Russian, Armenian and Turkish, folded; shorter words begin and end too many others.
GLUE |= set_of(
    "ты тебя тебе тобои твоя вас вам вами ваша ваши это этот эта эти все всех она они мне его как какои какая"
    " какие такои такая такие просто полныи полная настоящии старыи грязныи тупои иди идите пошел пошла пошли вон"
    " отсюда здесь твою мать что кто сам сама совсем самыи тупые грязные конченыи конченая супер мега ультра"
    " хх вот чтоб"
    " դու դուք քեզ ձեզ քո ձեր քոնը ես եք են է մի այս այդ այն նա նրանք ինչ ինչպես շատ իսկական մարդ տղա մեր մեզ գնա"
    " գնացեք հենց բոլոր բոլորդ դուն քու duq qez dzez inchqan shat mard du"
    " sana senin sizin hepiniz olsun"
)
#: And what only a long row has between its words.
_GLUE_OF_ROWS = set_of(
    "вы мы он нас их твои ваш же ли ну да тут там лучше дурацкии тупая"
    " duk dzer inch txa gna bolor sen seni siz sizi bir cok gibi tam lan ulan hepsi git kadar"
)
#: What a comment speaks of, and everyday words: between these a listed word stands in a long row of letters.
EVERYDAY = (
    ORDINARY
    | _GLUE_OF_ROWS
    | set_of(
        "about after again against always anybody anyone anything article as at author be because become been"
        " before believe belong between book bring broke brother brought business by called cannot car care cares"
        " children church class clown come comment comments could country crime dead death deserve deserves"
        " disgusting doctor dream earth editor election else end enemy enough even ever everyone everything face"
        " fault feel feet fight find fire fool force forever forget friend friends front full future game garbage"
        " gets girl give gives god gone good government great ground group guess hair hang happen hate hates have"
        " heart heaven hell help home hope hopes hour house human idea if in instead into island its jail job"
        " joke journalism journalist judge justice keep kids kill kind king know knows land language last law"
        " lawyer leave left legs less liar life like likes listen live lives living look looks lose love lying"
        " make makes mayor mean media men mind minister miss money month more morning most mouth much must name"
        " nation need needs neighbour neighbours neck never news newspaper next nice night nobody none noone nose"
        " nothing now number office on online once only open opinion other our outside own page paper parents"
        " parliament party past pathetic pay peace people person piece place play please police politician"
        " politicians poor president prison problem promise protest public put question quite rather read reader"
        " reading real reason report reporter reporters rest rich right road rope rotten run save school see seen"
        " send sent sex should shut since sit sleep smell smells some somebody someone something son soon speak"
        " stand start state stay stop story street stuff such sure take talk talking teach teeth tell than then"
        " thing things think throat through time today together told tomorrow tonight too town trash true trust"
        " truth turn ugly under until us use used very vote voted wait wake walk wall want wants war watch water"
        " week were white whole will wish with without woman women wonder word words work world worse worst"
        " worthless would write writes writing wrong year years yourself"
    )
)
#: Words beside which another may begin or end.
BESIDE = frozenset(word for word in EVERYDAY if len(word) > 1) | GLUE
_ALONE = frozenset("aiuявкосуեէ")
_WIDE = frozenset(word for word in EVERYDAY if len(word) > 2 or not word.isascii()) | GLUE
_WIDE |= set_of("as at be by if in on us")
#: A row so long, of so many words, is no name that happens to be made of words.
_LONG_ROW, _MANY_WORDS, _LONG_WORD = 10, 3, 5
#: A row of so many words is a sentence, however it begins, if it speaks to or of somebody.
_SENTENCE = 4
_SAID_TO = set_of(
    "you your yourself youre u ur should will these those they people nobody somebody someone everybody everyone"
)
#: How such a row begins.
_OPENING = set_of(
    "you your youre u ur this these those they all the what such just get she his her ты вы все какои դու sen siz"
)
_SHORTEST, _LONGEST = 4, 24
_MOST_WORDS = 9
#: A letter that belongs to no word weighs as much as so many words.
_STRAY = 2


class _Parts:
    """Words of which a row may be made, to be found by where they begin."""

    def __init__(self, words: Iterable[str], *, head: int) -> None:
        """Sort words, of `head` letters at least, by their first letters."""
        self._head = head
        self._words = frozenset(word for word in words if len(word) <= _LONGEST)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:head], set()).add(len(word))
        self._lengths = {start: tuple(found) for start, found in lengths.items()}

    def at(self, row: str, start: int) -> list[str]:
        """Return those that begin at a place of a row."""
        lengths = self._lengths.get(row[start : start + self._head])
        if lengths is None:
            return []
        parts = (row[start : start + length] for length in lengths)
        return [part for part in parts if part in self._words]


_GLUED, _WIDELY_GLUED = _Parts(GLUE, head=1), _Parts(_WIDE, head=1)


class Gluing:
    """Listed words, to be found in rows of letters that were typed without a space."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        """Take the listed words, folded, and how they are written: phrases with their spaces."""
        self._listed = listed
        #: By how they begin: most rows are seen at a glance to hold none.
        self._parts = _Parts(listed, head=_SHORTEST)
        long_enough = [word for word in listed if _SHORTEST <= len(word) <= _LONGEST]
        self._automaton = ahocorasick_rs.AhoCorasick(long_enough) if long_enough else None

    def said(self, word: str) -> str:
        """A listed word as it is written, with its spaces where it is a phrase."""
        return self._listed.get(word, word)

    def apart(self, row: str) -> str | None:
        """The row as words, listed ones with glue around them; `None` where it is anything else.

        >>> Gluing({"idiot": "idiot"}).apart("youareanidiot")
        'you are an idiot'
        """
        if not self.is_in(row):
            return None
        found = self._in_few_words(row, _GLUED, shortest=_SHORTEST)
        if found is None and len(row) >= _LONG_ROW:
            return self._long_row(row)
        return found

    def _long_row(self, row: str) -> str | None:
        """A row of many words, everyday ones among them, if it begins or is as long as a sentence."""
        found = self._in_few_words(row, _WIDELY_GLUED, shortest=_LONG_WORD)
        words = found.split() if found is not None else []
        if len(words) >= _MANY_WORDS and words[0] in _OPENING:
            return found
        found = self._in_few_words(row, _WIDELY_GLUED, shortest=_SHORTEST)
        words = found.split() if found is not None else []
        return found if len(words) >= _SENTENCE and not _SAID_TO.isdisjoint(words) else None

    def is_in(self, row: str) -> bool:
        """Whether a listed word is among the letters of a row: quick to tell, and most rows hold none."""
        return self._automaton is not None and bool(self._automaton.find_matches_as_indexes(row))

    def _in_few_words(self, row: str, glue: _Parts, *, shortest: int) -> str | None:
        """The row in the fewest words, each of them glue or a listed one, and at least one of these."""
        #: By where they end: whether no listed one is among the words up to there, how many there are, and they.
        best: list[tuple[bool, int, str] | None] = [(True, 0, ""), *[None] * len(row)]
        for start in range(len(row)):
            before = best[start]
            if before is None or before[1] == _MOST_WORDS:
                continue
            listed = [part for part in self._parts.at(row, start) if len(part) >= shortest]
            for part in (*listed, *glue.at(row, start)):
                said = f"{before[2]} {self.said(part)}".lstrip()
                words, end = (before[0] and part not in listed, before[1] + 1, said), start + len(part)
                known = best[end]
                if known is None or words < known:
                    best[end] = words
        found = best[-1]
        return None if found is None or found[0] else found[2]

    def between(self, row: str) -> str | None:
        """Letters that were typed one by one as words, if a listed one is among them; `None` where none is.

        A short one counts beside another word only; what is no word at all may stand beside a long one.

        >>> Gluing({"asshole": "ass hole"}).between("whatanasshole")
        'what an ass hole'
        """
        words = list(self._words(row)) if self.is_in(row) else []
        for at, (word, is_listed) in enumerate(words):
            beside = [other in BESIDE for other, _ in words[max(at - 1, 0) : at] + words[at + 1 : at + 2]]
            if is_listed and len(word) >= _SHORTEST and (len(word) >= _LONG_WORD or all(beside)):
                return " ".join(self.said(word) for word, _ in words)
        return None

    def _words(self, row: str) -> Iterator[tuple[str, bool]]:
        """Words of a row, and whether each is listed, so that the fewest letters are left over."""
        weights, starts = [0], [0]
        for end in range(1, len(row) + 1):
            weight, start = weights[end - 1] + (1 if row[end - 1] in _ALONE else _STRAY), end - 1
            for first in range(max(end - _LONGEST, 0), end - 1):
                if weights[first] + 1 <= weight and ((part := row[first:end]) in BESIDE or part in self._listed):
                    weight, start = weights[first] + 1, first
            weights.append(weight)
            starts.append(start)
        cuts = [len(row)]
        while cuts[-1]:
            cuts.append(starts[cuts[-1]])
        cuts.reverse()
        stray = ""
        for start, end in pairwise(cuts):
            word = row[start:end]
            if end - start == 1 and word not in _ALONE:
                stray += word
                continue
            if stray:
                yield stray, False
                stray = ""
            yield word, word in self._listed
        if stray:
            yield stray, False
