"""An import that is killed goes on where it stopped: nothing lost, nothing doubled."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = [pytest.mark.server, pytest.mark.weights]

COMMENTS = 4_000
KILLS = 4


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of several batches, with a bad row among each hundred."""
    path = tmp_path / "archive.csv"
    with path.open("w") as file:
        file.write("id,text,created_at,author_id,status\n")
        for number in range(COMMENTS):
            at = "never" if number % 100 == 99 else "2020-01-01"
            file.write(f'{number},"The river rose again, {number}.",{at},u-{number % 37},published\n')
    return path


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_killed_import_loses_and_doubles_nothing(archive: Path, tmp_path: Path) -> None:
    """Ten years take a while, and machines are restarted meanwhile."""
    chance, seen = random.Random(7), [0]
    for _ in range(KILLS):
        process = _start(archive, tmp_path)
        _wait_for_more(process, tmp_path, than=seen[-1])
        time.sleep(chance.uniform(0, 0.3))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=30)
        seen.append(_count(tmp_path, "comment"))
    told = json.loads(_start(archive, tmp_path).communicate(timeout=240)[0])

    good = COMMENTS - COMMENTS // 100
    assert told["added"] + told["known"] == good
    assert [_count(tmp_path, table) for table in ("comment", "decision", "label")] == [good] * 3
    assert _count(tmp_path, "author") == 37
    assert seen == sorted(seen)
    assert 0 < seen[-1] < good or told["known"] == good


def _start(archive: Path, folder: Path) -> "subprocess.Popen[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MODERATION_")}
    environment["MODERATION_DATABASE_URL"] = f"sqlite:///{folder}/moderation.sqlite3"
    environment["MODERATION_SECRET_FILE"] = str(folder / "secret")
    command = [sys.executable, "-m", "moderation", "import", "--json", str(archive)]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
        )


def _wait_for_more(process: "subprocess.Popen[str]", folder: Path, *, than: int) -> None:
    """Wait until a batch was committed, or the import is at its end."""
    give_up = time.monotonic() + 300
    while process.poll() is None and _count(folder, "comment") <= than:
        assert time.monotonic() < give_up, (folder / "log").read_text()
        time.sleep(0.02)


def _count(folder: Path, table: str) -> int:
    path = folder / "moderation.sqlite3"
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        try:
            [(number,)] = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        except sqlite3.OperationalError:  # no tables yet
            return 0
    return int(number)
