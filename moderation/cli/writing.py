"""Verdicts for people and programs: a table, JSON Lines or CSV, line by line as they come."""

import csv
import io
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import typer
from pydantic_core import to_json

from moderation.cli.console import printable
from moderation.cli.reading import Record
from moderation.domain.signals import ATTRIBUTES

#: Colours of the table.
COLOURS = {"allow": typer.colors.GREEN, "flag": typer.colors.YELLOW, "block": typer.colors.RED}


class Style(StrEnum):
    """How verdicts are written."""

    #: For people.
    TABLE = "table"
    #: A JSON object a line, with what stood beside the text.
    JSONL = "jsonl"
    #: The columns that were there, then verdict, rules and scores.
    CSV = "csv"


class Writer:
    """Turns answers into lines of one style."""

    def __init__(self, style: Style, *, width: int) -> None:
        """Write in a style; a line of the table is `width` characters wide."""
        self._style, self._width = style, width
        self._columns: list[str] = []

    def lines(self, record: Record, answer: dict[str, Any]) -> Iterator[str]:
        """Yield the lines of one answer; the first comes with its head."""
        if self._style is Style.JSONL:
            yield to_json({"line": record.line} | record.beside | answer).decode()
            return
        if self._style is Style.CSV:
            yield from self._csv(record, answer)
            return
        if not self._columns:
            self._columns = ["table"]
            yield f"{'line':>6}  {'verdict':7}  {'highest score':22}  {'rules':36}  text"
        yield self._row(record, answer)

    def _row(self, record: Record, answer: dict[str, Any]) -> str:
        assert record.body is not None
        attribute, score = max(answer["scores"].items(), key=lambda each: each[1], default=("not scored", None))
        highest = attribute if score is None else f"{score:.2f} {attribute}"
        rules = ", ".join(reason["rule"] for reason in answer["reasons"])
        verdict = typer.style(f"{answer['verdict']:7}", fg=COLOURS[answer["verdict"]])
        text = printable(record.body.comment.text)[: max(20, self._width - 83)]
        return f"{record.line:>6}  {verdict}  {highest:22}  {rules:36}  {text}"

    def _csv(self, record: Record, answer: dict[str, Any]) -> Iterator[str]:
        assert record.body is not None
        beside = {name: _cell(value) for name, value in record.beside.items()}
        given = {"text": record.body.comment.text} | beside
        scores = {f"score.{name}": score for name, score in answer["scores"].items()}
        reasons = answer["reasons"]
        row = given | {
            "verdict": answer["verdict"],
            "rules": " ".join(reason["rule"] for reason in reasons),
            "clauses": " ".join(dict.fromkeys(reason["clause"] for reason in reasons)),
            "language": answer["language"],
            "degraded": str(answer["degraded"]).lower(),
        }
        if not self._columns:
            self._columns = [*row, *(f"score.{name}" for name in ATTRIBUTES)]
            yield _line(self._columns)
        yield _line([safe((row | scores).get(column, "")) for column in self._columns])


def safe(value: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    cell = "" if value is None else str(value)
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell


def _cell(value: Any) -> Any:
    return value if isinstance(value, (str, int, float)) or value is None else to_json(value).decode()


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    # Python before 3.13 quotes only the line breaks that it ends lines with.
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n")
