"""A site's own people teach the model: gather their labels, fit a small head, propose it only if it is better."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from moderation.domain.comment import SiteId
from moderation.domain.outcome import Judged
from moderation.domain.record import StoredComment
from moderation.domain.text import normalise
from moderation.ports import Scorer, Scores, Storage

#: Fewer labels than that prove nothing, nor do fewer of either kind among those kept back.
FEWEST_LABELS = 300
FEWEST_HELD_OF_A_KIND = 25
#: Labels of one person and day that count: a burst from one account steers nothing.
MOST_A_DAY = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a site's head does to one attribute of a model: weights of the logits of all attributes, and an offset.

    The offset keeps the mean score of the site's comments where it was: what is flagged changes, not how much.
    """

    attribute: str
    weights: Mapping[str, float]
    offset: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A head beside the model as it is, on labels that were kept back: areas under the ROC curve."""

    incumbent: float
    candidate: float
    #: 95 % bootstrap interval of the difference, on the same resampled labels.
    low: float
    high: float
    held: int
    held_removed: int

    @property
    def is_better(self) -> bool:
        """Whether the head is better beyond doubt."""
        return self.low > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One label that may teach: scores, and whether people removed the comment."""

    id: str
    scores: Scores
    is_removed: bool
    is_held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The labels of a site that may teach, and why the others may not."""

    labels: tuple[Labelled, ...]
    #: People who gave them, and how many each.
    people: Mapping[str, int]
    #: Why labels were left out → how many.
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What came of a lesson; `head` and `comparison` are `None` where there was too little to learn from."""

    lesson: Lesson
    head: Head | None
    comparison: Comparison | None
    #: Why the model stays as it is; `None` where the head is better beyond doubt.
    refusal: str | None


class Trainer(Protocol):
    """Fits and compares heads; `moderation.training.tune` implements it."""

    def fit(self, labels: Sequence[Labelled], *, attribute: str) -> Head:
        """Fit a head to the labels that are not kept back."""
        ...

    def compare(self, head: Head, labels: Sequence[Labelled]) -> Comparison:
        """Compare a head with the model as it is, on the labels that are kept back."""
        ...


def gather(storage: Storage, *, site: SiteId, scorer: Scorer, language: str = "en") -> Lesson:
    """Collect what a site's people decided on comments in a language, with the scores of the model that learns.

    Only labels count that somebody signed. Scores that another model gave are made anew from the text.
    """
    left_out: Counter[str] = Counter()
    signed: list[Judged] = []
    with storage.read(site) as transaction:
        for word in transaction.decisions.judged():
            if not word.by:
                left_out["nobody signed it"] += 1
            elif (word.language or language).partition("-")[0] != language:
                left_out[f"not in language '{language}'"] += 1
            elif word.model == scorer.name and word.scores:
                signed.append(word)
            elif (text := _text(transaction.decisions.comment(word.comment_id), word)) is None:
                left_out["scored by another model, and its text is gone or was edited"] += 1
            else:
                (scores,) = scorer.score([normalise(text).read], languages=[language])
                signed.append(replace(word, scores=scores))
    kept = capped(signed)
    left_out["more than one person's share"] = len(signed) - len(kept)
    return Lesson(
        labels=tuple(_labelled(word, site) for word in kept),
        people=Counter(str(word.by) for word in kept),
        left_out={why: count for why, count in left_out.items() if count},
    )


def propose(lesson: Lesson, trainer: Trainer, *, attribute: str = "toxicity") -> Proposal:
    """Fit a head and compare it; it is proposed only if it is better beyond doubt."""
    missing = _missing(lesson)
    if missing is not None:
        return Proposal(lesson=lesson, head=None, comparison=None, refusal=missing)
    head = trainer.fit([label for label in lesson.labels if not label.is_held], attribute=attribute)
    found = trainer.compare(head, [label for label in lesson.labels if label.is_held])
    refusal = (
        None if found.is_better else "it is not better beyond doubt: the interval of the difference holds zero"
    )
    return Proposal(lesson=lesson, head=head, comparison=found, refusal=refusal)


def capped(words: Sequence[Judged]) -> list[Judged]:
    """Leave out what one person gave beyond a day's measure, and beyond what all others gave together.

    Which of too many labels stay is told by their fingerprints: no choice of the person's own.
    """
    by_person: dict[str, list[Judged]] = defaultdict(list)
    a_day: Counter[tuple[str, str]] = Counter()
    for word in sorted(words, key=_fingerprint):
        day = str(word.by), word.at.date().isoformat()
        a_day[day] += 1
        if a_day[day] <= MOST_A_DAY:
            by_person[day[0]].append(word)
    total = sum(map(len, by_person.values()))
    kept = []
    for some in by_person.values():
        others = total - len(some)
        kept += some[:others] if others else some  # a newsroom of one learns from that one
    return kept


def _missing(lesson: Lesson) -> str | None:
    """Say what a lesson still lacks."""
    if len(lesson.labels) < FEWEST_LABELS:
        return f"it needs {FEWEST_LABELS} labels, and there are {len(lesson.labels)}"
    held = [label.is_removed for label in lesson.labels if label.is_held]
    for is_removed, kind in ((True, "removed"), (False, "approved")):
        if held.count(is_removed) < FEWEST_HELD_OF_A_KIND:
            return (
                f"of the labels kept back {FEWEST_HELD_OF_A_KIND} must be of {kind} comments, "
                f"and {held.count(is_removed)} are"
            )
    return None


def _text(comment: StoredComment, word: Judged) -> str | None:
    return comment.text if comment.revision == word.revision else None


def _labelled(word: Judged, site: SiteId) -> Labelled:
    id = hashlib.blake2b(f"{site}\0{word.comment_id}\0{word.revision}".encode(), digest_size=8).hexdigest()
    return Labelled(id=id, scores=word.scores, is_removed=word.is_removed, is_held=int(id[0], 16) % 3 == 0)


def _fingerprint(word: Judged) -> str:
    return hashlib.blake2b(f"{word.comment_id}\0{word.revision}".encode(), digest_size=8).hexdigest()
