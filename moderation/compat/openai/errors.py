"""Everything that can be wrong, as OpenAI's clients take it apart."""

import uuid

from fastapi import Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from moderation.compat.enveloped import EnvelopedRoute
from moderation.compat.openai.wire import MOST_TEXTS
from moderation.domain.errors import Invalid, ModerationError, NotAllowed, Overloaded, Unavailable


class Refused(Invalid):
    """A request that cannot be answered, with the fields that clients read."""

    def __init__(
        self, message: str, *, code: str | None = None, param: str | None = None, status: int = 400
    ) -> None:
        """Keep what goes into the error."""
        super().__init__(message)
        self.code, self.param, self.status = code, param, status


#: Kind of error → status, OpenAI's type, and code.
_KINDS: tuple[tuple[type[ModerationError], int, str, str | None], ...] = (
    (NotAllowed, 403, "invalid_request_error", "permission_denied"),
    (Overloaded, 429, "rate_limit_error", "rate_limit_exceeded"),
    (Unavailable, 503, "server_error", "server_error"),
    (ModerationError, 400, "invalid_request_error", None),
)


#: Field → what may stand there.
_WANTED = {
    "input": f'send a text, or 1 to {MOST_TEXTS} texts or parts such as {{"type": "text", "text": "…"}}.',
    "model": "send a name of 200 characters at most; any is taken.",
}


def of_error(error: ModerationError) -> Response:
    """Return an error in OpenAI's envelope."""
    if isinstance(error, Refused):
        return _envelope(error, error.status, "invalid_request_error", error.code, error.param)
    _, status, type, code = next(kind for kind in _KINDS if isinstance(error, kind[0]))
    return _envelope(error, status, type, code)


def request_id() -> dict[str, str]:
    """Return the header by which a request can be spoken of."""
    return {"x-request-id": f"req_{uuid.uuid4().hex}"}


class OpenAiRoute(EnvelopedRoute):
    """A route whose errors come in OpenAI's envelope."""

    @staticmethod
    def of_error(error: ModerationError) -> Response:
        """Return an error in that envelope."""
        return of_error(error)

    @staticmethod
    def of_malformed(error: ValidationError) -> ModerationError:
        """Name the field that is at fault."""
        return _malformed(error)


def _malformed(error: ValidationError) -> Refused:
    """Name the field that is at fault; what was sent is never repeated."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    if faults[0]["type"] == "json_invalid":
        return Refused("We could not parse the JSON body of your request.", code="invalid_json")
    field = str(faults[0]["loc"][0]) if faults[0]["loc"] else "body"
    if faults[0]["type"] == "missing":
        return Refused(f"Missing required parameter: '{field}'.", code="missing_required_parameter", param=field)
    wanted = _WANTED.get(field, "the body is a JSON object with 'input'.")
    return Refused(f"Invalid value for '{field}': {wanted}", code="invalid_value", param=field)


def _envelope(
    error: ModerationError, status: int, type: str, code: str | None = None, param: str | None = None
) -> Response:
    content = {"error": {"message": error.message, "type": type, "param": param, "code": code}}
    retry = {"Retry-After": "2"} if status in (429, 503) else {}
    return JSONResponse(content, status, headers=request_id() | retry)
