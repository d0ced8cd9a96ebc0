"""Fits a site's head to its people's labels, and asks whether it is better than the model as it is."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
import scipy.optimize
from numpy.typing import NDArray

from moderation.learning import Comparison, Head, Labelled, Proposal
from moderation.scoring import artefact
from moderation.scoring.tuned import FEATURES, LABELS
from moderation.training import provenance
from moderation.training.finish import finish
from moderation.training.rankings import area

#: How strongly the weights are drawn to the model as it is: one on the attribute itself, nothing on the others.
_PULL: Final = 4.0
_RESAMPLES: Final = 2_000

_Floats = NDArray[np.float64]


class LogisticTrainer:
    """Implements `moderation.learning.Trainer`: a logistic regression that is drawn to the model as it is."""

    def fit(self, labels: Sequence[Labelled], *, attribute: str) -> Head:
        """Fit weights to logits of all attributes; the offset keeps the mean score of these comments as it was."""
        names = sorted(labels[0].scores)
        logits, removed = (
            logits_of(labels, names),
            np.array([label.is_removed for label in labels], dtype=np.float64),
        )
        before = np.array([float(name == attribute) for name in names])

        def loss(point: _Floats) -> tuple[float, _Floats]:
            weights, offset = point[:-1], point[-1]
            margins = logits @ weights + offset
            errors = 1 / (1 + np.exp(-margins)) - removed
            value = float((np.logaddexp(0, margins) - removed * margins).sum())
            apart = weights - before
            slope = np.append(errors @ logits + 2 * _PULL * apart, errors.sum())
            return value + _PULL * float(apart @ apart), slope

        bounds = [(0.1 if name == attribute else None, None) for name in names]
        found = scipy.optimize.minimize(
            loss, np.append(before, 0.0), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]
        )
        weights = found.x[:-1]
        mean = float(scores_of(logits @ before).mean())
        return Head(
            attribute=attribute,
            weights={name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
            offset=round(offset_for(logits @ weights, mean), 4),
        )

    def compare(self, head: Head, labels: Sequence[Labelled]) -> Comparison:
        """Resample the labels kept back, both kinds apart, and look at the difference of the areas."""
        names = sorted(head.weights)
        logits = logits_of(labels, names)
        removed = np.array([label.is_removed for label in labels])
        candidate = logits @ np.array([head.weights[name] for name in names])
        incumbent = logits[:, names.index(head.attribute)]
        generator = np.random.default_rng(0)
        harsh, civil = np.flatnonzero(removed), np.flatnonzero(~removed)
        differences = []
        for _ in range(_RESAMPLES):
            some, others = generator.choice(harsh, harsh.size), generator.choice(civil, civil.size)
            differences.append(area(candidate[some], candidate[others]) - area(incumbent[some], incumbent[others]))
        low, high = np.quantile(differences, [0.025, 0.975])
        return Comparison(
            incumbent=round(area(incumbent[harsh], incumbent[civil]), 4),
            candidate=round(area(candidate[harsh], candidate[civil]), 4),
            low=round(float(low), 4),
            high=round(float(high), 4),
            held=len(labels),
            held_removed=int(removed.sum()),
        )


def write(
    proposal: Proposal, models: Path, *, base: Path, site: str, language: str, version: str | None = None
) -> Path:
    """Write a proposed head to `models/<base>-<site>/<version>`, which is returned, with the labels it saw.

    Labels are kept as fingerprints: they name no comment, and tell whether one was among them.
    """
    assert proposal.head is not None
    assert proposal.comparison is not None
    below = artefact.read_manifest(base)
    name = f"{below['name']}-{site}"
    folder = models / name / (version or _next_version(models / name))
    folder.mkdir(parents=True)
    seen = sorted(label.id for label in proposal.lesson.labels)
    (folder / LABELS).write_text(json.dumps(seen) + "\n", encoding="utf-8")
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return finish(
        folder,
        {
            "name": name,
            "version": folder.name,
            "kind": "tuned",
            "features": FEATURES,
            "created": created,
            "site": site,
            "parts": {"base": artefact.part_of(base)},
            "head": {
                "language": language,
                "attribute": proposal.head.attribute,
                "weights": dict(proposal.head.weights),
                "offset": proposal.head.offset,
            },
            "comparison": asdict(proposal.comparison),
            "labels": {"count": len(seen), "people": len(proposal.lesson.people)},
            "attributes": below["attributes"],
            "languages": below["languages"],
            "training": below["training"],
            "libraries": provenance.libraries("numpy", "scipy"),
        },
    )


def _next_version(folder: Path) -> str:
    made = [int(path.name) for path in folder.glob("*") if path.name.isdecimal()]
    return str(max(made, default=0) + 1)


def logits_of(labels: Sequence[Labelled], names: Sequence[str]) -> _Floats:
    """Return the logits of the scores: float64 array of shape (n_labels, n_names)."""
    scores = np.array([[label.scores.get(name, 0.0) for name in names] for label in labels])
    kept = np.clip(scores, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(kept / (1 - kept)))


def scores_of(logits: _Floats) -> _Floats:
    """Turn logits into scores in [0, 1], of the same shape."""
    return np.asarray(1 / (1 + np.exp(-logits)))


def offset_for(margins: _Floats, mean: float) -> float:
    """Return what to add to logits so that their scores have a mean, found by halving."""
    low, high = -40.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if float(scores_of(margins + middle).mean()) < mean else (low, middle)
    return (low + high) / 2
