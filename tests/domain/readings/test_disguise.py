"""How much of what evaders do is read through: families of disguise, on every word, alone and in a sentence."""

import pytest

from moderation.domain.matching import Entry, Lexicon
from moderation.domain.readings.disguise import readings, starred, together, unbracketed, unleeted
from moderation.domain.readings.humps import unhumped
from moderation.domain.readings.view import as_typed
from moderation.domain.text import normalise
from moderation.testing.disguises import HEURISTIC, UNICODE, WRITTEN, Trick, each, first_vowel

_WORDS = tuple(
    str.split(
        "idiot moron stupid bastard asshole bitch fuck shit cunt whore retard scumbag dickhead wanker slut"
        " imbecile cretin pervert traitor bullshit"
    )
)
_RUSSIAN = ("идиот", "дурак", "мудак", "придурок", "мразь", "скотина")
_ARMENIAN = ("հիմար", "ապուշ", "տականք", "դավաճան")
_TURKISH = ("salak", "aptal", "şerefsiz", "gerizekalı", "ahmak")
_LEXICON = Lexicon(
    [Entry("en", word, "hard") for word in _WORDS]
    + [Entry("ru", word, "hard") for word in _RUSSIAN]
    + [Entry("hy", word, "hard") for word in _ARMENIAN]
    + [Entry("tr", word, "hard") for word in _TURKISH]
)
_SENTENCES = ("{}", "You are such a {} , honestly.", "I think the mayor is a {} and everybody knows it")


def _is_caught(typed: str, language: str = "en") -> bool:
    return language in _LEXICON.find(normalise(typed))


def _share(trick: Trick, words: tuple[str, ...] = _WORDS, language: str = "en") -> float:
    typed = [sentence.format(trick(word)) for word in words for sentence in _SENTENCES]
    return sum(_is_caught(text, language) for text in typed) / len(typed)


@pytest.mark.parametrize("name", [*UNICODE, *WRITTEN])
def test_disguise_that_rules_can_undo_is_caught_on_every_word(name: str) -> None:
    """A reader sees the word at once, so a word list that does not is worth nothing."""
    assert _share({**UNICODE, **WRITTEN}[name]) >= 0.95


@pytest.mark.parametrize("name", HEURISTIC)
def test_disguise_that_takes_guessing_is_caught_on_most_words(name: str) -> None:
    """These are read by likelihood; a family that escapes becomes a fashion within a day."""
    assert _share(HEURISTIC[name]) >= 0.8


def test_ninety_nine_of_a_hundred_plain_disguises_are_caught() -> None:
    """The bar for what Unicode, decoding and joining undo."""
    shares = [_share(trick) for trick in (*UNICODE.values(), *WRITTEN.values())]

    assert sum(shares) / len(shares) >= 0.99


def test_nine_of_ten_harder_disguises_are_caught() -> None:
    """The bar for what takes heuristics, two tricks at once included."""
    shares = [_share(trick) for trick in HEURISTIC.values()]

    assert sum(shares) / len(shares) >= 0.9


_ANY_SCRIPT = (
    "\u200b".join,
    " ".join,
    ".".join,
    "\n".join,
    "-".join,
    str.upper,
    each(lambda letter: letter * 3),
    each(lambda letter: letter + "\u0336"),
    first_vowel("*"),
    lambda word: "".join(f"&#{ord(letter)};" for letter in word),
    lambda word: f"#{word}",
    lambda word: f"\u202e{word[::-1]}\u202c",
)


@pytest.mark.parametrize("trick", _ANY_SCRIPT, ids=lambda _: "")
@pytest.mark.parametrize(
    ("words", "language"), [(_RUSSIAN, "ru"), (_ARMENIAN, "hy"), (_TURKISH, "tr")], ids=["ru", "hy", "tr"]
)
def test_other_languages_are_read_as_well(trick: Trick, words: tuple[str, ...], language: str) -> None:
    """Readers of a paper in Yerevan or Istanbul hide their words with the same means."""
    assert _share(trick, words, language) >= 0.9


@pytest.mark.parametrize(
    "typed",
    [
        "мyдak",
        "дypak",
        "пpидypoк",
        "м y д a к",
        "mudak",
        "durak",
        "pridurok",
        "MPA3b",
        "д у р а к",
        "идиooот",
    ],
)
def test_russian_in_latin_letters_is_read(typed: str) -> None:
    """Half of Russian abuse is typed on another keyboard, or with letters that look the same."""
    assert _is_caught(typed, "ru")


@pytest.mark.parametrize("typed", ["himar", "himar es du", "apush", "takanq", "davachan", "հiմար", "ապnւշ"])
def test_armenian_in_latin_letters_is_read(typed: str) -> None:
    """Armenian is written in Latin letters wherever a keyboard lacks its own."""
    assert _is_caught(typed, "hy")


