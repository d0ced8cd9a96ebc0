"""What rulings prove, in sentences that an editor can act on."""

import pytest

from moderation.domain.budgets.budget import proof_of, told


@pytest.mark.parametrize(
    ("mistakes", "of", "ending"),
    [
        (0, 0, "There are no blocks that people judged. The budget is 1 %: 299 without a mistake would prove it."),
        (0, 100, "at most 3 %. The budget is 1 %: 199 more without one would prove it."),
        (0, 299, "at most 1 %. The budget is 1 %, which is kept."),
        (20, 100, "at most 28 %. The budget is 1 %, which is not kept so far."),
    ],
    ids=["nothing judged", "too few", "proved", "too many mistakes"],
)
def test_a_proof_says_what_it_gives_and_what_it_wants(mistakes: int, of: int, ending: str) -> None:
    """A bare percentage leaves an editor where they were."""
    sentence = told(proof_of(mistakes, of, allowed=0.01), of="blocks", mistake="people published")

    assert sentence.endswith(ending)
