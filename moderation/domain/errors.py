"""Every error that the service raises on purpose.

ModerationError
├── NotFound            no such thing, or it belongs to another site
├── Conflict            somebody else was first
│   └── StaleVersion    it has changed since it was read
├── NotAllowed          the key or the role may not do this
├── Invalid             what was sent cannot be accepted
│   ├── AddressRefused  a message may not be sent there
│   ├── KeyReused       an idempotency key came back with another body
│   └── PolicyInvalid   a policy file with its list of faults
└── Unavailable         try again later
    ├── ScorerUnavailable
    ├── StorageUnavailable
    ├── Undeliverable   a message did not reach its receiver
    ├── Overloaded      too much is waiting already
    └── LockedOut       signing in failed too often
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

#: What is shown of a line with a fault, and of that before the fault, in characters.
_WIDEST: Final = 160
_BEFORE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong with a file, and what to do about it; line and column count from 1."""

    file: str
    line: int
    column: int
    message: str
    hint: str | None = None
    #: The line as written, and how many of its characters are concerned.
    source: str | None = None
    width: int = 1

    def __str__(self) -> str:
        """Show the place as a compiler would: the line, a caret, the way out."""
        text = f"{self.file}:{self.line}:{self.column}: {self.message}"
        if self.source is not None:
            margin = f"{self.line} | "
            shown, caret = pointed(self.source, column=self.column, width=self.width)
            text += f"\n{margin}{shown}\n{' ' * len(margin)}{caret}"
        return f"{text}\n  = {self.hint}" if self.hint else text


def pointed(source: str, *, column: int, width: int) -> tuple[str, str]:
    """Return a line and the caret below it; `column` counts from 1. Of a long line the part around it is shown."""
    first = column - 1 - _BEFORE if len(source) > _WIDEST and column > _WIDEST - _BEFORE else 0
    shown = source[first : first + _WIDEST]
    if first:
        shown = f"…{shown[1:]}"
    if first + _WIDEST < len(source):
        shown = f"{shown[:-1]}…"
    indent = column - 1 - first
    return shown, " " * indent + "^" * max(1, min(width, len(shown) - indent))


class ModerationError(Exception):
    """Something went wrong that the service knows about."""

    def __init__(self, message: str | None = None, *, private: str | None = None) -> None:
        """Keep what a client may read (`message`) apart from what only a log may hold (`private`)."""
        self.message = message or (type(self).__doc__ or "").strip().split("\n")[0]
        self.private = private
        super().__init__(self.message)


class NotFound(ModerationError):
    """There is no such thing here."""


class Conflict(ModerationError):
    """Somebody else was first."""


class StaleVersion(Conflict):
    """It has changed since you read it; load it again."""

    def __init__(
        self, message: str | None = None, *, private: str | None = None, difference: object = None
    ) -> None:
        """Keep what has changed since, where it can be shown."""
        self.difference = difference
        super().__init__(message, private=private)


class NotAllowed(ModerationError):
    """This key may not do that."""


class Invalid(ModerationError):
    """What was sent cannot be accepted."""


class AddressRefused(Invalid):
    """A message may not be sent to this address."""


class KeyReused(Invalid):
    """This Idempotency-Key was used with another body; send a new key."""


class PolicyInvalid(Invalid):
    """The policy has faults; nothing was changed."""

    def __init__(
        self, message: str | None = None, *, private: str | None = None, faults: Iterable[Fault] = ()
    ) -> None:
        """Keep every fault; together they are the message, unless there is another."""
        self.faults = tuple(faults)
        super().__init__(message or "\n\n".join(map(str, self.faults)) or None, private=private)


class Unavailable(ModerationError):
    """The service cannot answer now; try again."""


class ScorerUnavailable(Unavailable):
    """The model could not score in time."""


class StorageUnavailable(Unavailable):
    """The database cannot be reached or written."""


class Undeliverable(Unavailable):
    """The message did not reach its receiver."""


class Overloaded(Unavailable):
    """Too many comments are waiting; try again in a moment."""


class LockedOut(Unavailable):
    """Signing in failed too often; wait a quarter of an hour, or ask an administrator for a one-time link."""
