"""The hard readings: signs and digits for letters, and letters set apart, stretched, glued or masked.

Each function takes a view and gives one in which that trick is undone everywhere, or the same view where it is not played.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import re2

from moderation.domain.folding import SCRIPT_MARKS
from moderation.domain.ordinary import ORDINARY
from moderation.domain.view import Edit, View, renamed, rewrite

#: Stands for a masked letter in the `masked` view: any letter, or a vowel where the mask is a common sign.
#: Neither occurs in another view.
ANY_LETTER, ANY_VOWEL = "\u2217", "\u25cc"

_options = re2.Options()
_options.log_errors = False
_TWICE = "|".join(f"{c}{c}" for c in "ahijkquvwxy")
_THRICE = "|".join(f"{c}{c}{c}" for c in "bcdefglmnoprstz")
_FIRST = "|".join(f"{c}{c}" for c in "bcdfglmnprstz")
_BEFORE = "|".join(f"{c}{c}[bcdfghkmnpqtvwxz]" for c in "bcdgmnprtz")
_LAST = "|".join(f"{c}{c}" for c in "bcdgmnprt")
_SCRIPTS = r"\p{Cyrillic}\p{Armenian}\p{Greek}\p{Georgian}\p{Latin}"
_STRETCHED = "|".join(f"{c}{c}{c}" for c in "абвгдежзийклмнопрстуфхцчшщыьэюяաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ")
_SUSPECTED = (
    r"(?i)[L][^\sL.,!?;:'\")\]-]|[0-9@$!|(<+#~*_^%\]}>][L]|[L][.,!?;:\")\]-]+[L0-9@$]"
    r"|(?:^|[^L0-9'])[L][^L0-9]{1,6}[L][^L0-9]{1,6}[L](?:[^L0-9]|$)"
    rf"|{_TWICE}|{_THRICE}|\b(?:{_FIRST})|{_BEFORE}|(?:{_LAST})\b"
)
#: Whether a text holds anything that a hard reading would change; one pass, some two microseconds.
_SUSPECT = re2.compile(_SUSPECTED.replace("L", "a-z"), _options)
_SUSPECT_ANYWHERE = re2.compile(_SUSPECTED.replace("L", _SCRIPTS) + "|" + _STRETCHED, _options)
_HUMP = re2.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]", _options)

_SIGNS = "0123456789@$!|+€£¢¥¡₿₮₱฿₩₦₵₴₡₭₳∂√†∩∪(<{§°×"
_FIRST_MEANING = dict(zip(_SIGNS, "oizeasgtbgasiitelcyibtpbwncsckadvtnuccсsox".replace("с", "c"), strict=True))
_SECOND_MEANING = {**_FIRST_MEANING, **dict(zip("1!|69(£578", "lllbqkesta", strict=True)), "2": "s"}
_COMPOSED_AS = {
    "|_|": "u", "(_)": "u", "\\_/": "u", "/-\\": "a", "/\\": "a", "|\\|": "n", "\\/\\/": "w", "\\/": "v", "|-|": "h",
    "|<": "k", "|{": "k", "|)": "d", "|3": "b", "|*": "p", "()": "o", "[]": "o", "|\\/|": "m", "/V\\": "m", "][": "i",
}  # fmt: skip
_COMPOSED = re.compile("|".join(re.escape(sign) for sign in sorted(_COMPOSED_AS, key=len, reverse=True)))

_CHUNK = re.compile(r"\S+")
_HEAD = re.compile(r"[\"'“«({\[*_~#>.,:;-]*")
_TAIL = re.compile(r"[.,!?;:)\]}\"'”»*_~…>-]*$")
#: A55, M25, 4K, 1st: names and numbers, not words.
_DESIGNATION = re.compile(r"[^\W\d_]\d+[^\W\d_]?|\d+[^\W\d_]|\d{2,}[^\W\d_]{2}|\d+(?:st|nd|rd|th|mph|kmh|km|kg|am|pm|min)s?")
_ADDRESS = re.compile(r"(?i)://|^www\.|@[^\W_]+\.|\.(?:com|org|net|ru|am|tr|io|co|uk|html?|php)(?:/|$)|^@[^\W\d_]{4,}$")
_GAP = rf"[^\w{SCRIPT_MARKS}]|_"
_NOT_LETTERS = re.compile(rf"(?:{_GAP})+")
_CONTRACTION = re.compile(r"[^\W\d_]+'(?:ll|re|ve|d|s|m|t|em|all|clock)")
_SINGLES = re.compile(rf"(?<![\w{SCRIPT_MARKS}'])[^\W\d_](?:(?:{_GAP}){{1,6}}[^\W\d_](?![^\W_])(?![{SCRIPT_MARKS}])){{2,}}")
_RUN = re.compile(r"([^\W\d_])\1+")
_VOWELS = frozenset("aeiouyаеёиоуыэюяաեէըիոօ")
#: Letters that spelling doubles.
_DOUBLED = frozenset("bcdefglmnoprstzлнсткжмпрфվննօ")
_HUMPS = re.compile(
    r"(?<=[a-zа-яա-ֆ])(?=[A-ZА-ЯԱ-Ֆ])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])|(?<=[^\W\d_]{3})(?=\d)|(?<=\d)(?=[^\W\d_]{3})|_+"
)
_MASKED = re.compile(
    r"(?<![^\W_])[^\W\d_][^\W_]*(?:[*#%?^~█▓■●×·]+|[*#%&?!^~=█▓■●_×$@·+]{2,}|-{2,}|\.{2,}|…)(?:[^\W_]|[*#%&^~=█▓■●_×·!$@])*"
    r"|(?<!\S)[*#^~_]{1,2}[^\W\d_]{2,}"
)
_MASK = re.compile(r"[*#%&?!^~=█▓■●_×$@·+…]|-|\.")
_COMMON_MASK = re.compile(r"(?<![^\s(\"'])([^\W\d_]{1,4})([-_.',/\\:;x·])([^\W\d_]{1,6})(?![^\s.,!?;:)\"'])")


def is_suspect(text: str) -> bool:
    """Whether a hard reading could differ from the soft one."""
    return (_SUSPECT if text.isascii() else _SUSPECT_ANYWHERE).search(text) is not None


def has_humps(text: str) -> bool:
    """Whether capitals stand inside words."""
    return _HUMP.search(text) is not None


def readings(soft: View) -> tuple[View, ...]:
    """All hard readings of a text that differ from `soft` and from each other."""
    first, second = unleeted(soft, _FIRST_MEANING), unleeted(soft, _SECOND_MEANING)
    views = [first, second, *(renamed(together(view), "joined") for view in (soft, first, second))]
    views += [flat for view in (soft, *views) for flat in flattened(view)]
    return distinct([*views, masked(soft)], besides=soft)


def distinct(views: Iterable[View], *, besides: View) -> tuple[View, ...]:
    """The views that read differently from one another and from `besides`."""
    by_text = {view.text: view for view in views if view.text != besides.text}
    return tuple(by_text.values())


def unleeted(view: View, letters: Mapping[str, str] = _FIRST_MEANING) -> View:
    """Read digits and signs inside words as the letters that they stand for."""
    edits: list[Edit] = []
    for found in _CHUNK.finditer(view.text):
        if not found[0].isalpha():
            edits.extend(_unleeted(found[0], found.start(), letters))
    return renamed(rewrite(view, edits), "leet")


def _unleeted(chunk: str, offset: int, letters: Mapping[str, str]) -> Iterator[Edit]:
    at, end = _core(chunk)
    core = chunk[at:end]
    if core.isalpha() or not any(map(str.isalpha, core)) or _DESIGNATION.fullmatch(core) or _ADDRESS.search(chunk):
        return
    while at < end:
        composed = _COMPOSED.match(chunk, at, end)
        if composed:
            yield offset + at, offset + composed.end(), _COMPOSED_AS[composed[0]]
        elif chunk[at] in letters:
            yield offset + at, offset + at + 1, letters[chunk[at]]
        at = composed.end() if composed else at + 1


def _core(chunk: str) -> tuple[int, int]:
    """Where a chunk begins and ends without the punctuation around it."""
    head, tail = _HEAD.match(chunk), _TAIL.search(chunk[-200:])
    start = head.end() if head else 0
    end = len(chunk) - (len(tail[0]) if tail else 0)
    return start, max(start, end)


def together(view: View) -> View:
    """Join the letters of words that were set apart: f.u.c.k, f u c k, sh-it, one letter a line."""
    view = rewrite(view, [gap for found in _SINGLES.finditer(view.text) for gap in _gaps(found)])
    return rewrite(view, _inner_gaps(view.text))


def _gaps(found: re.Match[str]) -> Iterator[Edit]:
    for gap in _NOT_LETTERS.finditer(found.string, found.start(), found.end()):
        yield gap.start(), gap.end(), ""


def _inner_gaps(text: str) -> Iterator[Edit]:
    for found in _CHUNK.finditer(text):
        chunk = found[0]
        if chunk.isalnum() or len(chunk) > 80:
            continue
        start, end = _core(chunk)
        core = chunk[start:end]
        if core.isalnum() or _CONTRACTION.fullmatch(core) or _is_compound(core) or _ADDRESS.search(core):
            continue
        for gap in _NOT_LETTERS.finditer(text, found.start() + start, found.start() + end):
            yield gap.start(), gap.end(), ""


def _is_compound(core: str) -> bool:
    """Whether what stands between the signs are ordinary words: and/or, well-to-do."""
    parts = _NOT_LETTERS.split(core)
    return all(len(part) > 1 and part.lower() in ORDINARY for part in parts if part)


def flattened(view: View) -> Iterator[View]:
    """Stretched words with their runs cut to one letter or two, each way that a word may have been meant."""
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
    if len(run[0]) > 2 or letter not in _DOUBLED:
        return True
    if not letter.isascii() or letter in "eo":
        return False
    before, after = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
    if not before.isalpha():
        return after.isalpha()
    if not after.isalpha():
        return letter in "bcdgmnprt"
    return after in "bcdfghkmnpqtvwxz" and letter not in "sfl"


def unhumped(view: View) -> View:
    """Split camel case and words glued to digits."""
    return rewrite(view, [(found.start(), found.end(), " ") for found in _HUMPS.finditer(view.text)])


def masked(view: View) -> View:
    """Words that censor themselves, with a wildcard for each letter that is masked: f**k, sh-t, b!tch."""
    edits = [edit for found in _MASKED.finditer(view.text) for edit in _masks(found)]
    if not edits:
        edits = [
            (found.start(2), found.end(2), ANY_VOWEL)
            for found in _COMMON_MASK.finditer(view.text)
            if (found[1] not in ORDINARY or found[3] not in ORDINARY) and not _CONTRACTION.fullmatch(found[0])
        ]
    return renamed(rewrite(view, edits), "masked")


def _masks(found: re.Match[str]) -> Iterator[Edit]:
    token = found[0].rstrip("!?.…")
    for mask in _MASK.finditer(token):
        yield found.start() + mask.start(), found.start() + mask.end(), ANY_LETTER


#: What readers see in words that censor themselves: the commonest first.
COMMONLY_CENSORED = (
    "fuck fucking fucked fucker fuckers motherfucker motherfuckers motherfucking shit shits shitty bullshit bitch bitches"
    " cunt cunts ass asshole assholes dick dicks cock bastard bastards nigger niggers nigga faggot faggots whore whores"
    " slut sluts piss pussy damn retard retarded twat wanker idiot moron stupid bloody"
).split()
_STARRED = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*\*[\w*]*")
_LONG_RUN = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)


def revealed(view: View) -> View:
    """What a person reads for the commonest disguises, case kept where letters are kept."""
    view = rewrite(view, [gap for found in _SINGLES.finditer(view.text) for gap in _gaps(found)])
    view = rewrite(view, [edit for found in _STARRED.finditer(view.text) for edit in _uncensored(found)])
    view = rewrite(view, [edit for found in _CHUNK.finditer(view.text) for edit in _plain_word(found)])
    return rewrite(view, [_shortened(found) for found in _LONG_RUN.finditer(view.text)])


def _uncensored(found: re.Match[str]) -> Iterator[Edit]:
    token = found[0].rstrip("*") if found[0].count("*") > 1 and len(found[0].strip("*")) > 3 else found[0]
    masked_word = re.compile(re.sub(r"\\\*", "[a-z]", re.escape(token)), re.IGNORECASE)
    for word in COMMONLY_CENSORED:
        if len(word) == len(token) and masked_word.fullmatch(word):
            yield found.start(), found.start() + len(token), word.upper() if found[0].isupper() and len(token) > 2 else word
            return


def _plain_word(found: re.Match[str]) -> Iterator[Edit]:
    """Digits and signs between the letters of one word; numbers, names and addresses stay."""
    chunk = found[0]
    if chunk.isalpha() or len(chunk) > 40:
        return
    start, end = _core(chunk)
    core = chunk[start:end]
    letters = sum(map(str.isalpha, core))
    if letters < 2 or letters * 3 < len(core) or core[-1].isdigit() or core[:2].isdigit():
        return
    if all(sign.isalpha() or sign in "013457@$!" for sign in core) and core[-1] not in "@!":
        yield from _unleeted(chunk, found.start(), _FIRST_MEANING)


def _shortened(found: re.Match[str]) -> Edit:
    keep = 2 if found[1].lower() in "eoslg" and len(found[0]) > 2 else 1
    return found.start(), found.end(), found[0][:keep]
