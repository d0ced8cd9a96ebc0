"""Text as typed and as read: what is undone, what is left alone, and the way back."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from moderation.domain.comment import Format
from moderation.domain.text import NormalisedText, fold, normalise, plainly_read
from tests.work import grows_no_faster

_ANY = st.text(st.characters(), max_size=200)
#: Letters, digits and the signs that disguises are made of, so that they meet often.
_TRICKY = st.text(
    st.sampled_from(
        "abcfuckIT019@$!|*#.-_ \n'\"&;x%25<>/[]\\u0\u0430\u0456\u0561\u0301\u0489"
        "\u200b\u200d\u202e\u202c\ufe0fßİı🔥🇦👨=+Z"
    ),
    max_size=60,
)


def _said(typed: str, spans: tuple[object, ...]) -> list[str]:
    return [typed[span.start : span.end] for span in spans]  # type: ignore[attr-defined]


def _views(text: NormalisedText) -> list[object]:
    return [text.soft, text.clear, text.reading, *text.hard]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("fuсk", "fuck"),
        ("ｆｕｃｋ", "fuck"),
        ("𝖋𝖚𝖈𝖐 off", "fuck off"),
        ("🅵🆄🅲🅺", "FUCK"),
        ("ʄɛɬɬɛཞʂ", "fetters"),
        ("f\u200bu\u200bc\u200bk", "fuck"),
        ("f\u0336u\u0336c\u0336k\u0336", "fuck"),
        ("\u202ekcuf\u202c you", "fuck you"),
        ("&#102;uck", "fuck"),
        ("%66%75%63%6B", "fuck"),
        ("\\u0066uck", "fuck"),
        ("ZnVjayB5b3U=", "fuck you"),
        ("f u c k you", "fuck you"),
        ("F.U.C.K. you", "FUCK. you"),
        ("f**k this", "fuck this"),
        ("sh1t and b!tch", "shit and bitch"),
        ("fuuuuuck", "fuck"),
        ("f<b>u</b>ck", "fuck"),
        ("идиоt", "идиот"),
        ("пидopас", "пидорас"),
    ],
)
def test_disguise_is_read_and_said_to_be_one(typed: str, read: str) -> None:
    """A model that never saw the trick rates what a person reads."""
    text = normalise(typed)

    assert (text.read, text.disguised) == (read, True)


@pytest.mark.parametrize(
    "typed",
    [
        "You are an idiot.",
        "Dr. Shital Patel of Scunthorpe met 455 people on the A55 in 1488.",
        "It’s a “quoted” word – and café, naïve, Müller…",
        "He'll say e.g. 5 p.m., U.S.A., R&D, AT&T, C++ and F#.",
        "f(x) = a*x + b*y; 3 < 4 > 2 & so on",
        "www.example.org and t.me/x?a=1&b=2#top",
        "Привет! Как дела? Всё хорошо, ёлка, объект.",
        "Ինչո՞ւ չեկար։ Բարև՜ ձեզ, այո՛։",
        "Şık bir gömlek, İstanbul’da ılık bir gün, çok güzel.",
        "Die Straße ist groß, schöne Grüße.",
        "Où ça ? Là-bas, à la fête, cœur et âme.",
        "Tiếng Việt: đường phố, người ăn phở ở địa chỉ này.",
        "می‌روم به خانه‌ها و کتاب‌های خوب",
        "שָׁלוֹם עוֹלָם",
        "हिन्दी में लिखना अच्छा है।",
        "ฉันกินข้าวและไปโรงเรียน",
        "საქართველო ლამაზია",
        "γεια σας, τι κάνετε; η Ελλάδα",
        "한국어도 괜찮아요. 中文也可以。日本語も。",
        "Family 👨‍👩‍👧 and flags 🇦🇲🇫🇷 and ❤️ and 👍🏽",
        "SMS, WTO, III, WWII, XXX, www and zzz",
        "الله أكبر، ﷺ",
    ],
)
def test_honest_text_is_left_alone(typed: str) -> None:
    """A reading that bends names, formulas or another language would be worse than none."""
    text = normalise(typed)

    assert (text.read, text.disguised) == (typed, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ISTANBUL", "ıstanbul"),
        ("İstanbul", "istanbul"),
        ("STRASSE", "straße"),
        ("Müller", "MULLER"),
        ("café", "cafe\u0301"),
        ("ԵՐԵՎԱՆ", "երևան"),
        ("Ինչո՞ւ", "ինչու"),
        ("Գիտեմ՝ ով է", "գիտեմ ով է"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("می‌روم", "میروم"),
        ("שָׁלוֹם", "שלום"),
        ("don’t", "don't"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(one: str, other: str) -> None:
    """An editor writes a word once, in whatever case and with whatever accents."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("की", "का"), ("กิน", "กัน"), ("сука", "cука!"), ("բոզ", "բազ")])
