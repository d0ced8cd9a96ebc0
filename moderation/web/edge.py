"""What is known of a request before anything is read: who the peer is, and under which prefix it came."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any


class Edge:
    """Middleware, outermost: keep the peer's address, whomever it speaks for, and the prefix behind a proxy."""

    def __init__(self, app: Callable[..., Awaitable[None]], *, prefix: str) -> None:
        """Wrap an application that clients reach under a prefix of the path; often empty."""
        self._app, self._prefix = app, prefix

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Note both, and go on."""
        scope["peer"] = scope.get("client")
        if self._prefix:
            scope["root_path"] = self._prefix
        await self._app(scope, receive, send)
