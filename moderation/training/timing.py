"""What a comment of sixty words costs a scorer, on one core."""

import time
from typing import Final

from moderation.ports import Scorer

_SENTENCE: Final = (
    "I agree with much of what was said at the meeting, and would add a thought on the bridge and its cost."
)
_WORDS: Final = 60


def milliseconds(scorer: Scorer, *, rounds: int = 60) -> float:
    """Return the median over single comments of sixty words, in milliseconds."""
    texts = [" ".join(f"{_SENTENCE} Number {round_}. {_SENTENCE}".split() * 2).strip() for round_ in range(rounds)]
    durations = []
    for text in texts:
        comment = " ".join(text.split()[:_WORDS])
        started = time.perf_counter()
        scorer.score([comment], languages=["en"])
        durations.append(time.perf_counter() - started)
    return round(sorted(durations)[rounds // 2] * 1_000, 3)
