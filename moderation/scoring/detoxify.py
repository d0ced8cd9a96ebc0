"""The detoxify library as a scorer: its own code on a checkpoint that was checked and runs none."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from moderation.domain.errors import ScorerUnavailable
from moderation.domain.signals import ATTRIBUTES
from moderation.ports import Scores
from moderation.scoring import artefact
from moderation.scoring.occlusion import falls

if TYPE_CHECKING:
    from detoxify import Detoxify

#: Identifies the format of the checkpoint: that of detoxify 0.5.
FEATURES: Final = "detoxify-0.5"
CHECKPOINT: Final = "model.ckpt"
#: Folder with the encoder's configuration and tokeniser, in transformers' own format.
ENCODER: Final = "encoder"
#: The library cuts after 512 tokens without a word, so that long texts are read in pieces of so many characters.
WINDOW_CHARS: Final = 1_200
_MOST_TOKENS: Final = 512
#: The classes of transformers that a checkpoint may name: one that is asked for any other is refused.
ENCODERS: Final = frozenset(
    f"{name}ForSequenceClassification" for name in ("Albert", "Bert", "DistilBert", "Roberta", "XLMRoberta")
)
TOKENIZERS: Final = frozenset(
    f"{name}Tokenizer{fast}"
    for name in ("Albert", "Bert", "DistilBert", "Roberta", "XLMRoberta")
    for fast in ("", "Fast")
)
_REMEDY: Final = "import it again with `moderation model import-detoxify`"
_MISSING: Final = "detoxify is not installed; run: pip install -c constraints.txt -e '.[detoxify]'"


class DetoxifyScorer:
    """Rates texts with detoxify, whatever the number of texts; implements `moderation.ports.Scorer`.

    Its scores are the library's own: calibrated for nobody's comments but those that it was trained on.
    """

    def __init__(
        self,
        *,
        name: str,
        detoxify: "Detoxify",
        languages: Sequence[str],
        thresholds: Mapping[str, Mapping[str, float]],
    ) -> None:
        """Serve a loaded library; `thresholds` are recommendations, by language and attribute."""
        self.name = name
        self.languages = tuple(languages)
        self.attributes = tuple(name for name in detoxify.class_names if name in ATTRIBUTES)
        self.thresholds = {language: dict(by_attribute) for language, by_attribute in thresholds.items()}
        self._detoxify = detoxify

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts; a language that the checkpoint was not trained on gets an empty mapping."""
        return [
            self._score(text) if tag.partition("-")[0].lower() in self.languages else {}
            for text, tag in zip(texts, languages, strict=True)
        ]

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Tell how far the score of the window that decides falls without a word, heaviest first."""
        if language.partition("-")[0].lower() not in self.languages or attribute not in self.attributes:
            return []
        windows = _windows(text)
        rated = [self._predict(text[start:end])[attribute] for start, end in windows]
        decisive = max(range(len(windows)), key=rated.__getitem__)
        words = _words(text, *windows[decisive])

        def without(places: Sequence[int]) -> float:
            hidden = set(places)
            kept = (text[start:end] for place, (start, end) in enumerate(words) if place not in hidden)
            return self._predict(" ".join(kept))[attribute]

        found = falls(len(words), whole=rated[decisive], without=without)
        return [(*words[place], fall) for place, fall in found]

    def _score(self, text: str) -> dict[str, float]:
        rated = [self._predict(text[start:end]) for start, end in _windows(text)]
        return {attribute: max(each[attribute] for each in rated) for attribute in self.attributes}

    def _predict(self, text: str) -> dict[str, float]:
        # One at a time: a list of one comes back in another shape, and padding would let neighbours matter.
        try:
            found = self._detoxify.predict(text)
        except (RuntimeError, IndexError, ValueError) as error:
            raise ScorerUnavailable("detoxify failed.", private=type(error).__name__) from error
        return {name: float(found[name]) for name in self.attributes}


def load_folder(folder: Path) -> DetoxifyScorer:
    """Load a checkpoint that `moderation model import-detoxify` put into a folder of models.

    Raises:
        ScorerUnavailable: if a file is missing, cut short or altered, if the checkpoint is not one of detoxify's
            format, or if the library is not installed.
    """
    manifest = artefact.read_manifest(folder)
    artefact.require_kind(folder, manifest, kind="detoxify", features=FEATURES)
    for name in manifest["files"]:
        artefact.read_checked(folder, name, manifest)
    return DetoxifyScorer(
        name=f"{manifest['name']}@{manifest['version']}",
        detoxify=open_checkpoint(folder / CHECKPOINT, folder / ENCODER),
        languages=tuple(manifest["languages"]),
        thresholds={tag: each.get("thresholds", {}) for tag, each in manifest["languages"].items()},
    )


def open_checkpoint(path: Path, encoder: Path) -> "Detoxify":
    """Hand a checkpoint to the library after it was read as plain tensors and found to fit its encoder.

    detoxify itself opens checkpoints with a loader that runs code, asks a hub for the encoder, and takes weights
    under other names for none: it is given a copy that names the folder, made of what was checked.

    Raises:
        ScorerUnavailable: if the library is not installed or the checkpoint is not of its format.
    """
    try:
        import torch
        from detoxify import Detoxify
    except ImportError as error:
        raise ScorerUnavailable(_MISSING) from error
    checked = _checked(read_plain(path), path, encoder)
    with tempfile.TemporaryDirectory() as scratch:
        torch.save(checked, Path(scratch) / CHECKPOINT)
        try:
            library = Detoxify(checkpoint=str(Path(scratch) / CHECKPOINT))
        except (OSError, RuntimeError, ValueError) as error:
            raise ScorerUnavailable(f"{path}: detoxify cannot load it ({error}); {_REMEDY}") from error
    library.tokenizer.model_max_length = _MOST_TOKENS  # or long texts end in an index error
    library.model.eval()
    return library


def read_plain(path: Path) -> Any:
    """Read a checkpoint as tensors and plain values; nothing in it is run.

    Raises:
        ScorerUnavailable: if it cannot be read so.
    """
    import pickle

    import torch

    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, ValueError, EOFError, KeyError, pickle.UnpicklingError) as error:
        first = str(error).split("\n")[0]
        raise ScorerUnavailable(f"{path}: is no checkpoint of plain tensors ({first}); {_REMEDY}") from error


def _checked(loaded: Any, path: Path, encoder: Path) -> dict[str, Any]:
    """Return the checkpoint with the encoder's folder in it, if its parts fit each other."""
    import torch
    import transformers

    try:
        arch = dict(loaded["config"]["arch"]["args"])
        classes = list(loaded["config"]["dataset"]["args"]["classes"])
        state = loaded["state_dict"]
        model_name, tokenizer_name = str(arch["model_name"]), str(arch["tokenizer_name"])
        outputs = int(arch["num_classes"])
    except (KeyError, TypeError, ValueError) as error:
        raise ScorerUnavailable(f"{path}: is not of detoxify's format (lacks {error}); {_REMEDY}") from error
    if model_name not in ENCODERS or tokenizer_name not in TOKENIZERS:
        raise ScorerUnavailable(f"{path}: names {model_name} and {tokenizer_name}, which are not served")
    if not 0 < len(classes) <= outputs:
        raise ScorerUnavailable(f"{path}: names {len(classes)} classes for {outputs} outputs; {_REMEDY}")
    kind = getattr(transformers, model_name)
    try:
        with torch.device("meta"):
            expected = kind(kind.config_class.from_pretrained(encoder, num_labels=outputs)).state_dict()
    except (OSError, ValueError) as error:
        raise ScorerUnavailable(f"{encoder}: holds no configuration of an encoder ({error}); {_REMEDY}") from error
    _require_same(path, {k: v.shape for k, v in expected.items()}, {k: v.shape for k, v in state.items()})
    args = {"num_classes": outputs, "model_name": model_name, "tokenizer_name": tokenizer_name}
    return {
        "config": {
            "arch": {"args": args | {"model_type": str(encoder.resolve())}},
            "dataset": {"args": {"classes": classes}},
        },
        "state_dict": state,
    }


