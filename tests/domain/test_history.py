"""What is known of an author of whom nothing is known."""

from moderation.domain.history import History


def test_nobody_has_a_clean_slate() -> None:
    """A newcomer starts with nothing for or against them."""
    nobody = History()

    assert (nobody.approved, nobody.rejected, nobody.strikes, nobody.set_standing) == (0, 0, (), None)
    assert (nobody.first_seen, nobody.name_taken_by_other, nobody.thread_length) == (None, False, 0)
    assert nobody.counts == {}


def test_counts_of_two_histories_are_two() -> None:
    """A default that is shared would mix up authors."""
    assert History().counts is not History().counts
