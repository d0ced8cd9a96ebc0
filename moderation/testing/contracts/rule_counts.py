"""What every `RuleCounts` must do. Give the suite a fixture `storage` with the sites NORTH and SOUTH, empty."""

from dataclasses import replace
from datetime import timedelta

from moderation.domain.insights.rule_count import COMMENTS, Held, RuleCount, counts_of
from moderation.domain.verdict import Mode, Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, entry, match, ruled, submission, verdict

TODAY = START.date()


def rule_count(rule: str = "flood", **changes: object) -> RuleCount:
    """Make a count of today."""
    made = RuleCount(policy="aa", rule=rule, mode=Mode.LIVE, day=TODAY, matches=3, last_at=START)
    return replace(made, **changes)  # type: ignore[arg-type]


class RuleCountsContract:
    """Every verdict is counted once, and what was counted is added up."""

    def test_verdict_is_told_with_the_rules_that_held(self, storage: Storage) -> None:
        """Shadow matches too: by them an editor sees what a rule on trial would do."""
        seen = verdict(Outcome.FLAG, shadow=(match("on-trial", mode=Mode.SHADOW),), policy="default@aa")
        flagged = entry(outcome=Outcome.FLAG)
        record(storage, replace(flagged, decision=replace(flagged.decision, verdict=seen)))
        append(storage, ruled(Outcome.ALLOW, at=START + timedelta(hours=1)))

        with storage.read(NORTH) as transaction:
            first, second = transaction.rule_counts.after(0, limit=9)
            assert transaction.rule_counts.after(1, limit=9) == [second]
        rules = (("attack-on-commenter", Mode.LIVE), ("on-trial", Mode.SHADOW))
        assert first == Held(position=1, at=START, policy="aa", rules=rules)
        assert (second.position, second.policy, second.rules) == (2, "", ())

    def test_page_is_no_longer_than_asked(self, storage: Storage) -> None:
        """A site with a million comments is counted in steps."""
        record(storage, *(entry(submission(comment(id=f"c-{n}"))) for n in range(3)))

        with storage.read(NORTH) as transaction:
            assert [held.position for held in transaction.rule_counts.after(0, limit=2)] == [1, 2]

    def test_counts_add_up(self, storage: Storage) -> None:
        """One row a day and rule, however often somebody counts."""
        later = START + timedelta(hours=1)
        with storage.write(NORTH) as transaction:
            assert transaction.rule_counts.mark() == 0
            assert transaction.rule_counts.add([rule_count()], was=0, upto=5)
            more = [rule_count(matches=2, last_at=later), rule_count("other")]
            assert transaction.rule_counts.add(more, was=5, upto=9)

        with storage.read(NORTH) as transaction:
            assert transaction.rule_counts.mark() == 9
            found = transaction.rule_counts.since(START)
        assert found == [rule_count(matches=5, last_at=later), rule_count("other")]
        with storage.read(SOUTH) as transaction:
            assert (transaction.rule_counts.mark(), transaction.rule_counts.since(None)) == (0, [])

    def test_what_another_counted_is_not_counted_again(self, storage: Storage) -> None:
        """Each server process counts; a rule must not seem to hold twice as often with two of them."""
        with storage.write(NORTH) as transaction:
            transaction.rule_counts.add([rule_count()], was=0, upto=5)

            assert not transaction.rule_counts.add([rule_count()], was=0, upto=5)
            assert transaction.rule_counts.since(None) == [rule_count()]

    def test_counts_are_told_by_day_and_version(self, storage: Storage) -> None:
        """What a version did today is no business of yesterday's, or of another version."""
        yesterday = rule_count(day=TODAY - timedelta(days=1), last_at=START - timedelta(days=1))
        other = rule_count(policy="bb")
        with storage.write(NORTH) as transaction:
            transaction.rule_counts.add([yesterday, rule_count(), other], was=0, upto=5)

        with storage.read(NORTH) as transaction:
            assert transaction.rule_counts.since(START) == [rule_count(), other]
            assert transaction.rule_counts.since(None, policy="aa") == [yesterday, rule_count()]

    def test_verdicts_are_counted_by_day_rule_and_mode(self) -> None:
        """And the comments themselves, without which a share cannot be told."""
        held = Held(position=1, at=START, policy="aa", rules=(("flood", Mode.SHADOW),))

        found = counts_of([held, replace(held, position=2, at=START + timedelta(minutes=1), rules=())])
        assert {(each.rule, each.mode, each.matches) for each in found} == {
            (COMMENTS, Mode.LIVE, 2),
            ("flood", Mode.SHADOW, 1),
        }
