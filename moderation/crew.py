"""Work shared out among processes, which begin to start before all is known that they work with."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from moderation.domain.backtesting.backtest import Advanced, unheard
from moderation.domain.errors import ModerationError, Unavailable

_Told = TypeVar("_Told")
_Piece = TypeVar("_Piece")
_Done = TypeVar("_Done")

#: What one process does: of what all are told it makes what turns a piece of work into its outcome.
Begin = Callable[[_Told], Callable[[_Piece], _Done]]

#: In a process of a crew: where it says how far its piece is.
_HEARD: ContextVar[Connection | None] = ContextVar("heard", default=None)


@dataclass(frozen=True, slots=True)
class _Advance:
    """A process is on its way with a piece."""

    done: int
    of: int


def tell(done: int, of: int) -> None:
    """Say in a process of a crew how far its piece is; anywhere else nobody hears it."""
    connection = _HEARD.get()
    if connection is not None:
        connection.send(_Advance(done, of))


class Crew(Generic[_Told, _Piece, _Done]):
    """Processes that are ready, or soon will be."""

    def __init__(self, connections: Sequence[Connection]) -> None:
        """Take a connection to each."""
        self._connections = connections

    def do(self, told: _Told, pieces: Sequence[_Piece], *, advanced: Advanced = unheard) -> Iterator[_Done]:
        """Tell all of them what they work with, and let them take one piece after the other; yields in no order.

        `advanced` hears what they `tell` of the pieces that they are at.

        Raises:
            ModerationError: what the work raises.
            Unavailable: if a process ended before its work did.
        """
        left = list(reversed(pieces))
        busy = list(self._connections[: len(pieces)])
        try:
            for each in busy:
                each.send(told)
                each.send(left.pop())
            while busy:
                ready = wait(busy)
                for each in [each for each in busy if each in ready]:
                    received = _received(each)
                    if isinstance(received, _Advance):
                        advanced(received.done, received.of)
                        continue
                    yield received
                    if left:
                        each.send(left.pop())
                    else:
                        busy.remove(each)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise Unavailable(
                "A process that was at work has ended: maybe memory ran out. Try again with fewer processes,"
                " a sample or a shorter time."
            ) from None


@contextmanager
def crew(begin: Begin[_Told, _Piece, _Done], *, count: int) -> Iterator[Crew[_Told, _Piece, _Done]]:
    """Start processes; in the end they are stopped, whatever they are at."""
    context = multiprocessing.get_context("spawn")  # a fork would share the connections of this process
    connections, processes = [], []
    try:
        for _ in range(count):
            own, other = context.Pipe()
            connections.append(own)
            processes.append(process := context.Process(target=_work, args=(other, begin), daemon=True))
            process.start()
            other.close()  # so that the end of the process is the end of the connection
        yield Crew(connections)
    finally:
        for process in processes:
            process.terminate()
            process.join()
        for each in connections:
            each.close()


def _work(connection: Connection, begin: Begin[Any, Any, Any]) -> None:
    """Do one piece after the other, until nobody is there to give any."""
    _HEARD.set(connection)
    try:
        done = begin(connection.recv())
        while True:
            connection.send(done(connection.recv()))
    except ModerationError as error:
        connection.send(error)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return


def _received(connection: Connection) -> Any:
    received = connection.recv()
    if isinstance(received, ModerationError):
        raise received
    return received
