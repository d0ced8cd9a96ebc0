"""What each stage of the path costs, measured in this process on a database of its own."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from moderation.api.answers import verdict_out
from moderation.api.wire import VerdictIn, submission_of
from moderation.benchmark.bodies import bodies
from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision
from moderation.domain.site import Reviews
from moderation.service import Service
from moderation.settings import Settings
from moderation.steps import Case, decide, evaluate, normalise, observe, recall, record, rounds, score
from moderation.wiring import build

#: In the order of the path.
STAGES = (
    "parse",
    "normalise",
    "score",
    "begin",
    "recall",
    "observe",
    "evaluate",
    "decide",
    "record",
    "commit",
    "answer",
)


class Clock:
    """Adds up the time that each stage takes."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def timing(self, stage: str) -> Iterator[None]:
        """Add what happens in the block to a stage."""
        began = perf_counter()
        yield
        self.seconds[stage] += perf_counter() - began


def stage_costs(settings: Settings, *, batch: int, comments: int) -> dict[str, float]:
    """Return microseconds a comment by stage, judged in batches as 32 clients, or one, make them."""
    with TemporaryDirectory(prefix="moderation-") as folder:
        fresh = {
            "database_url": f"sqlite:///{folder}/moderation.sqlite3",
            "secret_file": Path(folder, "secret"),
            "site": "bench",
            "deadline_ms": 60_000,
        }
        service = build(settings.model_copy(update=fresh))
        sent = [json.dumps(body).encode() for body in islice(bodies(seed=2, run="stages"), comments + 5 * batch)]
        for warming in range(0, 5 * batch, batch):
            _judge(service, sent[warming : warming + batch], Clock())
        clock = Clock()
        for start in range(5 * batch, len(sent), batch):
            _judge(service, sent[start : start + batch], clock)
    return {stage: clock.seconds[stage] / comments * 1_000_000 for stage in STAGES}


def _judge(service: Service, sent: list[bytes], clock: Clock) -> None:
    site = SiteId("bench")
    policy, scorer, at = service.policy(service.sites.get(site)), service.scorer, service.clock.now()
    with clock.timing("parse"):
        parsed = [VerdictIn.model_validate_json(body) for body in sent]
        submissions = [submission_of(body, site=site, secret=service.secret, new_id="") for body in parsed]
    cases = [Case(submission=submission) for submission in submissions]
    with clock.timing("normalise"):
        normalise(cases)
    with clock.timing("score"):
        score(cases, scorer=scorer, languages=service.languages, policy=policy)
    began = perf_counter()
    with service.storage.write(site) as transaction:
        clock.seconds["begin"] += perf_counter() - began
        for some in rounds(cases, by_article=policy.premoderates):
            with clock.timing("recall"):
                new = recall(some, transaction, at=at)
            with clock.timing("observe"):
                observe(new, transaction, policy=policy, at=at)
            with clock.timing("evaluate"):
                evaluate(new, policy=policy, at=at)
            with clock.timing("decide"):
                decide(new, transaction, reviews=Reviews.HERE, at=at)
            with clock.timing("record"):
                record(new, transaction, at=at)
        began = perf_counter()
    clock.seconds["commit"] += perf_counter() - began
    with clock.timing("answer"):
        for case in cases:
            assert isinstance(case.answer, Decision), "no keys, no reuse"
            verdict_out(case.answer).model_dump_json()
