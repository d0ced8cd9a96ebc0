"""A policy judges a comment."""

import gc
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.conditions.compiler import pattern_of
from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    Comparison,
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
from moderation.domain.conditions.scene import Effort
from moderation.domain.observation import fields_of
from moderation.domain.policy import (
    Clause,
    Entity,
    EntityKind,
    ListEntry,
    Policy,
    PolicyMode,
    Rule,
    Settings,
    Then,
    WordList,
    Writer,
    evaluate,
)
from moderation.domain.signals import UNKNOWN, Fact, Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Mode, Outcome, Span
from moderation.testing.factories import author, comment

IDIOT: Expression = Word(terms=Terms(words=("idiot",)))
INSULTING: Expression = Amount(fact="score.insult", comparison=Comparison(">=", 0.6))
CLAUSE = Clause(
    id="attacks",
    title="No attacks",
    text="Argue.",
    writer=Writer(title="Please rephrase", message="A person is meant."),
)


def rule(
    name: str, when: Expression, verdict: Outcome = Outcome.FLAG, *, mode: Mode = Mode.LIVE, **then: int
) -> Rule:
    """A rule under the one clause."""
    return Rule(
        id=name, clause="attacks", mode=mode, when=when, then=Then(verdict=verdict, priority=then.get("at", 50))
    )


def policy(*rules: Rule, **settings: object) -> Policy:
    """A policy of a few rules."""
    return Policy(name="test", hash="abc", clauses={"attacks": CLAUSE}, rules=rules, settings=Settings(**settings))  # type: ignore[arg-type]


def signals(text: str = "You are an idiot.", **facts: Fact) -> Signals:
    """The signals of a text; `score_insult` stands for `score.insult`."""
    return Signals(facts={name.replace("_", ".", 1): fact for name, fact in facts.items()}, text=normalise(text))


def test_the_strictest_live_rule_decides_and_every_match_is_recorded() -> None:
    """A moderator sees all reasons, the gravest first, whatever the order of the rules."""
    rules = (rule("b-flag", IDIOT, at=90), rule("a-flag", IDIOT), rule("block", IDIOT, Outcome.BLOCK))

    verdict = evaluate(policy(*rules), signals())

    assert verdict.outcome is Outcome.BLOCK
    assert [match.rule for match in verdict.matches] == ["block", "b-flag", "a-flag"]


def test_the_order_of_the_rules_changes_nothing() -> None:
    """Editors may arrange their file as they like."""
    rules = [
        rule("a", IDIOT),
        rule("b", IDIOT, Outcome.BLOCK),
        rule("c", INSULTING),
        rule("d", IDIOT, mode=Mode.SHADOW),
    ]

    verdicts = {evaluate(policy(*some), signals(score_insult=UNKNOWN)) for some in permutations(rules)}

    assert len(verdicts) == 1


def test_a_shadow_match_is_recorded_without_effect() -> None:
    """A rule is watched before it counts."""
    verdict = evaluate(policy(rule("new", IDIOT, Outcome.BLOCK, mode=Mode.SHADOW)), signals())

    assert (verdict.outcome, verdict.matches) == (Outcome.ALLOW, ())
    assert [match.rule for match in verdict.shadow] == ["new"]


def test_a_rule_that_is_off_is_not_asked() -> None:
    """Nor does its need for signals count."""
    off = policy(rule("old", INSULTING, mode=Mode.OFF))

    assert evaluate(off, signals(score_insult=0.9)).shadow == ()
    assert off.asks == frozenset()


def test_reasons_show_the_words_the_place_and_the_sentence() -> None:
    """The writer is told which sentence, the moderator which words."""
    text = "Fine weather. You are an idiot."

    verdict = evaluate(policy(rule("attack", IDIOT)), signals(text))

    assert verdict.matches[0].message == "“idiot”"
    assert [text[s.start : s.end] for s in verdict.matches[0].spans] == ["an idiot"]
    assert verdict.writer
    assert verdict.writer.title == "Please rephrase"
    assert verdict.writer.sentence
    assert "You are an idiot" in text[verdict.writer.sentence.start :]


def test_a_failed_signal_that_could_matter_holds_the_comment() -> None:
    """When the model is down, what it might have caught waits for a person."""
    verdict = evaluate(policy(rule("model", INSULTING, Outcome.BLOCK)), signals(score_insult=UNKNOWN))

    assert (verdict.outcome, verdict.degraded, verdict.unknown) == (Outcome.FLAG, True, ("score.insult",))
    assert verdict.queue == "degraded"


def test_a_site_may_let_comments_pass_when_degraded() -> None:
    """It is the site's choice, and the answer still says that it is not the whole truth."""
    lenient = policy(rule("model", INSULTING), on_degraded=Outcome.ALLOW)

    verdict = evaluate(lenient, signals(score_insult=UNKNOWN))

    assert (verdict.outcome, verdict.degraded) == (Outcome.ALLOW, True)