@pytest.mark.parametrize(
    "typed", ["serefsiz", "ŞEREFSİZ", "gerizekali", "s a l a k", "SALAK", "s@lak", "ş3refs1z"]
)
def test_turkish_without_its_letters_is_read(typed: str) -> None:
    """Dots and cedillas are the first thing to go on a foreign keyboard."""
    assert _is_caught(typed, "tr")


def test_attack_deep_in_a_long_text_is_found() -> None:
    """Seven hundred civil words before it do not make an insult civil."""
    typed = "The council met on Tuesday and talked about parking. " * 90 + "You 1d10t." + " All the best." * 90

    spans = [typed[hit.span.start : hit.span.end] for hit in _LEXICON.find(normalise(typed))["en"]]

    assert "1d10t" in spans


def test_ordinary_text_has_no_hard_reading() -> None:
    """What nobody disguised costs nothing to read."""
    assert normalise("The council met on Tuesday. It was a long and rather dull affair.").hard == ()


def test_readings_differ_from_the_text_and_from_each_other() -> None:
    """Looking at the same reading twice finds nothing new."""
    texts = [view.text for view in readings(as_typed("f u c k y0u sh1iiit"))]

    assert len(set(texts)) == len(texts)


def test_camel_case_and_digits_are_split() -> None:
    """A hashtag is several words to whoever reads it."""
    assert unhumped(as_typed("45jews and 62roads")).text.split() == ["jews", "and", "roads"]
    assert unhumped(as_typed("YouIdiot2024go")).text == "You Idiot 2024go"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("ff uu nn", "fun"), ("fff-uuu-nnn", "fun"), ("aa bb", "aa bb"), ("ss and mm or ll", "ss and mm or ll")],
)
def test_a_letter_typed_several_times_in_each_place_is_read_once(typed: str, read: str) -> None:
    """Whoever stretches a word that is set apart stretches it letter by letter."""
    assert together(as_typed(typed)).text == read


@pytest.mark.parametrize(
    ("typed", "read"), [("a f.*.n thing", "a f*n thing"), ("**f****u****n**", "**f****u****n**")]
)
def test_a_star_among_letters_set_apart_is_one_of_them(typed: str, read: str) -> None:
    """Where it stands between them alone, it only sets them apart."""
    assert starred(as_typed(typed)).text == read


def test_letters_behind_a_sign_at_the_end_of_a_sentence_are_no_address() -> None:
    """The full stop is not the dot of a domain."""
    assert unleeted(as_typed("he is a cl@rk.")).text == "he is a clark."
    assert unleeted(as_typed("ann@clerk.org")).text == "ann@clerk.org"


def test_letters_of_two_alphabets_are_split() -> None:
    """What is hung onto a word in another alphabet is no part of it."""
    assert unhumped(as_typed("շունxx и lolдурак")).text == "շուն xx и lol дурак"


def test_parentheses_around_a_word_are_taken_away() -> None:
    """They stand where a list expects a space; longer ones say something of their own."""
    assert unbracketed(as_typed("vote (yourself), all (of you) f(x)")).text == "vote yourself, all (of you) f(x)"


@pytest.mark.parametrize("typed", ["b1 tch", "a m0 ron", "you wh0 re", "re t4rd"])
def test_words_of_digits_that_are_torn_are_read_whole(typed: str) -> None:
    """The digit shows that the space is no more meant than it is."""
    assert _is_caught(typed)


@pytest.mark.parametrize("typed", ["the B1 level", "A4 paper", "4 got in", "room 1a re-opens", "an F1 race"])
def test_numbers_before_words_stay(typed: str) -> None:
    """A designation stands before a word that means something by itself."""
    assert not _is_caught(typed)


@pytest.mark.parametrize("typed", ["f'u'ck", "fu'c'k", "f'u'c'k"])
def test_apostrophes_between_letters_are_seen(typed: str) -> None:
    """No word has two of them a letter apart."""
    assert _is_caught(typed)


@pytest.mark.parametrize("typed", ["bi+(#", "sl#t and w#0re", "m0+#er"])
def test_a_hash_may_be_an_h(typed: str) -> None:
    """So it stands in tables of leet."""
    assert "h" in unleeted(as_typed(typed)).text


@pytest.mark.parametrize("typed", ["a wa1ker", "wa|ker"])
def test_a_digit_that_makes_an_innocent_word_is_that_letter(typed: str) -> None:
    """What stands for two letters stands for the one that says something civil."""
    assert unleeted(as_typed(typed)).text == unleeted(as_typed(typed), 1).text
