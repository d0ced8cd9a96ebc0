"""The linear scorer: hashed n-grams times weights, calibrated, exact in its explanations; numpy alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from moderation.ports import Scores
from moderation.scoring import artefact
from moderation.scoring.features import (
    FEATURES,
    Counts,
    codes_of,
    counts_of,
    grams_of,
    traced_codes_of,
    windows_of,
)

#: How many texts (or windows of texts) are counted at once: larger batches fall out of the processor's cache.
_BATCH: Final = 64
#: The last column of `weights` holds rarities in units of one eighth.
RARITY_UNIT: Final = 8.0

_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What rates one language.

    Attributes:
        attributes: in the order of the columns.
        bits: logarithm of the number of buckets.
        weights: int8 array of shape (2 ** bits, n_attributes + 1); weights as signed square roots,
            in units of `scales`; the last column is the rarity of the bucket in eighths, 0 if it is unused.
        scales: float32 array of shape (n_attributes,).
        intercepts: float32 array of shape (n_attributes,).
        slopes: float32 array of shape (n_attributes,), and
        offsets: float32 array of shape (n_attributes,): calibration after Platt (1999),
            score = 1 / (1 + exp(-(slope * logit + offset))).
        window_penalties: float32 array of shape (n_attributes,), by how much a window's logit must be above
            the whole text's to count.
    """

    attributes: tuple[str, ...]
    bits: int
    weights: NDArray[np.int8]
    scales: _Floats
    intercepts: _Floats
    slopes: _Floats
    offsets: _Floats
    window_penalties: _Floats

    def logits(self, counts: Counts) -> _Floats:
        """Rate counted texts: float32 array of shape (n_texts, n_attributes)."""
        weighted = self._contributions(counts)
        logits = np.tile(self.intercepts, (counts.bounds.size - 1, 1))
        filled = np.flatnonzero(np.diff(counts.bounds))
        if filled.size:
            logits[filled] += np.add.reduceat(weighted, counts.bounds[filled], axis=0) * self.scales
        return logits

    def _contributions(self, counts: Counts) -> _Floats:
        rows = self.weights.take(counts.buckets, axis=0).astype(np.float32)
        strengths = (np.log(counts.counts) + 1) * rows[:, -1]
        strengths *= _inverse_norms(counts, strengths, half=1 << (self.bits - 1))
        roots = rows[:, :-1]
        roots *= np.abs(roots)
        roots *= strengths[:, None]
        return roots

    def parts(self, counts: Counts, column: int) -> _Floats:
        """What each entry adds to the logit of one attribute: float32 array of shape (n_entries,)."""
        return np.asarray(self._contributions(counts)[:, column] * self.scales[column], dtype=np.float32)

    def calibrated(self, logits: _Floats) -> _Floats:
        """Turn logits into probabilities."""
        return np.asarray(1 / (1 + np.exp(-(self.slopes * logits + self.offsets))), dtype=np.float32)


def _inverse_norms(counts: Counts, strengths: _Floats, *, half: int) -> _Floats:
    """Characters and words have length one each in every text (entries are ordered: characters first)."""
    words = np.concatenate([[False], counts.buckets >= half])
    edges = np.zeros(strengths.size + 1, dtype=np.bool_)
    edges[counts.bounds] = True
    edges[1:-1] |= words[2:] != words[1:-1]
    cuts = np.flatnonzero(edges[:-1])
    if not cuts.size:
        return np.ones(0, dtype=np.float32)
    squares = np.add.reduceat(strengths * strengths, cuts)
    inverse = 1 / np.sqrt(np.maximum(squares, np.float32(1e-12)))
    return np.repeat(inverse, np.diff(np.append(cuts, strengths.size)))


class LinearScorer:
    """Rates texts in the languages it has heads for; implements `moderation.ports.Scorer`."""

    def __init__(
        self, *, name: str, heads: Mapping[str, Head], thresholds: Mapping[str, Mapping[str, float]]
    ) -> None:
        """Serve `heads` by language; `thresholds` are recommendations, by language and attribute."""
        self.name = name
        self.heads = dict(heads)
        self.languages = tuple(self.heads)
        self.attributes = tuple(dict.fromkeys(a for head in self.heads.values() for a in head.attributes))
        self.thresholds = {language: dict(by_attribute) for language, by_attribute in thresholds.items()}

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts; a language without a head gets an empty mapping."""
        scores: list[Scores] = [{} for _ in texts]
        for language, head in self.heads.items():
            places = [i for i, tag in enumerate(languages) if _primary(tag) == language]
            if not places:
                continue
            rated = head.calibrated(head_logits(head, [texts[i] for i in places])).tolist()
            for i, row in zip(places, rated, strict=True):
                scores[i] = dict(zip(head.attributes, row, strict=True))
        return scores

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Tell what each word adds to the logit of the window that decides, heaviest first.

        Exact: the weights and the head's intercept sum to that window's logit.
        """
        head = self.heads.get(_primary(language))
        if head is None or attribute not in head.attributes:
            return []
        codes, typed = traced_codes_of(text)
        column = head.attributes.index(attribute)
        start, end = _decisive(head, codes, column)
        return _spans(codes[start:end], typed[start:end], _character_parts(head, codes[start:end], column))


