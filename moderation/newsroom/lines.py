"""What the people of the invented town write: files of lines in named sections."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lines"


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Read a file of lines: `# name` opens a section, every other line is one text."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = found.setdefault(line[2:].strip(), [])
        elif line.strip():
            current.append(line.strip())
    return {section: tuple(lines) for section, lines in found.items()}
