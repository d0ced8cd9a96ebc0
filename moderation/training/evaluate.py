"""One honest report on a model: how well it ranks, what it would flag of a thousand, and whom it wrongs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
from rich.progress import Progress

from moderation.benchmark.models import cost_of
from moderation.domain.errors import Invalid
from moderation.ports import Scorer, Scores
from moderation.scoring import artefact, transformer
from moderation.scoring.cascade import CascadeScorer
from moderation.scoring.loading import load_folder
from moderation.scoring.model import Model
from moderation.scoring.transformer import TransformerScorer
from moderation.training import card, comparison, disguised, fairness, functional, plots, spans, tradeoff
from moderation.training.agreement import Agreement, agreement, threshold_of
from moderation.training.benchmarks import Benchmark, benchmarks
from moderation.training.comparison import Comparison
from moderation.training.disguised import Survival
from moderation.training.fairness import Bias, Probe
from moderation.training.rankings import PerThousand, Ranking, column, per_thousand, rankings, share_at
from moderation.training.spans import Pointing
from moderation.training.tradeoff import Both, Tradeoff

_CHUNK: Final = 100
#: Sets on which all parts of a cascade are asked about every row; on the others, as in service.
_COMPARED: Final = ("jigsaw_test", "jigsaw_balanced", "ucc", "civil_comments")
#: Sets on which weights of eight bits are compared with those of thirty-two.
_QUANTISED: Final = ("jigsaw_test", "ucc")

_Measured = Mapping[str, tuple[Benchmark, Sequence[Scores]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that was measured of one model."""

    model: str
    #: Milliseconds that a comment of sixty words costs on one core, by part.
    milliseconds: Mapping[str, float]
    rankings: tuple[Ranking, ...]
    mean_of_six: float
    at_three_percent: float
    per_thousand: tuple[PerThousand, ...]
    comparisons: tuple[Comparison, ...]
    tradeoffs: tuple[Tradeoff, ...]
    agreements: tuple[Agreement, ...]
    survivals: tuple[Survival, ...]
    functional: tuple[functional.Outcome, ...]
    pointings: tuple[Pointing, ...]
    #: `set.label` → area with the shipped weights, and with those of thirty-two bits.
    quantisation: Mapping[str, tuple[float, float]]
    biases: tuple[Bias, ...]
    probes: tuple[Probe, ...]
    #: Names of the pictures beside the report.
    plots: tuple[str, ...]


def evaluate(
    model_dir: Path,
    data: Path,
    out: Path | None = None,
    *,
    baselines: bool = True,
    float32: Path | None = None,
    progress: bool = True,
) -> Report:
    """Measure a model on `data/eval`; write report.md, report.json and pictures to `out`, and the card anew.

    `float32` is the graph from which the transformer's weights were quantised, where it is still there.

    Raises:
        Invalid: if there is no folder `eval` in `data`.
        ScorerUnavailable: if the model cannot be loaded.
    """
    if not (data / "eval").is_dir():
        raise Invalid(f"{data}: holds no folder `eval`; --data names the folder that holds `train` and `eval`")
    model = load_folder(model_dir)
    out = out or model_dir
    out.mkdir(parents=True, exist_ok=True)
    with Progress(disable=not progress, transient=True) as bar:
        measured, parts = _measure(model, list(benchmarks(data / "eval")), bar)
        report = _report(model, measured, parts, data=data, out=out, baselines=baselines, float32=float32, bar=bar)
    write(report, out)
    (model_dir / "CARD.md").write_text(card.render(artefact.read_manifest(model_dir), asdict(report)), "utf-8")
    return report


def write(report: Report, out: Path) -> None:
    """Write a report as JSON and as Markdown."""
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(report), indent=1, ensure_ascii=False)
    (out / "report.json").write_text(text + "\n", encoding="utf-8")
    (out / "report.md").write_text(card.render_report(asdict(report)), encoding="utf-8")


def _measure(
    model: Model, sets: Sequence[Benchmark], bar: Progress
) -> tuple[dict[str, tuple[Benchmark, Sequence[Scores]]], dict[str, Both]]:
    """Score every set; of a cascade also tell what either part says."""
    measured: dict[str, tuple[Benchmark, Sequence[Scores]]] = {}
    parts: dict[str, Both] = {}
    for benchmark in sets:
        if isinstance(model, CascadeScorer) and benchmark.name in _COMPARED:
            first = _scored(model.first, benchmark, bar)
            both = Both(benchmark=benchmark, first=first, second=_scored(model.second, benchmark, bar))
            asked = np.array([model.is_doubtful(scores) for scores in first])
            parts[benchmark.name] = both
            measured[benchmark.name] = benchmark, tradeoff.joined(model, both, asked)
        else:
            measured[benchmark.name] = benchmark, _scored(model, benchmark, bar)
    return measured, parts


def _scored(scorer: Scorer, benchmark: Benchmark, bar: Progress) -> list[Scores]:
    task = bar.add_task(f"{scorer.name} on {benchmark.name}", total=len(benchmark.texts))
    scores: list[Scores] = []
    for start in range(0, len(benchmark.texts), _CHUNK):
        texts = benchmark.texts[start : start + _CHUNK]
        scores += scorer.score(texts, languages=[benchmark.language] * len(texts))
        bar.advance(task, len(texts))
    bar.remove_task(task)
    return scores


