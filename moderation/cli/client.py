"""A client of a running service, for commands: JSON over HTTP with a key."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2

from moderation.domain.errors import ModerationError, Unavailable


class Refused(ModerationError):
    """The service answered with an error."""


class Client:
    """Asks one service with one key."""

    def __init__(self, http: httpx2.Client) -> None:
        """Use an open HTTP client."""
        self._http = http

    def post(self, path: str, body: Any) -> dict[str, Any]:
        """Send JSON and return the answer.

        Raises:
            Unavailable: if the service cannot be reached.
            Refused: if it answers with an error.
        """
        try:
            answer = self._http.post(path, json=body)
        except httpx2.TransportError as error:
            message = f"{self._http.base_url} cannot be reached: {error}; is 'moderation serve' running?"
            raise Unavailable(message) from error
        if answer.is_error:
            raise Refused(f"{path} answered {answer.status_code}: {answer.text[:500]}")
        return dict(answer.json())


@contextmanager
def client_of(url: str, key: str) -> Iterator[Client]:
    """Open a client for the length of a command."""
    headers = {"Authorization": f"Bearer {key}"}
    with httpx2.Client(base_url=url, headers=headers, timeout=30, trust_env=False) as http:
        yield Client(http)
