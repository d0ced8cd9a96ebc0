"""Numbers as drawings: heights, widths and lines for SVG, which hold no style of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moderation.domain.budgets.curve import CurvePoint
from moderation.domain.insights.figure import Chart, Figure, Row

#: Size of the drawing of columns, in its own units; it is stretched to the width there is.
WIDTH, HEIGHT = 1_000.0, 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One coloured part of a column."""

    x: float
    y: float
    width: float
    height: float
    #: Which of the drawn columns it shows, from 0.
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One row of a figure, standing."""

    row: Row
    blocks: tuple[Block, ...]
    x: float
    width: float
    #: What it says when somebody points at it.
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a figure, lying: a length, or a point between two bounds, in percent of the width."""

    at: float
    low: float | None = None
    high: float | None = None


def columns_of(figure: Figure) -> tuple[list[Column], float]:
    """Return the columns of a figure, and what its height stands for."""
    totals = [sum(number(row, place) for place in figure.drawn) for row in figure.rows]
    top = nice(max(totals, default=0))
    step = WIDTH / max(len(figure.rows), 1)
    columns = []
    for index, row in enumerate(figure.rows):
        blocks, foot = [], HEIGHT
        for part, place in enumerate(figure.drawn):
            height = number(row, place) / top * HEIGHT
            foot -= height
            blocks.append(Block(x=index * step + step * 0.14, y=foot, width=step * 0.72, height=height, part=part))
        values = ", ".join(f"{row.values[place]} {figure.columns[place]}" for place in figure.drawn)
        columns.append(
            Column(row=row, blocks=tuple(blocks), x=index * step, width=step, told=f"{row.label}: {values}")
        )
    return columns, top


def bars_of(figure: Figure) -> list[Bar | None]:
    """Return a bar for each row; `None` where it has no number."""
    if figure.chart is Chart.SHARES:
        value, low, high = figure.drawn
        return [
            Bar(at=number(row, value), low=number(row, low), high=number(row, high))
            if row.values[value] is not None
            else None
            for row in figure.rows
        ]
    top = nice(max((number(row, figure.drawn[0]) for row in figure.rows), default=0))
    return [Bar(at=number(row, figure.drawn[0]) / top * 100) for row in figure.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Precision with its interval, and recall, by cut-off: points for the drawing, scores from 0 to 1 across."""

    precision: str
    band: str
    recall: str


def drawn_curve(points: Sequence[CurvePoint]) -> Curve:
    """Draw a curve; a cut-off that no judged comment reaches is left out."""
    told = [each for each in points if each.precision.of]
    return Curve(
        precision=_line((each.at, each.precision.value or 0) for each in told),
        band=_line(
            [*((p.at, p.precision.high) for p in told), *((p.at, p.precision.low) for p in reversed(told))]
        ),
        recall=_line((each.at, each.recall.value or 0) for each in told),
    )


def _line(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x * WIDTH:.1f},{HEIGHT - y * HEIGHT:.1f}" for x, y in places)


def number(row: Row, place: int) -> float:
    """Return one value of a row as a number; 0 where there is none."""
    value = row.values[place]
    return float(value) if isinstance(value, int | float) else 0.0


def nice(top: float) -> float:
    """Return the next round number, for an axis to end with.

    >>> [nice(top) for top in (0, 3, 12, 61, 101)]
    [1.0, 3.0, 15.0, 80.0, 150.0]
    """
    if top <= 1:
        return 1.0
    power = 1.0
    while power * 10 < top:
        power *= 10
    return next(step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= top)
