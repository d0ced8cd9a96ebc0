"""The reference says what the code does."""

import runpy
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def pages() -> Mapping[str, Callable[[], str]]:
    """Return what writes each page."""
    written: Mapping[str, Callable[[], str]] = runpy.run_path(str(DOCS / "generate.py"))["PAGES"]
    return written


@pytest.mark.parametrize("name", ["settings.md", "errors.md", "cli.md", "api.md", "data.md"])
def test_page_is_what_the_code_would_write(name: str, pages: Mapping[str, Callable[[], str]]) -> None:
    """A reference that lags behind is believed all the same; run `python docs/generate.py` to write it anew."""
    assert (DOCS / "reference" / name).read_text() == pages[name]()


def test_every_page_of_the_reference_is_written_from_code(pages: Mapping[str, Callable[[], str]]) -> None:
    """A page by hand among generated ones would be taken for one that cannot be stale."""
    assert {path.name for path in (DOCS / "reference").glob("*.md")} == set(pages)
