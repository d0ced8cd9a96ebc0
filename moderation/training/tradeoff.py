"""What a cascade gains and costs by the share of comments that it asks the transformer about."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from moderation.ports import Scores
from moderation.scoring.cascade import CascadeScorer
from moderation.training.benchmarks import Benchmark
from moderation.training.rankings import rankings, share_at

SHARES: Final = (0.0, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """One set, with what each part of a cascade says of its rows."""

    benchmark: Benchmark
    first: Sequence[Scores]
    second: Sequence[Scores]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tradeoff:
    """One share of comments that are passed on, chosen by rank among `jigsaw_test`'s rows."""

    share: float
    #: The share that is then passed on by set, as far as they come at natural rates.
    passed: Mapping[str, float]
    #: `set.label` → area under the ROC curve.
    aucs: Mapping[str, float]
    mean_of_six: float
    at_three_percent: float
    milliseconds: float


def tradeoffs(
    scorer: CascadeScorer, measured: Mapping[str, Both], *, costs: tuple[float, float]
) -> Iterator[Tradeoff]:
    """Try each share; `costs` are the milliseconds that a comment costs each part."""
    if "jigsaw_test" not in measured:
        return
    suspicion = {name: suspicions(both.first, scorer.blends) for name, both in measured.items()}
    for share in SHARES:
        cut = float(np.quantile(suspicion["jigsaw_test"], 1 - share)) if share else np.inf
        tried = scorer.with_doubt_from(cut)
        ranked = [
            ranking
            for name, both in measured.items()
            for ranking in rankings(both.benchmark, joined(tried, both, suspicion[name] >= cut))
        ]
        six = [ranking.auc for ranking in ranked if ranking.benchmark == "jigsaw_test"]
        ucc = measured.get("ucc")
        rated = joined(tried, ucc, suspicion["ucc"] >= cut) if ucc else []
        toxicity = np.array([scores["toxicity"] for scores in rated])
        passed = {
            name: round(float((suspicion[name] >= cut).mean()), 4)
            for name in ("jigsaw_test", "ucc")
            if name in measured
        }
        yield Tradeoff(
            share=share,
            passed=passed,
            aucs={f"{ranking.benchmark}.{ranking.label}": ranking.auc for ranking in ranked},
            mean_of_six=round(float(np.mean(six)), 4) if six else 0.0,
            at_three_percent=share_at(ucc.benchmark.labels["any"], toxicity, 0.03) if ucc else 0.0,
            milliseconds=round(costs[0] + passed["jigsaw_test"] * costs[1], 3),
        )


def suspicions(scores: Sequence[Scores], names: Collection[str]) -> NDArray[np.float64]:
    """How far from sure the first model is: its highest score of the named attributes, of shape (n_texts,)."""
    return np.array([max(each[name] for name in names) for each in scores])


def joined(scorer: CascadeScorer, both: Both, asked: NDArray[np.bool_]) -> list[Scores]:
    """Score a set as the cascade does if the second model is asked about the rows that are marked."""
    return [
        scorer.blended(one, other) if both_asked else one
        for one, other, both_asked in zip(both.first, both.second, asked.tolist(), strict=True)
    ]
