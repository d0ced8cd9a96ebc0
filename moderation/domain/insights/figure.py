"""A table of numbers that can be shown as a chart or as CSV, and behind each row what it counts."""

from dataclasses import dataclass
from enum import StrEnum

Value = int | float | str | None


class Chart(StrEnum):
    """How a figure is drawn; every one is a table, too."""

    #: Columns stacked on each other, one a row: volumes over time.
    COLUMNS = "columns"
    #: A bar a row, by its first number.
    BARS = "bars"
    #: A point a row with its interval: a share between what is proved.
    SHARES = "shares"
    #: The table alone.
    TABLE = "table"


class Refers(StrEnum):
    """What stands behind the rows."""

    #: Comments, by their ids.
    COMMENTS = "comments"
    #: Authors, by their keys.
    AUTHORS = "authors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a figure."""

    label: str
    #: One for each column; `None` where it cannot be told.
    values: tuple[Value, ...]
    #: What it counts, without repetition, newest last.
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A question that is answered by numbers."""

    #: For addresses and file names.
    id: str
    title: str
    #: What the rows are.
    of: str
    #: What the values are.
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Chart = Chart.TABLE
    refers: Refers = Refers.COMMENTS
    #: How to read it, and what it leaves out.
    note: str | None = None
    #: Which of the columns are drawn, by place.
    drawn: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The number that a lead looks at first, with the figure that explains it."""

    title: str
    value: str
    detail: str
    figure: str


def percent(share: float | None) -> float | None:
    """Return a share in percent, to a tenth.

    >>> percent(0.1234), percent(None)
    (12.3, None)
    """
    return None if share is None else round(share * 100, 1)
