"""The shipped model: whole, light, quick, and fair on sentences that training never saw."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from moderation.scoring import artefact
from moderation.scoring.linear import LinearScorer, load
from moderation.testing.contracts.scorers import ScorerContract
from moderation.training import golden

_MODELS = Path(__file__).parents[2] / "models"
_POLITE = (
    "I agree with much of what was said here, and would like to add a thought about the bridge and its cost. "
)

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def scorer() -> LinearScorer:
    """Return the default model."""
    return load(_MODELS)


class TestShippedModel(ScorerContract):
    """It keeps the contract that every scorer keeps."""


def _score(scorer: LinearScorer, text: str, attribute: str, language: str = "en") -> float:
    return scorer.score([text], languages=[language])[0][attribute]


def test_golden_scores_hold(scorer: LinearScorer) -> None:
    """Features, weights and calibration belong together; a change of one alone shows here."""
    assert list(golden.differences(artefact.locate(_MODELS), scorer)) == []


def test_files_are_small() -> None:
    """Every clone carries every version for ever."""
    assert sum(path.stat().st_size for path in artefact.locate(_MODELS).iterdir()) < 12_000_000


def test_card_was_generated() -> None:
    """A model without its figures must not be shipped."""
    assert "## Figures" in (artefact.locate(_MODELS) / "CARD.md").read_text("utf-8")


def test_model_loads_quickly() -> None:
    """A restart should be over before anybody notices."""
    started = time.perf_counter()

    load(_MODELS)

    assert time.perf_counter() - started < 2


def test_serving_needs_no_training_library() -> None:
    """scikit-learn and scipy cost a second and a hundred megabytes in every worker."""
    code = (
        "import sys; from pathlib import Path; from moderation.scoring.linear import load;"
        f"load(Path({str(_MODELS)!r})).score(['a'], languages=['en']);"
        "sys.exit(bool({'sklearn', 'scipy', 'torch'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_comment_is_scored_in_half_a_millisecond(scorer: LinearScorer) -> None:
    """The model must not be what a verdict waits for."""
    text = _POLITE * 3
    durations = []
    for _ in range(50):
        started = time.perf_counter()
        scorer.score([text], languages=["en"])
        durations.append(time.perf_counter() - started)

    assert sorted(durations)[10] < 0.0005 * 4  # a loaded machine gets four times as long


@pytest.mark.parametrize("before", [0, 200, 400, 900])
def test_attack_is_found_behind_politeness(scorer: LinearScorer, before: int) -> None:
    """Four hundred words of good manners must not buy one threat or insult."""
    text = " ".join([*(_POLITE * 50).split()[:before], "You are a fucking idiot.", *(_POLITE * 10).split()])

    assert _score(scorer, text, "insult") > scorer.thresholds["en"]["insult"]


def test_politeness_stays_polite_at_any_length(scorer: LinearScorer) -> None:
    """More windows must not mean more false alarms."""
    assert _score(scorer, _POLITE * 50, "toxicity") < 0.2


@pytest.mark.parametrize(
    ("attribute", "harsh", "kind"),
    [
        ("insult", "You are an idiot.", "You are right."),
        ("toxicity", "Shut up, you pathetic liar", "Thank you for this article"),
        ("threat", "I will kill you and your family", "We will answer your letter tomorrow"),
        ("obscene", "What the fuck is this shit", "What on earth is this"),
        ("identity_attack", "All Muslims are filthy vermin", "All Muslims are invited to the festival"),
        ("spam", "Check out my channel http://win.example and subscribe!!!", "I read it in the paper on Tuesday."),
    ],
)
def test_each_attribute_knows_its_own(scorer: LinearScorer, attribute: str, harsh: str, kind: str) -> None:
    """Plain cases come first; a model that misses these is not one."""
    threshold = scorer.thresholds["en"][attribute]

    assert _score(scorer, kind, attribute) < threshold <= _score(scorer, harsh, attribute)


@pytest.mark.parametrize(
    ("language", "harsh", "kind"),
    [
        ("ru", "Ты тупой идиот, закрой рот", "Спасибо за интересную статью"),
        ("tr", "Sen aptal ve şerefsiz bir herifsin", "Güzel bir yazı olmuş, teşekkürler"),
    ],
)
def test_other_languages_are_told_apart(scorer: LinearScorer, language: str, harsh: str, kind: str) -> None:
    """Readers write in three languages under one article."""
    assert _score(scorer, kind, "toxicity", language) < 0.3 < _score(scorer, harsh, "toxicity", language)
