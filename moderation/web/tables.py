"""Figures as CSV, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import Response

from moderation.domain.insights.figure import Figure

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_of(figures: Sequence[Figure]) -> str:
    """Write figures one below the other, each with its head, an empty line between them."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for place, figure in enumerate(figures):
        if place:
            writer.writerow([])
        if len(figures) > 1:
            writer.writerow([safe(figure.title)])
        writer.writerow([safe(name) for name in (figure.of, *figure.columns)])
        writer.writerows([safe(value) for value in (row.label, *row.values)] for row in figure.rows)
    return buffer.getvalue()


def csv_of_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write plain rows."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([safe(column) for column in columns])
    writer.writerows([safe(value) for value in row] for row in rows)
    return buffer.getvalue()


def as_file(text: str, name: str, *, kind: str = "text/csv") -> Response:
    """Send a text as a file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response("\ufeff" * (kind == "text/csv") + text, media_type=f"{kind}; charset=utf-8", headers=headers)


def safe(value: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection); a number stays one."""
    if value is None:
        return ""
    cell = str(value)
    return f"'{cell}" if isinstance(value, str) and cell.startswith(_FORMULA) else cell
