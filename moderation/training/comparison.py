"""What a developer would otherwise pick, on the same rows in the same process."""

import importlib.util
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union

from moderation.ports import Scores
from moderation.training.benchmarks import Benchmark
from moderation.training.dataset import Fingerprints, key_of
from moderation.training.rankings import area, column, share_at
from moderation.training.sources import jigsaw

#: Where scorers are compared: set, label, and the name of the figure.
FIGURES: Final = (
    ("jigsaw_balanced", "toxic"),
    ("ucc", "hostile"),
    ("ucc", "antagonize"),
    ("civil_comments", "toxic"),
)
#: Rows a set on which the slowest library is measured.
_SAMPLE: Final = 1_000

_Floats = NDArray[np.float64]
#: Texts → how toxic each is: float64 array of shape (n_texts,).
Rater = Callable[[Sequence[str]], _Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One way to score, measured on the sets that all can be measured on."""

    scorer: str
    #: `set.label` → area under the ROC curve of toxicity.
    aucs: Mapping[str, float]
    #: Of the 3 % of `ucc` that score highest, the share with a marked fault; `None` where it was sampled.
    at_three_percent: float | None
    milliseconds: float
    remark: str = ""


def of_scores(
    name: str, scored: Mapping[str, tuple[Benchmark, Sequence[Scores]]], *, milliseconds: float
) -> Comparison:
    """Compare scores that were made already."""
    ucc = scored.get("ucc")
    return Comparison(
        scorer=name,
        aucs={
            f"{set_}.{label}": _auc(scored[set_][0].labels[label], column(scored[set_][1], "toxicity"))
            for set_, label in FIGURES
            if set_ in scored
        },
        at_three_percent=share_at(ucc[0].labels["any"], column(ucc[1], "toxicity"), 0.03) if ucc else None,
        milliseconds=milliseconds,
    )


def baselines(data: Path, sets: Mapping[str, Benchmark]) -> Iterator[Comparison]:
    """Measure each baseline that is installed, one after the other."""
    yield _measured("TF-IDF and logistic regression", tfidf(data, sets.values()), sets, "on train/jigsaw alone")
    if importlib.util.find_spec("profanity_check"):
        yield _measured("alt-profanity-check", _profanity_check(), sets)
    if importlib.util.find_spec("better_profanity"):
        remark = f"on {_SAMPLE:,} rows a set"
        yield _measured("better-profanity", _better_profanity(), sets, remark, sample=_SAMPLE)


def tfidf(data: Path, sets: Iterable[Benchmark]) -> Rater:
    """Fit the recipe of many tutorials on Wikipedia's comments: words 1 to 2, characters 2 to 5."""
    evaluated = Fingerprints(text for one in sets for text in one.texts)
    rows = [row for row in jigsaw(data / "train" / "jigsaw") if key_of(row[0]) and not evaluated.holds(row[0])]
    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), max_features=50_000, sublinear_tf=True, strip_accents="unicode"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), max_features=100_000, sublinear_tf=True),
    )
    matrix = features.fit_transform([text for text, _ in rows])
    model = LogisticRegression(C=1.0, max_iter=200)
    model.fit(matrix, [labels["toxicity"] for _, labels in rows])
    return lambda texts: np.asarray(model.predict_proba(features.transform(texts))[:, 1])


def _profanity_check() -> Rater:
    from profanity_check import predict_prob

    return lambda texts: np.asarray(predict_prob(list(texts)), dtype=np.float64)


def _better_profanity() -> Rater:
    from better_profanity import profanity

    profanity.load_censor_words()
    return lambda texts: np.array([float(profanity.contains_profanity(text)) for text in texts])


def _measured(
    name: str, rate: Rater, sets: Mapping[str, Benchmark], remark: str = "", *, sample: int | None = None
) -> Comparison:
    rated: dict[str, tuple[NDArray[np.intp], _Floats]] = {}
    seconds, texts = 0.0, 0
    for set_ in dict.fromkeys(set_ for set_, _ in FIGURES if set_ in sets):
        chosen = _sample(len(sets[set_].texts), sample)
        started = time.perf_counter()
        rated[set_] = chosen, rate([sets[set_].texts[place] for place in chosen])
        seconds, texts = seconds + time.perf_counter() - started, texts + chosen.size
    aucs = {
        f"{set_}.{label}": _auc(sets[set_].labels[label][rated[set_][0]], rated[set_][1])
        for set_, label in FIGURES
        if set_ in sets
    }
    share = (
        share_at(sets["ucc"].labels["any"], rated["ucc"][1], 0.03) if "ucc" in sets and sample is None else None
    )
    return Comparison(
        scorer=name,
        aucs=aucs,
        at_three_percent=share,
        milliseconds=round(seconds / max(texts, 1) * 1_000, 3),
        remark=remark,
    )


def _sample(rows: int, sample: int | None) -> NDArray[np.intp]:
    if sample is None or sample >= rows:
        return np.arange(rows)
    return np.sort(np.random.default_rng(0).choice(rows, sample, replace=False))


def _auc(labels: NDArray[np.float32], scores: _Floats) -> float:
    known = ~np.isnan(labels)
    true = labels[known] > 0
    return round(area(scores[known][true], scores[known][~true]), 4) if true.any() and not true.all() else 0.0
