"""The command line in a folder of its own, with the project's policy and model."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from moderation.cli import app
from moderation.settings import Settings
from moderation.wiring import open_database, prepare, read_secret

Run = Callable[..., Result]


#: A policy that loads at once, for what is about the command and not about the verdict.
SMALL = """\
version: 1
name: evening
clauses:
  attacks:
    title: Personal attacks
    text: No personal attacks.
lists:
  names: {words: [clown]}
rules:
  - id: name-calling
    clause: attacks
    when: {word: {list: names}}
    then: {verdict: flag}
    examples:
      hit: [what a clown]
      miss: [a civil word]
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The small policy, as a file."""
    path = tmp_path / "evening.yaml"
    path.write_text(SMALL)
    return str(path)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command; settings are given by name, standard input by `stdin`."""

    def invoke(*arguments: str | Path, stdin: str | bytes | None = None, **settings: str) -> Result:
        fresh = {
            "MODERATION_DATABASE_URL": f"sqlite:///{tmp_path}/moderation.sqlite3",
            "MODERATION_SECRET_FILE": f"{tmp_path}/secret",
            "MODERATION_LOG_LEVEL": "warning",
            "NO_COLOR": "1",
            "TERMINAL_WIDTH": "200",
        }
        foreign = {name: None for name in os.environ if name.startswith("MODERATION_")}
        given = {f"MODERATION_{name.upper()}": value for name, value in settings.items()}
        return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin, env=foreign | fresh | given)

    return invoke


@pytest.fixture
def prepared(run: Run, small: str, tmp_path: Path) -> Run:
    """Run commands on a database that a first start has prepared."""
    url, secret = f"sqlite:///{tmp_path}/moderation.sqlite3", tmp_path / "secret"
    settings = Settings(database_url=url, secret_file=secret, policy=Path(small), api_key=None)
    engine = open_database(settings)
    prepare(settings, engine)
    engine.dispose()
    read_secret(settings.secret_file)
    return partial(run, policy=small)
