"""Who may import whom: the contracts of `pyproject.toml`, and that nothing escapes them."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]

#: Bound by contracts of their own: they stand beside the layers, not in them.
BESIDE = {"training", "testing"}


def test_contracts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """One import in the wrong direction, and the core can no longer be run without a web server."""
    monkeypatch.chdir(ROOT)

    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_every_part_of_the_package_has_a_layer() -> None:
    """A new module that no contract names would be free to import anything."""
    layers = next(contract["layers"] for contract in _contracts() if contract["id"] == "layers")
    named = {name.strip(" ()") for layer in layers for name in layer.replace(":", "|").split("|")}
    parts = {path.stem for path in (ROOT / "moderation").glob("*.py")} - {"__init__"}
    parts |= {path.parent.name for path in (ROOT / "moderation").glob("*/__init__.py")}

    assert parts - named - BESIDE == set()


def test_ignored_imports_are_the_two_that_are_known() -> None:
    """An exception is easily added and never removed; whoever adds one has to say so here."""
    ignored = {line for contract in _contracts() for line in contract.get("ignore_imports", [])}

    assert ignored == {
        "moderation.domain.conclusion -> moderation.domain.policy",  # for types alone
        "moderation.scoring.detoxify -> torch",  # inside functions, where somebody chose detoxify
    }


@pytest.fixture(scope="module")
def serving() -> set[str]:
    """Return the modules that a server has loaded when it is ready to be built."""
    return _loaded_by("moderation.app")


@pytest.mark.parametrize("library", ["sklearn", "torch", "moderation.training", "matplotlib", "pandas"])
def test_server_is_imported_without(library: str, serving: set[str]) -> None:
    """What only training needs would double the start-up time and the memory of each server."""
    assert library not in serving


def test_use_cases_are_imported_without_any_framework() -> None:
    """Judging must be possible in a test and in a notebook, with no server and no database."""
    frameworks = {"fastapi", "starlette", "pydantic", "sqlalchemy", "sqlmodel", "structlog", "sklearn", "typer"}

    assert frameworks & _loaded_by("moderation.pipeline") == set()


def _loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(shown.stdout.split())


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return contracts
