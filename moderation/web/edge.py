"""What is known of a request before anything is read: who the peer is, and under which path it came."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any


class Edge:
    """Middleware, outermost: keep the peer's address, whomever it speaks for, and mend the path."""

    def __init__(self, app: Callable[..., Awaitable[None]], *, prefix: str) -> None:
        """Wrap an application that clients reach under a prefix of the path; often empty."""
        self._app, self._prefix = app, prefix

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Note all that, and go on."""
        scope["peer"] = scope.get("client")
        if scope.get("path", "").startswith("//"):  # an address that somebody entered with a slash at its end
            scope["path"] = "/" + scope["path"].lstrip("/")
        if self._prefix:
            scope["root_path"] = self._prefix
        await self._app(scope, receive, send)
