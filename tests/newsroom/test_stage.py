"""The two weeks as they happen on a site: through the real pipeline, and safe to repeat."""

import dataclasses
from collections import Counter
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from moderation.domain.appeal import AppealState
from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.insights.cohort import cohort, error_of
from moderation.domain.review import AUDIT, SECOND
from moderation.domain.verdict import Outcome
from moderation.newsroom.stage import Stage
from moderation.service import Service
from moderation.settings import Settings
from moderation.wiring import build

pytestmark = pytest.mark.weights

SITE = SiteId("default")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """The service with the shipped model and policy, on a database of its own."""
    return built(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture(scope="module")
def cut_off(service: Service) -> Stage:
    """A run that ended in the middle, and another that went on a while later."""
    first = Stage.of(service, SITE)
    for _ in islice(first.play(), 200):
        pass
    again = Stage.of(service, SITE)
    for _ in again.play():
        pass
    assert again.until == first.until
    return again


@pytest.fixture(scope="module")
def decisions(service: Service, cut_off: Stage) -> list[Decision]:
    """Everything that was decided."""
    with service.storage.read(SITE) as transaction:
        return transaction.decisions.feed(after=0, limit=10_000)


def built(folder: Path) -> Service:
    """Build the service in a folder."""
    return build(
        Settings(
            database_url=f"sqlite:///{folder}/m.sqlite3",
            secret_file=folder / "secret",
            deadline_ms=60_000,
            api_key=None,
        )
    )


def test_a_run_that_was_cut_off_goes_on(cut_off: Stage, decisions: list[Decision]) -> None:
    """Somebody presses Ctrl+C; what they run next must complete the picture, not double it."""
    judged = [decision for decision in decisions if decision.source is Source.POLICY]

    assert len(judged) == len(cut_off.lines) == len({decision.comment_id for decision in judged})
    assert len({decision.id for decision in decisions}) == len(decisions)
    assert cut_off.is_filled()


def test_every_comment_was_judged_at_its_own_time(cut_off: Stage, decisions: list[Decision]) -> None:
    """Charts over two weeks need two weeks."""
    at = {line.id: line.at for line in cut_off.lines}

    assert all(d.at == at[d.comment_id] for d in decisions if d.source is Source.POLICY)


def test_every_verdict_is_there(decisions: list[Decision]) -> None:
    """A demonstration that shows one kind of answer demonstrates little."""
    outcomes = Counter(decision.outcome for decision in decisions if decision.source is Source.POLICY)

    assert outcomes[Outcome.ALLOW] > 400
    assert outcomes[Outcome.FLAG] > 60
    assert outcomes[Outcome.BLOCK] > 10


def test_four_moderators_rule_and_sometimes_disagree(
    service: Service, cut_off: Stage, decisions: list[Decision]
) -> None:
    """Agreement that is always perfect is not measured; where two disagree, the editor decides."""
    with service.storage.read(SITE) as transaction:
        opinions = transaction.records.opinions(since=cut_off.until - timedelta(days=20))
    rulings = [decision for decision in decisions if decision.source is Source.MODERATOR]

    assert {each.by for each in rulings} >= {"anahit", "bernd", "chloe", "davit", "edith"}
    assert len(opinions) >= 15
    assert all(opinion.by != opinion.first_by for opinion in opinions)
    assert 0 < sum(not opinion.agrees for opinion in opinions) < len(opinions) / 2


def test_chance_draws_an_audit_sample(decisions: list[Decision]) -> None:
    """Only by a sample that nobody chose is it told how often the policy alone was wrong."""
    courses = cohort(decisions, since=decisions[0].at, until=decisions[-1].at)
    share, is_fair = error_of(courses)

    assert is_fair
    assert share.of >= 15


def test_something_waits_and_most_is_done(service: Service, cut_off: Stage) -> None:
    """An empty queue shows nothing, a full one looks abandoned; the desk begins with what a newsroom is for."""
    with service.storage.read(SITE) as transaction:
        counts = transaction.reviews.counts()

    assert 5 <= sum(count for count, _ in counts.values()) <= 60
    assert {AUDIT, SECOND, "attacks", "urgent"} <= counts.keys()


def test_somebody_earned_a_sanction(service: Service, cut_off: Stage) -> None:
    """Strikes, and what they imply, are half of what an author's card shows."""
    with service.storage.read(SITE) as transaction:
        assert len(transaction.authors.strikes("u301", is_verified=True)) >= 2


def test_some_rejections_were_contested_and_some_overturned(service: Service, cut_off: Stage) -> None:
    """The appeals page and the writer's page need every state."""
    with service.storage.read(SITE) as transaction:
        appeals = transaction.appeals.page(states=tuple(AppealState), limit=200)
    states = Counter(appeal.state for appeal in appeals)

    assert len(appeals) >= 8
    assert all(states[state] for state in (AppealState.OPEN, AppealState.UPHELD, AppealState.OVERTURNED))
    assert all(appeal.decided_by != appeal.contested_by for appeal in appeals if appeal.decided_by)


def test_playing_it_a_third_time_adds_nothing(service: Service, cut_off: Stage, decisions: list[Decision]) -> None:
    """Curious people run things twice."""
    for _ in dataclasses.replace(Stage.of(service, SITE)).play():
        pass

    with service.storage.read(SITE) as transaction:
        assert transaction.decisions.feed(after=0, limit=10_000) == decisions