def test_different_words_stay_different(one: str, other: str) -> None:
    """The marks of Indic and Thai scripts are vowels, and dropping them would make one word of two."""
    assert fold(one) != fold(other)


@given(_ANY)
def test_any_text_can_be_read(typed: str) -> None:
    """A commenter can send anything, lone surrogates and NUL included, and must get a verdict."""
    assert isinstance(normalise(typed, format=Format.HTML).read.encode(), bytes)


@given(_ANY | _TRICKY)
@example("&amp;amp;lt;b&gt;")
@example("%2525252541")
@example("\ud800\0\u202e")
@settings(max_examples=400, deadline=None)
def test_reading_what_was_read_changes_nothing(typed: str) -> None:
    """Stored text as read is read again when a policy is tried on the past."""
    read = normalise(typed).read

    assert normalise(read).read == read


@given(_ANY | _TRICKY, st.sampled_from(Format))
@settings(max_examples=300, deadline=None)
def test_each_character_read_has_a_place_among_those_typed(typed: str, format: Format) -> None:
    """What is shown to a moderator is marked in the text as typed."""
    for view in _views(normalise(typed, format=format)):
        origin = list(view.origin)  # type: ignore[attr-defined]

        assert len(origin) == len(view.text) + 1  # type: ignore[attr-defined]
        assert origin == sorted(origin)
        assert origin[-1] == len(typed)
        assert len(view.text) <= 4 * len(typed) + 64  # type: ignore[attr-defined]


@given(_ANY | _TRICKY, st.sampled_from(Format))
@example("No, \u201cthe caf\u00e9\u201d is\nopen, don\u2019t you think\u2026", Format.PLAIN)
@example("> so they say\nI do not", Format.HTML)
@example("\u202d\u00df", Format.PLAIN)
def test_plain_reading_is_part_of_the_whole(typed: str, format: Format) -> None:
    """A look back finds words by the folded reading alone: each must stand where the whole reading has it."""
    whole = normalise(typed, format=format)

    plain = plainly_read(typed, whole.soft.text)

    if plain is not None:
        assert (plain.soft.text, list(plain.soft.origin)) == (whole.soft.text, list(whole.soft.origin))
        assert plain.quotations == whole.quotations


def test_disguised_text_has_no_plain_reading() -> None:
    """What took more to read than small letters is read anew."""
    typed = "You <b>i</b>d\u200biot"

    assert plainly_read(typed, normalise(typed, format=Format.HTML).soft.text) is None
    assert plainly_read("You idiot", "you idiot") is not None


@given(st.text("abcdefghijklmnoprstuvwy", min_size=2, max_size=12), st.data())
def test_invisible_characters_between_letters_change_nothing(word: str, data: st.DataObject) -> None:
    """They print as nothing, so they say nothing."""
    ignorable = st.sampled_from(
        "\u00ad\u034f\u115f\u17b4\u180e\u200b\u200c\u200d\u2060\u3164\ufe0f\ufeff\uffa0\U000e0020"
    )
    typed = word[0] + "".join(data.draw(ignorable) + letter for letter in word[1:])

    assert normalise(typed).soft.text == normalise(word).soft.text


