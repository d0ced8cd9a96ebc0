"""A review's life: open, claimed, closed, and one version more with every change."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.domain.errors import Conflict, StaleVersion
from moderation.domain.review import LEASE, Review, State, claim, close, release, rule_on
from moderation.testing.clock import START
from moderation.testing.factories import review

SECOND = timedelta(seconds=1)
HELD = claim(review(), moderator="mia", at=START)
CLOSED = close(review(), at=START)

ACTS: dict[str, Callable[[Review, str], Review]] = {
    "claim": lambda it, by: claim(it, moderator=by, at=START),
    "release": lambda it, by: release(it, moderator=by, at=START),
    "rule": lambda it, by: rule_on(it, moderator=by, version=None, at=START),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("it", [review(), HELD, review(state=State.ESCALATED)], ids=["open", "own", "escalated"])
def test_change_counts_a_version(act: str, it: Review) -> None:
    """Whoever read the version before must find out."""
    assert ACTS[act](it, "mia").version == it.version + 1


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("it", "why"), [(CLOSED, "closed"), (HELD, "mia holds")], ids=["closed", "held"])
def test_what_is_not_free_is_refused(act: str, it: Review, why: str) -> None:
    """Nobody takes, gives back or decides what another holds, or what is decided."""
    with pytest.raises(Conflict, match=why):
        ACTS[act](it, "ben")


@pytest.mark.parametrize(("waited", "holder"), [(LEASE - SECOND, "mia"), (LEASE, None), (LEASE + SECOND, None)])
def test_claim_holds_for_its_lease(waited: timedelta, holder: str | None) -> None:
    """A claim that never ends keeps a comment from everybody else."""
    assert HELD.holder(START + waited) == holder


@pytest.mark.parametrize("it", [review(), CLOSED, release(HELD, moderator="mia", at=START)])
def test_what_is_not_claimed_has_no_holder(it: Review) -> None:
    """The queue shows a name only where somebody is at work."""
    assert it.holder(START) is None
    assert (it.claimed_by, it.claimed_until) == (None, None)


def test_closing_ends_it_whoever_holds_it() -> None:
    """A text that was edited away need not wait for its moderator."""
    closed = close(HELD, at=START + SECOND)

    assert (closed.state, closed.claimed_by, closed.closed_at) == (State.CLOSED, None, START + SECOND)


@pytest.mark.parametrize(("version", "is_stale"), [(None, False), (1, False), (0, True), (2, True)])
def test_ruling_names_the_version_that_was_read(version: int | None, is_stale: bool) -> None:
    """A moderator rules on what was on the screen."""
    if not is_stale:
        assert rule_on(review(), moderator="mia", version=version, at=START).state is State.CLOSED
        return
    with pytest.raises(StaleVersion, match="version 1"):
        rule_on(review(), moderator="mia", version=version, at=START)
