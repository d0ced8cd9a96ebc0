"""One honest report on a model: how well it ranks, what it would flag of a thousand, and whom it wrongs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress
from sklearn.metrics import average_precision_score, roc_auc_score

from moderation.domain.errors import Invalid
from moderation.ports import Scores
from moderation.scoring import artefact
from moderation.scoring.linear import LinearScorer, load_folder
from moderation.training import card, fairness
from moderation.training.benchmarks import Benchmark, benchmarks
from moderation.training.fairness import Bias, Probe

_RESAMPLES: Final = 300
#: Sets whose rows come at natural rates, and what there counts as rightly flagged.
_NATURAL: Final = {"jigsaw_test": "toxic", "ucc": "any"}

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How well scores tell one label's rows from the others (95 % bootstrap interval)."""

    benchmark: str
    language: str
    label: str
    attribute: str
    rows: int
    positives: int
    auc: float
    auc_low: float
    auc_high: float
    average_precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PerThousand:
    """What the shipped threshold of one attribute does to a thousand comments at natural rates."""

    benchmark: str
    attribute: str
    threshold: float
    flagged: float
    rightly: float
    missed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that was measured of one model."""

    model: str
    rankings: tuple[Ranking, ...]
    mean_of_six: float
    at_three_percent: float
    per_thousand: tuple[PerThousand, ...]
    biases: tuple[Bias, ...]
    probes: tuple[Probe, ...]


def evaluate(model_dir: Path, data: Path, out: Path | None = None, *, progress: bool = True) -> Report:
    """Measure a model on `data/eval`; write report.md and report.json to `out`, and the card anew.

    Raises:
        Invalid: if there is no folder `eval` in `data`.
        ScorerUnavailable: if the model cannot be loaded.
    """
    if not (data / "eval").is_dir():
        raise Invalid(f"{data}: holds no folder `eval`; --data names the folder that holds `train` and `eval`")
    scorer = load_folder(model_dir)
    measured = []
    with Progress(disable=not progress, transient=True) as bar:
        task = bar.add_task("Scoring", total=None)
        for benchmark in benchmarks(data / "eval"):
            bar.update(task, description=f"Scoring {benchmark.name}")
            tags = [benchmark.language] * len(benchmark.texts)
            measured.append((benchmark, scorer.score(benchmark.texts, languages=tags)))
    report = report_on(scorer, measured)
    write(report, out or model_dir)
    (model_dir / "CARD.md").write_text(card.render(artefact.read_manifest(model_dir), asdict(report)), "utf-8")
    return report


def report_on(scorer: LinearScorer, measured: Sequence[tuple[Benchmark, Sequence[Scores]]]) -> Report:
    """Turn scores into figures."""
    rankings = tuple(ranking for benchmark, scores in measured for ranking in _rankings(benchmark, scores))
    six = [ranking.auc for ranking in rankings if ranking.benchmark == "jigsaw_test"]
    ucc = next((pair for pair in measured if pair[0].name == "ucc"), None)
    return Report(
        model=scorer.name,
        rankings=rankings,
        mean_of_six=round(float(np.mean(six)), 4) if six else 0.0,
        at_three_percent=_share_at(ucc[0].labels["any"], column(ucc[1], "toxicity"), 0.03) if ucc else 0.0,
        per_thousand=tuple(
            line for benchmark, scores in measured for line in _per_thousand(benchmark, scores, scorer)
        ),
        biases=tuple(
            bias
            for benchmark, scores in measured
            if benchmark.name == "madlibs"
            for bias in fairness.biases(benchmark.texts, benchmark.labels["bad"], column(scores, "toxicity"))
        ),
        probes=tuple(fairness.probe(scorer)),
    )


def write(report: Report, out: Path) -> None:
    """Write a report as JSON and as Markdown."""
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(report), indent=1, ensure_ascii=False)
    (out / "report.json").write_text(text + "\n", encoding="utf-8")
    (out / "report.md").write_text(card.render_report(asdict(report)), encoding="utf-8")


def column(scores: Sequence[Scores], attribute: str) -> _Floats:
    """One attribute's scores as a float64 array; 0 where there is none."""
    return np.array([by_attribute.get(attribute, 0.0) for by_attribute in scores])


