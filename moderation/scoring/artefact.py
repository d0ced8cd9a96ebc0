"""A model's files: a manifest with checksums, plain arrays, golden scores; no code is ever run from them."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from moderation.domain.errors import ScorerUnavailable

#: What names the model to serve, in a folder of models: one line, `<name>/<version>`.
DEFAULT: Final = "default"
MANIFEST: Final = "manifest.json"
WEIGHTS: Final = "weights.npz"
GOLDEN: Final = "golden.json"

_REMEDY: Final = "restore the folder from a release, or train it again with `moderation model train`"


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
        raise ScorerUnavailable(f"{folder / MANIFEST}: there is no such model; {_REMEDY}")
    return versions[-1]


def _default_of(models: Path) -> str:
    try:
        return (models / DEFAULT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ScorerUnavailable(f"{models / DEFAULT}: cannot be read ({error}); {_REMEDY}") from error


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
        raise ScorerUnavailable(f"{path}: cannot be read ({error}); {_REMEDY}") from error
    missing = {"name", "version", "kind", "features", "languages", "files"} - set(
        manifest if isinstance(manifest, dict) else ()
    )
    if missing:
        raise ScorerUnavailable(f"{path}: lacks {', '.join(sorted(missing))}; {_REMEDY}")
    return dict(manifest)


def read_checked(folder: Path, name: str, manifest: Mapping[str, Any]) -> bytes:
    """Read one of the model's files, if it is the one that the manifest tells of.

    Raises:
        ScorerUnavailable: if it is missing or its checksum is another.
    """
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ScorerUnavailable(f"{path}: cannot be read ({error.strerror}); {_REMEDY}") from error
    if hashlib.sha256(content).hexdigest() != manifest["files"].get(name):
        raise ScorerUnavailable(f"{path}: was altered or cut short (its sha256 is not the manifest's); {_REMEDY}")
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
        raise ScorerUnavailable(f"{path}: is no file of plain arrays ({error}); {_REMEDY}") from error
    for name, array in arrays.items():
        if array.dtype.kind not in "iuf" or not np.isfinite(array).all():
            raise ScorerUnavailable(f"{path}: array {name!r} holds what is no finite number; {_REMEDY}")
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
        raise ScorerUnavailable(f"{path}: array {name!r} is {found}, expected {shape}; {_REMEDY}")
    return array


def write(folder: Path, manifest: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write weights and manifest; the manifest comes last, so that a half-written model is none."""
    folder.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **dict(arrays))
    (folder / WEIGHTS).write_bytes(buffer.getvalue())
    write_manifest(folder, manifest)


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest with the checksums of the weights and of the golden scores."""
    present = [name for name in (WEIGHTS, GOLDEN) if (folder / name).is_file()]
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in present}
    text = json.dumps(dict(manifest) | {"files": files}, indent=2, ensure_ascii=False, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
