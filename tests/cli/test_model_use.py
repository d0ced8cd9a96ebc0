"""`moderation model use`, `tune` and `bench`: what changes a model is checked first, noted, and taken back."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return a copy of the shipped models."""
    ignore = shutil.ignore_patterns(".work", "*.svg", "report.*")
    return Path(shutil.copytree("models", tmp_path / "models", ignore=ignore))


def _used(models: Path) -> str:
    return (models / "default").read_text("utf-8").split()[0]


def test_model_is_put_to_use_noted_and_taken_back(prepared: Run, models: Path, tmp_path: Path) -> None:
    """An administrator who tries a model at noon must be able to undo it at one."""
    assert prepared("model", "use", "linear", "1.0", "--by", "ada", models=str(models)).exit_code == 0
    changed = _used(models)
    assert prepared("model", "use", "--back", models=str(models)).exit_code == 0

    engine = create_engine(f"sqlite:///{tmp_path}/moderation.sqlite3")
    with engine.connect() as connection:
        rows = connection.execute(text("select by, detail from audit where what = 'model.use' order by id")).all()
    engine.dispose()
    assert (changed, _used(models)) == ("linear/1.0", "cascade/1.0")
    assert [row.by for row in rows] == ["ada", "command line"]
    assert json.loads(rows[0].detail) == {"was": "cascade/1.0", "now": "linear/1.0"}


def test_model_with_other_golden_scores_is_not_used(prepared: Run, models: Path) -> None:
    """Files that load and score otherwise than when they were measured are the worst kind of broken."""
    folder = models / "linear/1.0"
    golden = json.loads((folder / "golden.json").read_text("utf-8"))
    golden[0]["scores"]["insult"] = 0.5
    (folder / "golden.json").write_text(json.dumps(golden), "utf-8")
    from moderation.scoring import artefact

    artefact.write_manifest(folder, artefact.read_manifest(folder))

    result = prepared("model", "use", "linear", "1.0", models=str(models))

    assert result.exit_code == 1
    assert "does not give its golden scores" in result.stderr
    assert _used(models) == "cascade/1.0"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nobody", "1.0"), "there is no such model"),
        (("linear", "9.9"), "there is no such model"),
        ((), "Name a model"),
        (("linear", "1.0", "--back"), "Name a model"),
    ],
)
def test_what_cannot_be_used_is_told(prepared: Run, models: Path, arguments: tuple[str, ...], told: str) -> None:
    """A slip must change nothing."""
    result = prepared("model", "use", *arguments, models=str(models))

    assert result.exit_code != 0
    assert told in result.stderr
    assert _used(models) == "cascade/1.0"


def test_site_with_few_labels_is_told_how_many_are_missing(prepared: Run, models: Path) -> None:
    """A newsroom in its first week must not get a model made of three rulings."""
    result = prepared("model", "tune", models=str(models))

    assert result.exit_code == 1
    assert "cascade@1.0 stays: it needs 300 labels, and there are 0" in result.stderr


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_each_model_is_timed_beside_the_detoxify_library(run: Run) -> None:
    """Whoever chooses a model pays for it with every comment."""
    result = run("model", "bench", "--json")

    assert result.exit_code == 0, result.stderr
    costs = {cost["model"]: cost for cost in json.loads(result.stdout)}
    assert {"linear@1.0", "transformer@1.0", "cascade@1.0", "detoxify original, random weights"} <= set(costs)
    assert all(cost["milliseconds"] > 0 and cost["memory_mb"] > 0 for cost in costs.values())
