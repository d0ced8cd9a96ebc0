"""The pictures of a report, as SVG: what a table of figures hides."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from moderation.ports import Scores
from moderation.training.benchmarks import Benchmark
from moderation.training.rankings import column
from moderation.training.tradeoff import Tradeoff

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BINS: Final = 10
_Floats = NDArray[np.float64]


def draw(
    folder: Path, measured: Mapping[str, tuple[Benchmark, Sequence[Scores]]], tradeoffs: Sequence[Tradeoff]
) -> list[str]:
    """Draw what there is data for; returns the names of the files."""
    drawn = []
    if "jigsaw_test" in measured:
        drawn += [curves(folder, *measured["jigsaw_test"]), reliability(folder, *measured["jigsaw_test"])]
    if "ucc" in measured:
        drawn.append(histogram(folder, *measured["ucc"]))
    if tradeoffs:
        drawn.append(tradeoff(folder, tradeoffs))
    return drawn


def curves(folder: Path, benchmark: Benchmark, scores: Sequence[Scores]) -> str:
    """Precision over recall, by attribute."""

    def fill(axes: "Axes") -> None:
        for label, attribute in benchmark.attribute_by_label.items():
            true = benchmark.labels[label] > 0
            rated = column(scores, attribute)
            if true.any():
                recall, precision = precision_over_recall(rated, true)
                axes.plot(recall, precision, label=f"{attribute} ({int(true.sum())})")
        axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02), title=benchmark.name)
        axes.legend(fontsize=7)

    return _save(folder / "curves.svg", fill)


def reliability(folder: Path, benchmark: Benchmark, scores: Sequence[Scores]) -> str:
    """How often comments of a score are what the score says."""

    def fill(axes: "Axes") -> None:
        axes.plot([0, 1], [0, 1], color="0.8", linewidth=1)
        for label, attribute in list(benchmark.attribute_by_label.items()):
            rated, true = column(scores, attribute), benchmark.labels[label] > 0
            places = np.minimum((rated * _BINS).astype(int), _BINS - 1)
            filled = [place for place in range(_BINS) if (places == place).sum() >= 5]
            axes.plot(
                [rated[places == place].mean() for place in filled],
                [true[places == place].mean() for place in filled],
                marker="o",
                markersize=3,
                label=attribute,
            )
        axes.set(xlabel="score", ylabel="share that people marked", title=f"{benchmark.name}, natural rate")
        axes.legend(fontsize=7)

    return _save(folder / "reliability.svg", fill)


def histogram(folder: Path, benchmark: Benchmark, scores: Sequence[Scores]) -> str:
    """How the scores of comments with and without a marked fault lie."""

    def fill(axes: "Axes") -> None:
        rated, true = column(scores, "toxicity"), benchmark.labels["any"] > 0
        bins = np.linspace(0, 1, 41).tolist()
        axes.hist(rated[~true], bins=bins, label="no fault marked", color="0.75", log=True)
        axes.hist(rated[true], bins=bins, label="a fault marked", color="tab:red", alpha=0.6, log=True)
        axes.set(xlabel="toxicity", ylabel="comments (log)", title=f"{benchmark.name}: news comments")
        axes.legend(fontsize=7)

    return _save(folder / "histogram.svg", fill)


def tradeoff(folder: Path, tried: Sequence[Tradeoff]) -> str:
    """What asking the transformer more often gains and costs."""

    def fill(axes: "Axes") -> None:
        shares = [each.share * 100 for each in tried]
        for key in ("jigsaw_balanced.toxic", "ucc.hostile", "ucc.antagonize", "civil_comments.toxic"):
            if key in tried[0].aucs:
                axes.plot(shares, [each.aucs[key] for each in tried], marker="o", markersize=3, label=key)
        axes.plot(shares, [each.mean_of_six for each in tried], marker="o", markersize=3, label="mean of six")
        axes.set(xlabel="% of comments passed on", ylabel="area under the ROC curve", xscale="symlog")
        axes.legend(fontsize=7)

    return _save(folder / "tradeoff.svg", fill)


def precision_over_recall(scores: _Floats, true: NDArray[np.bool_]) -> tuple[_Floats, _Floats]:
    """Return recall and precision at each place of the ranking, of shape (n_texts,)."""
    ordered = true[np.argsort(-scores, kind="stable")]
    rightly = np.cumsum(ordered)
    return rightly / rightly[-1], rightly / np.arange(1, ordered.size + 1)


def _save(path: Path, fill: Any) -> str:
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.hashsalt": "moderation", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(5.2, 3.6), layout="constrained")
        fill(figure.subplots())
        FigureCanvasSVG(figure).print_svg(path, metadata={"Date": None})
    return path.name
