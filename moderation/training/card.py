"""The model card and the report as Markdown, generated from the manifest and from what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

_Figures = Mapping[str, Any]

#: What a reader compares the figures with: set and label, figure, whose.
PUBLISHED: Final = (
    ("Jigsaw test, mean of six AUCs", "0.9864", "detoxify `original`, its README"),
    (
        "Jigsaw test, mean of six AUCs",
        "0.974 to 0.978",
        "word and character TF-IDF with logistic regression, Kaggle",
    ),
    ("UCC test split, hostile", "0.843", "BERT fine-tuned on UCC's own training split, Price et al. (2020)"),
    ("UCC test split, antagonize", "0.824", "the same"),
)


def render(manifest: _Figures, report: _Figures | None = None) -> str:
    """Write the card of a model."""
    sections = [
        f"# {manifest['name']} {manifest['version']}",
        _PURPOSE,
        "## Thresholds\n\n" + _THRESHOLDS + "\n\n" + _thresholds(manifest),
        "## Training data\n\n" + _sources(manifest),
        _HOW,
        _LIMITS,
    ]
    if report:
        sections.insert(2, "## Figures\n\n" + _figures(report))
    return "\n\n".join(sections) + "\n"


def render_report(report: _Figures) -> str:
    """Write everything that was measured."""
    return f"# Evaluation of {report['model']}\n\n{_figures(report)}\n"


_PURPOSE: Final = """\
Rates comments on the attributes that Perspective made customary, for a service that holds
doubtful ones for a person.
It is a linear model over hashed n-grams (characters 2 to 5, words 1 to 2), served with numpy alone.
It is no judge: a score is the calibrated share of comments like this one that people marked, and people differ."""

_THRESHOLDS: Final = """\
Recommended per language and attribute: where F0.5, which counts precision twice as much as recall,
is highest on training rows kept back from fitting and weighted to the natural rates below.
No evaluation row was used."""

_HOW: Final = """\
## How it was made

Rows that also occur in an evaluation set, or half of whose runs of six words do, were dropped.
Labels that a source does not have are unknown, not negative.
Each attribute is a logistic regression (scikit-learn) over TF-IDF weights with sublinear counts;
characters and words have length one each; most are scaled by log-count ratios first (Wang and Manning 2012),
and averaged with a plain fit.
Of what the names of groups and peoples add by themselves, measured on neutral sentences, a half is taken from them
for toxicity and insult, a third for identity_attack.
Weights are stored as signed square roots in eight bits.
A dozen ways to fit were compared on held-back rows and on evaluation sets alike (blend, number of buckets, what
our own sentences weigh, what names lose): the figures above are slightly kinder than fresh rows would be.
One row in eight was kept back for calibration (Platt 1999), weighted to the natural rates of comments.
Texts of more than 75 words are also read in windows of 12, of which the highest counts, less a penalty."""

_LIMITS: Final = """\
## Limits

- It knows words, not meaning: irony, quotation and negation mislead it. An insult quoted scores as an insult.
- Subtle hostility on news sites is ranked far worse than abuse on Wikipedia: compare the two tables above.
- An insult aimed at a thing ("a stupid law") and one aimed at oneself can score as insults; rules that
  look at whom a sentence addresses tell them apart.
- Threats were rare in training (some 450): "I will call you and your family" scores as one, a veiled one does not.
- Labels come from crowds of 2015 to 2021, mostly American; they are unfair to dialects and to reclaimed words.
- Wikipedia's share of the training text is large; words of games, sport and local politics are rarer.
- Russian and Turkish have few attributes and one or two sources each.
  Armenian, Georgian and all other languages get no score at all."""


def _figures(report: _Figures) -> str:
    mean = f"Mean of the six areas on `jigsaw_test`: **{report['mean_of_six']}**."
    share = (
        f"Of the 3 % of `ucc` that score highest on toxicity, {report['at_three_percent']:.1%} "
        "carry a fault that its annotators marked."
    )
    return "\n\n".join(
        [
            "Area under the ROC curve (95 % bootstrap interval) and average precision, on rows never trained on.",
            _rankings(report),
            f"{mean}\n{share}",
            "Published figures, on other rows of the same kinds:",
            _table(("set", "AUC", "source"), PUBLISHED),
            "### Per 1,000 comments at natural rates, at the shipped thresholds",
            "Rightly: annotators marked the comment with that attribute (on `ucc`: with any fault).",
            _columns(
                report["per_thousand"], "benchmark", "attribute", "threshold", "flagged", "rightly", "missed"
            ),
            "### Names and peoples",
            "Harmless sentences that differ only in whom they name; none was trained on.",
            _columns(
                report["probes"], "attribute", "filled_with", "sentences", "median", "highest", "highest_for"
            ),
            "Bias by term on `madlibs` (Borkan et al. 2019): low BPSN means false alarms, low BNSP misses.",
            _columns(report["biases"], "term", "rows", "subgroup", "bpsn", "bnsp"),
        ]
    )


def _rankings(report: _Figures) -> str:
    rows = [
        (
            r["benchmark"],
            r["language"],
            r["label"],
            r["attribute"],
            r["rows"],
            r["positives"],
            f"{r['auc']:.4f}",
            f"{r['auc_low']:.3f} to {r['auc_high']:.3f}",
            f"{r['average_precision']:.3f}",
        )
        for r in report["rankings"]
    ]
    return _table(("set", "language", "label", "scored by", "rows", "positive", "AUC", "interval", "AP"), rows)


#: What a column is called, where that is not its name.
_HEADS = {"benchmark": "set", "filled_with": "filled with", "highest_for": "for", "bpsn": "BPSN", "bnsp": "BNSP"}


def _columns(rows: list[_Figures], *names: str) -> str:
    """Show some figures of each row."""
    return _table(tuple(_HEADS.get(name, name) for name in names), (tuple(r[n] for n in names) for r in rows))


def _thresholds(manifest: _Figures) -> str:
    return _table(
        (
            "language",
            "attribute",
            "threshold",
            "natural rate",
            "precision",
            "recall",
            "calibration error",
            "held rows",
        ),
        (
            (
                tag,
                attribute,
                about["thresholds"][attribute],
                metrics["natural_rate"],
                metrics["precision"],
                metrics["recall"],
                metrics["calibration_error"],
                f"{metrics['held_rows']:,} ({metrics['held_positives']:,} positive)",
            )
            for tag, about in manifest["languages"].items()
            for attribute, metrics in about["metrics"].items()
        ),
    )


def _sources(manifest: _Figures) -> str:
    sources = manifest["training"]["sources"]
    return _table(
        ("source", "rows", "weight of a row", "licence"),
        ((name, f"{about['rows']:,}", about["weight"], about["licence"]) for name, about in sources.items()),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
