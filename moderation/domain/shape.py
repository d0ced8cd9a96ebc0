"""What a text looks like, whatever it says: links, letters, capitals, emoji, scripts, private data."""

import re
import unicodedata
from functools import lru_cache

from moderation.domain.links import links_of
from moderation.domain.private import private_data
from moderation.domain.signals import Fact
from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Span

_EVERY_BYTE = bytes(range(256))
_NOT_UPPER = bytes(code for code in _EVERY_BYTE if not 65 <= code <= 90)
_NOT_LETTER = bytes(code for code in _EVERY_BYTE if not (65 <= code <= 90 or 97 <= code <= 122))
#: Apostrophes and hyphens are inside words, all else but letters and digits stands between them.
_WORD_BYTES = bytes(code if (chr(code).isalnum() and code < 128) or code in b"'-" else 32 for code in _EVERY_BYTE)
_RUN = re.compile(r"(\S)\1+")
_ASCII_LETTER = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\u203c\u2049\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
)
#: Unicode script names, in the order in which they are reported, by the first word of their letters' names.
_SCRIPTS = {
    **{
        name.upper(): name
        for name in str.split(
            "Latin Cyrillic Armenian Greek Georgian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Tamil"
            " Telugu Kannada Malayalam Thai Lao Khmer Myanmar Ethiopic Cherokee Hiragana Katakana Hangul"
        )
    },
    "CJK": "Han",
}
#: The scripts that are told apart.
SCRIPTS = tuple(_SCRIPTS.values())


def shape_of(text: NormalisedText) -> tuple[dict[str, Fact], dict[str, tuple[Span, ...]]]:
    """Return facts by name, and where those that have a place were seen."""
    shown = text.clear.text
    links = links_of(text)
    private = private_data(shown)
    letters, capitals = _letters(shown)
    facts: dict[str, Fact] = {
        "links": len(links),
        "link_domain": tuple(dict.fromkeys(domain for domain, _ in links)),
        "letters": letters,
        "words_count": _words(text.read),
        "caps_ratio": capitals,
        "emoji": 0 if shown.isascii() else sum(1 for _ in _EMOJI.finditer(text.typed)),
        "repeat_chars": _longest_run(shown),
        "script": _scripts(shown),
        "pii": tuple(sorted(private)),
    }
    spans = {f"pii.{kind}": tuple(text.clear.span(*place) for place in places) for kind, places in private.items()}
    if links:
        spans["links"] = tuple(span for _, span in links)
    return facts, spans


def _letters(text: str) -> tuple[int, float]:
    """How many letters there are, and the share of capitals among those that have case."""
    if text.isascii():
        encoded = text.encode()
        letters = len(encoded.translate(None, _NOT_LETTER))
        return letters, len(encoded.translate(None, _NOT_UPPER)) / letters if letters else 0.0
    letters = sum(map(str.isalpha, text))
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return letters, upper / (upper + lower) if upper + lower else 0.0


def _words(text: str) -> int:
    if text.isascii():
        return len(text.encode().translate(_WORD_BYTES).replace(b" -", b" ").split())
    return sum(1 for _ in _WORD.finditer(text))


def _longest_run(text: str) -> int:
    """The length of the longest run of one character other than space."""
    longest = 1 if text.strip() else 0
    return max((len(run[0]) for run in _RUN.finditer(text)), default=longest)


def _scripts(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ("Latin",) if text.encode().translate(None, _NOT_LETTER) else ()
    foreign = "".join(character for character in set(text) if character > "\x7f" and character.isalpha())
    letters_of = foreign + ("a" if _ASCII_LETTER.search(text) else "")
    if not foreign:
        return ("Latin",) if letters_of else ()
    words = {_first_word(character) for character in set(text) if character.isalpha()}
    return tuple(name for word, name in _SCRIPTS.items() if word in words)


@lru_cache(maxsize=4096)
def _first_word(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]
