"""The model card, generated from the manifest and the report."""

from collections.abc import Mapping
from typing import Any


def render(manifest: Mapping[str, Any], report: Mapping[str, Any] | None = None) -> str:
    """Write the card of a model as Markdown."""
    return f"# {manifest['name']} {manifest['version']}\n"
