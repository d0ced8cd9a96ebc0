"""Functional tests of a model: pairs of sentences in nearly the same words, one harsh and one innocent.

The method is that of Röttger et al. (2021), "HateCheck", section 2; the sentences are the project's own.
No model may be fitted on them, and none of them is in `templates.py`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from moderation.domain.errors import Invalid
from moderation.ports import Scorer

#: A share of fewer pairs says little.
FEWEST_PAIRS: Final = 12

_SENTENCES: Final = Path(__file__).with_name("functional.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that a model should tell apart."""

    name: str
    #: What it shows, in a sentence.
    shows: str
    #: The score in which the halves of a pair should differ.
    attribute: str
    #: Each a harsh sentence and its innocent twin.
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a model did on one case; every figure is in [0, 1]."""

    case: str
    attribute: str
    pairs: int
    #: How often a harsh sentence scores above an innocent one of the same case, ties counting half.
    auc: float
    #: The pairs whose harsh half scores above the innocent one.
    twins_in_order: float
    #: The harsh and the innocent sentences that reach the threshold.
    harsh_flagged: float
    innocent_flagged: float


def checked(rows: Iterable[Mapping[str, Any]]) -> tuple[Case, ...]:
    """Read cases, as `functional.json` holds them.

    Raises:
        Invalid: if a case has too few pairs, or a sentence stands twice.
    """
    cases = tuple(
        Case(**{**row, "pairs": tuple((harsh, innocent) for harsh, innocent in row["pairs"])}) for row in rows
    )
    seen: set[str] = set()
    for case in cases:
        if len(case.pairs) < FEWEST_PAIRS:
            raise Invalid(f"{case.name}: {len(case.pairs)} pairs; write at least {FEWEST_PAIRS}")
        for text in (text for pair in case.pairs for text in pair):
            if text in seen:
                raise Invalid(f"{case.name}: {text!r} stands twice; write another")
            seen.add(text)
    return cases


#: Every case, in the order of the file.
CASES: Final[tuple[Case, ...]] = checked(json.loads(_SENTENCES.read_text(encoding="utf-8")))


def run(scorer: Scorer, thresholds: Mapping[str, float]) -> list[Outcome]:
    """Measure a model on each case whose attribute has a threshold."""
    return [
        _outcome(case, scorer, threshold=thresholds[case.attribute])
        for case in CASES
        if case.attribute in thresholds
    ]


def _outcome(case: Case, scorer: Scorer, *, threshold: float) -> Outcome:
    texts = [text for pair in case.pairs for text in pair]
    scored = scorer.score(texts, languages=["en"] * len(texts))
    harsh, innocent = np.array([scores[case.attribute] for scores in scored]).reshape(-1, 2).T
    difference = harsh[:, None] - innocent
    return Outcome(
        case=case.name,
        attribute=case.attribute,
        pairs=len(case.pairs),
        auc=round(float((np.sign(difference).mean() + 1) / 2), 4),
        twins_in_order=round(float((harsh > innocent).mean()), 4),
        harsh_flagged=round(float((harsh >= threshold).mean()), 4),
        innocent_flagged=round(float((innocent >= threshold).mean()), 4),
    )
