"""Which system calls a process makes, in order: a tracer of a few lines, so that no tool need be installed.

Run as `python tracing.py EVENTS COMMAND…`: starts the command, and once EVENTS exists (empty), follows
every thread of it and appends `fsync PATH` when an fsync has returned, and `answer` when the first bytes of
an HTTP answer are about to be written. The command is a child, so that a hardened kernel allows it too.
"""

import ctypes
import os
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

#: From <linux/ptrace.h>; the structures are alike on every processor from Linux 5.3 on.
SEIZE, INTERRUPT, CONT_TO_SYSCALL, SYSCALL_INFO = 0x4206, 0x4207, 24, 0x420E
TRACE_CLONE, MARK_SYSCALLS = 0x08, 0x01
ENTRY, EXIT = 1, 2
WAIT_FOR_ALL_THREADS = 0x40000000
SIGTRAP, SYSCALL_STOP = 5, 5 | 0x80

#: Numbers of the calls that matter: flushes, and what can carry an answer.
CALLS = {
    "x86_64": {74: "fsync", 75: "fsync", 1: "write", 44: "write", 20: "writev", 46: "sendmsg"},
    "aarch64": {82: "fsync", 83: "fsync", 64: "write", 206: "write", 66: "writev", 211: "sendmsg"},
}

_ANSWER = b"HTTP/1.1 200"
_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.ptrace.restype = ctypes.c_long


def ptrace(request: int, thread: int, address: int = 0, data: int = 0) -> None:
    """Ask the kernel.

    Raises:
        OSError: if it refuses.
    """
    if _libc.ptrace(request, thread, address, data) < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"ptrace({request:#x}, {thread}): {os.strerror(number)}")


class Tracer:
    """Follows a process until it ends."""

    def __init__(self, pid: int, events: Path) -> None:
        """Seize every thread; threads to come follow by themselves."""
        self._pid, self._events = pid, events.open("a", buffering=1)
        self._calls = CALLS[os.uname().machine]
        self._flushing: dict[int, str] = {}
        for thread in os.listdir(f"/proc/{pid}/task"):
            ptrace(SEIZE, int(thread), 0, TRACE_CLONE | MARK_SYSCALLS)
            ptrace(INTERRUPT, int(thread))

    def follow(self) -> None:
        """Note what happens until the process ends."""
        while True:
            try:
                thread, status = os.waitpid(-1, WAIT_FOR_ALL_THREADS)
            except ChildProcessError:
                return
            if os.WIFSTOPPED(status):
                self._go_on(thread, os.WSTOPSIG(status), status >> 16)

    def _go_on(self, thread: int, signal: int, event: int) -> None:
        if signal == SYSCALL_STOP:
            self._note(thread)
        is_ours = signal in (SYSCALL_STOP, SIGTRAP) or event
        with suppress(ProcessLookupError):  # it may have been killed meanwhile
            ptrace(CONT_TO_SYSCALL, thread, 0, 0 if is_ours else signal)

    def _note(self, thread: int) -> None:
        buffer = ctypes.create_string_buffer(88)
        try:
            ptrace(SYSCALL_INFO, thread, len(buffer), ctypes.addressof(buffer))
        except ProcessLookupError:
            return
        kind, number, first, second = struct.unpack_from("<B23xQQQ", buffer)
        if kind == EXIT and thread in self._flushing:
            self._events.write(f"fsync {self._flushing.pop(thread)}\n")
        if kind != ENTRY or number not in self._calls:
            return
        call = self._calls[number]
        if call == "fsync":
            self._flushing[thread] = os.readlink(f"/proc/{self._pid}/fd/{first}")
        elif self._sent(call, second).startswith(_ANSWER):
            self._events.write("answer\n")

    def _sent(self, call: str, address: int) -> bytes:
        """Read the first bytes that a call is about to send."""
        with open(f"/proc/{self._pid}/mem", "rb", buffering=0) as memory:

            def word(at: int) -> int:
                memory.seek(at)
                return int.from_bytes(memory.read(8), "little")

            if call == "sendmsg":
                address = word(address + 16)  # msghdr.msg_iov
            if call in ("sendmsg", "writev"):
                address = word(address)  # iovec.iov_base
            memory.seek(address)
            return memory.read(len(_ANSWER))


if __name__ == "__main__":
    events, child = Path(sys.argv[1]), subprocess.Popen(sys.argv[2:])
    while not events.exists():
        time.sleep(0.05)
    tracer = Tracer(child.pid, events)
    events.with_suffix(".ready").touch()
    tracer.follow()
