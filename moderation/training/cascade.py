"""From a linear model and a transformer to a cascade: when to ask both, and how to join their answers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.optimize
from numpy.typing import NDArray
from rich.progress import Progress

from moderation.ports import Scores
from moderation.scoring import artefact, linear, transformer
from moderation.scoring import cascade as scoring
from moderation.scoring.cascade import Blend, CascadeScorer
from moderation.scoring.guard import NoScorer
from moderation.training import calibrate, dataset, provenance
from moderation.training.dataset import Row
from moderation.training.finish import finish
from moderation.training.rankings import column

#: What share of comments at natural rates the transformer is asked about, unless told otherwise.
SHARE: Final = 0.2
#: How strongly the regression is drawn to equal weights where rows are few.
_PULL: Final = 20.0
#: Attributes that the transformer adds nothing to.
_LINEAR_ALONE: Final = frozenset({"spam"})
#: From so many positive news comments on, blends are fitted on news alone.
_ENOUGH: Final = 200
#: Stands for the two models where their scores are known already.
_NOBODY: Final = NoScorer()

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Held-back English rows, and what both models say of them."""

    rows: list[Row]
    first: list[Scores]
    second: list[Scores]


def train(
    data: Path,
    out: Path,
    *,
    first: Path | None = None,
    second: Path | None = None,
    share: float = SHARE,
    progress: bool = True,
    version: str | None = None,
) -> Path:
    """Join two models that lie in `out`, by default the newest; write `out/cascade/<version>`, which is returned.

    Raises:
        Invalid: if there is no folder `train` in `data`.
        ScorerUnavailable: if one of the models cannot be loaded.
    """
    created = datetime.now(UTC)
    version = version or created.strftime("%Y.%m.%d")
    parts = {
        "first": first or artefact.locate(out, "linear"),
        "second": second or artefact.locate(out, "transformer"),
    }
    rows = [row for row in dataset.load(data, languages=["en"]) if row.held]
    held = rate(parts["first"], parts["second"], rows, progress=progress)
    about, training = artefact.read_manifest(parts["first"]), provenance.training(rows, seed=0)
    manifest = {
        "name": "cascade",
        "version": version,
        "kind": "cascade",
        "features": scoring.FEATURES,
        "created": created.isoformat(timespec="seconds"),
        "attributes": about["attributes"],
        "parts": {role: artefact.part_of(folder) for role, folder in parts.items()},
        "languages": about["languages"] | {"en": joined(held, share=share)},
        "training": training,
        "libraries": provenance.libraries("numpy", "scipy"),
    }
    return finish(out / "cascade" / version, manifest)


def rate(first: Path, second: Path, rows: Sequence[Row], *, progress: bool) -> Held:
    """Ask both models about rows kept back."""
    texts, tags = [row.text for row in rows], ["en"] * len(rows)
    scorer = transformer.load_folder(second)
    with Progress(disable=not progress, transient=True) as bar:
        task = bar.add_task("en: rating rows kept back", total=len(texts))
        others: list[Scores] = []
        for text in texts:
            others += scorer.score([text], languages=["en"])
            bar.advance(task)
    return Held(rows=list(rows), first=linear.load_folder(first).score(texts, languages=tags), second=others)


def joined(held: Held, *, share: float) -> dict[str, Any]:
    """Fit blends, choose where the linear model is sure, and look how good that is: the manifest's part."""
    names = [name for name in held.first[0] if name in held.second[0] and name not in _LINEAR_ALONE]
    blends = {name: blend_of(held, name) for name in names}
    cut = doubtful_from(held, names, share)
    scorer = CascadeScorer(
        name="cascade", first=_NOBODY, second=_NOBODY, blends=blends, doubtful_from=cut, thresholds={}
    )
    scores = [
        scorer.blended(one, other) if scorer.is_doubtful(one) else one
        for one, other in zip(held.first, held.second, strict=True)
    ]
    assessed = {name: calibrate.assess(held.rows, name, column(scores, name)) for name in held.first[0]}
    return {
        "attributes": list(held.first[0]),
        "blends": {name: asdict(blend) for name, blend in blends.items()},
        "doubtful_from": cut,
        "thresholds": {name: threshold for name, (threshold, _) in assessed.items()},
        "metrics": {name: dict(metrics) for name, (_, metrics) in assessed.items()},
    }


def blend_of(held: Held, attribute: str) -> Blend:
    """Stack both models' logits in a logistic regression with weights that are not negative (Wolpert 1992).

    It is fitted on news comments where enough of them are positive, since those are what the service reads, and
    weighted to natural rates, so that the blend is calibrated like its parts.
    """
    known, labels = calibrate.known_of(held.rows, attribute)
    news = np.array([held.rows[i].source in calibrate.NEWS for i in known], dtype=np.bool_)
    if labels[news].sum() >= _ENOUGH and (labels[news] == 0).any():
        known, labels = [i for i, is_news in zip(known, news, strict=True) if is_news], labels[news]
    if not 0 < labels.sum() < labels.size:
        return Blend(first=0.5, second=0.5, offset=0.0)
    logits = np.stack([_logits(column(each, attribute))[known] for each in (held.first, held.second)], axis=1)
    weights = calibrate.natural_weights(labels, rate=calibrate.NATURAL_RATES[attribute])
    pull = _PULL / labels.size

    def loss(point: _Floats) -> tuple[float, _Floats]:
        margins = logits @ point[:2] + point[2]
        expected = 1 / (1 + np.exp(-margins))
        errors = weights * (expected - labels)
        value = float(weights @ (np.logaddexp(0, margins) - labels * margins))
        apart = point[0] - point[1]
        slope = np.array([*(errors @ logits), errors.sum()]) + 2 * pull * apart * np.array([1.0, -1.0, 0.0])
        return value + pull * apart**2, slope

    found = scipy.optimize.minimize(
        loss, np.array([0.5, 0.5, 0.0]), jac=True, method="L-BFGS-B", bounds=[(0, None), (0, None), (None, None)]
    )
    one, other, offset = (round(float(value), 4) for value in found.x)
    return Blend(first=one, second=other, offset=offset)


def doubtful_from(held: Held, names: Sequence[str], share: float) -> float:
    """Return the score, of whatever attribute, from which `share` of comments at natural rates lie."""
    known, labels = calibrate.known_of(held.rows, "toxicity")
    weights = calibrate.natural_weights(labels, rate=calibrate.NATURAL_RATES["toxicity"])
    highest = np.array([max(held.first[i][name] for name in names) for i in known])
    order = np.argsort(-highest)
    place = int(np.searchsorted(np.cumsum(weights[order]), share))
    return round(float(highest[order][min(place, order.size - 1)]), 6)


def _logits(scores: _Floats) -> _Floats:
    kept = np.clip(scores, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(kept / (1 - kept)))
