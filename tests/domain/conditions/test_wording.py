"""Words, neighbours, patterns and quotation."""

import time
from collections.abc import Callable

import pytest

from moderation.domain.conditions.expression import AllOf, Near, Quoted, Regex, SameSentence, Terms, Word
from moderation.domain.conditions.scene import Truth

Judge = Callable[..., Truth]
INSULTS = Word(terms=Terms(list="insults"))


def test_a_word_is_marked_with_its_article(judge: Judge) -> None:
    """`an idiot` reads better than `idiot` where the place is shown to the writer."""
    truth = judge(INSULTS, "You are an idiot.")

    assert truth
    assert [(s.start, s.end) for s in truth.spans] == [(8, 16)]
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
    assert [(s.start, s.end) for s in truth.spans] == [(12, 25)]


def test_case_matters_only_where_asked(judge: Judge) -> None:
    """`WHO` is an organisation, `who` is a word."""
    assert judge(Regex(pattern="WHO", case=True), "The WHO says")
    assert not judge(Regex(pattern="WHO", case=True), "who says")
    assert judge(Regex(pattern="who"), "The WHO says")


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
def test_a_text_of_nothing_but_hits_is_judged_in_time(judge: Judge, rule: object) -> None:
    """Twenty thousand characters made to trigger every look-up must not stall the service."""
    text = ("Turks. Idiot, a vermin. " * 900)[:20_000]
    judge(rule, text)
    start = time.perf_counter()

    judge(rule, text)

    assert time.perf_counter() - start < 1.0
