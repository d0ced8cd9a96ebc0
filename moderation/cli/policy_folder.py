"""A policy's files in a folder, with a marker that says which version they were made from."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from moderation.domain.errors import Conflict, Invalid
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.site import PolicyFiles
from moderation.policyfile import files

#: Keep it in version control with the files: whoever pushes next needs it.
MARKER = ".moderation-policy.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Where a folder's files come from."""

    site: str
    #: Hash of the version that they were made from.
    base: str
    #: The main file, in relation to the folder.
    main: str

    def write(self, folder: Path) -> None:
        """Put the marker into the folder."""
        (folder / MARKER).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the marker of a folder.

        Raises:
            Invalid: if it is none.
        """
        try:
            written = json.loads((folder / MARKER).read_text(encoding="utf-8"))
            return cls(**{name: str(written[name]) for name in ("site", "base", "main")})
        except (ValueError, KeyError, TypeError) as error:
            raise Invalid(f"{folder / MARKER} cannot be read; pull again into another folder.") from error


def marker_of(source: Path) -> Marker | None:
    """Return the marker of a folder, or of the folder that a file lies in where it is of that file."""
    folder = source if source.is_dir() else source.parent
    if not (folder / MARKER).is_file():
        return None
    marker = Marker.read(folder)
    return marker if source.is_dir() or (folder / marker.main) == source else None


def pulled(folder: Path, version: PolicyVersion, kept: PolicyFiles, *, site: str, force: bool) -> None:
    """Write files and marker to a folder.

    Raises:
        Conflict: if files there would be lost.
        Invalid: if a file's name leads out of the folder.
    """
    targets = {folder / name: content for name, content in kept.files.items()}
    for target in targets:
        if not target.resolve().is_relative_to(folder.resolve()):
            raise Invalid(f"'{target}' leads out of {folder}.")
    changed = [t for t, content in targets.items() if t.exists() and t.read_text(encoding="utf-8") != content]
    if changed and not force and not _is_as_pulled(folder):
        names = ", ".join(str(target) for target in changed[:5])
        raise Conflict(f"{names} would be written over; push them first, pull elsewhere, or pull with --force.")
    for target, content in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    Marker(site=site, base=version.hash, main=next(iter(kept.files))).write(folder)


def to_push(source: Path, marker: Marker | None) -> Path:
    """Return the main file of what is pushed.

    Raises:
        Invalid: if there is none.
    """
    if source.is_file():
        return source
    if not source.exists():
        raise Invalid(f"{source}: there is no such folder or file; 'moderation policy pull {source}' makes one.")
    if marker is None:
        raise Invalid(f"{source} is no policy file, and no folder that was pulled; name the policy file.")
    main = source / marker.main
    if not main.is_file():
        raise Invalid(f"{main} is not there, though {source / MARKER} names it.")
    return main


def _is_as_pulled(folder: Path) -> bool:
    """Whether the files in a folder say what the version says that they were made from: nothing can be lost."""
    if not (folder / MARKER).is_file():
        return False
    marker = Marker.read(folder)
    main = folder / marker.main
    return main.is_file() and files.read(main)[0].hash == marker.base
