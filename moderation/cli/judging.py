"""Verdicts without a server and without a past: nothing is asked of a database, and nothing recorded."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from moderation.api.answers import WriterOut, reason_out
from moderation.api.wire import VerdictIn, submission_of
from moderation.clock import SystemClock
from moderation.domain import observation
from moderation.domain.comment import SiteId
from moderation.domain.policy import Policy
from moderation.domain.signals import UNKNOWN, Signals
from moderation.policyfile.load import load as load_policy
from moderation.ports import LanguageDetector, Scorer
from moderation.scoring.language import Langid
from moderation.scoring.loading import load
from moderation.steps import Case, evaluate, normalise, score

#: Comments are judged as a site's of this name.
SITE = SiteId("cli")


@dataclass(frozen=True, slots=True)
class Judge:
    """A policy and a model, ready to judge."""

    policy: Policy
    scorer: Scorer
    languages: LanguageDetector

    def verdicts(self, bodies: Sequence[VerdictIn], *, at: datetime) -> list[dict[str, Any]]:
        """Judge comments; `result[i]` belongs to `bodies[i]`, as JSON values."""
        submissions = [submission_of(body, site=SITE, secret=b"", new_id="line") for body in bodies]
        cases = [Case(submission=submission) for submission in submissions]
        normalise(cases)
        score(cases, scorer=self.scorer, languages=self.languages, policy=self.policy)
        for case in cases:
            case.scene = observation.scene_of(case.submission.comment.article, self.policy)
            case.signals = self._signals(case, at=at)
        evaluate(cases, policy=self.policy, at=at)
        return [_answer(case) for case in cases]

    def _signals(self, case: Case, *, at: datetime) -> Signals:
        seen = observation.observe(
            case.submission.comment,
            case.text,
            rating=case.rating,
            scene=case.scene,
            history=None,
            policy=self.policy,
            at=at,
        )
        # Nobody asked about the past here, so what rests on it is absent and not unknown.
        is_past = {n for n, fact in seen.facts.items() if fact is UNKNOWN and n.startswith("author.")}
        return dataclasses.replace(seen, facts={n: f for n, f in seen.facts.items() if n not in is_past})


def judge_of(policy: Path, *, models: Path, model: str | None) -> Judge:
    """Load a policy file and a model.

    Raises:
        PolicyInvalid: with every fault of the file.
        ScorerUnavailable: if the model cannot be loaded.
    """
    return Judge(policy=load_policy(policy), scorer=load(models, model), languages=Langid())


def now() -> datetime:
    """Return the present moment."""
    return SystemClock().now()


def _answer(case: Case) -> dict[str, Any]:
    verdict, rating = case.verdict, case.rating
    answer: dict[str, Any] = {
        "verdict": verdict.outcome.value,
        "reasons": [reason_out(match).model_dump(exclude_none=True) for match in verdict.matches],
        "scores": {name: round(score, 4) for name, score in (rating.scores or {}).items()},
        "language": rating.language,
        "policy": verdict.policy,
        "model": rating.model,
        "degraded": verdict.degraded,
        "not_checked": list(verdict.not_checked),
    }
    if verdict.would_be is not None:
        answer["would_be"] = verdict.would_be.value
    if verdict.writer is not None:
        answer["writer"] = WriterOut.model_validate(verdict.writer, from_attributes=True).model_dump(
            exclude_none=True
        )
    return answer
