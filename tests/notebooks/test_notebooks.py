"""The notebooks run, on a sample that is made up, and are kept as they were written."""

import ast
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from moderation.training import dataset
from moderation.training.benchmarks import benchmarks

FOLDER = Path(__file__).parents[2] / "notebooks"
SAMPLE = FOLDER / "sample"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))
EACH = pytest.mark.parametrize("name", NAMES)

MOST_LINES = 24


@pytest.fixture(scope="module")
def run() -> dict[str, Any]:
    """Return what `run.py` defines."""
    return runpy.run_path(str(FOLDER / "run.py"))


@pytest.mark.timeout(300)
@pytest.mark.slow
@pytest.mark.weights
@EACH
def test_notebook_runs_and_ends_with_what_it_found(name: str, run: dict[str, Any]) -> None:
    """A notebook that broke a year ago is worse than none; one without a conclusion leaves the reader to guess."""
    executed = run["execute"](name)

    conclusion = run["printed"](executed.cells[-1]).splitlines()
    assert len(conclusion) >= 5
    assert not [line for line in conclusion if "nan" in line.split()]
    assert sum("image/png" in output.get("data", {}) for output in _outputs(executed)) >= 4


@pytest.mark.timeout(300)
@pytest.mark.slow
@pytest.mark.weights
def test_notebook_reads_the_data_that_it_is_told_to(
    run: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has comments of their own wants the figures of those, and a page to show to others."""
    shutil.copytree(SAMPLE / "train/fox_news", tmp_path / "data/train/fox_news")
    shutil.copytree(SAMPLE / "eval/ucc", tmp_path / "data/eval/ucc")

    run["main"](["01-data", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "page.html")])

    page = (tmp_path / "page.html").read_text("utf-8")
    assert capsys.readouterr().out.strip() in page.replace("&quot;", '"')
    assert "from 2 sources" in page
    assert page.count("data:image/png;base64,") >= 4


def test_five_notebooks_are_there() -> None:
    """A suite that finds none would be green."""
    assert [name[:2] for name in NAMES] == ["01", "02", "03", "04", "05"]


@EACH
def test_nothing_is_kept_of_an_execution(name: str) -> None:
    """Outputs hide the change in a diff, and may hold what nobody may publish."""
    cells = [cell for cell in _read(name).cells if cell.cell_type == "code"]

    assert [cell for cell in cells if cell.outputs or cell.execution_count] == []


@EACH
def test_cells_are_short_and_define_nothing(name: str) -> None:
    """What is worth a name is worth a test, and belongs into the package."""
    cells = [cell.source for cell in _read(name).cells if cell.cell_type == "code"]

    defined = [node for cell in cells for node in ast.walk(ast.parse(cell)) if isinstance(node, _DEFINITIONS)]
    assert defined == []
    assert [cell for cell in cells if cell.count("\n") >= MOST_LINES] == []


def test_sample_is_what_its_generator_writes(tmp_path: Path) -> None:
    """A sample that was edited by hand may hold a sentence that somebody wrote; run `write_sample.py` instead."""
    runpy.run_path(str(FOLDER / "write_sample.py"))["write"](tmp_path)

    kept = {path: content for path, content in _files(SAMPLE) if path != "README.md"}
    assert dict(_files(tmp_path)) == kept
    assert sum(map(len, kept.values())) < 300_000


def test_archive_is_what_its_generator_writes(tmp_path: Path) -> None:
    """The terms that are planted in it are known, so that it can be said which were found."""
    runpy.run_path(str(FOLDER / "write_archive.py"))["write"](tmp_path / "comments.csv")

    assert (tmp_path / "comments.csv").read_bytes() == (FOLDER / "archive" / "comments.csv").read_bytes()


def test_sample_is_read_as_the_published_sets_are() -> None:
    """What runs on the sample then runs on the sets themselves."""
    rows = dataset.load(SAMPLE, languages=["en", "ru", "tr"])
    sets = {each.name for each in benchmarks(SAMPLE / "eval")}

    sources = {row.source for row in rows}
    assert sources == {"jigsaw", "fox_news", "youtube_spam", "templates", "ru_toxic", "tr_offenseval"}
    assert sets >= {"jigsaw_test", "jigsaw_balanced", "ucc", "ru_toxic", "tr_offenseval", "madlibs"}


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _read(name: str) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(  # type: ignore[no-untyped-call]
        FOLDER / f"{name}.ipynb", as_version=4
    )
    return notebook


def _outputs(notebook: NotebookNode) -> list[NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()
