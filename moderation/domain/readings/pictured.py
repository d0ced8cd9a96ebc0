"""Emoji in the place of words: you 🤡, go 🔪 yourself, bull💩."""

import re
from string import ascii_lowercase

from moderation.domain.readings.view import View, rewrite
from moderation.domain.readings.wordset import set_of

#: What somebody is called, and what is done to somebody.
_NOUNS = {
    "🤡": "clown", "🐷": "pig", "🐖": "pig", "🐀": "rat", "🐁": "rat", "🐍": "snake", "🐕": "bitch", "🐶": "bitch",
    "🐒": "monkey", "🐵": "monkey", "🦍": "monkey", "🐑": "sheep", "🐔": "chicken", "🗑": "trash", "💩": "shit",
    "🍑": "ass", "🍆": "dick", "🪳": "cockroach", "🖕": "fuck", "🐓": "cock", "🕳": "hole", "🐂": "bull",
}  # fmt: skip
_VERBS = {
    "🔪": "kill", "🗡": "stab", "🔫": "shoot", "💀": "die", "☠": "die", "🔥": "burn", "🖕": "fuck", "⚰": "die",
}  # fmt: skip
_EMOJI = f"[{''.join({*_NOUNS, *_VERBS})}]"
_AN_EMOJI = re.compile(f"({_EMOJI})\ufe0f?")
_FAR = 30
#: What stands before a name that somebody is called, before something that is done, and behind it.
_CALLED = set_of("you a an such complete total stupid dirty filthy fucking ugly little damn these those")
_OF_FILTH = set_of("you of eat")
_DONE = set_of("will to should must gonna ll shall go please lets")
_DONE_TO = set_of("you yourself them him her off")
#: Of whom somebody hopes that they do it.
_WISHED = set_of("you they all")
_FEWEST_LETTERS = 3


def in_words(view: View) -> View:
    """A folded text with the words that emoji stand for; the view itself where they stand for themselves.

    >>> from moderation.domain.readings.view import as_typed
    >>> in_words(as_typed("you 🤡, i will 🔪 you. a 🐷 farm 🔥")).text
    'you clown, i will kill you. a pig farm 🔥'
    """
    if _AN_EMOJI.search(view.text) is None:
        return view
    edits = [
        (found.start(), found.end(), word)
        for found in _AN_EMOJI.finditer(view.text)
        if (
            word := _word_for(
                found[1],
                view.text[max(found.start() - _FAR, 0) : found.start()],
                view.text[found.end() : found.end() + _FAR],
            )
        )
    ]
    return rewrite(view, edits)


def _word_for(sign: str, before: str, after: str) -> str | None:
    """The word that an emoji stands for between what stands before and after it."""
    head = before.split(" ")
    tail = after.split(" ")
    if head[-1][-1:].isalpha() or tail[0][:1].isalpha():
        letters = max(_letters(head[-1][::-1]), _letters(tail[0]))
        return (_NOUNS.get(sign) or _VERBS[sign]) if letters >= _FEWEST_LETTERS else None
    last = head[-2] if len(head) > 1 and not head[-1] else ""
    is_wished = last in _WISHED and head[-3:-2] in (["hope"], ["wish"])
    is_done = last in _DONE or is_wished or (sign != "🔥" and tail[:1] == [""] and _word(tail[1:2]) in _DONE_TO)
    if sign in _VERBS and is_done:
        return _VERBS[sign]
    return _NOUNS[sign] if sign in _NOUNS and last in (_OF_FILTH if sign == "💩" else _CALLED) else None


def _letters(text: str) -> int:
    """How many letters a text begins with."""
    return len(text) - len(text.lstrip(ascii_lowercase))


def _word(words: list[str]) -> str:
    return words[0].rstrip(".,!?") if words else ""
