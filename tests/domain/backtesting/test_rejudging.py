"""A policy over verdicts of the past says what it would have said then."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.backtesting.rejudging import Rejudging
from moderation.domain.comment import SiteId
from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    AnyOf,
    BesideMatch,
    Comparison,
    Drawn,
    Expression,
    Flag,
    Holds,
    Hours,
    Member,
    Near,
    NoneOf,
    Quoted,
    Regex,
    SameSentence,
    Terms,
    Word,
)
from moderation.domain.decision import Grounds, decide
from moderation.domain.folded import folded_of
from moderation.domain.policy import ListEntry, Policy, Rule, Settings, Then, WordList, evaluate
from moderation.domain.record import StoredComment, context_of
from moderation.domain.signals import PREMODERATED_BY, PREMODERATED_UNTIL, UNKNOWN, Fact, Signals
from moderation.domain.target import targets_of
from moderation.domain.text import normalise
from moderation.domain.verdict import Mode, Outcome, Span
from moderation.testing.clock import START
from moderation.testing.factories import author, comment

TEXTS = (
    "You are an idiot.",
    "The council voted. You fool, read it again!",
    'He said "you idiot" and left.',
    "y.o.u a.r.e a f.0.0.l",
    "Turks are fools. I am an idiot.",
    "What a lovely harbour, you f**l",
    "nothing at all",
)
LISTS: Mapping[str, tuple[str, ...]] = {"insults": ("idiot", "fool*"), "groups": ("turks",), "mild": ("lovely",)}


def policy_of(*rules: Rule, lists: Mapping[str, tuple[str, ...]] = LISTS, **changes: Any) -> Policy:
    """Make a policy of rules."""
    kept = {
        id: WordList(id=id, entries=tuple(ListEntry(word=word) for word in words), names_groups=id == "groups")
        for id, words in lists.items()
    }
    return Policy(name="test", hash="0" * 12, rules=rules, lists=kept, **changes)


def rule(when: Expression, *, id: str = "r", verdict: Outcome = Outcome.FLAG, **changes: Any) -> Rule:
    """Make a rule."""
    return Rule(id=id, clause="c", when=when, then=Then(verdict=verdict), **changes)


def archived(text: str, policy: Policy, *, is_erased: bool = False, **facts: Fact) -> PastVerdict:
    """Judge a text by a policy, and keep what the archive keeps of it."""
    made, read = comment(text, author=author(name="Lovely Ann")), normalise(text)
    targets = targets_of(made, read, people=(), groups=policy.groups)
    named = {name.replace("__", "."): fact for name, fact in facts.items()}
    spans = {f"target.{name}": places for name, places in targets.items()}
    fields = {"author.name": normalise("Lovely Ann")}
    seen = Signals(facts={"target": tuple(targets), **named}, spans=spans, text=read, fields=fields)
    verdict = evaluate(policy, seen, today=START.date())
    grounds = Grounds(scores={}, language="en", model=None)
    stored = StoredComment(
        site=SiteId("north"),
        id=made.id,
        revision=1,
        kind="comment",
        text=None if is_erased else text,
        context={} if is_erased else context_of(made),
        author_key="u-1",
        author_name="Lovely Ann",
        author_verified=True,
        article_key=None,
        language="en",
        text_digest="",
        received_at=START,
        outcome=verdict.outcome,
    )
    return PastVerdict(
        decision=decide(verdict, grounds, site=made.site, comment_id=made.id, revision=1, at=START),
        facts=seen.facts,
        spans=seen.spans,
        comment=stored,
        folded=None if is_erased else folded_of(read),
        ruling=None,
    )


def afresh(each: PastVerdict, policy: Policy) -> tuple[Outcome, frozenset[str]]:
    """Judge anew, as if the comment came in under the policy."""
    evidence = Evidence(each)
    verdict = evaluate(policy, evidence.signals(each.facts, retarget=policy), today=START.date())
    return verdict.outcome, frozenset(match.rule for match in (*verdict.matches, *verdict.shadow))


def replayed(each: PastVerdict, recorded: Policy | None, policy: Policy) -> tuple[Outcome | None, frozenset[str]]:
    """Judge again, asking only what differs."""
    found = Rejudging(recorded, policy)([Evidence(each)])[0]
    return found.outcome, found.holding


_lists = st.sampled_from([None, "insults", "groups", "mild"])
_words = st.lists(st.sampled_from(["idiot", "fool", "turks", "harbour", "you", "lovely"]), max_size=2).map(tuple)
_terms = st.builds(Terms, list=_lists, words=_words, fold=st.sampled_from(["soft", "hard"])).filter(
    lambda terms: terms.list is not None or bool(terms.words)
)
_fields = st.sampled_from([("body",), ("body", "quote"), ("author.name",), ("body", "author.name"), ("quote",)])
_score = st.builds(
    Amount,
    fact=st.just("score.insult"),
    comparison=st.builds(Comparison, st.sampled_from([">=", "<"]), st.sampled_from([0.2, 0.5, 0.8])),
)
_leaf: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Word, terms=_terms, fields=_fields, unless_words=_words),
    st.builds(Near, a=_terms, b=_terms, within=st.integers(1, 4), sentence=st.booleans()),
    st.builds(Regex, pattern=st.sampled_from(["idi[o0]t", r"\byou\b", "zz"]), case=st.booleans()),
    _score,
    st.builds(
        Member,
        fact=st.just("target"),
        values=st.lists(st.sampled_from(["commenter", "group", "self", "nobody"]), min_size=1, max_size=2).map(
            tuple
        ),
    ),
    st.builds(Flag, fact=st.just("author.verified"), value=st.booleans()),
    st.builds(Quoted, value=st.booleans()),
)


def _nested(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    several = [st.builds(kind, parts) for kind in (AllOf, AnyOf, NoneOf, SameSentence)]
    expired = st.sampled_from([None, START.date(), (START - timedelta(days=1)).date()])
    another = st.builds(
        Holds,
        rule=st.just("o"),
        when=st.one_of(st.none(), inner),
        unless=st.one_of(st.none(), inner),
        expires=expired,
    )
    return st.one_of(*several, st.builds(BesideMatch, inner), another)


_expressions = st.recursive(_leaf, _nested, max_leaves=6)
_rules = st.builds(
    rule,
    _expressions,
    verdict=st.sampled_from([Outcome.FLAG, Outcome.BLOCK]),
    unless=st.one_of(st.none(), _expressions),
    mode=st.sampled_from([Mode.LIVE, Mode.LIVE, Mode.SHADOW, Mode.OFF]),
)
_policies = st.builds(
    lambda rules, words, own: policy_of(
        *(dataclasses.replace(each, id=f"r-{n}") for n, each in enumerate(rules)),
        lists={**LISTS, "insults": words},
        settings=Settings(own_words_only=own),
    ),
    st.lists(_rules, min_size=1, max_size=3),
    st.sampled_from([("idiot", "fool*"), ("idiot",), ("idiot", "harbour"), ("fool", "Ännchen")]),
    st.booleans(),
)


@given(
    recorded=_policies,
    policy=_policies,
    text=st.sampled_from(TEXTS),
    score=st.sampled_from([0.1, 0.6, UNKNOWN]),
    keeps=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_replaying_is_judging_afresh(
    recorded: Policy, policy: Policy, text: str, score: Fact, keeps: bool
) -> None:
    """Whatever is spared, the answer must be the one that the whole path would have given."""
    # Half of the rules are taken over, so that there is something to spare.
    taken = policy_of(*recorded.rules[:1], *policy.rules[1:], lists=_words_of(policy), settings=recorded.settings)
    each = archived(text, recorded, score__insult=score, author__verified=True)
    if not keeps:
        each = dataclasses.replace(each, folded=None)

    assert replayed(each, recorded, taken) == afresh(each, taken)
    assert replayed(each, recorded, policy) == afresh(each, policy)
    assert replayed(each, None, policy) == afresh(each, policy)


def _words_of(policy: Policy) -> Mapping[str, tuple[str, ...]]:
    return {id: each.words for id, each in policy.lists.items()}


INSULT = Word(terms=Terms(list="insults"))
SCORE = Amount(fact="score.insult", comparison=Comparison(">=", 0.5))


def test_equal_rules_are_not_asked_again() -> None:
    """A rule that was renamed, or that flags instead of blocking, holds for the same comments."""
    recorded = policy_of(rule(INSULT, verdict=Outcome.BLOCK), rule(SCORE, id="s"))
    renamed = policy_of(rule(INSULT, id="other"), rule(SCORE, id="s"))

    assert Rejudging(recorded, renamed).changed == frozenset()
    each = archived("You idiot.", recorded, is_erased=True)
    assert replayed(each, recorded, renamed) == (Outcome.FLAG, frozenset({"other"}))


@pytest.mark.parametrize(
    "change",
    [
        lambda p: policy_of(*p.rules, lists={**LISTS, "insults": ("idiot",)}),
        lambda p: policy_of(*p.rules, settings=Settings(own_words_only=False)),
        lambda p: policy_of(rule(AnyOf((INSULT, SCORE)))),
        lambda p: policy_of(rule(INSULT, expires=(START + timedelta(days=1)).date())),
    ],
    ids=["list", "quotation", "condition", "expiry"],
)
def test_what_decides_a_rule_makes_it_another(change: Callable[[Policy], Policy]) -> None:
    """A rule that keeps its matches although its list has changed would tell the editor nothing."""
    recorded = policy_of(rule(INSULT))

    assert Rejudging(recorded, change(recorded)).changed == {"r"}


@pytest.mark.parametrize(
    ("when", "score", "outcome"),
    [
        (AllOf((SCORE, INSULT)), 0.9, None),
        (AllOf((SCORE, INSULT)), 0.1, Outcome.ALLOW),
        (Regex(pattern="idiot"), 0.1, None),
        (SCORE, 0.9, Outcome.FLAG),
    ],
    ids=["needs the text", "the score settles it", "a pattern", "needs no text"],
)
def test_what_rests_on_an_erased_text_cannot_be_told(
    when: Expression, score: float, outcome: Outcome | None
) -> None:
    """A guess about a text that somebody had erased is worse than no answer."""
    recorded = policy_of()
    each = archived("You idiot.", recorded, is_erased=True, score__insult=score)

    assert replayed(each, recorded, policy_of(rule(when)))[0] is outcome


def test_an_erased_text_matters_only_where_it_could_change_the_outcome() -> None:
    """What is blocked already is blocked, whatever else might have been found."""
    blocking = rule(SCORE, id="s", verdict=Outcome.BLOCK)
    recorded = policy_of(blocking)
    each = archived("You idiot.", recorded, is_erased=True, score__insult=0.9)

    assert replayed(each, recorded, policy_of(blocking, rule(INSULT)))[0] is Outcome.BLOCK


@pytest.mark.parametrize(
    "fact", ["rate.author.3600", "rate.text.distinct_ip.3600", "similarity.any.2.60", "thread.depth"]
)
def test_a_count_that_nobody_kept_cannot_be_told(fact: str) -> None:
    """Counts of an hour are kept only where a rule asked for the hour."""
    recorded = policy_of()
    flood = rule(Amount(fact=fact, comparison=Comparison(">=", 3)))

    assert replayed(archived("Hello.", recorded), recorded, policy_of(flood))[0] is None
    known: dict[str, Any] = {fact: 5}
    counted = archived("Hello.", recorded, **known)
    assert replayed(counted, recorded, policy_of(flood))[0] is Outcome.FLAG


PHARMA = Terms(words=("pharmacorp",))


@pytest.mark.parametrize(
    ("when", "text", "outcome"),
    [
        (Word(terms=PHARMA, fields=("author.email",)), "Hello.", None),
        (Word(terms=PHARMA, fields=("body", "author.email")), "Hello.", None),
        (Word(terms=PHARMA, fields=("body", "author.email")), "Buy at pharmacorp.", Outcome.FLAG),
        (Regex(pattern="pharma", fields=("body", "author.email")), "Hello.", None),
        (Regex(pattern="pharma", fields=("body", "author.email")), "Buy at pharmacorp.", Outcome.FLAG),
        (AllOf((INSULT, Word(terms=PHARMA, fields=("author.email",)))), "Hello.", Outcome.ALLOW),
        (AllOf((INSULT, Word(terms=PHARMA, fields=("author.email",)))), "You idiot.", None),
        (NoneOf((Word(terms=PHARMA, fields=("author.email",)),)), "Hello.", None),
    ],
    ids=["beside", "both", "both, seen", "pattern", "pattern, seen", "settled", "open", "no proof of none"],
)
def test_addresses_that_were_not_kept_cannot_be_told(when: Expression, text: str, outcome: Outcome | None) -> None:
    """To count them as read and found clean would show an editor a rule that catches nobody."""
    recorded = policy_of(rule(when, mode=Mode.OFF))
    each = archived(text, recorded)

    assert replayed(each, recorded, policy_of(rule(when)))[0] is outcome


def test_another_word_may_stand_in_an_address_that_was_not_kept() -> None:
    """Where words differ that are looked for in addresses, no text tells that nothing changes."""
    wider = AnyOf((Word(terms=PHARMA, fields=("author.email",)), Word(terms=Terms(words=("casino",)))))
    recorded = policy_of(rule(Word(terms=PHARMA, fields=("body", "author.email"))))
    after = policy_of(rule(Word(terms=Terms(words=("pharmacorp", "casino")), fields=("body", "author.email"))))

    assert replayed(archived("Hello.", recorded), recorded, after)[0] is None
    assert replayed(archived("Hello.", recorded), recorded, policy_of(rule(wider)))[0] is None


def test_a_comment_without_author_has_no_address() -> None:
    """Of what never was there nothing is lost."""
    recorded = policy_of()
    each = archived("Hello.", recorded)
    bare = dataclasses.replace(each.comment, context=context_of(comment("Hello.", author=None)))
    after = policy_of(rule(Word(terms=PHARMA, fields=("author.email",))))

    assert replayed(dataclasses.replace(each, comment=bare), recorded, after)[0] is Outcome.ALLOW


def test_hours_are_those_at_which_a_comment_was_sent() -> None:
    """An archive is judged by its own nights, also by a policy that had not asked for the time."""
    sent = rule(Hours(start=START.hour * 60, end=START.hour * 60 + 60, days=(START.weekday(),)))
    later = rule(Hours(start=START.hour * 60 + 60, end=START.hour * 60 + 120, days=tuple(range(7))))
    each = archived("Hello.", policy_of())

    assert replayed(each, policy_of(), policy_of(sent))[0] is Outcome.FLAG
    assert replayed(each, policy_of(), policy_of(later))[0] is Outcome.ALLOW


@pytest.mark.parametrize(("share", "outcome"), [(1.0, Outcome.FLAG), (0.0, Outcome.ALLOW)])
def test_a_backtest_draws_comments_as_they_would_be_drawn(share: float, outcome: Outcome) -> None:
    """A rule on trial is tried on its own share of the archive."""
    partly = rule(AllOf((Drawn(rule="r", share=share), INSULT)))
    each = archived("You idiot.", policy_of())

    assert replayed(each, policy_of(), policy_of(partly))[0] is outcome


def test_a_rule_changes_with_the_one_that_it_rests_on() -> None:
    """Who rests on a rule that changed holds for other comments, though not a letter of it is another."""
    before, after = (rule(Holds(rule="o", when=when), id="r") for when in (INSULT, SCORE))
    off = rule(Holds(rule="o"), id="r")

    assert Rejudging(policy_of(before), policy_of(after)).changed == {"r"}
    assert Rejudging(policy_of(before), policy_of(off)).changed == {"r"}
    assert Rejudging(policy_of(before), policy_of(before)).changed == frozenset()


def test_another_word_for_a_group_finds_out_again_who_is_meant() -> None:
    """The target on record was found by the words of then."""
    when = AllOf((Member(fact="target", values=("group",)), INSULT))
    recorded = policy_of(rule(when), lists={**LISTS, "groups": ("romans",)})
    each = archived("Turks are fools.", recorded)

    assert each.decision.outcome is Outcome.ALLOW
    assert replayed(each, recorded, policy_of(rule(when)))[0] is Outcome.FLAG


def test_whom_of_the_thread_a_comment_meant_is_kept() -> None:
    """Who else wrote there is not kept with a comment, and would be forgotten with every new word for a group."""
    when = AllOf((Member(fact="target", values=("commenter",)), INSULT))
    recorded = policy_of(rule(when, id="old"), lists={**LISTS, "groups": ("romans",)})
    each = archived("Otto is an idiot.", recorded)
    facts, spans = {**each.facts, "target": ("commenter",)}, {**each.spans, "target.commenter": (Span(0, 4),)}
    told = dataclasses.replace(each, facts=facts, spans=spans)

    found = Evidence(each).signals(each.facts, retarget=recorded).facts["target"]
    assert isinstance(found, tuple)
    assert "commenter" not in found
    assert Evidence(told).signals(told.facts, retarget=policy_of(rule(when))).facts["target"] == ("commenter",)


def test_an_exempt_role_is_exempt_here_too() -> None:
    """An editor's own words wait for nobody."""
    recorded = policy_of()
    each = archived("You idiot.", recorded, author__role="editor")

    exempting = policy_of(rule(INSULT), settings=Settings(roles_exempt=("editor",)))
    assert replayed(each, recorded, exempting)[0] is Outcome.ALLOW


