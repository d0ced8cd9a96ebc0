"""What is erased is gone from the disk, not only from the answers."""

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from moderation.domain.comment import CommentId, Kind, Parent
from moderation.domain.outcome import Report
from moderation.domain.verdict import Outcome
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.acts import record
from moderation.testing.clock import START, FixedClock
from moderation.testing.contracts.appeals import objection
from moderation.testing.factories import NORTH, author, comment, entry, match, site, submission, verdict

#: Stands in every field that a person filled in.
CANARY = "canarywren"


def fill(engine: Engine) -> None:
    """Record a flagged comment whose every word is the canary, an edit of it and a report on it."""
    SiteRepository(engine).add(site())
    wrote = author("u-1", name=f"Ann {CANARY}", url=f"https://{CANARY}.test", email=f"{CANARY}@example.org")
    parent = Parent(text=f"You {CANARY}!", author=CANARY)
    made = comment(f"I am {CANARY}.", author=wrote, parent=parent, url=f"https://site.test/{CANARY}")
    database, later = Database(engine), FixedClock().advance(minutes=1)
    flagged = entry(submission(made, idempotency_key="k-1"), outcome=Outcome.FLAG)
    quoting = dataclasses.replace(flagged.decision, verdict=verdict(matches=(match(message=f"'{CANARY}'"),)))
    record(database, dataclasses.replace(flagged, decision=quoting))
    edited = submission(comment(f"I was {CANARY}.", kind=Kind.EDIT, author=wrote))
    record(database, entry(edited, revision=2, at=later), at=later)
    with database.write(NORTH) as transaction:
        transaction.reports.add(
            Report(site=NORTH, comment_id=CommentId("c-1"), revision=2, reporter=CANARY, reason=CANARY, at=later)
        )
        transaction.appeals.add(dataclasses.replace(objection(), words=CANARY, answer=CANARY))


def rows_with_canary(engine: Engine) -> list[str]:
    """Return the tables in which the canary still sings."""
    found = []
    with engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):
                if CANARY in repr([bytes(v) if isinstance(v, memoryview) else v for v in row]):
                    found.append(name)
    return found


def test_erasing_leaves_no_row_with_text_or_name(engine: Engine) -> None:
    """A person who asks to be forgotten means every table, not only the one on the screen."""
    fill(engine)
    assert set(rows_with_canary(engine)) == {"appeal", "author", "comment", "decision", "report"}
    with Database(engine).write(NORTH) as transaction:
        transaction.decisions.erase(CommentId("c-1"), at=START)

    assert rows_with_canary(engine) == []


def test_erasing_and_vacuum_leave_no_byte_in_the_file(sqlite_url: str, tmp_path: Path) -> None:
    """Whoever copies the file must not read in its free pages what was erased."""
    engine = connect(sqlite_url)
    fill(engine)
    with Database(engine).write(NORTH) as transaction:
        transaction.decisions.erase(CommentId("c-1"), at=START)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "test.sqlite3")) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert [path.name for path in tmp_path.iterdir() if CANARY.encode() in path.read_bytes()] == []


@pytest.mark.parametrize(
    "text", ["\U0001f44d\U0001f3fd", "Ω\u0301 \u202eabc", "\ud7ff\ue000\U0010ffff", "'; --", ""]
)
def test_any_text_comes_back_as_it_was_sent(engine: Engine, text: str) -> None:
    """Spans count characters of the text as typed; one that is lost shifts them all."""
    SiteRepository(engine).add(site())
    database = Database(engine)
    record(database, entry(submission(comment(text, author=author(name=text)))))

    with database.read(NORTH) as transaction:
        stored = transaction.decisions.comment(CommentId("c-1"))
    assert (stored.text, stored.author_name) == (text, text)
