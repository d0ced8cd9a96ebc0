"""An error budget: how much an editor lets the service do wrong, and what proves that it keeps to it."""

from dataclasses import dataclass

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.budgets.interval import enough, upper
from moderation.domain.decision import Source
from moderation.domain.errors import Invalid

#: From this share of judged comments on, what people judged stands for all comments.
CENSUS = 0.9

#: A smaller share would take millions of rulings to prove, and more digits than a number has.
SMALLEST = 1e-6

#: Shares that are allowed unless an editor says otherwise.
WRONG_BLOCKS, MISSED = 0.01, 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBudget:
    """The shares of mistakes that an editor allows, in (0, 1)."""

    #: Of what is blocked: what should have been published.
    wrong_blocks: float = WRONG_BLOCKS
    #: Of what is published: what should have been stopped.
    missed: float = MISSED

    def __post_init__(self) -> None:
        """Refuse what no number of rulings could prove.

        Raises:
            Invalid: if a share is below `SMALLEST`, or not below 1.
        """
        for share in (self.wrong_blocks, self.missed):
            if not SMALLEST <= share < 1:
                raise Invalid(f"An allowed share lies above 0.0001 % and below 100 %; {share:.1%} does not.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What some rulings prove about mistakes, and how many more are needed."""

    #: So many of so many were mistakes.
    mistakes: int
    of: int
    allowed: float
    #: At most this share are, which is wrong in one of 20 cases only (Clopper–Pearson, one-sided).
    at_most: float
    #: So many more rulings without another mistake would prove that the budget is kept; 0 where it is proved.
    more: int

    @property
    def is_given(self) -> bool:
        """Whether the budget is proved to be kept."""
        return self.more == 0


def percent(share: float) -> str:
    """Return a share as people read it: `0.4 %`, `12 %`."""
    return f"{share * 100:.2g} %" if 0 < share < 0.1 else f"{share * 100:.0f} %"


def told(proof: Proof, *, of: str, mistake: str) -> str:
    """Say in a sentence what a proof gives, and what it still wants.

    >>> told(proof_of(0, 100, allowed=0.01), of="blocks", mistake="people published")
    'Of 100 blocks, people published 0: at most 3 %. The budget is 1 %: 199 more without one would prove it.'
    """
    budget = f"The budget is {percent(proof.allowed)}"
    if not proof.of:
        return f"There are no {of} that people judged. {budget}: {proof.more:,} without a mistake would prove it."
    counted = f"Of {proof.of:,} {of}, {mistake} {proof.mistakes:,}: at most {percent(proof.at_most)}."
    return f"{counted} {budget}{', which is kept.' if proof.is_given else _wanting(proof)}"


def _wanting(proof: Proof) -> str:
    if proof.mistakes > proof.allowed * proof.of:
        return ", which is not kept so far."
    return f": {proof.more:,} more without one would prove it."


def proof_of(mistakes: int, of: int, *, allowed: float) -> Proof:
    """Return what so many mistakes of so many prove.

    >>> proof_of(0, 100, allowed=0.01).more
    199
    """
    return Proof(
        mistakes=mistakes,
        of=of,
        allowed=allowed,
        at_most=upper(mistakes, of),
        more=max(0, enough(mistakes, allowed) - of),
    )


def is_drawn_by_chance(archived: PastVerdict, *, is_census: bool) -> bool:
    """Whether a person judged a comment whatever the service thought of it.

    Rulings in the queue are mostly on what was flagged, so they tell nothing about what was published.
    """
    return is_census or archived.decision.source is Source.ARCHIVE or archived.decision.is_drawn
