"""How much of what a model finds it still finds when the telling word is disguised."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from moderation.domain.text import normalise
from moderation.ports import Scorer
from moderation.testing.disguises import HEURISTIC, UNICODE, WRITTEN, Trick

_WORDS: Final = tuple(
    str.split("idiot moron stupid bastard asshole scumbag imbecile cretin pervert bullshit wanker dickhead")
)
_FRAMES: Final = ("You are such a {}, honestly.", "What a {} you are", "Shut up, you {}, nobody asked you")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """One kind of disguise, on sentences that the model flags when they are written plainly."""

    kind: str
    sentences: int
    #: Which share is flagged if the model reads what was typed.
    as_typed: float
    #: Which share is flagged by the service, where the model also reads the text with its disguise undone.
    as_read: float


def survivals(scorer: Scorer, *, attribute: str, threshold: float) -> Iterator[Survival]:
    """Disguise the telling word of each sentence in every way that is known."""
    plain = [(frame, word) for frame in _FRAMES for word in _WORDS]
    scored = _scores(scorer, [frame.format(word) for frame, word in plain], attribute)
    caught = [pair for pair, score in zip(plain, scored, strict=True) if score >= threshold]
    if not caught:
        return
    tricks: Mapping[str, Trick] = {**UNICODE, **WRITTEN, **HEURISTIC}
    for kind, trick in tricks.items():
        typed = [frame.format(trick(word)) for frame, word in caught]
        first = _scores(scorer, typed, attribute)
        second = _scores(scorer, [normalise(text).read for text in typed], attribute)
        yield Survival(
            kind=kind,
            sentences=len(caught),
            as_typed=_share(first, threshold),
            as_read=_share([max(pair) for pair in zip(first, second, strict=True)], threshold),
        )


def _scores(scorer: Scorer, texts: Sequence[str], attribute: str) -> list[float]:
    return [scores.get(attribute, 0.0) for scores in scorer.score(texts, languages=["en"] * len(texts))]


def _share(scores: Sequence[float], threshold: float) -> float:
    return round(sum(score >= threshold for score in scores) / len(scores), 3)
