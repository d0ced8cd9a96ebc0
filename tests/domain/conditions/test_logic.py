"""Three truth values, and conditions that look at one sentence."""

from collections.abc import Callable
from functools import partial
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.conditions.compiler import Compiler
from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    AnyOf,
    BesideMatch,
    Comparison,
    Domain,
    Expression,
    Flag,
    Member,
    Near,
    NoneOf,
    Regex,
    SameSentence,
    Terms,
    Word,
)
from moderation.domain.conditions.logic import ENOUGH, all_of, any_of, none_of, same_sentence
from moderation.domain.conditions.scene import HOLDS, Found, Scene, Truth
from moderation.domain.matching import Lexicon
from moderation.domain.signals import UNKNOWN, Fact, Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Span

Judge = Callable[..., Truth]
VALUES: tuple[Fact, ...] = (True, False, UNKNOWN)
PEOPLES = Word(terms=Terms(list="peoples"))
ORDERS = Word(terms=Terms(list="orders"))
INSULT = Word(terms=Terms(list="insults"))


def kleene(value: object) -> int:
    """Order false, unknown, true."""
    return 0 if value is False else 1 if value is None or value is UNKNOWN else 2


@pytest.mark.parametrize("values", list(product(VALUES, repeat=2)))
@pytest.mark.parametrize(
    ("combine", "expected"),
    [
        (AllOf, lambda a, b: min(a, b)),
        (AnyOf, lambda a, b: max(a, b)),
        (NoneOf, lambda a, b: 2 - max(a, b)),
    ],
    ids=["all", "any", "none"],
)
def test_combinations_follow_the_strong_kleene_tables(
    judge: Judge, combine: type, expected: Callable[[int, int], int], values: tuple[Fact, ...]
) -> None:
    """A failed signal must neither fire a rule nor prove a `none`."""
    parts = tuple(Flag(fact=f"fact{i}", value=True) for i in range(2))

    truth = judge(combine(parts), facts={f"fact{i}": value for i, value in enumerate(values)})

    assert kleene(truth) == expected(*(kleene(value) for value in values))


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=5))
def test_none_is_the_negation_of_any(values: list[bool | None]) -> None:
    """An editor may write either, and must get the same."""
    checks = [lambda _, v=v: HOLDS if v else v for v in values]
    scene = object.__new__(Scene)

    assert kleene(none_of(checks)(scene)) == 2 - kleene(any_of(checks)(scene))


@given(st.permutations([True, False, None, True]))
def test_the_order_of_parts_does_not_change_the_truth(values: list[bool | None]) -> None:
    """Conditions are facts, not steps."""
    checks = [lambda _, v=v: HOLDS if v else v for v in values]

    assert all_of(checks)(object.__new__(Scene)) is False


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The Turks should leave.", True),
        ("The Turks won the match. The coach should leave.", False),
        ("Nothing here. Turks should leave. Nothing there.", True),
        ("Turks are here. Armenians should leave.", True),
        ("", False),
    ],
)
def test_same_sentence_needs_both_in_one_sentence(judge: Judge, text: str, holds: bool) -> None:
    """A group's name in one sentence and a harsh word in another are no wish that the group leave."""
    assert bool(judge(SameSentence((PEOPLES, ORDERS)), text)) is holds


def test_same_sentence_tells_only_the_sentence_concerned(judge: Judge) -> None:
    """The reviewer must see the offending place, not every mention of a people."""
    text = "Turks are many. The Armenians should leave."

    truth = judge(SameSentence((PEOPLES, ORDERS)), text)

    assert truth
    assert {text[start:end].lower() for start, end in truth.spans} == {"armenians", "should leave"}


def test_none_inside_same_sentence_concerns_that_sentence(judge: Judge) -> None:
    """A denial in one sentence must not excuse the next."""
    denial = NoneOf((Word(terms=Terms(words=("nobody",))),))
    rule = SameSentence((PEOPLES, ORDERS, denial))

    assert not judge(rule, "Nobody says Turks should leave.")
    assert judge(rule, "Nobody is happy. Turks should leave.")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("I was an idiot to believe it.", False),
        ("I was late. You are an idiot.", True),
        ("I was an idiot. You are an idiot.", True),
        ("You are an idiot.", True),
    ],
)
def test_an_excuse_counts_for_its_own_sentence(judge: Judge, text: str, holds: bool) -> None:
    """Blaming oneself first must not buy the right to insult others."""
    excuse = BesideMatch(Word(terms=Terms(words=("i was",))))

    assert bool(judge(Word(terms=Terms(list="insults")), text, unless=excuse)) is holds


