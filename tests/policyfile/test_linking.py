"""Rules that rest on other rules, and on the hours of the site's clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from moderation.domain.policy import Policy, evaluate
from moderation.domain.signals import UNKNOWN, Fact, Signals
from moderation.domain.text import normalise
from moderation.policyfile.examples import run_examples
from moderation.policyfile.load import loads
from moderation.policyfile.rehearse import observer

HEAD = "version: 1\nsettings: {time_zone: Asia/Yerevan}\nclauses: {a: {title: A, text: B}}\nrules:\n"
INSULT = """
  - id: insult
    clause: a
    when: {word: {words: idiot}}
    unless: {word: {words: i was}}
    then: {verdict: allow}
    MODE
"""
RESTING = """
  - id: insult-from-newcomer
    clause: a
    when: [{rule: insult}, {author: {approved: "< 1"}}]
    then: {verdict: flag}
"""


def resting(extra: str = "") -> Policy:
    """A policy of two rules, one of which rests on the other."""
    return loads(HEAD + INSULT.replace("MODE", extra) + RESTING, name="resting.yaml")


def held(policy: Policy, text: str, *, today: date | None = None, **facts: Fact) -> set[str]:
    """Return the rules that hold of a text."""
    named = {name.replace("__", "."): fact for name, fact in facts.items()}
    verdict = evaluate(policy, Signals(facts=named, text=normalise(text)), today=today)
    return {match.rule for match in (*verdict.matches, *verdict.shadow)}


@pytest.mark.parametrize(
    ("text", "approved", "holds"),
    [
        ("What an idiot.", 0, True),
        ("What an idiot.", 3, False),
        ("I was an idiot.", 0, False),
        ("Hello.", 0, False),
    ],
)
def test_a_rule_rests_on_another(text: str, approved: int, holds: bool) -> None:
    """What is written once need not be written again, its `unless` included."""
    found = held(resting(), text, author__approved=approved)

    assert ("insult-from-newcomer" in found) is holds


@pytest.mark.parametrize(("extra", "holds"), [("mode: off", False), ("mode: shadow", True)])
def test_a_rule_that_is_off_does_not_hold(extra: str, holds: bool) -> None:
    """A rule in shadow is asked, one that is off is not; nothing rests on what is not asked."""
    found = held(resting(extra), "You idiot.", author__approved=0)

    assert ("insult-from-newcomer" in found) is holds


@pytest.mark.parametrize(("day", "holds"), [(date(2026, 5, 1), True), (date(2026, 5, 2), False)])
def test_a_rule_that_expired_does_not_hold(day: date, holds: bool) -> None:
    """After its last day a rule counts for nothing, not even for others."""
    found = held(resting("expires: 2026-05-01"), "You idiot.", author__approved=0, today=day)

    assert ("insult-from-newcomer" in found) is holds


def test_what_is_unknown_of_a_rule_is_unknown_of_those_that_rest_on_it() -> None:
    """A rule that cannot be told proves no `none`: where it could decide, a person looks."""
    rules = """
  - {id: rude, clause: a, mode: shadow, when: {score: {insult: ">= 0.5"}}, then: {verdict: flag}}
  - {id: polite, clause: a, when: {none: [{rule: rude}]}, then: {verdict: block}}
"""
    policy = loads(HEAD + rules, name="unknown.yaml")

    verdict = evaluate(policy, Signals(facts={"score.insult": UNKNOWN}, text=normalise("Hello.")))

    assert (verdict.degraded, verdict.matches) == (True, ())
    assert held(policy, "Hello.", score__insult=0.1) == {"polite"}


def test_the_reason_names_the_other_rule_and_shows_its_words() -> None:
    """A moderator has to see what the rule rests on, and where it stands."""
    facts: dict[str, Fact] = {"author.approved": 0}
    verdict = evaluate(resting(), Signals(facts=facts, text=normalise("What an idiot.")))

    match = next(each for each in verdict.matches if each.rule == "insult-from-newcomer")
    assert match.message == "author approved 0 < 1, rule 'insult' holds (“idiot”)"
    assert [(span.start, span.end) for span in match.spans] == [(5, 13)]


def test_a_rule_looks_at_the_whole_comment_when_another_asks_of_one_sentence() -> None:
    """What another rule found has no place in the sentence that is looked at."""
    rules = """
  - {id: name, clause: a, mode: shadow, when: {word: {words: anna}}, then: {verdict: flag}}
  - {id: both, clause: a, when: {same_sentence: [{word: {words: idiot}}, {rule: name}]}, then: {verdict: flag}}
