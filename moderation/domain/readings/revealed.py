"""The text as it was meant: what a model should see beside the text as typed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from string import ascii_lowercase

import re2

from moderation.domain.readings.disguise import (
    BACKWARDS,
    core_of,
    is_glued,
    leetish,
    letters_for_signs,
    spelt_out,
    with_letters,
)
from moderation.domain.readings.gluing import BESIDE
from moderation.domain.readings.lettered import in_words
from moderation.domain.readings.masks import uncensored
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.view import Edit, View, rewrite

_LONGEST_CHUNK = 40
#: A number glued to a word: "7den", "40min"; "1d10t" and "b00b" are no numbers.
_NUMBER = re.compile(r"^\d+[^\W\d_]+$|^\d{2}|\d{3,}|(?<!\d)(?!00|01|10|11|33|44|55|77)\d\d")
#: A missing space: "wow!Then".
_SENTENCE_END = re.compile(r"![A-Z]")
_LONG_RUN = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
#: A word of which each letter stands twice; two such are no chance.
_PAIRS = re.compile(r"(?<![^\W_])(?:([^\W\d_])(?:\1)(?!\1)){2,40}(?![^\W_])", re.IGNORECASE)
_FEWEST_PAIRS = 2
_MAYBE_PAIRS = re2.compile("(?i)" + "|".join(rf"\b{letter * 2}[a-z]" for letter in ascii_lowercase))
_MAYBE_LONG_RUN = re2.compile("(?i)" + "|".join(letter * 3 for letter in ascii_lowercase))


#: "You" and "your", whatever stands for their letters or between them.
_MASK = r"[*#%&?!^~=█▓■●○×·•@$+…'’_.,/\\|:;(){}\[\]-]|[\u2190-\u2bff\U0001f300-\U0001faff]\ufe0f?"
_YOU = re.compile(
    rf"(?=[yuo¥])(?<![^\W_])(?!you(?:r|rs|re)?(?![^\W_]))"
    rf"(?:y+(?:{_MASK}| )?(?:[o0]+(?:{_MASK}| )?|{_MASK})[uvy]+(?:{_MASK}){{0,2}}"
    rf"(?P<your>(?:{_MASK})?r+s?|['’]?re+)?"
    rf"|y(?:{_MASK}){{2}}|¥[o0](?:[uvµ]|\(_\))|y\(\)\|_\||uoy|oyu|yuo)(?![^\W_])",
    re.IGNORECASE,
)


#: "You" glued to what follows: youscumbag, yourmotherisa…
_GLUED_YOU = re.compile(
    r"(?<![^\W_])(?!you(?:ng|th|tu|rs|s+e|s+o|s+u|ne|ni|na))(you(?:r(?!e))?)(?=[a-z]{5})", re.IGNORECASE
)
#: Three words or more that are told apart by their capitals alone, or by one sign.
_CAMEL = re.compile(
    r"(?<![^\W_])(?:(?:[A-Z][a-z]+|[AI](?=[A-Z])){3,}|(?:[А-ЯЁ][а-яё]+){2,}|(?:[Ա-Ֆ][ա-և]+){2,})(?![^\W_])"
    r"|(?<=#)(?!YouTube)(?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]+){2,}(?![^\W_])"
)
_MAYBE_CHAINED = re2.compile(r"\pL[._/+~|=-]\pL+[._/+~|=-]\pL")
_CHAINED = re.compile(
    r"(?<!\S)(?=[^\W\d_]+([._/+~|=-]))(?:[^\W\d_]{1,15}\1){2,}[^\W\d_]{2,15}(?=[.,!?;:]*(?:\s|$))"
)
_CLAUSE = re.compile(r"[^.,!?:;\n]+")
#: What shows that a clause was written backwards, or some of it.
_BACKWARDS = re.compile(rf"(?<![^\W_])(?:{BACKWARDS})(?![^\W_])", re.IGNORECASE)
_MAYBE_BACKWARDS = re2.compile(rf"(?i)(?:^|[^\pL\pN_])(?:{BACKWARDS})(?:[^\pL\pN_]|$)")
_PART = re.compile(r"\S+")
_DIGITS = dict(zip("01345@$!7", "oieasasit", strict=True))
_LIKELY = "0134578@$!+|"
_EVERYDAY = BESIDE | ORDINARY
#: Numbers that are words, where others are spelt so.
_NUMBERS = {"1": "i", "4": "a", "@": "a", "!": "i", "70": "to", "15": "is", "17": "it", "50": "so", "@11": "all"}
_A_NUMBER = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, _NUMBERS))})(?=[.,!?;:]*(?:\s|$))")
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁԱ-Ֆ])(?=[A-ZÇĞİÖŞÜА-ЯЁԱ-Ֆ])|(?<=[AI])(?=[A-Z][a-z])")


def revealed(view: View) -> View:
    """What a person reads for the commonest disguises, case kept where letters are kept."""
    view = uncensored(spelt_out(in_words(_apart(view))))
    view = rewrite(view, _plain_words(view.text))
    view = rewrite(view, [(found.start(), found.end(), _you(found)) for found in _YOU.finditer(view.text)])
    if (
        view.text.isascii()
        and _MAYBE_PAIRS.search(view.text) is None
        and _MAYBE_LONG_RUN.search(view.text) is None
    ):
        return view
    if len(pairs := list(_PAIRS.finditer(view.text))) >= _FEWEST_PAIRS:
        view = rewrite(view, [(found.start(), found.end(), found[0][::2]) for found in pairs])
    runs = (found for found in _LONG_RUN.finditer(view.text) if _is_in_word(found))
    return rewrite(view, [_shortened(found) for found in runs])


def _apart(view: View) -> View:
    """Words that were glued or chained to one another, apart."""
    if is_glued(view.text):
        view = _unglued(view)
    if _MAYBE_CHAINED.search(view.text) is None:
        return view
    return rewrite(view, [edit for found in _CHAINED.finditer(view.text) for edit in _unchained(found)])


def _unglued(view: View) -> View:
    humps = [
        (at, at, " ")
        for found in _CAMEL.finditer(view.text)
        for at in (found.start() + hump.start() for hump in _HUMP.finditer(found[0]))
    ]
    view = rewrite(view, humps)
    if _MAYBE_BACKWARDS.search(view.text) is not None:
        clauses = (found for found in _CLAUSE.finditer(view.text) if _BACKWARDS.search(found[0]) is not None)
        view = rewrite(view, map(_turned, clauses))
    return rewrite(view, [(found.end(1), found.end(1), " ") for found in _GLUED_YOU.finditer(view.text)])


def _turned(found: re.Match[str]) -> Edit:
    """The words around the one that is backwards, up to those that make sense as they stand."""
    words = list(_PART.finditer(found[0]))
    turned = [i for i, word in enumerate(words) if _BACKWARDS.search(word[0])]
    first = next((i + 1 for i in range(turned[0] - 1, -1, -1) if _makes_sense(words[i][0])), 0)
    last = next((i - 1 for i in range(turned[-1] + 1, len(words)) if _makes_sense(words[i][0])), len(words) - 1)
    start, end = found.start() + words[first].start(), found.start() + words[last].end()
    return start, end, found.string[start:end][::-1]


def _makes_sense(word: str) -> bool:
    return word.casefold() in ORDINARY and word.casefold()[::-1] not in ORDINARY


def _unchained(found: re.Match[str]) -> Iterator[Edit]:
    """Spaces for the signs between words, if most of them are words and no letters apart."""
    words = found[0].split(found[1])
    if (
        sum(len(word) > 1 for word in words) * 2 > len(words)
        and sum(word.lower() in ORDINARY for word in words) > 1
    ):
        at = found.start()
        for word in words[:-1]:
            at += len(word) + 1
            yield at - 1, at, " "


def _you(found: re.Match[str]) -> str:
    said = "you" if found["your"] is None else "you're" if "e" in found["your"].lower() else "your"
    return said.upper() if found[0].isupper() else said


def _plain_words(text: str) -> Iterator[Edit]:
    """Digits and signs read as letters; in words of two letters only where others show that it is meant."""
    found = [(start, chunk, _plain_word(chunk)) for start, chunk in leetish(text) if len(chunk) <= _LONGEST_CHUNK]
    if _is_sure(found):
        found = [(start, chunk, meant or _likely_word(chunk)) for start, chunk, meant in found]
        found += [
            (word.start(), word[0], [(0, len(word[0]), _NUMBERS[word[0]])]) for word in _A_NUMBER.finditer(text)
        ]
        found.sort(key=itemgetter(0))
    for offset, _, edits in found:
        yield from ((offset + start, offset + end, letter) for start, end, letter in edits)


def _is_sure(found: Sequence[tuple[int, str, Sequence[Edit]]]) -> bool:
    """Whether several words are spelt so: two that are plain, or one where all the others make everyday words."""
    plain = sum(1 for _, _, meant in found if meant)
    if plain != 1 or len(found) == 1:
        return plain > 1
    others = ((chunk, _likely_word(chunk)) for _, chunk, meant in found if not meant)
    return all(meant and with_letters(chunk, meant) in _EVERYDAY for chunk, meant in others)


def _likely_word(chunk: str) -> Sequence[Edit]:
    """What a chunk means among others that were plain: b3, t0, r4p3d, k111."""
    start, end = core_of(chunk)
    core = chunk[start:end]
    if len(core) == 2:
        word = "".join(_DIGITS.get(sign, sign) for sign in core)
        return [(start, end, word)] if word.lower() in ORDINARY else ()
    if not any(map(str.isalpha, core)) or not all(sign.isalpha() or sign in _LIKELY for sign in core):
        return ()
    meant = [letters_for_signs(chunk, 0, meaning=meaning) for meaning in (0, 1)]
    return next((edits for edits in meant if with_letters(chunk, edits) in BESIDE), meant[0])


#: A text is looked at several times, and most of its chunks are the same each time.
@lru_cache(maxsize=8_192)
def _plain_word(chunk: str) -> Sequence[Edit]:
    """Digits and signs between the letters of one word; numbers, names and addresses stay."""
    start, end = core_of(chunk)
    core = chunk[start:end]
    letters = sum(map(str.isalpha, core))
    if _is_everyday(chunk):
        return letters_for_signs(chunk, 0)
    if letters < 2 or letters * 3 < len(core):
        return ()
    if core[-1].isdigit() or not chunk.isascii() or _NUMBER.search(core) or _SENTENCE_END.search(core):
        return ()
    is_word = all(sign.isalpha() or sign in "013457@$!" for sign in core) and core[-1] not in "@!"
    return letters_for_signs(chunk, 0) if is_word else ()


def _is_everyday(chunk: str) -> bool:
    """Whether signs and digits make an everyday word: 4re, k!ll."""
    meant = with_letters(chunk, letters_for_signs(chunk, 0))
    return len(meant) > 2 and meant in BESIDE


def _is_in_word(run: re.Match[str]) -> bool:
    """Whether other letters stand beside the run; `www`, `III` and `XXX` are no stretched words."""
    before = run.string[max(run.start() - 1, 0) : run.start()].isalpha()
    after = run.string[run.end() : run.end() + 1].isalpha()
    return before and after if run[1] in "iIxXwW" else before or after


def _shortened(found: re.Match[str]) -> Edit:
    keep = 2 if found[1].lower() in "eoslg" and len(found[0]) > 2 else 1
    return found.start(), found.end(), found[0][:keep]
