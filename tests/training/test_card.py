"""The card: what a publisher reads before trusting a model."""

from moderation.training import card

_MANIFEST = {
    "name": "linear",
    "version": "1.0",
    "languages": {
        "en": {
            "thresholds": {"insult": 0.8},
            "metrics": {
                "insult": {
                    "natural_rate": 0.05,
                    "precision": 0.9,
                    "recall": 0.4,
                    "calibration_error": 0.01,
                    "held_rows": 1000,
                    "held_positives": 100,
                }
            },
        }
    },
    "training": {"sources": {"jigsaw": {"rows": 57000, "weight": 1.0, "licence": "CC0"}}},
}
_REPORT = {
    "model": "linear@1.0",
    "mean_of_six": 0.98,
    "at_three_percent": 0.4,
    "milliseconds": {"linear@1.0": 0.2},
    "rankings": [],
    "per_thousand": [],
    "comparisons": [],
    "tradeoffs": [],
    "agreements": [],
    "survivals": [],
    "functional": [],
    "pointings": [],
    "quantisation": {},
    "probes": [],
    "biases": [],
    "plots": [],
}


def test_card_names_data_thresholds_and_limits() -> None:
    """Whoever picks a threshold must see how it was come by, and what the model cannot do."""
    text = card.render(_MANIFEST)

    assert "# linear 1.0" in text
    assert "| jigsaw | 57,000 | 1.0 | CC0 |" in text
    assert "| en | insult | 0.8 | 0.05 | 0.9 | 0.4 | 0.01 | 1,000 (100 positive) |" in text
    assert "## Limits" in text


def test_card_shows_figures_where_there_are_any() -> None:
    """An unmeasured model says so by their absence."""
    assert "## Figures" not in card.render(_MANIFEST)
    assert "**0.98**" in card.render(_MANIFEST, _REPORT)


def test_report_starts_with_the_model() -> None:
    """Reports of several models lie side by side."""
    assert card.render_report(_REPORT).startswith("# Evaluation of linear@1.0\n")
