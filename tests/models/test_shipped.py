"""The shipped models: whole, light, quick, and fair on sentences that training never saw."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from moderation.scoring import artefact
from moderation.scoring.loading import load, load_folder
from moderation.scoring.model import Model
from moderation.scoring.transformer import ONNX
from moderation.testing.contracts.scorers import ScorerContract
from moderation.training import functional, golden
from moderation.training.detoxify import import_checkpoint
from tests.models.dequantised import write_checkpoint

_MODELS = Path(__file__).parents[2] / "models"
_SHIPPED = ("linear/1.0", "transformer/1.0", "cascade/1.0")
_POLITE = (
    "I agree with much of what was said here, and would like to add a thought about the bridge and its cost. "
)

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module", params=_SHIPPED)
def scorer(request: pytest.FixtureRequest) -> Model:
    """Return each shipped model."""
    return load(_MODELS, request.param)


@pytest.fixture(scope="module")
def default() -> Model:
    """Return the model that a new site is served with."""
    return load(_MODELS)


class TestShippedModel(ScorerContract):
    """Each keeps the contract that every scorer keeps."""


def _score(scorer: Model, text: str, attribute: str, language: str = "en") -> float:
    return scorer.score([text], languages=[language])[0][attribute]


@pytest.mark.parametrize("name", _SHIPPED)
def test_golden_scores_hold(name: str) -> None:
    """Features, weights and calibration belong together; a change of one alone shows here."""
    folder = artefact.locate(_MODELS, name)

    assert list(golden.differences(folder, load_folder(folder))) == []


def test_files_are_small() -> None:
    """Every clone carries every version for ever."""
    sizes = {path: path.stat().st_size for path in _MODELS.glob("*/*/*") if path.parent.parent.name != ".work"}

    assert sum(sizes.values()) < 40_000_000
    assert sum(size for path, size in sizes.items() if "transformer" in path.parts) < 25_000_000


@pytest.mark.parametrize("name", _SHIPPED)
def test_card_was_generated(name: str) -> None:
    """A model without its figures must not be shipped."""
    assert "## Figures" in (artefact.locate(_MODELS, name) / "CARD.md").read_text("utf-8")


def test_serving_needs_no_training_library() -> None:
    """scikit-learn, scipy and PyTorch cost seconds and hundreds of megabytes in every worker."""
    code = (
        "import sys; from pathlib import Path; from moderation.scoring.loading import load;"
        f"load(Path({str(_MODELS)!r})).score(['You idiot'], languages=['en']);"
        "sys.exit(bool({'sklearn', 'scipy', 'torch', 'transformers'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_default_serves_three_languages(default: Model) -> None:
    """The linear part goes on rating what the transformer was never shown."""
    assert default.languages == ("en", "ru", "tr")
    assert (_MODELS / "default").read_text("utf-8").startswith("cascade/1.0\n")


def test_default_tells_harsh_from_innocent_twins(default: Model) -> None:
    """Sentences of our own that no model was fitted on: on the whole, harsh ones must rank above their twins."""
    found = functional.run(default, default.thresholds["en"])

    assert sum(each.auc for each in found) / len(found) > 0.75
    assert sum(each.innocent_flagged for each in found) / len(found) < 0.1


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
def test_detoxify_library_gives_the_same_scores(tmp_path: Path) -> None:
    """The shipped encoder, made whole again, is a detoxify checkpoint: both ways to run it must agree.

    The one rounds what flows through the network to eight bits, the other does not: hence the tolerance.
    """
    torch.set_num_threads(1)
    ours = load(_MODELS, "transformer/1.0")
    checkpoint, encoder = write_checkpoint(_MODELS / "transformer/1.0", tmp_path)
    library = load_folder(import_checkpoint(str(checkpoint), tmp_path / "models", encoder=encoder))
    texts = [half for case in functional.CASES for pair in case.pairs[:2] for half in pair]

    logits = np.array([_logits(ours, text) for text in texts])
    scores = library.score(texts, languages=["en"] * len(texts))
    theirs = np.array([[each[name] for name in ours.attributes] for each in scores])

    assert library.attributes == ours.attributes
    assert np.abs(1 / (1 + np.exp(-logits)) - theirs).mean() < 0.01
    assert np.abs(1 / (1 + np.exp(-logits)) - theirs).max() < 0.15


def _logits(scorer: Model, text: str) -> np.ndarray:
    rated: np.ndarray = scorer.logits(text)  # type: ignore[attr-defined]
    return rated


def test_graph_runs_without_custom_operators() -> None:
    """A graph that brings an operator of its own would bring code."""
    graph = onnx.load(artefact.locate(_MODELS, "transformer/1.0") / ONNX).graph

    assert {node.domain for node in graph.node} <= {"", "ai.onnx", "com.microsoft"}
    assert onnxruntime.__version__


@pytest.mark.parametrize("before", [0, 200, 400, 900])
def test_attack_is_found_behind_politeness(default: Model, before: int) -> None:
    """Four hundred words of good manners must not buy one threat or insult."""
    text = " ".join([*(_POLITE * 50).split()[:before], "You are a fucking idiot.", *(_POLITE * 10).split()])

    assert _score(default, text, "insult") > default.thresholds["en"]["insult"]


@pytest.mark.parametrize("before", [0, 400, 900])
def test_attack_behind_politeness_stands_out_to_each_model(scorer: Model, before: int) -> None:
    """A window that is civil but for four words scores below those words alone, and far above none of them."""
    around = [*(_POLITE * 50).split()[:before]], [*(_POLITE * 10).split()]
    civil, attack = (" ".join([*around[0], said, *around[1]]) for said in ("", "You are a fucking idiot."))

    assert _score(scorer, attack, "insult") > 10 * _score(scorer, civil, "insult")


def test_politeness_stays_polite_at_any_length(scorer: Model) -> None:
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
def test_each_attribute_knows_its_own(scorer: Model, attribute: str, harsh: str, kind: str) -> None:
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
def test_other_languages_are_told_apart(default: Model, language: str, harsh: str, kind: str) -> None:
    """Readers write in three languages under one article."""
    assert _score(default, kind, "toxicity", language) < 0.3 < _score(default, harsh, "toxicity", language)
