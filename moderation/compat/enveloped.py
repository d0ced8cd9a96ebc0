"""Routes whose errors come in the envelope of the protocol that they speak."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import ValidationError

from moderation.domain.errors import ModerationError

#: Every method, for addresses at which there is nothing: that is said in the protocol too.
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

#: What answers a request.
Handler = Callable[[Request], Awaitable[Response]]


class EnvelopedRoute(APIRoute):
    """A route that answers each error of ours, and each malformed body, as its protocol does."""

    @staticmethod
    def of_error(error: ModerationError) -> Response:
        """Return an error in the protocol's envelope."""
        raise NotImplementedError

    @staticmethod
    def of_malformed(error: ValidationError) -> ModerationError:
        """Name the field that is at fault; what was sent is never repeated."""
        raise NotImplementedError

    @classmethod
    def enveloped(cls, handler: Handler) -> Handler:
        """Return a handler whose errors are answers."""

        async def answered(request: Request) -> Response:
            try:
                return await handler(request)
            except ModerationError as error:
                return cls.of_error(error)
            except ValidationError as error:
                return cls.of_error(cls.of_malformed(error))

        return answered

    def get_route_handler(self) -> Callable[[Request], Any]:
        """Wrap the handler."""
        return self.enveloped(super().get_route_handler())
