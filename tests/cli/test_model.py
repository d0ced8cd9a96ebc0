"""`moderation model`: what there is to score with."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights

MODELS = Path("models")


def test_the_model_in_use_is_marked(run: Run) -> None:
    """Which model gave last week's verdicts is a question for one command."""
    lines = run("model", "list").stdout.splitlines()

    used = (MODELS / "default").read_text().split()[0]
    assert any(line.startswith(used) and " yes " in line and "whole" in line for line in lines)


def test_an_altered_model_is_told(run: Run, tmp_path: Path) -> None:
    """Weights that are not those of the manifest must not be mistaken for them."""
    shutil.copytree(MODELS, tmp_path / "models")
    [weights] = (tmp_path / "models").glob("*/*/weights.npz")
    weights.write_bytes(weights.read_bytes()[:-1])

    assert "altered or cut short" in run("model", "list", models=str(tmp_path / "models")).stdout


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_data_that_are_not_there_are_told(command: str, run: Run, tmp_path: Path) -> None:
    """Labelled comments do not come with the project; the message names the folder that is wanted."""
    result = run("model", command, "--data", tmp_path, models=str(tmp_path / "models"))

    assert result.exit_code != 0
    assert str(tmp_path) in result.output or "labelled" in result.output
