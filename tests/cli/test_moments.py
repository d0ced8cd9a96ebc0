"""Days and moments as they are typed."""

from datetime import datetime

import pytest
import typer

from moderation.cli.moments import moment


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-11-25", datetime(2026, 11, 25)),
        ("2026-11-25 18:00", datetime(2026, 11, 25, 18)),
        ("2026-11-25T18:00", datetime(2026, 11, 25, 18)),
        ("2026-11-25T18:00:30", datetime(2026, 11, 25, 18, 0, 30)),
    ],
)
def test_days_and_moments_are_read(text: str, read: datetime) -> None:
    """As people write them, and as programs do."""
    assert moment(text) == read


@pytest.mark.parametrize("text", ["yesterday", "25.11.2026", "2026-02-30", ""])
def test_what_is_none_is_told_with_an_example(text: str) -> None:
    """No pattern of percent signs teaches anybody to write a date."""
    with pytest.raises(typer.BadParameter, match=r"is no day or moment; write 2026-11-25, or '2026-11-25 18:00'"):
        moment(text)
