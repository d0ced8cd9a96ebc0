"""What the documentation says can be followed: links, commands, settings and snippets."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from moderation.cli import app
from moderation.cli.late import whole
from moderation.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "policies").rglob("*.md")]
)
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)

#: Anything that looks like a call of the command line: `moderation key create`.
COMMAND = re.compile(r"(?:^|`)moderation (?P<words>[a-z]+(?: [a-z]+)?)", re.MULTILINE)
TARGET = re.compile(r"(?:^|`)make (?P<name>[a-z]+)", re.MULTILINE)
SETTING = re.compile(r"\bMODERATION_([A-Z_]+[A-Z])\b")


@EACH
def test_links_lead_somewhere(page: Path) -> None:
    """A dead link ends the reading."""
    broken = [target for target in _links(page) if not _exists(page, target)]

    assert broken == []


@EACH
def test_commands_exist(page: Path) -> None:
    """A command that was renamed costs the reader ten minutes and the rest of the page its credit."""
    known = _commands()
    named = {match["words"] for match in COMMAND.finditer(page.read_text())}

    assert {words for words in named if words not in known and words.split()[0] not in known} == set()


@EACH
def test_make_targets_exist(page: Path) -> None:
    """The first line that a newcomer types is `make serve`."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert set(TARGET.findall(page.read_text())) - targets == set()


@EACH
def test_settings_exist(page: Path) -> None:
    """A variable that nothing reads is set in good faith and does nothing."""
    known = {name.upper() for name in Settings.model_fields}

    assert set(SETTING.findall(page.read_text())) - known == set()


@EACH
def test_snippets_parse(page: Path) -> None:
    """People paste first and read afterwards."""
    for fence in FENCE.finditer(page.read_text()):
        if fence["language"] == "python":
            ast.parse(fence["code"])
        if fence["language"] == "json":
            json.loads(fence["code"])


@EACH
def test_sentences_stand_on_lines_of_their_own(page: Path) -> None:
    """A change then shows as the sentence that changed."""
    prose = FENCE.sub("", page.read_text()).splitlines()
    is_written = page.parent.name != "reference" and DOCS in page.parents
    lines = [line for line in prose if not line.startswith(("|", "#")) and re.search(r"[a-z)][.!?] [A-Z]", line)]

    assert not is_written or lines == []


def test_every_page_is_reached_from_the_contents() -> None:
    """What no page links to, nobody reads."""
    reached, waiting = set(), [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        targets = {
            (page.parent / target.split("#")[0]).resolve() for target in _links(page) if "://" not in target
        }
        waiting += [
            target for target in targets if target.suffix == ".md" and target not in reached and target.is_file()
        ]

    assert set(DOCS.rglob("*.md")) - reached == set()


def _links(page: Path) -> list[str]:
    return [match["target"] for match in LINK.finditer(FENCE.sub("", page.read_text()))]


def _exists(page: Path, target: str) -> bool:
    if target.startswith(("http://", "https://", "mailto:")):
        return True
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    return file.exists() and (not anchor or anchor in _anchors(file))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _commands() -> set[str]:
    def walk(command: object, path: tuple[str, ...]) -> Iterator[str]:
        for name, child in getattr(command, "commands", {}).items():
            yield " ".join((*path, name))
            yield from walk(whole(child), (*path, name))

    return set(walk(get_command(app), ()))
