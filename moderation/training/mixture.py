"""Which rows of which source the encoder draws in an epoch, lest a source teach itself instead of the fault."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from moderation.training.dataset import Row

#: How often a row of a source is drawn in one epoch; a fraction is drawn by chance, anew in each epoch.
#: News comments and both-sided sources are drawn more often than their size, tweets chosen by keyword less.
DRAWS: Final = {
    "jigsaw": 1.0,
    "jigsaw:lowercased": 0.4,
    "toxic_spans": 0.8,
    "toxic_spans:sentences": 0.5,
    "toxic_spans:remainders": 1.0,
    "fox_news": 2.0,
    "stormfront": 0.5,
    "toxigen": 0.8,
    "davidson": 0.1,
    "hatemoji": 1.0,
    "surge": 1.0,
    "hatexplain": 0.25,
    "youtube_spam": 2.0,
    "sms_spam": 0.4,
    "own": 1.0,
    "templates": 0.8,
}


def draw(rows: Sequence[Row], *, seed: int, epoch: int) -> list[int]:
    """Choose the rows of an epoch, shuffled: indices into `rows`; the same for the same seed and epoch."""
    generator = np.random.default_rng([seed, epoch])
    by_source: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        by_source[row.source].append(place)
    chosen: list[int] = []
    for source, places in sorted(by_source.items()):
        whole, part = divmod(DRAWS.get(source, 0.0), 1)
        chosen += places * int(whole)
        chosen += generator.choice(places, round(part * len(places)), replace=False).tolist()
    generator.shuffle(chosen)
    return chosen


def batches(chosen: Sequence[int], lengths: Sequence[int], *, size: int, seed: int, epoch: int) -> list[list[int]]:
    """Split an epoch into batches of texts of like length, in random order: padding would cost as much as text."""
    generator = np.random.default_rng([seed, epoch, 1])
    pool = size * 64
    made: list[list[int]] = []
    for start in range(0, len(chosen), pool):
        some = sorted(chosen[start : start + pool], key=lambda place: lengths[place])
        made += [some[at : at + size] for at in range(0, len(some), size)]
    generator.shuffle(made)
    return made
