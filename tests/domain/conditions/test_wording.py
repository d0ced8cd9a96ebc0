"""Words, neighbours, patterns and quotation."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from moderation.domain.conditions.expression import (
    AllOf,
    Expression,
    Near,
    Quoted,
    Regex,
    SameSentence,
    Terms,
    Word,
)
from moderation.domain.conditions.scene import Found, Truth
from tests.work import grows_no_faster

Judge = Callable[..., Truth]
INSULTS = Word(terms=Terms(list="insults"))


def test_a_word_is_found_with_its_place(judge: Judge) -> None:
    """A reason has to point at something."""
    truth = judge(INSULTS, "You are an idiot.")

    assert truth
    assert list(truth.spans) == [(11, 16)]
    assert truth.said == ("“idiot”",)


@pytest.mark.parametrize(
    ("fields", "holds"),
    [(("body",), False), (("quote",), True), (("body", "quote"), True)],
    ids=["own words", "quote", "both"],
)
def test_quoted_words_count_only_where_the_rule_says_so(
    judge: Judge, fields: tuple[str, ...], holds: bool
) -> None:
    """Who quotes an insult to condemn it has insulted nobody."""
    rule = Word(terms=Terms(list="insults"), fields=fields)

    assert bool(judge(rule, 'He said "you moron" to her.')) is holds


def test_own_words_count_beside_a_quotation(judge: Judge) -> None:
    """A quotation mark somewhere must not switch a rule off."""
    assert judge(INSULTS, 'He said "hello", that moron.')


def test_quoted_words_count_where_the_site_wants_it(judge: Judge) -> None:
    """A stricter site turns `own_words_only` off."""
    assert judge(INSULTS, 'He said "you moron" to her.', own_words_only=False)


@pytest.mark.parametrize(
    ("text", "quoted", "holds"),
    [
        ('He said "you moron" to her.', True, True),
        ('He said "you moron" to her.', False, False),
        ("You moron.", True, False),
        ("You moron.", False, True),
        ('You moron, he said "moron".', False, True),
    ],
)
def test_quoted_tells_where_the_words_found_lie(judge: Judge, text: str, quoted: bool, holds: bool) -> None:
    """A rule may be about quotations, or leave them out, whatever the site's default."""
    assert bool(judge(AllOf((INSULTS, Quoted(value=quoted))), text)) is holds


def test_words_in_another_field_name_the_field(judge: Judge) -> None:
    """A moderator has to see that the word stands in the name, not in the text."""
    rule = Word(terms=Terms(list="insults"), fields=("body", "author.name"))

    truth = judge(rule, "Hello.", fields={"author.name": "Moron 99"})

    assert truth
    assert truth.said == ("“Moron” in author.name",)
    assert not truth.spans


@pytest.mark.parametrize(
    "rule",
    [
        Word(terms=Terms(words=("pharmacorp",)), fields=("author.email",)),
        Regex(pattern=".+@pharma", fields=("author.email",)),
    ],
    ids=["word", "regex"],
)
def test_what_is_found_in_an_address_is_not_quoted(judge: Judge, rule: Expression) -> None:
    """E-mail addresses are kept nowhere in clear, and reasons are kept."""
    truth = judge(rule, "Hello.", fields={"author.email": "ann@pharmacorp.example"})

    assert isinstance(truth, Found)
    assert truth.said[0] in ("in author.email", "pattern in author.email")


@pytest.mark.parametrize("fields", [("author.name",), ("author.name", "author.url")])
def test_a_field_that_was_not_sent_holds_no_word(judge: Judge, fields: tuple[str, ...]) -> None:
    """Neither does one that is clean."""
    rule = Word(terms=Terms(list="insults"), fields=fields)

    assert judge(rule, "You moron.", fields={"author.url": "https://a.example"}) is False
    assert judge(rule, "You moron.", fields={"author.name": "Ann"}) is False


def test_two_conditions_on_one_field_agree(judge: Judge) -> None:
    """A name is read once, however many rules ask about it."""
    rule = Word(terms=Terms(list="insults"), fields=("author.name",))

    assert judge(AllOf((rule, replace(rule, terms=Terms(words=("moron",))))), fields={"author.name": "Moron"})


def test_innocent_phrases_shield_the_words_in_them(judge: Judge) -> None:
    """A name that holds a bad word is a name."""
    rule = Word(terms=Terms(words=("dick",)), unless_words=("dick cheney", "moby dick"))

    assert not judge(rule, "Dick Cheney read Moby Dick.")
    assert judge(rule, "Dick Cheney is a dick.")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Turks are vermin", True),
        ("vermin, those Turks", True),
        ("Turks met and talked and then some vermin came", False),
        ("Turks. Vermin.", True),
        ("Turks and turks and more and then vermin", False),
    ],
)
def test_near_counts_words_between(judge: Judge, text: str, holds: bool) -> None:
    """Ordinary words are hateful only beside a people's name."""
    rule = Near(a=Terms(list="peoples"), b=Terms(words=("vermin",)), within=3)

    assert bool(judge(rule, text)) is holds


