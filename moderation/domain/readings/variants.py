"""How one word may be written by somebody who does not want it found: the spellings a word list is matched by.

Only tricks that change the order or the number of letters are here; signs, gaps and runs are undone in the text
(see `disguise`). What would be an ordinary word is left out.
"""

import re
from collections.abc import Iterator
from itertools import islice, product
from operator import itemgetter

from moderation.domain.readings.confusables import CYRILLIC
from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.innocent_sounds import INNOCENT_PAIRS, INNOCENT_SOUNDS
from moderation.domain.readings.ordinary import ORDINARY

_VOWELS = "aeiou"
_ORDINARY = ORDINARY | INNOCENT | INNOCENT_SOUNDS
_LONG_ENOUGH = 4
_LATIN_ENDINGS = ("", "s", "ed", "er", "ers", "ing")
_HISSING = ("ch", "sh", "s", "x", "z")
_OTHER_ENDINGS = ("", "а", "ы", "и", "у", "ом")
#: Letters that spelling doubles, so that a doubled one is not seen as stretched.
_DOUBLED = "bcdefglmnoprstz"
#: Short forms without their vowel that stand for nothing else.
_CLIPPED = frozenset({"fck", "fcks", "fckn", "sht", "btch"})
#: What gets glued to an insult: "fuckyou", "youidiot", and what is left of a sentence typed letter by letter.
_BEFORE = (
    "a",
    "you",
    "your",
    "youre",
    "youarea",
    "youarean",
    "youa",
    "youare",
    "stupid",
    "dumb",
    "fucking",
    "such",
)
_AFTER = ("you", "off", "your", "yourself", "youall", "yall", "idiot")
#: Letters and how they are written in Latin ones, alternatives after a comma.
_CYRILLIC = (
    "а=a б=b в=v г=g д=d е=e ё=e,yo ж=zh,j з=z и=i й=y,i,j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h,kh,x"
    " ц=ts,c ч=ch ш=sh щ=sh,sch,shch ъ= ы=y,i ь= э=e ю=yu,u,ju я=ya,ia,ja"
)
_ARMENIAN = (
    "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y,@, թ=t,th ժ=zh,j ի=i լ=l խ=kh,x ծ=ts,c կ=k հ=h ձ=dz ղ=gh,x ճ=ch մ=m յ=y,h ն=n"
    " շ=sh ո=o,vo չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=c,ts ւ=v փ=p,ph ք=q,k օ=o ֆ=f ու=u և=ev"
)


def _sounds(table: str) -> dict[str, tuple[str, ...]]:
    pairs = (pair.partition("=") for pair in table.split())
    return {letter: tuple(latin.split(",")) for letter, _, latin in pairs}


def _pairs(table: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in table.split())


