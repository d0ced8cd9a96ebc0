"""Verdicts beside what people decided: the figures on which an editor goes live."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.agreement import agreement
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.budgets.agreement import Agreement
from moderation.domain.budgets.budget import ErrorBudget
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.errors import Invalid
from moderation.domain.outcome import SiteOutcome
from moderation.domain.policy import PolicyMode, Settings
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.reports import erase, settle
from moderation.testing.acts import append
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, author, comment, past_entry, ruled, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer

Observe = Callable[..., Decision]
PUBLISHED, REMOVED, SPAM = SiteOutcome.PUBLISHED, SiteOutcome.REMOVED, SiteOutcome.SPAM


@pytest.fixture
def observe(memory: MemoryStorage, clock: FixedClock) -> Observe:
    """Return what judges a text while observing, and then lets people decide, where they do."""
    ids = iter(range(1, 10_000))

    def observe(text: str, told: SiteOutcome | None = None, *, mode: PolicyMode = PolicyMode.OBSERVE) -> Decision:
        number = next(ids)
        sent = submission(comment(text, id=f"c-{number}", author=author(f"u-{number}")))
        (made,) = moderate(
            [sent],
            policy=policy(settings=Settings(mode=mode)),
            scorer=WordScorer(),
            languages=OneLanguage(),
            storage=memory,
            at=clock.advance(seconds=1),
        )
        assert isinstance(made, Decision)
        if told is not None:
            settle(memory, site=NORTH, id=made.comment_id, outcome=told, by="eve", at=clock.advance(seconds=1))
        return made

    return observe


def compare(memory: MemoryStorage, **query: object) -> Agreement:
    """Return how verdicts and people agree."""
    wanted = VerdictQuery(**query)  # type: ignore[arg-type]
    return agreement(memory, site=NORTH, query=wanted, budget=ErrorBudget())


def test_verdicts_as_if_live_stand_beside_what_people_decided(observe: Observe, memory: MemoryStorage) -> None:
    """In observe mode every answer is allow; what counts is what it would have been."""
    observe("The fees rise.", PUBLISHED)
    observe("The fees rise again.", REMOVED)
    observe("You idiot.", REMOVED)
    observe("What an idiot he is.", PUBLISHED)
    observe("Cheap pharmacy!", SPAM)
    observe("The pharmacy in Mill Street closes.", PUBLISHED)
    observe("Nobody looked at this.")

    found = compare(memory)
    assert (found.on_record, found.judged) == (7, 6)
    assert found.verdicts[Outcome.ALLOW] == {PUBLISHED: 1, REMOVED: 1, SPAM: 0}
    assert found.verdicts[Outcome.FLAG] == {PUBLISHED: 1, REMOVED: 1, SPAM: 0}
    assert found.verdicts[Outcome.BLOCK] == {PUBLISHED: 1, REMOVED: 0, SPAM: 1}
    assert (found.alike.count, found.alike.of) == (2, 4)
    assert (found.rightly_flagged.count, found.rightly_flagged.of) == (1, 2)
    assert found.readiness.is_observing


def test_rules_and_clauses_have_a_precision_with_its_interval(observe: Observe, memory: MemoryStorage) -> None:
    """An editor mends the rule that errs, and must not be misled by three comments."""
    for number in range(4):
        observe(f"Cheap pharmacy, number {number}!", SPAM if number else PUBLISHED)

    found = compare(memory)
    (rule,) = found.rules
    assert (rule.name, rule.mode, rule.decided[SPAM], rule.decided[PUBLISHED]) == ("pharmacy", "live", 3, 1)
    assert (rule.precision.count, rule.precision.of) == (3, 4)
    assert rule.precision.low < 0.25 < rule.precision.high
    assert [each.name for each in found.clauses] == ["spam"]


def test_the_likeliest_mistake_comes_first_with_its_place(observe: Observe, memory: MemoryStorage) -> None:
    """Whoever has ten minutes reads the top; a flag is a question and no mistake."""
    observe("You idiot, as they say.", PUBLISHED)
    observe("A calm sentence that people took down.", REMOVED)
    observe("The pharmacy in Mill Street closes.", PUBLISHED)

    first, second = compare(memory).differences
    assert (first.verdict, first.decided, first.rules) == (Outcome.BLOCK, PUBLISHED, ("pharmacy",))
    assert first.text is not None
    assert first.text[first.spans[0].start : first.spans[0].end] == "pharmacy"
    assert second.decided is REMOVED


def test_what_is_held_for_nothing_is_shown_apart(observe: Observe, memory: MemoryStorage) -> None:
    """A flag is a question and no mistake, and yet an editor mends a rule by the texts that it asks about."""
    observe("You idiot, as they say.", PUBLISHED)
    observe("You idiot.", REMOVED)
    observe("The fees rise.", PUBLISHED)

    found = compare(memory)
    (held,) = found.needless
    assert (held.verdict, held.decided, held.text) == (Outcome.FLAG, PUBLISHED, "You idiot, as they say.")
    assert found.differing == 0


def test_an_erased_text_is_counted_and_not_shown(
    observe: Observe, memory: MemoryStorage, clock: FixedClock
) -> None:
    """What was erased stays erased, and the figure stays true."""
    made = observe("Secret words in a pharmacy.", PUBLISHED)
    erase(memory, site=NORTH, id=made.comment_id, at=clock.now())

    found = compare(memory)
    assert (found.differing, found.erased) == (1, 1)
    assert found.differences[0].text is None
    assert "Secret" not in repr(found)


def test_a_ruling_counts_as_a_report_does(observe: Observe, memory: MemoryStorage) -> None:
    """Some sites review here, others in a queue of their own."""
    made = observe("The fees rise.", mode=PolicyMode.LIVE)
    append(memory, ruled(Outcome.BLOCK, id=made.comment_id, at=START + timedelta(days=1)))

    found = compare(memory)
    assert found.verdicts[Outcome.ALLOW][REMOVED] == 1
    assert not found.readiness.is_observing


def test_what_is_missed_is_not_told_by_what_was_flagged(observe: Observe, memory: MemoryStorage) -> None:
    """People look at what was flagged or reported, so a few rulings on allowed comments are the worst of them."""
    for number in range(30):
        observe(f"Nobody looked at number {number}.")
    observe("A reader reported this.", REMOVED)

    found = compare(memory)
    assert (found.readiness.missed.mistakes, found.readiness.missed.of) == (0, 0)
    assert found.readiness.missed.more == 149
    assert "judged whatever the verdict" in found.notes[0]


def test_an_archive_tells_what_is_missed(observe: Observe, memory: MemoryStorage) -> None:
    """Of an archive people had judged everything, so it is the honest sample that a site has on its first day."""
    with memory.write(NORTH) as transaction:
        entries = [
            past_entry(submission(comment(id=f"a-{n}")), outcome=REMOVED if n == 0 else PUBLISHED, at=START)
            for n in range(10)
        ]
        transaction.archive.record(entries)
    for number in range(5):
        observe(f"Nobody looked at number {number}.")

    missed = compare(memory).readiness.missed
    assert (missed.mistakes, missed.of) == (1, 10)


def test_a_site_is_ready_once_its_budget_is_proved(observe: Observe, memory: MemoryStorage) -> None:
    """Going live is a decision on figures, and says how many are still wanted."""
    budget = ErrorBudget(wrong_blocks=0.5, missed=0.4)
    for number in range(6):
        observe(f"Pharmacy number {number}!", SPAM)
        observe(f"Fees rise for the time number {number}.", PUBLISHED)

    found = agreement(memory, site=NORTH, query=VerdictQuery(), budget=budget)
    assert found.readiness.is_ready
    assert not agreement(memory, site=NORTH, query=VerdictQuery(), budget=ErrorBudget()).readiness.is_ready


def test_a_stretch_of_time_can_be_compared(observe: Observe, memory: MemoryStorage) -> None:
    """After a change of the policy the weeks before it say little."""
    observe("The fees rise.", PUBLISHED)

    assert compare(memory, since=START + timedelta(days=1)).judged == 0
    assert compare(memory, until=START + timedelta(days=1)).judged == 1


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1, 5e-324])
def test_a_budget_that_nothing_could_prove_is_refused(share: float) -> None:
    """No number of rulings shows that a program never errs."""
    with pytest.raises(Invalid, match=r"above 0\.0001 %"):
        ErrorBudget(missed=share)


def test_nothing_judged_says_what_is_wanted(memory: MemoryStorage, observe: Observe) -> None:
    """On the first day there is nothing to compare, and the report says what to wait for."""
    observe("The fees rise.")

    found = compare(memory)
    assert (found.judged, found.rules, found.differences) == (0, (), ())
    assert found.readiness.wrong_blocks.more == 299
    assert CommentId("c-1") not in [each.comment_id for each in found.differences]