def test_near_keeps_order_and_sentence_where_asked(judge: Judge) -> None:
    """`should … hang` threatens; `hang … should` does not."""
    a, b = Terms(words=("should",)), Terms(words=("hang",))
    ordered = Near(a=a, b=b, within=5, ordered=True)
    together = Near(a=a, b=b, within=5, sentence=True)

    assert judge(ordered, "they should hang")
    assert not judge(ordered, "hang on, you should read")
    assert judge(together, "hang on, you should")
    assert not judge(together, "They should. Hang on.")


def test_a_pattern_is_found_as_typed_and_as_read(judge: Judge) -> None:
    """Folding must neither hide a pattern nor save a disguised word."""
    rule = Regex(pattern=r"\({3}[^()]{2,40}\){3}")

    truth = judge(rule, "We know the (((Bankers)))")

    assert truth
    assert list(truth.spans) == [(12, 25)]


@pytest.mark.parametrize(
    ("fields", "holds"), [(("author.name",), True), (("author.url",), False), (("quote",), False)]
)
def test_a_pattern_looks_where_it_is_told(judge: Judge, fields: tuple[str, ...], holds: bool) -> None:
    """An address in a name is an advertisement; in the text it may be news."""
    rule = Regex(pattern="www[.]", fields=fields)

    truth = judge(rule, "See www.example.org", fields={"author.name": "www.pills.example", "author.url": "x"})

    assert bool(truth) is holds
    assert not truth or truth.said == ("pattern “www.” in author.name",)


def test_a_pattern_sees_through_look_alikes(judge: Judge) -> None:
    """A Cyrillic letter in a Latin word must not hide it from a pattern."""
    truth = judge(Regex(pattern="casino"), "Visit the cаsino")

    assert truth
    assert list(truth.spans) == [(10, 16)]


@pytest.mark.parametrize("rule", [INSULTS, Regex(pattern="moron")])
def test_quoted_text_is_asked_for_by_name(judge: Judge, rule: Word | Regex) -> None:
    """A rule about what people quote says so."""
    quotes = replace(rule, fields=("quote",))

    assert judge(quotes, 'He said "you moron".')
    assert not judge(quotes, "You moron.")


def test_a_list_and_words_in_place_are_one_group(judge: Judge) -> None:
    """An editor adds a word for one rule without touching the list."""
    rule = Word(terms=Terms(list="insults", words=("berk",)))

    truth = judge(rule, "The moron and the berk.")

    assert truth
    assert truth.said == ("“moron”", "“berk”")


def test_case_matters_only_where_asked(judge: Judge) -> None:
    """`WHO` is an organisation, `who` is a word."""
    assert judge(Regex(pattern="WHO", case=True), "The WHO says")
    assert not judge(Regex(pattern="WHO", case=True), "who says")
    assert judge(Regex(pattern="who"), "The WHO says")


def test_a_pattern_that_takes_in_a_full_stop_belongs_to_the_sentence_after_it(judge: Judge) -> None:
    """The end of one sentence is how a pattern finds the beginning of the next."""
    opening = Regex(pattern=r"(?:^|[.!?]\s*)turks out")
    text = "Fine weather. Turks out!"

    truth = judge(SameSentence((opening, Word(terms=Terms(list="peoples")))), text)

    assert truth
    assert {text[start:end] for start, end in truth.spans} == {"Turks out", "Turks"}


def test_a_pattern_of_signs_alone_keeps_them(judge: Judge) -> None:
    """`?` may be what is looked for."""
    truth = judge(Regex(pattern=r"[?]"), "Why? Why")

    assert truth
    assert list(truth.spans) == [(3, 4)]


def test_long_matches_are_cut_in_messages(judge: Judge) -> None:
    """A message may quote the words found, not the comment over again."""
    truth = judge(Regex(pattern="a+b"), "a" * 300 + "b")

    assert truth
    assert len(truth.said[0]) < 60


@pytest.mark.parametrize(
    "rule",
    [
        Near(a=Terms(list="peoples"), b=Terms(words=("vermin",)), within=1, ordered=True),
        SameSentence((Word(terms=Terms(list="peoples")), Word(terms=Terms(words=("vermin",))))),
        AllOf((INSULTS, Quoted(value=True))),
    ],
    ids=["near", "same sentence", "quoted"],
)
def test_work_grows_no_faster_than_a_text_of_nothing_but_hits(judge: Judge, rule: object) -> None:
    """Twenty thousand characters made to trigger every look-up must not stall the service."""
    assert grows_no_faster(lambda size: judge(rule, "Turks. Idiot, a vermin. " * size), size=400)
