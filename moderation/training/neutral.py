"""Takes from the name of a group what it adds to a score by itself (after Dixon et al. 2018, by other means)."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from moderation.scoring.features import codes_of, grams_of
from moderation.training.vectors import count, weighted

_NAMES: Final = """
    african africans american americans arab arabs armenian armenians asian asians atheist atheists azerbaijani
    azerbaijanis azeri azeris bisexual black blacks blind buddhist catholic catholics chinese christian christians
    conservative conservatives deaf disabled female feminist feminists gay gays georgian georgians german germans
    greek greeks heterosexual hindu hindus homosexual homosexuals immigrant immigrants indian indians
    iranian iranians islam islamic israeli israelis
    jew jewish jews kurd kurdish kurds latino latinos lesbian lesbians lgbt liberal
    liberals male mexican mexicans muslim muslims old palestinian palestinians queer refugee refugees roma russian
    russians sikh straight trans transgender turk turkish turks ukrainian ukrainians white whites woman women young
"""
#: What groups and peoples are called.
NAMES: Final = tuple(_NAMES.split())
#: Words that a name is compared with: nobody is attacked by them.
_PLAIN: Final = "local annual wooden nearby famous early daily quiet yellow modern square common"
_FRAMES: Final = (
    "{name}",
    "the {name} neighbour next door",
    "a story about {name} life in the city",
    "it was a {name} choir that sang on the radio",
    "we talked with {name} visitors about the weather",
    "she is {name} and works at the post office",
)


def corrections(
    coefficients: NDArray[np.float32], rarity: NDArray[np.int8], kept: NDArray[np.intp]
) -> NDArray[np.float32]:
    """What to add to the weights of the names as whole words, so that they weigh no more than plain words do.

    Only names that raise the logit are corrected; the rest of the sentence keeps its weights.
    `coefficients` and the answer: float32 arrays of shape (n_kept,).
    """
    bits = int(np.log2(rarity.size))
    plain = np.median([_logits(word, coefficients, rarity, bits) for word in _PLAIN.split()], axis=0)
    places = {int(bucket): place for place, bucket in enumerate(kept.tolist())}
    added = np.zeros_like(coefficients)
    for name in NAMES:
        place = places.get(_word_bucket(name, bits))
        excess = float(np.mean(_logits(name, coefficients, rarity, bits) - plain))
        if place is not None and excess > 0:
            added[place] -= excess / _strength(name, place, rarity, bits)
    return added


def _sentences(name: str) -> Sequence[str]:
    return [frame.format(name=name) for frame in _FRAMES]


def _logits(
    name: str, coefficients: NDArray[np.float32], rarity: NDArray[np.int8], bits: int
) -> NDArray[np.float32]:
    matrix, _ = weighted(count(_sentences(name), bits=bits), rarity)
    return np.asarray(matrix @ coefficients, dtype=np.float32)


def _strength(name: str, place: int, rarity: NDArray[np.int8], bits: int) -> float:
    matrix, _ = weighted(count(_sentences(name), bits=bits), rarity)
    return float(matrix[:, [place]].mean())


def _word_bucket(name: str, bits: int) -> int:
    buckets = grams_of([codes_of(name)], bits=bits).buckets
    return int(buckets.max())  # The only word; words fall into the upper half.
