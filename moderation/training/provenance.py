"""What a model was made of: rows, weights, licences and libraries, as its manifest keeps them."""

import platform
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from moderation.training.dataset import SOURCES, Row


def training(rows: Sequence[Row], *, seed: int) -> dict[str, Any]:
    """Tell how many rows of which source were read, what each weighs, and under which licence."""
    used = Counter(row.source for row in rows)
    return {
        "seed": seed,
        "sources": {
            source.name: {"rows": used[source.name], "weight": source.weight, "licence": source.licence}
            for source in SOURCES
            if used[source.name]
        },
    }


def libraries(*names: str) -> dict[str, str]:
    """Tell the versions of Python and of what was trained with."""
    return {"python": platform.python_version()} | {name: version(name) for name in names}
