"""A model's files: a manifest with checksums, plain arrays, golden scores; no code is ever run from them."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from moderation.domain.errors import ScorerUnavailable

#: What names the model to serve, in a folder of models: `<name>/<version>`; further lines name those before it.
DEFAULT: Final = "default"
MANIFEST: Final = "manifest.json"
WEIGHTS: Final = "weights.npz"
GOLDEN: Final = "golden.json"

#: What to do about a model that cannot be used.
REMEDY: Final = "restore the folder from a release, or train it again with `moderation model train`"


def locate(models: Path, name: str | None = None) -> Path:
    """Find a model: `name`, `name/version`, or the one that the file `default` names.

    A name alone means its newest version.

    Raises:
        ScorerUnavailable: if there is none.
    """
    wanted = name or _default_of(models)
    folder = models / wanted.replace("@", "/")
    if (folder / MANIFEST).is_file():
        return folder
    versions = sorted((path.parent for path in folder.glob(f"*/{MANIFEST}")), key=lambda path: _order(path.name))
    if not versions:
        raise ScorerUnavailable(f"{folder / MANIFEST}: there is no such model; {REMEDY}")
    return versions[-1]


def used(models: Path) -> list[str]:
    """Return the model in use and those that were before it, newest first; none where none was chosen."""
    path = models / DEFAULT
    return path.read_text(encoding="utf-8").split() if path.is_file() else []


def use(models: Path, names: Sequence[str]) -> None:
    """Choose the model to use, with those that were before it, newest first; ten are remembered."""
    lines = list(dict.fromkeys(names))[:10]
    draft = models / f"{DEFAULT}.draft"
    draft.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    draft.replace(models / DEFAULT)


def _default_of(models: Path) -> str:
    try:
        return (models / DEFAULT).read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ScorerUnavailable(f"{models / DEFAULT}: cannot be read ({error}); {REMEDY}") from error


def _order(version: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdecimal() else -1, part) for part in version.split(".")]


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read what a model says of itself.

    Raises:
        ScorerUnavailable: if the manifest is missing or is no manifest.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ScorerUnavailable(f"{path}: cannot be read ({error}); {REMEDY}") from error
    missing = {"name", "version", "kind", "features", "languages", "files"} - set(
        manifest if isinstance(manifest, dict) else ()
    )
    if missing:
        raise ScorerUnavailable(f"{path}: lacks {', '.join(sorted(missing))}; {REMEDY}")
    return dict(manifest)


def require_kind(folder: Path, manifest: Mapping[str, Any], *, kind: str, features: str) -> None:
    """Refuse a model that this code would misread.

    Raises:
        ScorerUnavailable: if it is of another kind, or rests on other features.
    """
    if (manifest["kind"], manifest["features"]) != (kind, features):
        raise ScorerUnavailable(
            f"{folder / MANIFEST}: is for {manifest['kind']} on {manifest['features']}, "
            f"this release serves {kind} on {features}; install the release that made it, or train again"
        )


def part_of(folder: Path) -> dict[str, Any]:
    """Describe a model as a part of another: its name, and the checksums of its files."""
    manifest = read_manifest(folder)
    return {"model": f"{manifest['name']}/{manifest['version']}", "files": manifest["files"]}


def locate_part(folder: Path, manifest: Mapping[str, Any], role: str) -> Path:
    """Find the model that plays a role in another; it lies in the same folder of models.

    Raises:
        ScorerUnavailable: if it is missing, or not the one that the other was measured with.
    """
    wanted = manifest["parts"][role]
    part = folder.parent.parent / str(wanted["model"])
    if part_of(part) != wanted:
        raise ScorerUnavailable(f"{part}: is not the model that {folder} was measured with; {REMEDY}")
    return part


def read_checked(folder: Path, name: str, manifest: Mapping[str, Any]) -> bytes:
    """Read one of the model's files, if it is the one that the manifest tells of.

    Raises:
        ScorerUnavailable: if it is missing or its checksum is another.
    """
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ScorerUnavailable(f"{path}: cannot be read ({error.strerror}); {REMEDY}") from error
    if hashlib.sha256(content).hexdigest() != manifest["files"].get(name):
        raise ScorerUnavailable(f"{path}: was altered or cut short (its sha256 is not the manifest's); {REMEDY}")
    return content


def read_arrays(folder: Path, manifest: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    """Read the weights: plain arrays, finite throughout.

    Raises:
        ScorerUnavailable: if the file is not what the manifest tells of, or holds objects or NaN.
    """
    content = read_checked(folder, WEIGHTS, manifest)
    path = folder / WEIGHTS
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise ScorerUnavailable(f"{path}: is no file of plain arrays ({error}); {REMEDY}") from error
    for name, array in arrays.items():
        if array.dtype.kind not in "iuf" or not np.isfinite(array).all():
            raise ScorerUnavailable(f"{path}: array {name!r} holds what is no finite number; {REMEDY}")
    return arrays


def require_shape(
    path: Path, name: str, arrays: Mapping[str, NDArray[Any]], shape: tuple[int, ...]
) -> NDArray[Any]:
    """Return one array, if it has the shape that it must have.

    Raises:
        ScorerUnavailable: if it is missing or has another.
    """
    array = arrays.get(name)
    if array is None or array.shape != shape:
        found = "missing" if array is None else f"of shape {array.shape}"
        raise ScorerUnavailable(f"{path}: array {name!r} is {found}, expected {shape}; {REMEDY}")
    return array


def write_arrays(folder: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write weights; the manifest comes after them, so that a half-written model is none."""
    folder.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **dict(arrays))
    (folder / WEIGHTS).write_bytes(buffer.getvalue())


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest with the checksums of whatever the model is made of."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _parts(folder)}
    text = json.dumps(dict(manifest) | {"files": files}, indent=2, ensure_ascii=False, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _parts(folder: Path) -> list[str]:
    """Name the files that make scores: not the manifest, nor what was written about the model for people."""
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [
        str(path) for path in paths if str(path) != MANIFEST and path.name not in _ABOUT and path.suffix != ".svg"
    ]


_ABOUT: Final = frozenset({"CARD.md", "report.md", "report.json"})
