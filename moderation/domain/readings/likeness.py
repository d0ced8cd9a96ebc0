"""Words that sound or look like listed ones, or are glued to everyday ones: what no table of spellings can hold.

A token is looked up by how it sounds, by a letter left out or exchanged, and by the words that it is glued from.
What is an ordinary word is none of these (see `innocent`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import filterfalse, islice
from operator import itemgetter

import re2

from moderation.domain.readings.forms import Forms
from moderation.domain.readings.gluing import Gluing
from moderation.domain.readings.glyphs import look_of
from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.innocent_near import INNOCENT_NEAR
from moderation.domain.readings.innocent_sounds import INNOCENT_PAIRS, INNOCENT_SOUNDS
from moderation.domain.readings.masks import COMMONLY_CENSORED
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.view import Edit, View, renamed, rewrite
from moderation.domain.readings.wordset import set_of

_options = re2.Options()
_options.log_errors = False
_LONG_ENOUGH = 4
_SOUNDS_LIKE = 3
_ONE_LESS, _SHORT_ONE_LESS = 6, 5
#: From this length on one wrong letter leaves a word what it is; inflected languages have more such neighbours.
_ONE_WRONG, _ONE_WRONG_INFLECTED = 5, 6
_LONGEST = 40
_KNOWN_AT_MOST = 200_000
_ROWS_KEPT = 20_000
#: Rows of so many letters are taken apart in one text; civil ones of 20,000 characters have five hundred.
_MOST_LETTERS = 1_500
_VOWELS = frozenset("aeiouyаеёиоуыэюяաեէըիոօ")
#: What stands around a word as an ornament: xxidiotxx.
_CROSSES = "xх"
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]{4,40}(?![^\W_])")
_DOUBLE = re.compile(r"(.)\1+")
_SINGLE = itemgetter(1)
_AS_HEARD = {"tch": "C", "ch": "C", "kh": "C", "ck": "k", "ph": "f", "vv": "w", "wh": "w", "zh": "Z", "zz": "s"}
_AS_HEARD |= {"oo": "u", "ee": "i", "ah": "a", "eh": "e", "uh": "u", "aw": "o"}
#: An h behind these is mute where no vowel follows.
_BEFORE_MUTE = {"ih": "i", "oh": "o"}
_SOUNDS = re.compile("|".join((*_AS_HEARD, *(f"{sound}(?![aeiou])" for sound in _BEFORE_MUTE))))
_AS_HEARD |= _BEFORE_MUTE
_LETTERS = str.maketrans("cqxyvz", "kkkius")
#: Letters that are others when their line is turned upside down.
_UPSIDE_DOWN = str.maketrans("bqdpnu", "qbpdun")
#: Letters that one hears alike in Russian, where they are not stressed or end a word, and in Armenian.
_AT_END = dict(zip("бдгзжвբպգկդտձծջճ", "птксшфփփքքթթցցչչ", strict=True))
_HARDLY_TOLD = str.maketrans("оеէբպգկդտձծջճռօ", "аиեփփքքթթցցչչրո")
_ORDINARY = ORDINARY | INNOCENT | INNOCENT_SOUNDS | INNOCENT_NEAR
#: A piece of a word that is no word: a single letter, or letters without a vowel.
_PIECE = re2.compile(
    r"(?:^|[ \n])(?:[b-hj-np-tvwxz]|[bcdfghjklmnpqrstvwxz]{2,3}|[бгджзлмнпртфхцчшщыэю]"
    r"|[бвгджзйклмнпрстфхцчшщ]{2,3})(?:[ \n.,!?;:)]|$)",
    _options,
)
_BEHIND_PIECE = ".,!?;:)"
_PIECES = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?: [^\W\d_]++)+")
_MOST_PIECES, _LONGEST_PIECE = 4, 3
#: How many pieces are looked at, how far around each, and how far where a word goes on from there.
_MOST_TORN, _AROUND, _FAR_AROUND = 40, 30, 90
_SHORT_FORMS = set_of(
    "mr mrs ms dr st vs tv km kg pm cm mm ft hr hrs lb lbs mph rd th nd pc pcs cd dj dna dvd gb gdp gp hd hq id jr"
    " kb ltd mb mg mp mps nhs nj ny pr ps pt pts pvc rpm sms sq sr tbh tnt tnx thx plz pls ur wc www xx yrs yr hmm"
    " shh psst гг тд тп см мм км кг вс др мчс смс тв сх ст пп"
)
_JOINED = re.compile(r"(?<![^\W_])(?![a-z]{7}(?![^\W_]))[^\W\d_]{7,200}(?![^\W_])")
#: How many characters were typed for each letter, at least, where letters stand apart.
_APART = 1.8
#: So many characters are then typed between the letters of a row at least: there are seven or more of these.
_LEAST_APART = 5


class Rows:
    """Rows of letters in one text that hold a listed word, and what each says: as many as somebody reads."""

    def __init__(self) -> None:
        """Know none yet."""
        #: By row, what it says glued together, or where its letters were typed one by one.
        self.known: dict[str, dict[Callable[[str], str | None], str | None]] = {}
        self._letters = _MOST_LETTERS
        #: Whether there are more of them than are looked at.
        self.is_cut = False

    def said(self, row: str, take: Callable[[str], str | None]) -> str | None:
        """Return what a row says by a way to take it apart, asked once; `None` for those beyond the most."""
        known = self.known.setdefault(row, {})
        if take not in known:
            self._letters -= len(row)
            self.is_cut = self.is_cut or self._letters < 0
            known[take] = take(row) if self._letters >= 0 else None
        return known[take]


class Likeness:
    """The listed words by what may stand for them."""

    def __init__(self, words: Iterable[str], phrases: Iterable[str]) -> None:
        """Index words that are listed alone, and phrases, folded; only letters count."""
        words, phrases = list(words), list(phrases)
        #: What may be glued to other words: not the words of phrases, which are everyday ones.
        self._whole = frozenset(filter(_is_plain, (*words, *(phrase.replace(" ", "") for phrase in phrases))))
        self._words = self._whole.union(*(filter(_is_plain, phrase.split()) for phrase in phrases))
        glued = {phrase.replace(" ", ""): phrase for phrase in phrases}
        self._gluing = Gluing({word: glued.get(word, word) for word in self._whole})
        by_form: dict[str, str] = {}
        # The last one counts: rather a word that is listed alone than one of a phrase, and rather a short one.
        for word in sorted(self._words, key=lambda word: (word in self._whole, -len(word), word)):
            by_form |= dict.fromkeys(_misspellings(word), word)
        by_sound: dict[str, str] = {}
        for ending in ("s", ""):
            for word in sorted(sorted(self._words, reverse=True), key=self._whole.__contains__):
                if len(sound := sound_of(word + ending)) >= _SOUNDS_LIKE:
                    by_sound[sound] = word
        self._by_sound = Forms(by_sound)
        #: Words by all their letters but one, which is a dot; the first letter is never wrong.
        self._alone = frozenset(filter(_is_plain, words))
        self._by_look = {look_of(word): word for word in sorted(self._alone)}
        self._by_gap = Forms({gap: word for word in sorted(self._alone) for gap in _gaps(word)})
        #: What a token that is wrong in one letter has right, before its middle or behind it.
        self._halves = frozenset(half for word in self._alone for half in _halves(word))
        #: By how they sound to those who hear no difference, and long ones by their letters in any order.
        self._by_loose_sound: dict[str, str] = {}
        self._by_letters: dict[str, str] = {}
        for word in sorted(self._alone):
            by_form.setdefault(_exchanged(word, len(word) - 2), word)
            for form in _clipped(word):
                by_form.setdefault(form, word)
            if not word.isascii():
                self._by_loose_sound.setdefault(loose_sound_of(word), word)
            if len(word) >= _ONE_LESS and word.isascii():
                self._by_letters.setdefault(_letters_of(word), word)
            if len(word) >= _ONE_LESS:
                by_form.setdefault(_exchanged(word, 0), word)
        self._by_form = Forms(by_form)
        #: Pieces of text that were looked at, stand for nothing, and are left of no torn word.
        self._known: set[str] = set()
        #: Those that may be.
        self._left: set[str] = set()
        #: Those of which not even a part may.
        self._clear: set[str] = set()
        #: And others, with what each token stands for, if for anything; `None` for a row, which counts anew in
        #: each text.
        self._telling: dict[str, dict[str, str | None]] = {}
        self._apart = lru_cache(_ROWS_KEPT)(self._gluing.apart)

    def read(self, view: View, rows: "Rows | None" = None) -> View:
        """The view with each likeness replaced by the listed word; the view itself where there is none.

        Readings of one text share the `rows` that are taken apart in it.
        """
        rows = rows or Rows()
        pieces = view.text.split()
        is_known = self._known.issuperset(pieces)
        meanings = {} if is_known else self._meanings(pieces, rows)
        edits = set(_edits(view.text, meanings)) if meanings else set()
        edits |= {(start, end, said) for start, end, said in self._spelt_out(view, rows) if said}
        if not edits and not is_known and any(p in self._left or len(p) > _LONGEST for p in pieces):
            edits = set(self._torn(view.text))
        return renamed(rewrite(view, sorted(edits)), "spelling") if edits else view

    def may_read(self, text: str) -> bool:
        """Whether a listed word may be in a folded text, and be it between other letters."""
        if len(self._clear) > _KNOWN_AT_MOST:
            self._clear.clear()
        fresh = set(text.split()) - self._clear
        clear = {piece for piece in fresh if not self._may_hold(piece)}
        self._clear |= {piece for piece in clear if len(piece) <= _LONGEST}
        return len(clear) < len(fresh)

    def _may_hold(self, piece: str) -> bool:
        return any(map(self.meant, _TOKEN.findall(piece))) or any(map(self._between, _JOINED.findall(piece)))

    def is_in(self, text: str) -> bool:
        """Whether any token of a folded text stands for a listed word."""
        return bool(self._meanings(text.split(), Rows()))

    def _meanings(self, pieces: Iterable[str], rows: "Rows") -> dict[str, str]:
        """What the tokens of pieces of a folded text stand for, those that stand for something."""
        meanings: dict[str, str] = {}
        if len(self._known) + len(self._telling) > _KNOWN_AT_MOST:
            self._known.clear()
            self._telling.clear()
            self._left.clear()
        for piece in dict.fromkeys(filterfalse(self._known.__contains__, pieces)):
            told = self._telling.get(piece)
            for token, meant in (self._told(piece) if told is None else told).items():
                if said := meant or rows.said(token, self._apart):
                    meanings[token] = said
        return meanings

    def _told(self, piece: str) -> dict[str, str | None]:
        """What the tokens of a piece stand for, `None` for rows; kept."""
        tokens = dict.fromkeys(_TOKEN.findall(piece))
        told = {token: meant for token in tokens if (meant := self._alike(token)) != ""}
        if len(piece) <= _LONGEST:
            is_left = _begins_with_piece(piece)
            if is_left:
                self._left.add(piece)
            if told or is_left:
                self._telling[piece] = told
            else:
                self._known.add(piece)
        return told

    def meant(self, token: str) -> str | None:
        """The listed words, apart by spaces, that a token stands for; `None` for what is one itself, or none."""
        return self._meant(token, Rows())

    def _meant(self, token: str, rows: "Rows") -> str | None:
        meant = self._alike(token)
        return rows.said(token, self._apart) if meant is None else meant or None

    def _alike(self, token: str) -> str | None:
        """The listed words that a token stands for by itself, empty for none; `None` for a row to take apart."""
        if token in self._words or token in _ORDINARY:
            return ""
        if found := self._by_form.get(token) or self._heard(token):
            return "" if token == found + "s" else found  # a plural that a list leaves out is no disguise
        if found := self._by_look.get(look_of(token)):
            return found
        if token[0] in _CROSSES and token[-1] in _CROSSES and (bare := token.strip(_CROSSES)) in self._words:
            return self._gluing.said(bare)
        if len(token) >= _ONE_WRONG and (found := self._with_one_wrong(token) or self._loosely(token)):
            return found
        return None if len(token) >= _LONG_ENOUGH + 2 and self._gluing.is_in(token) else ""

    def _heard(self, token: str) -> str | None:
        """The listed word that a token sounds like."""
        if found := self._by_sound.get(sound_of(token)):
            return found
        single = _DOUBLE.sub(_SINGLE, token)
        return self._by_sound.get(sound_of(single)) if single != token else None

    def _loosely(self, token: str) -> str | None:
        """The listed word that a token sounds much like, or of which it has the letters between its ends."""
        if len(token) >= _ONE_LESS and token.isascii() and (found := self._by_letters.get(_letters_of(token))):
            return found
        return None if token.isascii() else self._by_loose_sound.get(loose_sound_of(token))

    def _with_one_wrong(self, token: str) -> str | None:
        """The listed word that a token is but for one letter, another or one too many; in short ones a vowel."""
        size, middle = len(token), len(token) // 2
        if self._halves.isdisjoint(((size, token[:middle], ""), (size, "", token[middle:]))):
            return None
        is_long = size > _ONE_WRONG
        for at in range(1, size):
            if not is_long and token[at] not in _VOWELS:
                continue
            fewer = token[:at] + token[at + 1 :]
            if is_long and at < size - 1 and fewer in self._alone:
                return fewer
            if found := self._by_gap.get(f"{token[:at]}.{token[at + 1 :]}"):
                return found
        return None

    def _torn(self, text: str) -> Iterator[Edit]:
        """Listed words that were torn apart, so that a piece is no word: lo se r, rap e."""
        end = -1
        for hit in islice(_PIECE.finditer(text), _MOST_TORN):
            low = max(text.rfind(" ", 0, max(hit.start() - _AROUND, 0)) + 1, hit.start() - _FAR_AROUND)
            far = hit.end() + _FAR_AROUND
            high = text.find(" ", hit.end() + _AROUND, far)
            for found in _PIECES.finditer(text, low, high if high >= 0 else far):
                pieces = [(word.start(), word[0]) for word in _WORD.finditer(text, *found.span())]
                for start, stop, word in self._mended(pieces):
                    if start > end:
                        end = stop
                        yield start, stop, word

    def _mended(self, pieces: list[tuple[int, str]]) -> Iterator[Edit]:
        """Listed words of up to four neighbouring pieces, of which one is no word."""
        for first, (start, word) in enumerate(pieces[:-1]):
            for last in range(first + 1, min(first + _MOST_PIECES, len(pieces))):
                word += pieces[last][1]
                if word in self._words and _are_torn([part for _, part in pieces[first : last + 1]]):
                    yield start, pieces[last][0] + len(pieces[last][1]), self._gluing.said(word)

    def _spelt_out(self, view: View, rows: "Rows") -> Iterator[tuple[int, int, str | None]]:
        """What stands between other words where all letters were typed apart."""
        if isinstance(view.origin, range):  # each letter as it was typed, none apart
            return
        if view.origin[-1] + 1 - len(set(view.origin)) < _LEAST_APART:  # nearly each
            return
        for found in _JOINED.finditer(view.text):
            start, end = found.span()
            is_apart = view.origin[end - 1] - view.origin[start] >= _APART * (end - start - 1)
            if is_apart and not self._meant(found[0], rows) and self._gluing.is_in(found[0]):
                yield start, end, rows.said(found[0], self._between)

    def apart(self, token: str) -> str | None:
        """The words that a token is glued from, a listed one among them; `None` for what is a word itself."""
        if len(token) < _LONG_ENOUGH + 2 or token in self._words or token in _ORDINARY:
            return None
        return self._gluing.apart(token) or self._gluing.between(token)

    def _between(self, row: str) -> str | None:
        """Words of letters typed one by one, with a listed one among them, where they are no word themselves."""
        return None if row in self._words or row in _ORDINARY else self._gluing.between(row)


def _edits(text: str, meanings: Mapping[str, str]) -> Iterator[Edit]:
    for found in _TOKEN.finditer(text):
        if meant := meanings.get(found[0]):
            yield found.start(), found.end(), meant


def sound_of(word: str) -> str:
    """How a word sounds, roughly: `phuk`, `fvck` and `fuuck` alike.

    >>> sound_of("phuq") == sound_of("fuck") == sound_of("fvckk")
    True
    """
    heard = _SOUNDS.sub(lambda found: _AS_HEARD[found[0]], word).translate(_LETTERS)
    return _DOUBLE.sub(_SINGLE, heard)


def loose_sound_of(word: str) -> str:
    """How a Russian or Armenian word sounds to those who hear little difference: `мудаг`, `աբուշ`.

    >>> loose_sound_of("пидар") == loose_sound_of("пидор")
    True
    """
    return _DOUBLE.sub(_SINGLE, word[:-1].translate(_HARDLY_TOLD) + _AT_END.get(word[-1], word[-1]))


def _letters_of(word: str) -> str:
    return f"{word[0]}{''.join(sorted(word[1:-1]))}{word[-1]}{len(word)}"


def _is_plain(word: str) -> bool:
    return len(word) >= _LONG_ENOUGH and word.isalpha()


def _misspellings(word: str) -> Iterator[str]:
    """With two inner letters exchanged, backwards, without vowels; long ones upside down or without a letter."""
    yield word[::-1]
    bare = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
    if len(bare) >= _LONG_ENOUGH:
        yield bare
    for at in range(1, len(word) - 2):
        yield _exchanged(word, at)
    if len(word) >= _ONE_LESS:
        yield word[::-1].translate(_UPSIDE_DOWN)
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _clipped(word: str) -> Iterator[str]:
    """Without an inner letter in a notorious word of five, or without one at either end of a longer one."""
    if len(word) == _SHORT_ONE_LESS and word in COMMONLY_CENSORED:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))
    if len(word) >= _ONE_LESS and not word.endswith("s"):
        yield word[:-1]
    if len(word) > _ONE_LESS:
        yield word[1:]


def _exchanged(word: str, at: int) -> str:
    """The word with a letter and the one behind it exchanged."""
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _are_torn(parts: Sequence[str]) -> bool:
    """Whether parts of a listed word are no words that stand beside each other."""
    if len(parts) == 2 and (" ".join(parts) in INNOCENT_PAIRS or any(map(ORDINARY.__contains__, parts))):
        return False
    return any(map(_is_piece, parts))


def _is_piece(piece: str) -> bool:
    return len(piece) <= _LONGEST_PIECE and piece not in _SHORT_FORMS and _PIECE.search(piece) is not None


def _begins_with_piece(text: str) -> bool:
    """Whether a piece of a torn word stands at the beginning of what has no space."""
    found = _PIECE.search(text)
    return found is not None and found[0].rstrip(_BEHIND_PIECE) not in _SHORT_FORMS


def _gaps(word: str) -> Iterator[str]:
    for at in range(1, len(word)) if len(word) >= (_ONE_WRONG if word.isascii() else _ONE_WRONG_INFLECTED) else ():
        if len(word) > _ONE_WRONG or word[at] in _VOWELS:
            yield f"{word[:at]}.{word[at + 1 :]}"


def _halves(word: str) -> Iterator[tuple[int, str, str]]:
    """What stays of a word before its middle, or behind it, where another letter is wrong or too many."""
    for size in (len(word), len(word) + 1):
        middle = size // 2
        yield size, word[:middle], ""
        yield size, "", word[len(word) - (size - middle) :]