def _require_same(path: Path, expected: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """Refuse weights under other names: the library would leave the encoder as chance made it, and say nothing."""
    known = {name: shape for name, shape in found.items() if not name.endswith("position_ids")}
    wrong = sorted(name for name in expected.keys() | known.keys() if expected.get(name) != known.get(name))
    if wrong:
        raise ScorerUnavailable(
            f"{path}: its weights are not those of its encoder: {wrong[0]} and {len(wrong) - 1} others differ; "
            f"{_REMEDY}"
        )


def _windows(text: str) -> list[tuple[int, int]]:
    """Where the pieces of a long text begin and end, cut between words, each half of the last again."""
    if len(text) <= WINDOW_CHARS:
        return [(0, len(text))]
    windows: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = min(start + WINDOW_CHARS, len(text))
        if end < len(text):
            space = text.rfind(" ", start + WINDOW_CHARS // 2, end)
            end = space if space > 0 else end
        windows.append((start, end))
        if end == len(text):
            break
        half = text.find(" ", start + (end - start) // 2, end)
        start = half + 1 if half > 0 else end
    return windows


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    words: list[tuple[int, int]] = []
    at = start
    for piece in text[start:end].split():
        at = text.index(piece, at)
        words.append((at, at + len(piece)))
        at += len(piece)
    return words
