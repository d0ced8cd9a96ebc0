"""Gives memory back to the system, which would otherwise stay with the process once it was used."""

import ctypes
import gc
from typing import Final

#: Pieces of so many bytes are taken from the system by themselves, and go back to it once they are free.
_LARGE: Final = 1 << 20
#: What glibc calls this in `malloc.h`.
_M_MMAP_THRESHOLD: Final = -3


def take_large_pieces_apart() -> None:
    """Let what is large never lie among what is small, where it would leave gaps; glibc does so only at first."""
    if hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)


def settle() -> None:
    """Keep what is loaded now, out of the collector's way, and give back what loading it took besides."""
    gc.collect()
    gc.freeze()  # to look through it again and again costs milliseconds each time
    gc.set_threshold(200_000, 50, 100)
    if hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
