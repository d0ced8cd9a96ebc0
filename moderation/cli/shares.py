"""Shares of mistakes as people type them: `1%`, `0.5 %`, `0.01`."""

from typing import Annotated

import typer


def share(typed: str | float) -> float:
    """Read a share; a percentage with its sign, a fraction without.

    >>> share("1%"), share("0.5 %"), share("0.02")
    (0.01, 0.005, 0.02)
    """
    text = str(typed).strip()
    try:
        found = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        found = -1.0
    if not 0 < found < 1:
        raise typer.BadParameter(f"'{typed}' is not a share above 0 and below all; write one such as 1%.")
    return found


WrongBlocksOption = Annotated[
    float,
    typer.Option(
        parser=share, metavar="SHARE", show_default="1%", help="Of what is blocked, the share that may be wrong."
    ),
]
MissedOption = Annotated[
    float,
    typer.Option(
        parser=share,
        metavar="SHARE",
        show_default="2%",
        help="Of what is published, the share that should have been stopped.",
    ),
]