"""
    policy = loads(HEAD + rules, name="sentence.yaml")

    assert "both" in held(policy, "Anna wrote. What an idiot.")


def test_who_rests_on_a_private_rule_is_private() -> None:
    """Evaders would learn from the one what the other keeps to itself."""
    assert [rule.private for rule in resting("private: true").rules] == [True, True]


@pytest.mark.parametrize(
    ("id", "written", "fault"),
    [
        ("7", "7", "rule '7' rests on itself"),
        ("seven", "[seven]", "a list stands where text is due"),
        ("seven", "{id: seven}", "a key with a value stands where text is due"),
    ],
)
def test_what_a_rule_rests_on_is_told_however_it_is_written(
    id: str, written: str, fault: str, refused: Callable[[str], str]
) -> None:
    """A number is a name, too, and what is no name is a fault like others."""
    rule = f"  - {{id: {id}, clause: a, when: {{rule: {written}}}, then: {{verdict: flag}}}}\n"

    assert fault in refused(HEAD + rule)


def test_a_rule_may_not_rest_on_more_than_can_be_asked(refused: Callable[[str], str]) -> None:
    """A rule named twice by each of ten would be asked a thousand times."""
    one = "  - {{id: r{0}, clause: a, when: {{any: [{{rule: r{1}}}, {{rule: r{1}}}]}}, then: {{verdict: flag}}}}\n"
    first = "  - {id: r0, clause: a, when: {word: {words: x}}, then: {verdict: flag}}\n"

    assert "rests on more than 100 others" in refused(
        HEAD + first + "".join(one.format(i, i - 1) for i in range(1, 9))
    )


NIGHT = """
  - id: night
    clause: a
    when: {time: {from: 22:00, to: 06:00, days: [sat, sun]}}
    then: {verdict: flag}
    examples:
      hit:
        - {text: x, time: sat 22:00}
        - {text: x, time: sun 05:59}
        - {text: x, time: sun 23:59}
        - {text: x, time: mon 05:00}
      miss:
        - {text: x, time: sat 21:59}
        - {text: x, time: sat 05:00}
        - {text: x, time: mon 06:00}
        - {text: x, time: tue 05:00}
        - x
  - id: office
    clause: a
    when: {time: {from: "09:00", to: "17:30"}}
    then: {verdict: flag}
    examples:
      hit: [{text: x, time: sun 09:00}, {text: x, time: wed 17:29}]
      miss: [{text: x, time: wed 17:30}, {text: x, time: wed 08:59}]
  - id: monday
    clause: a
    when: {time: {days: mon}}
    then: {verdict: flag}
    examples: {hit: [{text: x, time: mon 00:00}, {text: x, time: mon 23:59}], miss: [{text: x, time: tue 00:00}]}
"""


def test_hours_pass_midnight_and_belong_to_the_day_on_which_they_begin() -> None:
    """The night from Sunday to Monday is a night of Sunday."""
    policy = loads(HEAD + NIGHT, name="night.yaml")

    outcomes = run_examples(policy, observe=observer(policy))

    assert [each for each in outcomes if not each.passed] == []
    assert len(outcomes) == 16


def test_hours_are_those_of_the_site() -> None:
    """Saturday 18:30 in Greenwich is half past ten at night in Yerevan."""
    moment = datetime(2026, 11, 28, 18, 30, tzinfo=UTC)

    assert held(loads(HEAD + NIGHT, name="n.yaml"), "x", time=moment.isoformat()) == {"night"}


PARTLY = """
  - id: partly
    clause: a
    rollout: 25%
    when: {word: {words: idiot}}
    then: {verdict: flag}
    examples: {hit: [What an idiot.], miss: [Hello.]}
  - {id: other, clause: a, rollout: 25%, when: {word: {words: idiot}}, then: {verdict: flag}}
  - {id: scored, clause: a, when: {score: {insult: ">= 0.5"}}, then: {verdict: flag, priority: score}}
"""


def test_a_share_of_comments_is_drawn_for_each_rule_by_itself() -> None:
    """A rule on trial sees a quarter of the comments, always the same ones, and not those of the next trial."""
    policy = loads(HEAD + PARTLY, name="partly.yaml")
    facts: list[dict[str, Fact]] = [{"comment.id": f"c-{number}"} for number in range(2000)]

    def drawn(rule: str) -> list[bool]:
        verdicts = (evaluate(policy, Signals(facts=each, text=normalise("You idiot."))) for each in facts)
        return [rule in {match.rule for match in verdict.matches} for verdict in verdicts]

    partly, other = drawn("partly"), drawn("other")
    assert partly == drawn("partly")
    assert 420 < sum(partly) < 580
    assert 80 < sum(map(min, partly, other)) < 170


def test_examples_of_a_rule_on_trial_are_always_drawn() -> None:
    """A text that proves a rule is no comment, and has no id to be drawn by."""
    policy = loads(HEAD + PARTLY, name="partly.yaml")

    assert all(each.passed for each in run_examples(policy, observe=observer(policy)))


def test_the_score_is_the_priority_where_the_rule_says_so() -> None:
    """What the model is surest of is looked at first."""
    policy = loads(HEAD + PARTLY, name="partly.yaml")

    verdict = evaluate(policy, Signals(facts={"score.insult": 0.834}, text=normalise("x")))
    assert verdict.priority == 83
