"""What an import came to: counted, and small however long the archive."""

from moderation.domain.archive import Fate, Unusable
from moderation.domain.outcome import SiteOutcome
from moderation.domain.tally import Tally
from moderation.domain.verdict import Outcome
from moderation.testing.factories import archived, verdict


def test_first_places_are_named_and_all_are_counted() -> None:
    """Three places tell what is wrong; a million would fill the memory and the screen."""
    tally = Tally()
    for line in range(1, 1_001):
        tally.skip(Unusable(line=line, id="7" if line == 2 else None, reason="text: is empty"))

    assert tally.as_json()["skipped"] == [
        {"reason": "text: is empty", "count": 1_000, "first": ["line 1", "line 2 (comment 7)", "line 3"]}
    ]


def test_what_was_read_is_what_was_added_known_and_skipped() -> None:
    """Whoever sums up the report must arrive at the number of comments in the file."""
    tally = Tally()
    for fate in Fate:
        tally.add(archived(), fate, None)
    tally.skip(Unusable(line=9, reason="is no JSON"))

    assert (tally.read, tally.as_json()["added"], tally.as_json()["verdicts"]) == (5, 1, {})


def test_policy_that_only_observes_is_told_as_if_live() -> None:
    """The table would otherwise say that it allows everything."""
    tally = Tally()
    tally.add(archived(outcome=SiteOutcome.REMOVED), Fate.ADDED, verdict(would_be=Outcome.BLOCK))

    assert tally.as_json()["verdicts"] == {"removed": {"block": 1}}
