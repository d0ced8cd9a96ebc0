"""Memory: what a start takes for a moment must not stay with the process for weeks."""

import subprocess
import sys

#: Twice makes a hundred large pieces among small ones that are kept, and tells how many bytes stay with it.
_LOADING = """
import os, sys
from moderation.memory import take_large_pieces_apart
from moderation.benchmark.usage import memory_bytes
if sys.argv[1] == "apart":
    take_large_pieces_apart()
before, kept = memory_bytes(os.getpid()), []
for _ in range(2):
    pieces = [(kept.append(b"y" * 20_000), b"x" * 2_000_000) for _ in range(100)]
    del pieces
print(memory_bytes(os.getpid()) - before)
"""


def test_large_pieces_go_back_to_the_system() -> None:
    """Once glibc saw a large piece go, it lays the next among small ones, and one of these keeps it there."""
    assert _kept("apart") < 10_000_000 < _kept("as before")


def _kept(how: str) -> int:
    done = subprocess.run([sys.executable, "-c", _LOADING, how], capture_output=True, text=True, check=True)
    return int(done.stdout)
