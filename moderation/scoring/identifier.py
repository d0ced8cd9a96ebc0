"""Tells a language by the n-grams of bytes in a text: py3langid's model, in a sixth of the memory.

Of a table with a row of 256 numbers for each beginning of an n-gram, only the n-grams are kept, in an automaton
that finds the same ones, and of the weights only the languages that are asked about.
"""

import lzma
import math
import shutil
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from tempfile import TemporaryFile
from typing import Any

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_DIR, MODEL_FILE


class Identifier:
    """Tells one of a few languages: naive Bayes over n-grams, as in Lui and Baldwin (2012)."""

    def __init__(
        self, *, automaton: Any, weights: NDArray[np.float16], priors: NDArray[np.float32], tags: list[str]
    ) -> None:
        """Tell by `weights`, of shape (n_ngrams, n_tags), and `priors`, of shape (n_tags,)."""
        self._automaton, self._weights, self._priors, self._tags = automaton, weights, priors, tags
        #: A language that is written in two ways has two columns: the first of them, and the other.
        self._twice = [(tags.index(tag), at) for at, tag in enumerate(tags) if tags.index(tag) < at]

    def classify(self, text: str) -> tuple[str, float]:
        """Return the likeliest tag of a text in lower case, and how certain that is, in [0, 1]."""
        read = unicodedata.normalize("NFC", text).encode("utf-8", errors="surrogatepass")
        scores = self._scores(read)
        # By the root of the length, so that certainty means the same of short texts and of long ones.
        scores *= 1.0 / math.sqrt(len(read) or 1)
        np.exp(scores - scores.max(), out=scores)
        scores /= scores.sum()
        for first, other in self._twice:
            scores[first] += scores[other]
            scores[other] = 0.0
        likeliest = int(scores.argmax())
        return self._tags[likeliest], float(scores[likeliest])

    def _scores(self, read: bytes) -> NDArray[np.float32]:
        met, last = [], 0
        for number, _, end in self._automaton.find_matches_as_indexes(read, overlapping=True):
            if end > last:  # of those that end at one place, the first is the longest, and it alone counts
                met.append(number)
                last = end
        if not met:
            return np.zeros(len(self._tags), dtype=np.float32)
        found = Counter(met)
        numbers = np.fromiter(found, dtype=np.intp, count=len(found))
        counts = np.fromiter(found.values(), dtype=np.float32, count=len(found))
        return np.asarray(np.log1p(counts) @ self._weights[numbers] + self._priors)


def load(groups: Mapping[str, Collection[str]]) -> dict[str, Identifier]:
    """Load py3langid's model: an identifier for each group of tags, by the name of the group."""
    # Its own loader makes of each array a list or a copy, of which none is kept here.
    with lzma.open(MODEL_DIR / MODEL_FILE) as packed, TemporaryFile() as file:
        shutil.copyfileobj(packed, file)
        file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            ngrams = _ngrams(arrays["nextmove"].reshape(-1, 256), arrays["nextmove_row"], arrays["out_feat"])
            weights, priors, tags = arrays["ptc"], arrays["pc"], arrays["classes"]
    automaton = ahocorasick_rs.BytesAhoCorasick([ngrams[number] for number in range(len(weights))])
    identifiers = {}
    for name, some in groups.items():
        columns = np.flatnonzero(np.isin(tags, list(some)))
        identifiers[name] = Identifier(
            automaton=automaton, weights=weights[:, columns], priors=priors[columns], tags=tags[columns].tolist()
        )
    return identifiers


def _ngrams(moves: NDArray[Any], rows: NDArray[Any], numbers: NDArray[Any]) -> dict[int, bytes]:
    """Return the n-grams by their numbers: the shortest way to each state that tells one.

    `moves[rows[state], byte]` is the state that comes next; `numbers[state]` is negative where it tells none.
    """
    ngrams: dict[int, bytes] = {}
    is_known, is_read = np.zeros(len(numbers), dtype=np.bool_), np.zeros(len(moves), dtype=np.bool_)
    is_known[0] = True
    states, ways = np.zeros(1, dtype=np.intp), np.zeros((1, 0), dtype=np.uint8)
    while states.size:
        # States that share a row with one before them lead to nothing new.
        is_new = ~is_read[rows[states]]
        states, ways = states[is_new], ways[is_new]
        is_read[rows[states]] = True
        following = moves[rows[states]]
        origins, letters = np.nonzero(~is_known[following])
        states = following[origins, letters]
        ways = np.column_stack([ways[origins], letters.astype(np.uint8)])
        is_known[states] = True
        for number, way in zip(numbers[states].tolist(), ways, strict=True):
            if number >= 0:
                ngrams.setdefault(number, way.tobytes())
    return ngrams