_CYRILLIC_SOUNDS, _ARMENIAN_SOUNDS = _sounds(_CYRILLIC), _sounds(_ARMENIAN)
_ARMENIAN_IN_CYRILLIC = _pairs(
    "ա=а բ=б գ=г դ=д ե=е զ=з է=э ը=ы թ=т ժ=ж ի=и լ=л խ=х ծ=ц կ=к հ=х ձ=дз ղ=г ճ=ч մ=м յ=й ն=н շ=ш ո=о չ=ч պ=п ջ=дж"
    " ռ=р ս=с վ=в տ=т ր=р ց=ц ւ=в փ=п ք=к օ=о ֆ=ф ու=у և=ев"
)
_MOST_ROMANISED = 24
#: How one writer spells what others spell otherwise: the same throughout a word or phrase.
_HABITS = tuple(
    _sounds(habit)
    for habit in (
        "х=kh ы=y й=y щ=shch ж=zh ц=ts",
        "х=h ы=i й=i я=ja ю=ju щ=sch",
        "х=x ы=y й=j ж=j ц=ts я=ja ю=ju",
        "х=x ы=i й=y щ=sh я=ia ю=u",
        "х=h ы=y й=j ё=yo я=ya ю=yu",
        "х=x ы=y й=j ч=4 ш=w щ=w",
        "ո=vo ը=@ խ=x ծ=c ղ=x ց=c ք=q",
        "ը=e խ=kh ծ=ts ղ=gh ց=ts ք=k թ=t",
        "ը=y խ=x ծ=ts ղ=x ց=c ք=k ջ=j",
    )
)
#: English sounds, and English letters, in Cyrillic and in Armenian ones.
_ABROAD = tuple(
    (_pairs(pairs), str.maketrans(_pairs(letters)))
    for pairs, letters in (
        (
            "sh=ш ch=ч ck=к ph=ф th=т oo=у ee=и qu=кв wh=в you=ю",
            "a=а b=б c=к d=д e=е f=ф g=г h=х i=и j=дж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс y=и"
            " z=з",
        ),
        (
            "sh=շ ch=չ ck=կ ph=ֆ oo=ու ee=ի you=յու",
            "a=ա b=բ c=կ d=դ e=ե f=ֆ g=գ h=հ i=ի j=ջ k=կ l=լ m=մ n=ն o=օ p=պ q=ք r=ր s=ս t=տ u=ու v=վ w=վ x=քս y=ի"
            " z=զ",
        ),
    )
)
#: Letters that are written another way as often.
_OTHERWISE = (
    ("кк", "цк"),
    ("к", "ц"),
    ("у", "а"),
    ("е", "э"),
    ("х", "г"),
    ("и", "у"),
    ("дж", "ж"),
    ("կ", "ք"),
    ("օ", "ո"),
)
_DOUBLE_LETTER = re.compile(r"(.)\1+")
_LOOKS = {cyrillic: latin for latin, cyrillic in CYRILLIC.items() if latin.islower() or latin.isdigit()}
_LOOKS |= {
    "и": "u",
    "п": "n",
    "д": "g",
    "т": "t",
    "г": "r",
    "ы": "bi",
    "ь": "b",
    "я": "9i",
    "в": "b",
    "н": "h",
    "р": "p",
    "с": "c",
    "х": "x",
    "з": "3",
    "ч": "4",
    "б": "6",
}


def spellings(word: str, *, is_open: bool) -> Iterator[tuple[str, bool]]:
    """Yield `(spelling, whether any ending may follow)` of a folded word; `is_open` says so of the word."""
    if not word.isascii():
        yield from ((other, False) for ending in _ends(word, is_open) for other in _kept(_romanised(ending)))
    if word.isascii() and word.replace(" ", "").isalpha() and len(word) >= _LONG_ENOUGH:
        yield from ((other, False) for ending in _ends(word, is_open) for other in _kept(_abroad(ending)))
    if len(word) < _LONG_ENOUGH or not word.isalpha():
        if "yourself" in word:
            yield word.replace("yourself", "your self"), False
        glued = word.replace(" ", "")
        yield from ((other, False) for other in (word[::-1], glued) if " " in word and other not in _ORDINARY)
        return
    yield from ((other, is_open) for other in _torn(word) if other not in INNOCENT_PAIRS)
    yield from ((other, False) for other in _kept(iter(("a" + word,))))
    for whole in _ends(word, is_open):
        yield from ((other, False) for other in _kept(_reordered(whole)) if other != whole)
        if word.isascii():
            yield from ((other, False) for other in _kept(_respelt(whole, is_whole=not is_open)) if other != whole)
            yield from ((before + whole, False) for before in _BEFORE if before + whole not in _ORDINARY)
            yield from ((whole + after, False) for after in _AFTER)


def _ends(word: str, is_open: bool) -> tuple[str, ...]:
    """A word that may have any ending with the commonest, since any ending on a misspelling is too much."""
    if not is_open:
        return (word,)
    return tuple(with_ending(word, ending) for ending in (_LATIN_ENDINGS if word.isascii() else _OTHER_ENDINGS))


def with_ending(word: str, ending: str) -> str:
    """A word with an ending, as English writes its plural: bitches."""
    return word + ("es" if ending == "s" and word.endswith(_HISSING) else ending)


def _kept(spelt: Iterator[str]) -> Iterator[str]:
    return (
        other for other in spelt if other not in _ORDINARY and (len(other) >= _LONG_ENOUGH or other in _CLIPPED)
    )


