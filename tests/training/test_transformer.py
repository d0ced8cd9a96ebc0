"""Training a transformer: from labelled rows to files that serve, also after an interruption."""

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from rich.progress import Progress
from tokenizers import Tokenizer
from transformers import BertForSequenceClassification

from moderation.domain.errors import Invalid
from moderation.scoring import artefact
from moderation.scoring.loading import load_folder
from moderation.testing.contracts.scorers import ScorerContract
from moderation.training import cascade, dataset, encoder, export, golden, linear, transformer
from moderation.training.evaluate import evaluate
from moderation.training.transformer import Rated
from tests.tiny_encoder import write_base

from .conftest import write_csv, write_data

pytestmark = [
    pytest.mark.slow,
    # What the libraries deprecate among themselves.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a tiny encoder."""
    return write_base(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small folder of labelled data, once."""
    torch.set_num_threads(1)  # or tests that run side by side wait for each other
    return write_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def models(data: Path, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of models with a linear one, a transformer and their cascade."""
    out = tmp_path_factory.mktemp("models")
    linear.train(data, out, languages=["en"], progress=False, version="1.0")
    transformer.train(data, out, base=base, epochs=1, progress=False, version="1.0")
    cascade.train(data, out, share=0.5, progress=False, version="1.0")
    return out


class TestTransformer(ScorerContract):
    """What was trained keeps the contract that every scorer keeps."""

    @pytest.fixture
    def scorer(self, models: Path) -> Any:
        """Return the trained transformer."""
        return load_folder(models / "transformer/1.0")


class TestCascade(ScorerContract):
    """So does what joins it with a linear model."""

    @pytest.fixture
    def scorer(self, models: Path) -> Any:
        """Return the cascade."""
        return load_folder(models / "cascade/1.0")


@pytest.mark.parametrize("kind", ["transformer", "cascade"])
def test_golden_scores_hold(models: Path, kind: str) -> None:
    """They are compared before a model is put to use."""
    folder = models / kind / "1.0"

    assert list(golden.differences(folder, load_folder(folder))) == []
    assert "## How it was made" in (folder / "CARD.md").read_text("utf-8")


def test_manifest_tells_the_encoder_and_the_data(models: Path) -> None:
    """Weights of eight bits can be made whole again only by who knows their shape."""
    manifest = artefact.read_manifest(models / "transformer/1.0")

    assert manifest["encoder"]["hidden_size"] == 16
    assert manifest["training"]["sources"]["jigsaw"]["rows"] > 100
    assert {"model.onnx", "tokenizer.json", "golden.json"} <= set(manifest["files"])


def test_cascade_refuses_other_parts(models: Path) -> None:
    """Blends fit the models that they were measured with, and no others."""
    manifest = artefact.read_manifest(models / "cascade/1.0")

    assert manifest["parts"]["second"] == artefact.part_of(models / "transformer/1.0")
    assert "spam" not in manifest["languages"]["en"]["blends"]


def test_cascade_is_measured_beside_its_parts_and_what_one_would_otherwise_pick(
    models: Path, data: Path, tmp_path: Path
) -> None:
    """One report on one page: a model that is only compared with itself is always the best."""
    table = [
        (f"You moron, said guest {i}." if i % 4 == 0 else f"Good day to guest {i}.", i % 4 == 0) for i in range(60)
    ]
    names = (
        "antagonize",
        "condescending",
        "dismissive",
        "generalisation",
        "generalisation_unfair",
        "hostile",
        "sarcastic",
    )
    rows = [(text, *[int(bad)] * len(names), int(not bad)) for text, bad in table]
    write_csv(data / "eval/ucc/val.csv", ("comment", *names, "healthy"), rows)
    write_csv(
        data / "eval/toxic_spans/tsd_test.csv", ("spans", "text"), [("[4, 5, 6, 7, 8]", "You moron, go on.")]
    )

    whole = models / ".work/transformer-1.0/float32.onnx"
    report = evaluate(models / "cascade/1.0", data, tmp_path, float32=whole, progress=False)

    assert {each.scorer for each in report.comparisons} >= {"cascade@1.0", "linear@1.0", "alt-profanity-check"}
    assert [each.share for each in report.tradeoffs] == sorted(each.share for each in report.tradeoffs)
    assert set(report.quantisation) >= {"jigsaw_test.toxic", "ucc.hostile"}
    assert {each.benchmark for each in report.agreements} == {"jigsaw_test", "ucc"}
    assert set(report.plots) == {path.name for path in tmp_path.glob("*.svg")}
    assert "### Beside what one would otherwise pick" in (tmp_path / "report.md").read_text("utf-8")


def test_graph_says_what_the_encoder_says(base: Path, tmp_path: Path) -> None:
    """An exporter that swaps two inputs, or fixes a length, gives plausible nonsense."""
    model = BertForSequenceClassification.from_pretrained(base)
    export.to_onnx(model, tmp_path / "whole.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "whole.onnx"), providers=["CPUExecutionProvider"])

    for length in (2, 9, 128):
        ids = np.random.default_rng(length).integers(5, 40, (1, length))
        with torch.no_grad():
            expected = model(input_ids=torch.from_numpy(ids)).logits.numpy()
        assert np.allclose(session.run(None, {"input_ids": ids})[0], expected, atol=1e-5)


class _Stopping(Progress):
    """Stands for somebody who stops the training after some steps."""

    steps = 0

    def update(self, *args: Any, **values: Any) -> None:
        self.steps += 1
        if self.steps == 4:
            raise KeyboardInterrupt


def test_interrupted_training_goes_on_where_it_was(data: Path, base: Path, tmp_path: Path) -> None:
    """An hour of two cores is not to be lost to a closed lid."""
    rows = [row for row in dataset.load(data, languages=["en"]) if not row.held]
    encoded = encoder.encode(rows, Tokenizer.from_file(str(base / "tokenizer.json")))

    def fine_tune(work: str, bar: Progress) -> BertForSequenceClassification:
        return encoder.fine_tune(
            encoded, rows, base=base, work=tmp_path / work, epochs=1, seed=1, bar=bar, checkpoint_seconds=0
        )

    whole = fine_tune("whole", Progress(disable=True))
    with pytest.raises(KeyboardInterrupt):
        fine_tune("broken", _Stopping(disable=True))
    resumed = fine_tune("broken", Progress(disable=True))

    for name, tensor in whole.state_dict().items():
        assert torch.allclose(tensor, resumed.state_dict()[name], atol=1e-6), name


def test_windows_lose_what_ranks_best() -> None:
    """The highest of many windows is high by chance: long harmless texts would otherwise all be flagged."""
    rows = [
        dataset.Row(text=str(i), labels={"toxicity": i % 2}, source="jigsaw", language="en", held=True)
        for i in range(40)
    ]
    highest = np.array([[2.0 if row.labels["toxicity"] else 1.9 + (i % 4 == 0)] for i, row in enumerate(rows)])
    windows = np.array([1.0 if row.labels["toxicity"] else 8.0 for row in rows], dtype=np.float32)
    rated = Rated(highest=np.tile(highest, (1, 7)).astype(np.float32), windows=windows)

    about = transformer.calibrated(rated, rows)

    assert about["window_penalties"][0] > 0


def test_missing_encoder_is_named_with_the_way_to_get_one(tmp_path: Path, data: Path) -> None:
    """Encoders come from hubs that a newsroom's server may not reach."""
    with pytest.raises(Invalid, match="--base"):
        transformer.train(data, tmp_path, base=tmp_path, progress=False)
