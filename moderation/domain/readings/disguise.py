"""The hard readings: signs and digits for letters, and letters set apart, stretched, glued or masked.

Each function takes a view and gives one in which that trick is undone everywhere, or the same view where nobody
plays it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import merge
from itertools import islice
from string import ascii_lowercase

import re2

from moderation.domain.readings.folding import SCRIPT_MARKS
from moderation.domain.readings.humps import HUMP
from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.innocent_near import INNOCENT_NEAR
from moderation.domain.readings.innocent_sounds import INNOCENT_SOUNDS
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.torn_leet import rejoined
from moderation.domain.readings.view import Edit, View, as_typed, renamed, rewrite

_options = re2.Options()
_options.log_errors = False
_TWICE = "|".join(f"{c}{c}" for c in "ahijkquvwxy")
_THRICE = "|".join(f"{c}{c}{c}" for c in "bcdefglmnoprstz")
_FIRST = "|".join(f"{c}{c}" for c in "bcdfglmnprstz")
_BEFORE = "|".join(f"{c}{c}[bcdfghkmnpqtvwxz]" for c in "bcdgmnprtz")
_LAST = "|".join(f"{c}{c}" for c in "bcdgmnprt")
_SCRIPTS = r"\p{Cyrillic}\p{Armenian}\p{Greek}\p{Georgian}\p{Latin}"
_LETTERS = "абвгдежзийклмнопрстуфхцчшщыьэюяաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
_STRETCHED = "|".join([*(f"{c}{c}{c}" for c in _LETTERS), *(f"{c}{c}" for c in "аеуыэюя")])
_REPEATED = rf"{_TWICE}|{_THRICE}|\b(?:{_FIRST})|{_BEFORE}|(?:{_LAST})\b"
_SUSPECTED = (
    r"(?i)[L][^\sL.,!?;:'\")\]-]|[0-9@$!|(<+#~*_^%\]}>][L]|[L][.,!?;:\")\]-]+[L0-9@$]"
    r"|(?:^|[^L0-9'])[L0-9@$!][^L0-9]{1,6}[L0-9@$!][^L0-9]{1,6}[L0-9@$!](?:[^L0-9]|$)"
    r"|[L]'(?:[a-km-qs-uw-z][L]|l[a-km-z]|[rv][a-df-z])|[a-mo-z]'t"
    r"|'[L]'(?:\s?'[L]'|[L])|[L]-\n[L]"
    rf"|{_REPEATED}|[b-df-hj-np-tv-z]x[b-df-hj-np-tv-z]|\|[_(<{{)=>23*\\][^\s]*[|)]"
)
#: Whether a text holds anything that a hard reading would change; one pass, some two microseconds.
_SUSPECT = re2.compile(_SUSPECTED.replace("L", "a-z"), _options)
_ODD_SIGN = rf"[^\s{_SCRIPTS}\d.,;:!?'\"()\[\]«»“”„‘’—–-][{_SCRIPTS}]"
_CUT = r"[\p{Cyrillic}\p{Armenian}]'[\p{Cyrillic}\p{Armenian}]"
_SUSPECT_ANYWHERE = re2.compile(
    "|".join((_SUSPECTED.replace("L", _SCRIPTS), _STRETCHED, _ODD_SIGN, _CUT)), _options
)
_RUNS = re2.compile(_REPEATED, _options)
_RUNS_ANYWHERE = re2.compile(f"{_REPEATED}|{_STRETCHED}", _options)
#: Everyday words that are spelt with such a run.
_EVERYDAY_RUN = re.compile(r"(?i)\b(?:adds?|added|odds?|oddly|apps?|eggs?|inn|inner|ann)\b")


#: Words backwards that are often said, and are no words of their own.
BACKWARDS = (
    "uoy|ruoy|eht|siht|meht|yeht|taht|htiw|flesruoy|lliw|dluohs|elpoep|esoht|eseht|lla|htaed|ekil|emoh|kcab|ohw"
    "|hcus|epoh|gniog|nemow|dlrow|diputs|evresed|ydobemos|enoemos|ydobyreve|enoyreve|rehtom|rohtua"
    "|ыт|ыв|ябет|ябес|отэ|есв|ուդ|զեք|զեձ"
)
#: How those write "you" who write in haste, or as they speak.
CLIPPED = "u|ur|urself|urselves|yov|yoo|yous|yall"
#: Words backwards, "you" clipped, "you" and another word, or three words told apart by capitals.
_GLUED = re2.compile(
    rf"(?i:(?:^|[^\pL\pN_])(?:{BACKWARDS})(?:[^\pL\pN_]|$))"
    rf"|(?i:(?:^|[\s(\"'])(?:{CLIPPED})(?:[)\"'.,!?;:]*(?:\s|$)))"
    r"|(?i:\byou(?:[a-mo-qsv-z]|r[a-df-rt-z])[a-z]{4})|\b(?:[A-Z][a-z]+|[AI])(?:[A-Z][a-z]+|[AI])(?:[A-Z][a-z]|[AI][A-Z])"
    r"|[А-ЯЁ][а-яё]+[А-ЯЁ][а-яё]|[Ա-Ֆ][ա-և]+[Ա-Ֆ][ա-և]|#[A-ZÇĞİÖŞÜ][a-zçğıöşü]+[A-ZÇĞİÖŞÜ][a-zçğıöşü]",
    _options,
)

_SIGNS = "0123456789@$!|+€£¢¥¡₿₮₱฿₩₦₵₴₡₭₳₲₣₥₤₫₽∂√†∩∪(<{§°×ªº^#"
_FIRST_MEANING = dict(zip(_SIGNS, "oizeasgtbgasiitelcyibtpbwncsckagfmldpdvtnuccсsoxaoah", strict=True))
_SECOND_MEANING = {**_FIRST_MEANING, **dict(zip("1!|69(£578", "lllbqkesta", strict=True)), "2": "s"}
_COMPOSED_AS = {
    "|_|": "u", "(_)": "u", "\\_/": "u", "/-\\": "a", "/\\": "a", "|\\|": "n", "\\/\\/": "w", "\\/": "v",
    "|-|": "h", "|<": "k", "|{": "k", "|)": "d", "|3": "b", "|*": "p", "()": "o", "[]": "o", "|\\/|": "m",
    "|2": "r", "|=": "f", "|>": "p", "|_": "l", "_|": "j", "><": "x", "`/": "y", "'/": "y", "^^": "m", "^/": "n",
    "[)": "d", "/V\\": "m", "][": "i", "/\\/\\": "m", "||": "ll", "|||": "ill",
}  # fmt: skip
_COMPOSED = re.compile("|".join(re.escape(sign) for sign in sorted(_COMPOSED_AS, key=len, reverse=True)))

_LETTERS_FOR = (_FIRST_MEANING, _SECOND_MEANING)
#: What they stand for in Russian, where they stand for something else there.
_IN_CYRILLIC = {**_FIRST_MEANING, **dict(zip("013469@$€7", "оизчбяасет", strict=True))}
_CYRILLIC_FOR = (_IN_CYRILLIC, {**_IN_CYRILLIC, **dict(zip("134", "леа", strict=True))})
_INNOCENT = ORDINARY | INNOCENT | INNOCENT_NEAR
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_MEANINGS = len(_LETTERS_FOR)
_SPACE = re.compile(r"\s")
#: A digit or sign beside a letter, and a sign between letters: what makes a chunk worth a look.
_LEETISH = re.compile(
    rf"\|[_(<{{)=>23*\\][^\s]|[^\W\d_][{re.escape(_SIGNS)}\\/)]|[{re.escape(_SIGNS)}\\/)][^\W\d_]"
)
#: The same by RE2, whose letters are not quite those of Python: quick to tell that there is none.
_MAYBE_LEETISH = re2.compile(
    rf"\|[_(<{{)=>23*\\][^\s]|[\pL\p{{No}}\p{{Nl}}][{re.escape(_SIGNS)}\\/)]|[{re.escape(_SIGNS)}\\/)][\pL\p{{No}}\p{{Nl}}]",
    _options,
)
_GAPPED = re.compile(rf"[^\W_](?:[^\w\s{SCRIPT_MARKS}]|_)+[^\W_@$!]|[^\W_](?:[^\w\s{SCRIPT_MARKS}]|_)+[@$!]")
_LONGEST_CHUNK = 80
#: Stretched letters in each of several other disguises at once are more readings than a text deserves.
_MOST_FLAT = 12
_HEAD = re.compile(r"[\"'“«({\[*_~#>.,:;-]*")
_TAIL = re.compile(r"(?:[.,!?;:\]}\"'”»*_~…>-]|(?<![|(])\))*$")
#: A55, M25, 4K, 1st: names and numbers, not words.
_DESIGNATION = re.compile(
    r"[^\W\d_]\d{1,3}|[^\W\d_]\d{1,2}[^\W\d_]|\d+[^\W\d_]|\d+'?s|\d+(?:st|nd|rd|th|mph|kmh|km|kg|am|pm|min)s?"
)
#: Short slurs with a digit inside, which are no name of anything.
_SLURS = frozenset({"jew", "fag"})
#: A number glued to a word.
_COUNTED = re.compile(r"\d{2,4}([^\W\d_]{4,})")
_ADDRESS = re.compile(
    r"(?i)://|^www\.|@[^\W_]+\.[^\W_]|\.(?:com|org|net|ru|am|tr|io|co|uk|html?|php)(?:/|$)|^@[^\W\d_]{4,}$"
)
_GAP = rf"[^\w{SCRIPT_MARKS}]|_"
_NOT_LETTERS = re.compile(rf"(?:{_GAP})+")
CONTRACTION = re.compile(r"[^\W\d_]+'(?:ll|re|ve|d|s|m|em|all|clock)|[^\W\d_]*n't")
_GAPS = re.compile(rf"(?:[^\w{SCRIPT_MARKS}@$!€£¢]|_)+")
_ALONE = rf"(?![^\W_]|[{SCRIPT_MARKS}])"
#: Single letters with the same gap between them, and with any gaps; signed, a digit or sign may be one of them.
_START = r"(?<![^\s(\[{\"'«“‘*_~.-])(?<![^\W_][.'-])"
_EVEN = rf"{_START}L((?:{_GAP}){{1,6}})L{_ALONE}(?:\1L{_ALONE})+"
_UNEVEN = rf"{_START}L(?:(?:{_GAP}){{1,6}}L{_ALONE}){{2,}}"
_SINGLES = (re.compile(_EVEN.replace("L", r"[^\W\d_]").removesuffix("+") + "{2,}"),)
_SIGNED_SINGLES = tuple(re.compile(pattern.replace("L", r"(?:[^\W_]|[@$!€£¢])")) for pattern in (_EVEN, _UNEVEN))
_STARRED_SINGLES = re.compile(_EVEN.replace(_GAP, rf"[^\w{SCRIPT_MARKS}*]|_").replace("L", r"(?:[^\W_]|\*)"))
#: What both have in common, for RE2: three single letters or signs with gaps between them.
_MAYBE_SINGLES = re2.compile(
    r"(?:^|[^\pL\pN])[\pL\pN@$!€£¢](?:[^\pL\pN]{1,6}[\pL\pN@$!€£¢]){2}(?:[^\pL\pN]|$)", _options
)
#: Words of two letters where each letter stands apart, and words by more than a space.
_WIDE_PAIRS = re.compile(r"(?:(?<=\s\s)|(?<![\s\S]))[^\W\d_](\s)[^\W\d_](?=\s\s|\Z)")
#: Letters that are numbered one by one: 1.f 2.u 3.c 4.k
_NUMBERED = re.compile(r"(?<![^\s(])\d{1,2}[.):]\s?(?=[^\W\d_](?!\w))")
_FEWEST_NUMBERED = 3
#: The same letter several times in place of each: ff uu nn.
_REPEATED_SINGLES = re.compile(
    r"(?<![^\W_])([^\W\d_])\1{1,5}+(?![^\W_])(?:(?:[^\w\s]|_| )([^\W\d_])\2{1,5}+(?![^\W_])){2,}+"
)
_ONE_REPEATED = "|".join(f"{letter}{{2,6}}" for letter in ascii_lowercase + _LETTERS)
_MAYBE_REPEATED = re2.compile(
    rf"(?:^|[^\pL\pN])(?:{_ONE_REPEATED})[^\pL\pN](?:{_ONE_REPEATED})[^\pL\pN]", _options
)
_BRACKETED = re.compile(r"(?<!\S)(\()[^\W\d_]+(\))(?=[\s.,!?;:]|$)")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
#: A number that goes with a name, and stands for no letters.
_NAME_NUMBER = re.compile(r"(?<=[^\W\d_])(?:00|01|007|14|1488|1?23|1234\d*|420|666|69|777|88|99|19\d\d|20\d\d)$")
_FEWEST_LETTERS = 3
_RUN = re.compile(r"([^\W\d_])\1+")
_VOWELS = frozenset("aeiouyаеёиоуыэюяաեէըիոօ")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[^\W\d_]*$"), re.compile(r"[^\W\d_]{0,20}")
#: Letters that spelling doubles.
_DOUBLED = frozenset("bcdefglmnoprstzлнсткжмпрфվննօ")


def is_suspect(text: str) -> bool:
    """Whether a hard reading could differ from the soft one."""
    suspect = _SUSPECT if text.isascii() else _SUSPECT_ANYWHERE
    return suspect.search(text) is not None and suspect.search(_EVERYDAY_RUN.sub(" ", text)) is not None


def is_glued(text: str) -> bool:
    """Whether words of a text may be glued to one another; its capitals tell."""
    return _GLUED.search(text) is not None


def odd_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text holds what a hard reading would change, or humps."""
    suspect = _SUSPECT if text.isascii() else _SUSPECT_ANYWHERE
    yield from merge(
        (found.span() for found in suspect.finditer(text)), (found.span() for found in HUMP.finditer(text))
    )


