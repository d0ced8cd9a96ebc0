"""What a process and its children use: processor time and memory, as Linux tells in `/proc`."""

import os
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")


def cpu_seconds(pid: int) -> float | None:
    """Return the processor time that a process and its children have used; `None` where nobody tells."""
    if not _PROC.joinpath("self/stat").exists():
        return None
    ticks = sum(int(field) for each in _family(pid) for field in _stat(each)[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory_bytes(pid: int) -> int | None:
    """Return the resident memory of a process and its children; `None` where nobody tells."""
    if not _PROC.joinpath("self/statm").exists():
        return None
    pages = sum(int((_PROC / str(each) / "statm").read_text().split()[1]) for each in _family(pid))
    return pages * os.sysconf("SC_PAGE_SIZE")


def _family(pid: int) -> Iterator[int]:
    yield pid
    for folder in _PROC.iterdir():
        if folder.name.isdigit() and _parent(int(folder.name)) == pid:
            yield from _family(int(folder.name))


def _parent(pid: int) -> int | None:
    try:
        return int(_stat(pid)[1])
    except (OSError, IndexError):
        return None  # it has ended


def _stat(pid: int) -> list[str]:
    """Return the fields of `/proc/PID/stat` from the third on: the second may hold anything."""
    return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
