"""Fixtures that many tests share: clocks, stores in memory, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

pytest.register_assert_rewrite("moderation.testing.contracts")

from moderation.domain.decision import Decision  # noqa: E402 — after the call that it must not precede
from moderation.domain.site import Reviews  # noqa: E402
from moderation.logs import configure  # noqa: E402
from moderation.pipeline import moderate  # noqa: E402
from moderation.storage.accounts import AccountRepository  # noqa: E402
from moderation.storage.database import Database  # noqa: E402
from moderation.storage.engine import connect  # noqa: E402
from moderation.storage.migrate import upgrade  # noqa: E402
from moderation.storage.sites import SiteRepository  # noqa: E402
from moderation.testing.clock import FixedClock  # noqa: E402
from moderation.testing.factories import comment, submission  # noqa: E402
from moderation.testing.memory.storage import MemoryStorage  # noqa: E402
from moderation.testing.policies import policy  # noqa: E402
from moderation.testing.postgres import PostgresServer, postgres_server  # noqa: E402
from moderation.testing.scorers import OneLanguage, WordScorer  # noqa: E402
from moderation.testing.stores import Store, in_memory  # noqa: E402

Golden = Callable[[Path, str], None]

POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)

# No test asserts a wall-clock time: an example may take what a busy machine takes.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew; the difference is then reviewed."""
    parser.addoption("--update-golden", action="store_true", default=False, help="rewrite golden files")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name in one line what was not tried because it is not installed."""
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", [])]
    reasons = [str(place[2]) for place in skipped if isinstance(place, tuple)]
    absent = {reason.partition("not installed: ")[2]: 0 for reason in reasons if "not installed: " in reason}
    for what in absent:
        absent[what] = sum(reason.endswith(what) for reason in reasons)
    if absent:
        told = "; ".join(f"{what}: {count} tests" for what, count in sorted(absent.items()))
        terminalreporter.write_line(f"NOT TRIED, since not installed: {told}", yellow=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file, or write the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(autouse=True)
def _logs() -> None:
    """Log as a server does, whatever level an earlier test chose."""
    configure("warning")


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still."""
    return FixedClock()


@pytest.fixture
def scorer() -> WordScorer:
    """Return a scorer that knows a few words, and fails when it is told to."""
    return WordScorer()


@pytest.fixture
def memory() -> MemoryStorage:
    """Return a database in memory."""
    return MemoryStorage()


@pytest.fixture
def judge(memory: MemoryStorage, scorer: WordScorer, clock: FixedClock) -> Callable[..., Decision]:
    """Return what judges a text and records the decision, a second later each time."""

    def judge(text: str, *, id: str = "c-1", reviews: Reviews = Reviews.HERE, **parts: Any) -> Decision:
        sent = submission(comment(text, id=id, **parts))
        (answer,) = moderate(
            [sent],
            policy=policy(),
            scorer=scorer,
            languages=OneLanguage(),
            storage=memory,
            at=clock.advance(seconds=1),
            reviews=reviews,
        )
        assert isinstance(answer, Decision)
        return answer

    return judge


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Start PostgreSQL once, with empty tables in a database `moderation`."""
    with postgres_server() as server:
        _migrate(server.create("moderation"))
        yield server


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a SQLite file with the empty tables, to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.sqlite3"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_file: Path, tmp_path: Path) -> str:
    """Return the URL of a SQLite database with empty tables."""
    shutil.copy(sqlite_file, tmp_path / "test.sqlite3")
    return f"sqlite:///{tmp_path / 'test.sqlite3'}"


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """Return the URL of a PostgreSQL database with empty tables; emptied again, which beats making it anew."""
    url = postgres.url("moderation")
    yield url
    engine = connect(url)
    with engine.begin() as connection:
        for table in reversed(SQLModel.metadata.sorted_tables):
            connection.execute(table.delete())
    engine.dispose()


@pytest.fixture(params=["sqlite", POSTGRES])
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the URL of a database with empty tables, once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Open a database with empty tables, once on each kind."""
    engine = connect(database_url)
    yield engine
    engine.dispose()


@pytest.fixture(params=["memory", "sqlite", POSTGRES])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Return an empty store, once of each kind."""
    if request.param == "memory":
        yield in_memory()
        return
    engine = connect(request.getfixturevalue(f"{request.param}_url"))
    yield Store(storage=Database(engine), sites=SiteRepository(engine), accounts=AccountRepository(engine))
    engine.dispose()


def _migrate(url: str) -> None:
    engine = connect(url)
    upgrade(engine)
    engine.dispose()
