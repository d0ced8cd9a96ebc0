"""Words of many lists, found wherever they are meant and nowhere else."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.matching import CROWDED, HITS_OF_CROWDED, MOST_PLACES, Entry, Lexicon, with_article
from moderation.domain.text import normalise
from tests.work import calls_of, grows_no_faster

_PLAIN = str.split(
    "anal anus arse ass asshole bastard bitch boob boobs butt clown cock cocks coon coons crap creep"
    " cretin cum cunt damn dick dicks dike dyke faggot fool fuck gook ho hoe homo idiot jap jerk kike kill"
    " killer liar loser monkey moron nazi nigger paki penis pervert pig piss porn prick pussy queer rape"
    " rapist rat retard scum sex shit sissy slag slut sod spic stupid suck terrorist tit tits traitor turd"
    " twat vermin wank whore wog trash garbage troll"
)
_LEXICON = Lexicon([Entry("en", word, "hard") for word in _PLAIN])
_MIXED = Lexicon(
    [Entry("hard", word, "hard") for word in _PLAIN[:20]]
    + [Entry("soft", f"{word}*") for word in _PLAIN[10:40]]
    + [Entry("tr", word) for word in ("göt", "idiöt", "şarkı")]
)


def _found(typed: str, *entries: Entry) -> list[tuple[str, str]]:
    hits = Lexicon(entries).find(normalise(typed))
    return [(hit.word, typed[hit.span.start : hit.span.end]) for found in hits.values() for hit in found]


@pytest.mark.parametrize(
    "typed",
    [
        "Scunthorpe United, Penistone Church and Lightwater beat Arsenal.",
        "Essex, Sussex, Middlesex and Wessex are counties.",
        "Dr. Shital Patel, Ufuk Yilmaz, Mr. Kock and Herr Fuchs signed.",
        "He ducked and the specialist in the cockpit assessed the class.",
        "Hancock, Hitchcock, Babcock, peacocks, cocktails and cockroaches",
        "The therapist saw a title, a constitution, a button and a shell.",
        "Dickens, Dickinson, Moby-Dickens; grapes, drapes and scrapes.",
        "the bassoonist embarrassed assassins who assembled in Assisi",
        "The A55 and the A55s; 455 people; 1488; 8008; 80085 votes; 5318008",
        "the M25, B52, mp3, h2o, covid19, 4k, 1st, 20mph, 9/11 and R2-D2",
        "He'll come, she'll go, who're they, we're here, it's ours, can't you",
        "as s, who re-elected, the pen is blue, an al dente, but t, a nus",
        "I saw a s in a word; plan B, vitamin C, J. R. R. Tolkien, C. W. Smith",
        "S&P, R&D, AT&T, Q&A, B&Q, H&M; a*b+c, x_1, f(x), #5, 5*4",
        "Putin, Trudeau, Lana, Niger, Nigeria, Uranus, Murat, Fukuoka, Lars",
        "money, garage, carp, lair, rail, gals, live, rapper, rapping, hatter",
        "slope, carbon, sitting, picks, tolls, pikes, manicure, darken, aptly",
        "cool, good, book, teeth, letter, summer, apple, bitter, hooters off",
        "and/or, his/her, he/she, well-to-do, up-to-date, 24/7, on-off",
        "www.expertsexchange.com therapistfinder.com penisland.net",
        "Hoooray! Yesss! Nooo! Hmmm, aaah, zzz, www, III and WWII",
        "Kushites, Shiites, Sikkim and shiitake",
        "He is a bit chilly. It is a bit odd. So us it is. Let s go.",
        "Matsushita, Takeshita, Yamashita and Shitov met Mrs. Wang",
        "Cumbria, cucumbers, documents, circumstances and accumulators",
        "twatching, potato, tattoo, attitude, institute, Titanic, titration",
        "grassroots brass bass mass pass lass compass harass Damascus",
        "прекрасный барсук, страхуй имущество, команда рубля, оскорблять",
        "Հայաստանի Հանրապետություն, ինչո՞ւ, բարև՜",
        "şık gömlek, sıkı ders, piknik, sıcak gün, göl kenarı, got it",
        "pâté, Fußball, Kuchen, dicke Jacke, schöne Fahrt",
    ],
)
def test_innocent_text_is_left_alone(typed: str) -> None:
    """A filter that blocks Scunthorpe is switched off within a week."""
    assert _LEXICON.find(normalise(typed)) == {}


@pytest.mark.parametrize(
    ("word", "typed", "said"),
    [
        ("idiot", "You are an idiot.", ["idiot"]),
        ("idiot", "idiot's idiots IDIOT", ["idiot", "IDIOT"]),
        ("idiot*", "an idiotic idiot", ["idiotic", "idiot"]),
        ("*tard", "a libtard spoke", ["libtard"]),
        ("go away", "Go  away!\ngo\naway", ["Go  away", "go\naway"]),
        ("half-wit", "half wit, half-wit", ["half wit", "half-wit"]),
        ("идиот", "Ты ИДИОТ, идиоты", ["ИДИОТ"]),
        ("Straße", "die STRASSE", ["STRASSE"]),
        ("🖕", "take this🖕 now", ["🖕"]),
        ("笨蛋", "你是笨蛋吗", ["笨蛋"]),
        ("հիմար", "Դու հի՞մար ես", ["հի՞մար"]),
        ("don", "don't", []),
    ],
)
def test_words_are_found_whole(word: str, typed: str, said: list[str]) -> None:
    """An editor who lists a word means that word, in any case, and its ending only where a star says so."""
    assert [found for _, found in _found(typed, Entry("x", word))] == said


def test_soft_words_are_not_looked_for_in_disguise() -> None:
    """An editor chooses for each list how hard to look."""
    assert _found("You 1d10t", Entry("x", "idiot", "soft")) == []


def test_word_inside_a_longer_hit_is_found_too() -> None:
    """Leftmost-longest search would lose `foo` where `foo bar` almost fits."""
    assert _found("a foo bar", Entry("x", "foo"), Entry("x", "foo ba")) == [("foo", "foo")]


def test_each_list_gets_its_own_hits_in_order() -> None:
    """A rule asks about one list, and shows its first hit first."""
    lexicon = Lexicon([Entry("a", "cat"), Entry("b", "cat"), Entry("b", "dog")])
    found = lexicon.find(normalise("dog and cat and dog"))

    assert {name: [hit.span.start for hit in hits] for name, hits in found.items()} == {"a": [8], "b": [0, 8, 16]}


@pytest.mark.parametrize(
    ("word", "typed", "is_found"),
    [
        ("göt", "got it", False),
        ("göt", "GÖT", True),
        ("sik", "şık bir elbise", False),
        ("orospu çocuğu", "orospu cocugu", True),
        ("şerefsiz", "serefsiz", True),
        ("piç", "a pic of it", False),
        ("pezevenk", "go péźéṿénk", True),
        ("hang yourself", "häng ÿöürsëlf!", True),
    ],
)
def test_accents_that_are_letters_tell_words_apart(word: str, typed: str, is_found: bool) -> None:
    """`ş` is another letter than `s` in Turkish, and English `got` is no Turkish word."""
    found = Lexicon([Entry("tr", word), Entry("tr", "şarkı")]).find(normalise(typed))

    assert bool(found) is is_found


@pytest.mark.parametrize(
    ("word", "typed", "is_found"),
    [
        ("piç kurusu", "Piçkurusu!", True),
        ("şerefsiz", "zisferEŞ", True),
        ("fahişe", "the fährise of it", False),
        ("idiot", "ý ó ú á r é á ń í d í ó ť", True),
    ],
)
def test_a_words_own_accents_are_kept_in_disguise(word: str, typed: str, is_found: bool) -> None:
    """Who writes a Turkish word backwards or in one keeps its letters; others belong to other words."""
    assert bool(Lexicon([Entry("tr", word, "hard")]).find(normalise(typed))) is is_found


def test_accents_that_decorate_are_ignored() -> None:
    """In an English list every accent is decoration."""
    assert _found("fück", Entry("x", "fuck")) == [("fuck", "fück")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("s**t", "shit"),
        ("f***", "fuck"),
        ("sl*t", "slut"),
        ("b!tch", "bitch"),
        ("sh-t", "shit"),
        ("a**hole", "asshole"),
        ("fxck", "fuck"),
        ("c#nt", "cunt"),
        ("*diot", "idiot"),
    ],
)
def test_masked_word_is_the_one_that_everybody_reads(typed: str, said: str) -> None:
    """Several words may fit a mask; readers think of one."""
    assert {hit.word for hit in _LEXICON.find(normalise(typed))["en"]} == {said}


@pytest.mark.parametrize(
    "typed", ["*is*", "==RE==", "a=b", "p*q", "wh?t", "f*", "w***", "**", "* item", "C.W.Smith"]
)
def test_signs_that_mask_nothing_are_left_alone(typed: str) -> None:
    """Stars are emphasis, bullets and products far more often than masks."""
    assert _LEXICON.find(normalise(typed)) == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("You are an idiot.", "an idiot"),
        ("such a big clown", "clown"),
        ("He is a clown", "a clown"),
        ("the clown", "clown"),
        ("banana clown", "clown"),
        ("vitamin a. clown", "clown"),
    ],
)
def test_article_before_a_noun_belongs_to_it(typed: str, said: str) -> None:
    """A moderator reads "an idiot", not half of it."""
    word = "idiot" if "idiot" in typed else "clown"
    place = (typed.index(word), typed.index(word) + 5)

    start, end = with_article(normalise(typed), place)

    assert typed[start:end] == said


def test_honest_russian_is_no_misspelt_english() -> None:
    """Look-alikes and misspellings at once would find something in any language."""
    assert _found("характер, раку", Entry("x", "paki", "hard")) == []


@pytest.mark.parametrize("typed", ["Çetin", "Şuna"])
def test_foreign_word_is_no_misspelling(typed: str) -> None:
    """A name with accents that resembles a misspelt insult is a name."""
    assert _found(typed, Entry("x", "cretin", "hard"), Entry("x", "anus", "hard")) == []


def test_lexicon_without_words_finds_nothing() -> None:
    """A new site has no lists yet."""
    assert Lexicon([]).find(normalise("anything")) == {}


def test_word_of_nothing_but_signs_that_print_nothing_is_left_out() -> None:
    """An entry that would match everywhere must match nowhere."""
    assert _found("some text", Entry("x", "\u200b"), Entry("x", "*")) == []


@pytest.mark.parametrize("unit", ["f*", "f**k ", "fuck ", "a!", "youarefuck ", "fuk1ng", "f u c k "])
def test_work_grows_no_faster_than_a_hostile_text(unit: str) -> None:
    """Whoever fills a comment with stars must not occupy the server."""
    texts = {size: normalise((unit * size)[:size]) for size in (10_000, 20_000)}

    assert grows_no_faster(lambda size: _LEXICON.find(texts[size]), size=10_000)


@given(
    st.lists(
        st.sampled_from(
            [*_PLAIN, "1d10t", "f*ck", "f u c k", "’", "\n", "you’re", "an", "ïdiot", "#sh1t", "idiots"]
        )
    )
)
def test_places_are_those_of_the_hits(words: list[str]) -> None:
    """Rules ask for places alone; they must be told the same as whoever asks for the words."""
    text = normalise(" ".join(words))

    hits = {name: {(hit.span.start, hit.span.end) for hit in found} for name, found in _MIXED.find(text).items()}

    look = _MIXED.look(text)
    assert {name: set(places) for name, places in look.places().items()} == hits
    assert look.lists >= hits.keys()


def test_words_are_seen_behind_letters_that_say_many() -> None:
    """What is short may be long as read, and is then searched in parts: again, if it is asked where they stand."""
    look = _MIXED.look(normalise("\u3313" * 200 + " idiot"))

    assert {name for name, places in look.places().items() if places} == look.lists != frozenset()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([f"*{'a' * length}*" for length in range(1, 100)], "a" * 20_000),
        (["一" * length for length in range(1, 100)], "一" * 20_000),
        ([" ".join("a" * length) for length in range(1, 80)], "a " * 10_000),
    ],
    ids=["with any beginning and ending", "without spaces", "phrases"],
)
def test_words_that_begin_like_others_are_not_all_looked_at(words: list[str], text: str) -> None:
    """A list in which each word holds the next would else be found millions of times in a row of letters."""
    lexicon = Lexicon(Entry(list="words", word=word) for word in words)
    read = normalise(text)

    assert len(lexicon.find(read)["words"]) <= MOST_PLACES
    assert CROWDED in lexicon.find(read)
    assert calls_of(lambda: lexicon.look(read).places()) < 500_000


def test_an_essay_of_words_that_many_lists_have_is_seen_whole() -> None:
    """Everyday words are clues of many rules: who writes at length must not wait for that."""
    lexicon = Lexicon(Entry(list=str(number), word="people") for number in range(16))

    look = lexicon.look(normalise("Most people came late. " * 860))

    assert not look.is_crowded
    assert [len(places) for places in look.places().values()] == [860] * 16


def test_rows_of_letters_are_taken_apart_as_far_as_somebody_reads() -> None:
    """Two thousand glued rows, no two alike, took longer than all else; whoever writes them waits for a person."""
    rows = ["".join(letters) + "idiot" + "".join(letters) for letters in product("bdgkmprstvwz", repeat=3)]
    read = normalise(" ".join(["youareanidiot", *rows[:1_500]]))

    look = _LEXICON.look(replace(read, is_crowded=False))

    assert look.is_crowded
    assert set(look.places()["en"]) == {(0, 13), (8, 13)}
    assert not _LEXICON.look(normalise(" ".join(["youareanidiot", *rows[:100]]))).is_crowded


def test_words_are_found_wherever_a_long_text_is_cut_into_parts() -> None:
    """A list's longest phrase may begin in one part and end in the next."""
    phrase = "of all the fools in town"
    lexicon = Lexicon([Entry(list="words", word=phrase), Entry(list="words", word="fools")])

    for before in range(440, 520):
        read = normalise("x" * before + f" {phrase} " + "y" * 600)
        assert sorted(set(lexicon.look(read).places()["words"])) == [
            (before + 1, before + 1 + len(phrase)),
            (before + 12, before + 17),
        ]


def test_of_a_crowded_text_fewer_hits_are_seen() -> None:
    """A person sees the whole of it."""
    lexicon = Lexicon([Entry("insults", "moron")])
    read = replace(normalise("moron " * 2_000), is_crowded=True)

    assert len(lexicon.find(read)["insults"]) == HITS_OF_CROWDED
    assert CROWDED in lexicon.find(read)


def test_only_what_was_read_of_a_crowded_text_is_guessed_at() -> None:
    """A person sees the whole of it, and ten thousand words that nobody ever wrote take long to be likened."""
    lexicon = Lexicon([Entry("insults", "moron", "hard")])
    read = normalise("A mohron, a moron.")

    found, of_crowded = (lexicon.find(text)["insults"] for text in (read, replace(read, is_crowded=True)))

    assert [hit.span.start for hit in found] == [2, 12]
    assert [hit.span.start for hit in of_crowded] == [12]