def _torn(word: str) -> Iterator[str]:
    """A space or two inside, unless the parts are words of their own: "fu ck", not "pen is"; or pairs apart."""
    for size in (2, 3):
        parts = [word[at : at + size] for at in range(0, len(word), size)]
        if len(parts) > 2 and not all(map(ORDINARY.__contains__, parts)):
            yield " ".join(parts)
    for one in range(2, len(word) - 3):
        for other in range(one + 2, len(word) - 1):
            three = word[:one], word[one:other], word[other:]
            if not any(part in ORDINARY for part in three[:2]):
                yield " ".join(three)
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        shortest = min(len(first), len(second))
        if shortest == 1 and (len(word) < _LONG_ENOUGH or second in ORDINARY or first in ORDINARY):
            continue
        ordinary = (first in ORDINARY) + (second in ORDINARY)
        if ordinary < (2 if word.isascii() else 1):
            yield f"{first} {second}"


def _reordered(word: str) -> Iterator[str]:
    """Backwards, and with two inner letters exchanged."""
    yield word[::-1]
    if len(word) > _LONG_ENOUGH or word.isascii():
        for at in range(1, len(word) - 2):
            if word[at] != word[at + 1]:
                yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _respelt(word: str, *, is_whole: bool) -> Iterator[str]:
    """By sound, or with a letter left out."""
    sounds = [word, *(word.replace("ck", other) for other in ("k", "q", "kk", "cc", "xx") if "ck" in word)]
    yield from sounds[1:]
    if word.startswith("f"):
        yield from ("ph" + sound[1:] for sound in sounds)
    if "w" in word:
        yield word.replace("w", "vv")
    if "u" in word:
        yield word.replace("u", "v", 1)
        yield word.replace("u", "y", 1)
    if word.startswith("c") and word[1] in "aou":
        yield "k" + word[1:]
    if "i" in word:
        yield word.replace("i", "y", 1)
    if word.endswith("s") and len(word) > _LONG_ENOUGH:
        yield word[:-1] + "z"
    if word.endswith("er") and len(word) > _LONG_ENOUGH:
        yield word[:-2] + "a"
    vowel = next((at for at, letter in enumerate(word) if at and letter in _VOWELS), 0)
    clipped = word[:vowel] + word[vowel + 1 :] if vowel else word
    if clipped in _CLIPPED or (len(clipped) >= _LONG_ENOUGH and vowel < len(word) - 1):
        yield clipped
    if is_whole and len(word) > _LONG_ENOUGH:
        yield from (word[:at] + word[at] + word[at:] for at in range(1, len(word) - 1) if word[at] in _DOUBLED)
    if is_whole and len(word) >= _LONG_ENOUGH + 2:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _romanised(word: str) -> Iterator[str]:
    """A Russian or Armenian word in Latin letters, by sound and by shape."""
    sounds = _CYRILLIC_SOUNDS if any(letter in _CYRILLIC_SOUNDS for letter in word) else _ARMENIAN_SOUNDS
    by_habit = ("".join(map(itemgetter(0), _syllables(word, {**sounds, **habit}))) for habit in _HABITS)
    freely = map("".join, islice(product(*_syllables(word, sounds)), _MOST_ROMANISED))
    yield from (
        other for other in dict.fromkeys((*by_habit, *freely)) if sum(map(str.isalpha, other)) >= _LONG_ENOUGH
    )
    if sounds is _ARMENIAN_SOUNDS:
        yield "".join(_ARMENIAN_IN_CYRILLIC.get(part, part) for part in _parts(word, sounds))
    if sounds is _CYRILLIC_SOUNDS and len(word) > 2 and all(letter in _LOOKS or letter == " " for letter in word):
        others = ({"у": u, "о": o} for u in "yu" for o in "o0")
        yield from {"".join({**_LOOKS, **other}.get(letter, letter) for letter in word) for other in others}


def _abroad(word: str) -> Iterator[str]:
    """An English word in Cyrillic or Armenian letters, by sound and letter by letter."""
    for pairs, letters in _ABROAD:
        for doubled in dict.fromkeys((word, _DOUBLE_LETTER.sub(r"\1", word))):
            heard = doubled
            for pair, letter in pairs.items():
                heard = heard.replace(pair, letter)
            for written in dict.fromkeys((heard, doubled)):
                spelt = written.translate(letters)
                yield spelt
                yield from (spelt.replace(one, other) for one, other in _OTHERWISE if one in spelt)


def _syllables(word: str, sounds: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [sounds.get(part, (part,)) for part in _parts(word, sounds)]


def _parts(word: str, sounds: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The letters of a word, two that are one sound together."""
    at = 0
    while at < len(word):
        width = 2 if word[at : at + 2] in sounds else 1
        yield word[at : at + width]
        at += width