@given(_ANY, st.sampled_from(Format))
def test_sentences_and_quotations_lie_in_the_text(typed: str, format: Format) -> None:
    """A span outside the text would crash whoever shows it."""
    text = normalise(typed, format=format)

    assert all(0 <= span.start < span.end <= len(typed) for span in (*text.sentences, *text.quotations))


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("\u0301", id="marks"),
        pytest.param("a\u0316\u0301", id="marks in turn"),
        pytest.param("\ufdfa", id="ligature of eighteen"),
        pytest.param("a\u200b", id="zero width"),
        pytest.param("\u202eabc", id="overrides"),
        pytest.param("&amp;", id="entities"),
        pytest.param("amp;", id="nested entities"),
        pytest.param("%25", id="nested percent"),
        pytest.param("<a ", id="open tags"),
        pytest.param('<a "', id="open attributes"),
        pytest.param("<!--", id="open comments"),
        pytest.param("QUFB", id="base64"),
        pytest.param("a ", id="single letters"),
        pytest.param("a.b ", id="dotted letters"),
        pytest.param("f*", id="stars"),
        pytest.param("1a", id="digits and letters"),
        pytest.param("aab ", id="doubles"),
        pytest.param(" 'a", id="open quotes"),
        pytest.param("аa", id="two scripts"),
        pytest.param("\U0001f1e6", id="flag letters"),
        pytest.param("\ud800", id="surrogates"),
        pytest.param("aBc1 ", id="camels"),
        pytest.param("сор", id="look-alikes"),
    ],
)
def test_work_grows_no_faster_than_a_hostile_text(unit: str, format: Format) -> None:
    """One comment must not stop the service for the others."""
    assert grows_no_faster(lambda size: normalise("&" + (unit * size)[:size], format=format), size=10_000)


def test_text_of_eighteen_in_one_stays_short() -> None:
    """U+FDFA is eighteen characters in compatibility form: a bomb, and an honest sign."""
    assert len(normalise("\ufdfa" * 100).soft.text) == 100


def test_html_is_read_as_a_browser_shows_it() -> None:
    """Tags are not words, a break is a new line, what is hidden is not said, a title is."""
    typed = "<p>You <b>i</b>diot&amp;co</p><script>x</script><br>bye <img alt='fool'><!-- no -->"

    assert normalise(typed, format=Format.HTML).read.split() == ["You", "idiot&co", "bye", "fool"]


def test_span_in_html_counts_the_source_as_sent() -> None:
    """The site marks the place in its own source."""
    typed = "<p>You <b>&#105;</b>diot!</p>"
    soft = normalise(typed, format=Format.HTML).soft
    at = soft.text.index("idiot")

    span = soft.span(at, at + 5)

    assert typed[span.start : span.end] == "&#105;</b>diot"


def test_span_covers_the_whole_of_what_was_decoded() -> None:
    """Half an entity under a mark is unreadable."""
    soft = normalise("an id&#105;ot&#33;").soft
    at = soft.text.index("idiot")

    assert soft.span(at, at + 5) == soft.span(at, at + 4).__class__(3, 13)


def test_blockquote_is_quotation() -> None:
    """Whoever quotes an insult to condemn it has not written it."""
    typed = "<blockquote>You idiot</blockquote><p>That is no argument.</p>"
    text = normalise(typed, format=Format.HTML)

    assert _said(typed, text.quotations) == ["You idiot"]


def test_nothing_at_all_is_read_as_nothing() -> None:
    """An empty comment is a comment."""
    text = normalise("")

    assert (text.read, text.soft.text, text.hard, text.sentences) == ("", "", (), ())


def test_wrapping_without_end_is_cut_open() -> None:
    """An encoding in an encoding in an encoding cannot keep the reader busy for ever."""
    read = normalise("\\" + "u005c" * 20 + "u0066").read

    assert "\\" not in read
    assert normalise(read).read == read


def test_long_text_is_read_through_where_it_looks_disguised() -> None:
    """An insult is found behind ten thousand civil words, at the place where it was typed."""
    typed = (
        "The council met on Tuesday and talked about parking. " * 200
        + "You are an 1d10t. "
        + "All the best. " * 50
    )

    text = normalise(typed)
    [view] = [view for view in text.hard if "idiot" in view.text][:1]
    at = view.text.index("idiot")
    span = view.span(at, at + 5)

    assert typed[span.start : span.end] == "1d10t"
    assert not text.is_crowded
    assert sum(len(view.text) for view in text.hard) < len(typed) / 10


def test_text_that_is_nothing_but_disguise_is_said_to_be_crowded() -> None:
    """What is not read through is looked at by a person."""
    text = normalise("f*ck y0u 1d10t " * 1_000)

    assert text.is_crowded
    assert all(len(view.text) < 4_000 for view in text.hard)


def test_hard_readings_do_not_grow_with_a_hostile_text() -> None:
    """Twice the disguise costs no more once the bound is reached."""
    once, twice = (sum(len(view.text) for view in normalise("sh1t f.u.c.k b!tch " * n).hard) for n in (500, 1_000))

    assert twice == once


