"""The examples of the pages on switching, run as they stand by the programs that they are written for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compat.clients.conftest import KEY, ROOT
from tests.server.processes import Server

pytestmark = [pytest.mark.server, pytest.mark.weights]

PAGES = sorted((ROOT / "docs/how-to").glob("switch-from-*.md"))
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
PROGRAMS = {"sh": "bash", "python": sys.executable, "js": "node", "php": "php"}
ENDINGS = {"js": "mjs"}
SNIPPETS = [
    pytest.param(match["language"], match["code"], id=f"{page.stem} {match['language']}")
    for page in PAGES
    for match in FENCE.finditer(page.read_text())
]


@pytest.mark.parametrize(("language", "code"), SNIPPETS)
def test_example_says_that_the_insult_is_one(served: Server, tmp_path: Path, language: str, code: str) -> None:
    """It is copied into sites; where it is wrong, it is wrong on all of them."""
    program = shutil.which(PROGRAMS[language])
    if program is None:
        pytest.skip(f"not installed: {PROGRAMS[language]}")
    script = tmp_path / f"snippet.{ENDINGS.get(language, language)}"
    # An address of their own: what another test says of the same comment would be what is known of it.
    address = f"198.51.100.{10 + sorted(PROGRAMS).index(language)}"
    script.write_text(code.replace("http://127.0.0.1:8000", served.url).replace("203.0.113.9", address))
    done = subprocess.run(
        [program, str(script)], env=os.environ | {"KEY": KEY}, capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 0, done.stderr[-2_000:]
    assert re.search(r"\btrue\b|^True$|0\.[5-9]|CheckResponse\.SPAM|^1$", done.stdout, re.MULTILINE), done.stdout


def test_every_page_has_an_example() -> None:
    """A page whose fence was misspelt would be tested by nobody."""
    assert len(PAGES) == 4
    assert len(SNIPPETS) == 13
