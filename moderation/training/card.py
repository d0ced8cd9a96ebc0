"""The model card and the report as Markdown, generated from the manifest and from what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from moderation.training import prose

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
    kind = str(manifest.get("kind", "linear"))
    sections = [
        f"# {manifest['name']} {manifest['version']}",
        f"{prose.PURPOSE}\n{prose.WHAT[kind]}\n{prose.NO_JUDGE}",
        "## Thresholds\n\n" + prose.THRESHOLDS + "\n\n" + _thresholds(manifest),
        "## Training data\n\n" + _sources(manifest),
        "## How it was made\n\n" + prose.DATA + "\n" + prose.HOW[kind],
        prose.LIMITS,
    ]
    if report:
        sections.insert(2, "## Figures\n\n" + _figures(report))
    return "\n\n".join(sections) + "\n"


def render_report(report: _Figures) -> str:
    """Write everything that was measured."""
    return f"# Evaluation of {report['model']}\n\n{_figures(report)}\n"


def _figures(report: _Figures) -> str:
    return "\n\n".join(section for section in (*_main(report), *_details(report)) if section)


def _main(report: _Figures) -> list[str]:
    mean = f"Mean of the six areas on `jigsaw_test`: **{report['mean_of_six']}**."
    share = (
        f"Of the 3 % of `ucc` that score highest on toxicity, {report['at_three_percent']:.1%} "
        "carry a fault that its annotators marked."
    )
    costs = ", ".join(f"{name} {cost} ms" for name, cost in report["milliseconds"].items())
    return [
        "Area under the ROC curve (95 % bootstrap interval) and average precision, on rows never trained on.",
        _rankings(report),
        f"{mean}\n{share}\nA comment of 60 words costs, on one core: {costs}.",
        "### Beside what one would otherwise pick",
        "Areas of toxicity on the same rows in the same process; `at 3 %`: as above.",
        _comparisons(report["comparisons"]),
        "Published figures, on other rows of the same kinds:",
        _table(("set", "AUC", "source"), PUBLISHED),
        *_tradeoffs(report["tradeoffs"]),
        "### Per 1,000 comments at natural rates, at the shipped thresholds",
        "Rightly: annotators marked the comment with that attribute (on `ucc`: with any fault).",
        _columns(report["per_thousand"], "benchmark", "attribute", "threshold", "flagged", "rightly", "missed"),
        "\n".join(f"![{name.removesuffix('.svg')}]({name})" for name in report["plots"]),
    ]


def _details(report: _Figures) -> list[str]:
    return [
        "### Functional tests",
        "Sentences of our own that no model was fitted on; each harsh one has an innocent twin in like words.",
        _columns(
            report["functional"],
            *("case", "attribute", "pairs", "auc", "twins_in_order", "harsh_flagged", "innocent_flagged"),
        ),
        "### Names and peoples",
        "Harmless sentences that differ only in whom they name; none was trained on.",
        _columns(report["probes"], "attribute", "filled_with", "sentences", "median", "highest", "highest_for"),
        "Bias by term on `madlibs` (Borkan et al. 2019): low BPSN means false alarms, low BNSP misses.",
        _columns(report["biases"], "term", "rows", "subgroup", "bpsn", "bnsp"),
        *_disguises(report["survivals"]),
        *_section(
            "### Words pointed at",
            "Characters that explain a score against those that people marked, on `toxic_spans`.",
            _columns(report["pointings"], "scorer", "rows", "f1", "precision", "recall"),
            rows=report["pointings"],
        ),
        *_section(
            "### Agreement of the scorers",
            "Rank correlation, and at their own thresholds the share of rows on the same side and Cohen's kappa.",
            _columns(report["agreements"], "benchmark", "attribute", "one", "other", "rank", "same_side", "kappa"),
            rows=report["agreements"],
        ),
        *_section(
            "### Eight bits against thirty-two",
            "Areas of the transformer as shipped and before its weights were rounded.",
            _table(
                ("set", "int8", "float32"),
                ((name, small, whole) for name, (small, whole) in report["quantisation"].items()),
            ),
            rows=report["quantisation"],
        ),
    ]


def _section(*parts: str, rows: object) -> tuple[str, ...]:
    """Leave a section out where nothing was measured for it."""
    return parts if rows else ()


def _comparisons(rows: Sequence[_Figures]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row["aucs"]))
    return _table(
        ("scorer", *names, "at 3 %", "ms a text", ""),
        (
            (
                row["scorer"],
                *(row["aucs"].get(name, "") for name in names),
                "" if row["at_three_percent"] is None else f"{row['at_three_percent']:.1%}",
                row["milliseconds"],
                row["remark"],
            )
            for row in rows
        ),
    )


def _tradeoffs(rows: Sequence[_Figures]) -> tuple[str, ...]:
    keys = ("jigsaw_balanced.toxic", "ucc.hostile", "ucc.antagonize", "civil_comments.toxic")
    return _section(
        "### What the transformer adds, by the share of comments that it is asked about",
        "The share is of `jigsaw_test`, whose rows come at natural rates, most doubtful first.",
        _table(
            ("share", "of ucc", "mean of six", *keys, "at 3 %", "ms a comment"),
            (
                (
                    f"{row['share']:.0%}",
                    f"{row['passed'].get('ucc', 0):.1%}",
                    row["mean_of_six"],
                    *(row["aucs"].get(key, "") for key in keys),
                    f"{row['at_three_percent']:.1%}",
                    row["milliseconds"],
                )
                for row in rows
            ),
        ),
        rows=rows,
    )


def _disguises(rows: Sequence[_Figures]) -> tuple[str, ...]:
    if not rows:
        return ()
    typed, read = (sum(row[name] for row in rows) / len(rows) for name in ("as_typed", "as_read"))
    lowest = sorted(rows, key=lambda row: row["as_read"])[:12]
    return (
        "### Disguise",
        f"Of {rows[0]['sentences']} sentences that are flagged when written plainly, in {len(rows)} disguises, "
        f"{typed:.1%} are still flagged if the model reads what was typed,\n"
        f"and {read:.1%} as the service reads them.\n"
        "The dozen kinds that survive worst:",
        _columns(lowest, "kind", "as_typed", "as_read"),
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
_HEADS = {
    "benchmark": "set",
    "filled_with": "filled with",
    "highest_for": "for",
    "bpsn": "BPSN",
    "bnsp": "BNSP",
    "auc": "AUC",
    "f1": "F1",
    "as_typed": "as typed",
    "as_read": "as read",
    "same_side": "same side",
    "twins_in_order": "twins in order",
    "harsh_flagged": "harsh flagged",
    "innocent_flagged": "innocent flagged",
}


def _columns(rows: Sequence[_Figures], *names: str) -> str:
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
