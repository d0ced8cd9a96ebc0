"""From labelled rows to a linear artefact: count n-grams, fit, quantise, calibrate, write."""

import json
import platform
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.sparse
import sklearn
from numpy.typing import NDArray
from rich.progress import Progress
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from moderation.domain.errors import Invalid
from moderation.scoring import artefact
from moderation.scoring.features import FEATURES, codes_of, counts_of, grams_of
from moderation.scoring.linear import RARITY_UNIT, Head, LinearScorer, head_logits
from moderation.training import calibrate, card, dataset
from moderation.training.dataset import ATTRIBUTES, SOURCES, Row

#: The languages that can be fitted, and the logarithm of how many buckets each needs.
BITS: Final = {"en": 20, "ru": 18, "tr": 18}
#: Inverse strength of regularisation, by attribute: rare ones want a firmer hand.
STRENGTH: Final = {"toxicity": 2.0, "severe_toxicity": 1.0, "threat": 4.0, "identity_attack": 2.0, "spam": 10.0}
#: From which precision a recommended threshold flags, on held-back rows at natural rates.
PRECISION: Final = 0.9

_RAREST: Final = 3
_LONGEST_TEXT: Final = 6000
_STEPS: Final = 60
_WINDOW_PENALTY: Final = 1.5
_WEIGHT_BY_SOURCE: Final = {source.name: source.weight for source in SOURCES}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitted:
    head: Head
    thresholds: Mapping[str, float]
    metrics: Mapping[str, Mapping[str, float]]


def train(
    data: Path,
    out: Path,
    *,
    languages: Sequence[str] = ("en", "ru", "tr"),
    seed: int = 0,
    progress: bool = True,
    version: str | None = None,
) -> Path:
    """Fit a linear model on `data/train` and write it to `out/linear/<version>`, which is returned.

    Raises:
        Invalid: if there are no rows for one of `languages`.
    """
    created = datetime.now(UTC)
    version = version or created.strftime("%Y.%m.%d")
    with Progress(disable=not progress, transient=True) as bar:
        reading = bar.add_task("Reading labelled data", total=None)
        rows = dataset.load(data, languages=languages)
        bar.update(reading, total=1, completed=1)
        fitted = {tag: _fit_language(tag, _rows_of(rows, tag, data), seed=seed, bar=bar) for tag in languages}
    folder = out / "linear" / version
    manifest = _manifest(fitted, rows, version=version, created=created, seed=seed)
    artefact.write(folder, manifest, _arrays(fitted))
    _write_golden(folder, fitted, version=version)
    artefact.write_manifest(folder, manifest)
    (folder / "CARD.md").write_text(card.render(artefact.read_manifest(folder)), encoding="utf-8")
    return folder


def _rows_of(rows: Iterable[Row], language: str, data: Path) -> list[Row]:
    chosen = [row for row in rows if row.language == language]
    if language not in BITS or not chosen:
        raise Invalid(f"{data / 'train'}: holds no rows for language {language!r}; there is {', '.join(BITS)}")
    return chosen


def _fit_language(language: str, rows: list[Row], *, seed: int, bar: Progress) -> _Fitted:
    bits = BITS[language]
    counted = bar.add_task(f"{language}: counting n-grams", total=len(rows))
    fitting = [row for row in rows if not row.held]
    counts = count([row.text for row in fitting], bits=bits, on_batch=lambda n: bar.advance(counted, n))
    rarity = rarity_of(counts)
    matrix, kept = weighted(counts, rarity)
    attributes = tuple(a for a in ATTRIBUTES if _has_both_classes(fitting, a))
    task = bar.add_task(f"{language}: fitting", total=len(attributes))
    columns: list[tuple[NDArray[np.float32], float]] = []
    for attribute in attributes:
        columns.append(_fit_attribute(matrix, fitting, attribute, seed=seed))
        bar.advance(task)
    head = _quantised(attributes, columns, rarity=rarity, kept=kept, bits=bits)
    bar.advance(counted, len(rows) - len(fitting))
    return _calibrated(head, [row for row in rows if row.held])


def _has_both_classes(rows: Sequence[Row], attribute: str) -> bool:
    return len({row.labels[attribute] for row in rows if attribute in row.labels}) == 2


