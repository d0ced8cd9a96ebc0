"""Bare words and headers, as Akismet's clients compare them: `from_verdict` and all else that is said."""

import uuid
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from moderation.domain.errors import ModerationError
from moderation.domain.verdict import Effect, Outcome, Verdict

GUID = "X-akismet-guid"
THANKS = "Thanks for making the web a better place."


class Stopped(StrEnum):
    """How a comment that may not stand now is told."""

    #: `true`: the client files it as spam.
    SPAM = "spam"
    #: `true`, and the client may throw it away where its owner chose so.
    DISCARD = "discard"
    #: `false`, and not final: WordPress holds it until it is told more.
    RECHECK = "recheck"


def text(word: str, *, guid: str | None = None, **headers: str) -> Response:
    """Return a bare word, under an id of its own: without one, WordPress publishes what it was told is spam."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(word, media_type="text/plain", headers={GUID: guid or uuid.uuid4().hex} | named)


def of_json(content: Any) -> Response:
    """Return a JSON answer, under an id of its own."""
    return JSONResponse(content, headers={GUID: uuid.uuid4().hex})


def invalid(help: str) -> Response:
    """Say that a request cannot be answered, and why; clients hold the comment and ask again."""
    return text("invalid", X_akismet_debug_help=help.encode("ascii", "replace").decode().replace("\n", " ")[:500])


def from_outcome(outcome: Outcome, *, stopped: Stopped, recheck_seconds: int, guid: str | None) -> Response:
    """Say whether a comment is spam: whether the policy stops it; `guid` names the check, if it has a name."""
    if outcome is Outcome.ALLOW:
        return text("false", guid=guid)
    if stopped is Stopped.RECHECK:
        return text("false", guid=guid, X_akismet_recheck_after=str(recheck_seconds))
    if stopped is Stopped.DISCARD:
        return text("true", guid=guid, X_akismet_pro_tip="discard")
    return text("true", guid=guid)


def standing(outcome: Outcome, verdict: Verdict | None) -> Outcome:
    """Return an outcome as the site must act on it now: what is looked at afterwards is published first."""
    is_published = verdict is not None and verdict.effect is Effect.PUBLISH_AND_REVIEW
    return Outcome.ALLOW if outcome is Outcome.FLAG and is_published else outcome


def of_error(error: ModerationError) -> Response:
    """Say what is wrong; the status stays 200, or most clients crash."""
    return invalid(error.message)


class AkismetRoute(APIRoute):
    """A route whose errors are `invalid`, with the reason in a header."""

    def get_route_handler(self) -> Callable[[Request], Any]:
        """Wrap the handler."""
        handler = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handler(request)
            except ModerationError as error:
                return of_error(error)

        return answered