def unbracketed(view: View) -> View:
    """The view without parentheses around single words: kill (yourself)."""
    if "(" not in view.text:
        return view
    sides = ((found.span(1), found.span(2)) for found in _BRACKETED.finditer(view.text))
    return rewrite(view, [(*side, "") for both in sides for side in both])


def readings(soft: View) -> Iterator[View]:
    """Yield the hard readings that differ from `soft` and from each other, each made when it is asked for."""
    seen, views = {soft.text}, [soft]
    for view in _unstretched(soft):
        if view.text not in seen:
            seen.add(view.text)
            views.append(view)
            yield view
    flat = (flat for view in views for flat in flattened(view))
    for view in islice(flat, _MOST_FLAT):
        if view.text not in seen:
            seen.add(view.text)
            yield view


def _unstretched(soft: View) -> Iterator[View]:
    """Letters for signs and letters together, in each way that both may have been meant."""
    joined = renamed(together(soft), "joined")
    yield joined
    for leet in distinct((unleeted(soft, meaning) for meaning in range(_MEANINGS)), besides=soft):
        yield leet
        yield renamed(together(leet), "joined")
    uneven = spelt_out(soft, _SIGNED_SINGLES[1:])
    for spelt in distinct((spelt_out(soft, _SIGNED_SINGLES), joined, uneven), besides=soft):
        yield from (renamed(unleeted(spelt, meaning), "joined") for meaning in range(_MEANINGS))
    yield renamed(uneven, "joined")
    yield from (unleeted(view, meaning) for view in rejoined(soft) for meaning in range(_MEANINGS))


