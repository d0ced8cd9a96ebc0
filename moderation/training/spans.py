"""How well the words that a scorer points at are those that people marked (Pavlopoulos et al. 2021, section 4)."""

import ast
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from moderation.ports import Scorer

#: A word is pointed at from this share of the heaviest word's weight, as in a verdict.
WEIGHTY: Final = 0.4
_ROWS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """How well one scorer points, on comments that have toxic words."""

    scorer: str
    rows: int
    #: Mean over comments of the F1 of characters, as the shared task scores it.
    f1: float
    precision: float
    recall: float


def pointing(scorer: Scorer, path: Path) -> Pointing:
    """Measure on the first comments of the shared task's test file that anybody marked something in."""
    rows = [(text, marked) for text, marked in _rows(path) if marked][:_ROWS]
    found = [_overlap(_pointed_at(scorer, text), marked) for text, marked in rows]
    precision, recall, f1 = (round(float(figure), 4) for figure in np.mean(found, axis=0))
    return Pointing(scorer=scorer.name, rows=len(rows), f1=f1, precision=precision, recall=recall)


def _pointed_at(scorer: Scorer, text: str) -> set[int]:
    parts = scorer.explain(text, "toxicity", language="en")
    chosen = [(start, end) for start, end, weight in parts if weight >= WEIGHTY * parts[0][2] > 0]
    return {place for start, end in chosen for place in range(start, end)}


def _overlap(found: set[int], marked: set[int]) -> tuple[float, float, float]:
    same = len(found & marked)
    if not same:
        return 0.0, 0.0, 0.0
    precision, recall = same / len(found), same / len(marked)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _rows(path: Path) -> Iterator[tuple[str, set[int]]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["text"], set(ast.literal_eval(row["spans"]))
