"""The last step of every training: a manifest with checksums, golden scores, a card."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from moderation.scoring import artefact
from moderation.scoring.loading import load_folder
from moderation.training import card, golden


def finish(folder: Path, manifest: Mapping[str, Any]) -> Path:
    """Write down what a model says of itself, once its other files lie in `folder`, which is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / artefact.GOLDEN).unlink(missing_ok=True)
    artefact.write_manifest(folder, manifest)
    golden.write(folder, load_folder(folder))
    artefact.write_manifest(folder, manifest)
    (folder / "CARD.md").write_text(card.render(artefact.read_manifest(folder)), encoding="utf-8")
    return folder
