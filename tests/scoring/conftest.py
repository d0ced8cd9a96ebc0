"""A tiny model, made by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from moderation.scoring import artefact
from moderation.scoring.features import FEATURES, codes_of, grams_of


@pytest.fixture
def arrays() -> dict[str, np.ndarray[Any, Any]]:
    """Weights of a model with one attribute, for which "idiot" speaks and "thanks" speaks against."""
    weights = np.zeros((1 << 12, 2), dtype=np.int8)
    weights[:, 1] = 8
    for word, weight in (("thanks", -100), ("idiot", 100)):
        weights[grams_of([codes_of(word)], bits=12).buckets, 0] = weight
    one = np.ones(1, dtype=np.float32)
    return {
        "en.weights": weights,
        "en.scales": one * np.float32(0.001),
        "en.intercepts": one * -4,
        "en.slopes": one,
        "en.offsets": one * 0,
        "en.window_penalties": one,
    }


@pytest.fixture
def manifest() -> dict[str, Any]:
    """Return what that model says of itself."""
    about = {"attributes": ["insult"], "bits": 12, "thresholds": {"insult": 0.5}}
    return {
        "name": "linear",
        "version": "1.0",
        "kind": "linear",
        "features": FEATURES,
        "languages": {"en": about},
    }


@pytest.fixture
def models(tmp_path: Path, write_model: Callable[..., Path]) -> Path:
    """Return a folder of models that holds the tiny one."""
    write_model()
    (tmp_path / artefact.DEFAULT).write_text("linear/1.0\n", "utf-8")
    return tmp_path


@pytest.fixture
def write_model(tmp_path: Path, arrays: dict[str, Any], manifest: dict[str, Any]) -> Callable[..., Path]:
    """Write the tiny model, with what the test changes."""

    def write(*, version: str = "1.0", **changed: Any) -> Path:
        folder = tmp_path / "linear" / version
        artefact.write_arrays(folder, arrays | changed.get("arrays", {}))
        artefact.write_manifest(folder, manifest | {"version": version})
        return folder

    return write
