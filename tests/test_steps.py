"""The steps of the pipeline, where they do more than the pipeline's tests show."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import Comment, Format
from moderation.domain.observation import Rating
from moderation.domain.record import Submission
from moderation.domain.verdict import Span
from moderation.ports import Scores
from moderation.steps import Case, evaluate, normalise, observe, recall, rounds, score
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, author, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer


def cases(*sent: Submission) -> list[Case]:
    """Make cases of submissions, read."""
    made = [Case(submission=each) for each in sent]
    normalise(made)
    return made


def rated(*made: Comment, scorer: WordScorer, expected: str = "en") -> list[Rating]:
    """Score comments and return their ratings."""
    some = cases(*map(submission, made))
    score(some, scorer=scorer, languages=OneLanguage(), policy=policy())
    return [case.rating for case in some]


def test_model_is_asked_once_for_all(scorer: WordScorer) -> None:
    """One question for sixty comments is what makes a batch cheaper than its parts."""
    calls: list[int] = []

    class Counting(WordScorer):
        """Counts its calls."""

        def score(self, texts: object, *, languages: object) -> list[Scores]:
            calls.append(1)
            return super().score(texts, languages=languages)  # type: ignore[arg-type]

    rated(*(comment(f"Number {n}.") for n in range(60)), scorer=Counting())

    assert calls == [1]


def test_text_that_is_disguised_gets_the_larger_of_two_scores(scorer: WordScorer) -> None:
    """A reading that the model knows better must not be lost to one that it does not know."""
    typed = WordScorer({"i\u200bdiot": {"insult": 0.9}, "idiot": {"toxicity": 0.8}})
    plain, disguised = rated(comment("idiot"), comment("i\u200bdiot"), scorer=typed)

    assert plain.scores
    assert disguised.scores
    assert (plain.scores["insult"], plain.scores["toxicity"]) == (0.01, 0.8)
    assert (disguised.scores["insult"], disguised.scores["toxicity"]) == (0.9, 0.8)


@pytest.mark.parametrize(
    ("text", "format", "expected"),
    [
        ("You idiot.", Format.PLAIN, [Span(4, 9)]),
        ("You i\u200bdiot.", Format.PLAIN, [Span(4, 10)]),
        ("You utter idiot.", Format.PLAIN, [Span(4, 15)]),
        ("<b>You</b> idiot.", Format.HTML, [Span(11, 16)]),
    ],
)
def test_words_that_carry_a_score_are_shown_where_they_were_typed(
    memory: MemoryStorage, text: str, format: Format, expected: list[Span]
) -> None:
    """A site marks the words in the text that its reader sent, markup and disguise included."""
    scorer = WordScorer({"idiot": {"insult": 0.95}, "utter": {"insult": 0.9}})
    (case,) = some = cases(submission(comment(text, format=format)))
    score(some, scorer=scorer, languages=OneLanguage(), policy=policy())
    with memory.read(NORTH) as transaction:
        observe(some, transaction, policy=policy(), at=START)
    evaluate(some, policy=policy(), at=START)

    assert list(case.verdict.matches[0].spans) == expected


def test_nobody_is_asked_about_when_all_is_known(memory: MemoryStorage) -> None:
    """A batch of retries costs one look."""
    with memory.read(NORTH) as transaction:
        observe([], transaction, policy=policy(), at=START)

        assert recall([], transaction, at=START) == []


NAMES = st.sampled_from(["1", "2", "3"])
SENT = st.builds(
    lambda id, text, by, key: dataclasses.replace(
        submission(comment(f"Text {text}.", id=f"c-{id}", author=author(f"u-{by}"))), idempotency_key=key
    ),
    id=NAMES,
    text=NAMES,
    by=NAMES,
    key=st.none() | NAMES,
)


@given(st.lists(SENT, max_size=12))
def test_rounds_keep_the_order_of_what_belongs_together(sent: list[Submission]) -> None:
    """Whatever shares a comment, a key, an author or a text is judged one after the other, each once."""
    some = cases(*sent)
    split = list(rounds(some))

    assert sorted(map(id, (case for each in split for case in each))) == sorted(map(id, some))
    place = {id(case): number for number, each in enumerate(split) for case in each}
    for index, one in enumerate(some):
        for other in some[index + 1 :]:
            if names(one) & names(other):
                assert place[id(one)] < place[id(other)]


def names(case: Case) -> set[str | None]:
    """Return what two cases of one round must not share."""
    sent = case.submission
    key = f"key {sent.idempotency_key}" if sent.idempotency_key else sent.comment.id
    return {sent.comment.id, f"by {sent.author_key}", f"text {sent.read_digest}", key}


@given(st.text(max_size=30))
def test_fingerprint_goes_by_what_is_read(text: str) -> None:
    """Two that look alike are copies, and an empty comment is nobody's copy."""
    (one, shouted) = cases(submission(comment(text)), submission(comment(f"  {text}  ")))

    assert one.submission.read_digest == shouted.submission.read_digest
    assert (one.submission.read_digest is None) == (not one.text.soft.text.split())
