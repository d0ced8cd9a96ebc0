"""Passwords that cost nothing to check."""


class PlainPasswords:
    """Implements the port `Passwords`: what is kept says what the password was."""

    def hash(self, password: str) -> str:
        """Return what to keep of a password."""
        return f"plain:{password}"

    def is_right(self, password: str, kept: str | None) -> bool:
        """Whether a password is the one that was kept."""
        return kept == f"plain:{password}"
