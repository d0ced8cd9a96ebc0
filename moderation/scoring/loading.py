"""From a folder of models to a scorer: which kind of model is read by whom."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from moderation.domain.errors import ScorerUnavailable
from moderation.ports import Scorer
from moderation.scoring import artefact, cascade, detoxify, linear, transformer, tuned
from moderation.scoring.model import Model

#: Kind in a manifest → who reads the folder, the simplest first.
_READERS: Final[Mapping[str, Callable[[Path], Model]]] = {
    "linear": linear.load_folder,
    "transformer": transformer.load_folder,
    "cascade": cascade.load_folder,
    "detoxify": detoxify.load_folder,
    "tuned": lambda folder: tuned.load_folder(folder, load_folder),
}


def load(models: Path, name: str | None = None) -> Model:
    """Load a model from a folder of models: by default the one that the file `default` names.

    Raises:
        ScorerUnavailable: if a file is missing, cut short or altered, or does not fit this code.
    """
    return load_folder(artefact.locate(models, name))


def load_folder(folder: Path) -> Model:
    """Load the model whose files lie in `folder`, of whatever kind it is.

    Raises:
        ScorerUnavailable: if a file is missing, cut short or altered, or does not fit this code.
    """
    kind = artefact.read_manifest(folder)["kind"]
    if kind not in _READERS:
        raise ScorerUnavailable(
            f"{folder / artefact.MANIFEST}: kind {kind!r} is not one of {', '.join(_READERS)}; {artefact.REMEDY}"
        )
    return _READERS[kind](folder)


def load_fallback(models: Path, model: Scorer | None) -> Model | None:
    """Return what answers where `model` fails: the linear model; `None` where `model` is one, or there is none."""
    if isinstance(model, tuned.TunedScorer):
        model = model.base
    if isinstance(model, linear.LinearScorer):
        return None
    if isinstance(model, cascade.CascadeScorer):
        return model.first
    try:
        return linear.load_folder(artefact.locate(models, "linear"))
    except ScorerUnavailable:
        return None