@pytest.mark.parametrize("combine", [AllOf, AnyOf, SameSentence])
def test_a_combination_of_one_is_that_one(judge: Judge, combine: type) -> None:
    """Editors take conditions out one by one."""
    assert judge(combine((PEOPLES,)), "Turks vanish.") == judge(PEOPLES, "Turks vanish.")


def test_several_rules_share_what_was_looked_up(judge: Judge) -> None:
    """A second question about sentences gets the same answer as the first."""
    rule = SameSentence((PEOPLES, ORDERS))

    assert judge(AllOf((rule, SameSentence((ORDERS, PEOPLES)))), "Hello. Turks vanish.")


def test_every_reason_of_any_is_told(judge: Judge) -> None:
    """A moderator who dismisses one reason should see the other."""
    parts: tuple[Expression, ...] = (PEOPLES, ORDERS)

    truth = judge(AnyOf(parts), "Turks vanish.")

    assert truth
    assert truth.said == ("“Turks”", "“vanish”")


def test_an_aim_in_another_sentence_aims_at_nobody_here(judge: Judge) -> None:
    """`You are kind. He is an idiot.` insults no commenter."""
    rule = SameSentence((Member(fact="target", values=("commenter",)), INSULT))
    facts: dict[str, Fact] = {"target": ("commenter",)}
    spans = {"target.commenter": (Span(0, 3),)}

    assert not judge(rule, "You are kind. He is an idiot.", facts=facts, spans=spans)
    assert judge(rule, "You are an idiot. He is kind.", facts=facts, spans=spans)


def test_a_failed_signal_leaves_a_sentence_unknown(judge: Judge) -> None:
    """Neither does it fire, nor is it lost."""
    rule = SameSentence((INSULT, Flag(fact="x", value=True)))

    assert judge(rule, "An idiot.", facts={"x": UNKNOWN}) is None
    assert judge(rule, "A man.", facts={"x": UNKNOWN}) is False


def test_all_kinds_of_words_lead_to_their_sentence(judge: Judge) -> None:
    """Neighbours and alternatives have a place as single words have."""
    pair = Near(a=Terms(list="peoples"), b=Terms(list="orders"), within=2)
    either = AnyOf((INSULT, Regex(pattern="fool")))

    assert judge(SameSentence((pair, either)), "Turks vanish, fool. Hello.")
    assert not judge(SameSentence((pair, either)), "Turks vanish. Hello, fool.")


def test_what_is_found_of_a_sentence_is_not_counted_again_with_each_that_follows() -> None:
    """A thousand short lines took longer to count than to look at."""
    counted = 0

    class Nothing(Found):
        def __bool__(self) -> bool:
            nonlocal counted
            counted += 1
            return False

    scene = Scene(Signals(facts={}, text=normalise("Go on.\n" * 400)), Lexicon(()), lambda _: 0)
    check = same_sentence(lambda _: Nothing(), facts=(), needs=(), placed=())

    assert not check(scene)
    assert len(scene.sentences()) <= counted <= 2 * len(scene.sentences())


def test_evidence_of_a_flooded_text_is_bounded(judge: Judge) -> None:
    """Fifty places tell a reviewer as much as a thousand."""
    truth = judge(SameSentence((PEOPLES, ORDERS)), "Turks vanish. " * 200)

    assert truth
    assert len(truth.spans) == 2 * ENOUGH


def test_an_excuse_may_be_found_where_no_word_was(judge: Judge) -> None:
    """A rule on scores alone is excused by the text as a whole."""
    excuse = BesideMatch(Word(terms=Terms(words=("i was",))))
    high = Flag(fact="x", value=True)

    assert not judge(high, "I was late.", unless=excuse, facts={"x": True})
    assert judge(high, "He was late.", unless=excuse, facts={"x": True})


@pytest.mark.parametrize(
    "part",
    [
        SameSentence((PEOPLES, ORDERS)),
        Near(a=Terms(list="peoples"), b=Terms(list="orders"), within=3),
        AllOf((PEOPLES, ORDERS)),
    ],
    ids=["same sentence", "near", "all"],
)
def test_words_that_are_missing_leave_the_other_alternative(judge: Judge, part: Expression) -> None:
    """A rule with a way to hold without words must be asked on texts without them."""
    either = AnyOf((part, Flag(fact="x", value=True)))

    assert judge(either, "Turks are here.", facts={"x": True})
    assert judge(either, "Turks are here.", facts={"x": False}) is False
    assert judge(either, "Turks are here.", facts={"x": UNKNOWN}) is None