def _report(
    model: Model,
    measured: _Measured,
    parts: Mapping[str, Both],
    *,
    data: Path,
    out: Path,
    baselines: bool,
    float32: Path | None,
    bar: Progress,
) -> Report:
    task = bar.add_task("Comparing", total=None)
    ranked = tuple(ranking for pair in measured.values() for ranking in rankings(*pair))
    six = [ranking.auc for ranking in ranked if ranking.benchmark == "jigsaw_test"]
    costs = {each.name: cost_of(each).milliseconds for each in (model, *_parts(model))}
    tried = _tradeoffs(model, parts, costs)
    compared = list(_comparisons(model, measured, parts, costs))
    if baselines:
        sets = {name: pair[0] for name, pair in measured.items() if name in _COMPARED}
        bar.update(task, description="Measuring baselines")
        compared += comparison.baselines(data, sets)
    bar.update(task, description="Disguises, functional tests and spans")
    threshold = threshold_of(model.thresholds, "insult")
    marked = data / "eval/toxic_spans/tsd_test.csv"
    return Report(
        model=model.name,
        milliseconds=costs,
        rankings=ranked,
        mean_of_six=round(float(np.mean(six)), 4) if six else 0.0,
        at_three_percent=_at_three_percent(measured),
        per_thousand=tuple(line for pair in measured.values() for line in per_thousand(*pair, model.thresholds)),
        comparisons=tuple(compared),
        tradeoffs=tried,
        agreements=tuple(_agreements(model, parts, measured)),
        survivals=tuple(disguised.survivals(model, attribute="insult", threshold=threshold)),
        functional=tuple(functional.run(model, model.thresholds.get("en", {}))),
        pointings=tuple(spans.pointing(each, marked) for each in (model, *_parts(model)) if marked.is_file()),
        quantisation=_quantisation(model, measured, parts, float32, bar),
        biases=_biases(measured),
        probes=tuple(fairness.probe(model)),
        plots=tuple(plots.draw(out, measured, tried)),
    )


def _parts(model: Model) -> tuple[Model, ...]:
    return (model.first, model.second) if isinstance(model, CascadeScorer) else ()


def _at_three_percent(measured: _Measured) -> float:
    if "ucc" not in measured:
        return 0.0
    benchmark, scores = measured["ucc"]
    return share_at(benchmark.labels["any"], column(scores, "toxicity"), 0.03)


def _biases(measured: _Measured) -> tuple[Bias, ...]:
    if "madlibs" not in measured:
        return ()
    benchmark, scores = measured["madlibs"]
    return tuple(fairness.biases(benchmark.texts, benchmark.labels["bad"], column(scores, "toxicity")))


def _tradeoffs(model: Model, parts: Mapping[str, Both], costs: Mapping[str, float]) -> tuple[Tradeoff, ...]:
    if not isinstance(model, CascadeScorer):
        return ()
    return tuple(tradeoff.tradeoffs(model, parts, costs=(costs[model.first.name], costs[model.second.name])))


def _comparisons(
    model: Model, measured: _Measured, parts: Mapping[str, Both], costs: Mapping[str, float]
) -> list[Comparison]:
    yielded = [comparison.of_scores(model.name, measured, milliseconds=costs[model.name])]
    if isinstance(model, CascadeScorer):
        firsts = {name: (both.benchmark, both.first) for name, both in parts.items()}
        seconds = {name: (both.benchmark, both.second) for name, both in parts.items()}
        for part, scored in ((model.first, firsts), (model.second, seconds)):
            yielded.append(comparison.of_scores(part.name, scored, milliseconds=costs[part.name]))
    return yielded


def _agreements(model: Model, parts: Mapping[str, Both], measured: _Measured) -> list[Agreement]:
    if not isinstance(model, CascadeScorer):
        return []
    found = []
    for name in ("jigsaw_test", "ucc"):
        for attribute in ("toxicity", "insult") if name in parts else ():
            both = parts[name]
            named = [
                (each.name, scores, threshold_of(each.thresholds, attribute))
                for each, scores in (
                    (model, measured[name][1]),
                    (model.first, both.first),
                    (model.second, both.second),
                )
            ]
            found += [agreement(name, attribute, *pair) for pair in ((named[0], named[1]), (named[1], named[2]))]
    return found


def _quantisation(
    model: Model, measured: _Measured, parts: Mapping[str, Both], float32: Path | None, bar: Progress
) -> dict[str, tuple[float, float]]:
    small = model.second if isinstance(model, CascadeScorer) else model
    if float32 is None or not isinstance(small, TransformerScorer):
        return {}
    session = transformer.session_of(float32, width=len(small.attributes))
    whole = small.with_session(session)
    compared = {}
    for name in _QUANTISED:
        if name not in measured:
            continue
        benchmark = measured[name][0]
        shipped = parts[name].second if name in parts else measured[name][1]
        for one, other in zip(
            rankings(benchmark, shipped), rankings(benchmark, _scored(whole, benchmark, bar)), strict=True
        ):
            compared[f"{name}.{one.label}"] = one.auc, other.auc
    return compared
