"""Routes whose errors come in the envelope of the protocol that they speak."""

from collections.abc import Callable
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import ValidationError

from moderation.domain.errors import ModerationError


class EnvelopedRoute(APIRoute):
    """A route that answers each error of ours, and each malformed body, as its protocol does."""

    def of_error(self, error: ModerationError) -> Response:
        """Return an error in the protocol's envelope."""
        raise NotImplementedError

    def of_malformed(self, error: ValidationError) -> ModerationError:
        """Name the field that is at fault; what was sent is never repeated."""
        raise NotImplementedError

    def get_route_handler(self) -> Callable[[Request], Any]:
        """Wrap the handler."""
        handler = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handler(request)
            except ModerationError as error:
                return self.of_error(error)
            except ValidationError as error:
                return self.of_error(self.of_malformed(error))

        return answered