def test_a_sentence_whose_words_are_only_quoted_is_left_alone(judge: Judge) -> None:
    """A report of a wish is no wish."""
    assert judge(SameSentence((PEOPLES, ORDERS)), 'He said "Turks should leave" again.') is False


WORDS = ("go", "home", "you", "fool", "out", "all")
TERMS = st.builds(
    Terms,
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(tuple),
    fold=st.sampled_from(["soft", "hard"]),
)
FIELDS = [("body",), ("quote",), ("body", "author.name"), ("author.name",)]
LEAVES: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Word, terms=TERMS),
    st.builds(Near, a=TERMS, b=TERMS, within=st.integers(1, 3), ordered=st.booleans(), sentence=st.booleans()),
    st.builds(Member, fact=st.just("target"), values=st.just(("commenter",))),
    st.builds(Member, fact=st.just("section"), values=st.sampled_from([("sport",), ("*",)])),
    st.builds(Amount, fact=st.just("links"), comparison=st.just(Comparison(">=", 1))),
    st.builds(Flag, fact=st.just("verified"), value=st.booleans()),
    st.builds(Domain, domains=st.just(("example.com",)), outside=st.booleans()),
    st.builds(Regex, pattern=st.sampled_from(["f.ol", r"\bgo\b", "[.]"]), fields=st.sampled_from(FIELDS)),
    st.builds(Word, terms=TERMS, fields=st.sampled_from(FIELDS)),
)
#: What was asked for, what was not sent, and what failed.
FACTS: st.SearchStrategy[dict[str, Fact]] = st.fixed_dictionaries(
    {},
    optional={
        "section": st.sampled_from(["sport", "news", UNKNOWN]),
        "links": st.sampled_from([0, 2, UNKNOWN]),
        "verified": st.sampled_from([True, False, UNKNOWN]),
        "link_domain": st.sampled_from([("example.com",), ("x.org",), UNKNOWN]),
        "target": st.just(UNKNOWN),
    },
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        *(
            st.builds(kind, st.lists(inner, min_size=1, max_size=3).map(tuple))
            for kind in (AllOf, AnyOf, SameSentence)
        )
    ),
    max_leaves=6,
)
TEXTS = st.lists(st.sampled_from([*WORDS, ".", "f0ol", "the"]), max_size=16).map(" ".join)


def _plainly(condition: Expression) -> Expression:
    """Deny the denial of each part: it means the same, and nothing can be told of its words beforehand."""
    match condition:
        case AllOf(parts) | AnyOf(parts) | SameSentence(parts):
            condition = type(condition)(tuple(map(_plainly, parts)))
    return NoneOf((NoneOf((condition,)),))


def _look(text: str, compiler: Compiler, *, facts: dict[str, Fact], name: str | None) -> Scene:
    at = text.find("you")
    facts = {"target": ("commenter",) if at >= 0 else ("nobody",), **facts}
    signals = Signals(
        facts=facts,
        spans={"target.commenter": (Span(at, at + 3),)} if at >= 0 else {},
        text=normalise(text),
        fields={} if name is None else {"author.name": normalise(name)},
    )
    return Scene(signals, compiler.lexicon(), compiler.clues.seen)


@given(st.lists(CONDITIONS, min_size=1, max_size=4), TEXTS, FACTS, st.none() | TEXTS)
def test_what_is_skipped_would_not_have_held(
    conditions: list[Expression], text: str, facts: dict[str, Fact], name: str | None
) -> None:
    """Rules pass over what cannot hold, and share what they look up: neither may change a verdict."""
    compiler = Compiler(words={}, domains={}, spellings={}, own_words_only=True)
    checks = [compiler.rule(condition, None) for condition in conditions]
    plain = [Compiler(words={}, domains={}, spellings={}, own_words_only=True) for _ in conditions]
    asked_plainly = [
        (each.rule(_plainly(condition), None), each) for each, condition in zip(plain, conditions, strict=True)
    ]
    look = partial(_look, text, facts=facts, name=name)
    together = look(compiler)

    shared = [check(together) for check in checks]

    assert [kleene(truth) for truth in shared] == [kleene(check(look(each))) for check, each in asked_plainly]
    assert shared == [check(look(compiler)) for check in checks]
