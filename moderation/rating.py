"""Rate texts without judging them: scores alone, nothing is recorded."""

from collections.abc import Sequence

from moderation.domain.comment import Comment, CommentId, SiteId
from moderation.domain.errors import ScorerUnavailable
from moderation.domain.policy import Policy
from moderation.domain.record import Submission
from moderation.ports import LanguageDetector, Scorer, Scores
from moderation.steps import Case, normalise, score


def rate(
    texts: Sequence[str],
    *,
    language: str,
    policy: Policy,
    scorer: Scorer,
    languages: LanguageDetector,
    fallback: Scorer | None = None,
) -> list[Scores]:
    """Rate texts of one language as `pipeline.moderate` would. `result[i]` belongs to `texts[i]`.

    What the model does not rate in this language is left out.

    Raises:
        ScorerUnavailable: if neither the scorer nor the fallback can rate.
    """
    cases = [Case(submission=_bare(text, language=language)) for text in texts]
    normalise(cases)
    score(cases, scorer=scorer, languages=languages, policy=policy, fallback=fallback)
    rated = [case.rating.scores for case in cases]
    if any(scores is None for scores in rated):
        raise ScorerUnavailable
    return [scores for scores in rated if scores is not None]


def _bare(text: str, *, language: str) -> Submission:
    """Return a text as a submission of nobody, for the steps that look at nothing but the text."""
    comment = Comment(site=SiteId(""), id=CommentId(""), text=text, language=language)
    return Submission(comment=comment, text_digest="")
