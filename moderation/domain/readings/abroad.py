"""English that is written in Cyrillic, Greek or Armenian letters, letter by letter."""

import re

import re2

from moderation.domain.readings.sounds import SOUNDS
from moderation.domain.readings.view import View, rewrite
from moderation.domain.readings.wordset import set_of


def _letters(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


_GREEK = _letters(
    "α=a β=b γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=h ψ=ps ω=o ου=u"
)
#: What English is written with otherwise than a name.
_OTHERWISE = _letters("х=h ц=c ը=e թ=th ց=c ք=q ու=u")
#: And what it is not written with.
_UNUSED = frozenset("щъьւ")
_LATIN = {letter: latin for letter, latin in SOUNDS.items() if letter not in _UNUSED} | _OTHERWISE | _GREEK
_LETTER = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_]+")
#: English words that are none in the language whose letters they are written in, and what they are.
_SAID = {
    "иоу": "you", "ю": "you", "аре": "are", "вилл": "will", "вил": "will", "иор": "your", "иоур": "your",
    "анд": "and", "хим": "him", "шоулд": "should", "шуд": "should", "иоурселф": "yourself", "ам": "am",
    "յոու": "you", "յու": "you", "արե": "are", "վիլլ": "will", "յոուր": "your", "անդ": "and", "շոուլդ": "should",
    "αρε": "are", "υου": "you", "γιου": "you", "ουιλλ": "will",
}  # fmt: skip
#: And English words beside which one in other letters is hardly honest.
_BESIDE = set_of("you your youre are is am a an the all go will should he she they yourself these of and")
_MAYBE = re2.compile(rf"(?:^|[^\pL\pN])(?:{'|'.join((*_SAID, *sorted(_BESIDE)))})(?:[^\pL\pN]|$)")
_OTHER = re2.compile(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]{3}")
#: What English has w, y and th for.
_HEARD = {"ve": "we", "vill": "will", "vil": "will", "yu": "you", "ze": "the", "iz": "is", "ar": "are"}


def latinised(word: str) -> str | None:
    """A folded word in Latin letters, letter by letter; `None` where it has others.

    >>> latinised("трасх")
    'trash'
    """
    latin = _LETTER.sub(lambda found: _LATIN[found[0]], word)
    return latin if latin.isascii() else None


def in_english(view: View) -> View:
    """English in other letters, all of it or a word, in Latin ones; the view itself where there is none."""
    if view.text.isascii() or _OTHER.search(view.text) is None or _MAYBE.search(view.text) is None:
        return view
    edits = ((found.start(), found.end(), _english(found[0])) for found in _WORD.finditer(view.text))
    return rewrite(view, [edit for edit in edits if edit[2] != view.text[edit[0] : edit[1]]])


def _english(word: str) -> str:
    if word.isascii():
        return word
    latin = latinised(word)
    return _SAID.get(word) or (word if latin is None else _HEARD.get(latin, latin))