def test_what_a_rule_found_can_be_shown() -> None:
    """An editor sees the word, not only that there was one."""
    recorded, policy = policy_of(), policy_of(rule(INSULT))
    replay = Rejudging(recorded, policy)

    found = replay.show(Evidence(archived("You idiot.", recorded)), "r")
    assert found is not None
    assert found.spans == ((4, 9),)
    assert replay.show(Evidence(archived("You idiot.", recorded, is_erased=True)), "r") is None


def test_comment_that_waited_with_its_article_waits_again() -> None:
    """Whatever rules are tried: how the article stood then is on record, and no rule's doing now."""
    recorded = policy_of(rule(Word(terms=Terms(words=("idiot",))), id="old"))
    tried = policy_of(rule(Flag(fact="article.premoderated", value=True), id="new", verdict=Outcome.BLOCK))
    milder = policy_of(rule(Word(terms=Terms(words=("zebra",))), id="mild"))
    held: dict[str, Any] = {
        "article__premoderated": True,
        PREMODERATED_UNTIL: START.isoformat(),
        PREMODERATED_BY: "raid",
    }
    waited, free = archived("Good morning", recorded, **held), archived("Good evening", recorded)

    found = [each.outcome for each in Rejudging(recorded, milder)([Evidence(waited), Evidence(free)])]
    assert found == [Outcome.FLAG, Outcome.ALLOW]
    assert replayed(waited, recorded, tried) == (Outcome.BLOCK, frozenset({"new"})) == afresh(waited, tried)