def _rankings(benchmark: Benchmark, scores: Sequence[Scores]) -> list[Ranking]:
    return [
        _ranking(benchmark, label, attribute, column(scores, attribute))
        for label, attribute in benchmark.attribute_by_label.items()
        if attribute in scores[0] and len(set(benchmark.labels[label][~np.isnan(benchmark.labels[label])])) == 2
    ]


def _ranking(benchmark: Benchmark, label: str, attribute: str, scores: _Floats) -> Ranking:
    known = ~np.isnan(benchmark.labels[label])
    labels = benchmark.labels[label][known] > 0
    low, high = interval(labels, scores[known])
    return Ranking(
        benchmark=benchmark.name,
        language=benchmark.language,
        label=label,
        attribute=attribute,
        rows=labels.size,
        positives=int(labels.sum()),
        auc=round(float(roc_auc_score(labels, scores[known])), 4),
        auc_low=low,
        auc_high=high,
        average_precision=round(float(average_precision_score(labels, scores[known])), 4),
    )


def interval(labels: NDArray[np.bool_], scores: _Floats) -> tuple[float, float]:
    """95 % bootstrap interval of the area under the ROC curve; positives and negatives are drawn apart."""
    generator = np.random.default_rng(0)
    positives, negatives = scores[labels], scores[~labels]
    if not positives.size or not negatives.size:
        return 0.0, 1.0
    areas = [
        area(generator.choice(positives, positives.size), generator.choice(negatives, negatives.size))
        for _ in range(_RESAMPLES)
    ]
    low, high = np.quantile(areas, [0.025, 0.975])
    return round(float(low), 4), round(float(high), 4)


def area(positives: _Floats, negatives: _Floats) -> float:
    """Area under the ROC curve: how often a positive scores above a negative, ties counting half."""
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives) + np.searchsorted(ordered, positives, side="right")
    return float(below.mean() / 2 / negatives.size)


def _share_at(labels: NDArray[np.float32], scores: _Floats, share: float) -> float:
    chosen = np.argsort(-scores)[: int(share * scores.size)]
    return round(float(labels[chosen].mean()), 4)


def _per_thousand(benchmark: Benchmark, scores: Sequence[Scores], scorer: LinearScorer) -> list[PerThousand]:
    if benchmark.name not in _NATURAL:
        return []
    lines = []
    for attribute, threshold in scorer.thresholds.get(benchmark.language, {}).items():
        label = _label_for(benchmark.attribute_by_label, attribute) or _NATURAL[benchmark.name]
        lines.append(_line(benchmark, label, attribute, threshold, column(scores, attribute)))
    return lines


def _label_for(attribute_by_label: Mapping[str, str], attribute: str) -> str | None:
    labels = [label for label, of in attribute_by_label.items() if of == attribute]
    return labels[0] if len(labels) == 1 else None


def _line(benchmark: Benchmark, label: str, attribute: str, threshold: float, scores: _Floats) -> PerThousand:
    flagged, true = scores >= threshold, benchmark.labels[label] > 0
    thousandths = 1000 / scores.size
    return PerThousand(
        benchmark=benchmark.name,
        attribute=attribute,
        threshold=threshold,
        flagged=round(float(flagged.sum() * thousandths), 1),
        rightly=round(float((flagged & true).sum() * thousandths), 1),
        missed=round(float((~flagged & true).sum() * thousandths), 1),
    )


def summary(report: Report) -> dict[str, Any]:
    """The figures that a manifest keeps."""
    aucs = {f"{r.benchmark}.{r.label}": r.auc for r in report.rankings}
    return aucs | {"jigsaw_test.mean_of_six": report.mean_of_six, "ucc.any_at_3_percent": report.at_three_percent}
