"""Passwords, hashed by Argon2id; never kept, never logged."""

from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

#: Each check takes 64 MiB for a moment; more at once wait.
AT_ONCE = 2


class Argon2:
    """Implements the port `Passwords` with the second profile of RFC 9106, section 4."""

    def __init__(self) -> None:
        """Hash something that nobody knows, to check against where there is no account."""
        self._turn = Semaphore(AT_ONCE)
        self._hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._nobody = self._hasher.hash("no account has this password")

    def hash(self, password: str) -> str:
        """Return what to keep of a password."""
        with self._turn:
            return self._hasher.hash(password)

    def is_right(self, password: str, kept: str | None) -> bool:
        """Whether a password is the one that was kept; takes as long where none was."""
        try:
            with self._turn:
                self._hasher.verify(kept or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None