@pytest.mark.parametrize(
    ("other", "verdict_of_unknown"),
    [(Outcome.BLOCK, Outcome.BLOCK), (Outcome.FLAG, Outcome.FLAG), (Outcome.BLOCK, Outcome.FLAG)],
)
def test_a_failed_signal_that_cannot_matter_degrades_nothing(other: Outcome, verdict_of_unknown: Outcome) -> None:
    """What is blocked anyway need not be judged again."""
    judged = policy(rule("words", IDIOT, other), rule("model", INSULTING, verdict_of_unknown))

    verdict = evaluate(judged, signals(score_insult=UNKNOWN))

    assert (verdict.outcome, verdict.degraded, verdict.unknown) == (other, False, ("score.insult",))


def test_a_flag_that_might_be_a_block_is_degraded_and_still_a_flag() -> None:
    """A person decides either way, and the comment is judged again when the model is back."""
    judged = policy(rule("words", IDIOT), rule("model", INSULTING, Outcome.BLOCK))

    verdict = evaluate(judged, signals(score_insult=UNKNOWN))

    assert (verdict.outcome, verdict.degraded) == (Outcome.FLAG, True)


def test_unknown_proves_no_exception() -> None:
    """A failed signal must not fire a rule through `none`."""
    verdict = evaluate(policy(rule("odd", NoneOf((INSULTING,)), Outcome.BLOCK)), signals(score_insult=UNKNOWN))

    assert verdict.matches == ()
    assert verdict.degraded


def test_what_the_client_never_sends_is_listed_and_false() -> None:
    """A bare text gets a sound verdict that is not degraded."""
    asking = policy(rule("new", Flag(fact="author.verified", value=False)), rule("model", INSULTING))

    verdict = evaluate(asking, signals(score_insult=0.1))

    assert (verdict.outcome, verdict.degraded, verdict.not_checked) == (Outcome.ALLOW, False, ("author.verified",))


@pytest.mark.parametrize(
    ("email", "missing"),
    [(None, ("author.email",)), ("", ()), ("ann@post.example", ())],
    ids=["not sent", "sent empty", "sent"],
)
def test_texts_beside_the_comment_that_nobody_sent_are_listed(email: str | None, missing: tuple[str, ...]) -> None:
    """A site that never sends names would else believe that they are looked at."""
    asking = policy(rule("spam", Word(terms=Terms(words=("pharmacorp",)), fields=("body", "author.email"))))
    sent = replace(signals(), fields=fields_of(comment(author=author(email=email))))

    assert evaluate(asking, sent).not_checked == missing


def test_observing_allows_and_says_what_it_would_have_been() -> None:
    """A site can watch before it trusts."""
    verdict = evaluate(policy(rule("words", IDIOT, Outcome.BLOCK), mode=PolicyMode.OBSERVE), signals())

    assert (verdict.outcome, verdict.would_be, verdict.writer) == (Outcome.ALLOW, Outcome.BLOCK, None)
    assert verdict.matches


def test_exempt_roles_pass_and_are_recorded() -> None:
    """The newsroom's own people are not stopped, yet one may see what the rules thought."""
    verdict = evaluate(policy(rule("words", IDIOT), roles_exempt=("staff",)), signals(author_role="staff"))

    assert verdict.outcome is Outcome.ALLOW
    assert [match.rule for match in verdict.matches] == ["words"]


@pytest.mark.parametrize(
    ("settings", "facts", "reason"),
    [
        ({"unmeasured_language": Outcome.FLAG}, {"language_measured": False}, "unmeasured-language"),
        ({"default_verdict": Outcome.FLAG}, {}, "default-verdict"),
    ],
)
def test_settings_give_reasons_of_their_own(
    settings: dict[str, object], facts: dict[str, Fact], reason: str
) -> None:
    """A moderator is told why a comment without a fault waits."""
    verdict = evaluate(policy(**settings), signals("Բարեւ", **facts))

    assert (verdict.outcome, [match.rule for match in verdict.matches]) == (Outcome.FLAG, [reason])


def test_a_waiting_writer_reads_the_sites_words() -> None:
    """A comment that waits for want of a model has touched no clause."""
    waiting = Writer(title="Thank you", message="An editor reads comments first.")

    verdict = evaluate(policy(default_verdict=Outcome.FLAG, waiting=waiting), signals())

    assert verdict.writer
    assert verdict.writer.message == "An editor reads comments first."


