"""Text as typed → text as read: folded views with offsets back to what was typed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import re2

from moderation.domain.comment import Format
from moderation.domain.readings import abroad, disguise, encodings, humps, markup, passages, pictured
from moderation.domain.readings.backwards import each_turned, turned_round
from moderation.domain.readings.confusables import mixed, odd_tokens, otherwise, skeleton, unmask, unmasked
from moderation.domain.readings.folding import COMPARED, PLAIN, is_motley
from moderation.domain.readings.masks import masked
from moderation.domain.readings.mended import mended
from moderation.domain.readings.revealed import revealed
from moderation.domain.readings.short_forms import in_full
from moderation.domain.readings.view import View, as_typed, excerpt, renamed, rewrite, translated
from moderation.domain.readings.visible import is_hidden, spelt_by_emoji, spelt_by_flags, visible, without_emoji
from moderation.domain.verdict import Span

__all__ = ["REVEALED", "NormalisedText", "View", "fold", "normalise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalisedText:
    """Text as read, with offsets into the text as typed."""

    typed: str
    #: What a reader sees: markup, entities, invisible characters and disguise removed, case kept.
    read: str
    #: `read`, with the way back to the typed characters.
    reading: View
    #: `typed` without markup, encodings and Unicode disguise: digits, capitals and signs as they were meant.
    clear: View
    #: Unicode, case, accents, zero-width and look-alikes folded: what ordinary word lists match.
    soft: View
    #: Soft, and then leet, gaps and repeats undone, one view for each way to read them.
    hard: tuple[View, ...]
    #: Whether `read` differs from `typed` by more than markup: then both are scored.
    disguised: bool
    #: The sentences, as spans of the typed text.
    sentences: tuple[Span, ...]
    #: What stands in quotation marks, `<blockquote>` or behind `>`: not the commenter's own words.
    quotations: tuple[Span, ...]
    #: Whether so much of a long text looks disguised that not all of it was read through.
    is_crowded: bool = False


#: The hard reading that says what the whole text was meant to say: what stands in it is no misreading.
REVEALED = "revealed"
#: An encoding may be wrapped in another; whoever wraps more often than this loses the signs that would unwrap it.
_ROUNDS, _ROUNDS_OF_LONG = 8, 2
#: A disguise may hide another; attacks that were made of two at once are plain after two rounds.
_ROUNDS_OF_MEANING = 4
_WRAPPING = re.compile(r"[&%\\<\[=]|U\+")
_options = re2.Options()
_options.log_errors = False
_PLAIN = re2.compile(
    r"[&%<\[\\\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|U\+|=[0-9A-Fa-f]{2}=|[A-Za-z0-9+/]{5}=|[A-Z0-9+/][a-z0-9+/][A-Za-z0-9+/_-]*[A-Z0-9]|[a-z][A-Z][A-Za-z0-9+/_-]{4}",
    _options,
)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: A line that was broken inside a sentence: the next goes on in small letters, be it as an item of a list.
_WRAPPED = re.compile(r"(?<=[^\W\d_]|,)\n(?=(?:[-*•] )?[^\W\d_])")

#: Of a text longer than this, only what looks disguised is read through, no more than this of it, and no more
#: places than this: civil comments have some fifty in so much, and what is nothing but disguise five hundred.
_LONG, _MOST_PLACES = 2_000, 100
#: Readings of so many characters together are searched; those of what plays every trick at once have 60,000.
_MOST_READ = 36_000
#: Where there is more, so much of it, in readings of so many characters: a person looks at the whole.
_OF_CROWDED, _READ_OF_CROWDED = 1_000, 12_000
#: More tokens of rare letters in a long text, or of Latin letters among others, are nothing that somebody reads.
_MOST_ODD, _MOST_MIXED = 1_500, 500
#: Where so many characters were taken away in one round, the text is not cleared again.
_MOST_UNDONE = 500
_BESIDE = 40

#: Signs of good typesetting, and what a keyboard has for each: one for one, so that no offset moves.
_TYPOGRAPHY = {ord(sign): "'" for sign in "‘’‚‛‹›"} | {ord(sign): '"' for sign in "“”„‟«»"}
_TYPOGRAPHY |= {ord(sign): "-" for sign in "–—―"} | {ord("…"): ".", 0xA0: " "}


def normalise(text: str, *, format: Format = Format.PLAIN) -> NormalisedText:
    """Read a text as a person would, keeping the way back to each typed character."""
    shown = as_typed(_unwrapped(text if text.isascii() else _SURROGATE.sub("\ufffd", text)))
    quotes: tuple[Span, ...] = ()
    if format is Format.HTML:
        shown, quotes = markup.shown(shown)
    seen = markup.decoded_entities(shown) if format is Format.HTML else shown
    clear, is_crowded = _cleared(seen) if len(text) > _LONG else (_clear(seen), False)
    clear = _unbroken(clear)
    soft = _soft(clear)
    is_suspect = disguise.is_suspect(soft.text) or disguise.is_glued(clear.text)
    if len(soft.text) <= _LONG:
        meant, is_unclear = _revealed(clear) if is_suspect else (clear, False)
        reading = _unbroken(meant)
        hard, is_cut = _hard(soft, clear, reading=reading, is_suspect=is_suspect)
        if not seen.text.isascii() and (other := otherwise(seen)) is not seen:
            hard = disguise.distinct((*hard, renamed(_compared(other), REVEALED)), besides=soft)
    else:
        reading = clear
        part, is_more = _odd_part(clear, most=_OF_CROWDED if is_crowded else _LONG)
        meant, is_unclear = _revealed(part)
        is_crowded = is_crowded or is_more
        most = _READ_OF_CROWDED if is_crowded else _MOST_READ
        hard, is_cut = _hard(_compared(part), part, reading=meant, is_suspect=is_suspect, most=most)
    return NormalisedText(
        typed=text,
        read=reading.text,
        reading=renamed(reading, "read"),
        clear=renamed(clear, "clear"),
        soft=soft,
        hard=hard,
        disguised=reading is not seen and _bare(reading.text) != _bare(seen.text),
        sentences=passages.sentences(seen),
        is_crowded=is_crowded or is_unclear or is_cut,
        quotations=passages.besides_own_words(sorted((*quotes, *passages.quotations(seen))), text),
    )


def plainly_read(typed: str, soft: str) -> NormalisedText | None:
    """Return a text by its plain folded reading alone, as far as words and quotations need it.

    `None` where `soft` undoes more than capitals, accents and typography, so that the way back is not plain.
    """
    seen = as_typed(_unwrapped(typed))
    folded = _soft(seen)
    if folded.text != soft or folded.origin is not seen.origin:
        return None
    return NormalisedText(
        typed=typed,
        read=seen.text,
        reading=seen,
        clear=seen,
        soft=folded,
        hard=(),
        disguised=False,
        sentences=(),
        quotations=passages.besides_own_words(passages.quotations(seen), typed),
    )


def _soft(clear: View) -> View:
    """Fold what was cleared; typography is no reason to look at each character."""
    plain = clear.text if clear.text.isascii() else clear.text.translate(_TYPOGRAPHY)
    return View(plain.lower(), clear.origin, clear.ends) if plain.isascii() else _compared(clear)


def _unbroken(view: View) -> View:
    """The same for what became a broken line when something that stood there was taken away."""
    if "\n" not in view.text or (text := _unwrapped(view.text)) == view.text:
        return view
    return View(text, view.origin, view.ends, view.name)


def _unwrapped(text: str) -> str:
    """The text with a space where a line was broken inside a sentence, so that no offset moves."""
    if "\n" not in text:
        return text
    return _WRAPPED.sub(lambda found: " " if _goes_on(text, found.end()) else "\n", text)


def _goes_on(text: str, at: int) -> bool:
    at += 2 if text[at] in "-*•" else 0
    return text[at].islower()


def fold(text: str) -> str:
    """Fold a word of a list as texts are folded, so that the two can meet."""
    return _compared(_clear(as_typed(text))).text


def _compared(view: View) -> View:
    """Fold a reading for comparison."""
    if view.text.isascii():
        return View(view.text.lower(), view.origin, view.ends)
    view = translated(view, COMPARED)
    if "եվ" not in view.text:
        return renamed(view, "soft")
    # The ligature և is written ԵՎ in capitals, and եւ in the classical spelling.
    return View(view.text.replace("եվ", "եւ"), view.origin, view.ends)


def _clear(view: View, rounds: int = _ROUNDS) -> View:
    """Undo encodings, invisible characters, look-alikes and tags, until nothing is left to undo."""
    if _is_plain(view.text):
        return view
    for _ in range(rounds):
        before, view = view, unmask(_uncovered(view))
        if view.text == before.text:
            return before
    bare = rewrite(view, [(found.start(), found.end(), "") for found in _WRAPPING.finditer(view.text)])
    return unmask(visible(bare))


def _cleared(view: View) -> tuple[View, bool]:
    """The same for a long text, as far as somebody would read it; the second tells whether there may be more."""
    if _is_plain(view.text):
        return view, False
    if is_motley(view.text) or is_hidden(_composed(view.text)):
        return view, True
    for _ in range(_ROUNDS_OF_LONG):
        before, view = view, _uncovered(view)
        tokens = odd_tokens(view.text)
        if len(tokens) > _MOST_ODD or (many := mixed(tokens)) > _MOST_MIXED:
            return view, True
        view = unmasked(view, tokens)
        if view.text == before.text:
            return before, False
        if many > _MOST_PLACES or len(_composed(before.text)) - len(view.text) > _MOST_UNDONE:
            return view, True
    return view, True


def _composed(text: str) -> str:
    """Letters and their marks in one: some systems write é as two characters, and nothing is disguised by that."""
    return unicodedata.normalize("NFC", text)


def _is_plain(text: str) -> bool:
    """Whether there is nothing in a text that may be an encoding, a tag or a letter in disguise."""
    plain = text if text.isascii() else text.translate(_TYPOGRAPHY)
    return plain.isascii() and _PLAIN.search(plain) is None


def _uncovered(view: View) -> View:
    """Undo encodings, invisible characters and tags, but not what these were wrapped in."""
    view = visible(encodings.turned(view))
    return markup.without_tags(encodings.decoded(markup.decoded_entities(view)))


def _hard(
    soft: View, clear: View, *, reading: View, is_suspect: bool, most: int = _MOST_READ
) -> tuple[tuple[View, ...], bool]:
    """The hard readings that differ, what it was meant to say first, and whether there are more than are searched.

    An ordinary text has none.
    """
    views: dict[str, View] = {}
    left = most
    for view in _readings(soft, clear, reading=reading, is_suspect=is_suspect):
        if view.text == soft.text or view.text in views:
            continue
        left -= len(view.text)
        if left < 0:
            return tuple(views.values()), True
        views[view.text] = view
    return tuple(views.values()), False


def _readings(soft: View, clear: View, *, reading: View, is_suspect: bool) -> Iterator[View]:
    """The hard readings one by one, each made when it is asked for; some are `soft` again, or one another."""
    with_look_alikes = [soft]
    if is_suspect:
        if reading is not clear:
            yield renamed(_compared(reading), REVEALED)
        for view in disguise.readings(soft):
            if view.name == "joined":
                with_look_alikes.append(view)
            yield view
        yield masked(soft)
        if (starred := disguise.starred(soft)) is not soft:
            yield masked(starred)
    if not soft.text.isascii():
        yield from (renamed(skeleton(unmask(view)), "skeleton") for view in with_look_alikes)
        yield renamed(_compared(skeleton(clear)), "skeleton")
        yield renamed(spelt_by_flags(soft), "skeleton")
        spelt = spelt_by_emoji(soft)
        yield renamed(disguise.unleeted(spelt) if is_suspect else spelt, REVEALED)
        yield renamed(pictured.in_words(soft), REVEALED)
        yield renamed(without_emoji(soft), "joined")
    said = (abroad.in_english, mended, turned_round, disguise.unbracketed)
    for read in (*said, in_full, each_turned) if is_suspect else said:
        if (other := read(soft)) is not soft:
            yield renamed(other, REVEALED)
    if (numbered := encodings.numbered(clear)) is not clear:
        yield renamed(_compared(numbered), "leet")
    if humps.has_humps(clear.text):
        yield renamed(_compared(humps.unhumped(clear)), "split")


def _odd_part(view: View, *, most: int) -> tuple[View, bool]:
    """What looks disguised in a long text, with what stands beside it, and whether there is more than is read."""
    parts: list[tuple[int, int]] = []
    left = most
    for number, (start, end) in enumerate(disguise.odd_places(view.text)):
        start, end = max(start - _BESIDE, 0), min(end + _BESIDE, len(view.text))
        if parts and start <= parts[-1][1]:
            start, last = parts.pop()
            end, left = max(end, last), left + last - start
        left -= end - start
        parts.append((start, end))
        if left < 0 or number >= _MOST_PLACES:
            return excerpt(view, _first(parts, _OF_CROWDED)), True
    return excerpt(view, parts), False


def _first(parts: Iterable[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    """The first parts, so many characters of them."""
    for start, end in parts:
        if size > 0:
            yield start, min(end, start + size)
        size -= end - start


def _revealed(view: View) -> tuple[View, bool]:
    """What the text was meant to say, and whether more could be made plain than is."""
    for _ in range(_ROUNDS_OF_MEANING):
        plain = revealed(view)
        if plain.text == view.text:
            return view, False
        view = _clear(plain, _ROUNDS_OF_MEANING)
    return view, revealed(view).text != view.text


def _bare(text: str) -> str:
    """The text without line breaks, quotation marks and other typography: what a disguise would change."""
    return " ".join(PLAIN.fold(text).split())