def load_folder(folder: Path) -> LinearScorer:
    """Load the model whose files lie in `folder`.

    Raises:
        ScorerUnavailable: if a file is missing, cut short or altered, or does not fit this code.
    """
    manifest = artefact.read_manifest(folder)
    artefact.require_kind(folder, manifest, kind="linear", features=FEATURES)
    arrays = artefact.read_arrays(folder, manifest)
    heads = {tag: _head(folder, tag, about, arrays) for tag, about in manifest["languages"].items()}
    thresholds = {tag: about.get("thresholds", {}) for tag, about in manifest["languages"].items()}
    return LinearScorer(name=f"{manifest['name']}@{manifest['version']}", heads=heads, thresholds=thresholds)


def _head(folder: Path, tag: str, about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Head:
    path = folder / artefact.WEIGHTS
    attributes = tuple(about["attributes"])
    bits, width = int(about["bits"]), len(attributes)

    def floats(name: str) -> _Floats:
        return artefact.require_shape(path, f"{tag}.{name}", arrays, (width,)).astype(np.float32)

    return Head(
        attributes=attributes,
        bits=bits,
        weights=artefact.require_shape(path, f"{tag}.weights", arrays, (1 << bits, width + 1)).astype(np.int8),
        scales=floats("scales"),
        intercepts=floats("intercepts"),
        slopes=floats("slopes"),
        offsets=floats("offsets"),
        window_penalties=floats("window_penalties"),
    )


def head_logits(head: Head, texts: Sequence[str]) -> _Floats:
    """Rate whole texts and the windows of long ones; the highest counts, windows less their penalty."""
    whole = [codes_of(text) for text in texts]
    logits = _batched(head, whole)
    windows = [(i, codes[start:end]) for i, codes in enumerate(whole) for start, end in windows_of(codes)]
    if windows:
        owners = np.array([i for i, _ in windows])
        np.maximum.at(logits, owners, _batched(head, [window for _, window in windows]) - head.window_penalties)
    return logits


def _batched(head: Head, texts: Sequence[NDArray[np.uint32]]) -> _Floats:
    parts = [np.empty((0, len(head.attributes)), dtype=np.float32)]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        parts.append(head.logits(counts_of(grams_of(batch, bits=head.bits), texts=len(batch))))
    return np.concatenate(parts)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _decisive(head: Head, codes: NDArray[np.uint32], column: int) -> tuple[int, int]:
    """Where the window begins and ends whose logit is the text's."""
    cuts = [(0, codes.size), *windows_of(codes)]
    logits = _batched(head, [codes[start:end] for start, end in cuts])[:, column]
    logits[1:] -= head.window_penalties[column]
    return cuts[int(np.argmax(logits))]


def _character_parts(head: Head, codes: NDArray[np.uint32], column: int) -> NDArray[np.float64]:
    """Spread what each n-gram adds evenly over its characters that are no spaces."""
    grams = grams_of([codes], bits=head.bits)
    counts = counts_of(grams, texts=1)
    visible = (codes != 32).astype(np.float64)
    if not counts.buckets.size:
        return np.zeros(codes.size)
    entry = np.searchsorted(counts.buckets, grams.buckets)
    letters = np.concatenate([[0.0], np.cumsum(visible)])
    share = (
        head.parts(counts, column)[entry] / counts.counts[entry] / (letters[grams.ends] - letters[grams.starts])
    )
    steps = np.bincount(grams.starts, share, codes.size + 1) - np.bincount(grams.ends, share, codes.size + 1)
    return np.asarray(np.cumsum(steps)[:-1] * visible)


def _spans(
    codes: NDArray[np.uint32], typed: NDArray[np.intp], parts: NDArray[np.float64]
) -> list[tuple[int, int, float]]:
    spaces = np.flatnonzero(np.concatenate([[True], codes == 32, [True]])) - 1
    spans: list[tuple[int, int, float]] = []
    for before, after in zip(spaces[:-1].tolist(), spaces[1:].tolist(), strict=True):
        if after - before > 1:
            word = slice(before + 1, after)
            start, end = _trimmed(codes[word])
            spans.append((int(typed[before + 1 + start]), int(typed[before + end]) + 1, float(parts[word].sum())))
    return sorted(spans, key=lambda span: -span[2])


def _trimmed(word: NDArray[np.uint32]) -> tuple[int, int]:
    """Where a word begins and ends without its punctuation; all of it where it is nothing else."""
    letters = [i for i, code in enumerate(word.tolist()) if chr(code).isalnum()]
    return (letters[0], letters[-1] + 1) if letters else (0, word.size)
