"""What an editor reads before a change goes live: a candidate over comments on record."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from moderation.backtest import Candidacy, backtest
from moderation.domain.backtesting.backtest import Backtest
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.backtesting.summary import summary_of
from moderation.domain.comment import CommentId
from moderation.domain.conditions.expression import Amount, Comparison, Terms, Word
from moderation.domain.decision import Decision
from moderation.domain.policy import Entity, EntityKind, Policy, PolicyMode, Rule, Settings, Then
from moderation.domain.verdict import Mode, Outcome
from moderation.past import PAGE
from moderation.testing.acts import append
from moderation.testing.clock import FixedClock
from moderation.testing.factories import NORTH, author, ruled
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy

Judge = Callable[..., Decision]
Try = Callable[..., Backtest]

HARBOUR = Rule(
    id="harbour",
    clause="spam",
    when=Word(terms=Terms(words=("harbour",))),
    then=Then(verdict=Outcome.FLAG, queue="harbour"),
)
BY_ADDRESS = Word(terms=Terms(words=("harbour",)), fields=("body", "author.email"))


def changed(*added: Rule, without: str = "", **changes: Any) -> Policy:
    """The policy of the test kit, with rules more or less."""
    rules = [rule for rule in policy().rules if rule.id != without]
    return policy(rules=(*rules, *added), hash="c" * 12, **changes)


@pytest.fixture
def attempt(memory: MemoryStorage) -> Try:
    """Try a candidate on all that is on record, in as many stretches as wanted."""

    def attempt(
        after: Policy,
        *,
        before: Policy | None = None,
        query: VerdictQuery | None = None,
        cuts: tuple[int, ...] = (),
    ) -> Backtest:
        before, query = before or policy(), query or VerdictQuery()
        candidacy = Candidacy(before=before, after=after, recorded=lambda _: None)
        with memory.read(NORTH) as transaction:
            extent = transaction.verdicts.extent(query)
        places = (0, *cuts, extent.last)
        tallies = [
            backtest(memory, candidacy, site=NORTH, query=query, within=within) for within in pairwise(places)
        ]
        for other in tallies[1:]:
            tallies[0].add(other)
        return summary_of(tallies[0], site=NORTH, policies=(before, after), query=query, extent=extent)

    return attempt


@pytest.fixture
def record(judge: Judge) -> list[Decision]:
    """Comments on the harbour and on other things, of authors of their own."""
    texts = ("The harbour is closed.", "Cheap pharmacy here.", "Nothing to see.", "You idiot, the harbour!")
    return [judge(text, id=f"c-{n}", author=author(f"u-{n}")) for n, text in enumerate(texts)]


def test_the_same_policy_changes_nothing(attempt: Try, record: list[Decision]) -> None:
    """A report that finds differences where there are none is not read twice."""
    report = attempt(policy())

    assert (report.looked_at, report.changed, report.rules, report.untellable) == (4, 0, (), 0)


def test_going_live_is_told_as_what_readers_would_notice(attempt: Try, record: list[Decision]) -> None:
    """While a site observes everything passes: what takes effect is the change, whichever rules it is by."""
    observing = policy(settings=Settings(mode=PolicyMode.OBSERVE))
    live, back = attempt(policy(), before=observing), attempt(observing)
    both = attempt(observing, before=observing)

    shifts = {(shift.before, shift.after): shift.count for shift in live.shifts}
    assert shifts == {(Outcome.ALLOW, Outcome.BLOCK): 1, (Outcome.ALLOW, Outcome.FLAG): 1}
    assert {rule for each in live.mistakes for rule in each.rules} == {"pharmacy", "insult"}
    assert (live.queue.before_per_day, live.queue.after_per_day) == (0, 1)
    assert sum(shift.count for shift in back.shifts if shift.after is Outcome.ALLOW) == 2
    assert both.changed == 0
    assert [notes[-1].split(":")[0] for notes in (live.notes, back.notes)] == ["One of the two only observes"] * 2
    assert "as if they were live" in both.notes[-1]


def test_a_new_rule_is_told_with_what_it_found(attempt: Try, record: list[Decision]) -> None:
    """The editor sees each comment with the word that made the difference."""
    report = attempt(changed(HARBOUR))

    assert report.changed == 1
    (instance,) = report.mistakes
    assert (instance.before, instance.after, instance.rules) == (Outcome.ALLOW, Outcome.FLAG, ("harbour",))
    assert instance.text is not None
    assert [instance.text[span.start : span.end] for span in instance.spans] == ["harbour"]
    assert instance.section == "city"
    assert [(each.rule, each.held_before, each.held_after) for each in report.rules] == [("harbour", 0, 2)]


def test_a_rule_that_is_gone_lets_through(attempt: Try, record: list[Decision]) -> None:
    """Taking a rule out is a change like any other, and shows what it had caught."""
    report = attempt(changed(without="pharmacy"))

    assert [(each.before, each.after) for each in report.mistakes] == [(Outcome.BLOCK, Outcome.ALLOW)]
    assert report.mistakes[0].rules == ("pharmacy",)
    assert report.mistakes[0].message == "“pharmacy”"


@pytest.mark.parametrize(
    ("ruling", "contradicting", "agreeing"),
    [(Outcome.ALLOW, 1, 0), (Outcome.BLOCK, 0, 1)],
    ids=["allowed", "rejected"],
)
def test_rulings_are_what_a_change_is_measured_by(
    ruling: Outcome,
    contradicting: int,
    agreeing: int,
    *,
    attempt: Try,
    record: list[Decision],
    memory: MemoryStorage,
    clock: FixedClock,
) -> None:
    """Where a person has decided, there is no need to guess."""
    append(memory, ruled(ruling, id="c-0", at=clock.advance(hours=1)))

    report = attempt(changed(HARBOUR))
    assert (report.contradicting, report.agreeing) == (contradicting, agreeing)
    assert len(report.contradictions) == contradicting
    assert report.mistakes == ()


def test_settings_make_a_difference_too(attempt: Try, record: list[Decision]) -> None:
    """No rule is to blame where the default itself has changed."""
    report = attempt(changed(settings=Settings(default_verdict=Outcome.FLAG)))

    assert report.changed == 2
    assert [(each.rule, each.shifts[0].count) for each in report.rules] == [("settings", 2)]


def test_a_shadow_rule_changes_no_verdict(attempt: Try, record: list[Decision]) -> None:
    """It is counted all the same: that is what the shadow is for."""
    report = attempt(changed(dataclasses.replace(HARBOUR, mode=Mode.SHADOW)))

    assert report.changed == 0
    assert [(each.rule, each.held_after) for each in report.rules] == [("harbour", 2)]


def test_erased_texts_cannot_be_told(attempt: Try, record: list[Decision], memory: MemoryStorage) -> None:
    """They are neither for the rule nor against it."""
    with memory.write(NORTH) as transaction:
        transaction.decisions.erase(CommentId("c-0"), at=record[-1].at)

    report = attempt(changed(HARBOUR))
    assert (report.looked_at, report.untellable, report.changed) == (4, 1, 0)


def test_queues_are_counted_a_day(attempt: Try, judge: Judge, clock: FixedClock) -> None:
    """An editor in chief asks how many more people the desk needs."""
    for day in range(2):
        for number in range(3):
            judge(f"The harbour again, part {day}{number}.", id=f"h-{day}-{number}")
        clock.advance(days=1)

    queue = attempt(changed(HARBOUR)).queue
    assert queue.queues["harbour"] == (0.0, 3.0)
    assert (queue.before_per_day, queue.after_per_day, queue.busiest_after) == (0.0, 3.0, 3.0)
    assert len(queue.days) == 2


def test_stretches_add_up_to_the_whole(attempt: Try, judge: Judge) -> None:
    """Processes that share the work must come to one answer."""
    for number in range(40):
        judge(f"The harbour, {'pharmacy ' * (number % 3 == 0)}{number}", id=f"c-{number}")
    candidate = changed(HARBOUR, without="pharmacy")

    assert attempt(candidate, cuts=(7, 23)) == attempt(candidate)


def test_more_than_a_page_is_read(attempt: Try, judge: Judge) -> None:
    """The second page is where reading by page goes wrong."""
    for number in range(PAGE + 3):
        judge(f"Number {number}", id=f"c-{number}")

    assert attempt(policy()).looked_at == PAGE + 3


def test_misses_resemble_what_is_caught(
    attempt: Try, judge: Judge, memory: MemoryStorage, clock: FixedClock
) -> None:
    """The word that the rule still lacks stands in what was rejected by hand."""
    for number in range(4):
        judge(f"The harbour ferry sells tickets {number}", id=f"h-{number}", author=author(f"h-{number}"))
    judge("The ferry sells tickets at the quay", id="missed", author=author("u-1"))
    judge("My grandmother reads poetry", id="other", author=author("u-2"))
    for number in range(80):
        judge(f"Something about parliament {number}", id=f"c-{number}", author=author(f"c-{number}"))
    for id in ("missed", "other"):
        append(memory, ruled(Outcome.BLOCK, id=id, at=clock.advance(hours=1)))

    report = attempt(changed(HARBOUR))
    assert [miss.comment_id for miss in report.misses] == ["missed"]
    assert {"ferry", "sells", "tickets"} <= set(report.misses[0].shared)


def test_verdicts_of_an_older_policy_are_judged_by_both(
    memory: MemoryStorage, judge: Judge, record: list[Decision]
) -> None:
    """A year of comments has seen many policies; the live one is the measure, not theirs."""
    live = changed(HARBOUR)
    stricter = dataclasses.replace(HARBOUR, then=Then(verdict=Outcome.BLOCK))
    candidate = policy(rules=(*policy().rules, stricter), hash="d" * 12)
    candidacy = Candidacy(before=live, after=candidate, recorded={policy().hash: policy()}.get)

    tally = backtest(memory, candidacy, site=NORTH, query=VerdictQuery(), within=(0, 99))
    assert tally.shifts == {(Outcome.FLAG, Outcome.BLOCK): 2}


@pytest.mark.parametrize(
    ("after", "word"),
    [
        (changed(ladder=dataclasses.replace(policy().ladder, window=timedelta(days=1))), "ladder"),
        (changed(settings=Settings(languages=("de",))), "languages"),
        (changed(entities=(Entity(name="Ankara", kind=EntityKind.PLACE),)), "entities"),
        (changed(settings=Settings(mode=PolicyMode.OBSERVE)), "observes"),
        (changed(dataclasses.replace(HARBOUR, when=BY_ADDRESS)), "harbour looks into e-mail addresses"),
    ],
    ids=["ladder", "languages", "entities", "observing", "addresses"],
)
def test_what_the_figures_do_not_tell_is_said(
    after: Policy, word: str, *, attempt: Try, record: list[Decision]
) -> None:
    """A limit that is not written beside the figure is forgotten."""
    assert any(word in note for note in attempt(after).notes)


def test_a_section_that_nobody_wrote_in_is_named(attempt: Try, record: list[Decision]) -> None:
    """A mistyped section shows nothing but zeros, which reads like a change that does no harm."""
    known, mistyped = (attempt(changed(HARBOUR), query=VerdictQuery(section=name)) for name in ("city", "Citty"))

    assert (known.looked_at, known.notes) == (4, ())
    assert (mistyped.looked_at, ["'Citty'" in note for note in mistyped.notes]) == (0, [True])


def test_what_an_address_would_tell_is_counted_as_untold(attempt: Try, record: list[Decision]) -> None:
    """A rule that sees half of what it asks about must not look as if it had seen all."""
    found = attempt(changed(dataclasses.replace(HARBOUR, when=BY_ADDRESS)))

    assert (found.looked_at, found.untellable, found.changed) == (4, 1, 1)


def test_a_threshold_needs_no_text(attempt: Try, record: list[Decision], memory: MemoryStorage) -> None:
    """Scores outlive the text, and so does what rests on them alone."""
    for decision in record:
        with memory.write(NORTH) as transaction:
            transaction.decisions.erase(decision.comment_id, at=record[-1].at)
    never = Rule(
        id="insult",
        clause="attacks",
        when=Amount(fact="score.insult", comparison=Comparison(">=", 1.01)),
        then=Then(verdict=Outcome.FLAG),
    )

    report = attempt(changed(never, without="insult"))
    assert (report.untellable, report.changed) == (0, 1)
