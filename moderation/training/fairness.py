"""Whom a model wrongs: scores by identity term, and what a name or a people alone does to a score."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from moderation.ports import Scorer
from moderation.training.templates import GROUPS, NAMES

_TERMS: Final = """
    american asian atheist bisexual black blind buddhist catholic chinese christian deaf female gay heterosexual
    homosexual jewish latino lesbian lgbt male mexican muslim old queer sikh straight taoist trans transgender
    white young
"""
#: Terms whose sentences are compared with all others (Dixon et al. 2018).
TERMS: Final = tuple(_TERMS.split())
_FRAMES: Final = (
    "I met {a} {one} at the station yesterday.",
    "{many} and their children live in our street.",
    "What do {many} think about the new bridge?",
    "The orchestra played a song by {a} {one}.",
)
_NAME_FRAMES: Final = (
    "{name} asked a question at the meeting.",
    "I agree with {name} about the bridge.",
    "{name} and I went to the same school.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bias:
    """The three areas of Borkan et al. (2019), section 3, for one identity term."""

    term: str
    rows: int
    #: Within the sentences that hold the term.
    subgroup: float
    #: Harmless sentences with the term against harmful ones without: low means false alarms.
    bpsn: float
    #: Harmful sentences with the term against harmless ones without: low means misses.
    bnsp: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """The scores of harmless sentences that differ only in whom they name."""

    attribute: str
    filled_with: str
    sentences: int
    median: float
    highest: float
    highest_for: str


def biases(texts: Sequence[str], labels: NDArray[np.float32], scores: NDArray[np.float64]) -> Iterator[Bias]:
    """Measure each term that occurs."""
    bad = labels > 0
    for term in TERMS:
        pattern = re.compile(rf"\b{term}\b", re.IGNORECASE)
        inside = np.array([pattern.search(text) is not None for text in texts])
        if inside.any() and not inside.all():
            yield Bias(
                term=term,
                rows=int(inside.sum()),
                subgroup=_area(bad, scores, inside),
                bpsn=_area(bad, scores, inside & ~bad | ~inside & bad),
                bnsp=_area(bad, scores, inside & bad | ~inside & ~bad),
            )


def _area(labels: NDArray[np.bool_], scores: NDArray[np.float64], chosen: NDArray[np.bool_]) -> float:
    return round(float(roc_auc_score(labels[chosen], scores[chosen])), 4)


def probe(scorer: Scorer) -> Iterator[Probe]:
    """Fill harmless sentences, which no model was fitted on, with peoples and with given names."""
    groups = [
        (many, frame.format(a=_article(one), one=one, many=many)) for one, many in GROUPS for frame in _FRAMES
    ]
    names = [(name, frame.format(name=name)) for name in NAMES for frame in _NAME_FRAMES]
    for filled_with, sentences in (("peoples and groups", groups), ("names", names)):
        scored = scorer.score([text for _, text in sentences], languages=["en"] * len(sentences))
        for attribute in ("toxicity", "insult", "identity_attack", "threat"):
            if attribute in scored[0]:
                values = [scores[attribute] for scores in scored]
                yield Probe(
                    attribute=attribute,
                    filled_with=filled_with,
                    sentences=len(values),
                    median=round(float(np.median(values)), 4),
                    highest=round(max(values), 4),
                    highest_for=sentences[int(np.argmax(values))][0],
                )


def _article(noun: str) -> str:
    return "an" if noun[0].lower() in "aeiou" and not noun.startswith("Ukr") else "a"
