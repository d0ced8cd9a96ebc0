"""A policy with every file that makes it, to be kept in a database and loaded from there."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from moderation.domain.errors import Fault, Invalid, PolicyInvalid
from moderation.domain.policy import Policy
from moderation.policyfile.load import load as load_path
from moderation.policyfile.source import decoded, parse


def read(path: Path) -> tuple[Policy, dict[str, str]]:
    """Load a policy file; returns the policy, and its files by relative path, the main file first.

    Raises:
        PolicyInvalid: with every fault.
    """
    return load_path(path), sources(path)


def sources(path: Path) -> dict[str, str]:
    """Read a policy's files by relative path, the main file first, without looking into them.

    Raises:
        PolicyInvalid: if one of them cannot be read.
    """
    found = list(dict.fromkeys(_files(path.resolve())))
    root = os.path.commonpath([file.parent for file in found])
    return {str(file.relative_to(root)): decoded(file.read_bytes(), name=str(file)) for file in found}


def load(name: str, files: Mapping[str, str]) -> Policy:
    """Load a policy from its files, as `read` returned them; `name` is for one that does not say its own.

    Raises:
        PolicyInvalid: if this version of the service no longer accepts it; files are named as they were given.
        Invalid: if a file's name leads out of the policy's folder.
    """
    with TemporaryDirectory(prefix="policy-") as folder:
        for relative, content in files.items():
            target = Path(folder, relative)
            if not target.resolve().is_relative_to(Path(folder).resolve()):
                raise Invalid(f"'{relative}' leads out of the policy's folder; keep files beside the policy.")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
        try:
            return load_path(Path(folder, next(iter(files))), name=name)
        except PolicyInvalid as error:
            raise PolicyInvalid(faults=[_beside(fault, folder) for fault in error.faults]) from None


def _beside(fault: Fault, folder: str) -> Fault:
    """Name the file of a fault without the folder that is gone by now."""
    return replace(
        fault, file=fault.file.removeprefix(f"{folder}/"), message=fault.message.replace(f"{folder}/", "")
    )


def _files(path: Path) -> Iterator[Path]:
    """Name a sound policy file, its list files, and those of what it extends."""
    yield path
    lists, extended = _named(decoded(path.read_bytes(), name=str(path)), str(path))
    for file in lists:
        yield (path.parent / file).resolve()
    if extended is not None:
        yield from _files((path.parent / extended).resolve())


@lru_cache(maxsize=8)  # whoever starts asks for the same file again and again, and it takes half a second
def _named(text: str, name: str) -> tuple[tuple[str, ...], str | None]:
    """Return the list files that a policy file names, and what it extends."""
    node = parse(text, name=name)
    lists, extends = node.get("lists"), node.get("extends")
    listed = lists.value.values() if lists is not None and isinstance(lists.value, dict) else ()
    named = tuple(str(file.value) for each in listed if (file := each.get("file")) is not None)
    return named, None if extends is None else str(extends.value)