def count(texts: Sequence[str], *, bits: int, on_batch: Any = None) -> scipy.sparse.csr_matrix:
    """Count the n-grams of texts: float32 CSR matrix of shape (n_texts, 2 ** bits)."""
    parts = []
    for start in range(0, len(texts), 200):
        batch = [codes_of(text[:_LONGEST_TEXT]) for text in texts[start : start + 200]]
        counts = counts_of(grams_of(batch, bits=bits), texts=len(batch))
        arrays = (counts.counts, counts.buckets.astype(np.int32), counts.bounds.astype(np.int32))
        parts.append(scipy.sparse.csr_matrix(arrays, shape=(len(batch), 1 << bits)))
        if on_batch:
            on_batch(len(batch))
    return scipy.sparse.vstack(parts, format="csr")


def rarity_of(counts: scipy.sparse.csr_matrix) -> NDArray[np.int8]:
    """Inverse document frequency of each bucket, in eighths; 0 for those that hardly occur."""
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log((1 + counts.shape[0]) / (1 + frequency)) + 1
    eighths = np.clip(np.round(idf * RARITY_UNIT), 1, 127)
    return np.where(frequency >= _RAREST, eighths, 0).astype(np.int8)


def weighted(
    counts: scipy.sparse.csr_matrix, rarity: NDArray[np.int8]
) -> tuple[scipy.sparse.csr_matrix, NDArray[np.intp]]:
    """Weigh counts as the scorer does, in the columns that are used; also return which those are."""
    strengths = (np.log(counts.data) + 1) * rarity.astype(np.float32)[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    groups = rows * 2 + (counts.indices >= counts.shape[1] // 2)
    norms = np.sqrt(np.bincount(groups, strengths * strengths, minlength=2 * counts.shape[0])) + 1e-6
    data = (strengths / norms[groups]).astype(np.float32)
    kept = np.flatnonzero(rarity)
    matrix = scipy.sparse.csr_matrix((data, counts.indices, counts.indptr), shape=counts.shape)
    return matrix[:, kept], kept


def _fit_attribute(
    matrix: scipy.sparse.csr_matrix, rows: Sequence[Row], attribute: str, *, seed: int
) -> tuple[NDArray[np.float32], float]:
    known = np.array([i for i, row in enumerate(rows) if attribute in row.labels])
    labels = np.array([rows[i].labels[attribute] for i in known])
    weights = np.array([_WEIGHT_BY_SOURCE[rows[i].source] for i in known])
    model = LogisticRegression(C=STRENGTH.get(attribute, 2.0), max_iter=_STEPS, random_state=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # Stopping early regularises as well.
        model.fit(matrix[known], labels, sample_weight=weights)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _quantised(
    attributes: tuple[str, ...],
    columns: Sequence[tuple[NDArray[np.float32], float]],
    *,
    rarity: NDArray[np.int8],
    kept: NDArray[np.intp],
    bits: int,
) -> Head:
    weights = np.zeros((1 << bits, len(attributes) + 1), dtype=np.int8)
    weights[:, -1] = rarity
    scales = np.ones(len(attributes), dtype=np.float32)
    for place, (coefficients, _) in enumerate(columns):
        largest = float(np.abs(coefficients).max()) or 1.0
        roots = np.sign(coefficients) * np.sqrt(np.abs(coefficients) / largest)
        weights[kept, place] = np.round(roots * 127).astype(np.int8)
        scales[place] = largest / 127**2
    neutral = np.ones(len(attributes), dtype=np.float32)
    return Head(
        attributes=attributes,
        bits=bits,
        weights=weights,
        scales=scales,
        intercepts=np.array([intercept for _, intercept in columns], dtype=np.float32),
        slopes=neutral,
        offsets=np.zeros_like(neutral),
        window_penalty=_WINDOW_PENALTY,
    )


def _calibrated(head: Head, held: Sequence[Row]) -> _Fitted:
    logits = head_logits(head, [row.text for row in held]).astype(np.float64)
    slopes, offsets = head.slopes.copy(), head.offsets.copy()
    thresholds: dict[str, float] = {}
    metrics: dict[str, Mapping[str, float]] = {}
    for place, attribute in enumerate(head.attributes):
        known = np.array(
            [i for i, row in enumerate(held) if attribute in row.labels and _calibrates(row, attribute)]
        )
        labels = np.array([held[i].labels[attribute] for i in known], dtype=np.float64)
        weights = calibrate.natural_weights(labels, rate=calibrate.NATURAL_RATES[attribute])
        slope, offset = calibrate.platt(logits[known, place], labels, weights)
        slopes[place], offsets[place] = slope, offset
        scores = 1 / (1 + np.exp(-(slope * logits[known, place] + offset)))
        thresholds[attribute] = calibrate.threshold_for(scores, labels, weights, precision=PRECISION)
        metrics[attribute] = {
            "held_rows": labels.size,
            "held_positives": int(labels.sum()),
            "calibration_error": round(calibrate.calibration_error(scores, labels, weights), 4),
        }
    return _Fitted(head=replace(head, slopes=slopes, offsets=offsets), thresholds=thresholds, metrics=metrics)


#: Whose held-back rows look like comments; the others were chosen by keyword or written for a purpose.
_CALIBRATING: Final = frozenset(
    {
        "jigsaw",
        "toxic_spans",
        "toxic_spans:sentences",
        "fox_news",
        "surge",
        "youtube_spam",
        "ru_toxic",
        "tr_offenseval",
    }
)


def _calibrates(row: Row, attribute: str) -> bool:
    return row.source in _CALIBRATING or (attribute == "insult" and row.language == "tr")


def _arrays(fitted: Mapping[str, _Fitted]) -> dict[str, NDArray[Any]]:
    fields = ("weights", "scales", "intercepts", "slopes", "offsets")
    return {f"{tag}.{field}": getattr(one.head, field) for tag, one in fitted.items() for field in fields}


def _manifest(
    fitted: Mapping[str, _Fitted], rows: Sequence[Row], *, version: str, created: datetime, seed: int
) -> dict[str, Any]:
    used = Counter(row.source for row in rows)
    return {
        "name": "linear",
        "version": version,
        "kind": "linear",
        "features": FEATURES,
        "created": created.isoformat(timespec="seconds"),
        "attributes": [a for a in ATTRIBUTES if any(a in one.head.attributes for one in fitted.values())],
        "languages": {tag: _about(one) for tag, one in fitted.items()},
        "training": {
            "seed": seed,
            "sources": {
                source.name: {"rows": used[source.name], "weight": source.weight, "licence": source.licence}
                for source in SOURCES
                if used[source.name]
            },
        },
        "libraries": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "scikit-learn": sklearn.__version__,
        },
    }


def _about(one: _Fitted) -> dict[str, Any]:
    return {
        "attributes": list(one.head.attributes),
        "bits": one.head.bits,
        "window_penalty": one.head.window_penalty,
        "thresholds": dict(one.thresholds),
        "metrics": {attribute: dict(metrics) for attribute, metrics in one.metrics.items()},
    }


#: What is scored anew before a model is served: if it differs, files and code do not belong together.
GOLDEN_TEXTS: Final = (
    ("en", "You are an idiot."),
    ("en", "The council voted last night, and parking fees rise again."),
    ("en", "I will find you and kill you."),
    ("en", "Armenians and Azeris both live in this town, and I like my neighbours."),
    ("en", "Subscribe to my channel http://example.com and win a free phone!!!"),
    ("ru", "Ты идиот и дурак."),
    ("ru", "Вчера в городе прошёл дождь."),
    ("tr", "Sen aptal bir herifsin."),
    ("tr", "Dün akşam belediye meclisi toplandı."),
)


def _write_golden(folder: Path, fitted: Mapping[str, _Fitted], *, version: str) -> None:
    scorer = LinearScorer(
        name=f"linear@{version}", heads={tag: one.head for tag, one in fitted.items()}, thresholds={}
    )
    chosen = [(tag, text) for tag, text in GOLDEN_TEXTS if tag in fitted]
    scores = scorer.score([text for _, text in chosen], languages=[tag for tag, _ in chosen])
    golden = [
        {"language": tag, "text": text, "scores": {a: round(score, 5) for a, score in by_attribute.items()}}
        for (tag, text), by_attribute in zip(chosen, scores, strict=True)
    ]
    (folder / artefact.GOLDEN).write_text(
        json.dumps(golden, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
