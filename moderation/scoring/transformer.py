"""The transformer scorer: a small encoder in eight bits, run by ONNX Runtime, long comments in windows."""

import copy
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from moderation.domain.errors import ScorerUnavailable
from moderation.ports import Scores
from moderation.scoring import artefact
from moderation.scoring.occlusion import falls

#: Identifies how texts are tokenised and cut; weights that were measured otherwise do not fit.
FEATURES: Final = "wordpiece-1"
ONNX: Final = "model.onnx"
TOKENIZER: Final = "tokenizer.json"
#: Tokens of a window, the marks at both ends included.
WINDOW_TOKENS: Final = 128
#: By how many tokens windows overlap: a sentence that one window cuts stands whole in the next.
OVERLAP_TOKENS: Final = 32
#: So many windows are read of one text, evenly spread: some 4,500 tokens before any is left out.
MOST_WINDOWS: Final = 48
#: Characters read of one text: more would only be more windows than are read.
_LONGEST_TEXT: Final = 24_000

_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How logits become scores: 1 / (1 + exp(-(slope * logit + offset))), after Platt (1999).

    Attributes:
        slopes: float32 array of shape (n_attributes,).
        offsets: float32 array of shape (n_attributes,).
        window_penalties: float32 array of shape (n_attributes,): what the highest of several windows loses
            for each doubling of their number, since the highest of many is high by chance too.
    """

    slopes: _Floats
    offsets: _Floats
    window_penalties: _Floats


class TransformerScorer:
    """Rates English texts one by one, so that a score does not hang on its neighbours; implements `Scorer`."""

    def __init__(
        self,
        *,
        name: str,
        session: onnxruntime.InferenceSession,
        tokenizer: Tokenizer,
        attributes: Sequence[str],
        languages: Sequence[str],
        calibration: Calibration,
        thresholds: Mapping[str, Mapping[str, float]],
    ) -> None:
        """Serve an encoder; `thresholds` are recommendations, by language and attribute."""
        self.name = name
        self.attributes = tuple(attributes)
        self.languages = tuple(languages)
        self.thresholds = {language: dict(by_attribute) for language, by_attribute in thresholds.items()}
        self._session, self._tokenizer, self._calibration = session, tokenizer, calibration
        self._masked: int = tokenizer.token_to_id("[MASK]") or 0

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts; a language that it was not measured on gets an empty mapping.

        Raises:
            ScorerUnavailable: if the model cannot be run.
        """
        scores: list[Scores] = [{} for _ in texts]
        for place, (text, tag) in enumerate(zip(texts, languages, strict=True)):
            if tag.partition("-")[0].lower() in self.languages:
                rated = self.calibrated(self.logits(text)).tolist()
                scores[place] = dict(zip(self.attributes, rated, strict=True))
        return scores

    def with_session(self, session: onnxruntime.InferenceSession) -> "TransformerScorer":
        """Return the same scorer on another graph of the same encoder."""
        other = copy.copy(self)
        other._session = session
        return other

    def logits(self, text: str) -> _Floats:
        """Rate one text, before calibration: float32 array of shape (n_attributes,)."""
        rated = self.rate_windows(text)
        return np.asarray(rated.max(axis=0) - self._penalty(len(rated)), dtype=np.float32)

    def rate_windows(self, text: str) -> _Floats:
        """Rate each window of a text, before calibration: float32 array of shape (n_windows, n_attributes)."""
        return np.stack([self._run(window.ids) for window in self._windows(text)])

    def calibrated(self, logits: _Floats) -> _Floats:
        """Turn logits into probabilities."""
        slopes, offsets = self._calibration.slopes, self._calibration.offsets
        return np.asarray(1 / (1 + np.exp(-(slopes * logits + offsets))), dtype=np.float32)

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Tell how far the logit of the window that decides falls when a word is hidden, heaviest first."""
        if language.partition("-")[0].lower() not in self.languages or attribute not in self.attributes:
            return []
        column = self.attributes.index(attribute)
        windows = self._windows(text)
        rated = [float(self._run(window.ids)[column]) for window in windows]
        decisive = max(range(len(windows)), key=rated.__getitem__)
        words = _words(text, windows[decisive])

        def without(places: Sequence[int]) -> float:
            hidden = {token for place in places for token in words[place].tokens}
            ids = [self._masked if token in hidden else id for token, id in enumerate(windows[decisive].ids)]
            return float(self._run(ids)[column])

        found = falls(len(words), whole=rated[decisive], without=without)
        return [(words[place].start, words[place].end, fall) for place, fall in found]

    def _penalty(self, windows: int) -> _Floats:
        return np.asarray(self._calibration.window_penalties * np.float32(math.log2(windows)), dtype=np.float32)

    def _windows(self, text: str) -> list[Encoding]:
        whole = self._tokenizer.encode(text[:_LONGEST_TEXT])
        windows = [whole, *whole.overflowing]
        if len(windows) <= MOST_WINDOWS:
            return windows
        return [windows[place] for place in np.linspace(0, len(windows) - 1, MOST_WINDOWS).astype(int)]

    def _run(self, ids: Sequence[int]) -> _Floats:
        tokens = np.asarray([ids], dtype=np.int64)
        try:
            (logits,) = self._session.run(None, {"input_ids": tokens})
        except RuntimeError as error:
            raise ScorerUnavailable("The transformer failed.", private=type(error).__name__) from error
        return np.asarray(logits[0], dtype=np.float32)


@dataclass(slots=True)
class _Word:
    """A word of a window: where it stands in the text, and which tokens it was read as."""

    start: int
    end: int
    tokens: list[int]


def _words(text: str, window: Encoding) -> list[_Word]:
    """Put tokens between spaces together, so that "don't" is one word."""
    words: list[_Word] = []
    for place, (start, end) in enumerate(window.offsets):
        if start == end:  # a mark at either end
            continue
        if words and not any(map(str.isspace, text[words[-1].end : start])) and start >= words[-1].start:
            words[-1].end = max(words[-1].end, end)
            words[-1].tokens.append(place)
        else:
            words.append(_Word(start, end, [place]))
    return [_trimmed(text, word) for word in words]


def _trimmed(text: str, word: _Word) -> _Word:
    """Leave out the punctuation around a word, unless it is nothing else."""
    letters = [place for place in range(word.start, word.end) if text[place].isalnum()]
    return _Word(letters[0], letters[-1] + 1, word.tokens) if letters else word


def load_folder(folder: Path) -> TransformerScorer:
    """Load the model whose files lie in `folder`.

    Raises:
        ScorerUnavailable: if a file is missing, cut short or altered, or does not fit this code.
    """
    manifest = artefact.read_manifest(folder)
    artefact.require_kind(folder, manifest, kind="transformer", features=FEATURES)
    about = manifest["languages"]["en"]
    attributes = tuple(about["attributes"])
    artefact.read_checked(folder, ONNX, manifest)
    return TransformerScorer(
        name=f"{manifest['name']}@{manifest['version']}",
        session=session_of(folder / ONNX, width=len(attributes)),
        tokenizer=tokenizer_of(folder / TOKENIZER, artefact.read_checked(folder, TOKENIZER, manifest)),
        attributes=attributes,
        languages=tuple(manifest["languages"]),
        calibration=_calibration(folder, about),
        thresholds={tag: each.get("thresholds", {}) for tag, each in manifest["languages"].items()},
    )


def session_of(path: Path, *, width: int) -> onnxruntime.InferenceSession:
    """Open an ONNX graph for one thread; it runs no code of its own (custom operators are not registered).

    By its path: of a graph that is given as bytes, a session holds these as well as what it made of them.

    Raises:
        ScorerUnavailable: if it is no graph that this release can run, or rates another number of attributes.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (RuntimeError, ValueError) as error:  # what ONNX Runtime raises is derived from these
        raise ScorerUnavailable(f"{path}: cannot be run ({type(error).__name__}); {artefact.REMEDY}") from error
    named = {one.name for one in session.get_inputs()}
    shape = session.get_outputs()[0].shape
    if named != {"input_ids"} or shape[-1] != width:
        raise ScorerUnavailable(
            f"{path}: takes {sorted(named)} and answers with shape {shape}, "
            f"expected input_ids and {width} attributes; {artefact.REMEDY}"
        )
    return session


def tokenizer_of(path: Path, content: bytes) -> Tokenizer:
    """Read a tokeniser that cuts texts into overlapping windows.

    Raises:
        ScorerUnavailable: if it cannot be read.
    """
    try:
        tokenizer = Tokenizer.from_str(content.decode("utf-8"))
    except Exception as error:
        raise ScorerUnavailable(f"{path}: is no tokeniser ({error}); {artefact.REMEDY}") from error
    tokenizer.enable_truncation(WINDOW_TOKENS, stride=OVERLAP_TOKENS)
    tokenizer.no_padding()
    return tokenizer


def _calibration(folder: Path, about: Mapping[str, Any]) -> Calibration:
    width = len(about["attributes"])
    columns = {name: np.asarray(about.get(name, ()), dtype=np.float32) for name in _COLUMNS}
    for name, column in columns.items():
        if column.shape != (width,) or not np.isfinite(column).all():
            raise ScorerUnavailable(
                f"{folder / artefact.MANIFEST}: {name} are not {width} numbers; {artefact.REMEDY}"
            )
    return Calibration(**columns)


_COLUMNS: Final = ("slopes", "offsets", "window_penalties")
