"""Conditions on prepared facts."""

from collections.abc import Callable

import pytest

from moderation.domain.conditions.expression import Amount, Comparison, Domain, Expression, Flag, Member
from moderation.domain.conditions.scene import Truth
from moderation.domain.signals import UNKNOWN
from moderation.domain.verdict import Span

Judge = Callable[..., Truth]

QUESTIONS: list[Expression] = [
    Amount(fact="score.insult", comparison=Comparison(">=", 0.6)),
    Member(fact="target", values=("commenter",)),
    Flag(fact="author.verified", value=False),
    Domain(domains=("bit.ly",)),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: type(q).__name__)
def test_absent_is_false_and_failed_is_unknown(judge: Judge, question: Expression) -> None:
    """What a client never sends must not hold comments; what failed must not let them pass."""
    fact = getattr(question, "fact", "link_domain")

    assert judge(question, facts={}) is False
    assert judge(question, facts={fact: UNKNOWN}) is None


@pytest.mark.parametrize(
    ("operator", "value", "holds"),
    [(">=", 2, True), (">", 2, False), ("<=", 2, True), ("<", 2, False), ("==", 2, True), ("==", 3, False)],
)
def test_operators_compare_as_they_read(judge: Judge, operator: str, value: int, holds: bool) -> None:
    """An editor's bound is taken at its word, the edge included or not."""
    question = Amount(fact="links", comparison=Comparison(operator, 2))

    assert bool(judge(question, facts={"links": value})) is holds


@pytest.mark.parametrize(
    ("fact", "value", "bound", "said"),
    [
        ("score.insult", 0.82, Comparison(">=", 0.6), "insult 0.82 ≥ 0.60"),
        ("links", 3, Comparison(">", 2), "links 3 > 2"),
        ("rate.author.600", 7, Comparison(">", 5), "comments of this author within 10 m: 7 > 5"),
        ("duplicate.any.86400", 2, Comparison(">=", 1), "copies within 1 d: 2 ≥ 1"),
        ("duplicate.author.90", 2, Comparison(">=", 1), "copies of this author within 90 s: 2 ≥ 1"),
        (
            "rate.article.new_authors.900",
            7,
            Comparison(">", 5),
            "comments of new authors under this article within 15 m: 7 > 5",
        ),
        (
            "rate.text.distinct_ip.3600",
            7,
            Comparison(">", 5),
            "different addresses of comments with the same text within 1 h: 7 > 5",
        ),
        ("similarity.any.1.86400", 0.93, Comparison(">=", 0.9), "likeness to a text within 1 d: 0.93 ≥ 0.90"),
        (
            "similarity.author.3.3600",
            0.9,
            Comparison(">", 0.8),
            "likeness to 3 texts of this author within 1 h: 0.90 > 0.80",
        ),
        ("thread.depth", 4, Comparison(">", 3), "comments above this one: 4 > 3"),
        ("author.age_days", 0.5, Comparison("<", 1), "author age days 0.50 < 1"),
    ],
)
def test_amounts_say_what_was_measured(
    judge: Judge, fact: str, value: float, bound: Comparison, said: str
) -> None:
    """A reason without its number cannot be checked by anybody."""
    truth = judge(Amount(fact=fact, comparison=bound), facts={fact: value})

    assert truth
    assert truth.said == (said,)


def test_a_score_names_its_attribute_for_the_explanation(judge: Judge) -> None:
    """The words that carry the score are asked of the model afterwards, by attribute."""
    truth = judge(QUESTIONS[0], facts={"score.insult": 0.9})

    assert truth
    assert truth.attributes == ("insult",)


@pytest.mark.parametrize(
    ("fact", "values", "value", "said"),
    [
        ("target", ("commenter",), ("commenter", "group"), "aimed at another commenter"),
        ("pii", ("email", "phone"), ("phone",), "contains a phone number"),
        ("kind", ("pingback",), "pingback", "kind pingback"),
        ("article.about", ("Turkey",), ("türkiye",), "article about türkiye"),
        ("article.section", ("*",), "Sport", "article section Sport"),
    ],
)
def test_members_match_without_case_and_by_any_spelling(
    judge: Judge, fact: str, values: tuple[str, ...], value: str | tuple[str, ...], said: str
) -> None:
    """Sites spell a country in more than one way."""
    truth = judge(Member(fact=fact, values=values), facts={fact: value})

    assert truth
    assert truth.said == (said,)


def test_personal_data_is_marked_in_the_text(judge: Judge) -> None:
    """A reviewer has to see where the number stands, for it to be masked."""
    spans = {"pii.phone": (Span(5, 17),)}

    truth = judge(
        Member(fact="pii", values=("phone",)), "Call 07700 900123", facts={"pii": ("phone",)}, spans=spans
    )

    assert truth
    assert truth.spans == ((5, 17),)


@pytest.mark.parametrize(
    ("question", "domains", "holds"),
    [
        (Domain(list="shorteners"), ("bit.ly",), True),
        (Domain(list="shorteners"), ("notbit.ly",), False),
        (Domain(list="shorteners"), ("stats.gov",), True),
        (Domain(list="shorteners", outside=True), ("bit.ly",), False),
        (Domain(list="shorteners", outside=True), ("bit.ly", "evil.example"), True),
        (Domain(list="shorteners", outside=True), (), False),
    ],
)
def test_domains_are_listed_or_outside(
    judge: Judge, question: Domain, domains: tuple[str, ...], holds: bool
) -> None:
    """One trusted link must not carry an untrusted one past the rule."""
    assert bool(judge(question, facts={"link_domain": domains})) is holds


def test_flags_hold_for_their_own_value_only(judge: Judge) -> None:
    """`verified: false` is not the same as not knowing."""
    question = Flag(fact="author.verified", value=False)

    assert judge(question, facts={"author.verified": False})
    assert judge(question, facts={"author.verified": True}) is False