def distinct(views: Iterable[View], *, besides: View) -> tuple[View, ...]:
    """The views that read differently from one another and from `besides`."""
    by_text: dict[str, View] = {}
    for view in views:
        if view.text != besides.text:
            by_text.setdefault(view.text, view)
    return tuple(by_text.values())


def chunks(text: str, holding: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield `(start, chunk)` for what stands between spaces and holds the pattern."""
    at = 0
    while found := holding.search(text, at):
        start = _start_of_chunk(text, at, found.start())
        end = space.start() if (space := _SPACE.search(text, found.start() + 1)) else len(text)
        yield start, text[start:end]
        at = end


def _start_of_chunk(text: str, low: int, at: int) -> int:
    return max(low, text.rfind(" ", low, at) + 1, text.rfind("\n", low, at) + 1, text.rfind("\t", low, at) + 1)


def unleeted(view: View, meaning: int = 0) -> View:
    """Read digits and signs inside words as the letters that they stand for."""
    edits: list[Edit] = []
    for start, chunk in leetish(view.text):
        edits.extend(letters_for_signs(chunk, start, meaning=meaning))
    return renamed(rewrite(view, edits), "leet") if edits else view


def leetish(text: str) -> Iterator[tuple[int, str]]:
    """Yield `(start, chunk)` for what holds digits or signs beside letters."""
    return chunks(text, _LEETISH) if _MAYBE_LEETISH.search(text) is not None else iter(())


def letters_for_signs(chunk: str, offset: int, *, meaning: int = 0) -> list[Edit]:
    """Return what the digits and signs of a chunk, which begins at `offset`, stand for; some have two meanings."""
    found = _known_letters(chunk, meaning) if len(chunk) <= _LONGEST_CHUNK else _letters_in(chunk, meaning)
    return [(offset + start, offset + end, letter) for start, end, letter in found]


#: A text is looked at several times, and most of its chunks are the same each time.
@lru_cache(maxsize=8_192)
def _known_letters(chunk: str, meaning: int) -> tuple[Edit, ...]:
    """The letters by a meaning, or by the other where these make a word that is innocent: wa1k is no waik."""
    meant, other = tuple(_letters_in(chunk, meaning)), tuple(_letters_in(chunk, 1 - meaning))
    said, otherwise = with_letters(chunk, meant), with_letters(chunk, other)
    is_innocent = said not in _INNOCENT and otherwise in _INNOCENT
    return other if is_innocent else meant


def with_letters(chunk: str, edits: Iterable[Edit]) -> str:
    """What a chunk says with these letters, folded and without punctuation around it."""
    return rewrite(as_typed(chunk), edits).text.strip(".,!?;:\"'").lower()


def _letters_in(chunk: str, meaning: int) -> Iterator[Edit]:
    is_russian = not chunk.isascii() and _CYRILLIC.search(chunk) is not None
    letters = (_CYRILLIC_FOR if is_russian else _LETTERS_FOR)[meaning]
    at, end = core_of(chunk)
    core = chunk[at:end]
    if (counted := _COUNTED.fullmatch(core)) and (counted[1] in ORDINARY or counted[1] in INNOCENT):
        return
    if _ADDRESS.search(chunk) or (_DESIGNATION.fullmatch(core) and not _is_everyday(core, letters)):
        return
    number = _NAME_NUMBER.search(core)
    if number is None or sum(map(str.isalpha, core)) <= _FEWEST_LETTERS:
        number = None
    else:
        end = at + number.start()
    while at < end:
        composed = _COMPOSED.match(chunk, at, end)
        if composed:
            yield at, composed.end(), _COMPOSED_AS[composed[0]]
        elif chunk[at] in letters:
            yield at, at + 1, letters[chunk[at]]
        at = composed.end() if composed else at + 1
    if number is not None:
        yield end, end + len(number[0]), " "


def _is_everyday(core: str, letters: Mapping[str, str]) -> bool:
    """Whether what looks like a name with a number is an everyday word: y0u, d1e."""
    meant = "".join(letters.get(sign, sign) for sign in core)
    return len(meant) > 2 and (meant in ORDINARY or meant in _SLURS)


def core_of(chunk: str) -> tuple[int, int]:
    """Where a chunk begins and ends without the punctuation around it."""
    head, tail = _HEAD.match(chunk), _TAIL.search(chunk[-200:])
    start = head.end() if head else 0
    end = len(chunk) - (len(tail[0]) if tail else 0)
    return start, max(start, end)


def together(view: View) -> View:
    """Join the letters of words that were set apart: f.u.c.k, f u c k, sh-it, one letter a line."""
    if "-\n" in view.text:
        view = rewrite(view, [(found.start(), found.end(), "") for found in _HYPHENATED.finditer(view.text)])
    repeated = _REPEATED_SINGLES.finditer(view.text) if _MAYBE_REPEATED.search(view.text) is not None else ()
    view = rewrite(view, [edit for row in repeated for edit in _singled(row)])
    view = spelt_out(view, _SIGNED_SINGLES)
    return rewrite(view, _inner_gaps(view.text))


def _singled(row: re.Match[str]) -> Iterator[Edit]:
    """One letter for each that was typed several times in its place."""
    return ((found.start(), found.end(), found[1]) for found in _RUN.finditer(row.string, *row.span()))


def starred(view: View) -> View:
    """Join single letters in a row of which a star hides one: f.*.c.k."""
    return spelt_out(view, (_STARRED_SINGLES,)) if "*" in view.text else view


def spelt_out(view: View, patterns: Iterable[re.Pattern[str]] = _SINGLES) -> View:
    """Join single letters that stand in a row: f u c k, i.d.i.o.t."""
    if _MAYBE_SINGLES.search(view.text) is None:
        return view
    numbers = [(found.start(), found.end(), "") for found in _NUMBERED.finditer(view.text)]
    if len(numbers) >= _FEWEST_NUMBERED:
        view = rewrite(view, numbers)
    view = rewrite(view, [(found.start(1), found.end(1), "") for found in _WIDE_PAIRS.finditer(view.text)])
    for pattern in patterns:
        view = rewrite(view, [gap for found in pattern.finditer(view.text) for gap in _gaps(found)])
    return view


def _gaps(found: re.Match[str]) -> Iterator[Edit]:
    if found.lastindex:
        step = len(found[1]) + 1
        yield from ((at, at + step - 1, "") for at in range(found.start() + 1, found.end() - 1, step))
        return
    for gap in _GAPS.finditer(found.string, found.start(), found.end()):
        yield gap.start(), gap.end(), ""


def _inner_gaps(text: str) -> Iterator[Edit]:
    for offset, chunk in chunks(text, _GAPPED):
        start, end = core_of(chunk)
        core = chunk[start:end]
        if len(chunk) > _LONGEST_CHUNK or _is_compound(core) or _ADDRESS.search(core):
            continue
        for gap in _NOT_LETTERS.finditer(text, offset + start, offset + end):
            yield gap.start(), gap.end(), ""


def _is_compound(core: str) -> bool:
    """Whether what stands between the signs are ordinary words: and/or, well-to-do, he'll."""
    if CONTRACTION.fullmatch(core):
        return True
    parts = _NOT_LETTERS.split(core)
    return all(len(part) > 1 and part.lower() in ORDINARY for part in parts if part)


def flattened(view: View) -> Iterator[View]:
    """Stretched words with their runs cut to one letter or two, each way that a word may have been meant."""
    if (_RUNS if view.text.isascii() else _RUNS_ANYWHERE).search(view.text) is None:
        return
    runs = [found for found in _RUN.finditer(view.text) if _is_stretched(found)]
    for vowels, consonants in ((1, 1), (1, 2), (2, 1), (2, 2)) if runs else ():
        edits: list[Edit] = []
        for found in runs:
            keep = vowels if found[1] in _VOWELS else consonants
            if len(found[0]) == 2 or found[1] not in _DOUBLED:
                keep = 1
            edits.append((found.start(), found.end(), found[1] * keep))
        yield renamed(rewrite(view, edits), "flat")


def _is_stretched(run: re.Match[str]) -> bool:
    """Three of a kind, two that spelling does not know, or two where spelling has no two."""
    letter, text = run[1], run.string
    if len(run[0]) > 2:
        return True
    if (word := _word_around(run)) in INNOCENT or word in INNOCENT_SOUNDS:
        return False
    if letter not in _DOUBLED:
        return True
    if not letter.isascii() or letter in "eo":
        return False
    before, after = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
    if not before.isalpha():
        return after.isalpha()
    if not after.isalpha():
        return letter in "bcdgmnprt"
    return after in "bcdfghkmnpqtvwxz" and letter not in "sfl"


def _word_around(run: re.Match[str]) -> str:
    before = _WORD_BEFORE.search(run.string, max(run.start() - 20, 0), run.start())
    after = _WORD_AFTER.match(run.string, run.end())
    return (before[0] if before else "") + run[0] + (after[0] if after else "")
