"""Days and moments as they are typed on the command line."""

from datetime import datetime
from typing import Final

import typer

_FORMS: Final = ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")
#: How help names them.
MOMENT: Final = "day or moment"


def moment(text: str) -> datetime:
    """Read a day, or a moment in UTC; without a zone.

    Raises:
        BadParameter: if it is neither.
    """
    for form in _FORMS:
        try:
            return datetime.strptime(text.strip(), form)
        except ValueError:
            continue
    raise typer.BadParameter(f"'{text}' is no day or moment; write 2026-11-25, or '2026-11-25 18:00' in UTC.")
