"""The notebooks run from the first cell to the last, and are kept as they were written."""

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.weights,
    pytest.mark.timeout(300),
    # What the notebook libraries warn of among themselves.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def runner() -> Mapping[str, Any]:
    """Return what `notebooks/run.py` defines."""
    return runpy.run_path(str(FOLDER / "run.py"))


@pytest.mark.parametrize("name", NAMES)
def test_notebook_runs_on_the_sample_and_states_its_conclusion(name: str, runner: Mapping[str, Any]) -> None:
    """A reader who opens it with their own data must get a sentence at the end, not a traceback in the middle."""
    executed = runner["execute"](name)

    pictures = [output for cell in executed.cells for output in cell.get("outputs", ()) if "data" in output]
    assert len(runner["printed"](executed.cells[-1]).strip()) > 100
    assert any("image/png" in picture["data"] for picture in pictures)
    assert "<img" in runner["page"](executed, title=name)


@pytest.mark.parametrize("name", NAMES)
def test_outputs_are_not_kept(name: str) -> None:
    """Outputs hold texts and figures of whoever ran it last."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)


def test_three_notebooks_are_there() -> None:
    """A suite that finds none would be green."""
    assert [name[:2] for name in NAMES] == ["01", "02", "03"]