def test_private_rules_tell_the_writer_no_place() -> None:
    """Evaders learn nothing from a rule that is kept from them."""
    secret = Rule(
        id="secret", clause="attacks", when=IDIOT, then=Then(verdict=Outcome.FLAG, advice="x"), private=True
    )

    verdict = evaluate(policy(secret), signals())

    assert verdict.writer
    assert verdict.writer.sentence is None


@pytest.mark.parametrize(("today", "fires"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False), (None, True)])
def test_a_rule_counts_to_the_end_of_its_last_day(today: date | None, fires: bool) -> None:
    """Rules for an election end by themselves."""
    brief = Rule(
        id="brief", clause="attacks", when=IDIOT, then=Then(verdict=Outcome.FLAG), expires=date(2026, 12, 31)
    )

    assert bool(evaluate(policy(brief), signals(), today=today).matches) is fires


def test_a_message_leads_with_the_editors_words_and_keeps_the_facts() -> None:
    """`Check the sense` alone does not say of what."""
    then = Then(verdict=Outcome.FLAG, message="Check the sense.", cooldown=timedelta(minutes=10))

    match = evaluate(policy(Rule(id="x", clause="attacks", when=IDIOT, then=then)), signals()).matches[0]

    assert (match.message, match.cooldown_seconds) == ("Check the sense: “idiot”", 600)


def test_scores_leave_their_places_to_the_model() -> None:
    """The caller asks the scorer which words carried the score, by the attributes named here."""
    aimed = Signals(
        facts={"score.insult": 0.9, "target": ("commenter",)},
        spans={"target.commenter": (Span(0, 3),)},
        text=normalise("You are dreadful."),
    )
    both = policy(rule("model", INSULTING), rule("aim", Member(fact="target", values=("commenter",))))

    by_rule = {match.rule: match for match in evaluate(both, aimed).matches}

    assert (by_rule["model"].attributes, by_rule["model"].spans) == (("insult",), ())
    assert by_rule["aim"].spans == (Span(0, 3),)


def test_a_policy_says_what_it_needs_to_know() -> None:
    """Nothing is counted in the database that no rule asks for."""
    rates = rule("flood", Amount(fact="rate.author.600", comparison=Comparison(">", 5)))
    copies = rule("copy", Amount(fact="duplicate.any.86400", comparison=Comparison(">=", 1)), mode=Mode.SHADOW)

    asking = policy(rates, copies)

    assert asking.asks == {"rate.author.600", "duplicate.any.86400"}
    assert asking.ref == "test@abc"


def test_groups_come_from_lists_that_name_them_and_from_peoples() -> None:
    """`target: group` knows whom the site writes about."""
    listed = WordList(id="groups", entries=(ListEntry(word="roma"),), names_groups=True)
    people = Entity(name="Azeris", spellings=("Azerbaijanis",), kind=EntityKind.PEOPLE)
    place = Entity(name="Turkey", kind=EntityKind.PLACE)

    known = Policy(name="x", lists={"groups": listed}, entities=(people, place)).groups

    assert known.words == {"roma", "azeris", "azerbaijanis"}


@given(st.text(max_size=60), st.floats(0, 1), st.sampled_from([True, False, UNKNOWN]))
def test_any_text_gets_a_verdict_with_places_inside_it(text: str, score: float, verified: Fact) -> None:
    """Whatever is typed, the answer's places can be shown in it."""
    some = policy(
        rule("words", IDIOT), rule("model", INSULTING), rule("new", Flag(fact="author.verified", value=False))
    )

    verdict = evaluate(some, signals(f"{text} idiot {text}", score_insult=score, author_verified=verified))

    length = len(f"{text} idiot {text}")
    assert all(0 <= s.start < s.end <= length for match in verdict.matches for s in match.spans)


def test_text_with_more_hits_than_are_read_waits_for_a_person() -> None:
    """Burying an insult under excused ones must not let it through unseen."""
    crowded = Signals(facts={}, text=normalise("idiot " * 5_000))
    excused = Word(terms=Terms(words=("idiot",)))
    bare = rule("never", NoneOf((excused,)))

    verdict = evaluate(policy(bare), crowded)

    assert (verdict.outcome, [match.rule for match in verdict.matches]) == (Outcome.FLAG, ["crowded-text"])


def test_text_that_was_not_read_through_waits_for_a_person() -> None:
    """The signal says so, and it is kept with the decision."""
    verdict = evaluate(policy(rule("insult", IDIOT)), signals("Good morning.", text_crowded=True))

    assert [match.rule for match in verdict.matches] == ["crowded-text"]


def test_prepared_policy_compiles_nothing_at_the_first_comment() -> None:
    """Patterns are compiled when a policy comes into force: the first comment waits no longer than others."""
    prepared = policy(rule("drowned", Regex(pattern="drown(?:ed)? (?:them|you)")))
    prepared.compiled.prepare()
    compiled = pattern_of.cache_info().misses

    assert evaluate(prepared, signals("They drowned them.")).matches
    assert pattern_of.cache_info().misses == compiled


