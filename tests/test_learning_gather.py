"""Labels that cannot teach: their text is gone, or the model has no score for their language."""

from datetime import timedelta

import pytest

from moderation.domain.comment import CommentId, Kind
from moderation.domain.outcome import SiteOutcome
from moderation.learning import Lesson, gather
from moderation.pipeline import moderate
from moderation.reports import erase, settle
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer

_C1 = CommentId("c-1")
_LATER = START + timedelta(hours=1)


def judge(storage: MemoryStorage, text: str, *, kind: Kind = Kind.COMMENT, language: str = "en") -> None:
    """Judge the comment `c-1`, an hour later where it is an edit."""
    moderate(
        [submission(comment(text, id="c-1", kind=kind))],
        policy=policy(),
        scorer=WordScorer(),
        languages=OneLanguage(language),
        storage=storage,
        at=START if kind is Kind.COMMENT else _LATER,
    )


def taught(storage: MemoryStorage, *, language: str = "en") -> Lesson:
    """Gather the labels for another model than the one that scored."""
    other = WordScorer()
    other.name = "other@1"
    return gather(storage, site=NORTH, scorer=other, language=language)


def remove(storage: MemoryStorage) -> None:
    """Let the site remove the comment, with a name."""
    at = START + timedelta(minutes=1)
    settle(storage, site=NORTH, id=_C1, outcome=SiteOutcome.REMOVED, by="eve", at=at)


@pytest.mark.parametrize("how", ["erased", "edited"])
def test_comment_whose_text_is_gone_is_not_scored_anew(memory: MemoryStorage, how: str) -> None:
    """The label was for words that nobody can show the new model; those that stand there now are others."""
    judge(memory, "You idiot.")
    remove(memory)
    if how == "erased":
        erase(memory, site=NORTH, id=_C1, at=_LATER)
    else:
        judge(memory, "A calm word.", kind=Kind.EDIT)

    lesson = taught(memory)

    assert lesson.labels == ()
    assert lesson.left_out == {"scored by another model, and its text is gone or was edited": 1}


def test_language_that_the_model_does_not_rate_teaches_nothing(memory: MemoryStorage) -> None:
    """A head is made of scores: three hundred labels without one must be counted, not crash the fit."""
    judge(memory, "Du Trottel.", language="de")
    remove(memory)

    lesson = taught(memory, language="de")

    assert lesson.labels == ()
    assert lesson.left_out == {"the model does not rate its language": 1}
