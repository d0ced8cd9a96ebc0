"""Shares of mistakes as people type them into a form: `1`, `0.5`, `2 %`, all of them percentages."""

from moderation.domain.budgets.budget import MISSED, WRONG_BLOCKS, ErrorBudget
from moderation.domain.errors import Invalid


def budget_of(wrong_blocks: str, missed: str) -> ErrorBudget:
    """Return an error budget as typed; what is empty is as usual.

    Raises:
        Invalid: if a share is none.
    """
    return ErrorBudget(
        wrong_blocks=_share(wrong_blocks, otherwise=WRONG_BLOCKS), missed=_share(missed, otherwise=MISSED)
    )


def _share(typed: str, *, otherwise: float) -> float:
    """Read a percentage, with or without its sign.

    >>> _share("0.5 %", otherwise=0.1), _share("2", otherwise=0.1), _share("", otherwise=0.1)
    (0.005, 0.02, 0.1)
    """
    text = typed.strip().removesuffix("%").strip().replace(",", ".")
    if not text:
        return otherwise
    try:
        share = float(text) / 100
    except ValueError:
        share = -1.0
    if not 0 < share < 1:
        raise Invalid(f"'{typed[:20]}' is not a share above 0 % and below 100 %; type one such as 1 or 0.5.")
    return share