def test_policy_out_of_force_leaves_no_garbage_behind() -> None:
    """A compiled policy takes a hundred megabytes, and the service looks for cycles hardly ever."""
    found = AllOf(
        (Word(terms=Terms(words=("idiot", "half wit*"), fold="hard")), Regex(pattern="drown(?:ed)? them"))
    )
    beside = Near(a=Terms(words=("you",)), b=Terms(words=("idiot",)), within=3, sentence=True)
    replaced = policy(rule("both", found), rule("beside", beside), rule("alone", IDIOT))
    replaced.compiled.prepare()
    assert evaluate(replaced, signals("You idiot.")).matches

    gc.collect()
    gc.disable()
    try:
        del replaced
        assert gc.collect() == 0
    finally:
        gc.enable()


WIDE = [Regex(pattern=f"a[ab]{{50}}{letter}") for letter in "cdefghijklmnopqrstuvwxyz"]
EXCUSED = [Word(terms=Terms(words=("you",)), unless_words=(f"you {n}",)) for n in range(400)]
NEAR = [Near(a=Terms(words=("you",)), b=Terms(words=("idiot",)), within=n, sentence=True) for n in range(1, 50)]


@pytest.mark.parametrize(
    ("conditions", "text"),
    [(WIDE, "ab"), (EXCUSED, "you "), (NEAR, "you a b idiot ")],
    ids=["wide patterns", "excused words", "neighbours"],
)
def test_rules_look_at_so_much_of_a_comment_and_leave_the_rest_to_a_person(
    conditions: list[Expression], text: str
) -> None:
    """Neither an editor nor a writer may occupy the service; what was not looked at is not let through."""
    rules = [rule(f"r{n}", AllOf((each, NoneOf((each,))))) for n, each in enumerate(conditions)]
    stern = policy(*rules, *(replace(each, id=f"{each.id}-again") for each in rules * 8))
    long, short = signals((text * 20_000)[:20_000]), signals(text * 4)

    cut = evaluate(stern, long)

    assert [match.rule for match in cut.matches] == ["crowded-text"]
    assert evaluate(stern, short).outcome is Outcome.ALLOW


def test_rules_are_asked_less_of_a_comment_that_was_not_read_through() -> None:
    """Two long texts at once, one full of disguise and one full of places, would cost as much as both."""
    asked = policy(*(rule(f"r{n}", each) for n, each in enumerate(WIDE[:2])), rule("z", IDIOT))
    read = signals("ab" * 1_800 + " idiot")
    crowded = replace(read, text=replace(read.text, is_crowded=True))

    assert [match.rule for match in evaluate(asked, read).matches] == ["z"]
    assert [match.rule for match in evaluate(asked, crowded).matches] == ["crowded-text"]


def test_a_sentence_costs_what_is_asked_about_it() -> None:
    """A thousand conditions that are false of each of a thousand sentences are not all asked."""
    absent = tuple(Amount(fact=f"count.{n}", comparison=Comparison(">", 1)) for n in range(1_000))
    held = (NoneOf((*absent, Word(terms=Terms(words=("late",))))), Word(terms=Terms(words=("ferry",))))
    asked = policy(rule("a", SameSentence(held)))

    assert evaluate(asked, signals("Ferry, late. " * 20)).outcome is Outcome.ALLOW
    cut = evaluate(asked, signals("Ferry, late. " * 500))
    assert [match.rule for match in cut.matches] == ["crowded-text"]


def test_rules_are_asked_less_of_a_text_that_took_long_to_read() -> None:
    """A text that can be read in many ways, and rules that look at all of them, would cost as much as both."""
    plain, disguised = normalise("The ferry is late. " * 100), normalise("1d10t u r @n id*ot " * 100)

    assert Effort(disguised).left < Effort(plain).left


def test_what_decides_most_strictly_is_asked_before_the_rest() -> None:
    """Where not every rule is asked, those that would block are; their order in the file says nothing."""
    wide = [rule(f"a{n}", condition) for n, condition in enumerate(WIDE)]
    block = rule("z", IDIOT, Outcome.BLOCK)

    verdict = evaluate(policy(*wide, block), signals("idiot " + "ab" * 9_000))

    assert (verdict.outcome, verdict.matches[0].rule) == (Outcome.BLOCK, "z")


def test_policies_that_look_for_the_same_words_share_them() -> None:
    """An editor changes a threshold, and need not wait until every word is made ready once more."""
    one, other = (policy(rule("r", IDIOT, verdict)) for verdict in (Outcome.FLAG, Outcome.BLOCK))

    assert one.compiled.lexicon is other.compiled.lexicon
