"""What a model was made of: told of what was used, and of nothing else."""

import platform
from importlib.metadata import PackageNotFoundError

import numpy as np
import pytest

from moderation.training import provenance
from moderation.training.dataset import Row


def row(source: str) -> Row:
    """Make a row of a source."""
    return Row(text="A text.", labels={}, source=source, language="en", held=False)


def test_sources_are_counted_with_weight_and_licence() -> None:
    """Who ships a model must know whose text is in it, and what may be done with it."""
    told = provenance.training([row("jigsaw"), row("own"), row("jigsaw")], seed=7)

    assert told["seed"] == 7
    assert told["sources"] == {
        "jigsaw": {"rows": 2, "weight": 1.0, "licence": "CC0, text CC BY-SA 3.0"},
        "own": {"rows": 1, "weight": 1.0, "licence": "yours"},
    }


def test_libraries_are_told_with_the_python_that_ran() -> None:
    """Another version of a library may give other weights for the same data and seed."""
    told = provenance.libraries("numpy")

    assert told == {"python": platform.python_version(), "numpy": np.__version__}


def test_library_that_is_not_installed_is_no_part_of_a_model() -> None:
    """A manifest that names a library that never ran would send a reader the wrong way."""
    with pytest.raises(PackageNotFoundError):
        provenance.libraries("no-such-library")