@pytest.mark.parametrize("sign", [".", "-", ","])
def test_no_more_than_a_part_of_a_long_text_is_read_through_however_it_is_cut(sign: str) -> None:
    """One disguise as long as the text, without a space in it, is no reason to read all of it eight times."""
    text = normalise("|_" + f"a1b{sign}" * 4_000 + "|")

    assert text.is_crowded
    assert all(len(view.text) < 2_500 for view in text.hard)


def test_a_text_of_every_letter_that_there_is_waits_for_a_person() -> None:
    """Nobody reads thousands of different signs, and to work out what each is a form of would take long."""
    text = normalise("".join(map(chr, range(0x80, 0x3000))))

    assert text.is_crowded
    assert text.read == text.typed


def test_a_text_of_nothing_but_mixed_scripts_waits_for_a_person() -> None:
    """What no two words hold in common is not read letter by letter."""
    text = normalise(" ".join(f"aя{number:x}" for number in range(4_000)))

    assert text.is_crowded
    assert text.clear.text == text.typed


@pytest.mark.parametrize("unit", ["a\u0301\u0323", "🇦я", "яa1d10t ", "яабв вы иdiot, право. "], ids=ascii)
def test_a_long_text_full_of_one_trick_waits_for_a_person(unit: str) -> None:
    """Marks, flags and mixed scripts without end are not undone to the last, and only a part is read through."""
    text = normalise((unit * 10_000)[:20_000])

    assert text.is_crowded
    assert all(len(view.text) < 2_500 for view in text.hard)


@pytest.mark.parametrize("sign", ["㍿", "\u200b", "\u00ad"], ids=ascii)
def test_a_long_text_full_of_signs_for_no_letter_or_several_is_not_cleared(sign: str) -> None:
    """Four letters for each sign would make eighty thousand of a comment: a person looks at it as it was typed."""
    text = normalise(f"{sign}a" * 10_000)

    assert text.is_crowded
    assert text.clear.text == text.typed


def test_what_is_never_plain_waits_for_a_person() -> None:
    """Both ways round a word of it stands backwards, and turning it goes on for ever."""
    assert normalise("rehtom@ты").is_crowded


def test_a_text_that_plays_every_trick_is_read_in_some_of_its_ways() -> None:
    """Thirty readings of two thousand characters are more than anybody would look through."""
    tricks = (
        "the g3unოd=ɯ!0 f-u-c-k ssttuupp|d YouFool f*ck y0u 🔪 ｂａｄ. f.*.c.k w1t.h.a.t"
        " 1.d.1.0.t s s 1 l l y 1 1 1 qlass u r l8 yt nehw b1 tch h3ll-0 "
    )
    read = normalise((tricks * 100)[:1_900])

    assert read.is_crowded
    assert sum(len(view.text) for view in read.hard) <= 36_000
    assert not normalise(tricks).is_crowded


def test_a_text_that_is_crowded_has_fewer_readings() -> None:
    """A person looks at the whole, so that a third of the readings is enough."""
    read = normalise("яa1d10t f-u-c-k b.i.t.c.h ssttuupp|d YouFool. " * 400)

    assert read.is_crowded
    assert sum(len(view.text) for view in read.hard) <= 12_000


def test_long_honest_texts_of_any_script_are_not_crowded() -> None:
    """Ten thousand characters of Chinese, Russian or Armenian are read as what they are."""
    written = (
        "今天天气很好，我们去公园散步吧。",
        "Сегодня хорошая погода, пойдём гулять. ",
        "Այսօր եղանակը լավ է։ ",
    )

    assert not any(normalise(sentence * (10_000 // len(sentence))).is_crowded for sentence in written)


def test_lone_surrogates_are_read_as_something_that_cannot_be_read() -> None:
    """However many there are, no part of the service that wants UTF-8 meets one."""
    assert set(normalise("".join(map(chr, range(0xD800, 0xE000))) * 2).read) == {"\ufffd"}


def test_a_letter_that_two_pieces_share_is_read_once() -> None:
    """Russian letters set apart by ideographic stops: reading one of them twice would move all that follow."""
    text = normalise("Ты п。р。и。д。у。м。а。л.")

    assert len(text.soft.text) == len(text.typed)


def test_letters_apart_from_their_marks_are_no_disguise() -> None:
    """Some systems write ễ as three characters; a long comment in them is read whole, as anybody's."""
    told = "Chính phủ phải giải thích cho người dân biết vì sao giá nước tăng gấp đôi. " * 60

    assert not normalise(unicodedata.normalize("NFD", told)).is_crowded
