"""detoxify, the real library: exact, offline, safe from its checkpoints, and the same for one text and many."""

import itertools
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import BertForSequenceClassification, BertTokenizer

from moderation.domain.errors import Invalid, ScorerUnavailable
from moderation.scoring import artefact, detoxify
from moderation.scoring.detoxify import CHECKPOINT, DetoxifyScorer
from moderation.scoring.loading import load_folder
from moderation.testing.contracts.scorers import ScorerContract
from moderation.training.detoxify import import_checkpoint
from tests.tiny_encoder import checkpoint_of, write_base

CLASSES = ("toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a tiny encoder with more outputs than names, as the library's `unbiased` has."""
    torch.set_num_threads(1)
    return write_base(tmp_path_factory.mktemp("encoder"), outputs=9)


@pytest.fixture(scope="module")
def folder(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an imported checkpoint."""
    place = tmp_path_factory.mktemp("given")
    torch.save(checkpoint_of(base, classes=CLASSES), place / "tiny.ckpt")
    return import_checkpoint(str(place / "tiny.ckpt"), tmp_path_factory.mktemp("models"), encoder=base)


@pytest.fixture(scope="module")
def scorer(folder: Path) -> DetoxifyScorer:
    """Return the imported checkpoint, loaded."""
    loaded = load_folder(folder)
    assert isinstance(loaded, DetoxifyScorer)
    return loaded


class TestDetoxify(ScorerContract):
    """It keeps the contract that every scorer keeps."""


def test_scores_are_the_librarys_own(scorer: DetoxifyScorer, base: Path) -> None:
    """Who chooses detoxify wants its scores, under the names that it gives them."""
    model, tokenizer = BertForSequenceClassification.from_pretrained(base), BertTokenizer.from_pretrained(base)
    with torch.no_grad():
        expected = torch.sigmoid(model(**tokenizer("You idiot.", return_tensors="pt")).logits)[0]

    (scores,) = scorer.score(["You idiot."], languages=["en"])

    assert tuple(scores) == scorer.attributes
    assert scorer.attributes[:2] == ("toxicity", "severe_toxicity")
    assert list(scores.values()) == pytest.approx(expected[: len(CLASSES)].tolist(), abs=1e-7)


def test_long_text_is_read_to_its_end(scorer: DetoxifyScorer) -> None:
    """The library cuts after 512 tokens, or fails where its tokeniser does not say how many it can take."""
    polite = "the grandmother walked at the market and saw a closed place. " * 60
    alone, ended = scorer.score(["you moron idiot", polite + "you moron idiot"], languages=["en"] * 2)

    windows = detoxify._windows(polite + "you moron idiot")
    assert windows[-1][1] == len(polite) + 15
    assert all(0 < end - start <= detoxify.WINDOW_CHARS for start, end in windows)
    assert all(after < before for (_, before), (after, _) in itertools.pairwise(windows))
    assert set(alone) == set(ended)


def test_one_endless_word_is_read_too(scorer: DetoxifyScorer) -> None:
    """A text without a space has nowhere to be cut nicely."""
    assert scorer.score(["a" * 5_000], languages=["en"])[0].keys() == set(scorer.attributes)


def _import(base: Path, place: Path, checkpoint: Any) -> Path:
    torch.save(checkpoint, place / "given.ckpt")
    return import_checkpoint(str(place / "given.ckpt"), place / "models", encoder=base)


class _Attack:
    """Runs when it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return exec, (f"open({str(self.trace)!r}, 'w').close()",)


def test_code_in_a_checkpoint_is_not_run(base: Path, tmp_path: Path) -> None:
    """Weights come from strangers; the library's own loader would run whatever they put in."""
    trace = tmp_path / "trace"
    attack = checkpoint_of(base, classes=CLASSES) | {"more": _Attack(trace)}
    (tmp_path / "raw.ckpt").write_bytes(pickle.dumps(_Attack(trace)))

    with pytest.raises(ScorerUnavailable, match="no checkpoint of plain tensors"):
        _import(base, tmp_path, attack)
    with pytest.raises(ScorerUnavailable, match="no checkpoint of plain tensors"):
        import_checkpoint(str(tmp_path / "raw.ckpt"), tmp_path / "models", encoder=base)
    assert not trace.exists()
    assert list((tmp_path / "models").glob("*/*")) == []


def _prefixed(base: Path) -> dict[str, Any]:
    plain = checkpoint_of(base, classes=CLASSES)
    return plain | {"state_dict": {f"model.{name}": value for name, value in plain["state_dict"].items()}}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_prefixed, "its weights are not those of its encoder"),
        (lambda base: {"state_dict": {}}, "not of detoxify's format"),
        (lambda base: [1, 2], "not of detoxify's format"),
        (lambda base: checkpoint_of(base, classes=CLASSES * 2), "12 classes for 9 outputs"),
        (lambda base: checkpoint_of(base, classes=CLASSES, args={"model_name": "AutoModel"}), "not served"),
        (lambda base: checkpoint_of(base, classes=CLASSES, args={"num_classes": 5}), "6 classes for 5 outputs"),
    ],
    ids=["prefix", "no config", "a list", "too many classes", "another class", "too few outputs"],
)
def test_checkpoint_that_does_not_fit_is_refused(
    base: Path, tmp_path: Path, spoil: Callable[[Path], Any], told: str
) -> None:
    """The library would serve an encoder as chance made it, with one line in its log."""
    with pytest.raises(ScorerUnavailable, match=told):
        _import(base, tmp_path, spoil(base))


def test_altered_checkpoint_is_refused(folder: Path, tmp_path: Path) -> None:
    """What was checked at the import must be what is served."""
    other = tmp_path / "detoxify-tiny" / "1.0"
    other.parent.mkdir()
    _copy(folder, other)
    (other / "encoder" / "vocab.txt").write_text("[PAD]\n", "utf-8")

    with pytest.raises(ScorerUnavailable, match="altered or cut short"):
        load_folder(other)
    assert CHECKPOINT in artefact.read_manifest(other)["files"]


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            (target / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            (target / path.relative_to(source)).write_bytes(path.read_bytes())


def test_import_does_not_overwrite(base: Path, tmp_path: Path) -> None:
    """The model of that name may be the one in use."""
    _import(base, tmp_path, checkpoint_of(base, classes=CLASSES))

    with pytest.raises(Invalid, match="give another --version"):
        _import(base, tmp_path, checkpoint_of(base, classes=CLASSES))


@pytest.mark.parametrize("source", ["nowhere.ckpt", "orignal"])
def test_missing_checkpoint_is_named_beside_those_there_are(source: str, tmp_path: Path) -> None:
    """A slip in the name of a model is the likeliest fault."""
    with pytest.raises(Invalid, match="unbiased"):
        import_checkpoint(source, tmp_path, encoder=None)


def test_encoder_without_configuration_is_named(base: Path, tmp_path: Path) -> None:
    """A tokeniser's files alone tell nothing of layers."""
    (tmp_path / "empty").mkdir()

    with pytest.raises(Invalid, match=r"holds no config\.json"):
        _import(tmp_path / "empty", tmp_path, checkpoint_of(base, classes=CLASSES))
