"""How SQLite looks things up for the desk: never through all that a site has kept."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from moderation.desk import case, upcoming
from moderation.domain.comment import CommentId
from moderation.domain.outcome import Report
from moderation.domain.review import Order, ReviewQuery
from moderation.domain.verdict import Outcome
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.acts import record
from moderation.testing.clock import START
from moderation.testing.contracts.desk import LATER, settle
from moderation.testing.factories import NORTH, comment, entry, site, submission
from moderation.testing.policies import policy

#: A table, or an index of all of a site's rows, from its beginning to its end.
THROUGH_ALL = re.compile(r"^SCAN (?!anon)|USING .*INDEX (?!ix_review_(next|reported|age|kind) )\w+ \(site=\?\)$")


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    """Open a database in which one comment waits, reported by a reader, and one was decided."""
    engine = connect(sqlite_url)
    SiteRepository(engine).add(site())
    settle(Database(engine), "c-2", Outcome.BLOCK, at=LATER)
    record(Database(engine), entry(submission(comment()), outcome=Outcome.FLAG))
    with Database(engine).write(NORTH) as transaction:
        transaction.reports.add(
            Report(site=NORTH, comment_id=CommentId("c-1"), revision=1, reporter="r", reason=None, at=START)
        )
    yield engine
    engine.dispose()


def plans(engine: Engine) -> list[str]:
    """Return a list to which the plan of every query is added, step by step."""
    found: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def explain(connection: Connection, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.lstrip().startswith("SELECT"):
            asked = connection.connection.cursor()
            asked.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[3] for row in asked.fetchall())

    return found


def test_a_case_is_gathered_without_looking_through_everything(engine: Engine) -> None:
    """A card took minutes to gather where ten thousand had been decided."""
    seen = plans(engine)

    case(Database(engine), site=NORTH, id=CommentId("c-1"), policy=policy(), at=START)

    assert len(seen) > 12
    assert [step for step in seen if THROUGH_ALL.search(step)] == []


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("queue", [None, "attacks"])
def test_what_is_next_needs_no_sorting(engine: Engine, order: Order, queue: str | None) -> None:
    """With every key that is pressed, all that waits would be put in order again."""
    seen = plans(engine)

    upcoming(Database(engine), ReviewQuery(order=order, queue=queue), site=NORTH, moderator="mia", at=START)

    assert any("ix_review_" in step for step in seen)
    assert [step for step in seen if THROUGH_ALL.search(step) or "ORDER BY" in step] == []


def test_what_waits_is_counted_from_an_index(engine: Engine) -> None:
    """Every desk that is open asks each ten seconds."""
    seen = plans(engine)

    with Database(engine).read(NORTH) as transaction:
        assert [kind.count for kind in transaction.desk.waiting()] == [1]

    assert ["ix_review_kind" in step for step in seen] == [True]
