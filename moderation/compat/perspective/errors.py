"""Everything that can be wrong, in Google's envelope, as Perspective's clients take it apart."""

from collections.abc import Sequence
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from moderation.compat.enveloped import EnvelopedRoute
from moderation.domain.errors import Invalid, ModerationError, NotAllowed, NotFound, Overloaded, Unavailable

#: HTTP status of each of Google's status names that we use.
STATUSES = {
    "INVALID_ARGUMENT": 400,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "RESOURCE_EXHAUSTED": 429,
    "INTERNAL": 500,
    "UNAVAILABLE": 503,
}
_ERROR = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error"
_INFO = "type.googleapis.com/google.rpc.ErrorInfo"
_QUOTA = "Analysis requests (AnalyzeComment)"


class Refused(Invalid):
    """A request that cannot be answered, with the details that clients read."""

    def __init__(
        self, message: str, *, status: str = "INVALID_ARGUMENT", details: Sequence[dict[str, Any]] = ()
    ) -> None:
        """Keep what goes into the envelope."""
        super().__init__(message)
        self.status, self.details = status, list(details)


def refused(message: str, error_type: str = "INVALID_REQUEST", **more: Any) -> Refused:
    """Return an error of the Comment Analyzer itself."""
    return Refused(message, details=[{"@type": _ERROR, "errorType": error_type} | more])


def unsupported(attribute: str, *, languages: Sequence[str], requested: Sequence[str]) -> Refused:
    """Return that an attribute is not rated in a language."""
    about: dict[str, Any] = {"detectedLanguages": list(languages), "attribute": attribute}
    if requested:
        about["requestedLanguages"] = list(requested)
    message = f"Attribute {attribute} does not support request languages: {', '.join(requested or languages)}"
    return refused(message, "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE", languageNotSupportedByAttributeError=about)


def no_key() -> Refused:
    """Return that no key was shown."""
    message = (
        "Method doesn't allow unregistered callers (callers without established identity). "
        "Please use API Key or other form of API consumer identity to call this API."
    )
    return Refused(message, status="PERMISSION_DENIED")


def bad_key() -> Refused:
    """Return that nobody has this key."""
    details = {
        "@type": _INFO,
        "reason": "API_KEY_INVALID",
        "domain": "googleapis.com",
        "metadata": {"service": "commentanalyzer.googleapis.com"},
    }
    return Refused("API key not valid. Please pass a valid API key.", details=[details])


def exhausted() -> Refused:
    """Return that too much waits already."""
    message = (
        f"Quota exceeded for quota metric '{_QUOTA}' and limit '{_QUOTA} per minute' "
        "of service 'commentanalyzer.googleapis.com'."
    )
    metadata = {"service": "commentanalyzer.googleapis.com", "quota_location": "global"}
    details = {
        "@type": _INFO,
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": metadata | {"quota_metric": "CommentAnalyzerService/analyze_requests"},
    }
    return Refused(message, status="RESOURCE_EXHAUSTED", details=[details])


def of_error(error: ModerationError) -> Response:
    """Return an error in the envelope."""
    if isinstance(error, Refused):
        return envelope(error.status, error.message, error.details)
    if isinstance(error, Overloaded):
        return of_error(exhausted())
    kinds = ((NotAllowed, "PERMISSION_DENIED"), (NotFound, "NOT_FOUND"), (Unavailable, "UNAVAILABLE"))
    status = next((name for kind, name in kinds if isinstance(error, kind)), "INVALID_ARGUMENT")
    return envelope(status, error.message)


def envelope(status: str, message: str, details: Sequence[dict[str, Any]] = ()) -> Response:
    """Return the envelope of google.rpc.Status."""
    error: dict[str, Any] = {"code": STATUSES[status], "message": message, "status": status}
    if details:
        error["details"] = list(details)
    headers = {"Retry-After": "2"} if status in ("UNAVAILABLE", "RESOURCE_EXHAUSTED") else {}
    content_type = "application/json; charset=UTF-8"
    return JSONResponse({"error": error}, STATUSES[status], headers=headers, media_type=content_type)


class GoogleRoute(EnvelopedRoute):
    """A route whose errors come in Google's envelope."""

    @staticmethod
    def of_error(error: ModerationError) -> Response:
        """Return an error in that envelope."""
        return of_error(error)

    @staticmethod
    def of_malformed(error: ValidationError) -> ModerationError:
        """Name the field that is at fault."""
        return _malformed(error)


def _malformed(error: ValidationError) -> Refused:
    """Name the first field that is at fault; what was sent is never repeated."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if fault["type"] == "json_invalid":
        return Refused("Invalid JSON payload received. " + fault["msg"][:200])
    place = ".".join(str(part) for part in fault["loc"])
    return refused(f"Invalid value at '{place}': {fault['msg'][:200]}")
