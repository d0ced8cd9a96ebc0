"""A site teaches its model: whose labels count, how many are needed, and what is proposed."""

import dataclasses
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision
from moderation.domain.outcome import Judged, SiteOutcome
from moderation.learning import (
    FEWEST_LABELS,
    MOST_A_DAY,
    Comparison,
    Head,
    Labelled,
    Lesson,
    capped,
    gather,
    propose,
)
from moderation.pipeline import moderate
from moderation.reports import settle
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer
from moderation.training.tune import LogisticTrainer, logits_of, scores_of


def word(number: int, by: str, *, day: int = 0) -> Judged:
    """Return one person's word on one comment."""
    return Judged(
        comment_id=CommentId(f"c-{number}"),
        revision=1,
        is_removed=number % 2 == 0,
        by=by,
        at=START + timedelta(days=day),
        scores={"toxicity": 0.5},
        model="words@1",
        language="en",
    )


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 300), min_size=2))
def test_no_one_outweighs_all_others(labels_by_person: dict[str, int]) -> None:
    """A newsroom's model must not be one person's."""
    words = [
        word(i + 1_000 * place, by) for place, (by, n) in enumerate(labels_by_person.items()) for i in range(n)
    ]

    kept = [each.by for each in capped(words)]

    several = sum(n > 0 for n in labels_by_person.values()) > 1
    assert not several or all(kept.count(by) * 2 <= len(kept) for by in set(kept))
    assert all(kept.count(by) <= MOST_A_DAY for by in labels_by_person)


def test_newsroom_of_one_learns_from_that_one() -> None:
    """Otherwise small sites could never be tuned."""
    assert len(capped([word(i, "ada", day=i // 100) for i in range(500)])) == 500


def test_burst_of_one_day_counts_as_a_days_work() -> None:
    """Five thousand labels in an afternoon are an attack, or a script."""
    others = [word(i + 10_000, f"m{i % 3}", day=i // 60) for i in range(600)]

    kept = capped([*others, *(word(i, "mallory") for i in range(5_000))])

    assert sum(each.by == "mallory" for each in kept) == MOST_A_DAY
    assert len(kept) == 600 + MOST_A_DAY


def _judge(storage: MemoryStorage, scorer: WordScorer, id: str, text: str, by: str | None) -> None:
    at = START + timedelta(seconds=int(id.removeprefix("c-")))
    (made,) = moderate(
        [submission(comment(text, id=id))],
        policy=policy(),
        scorer=scorer,
        languages=OneLanguage(),
        storage=storage,
        at=at,
    )
    assert isinstance(made, Decision)
    settle(
        storage, site=NORTH, id=CommentId(id), outcome=SiteOutcome.REMOVED, by=by, at=FixedClock().advance(days=1)
    )


def test_only_signed_labels_are_gathered_with_their_scores(memory: MemoryStorage, scorer: WordScorer) -> None:
    """An outcome that nobody signed could come from anybody, and a score of another model is another scale."""
    _judge(memory, scorer, "c-1", "You idiot.", by="eve")
    _judge(memory, scorer, "c-2", "You fool.", by=None)
    other = WordScorer({"idiot": {"toxicity": 0.3}})
    other.name = "other@1"

    same, rescored = gather(memory, site=NORTH, scorer=scorer), gather(memory, site=NORTH, scorer=other)

    assert [label.scores["toxicity"] for label in same.labels] == [0.95]
    assert [label.scores["toxicity"] for label in rescored.labels] == [0.3]
    assert (same.people, same.left_out) == ({"eve": 1}, {"nobody signed it": 1})


def test_other_languages_are_left_out(memory: MemoryStorage, scorer: WordScorer) -> None:
    """Each language has weights of its own."""
    _judge(memory, scorer, "c-1", "You idiot.", by="eve")

    assert gather(memory, site=NORTH, scorer=scorer, language="ru").left_out == {"not in language 'ru'": 1}


def lesson(count: int, *, telling: float, seed: int = 0) -> Lesson:
    """Return labels on which `insult` tells what people removed, as far as `telling` says, toxicity nothing."""
    generator = np.random.default_rng(seed)
    labels = []
    for i in range(count):
        is_removed = bool(generator.random() < 0.4)
        insult = float(np.clip(0.5 + telling * (is_removed - 0.5) + generator.normal(0, 0.1), 0.01, 0.99))
        scores = {"toxicity": float(generator.uniform(0.05, 0.95)), "insult": insult}
        labels.append(Labelled(id=str(i), scores=scores, is_removed=is_removed, is_held=i % 3 == 0))
    return Lesson(labels=tuple(labels), people={"eve": count}, left_out={})


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (lesson(FEWEST_LABELS - 1, telling=1), f"it needs {FEWEST_LABELS} labels, and there are 299"),
        (
            dataclasses.replace(
                lesson(400, telling=1),
                labels=tuple(
                    dataclasses.replace(each, is_removed=False) for each in lesson(400, telling=1).labels
                ),
            ),
            "must be of removed comments, and 0 are",
        ),
    ],
    ids=["too few", "one kind"],
)
def test_too_little_to_learn_from_is_told_in_numbers(labels: Lesson, told: str) -> None:
    """An editor who reads how many are missing comes back when they are there."""
    proposal = propose(labels, LogisticTrainer())

    assert (proposal.head, proposal.comparison) == (None, None)
    assert told in (proposal.refusal or "")


def test_head_that_is_better_beyond_doubt_is_proposed() -> None:
    """This site's people remove what insults, whatever else the model finds toxic."""
    proposal = propose(lesson(600, telling=0.6), LogisticTrainer())

    assert proposal.refusal is None
    assert proposal.comparison is not None
    assert proposal.comparison.low > 0.2
    assert proposal.head is not None
    assert proposal.head.weights["insult"] > proposal.head.weights["toxicity"]


def test_head_that_may_be_luck_is_not() -> None:
    """Noise fits noise; a switch for nothing costs the newsroom its habits."""
    proposal = propose(lesson(400, telling=0.0), LogisticTrainer())

    assert proposal.refusal is not None
    assert proposal.comparison is not None
    assert not proposal.comparison.is_better


def test_offset_keeps_how_much_is_flagged() -> None:
    """Rulings about flagged comments cannot say how bad the rest is."""
    labels = [label for label in lesson(500, telling=0.6).labels if not label.is_held]
    head = LogisticTrainer().fit(labels, attribute="toxicity")
    names = sorted(head.weights)
    margins = logits_of(labels, names) @ np.array([head.weights[name] for name in names]) + head.offset

    before = np.mean([label.scores["toxicity"] for label in labels])
    assert scores_of(margins).mean() == pytest.approx(before, abs=1e-3)


@pytest.mark.parametrize(("low", "is_better"), [(0.01, True), (0.0, False), (-0.1, False)])
def test_better_means_that_the_whole_interval_is(low: float, is_better: bool) -> None:
    """A lower end at zero is a coin."""
    found = Comparison(incumbent=0.7, candidate=0.8, low=low, high=0.2, held=100, held_removed=40)

    assert found.is_better is is_better


def test_head_says_what_it_changes() -> None:
    """Weights that nobody can read are weights that nobody can doubt."""
    head = Head(attribute="toxicity", weights={"toxicity": 1.0}, offset=0.0)

    assert dataclasses.asdict(head) == {"attribute": "toxicity", "weights": {"toxicity": 1.0}, "offset": 0.0}
