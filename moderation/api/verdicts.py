"""Verdicts on comments: one, many, or only tried."""

import secrets
from time import perf_counter
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from moderation.api.answers import VerdictOut, verdict_out
from moderation.api.body import StrictRoute, read_json
from moderation.api.clients import ServiceDep, Verdicts, client_with, service_of
from moderation.api.problems import BadHeader, FieldInvalid
from moderation.api.wire import BatchIn, VerdictIn, submission_of
from moderation.domain.decision import Decision
from moderation.domain.site import Scope
from moderation.metrics import note
from moderation.pipeline import assess

router = APIRouter(prefix="/v1", tags=["verdicts"], route_class=StrictRoute)

KEY_DESCRIBED = "1 to 250 printable ASCII characters; the same key and body get the same decision."
IdempotencyKey = Annotated[str | None, Header(description=KEY_DESCRIBED)]


class VerdictsOut(BaseModel):
    """The verdicts of a batch, in the order of its comments."""

    verdicts: list[VerdictOut]


#: What the hot route reads by itself, described as the others describe it.
_DESCRIBED: dict[str, Any] = {
    "x-needs": f"a key with the scope `{Scope.VERDICTS}`",
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/VerdictIn"}}},
    },
    "parameters": [
        {
            "name": "Idempotency-Key",
            "in": "header",
            "required": False,
            "description": KEY_DESCRIBED,
            "schema": {"type": "string"},
        }
    ],
}


@router.post("/verdicts", response_model=VerdictOut, openapi_extra=_DESCRIBED)
async def create(request: Request) -> Response:
    """Judge a comment before it is published, and record the decision.

    Safe to repeat: the same `Idempotency-Key`, or the same comment id and text, gives the same decision.
    """
    client = await client_with(Scope.VERDICTS, request)
    body = await read_json(request, VerdictIn)
    service = await service_of(request)
    began, started = perf_counter(), service.clock.now()
    _check(body, "comment.text", request)
    submission = submission_of(
        body,
        site=client.site.id,
        secret=service.secret,
        new_id=_new_id(),
        idempotency_key=_checked_key(request.headers.get("idempotency-key")),
    )
    [decision] = await request.app.state.intake.submit([submission], client)
    answer = verdict_out(decision, writer_url=service.writer_url(decision))
    note(decision, milliseconds=(perf_counter() - began) * 1_000)
    replayed = {"Idempotency-Replayed": "true"} if decision.at < started else {}
    return Response(answer.model_dump_json(), media_type="application/json", headers=replayed)


@router.post("/verdicts/batch", response_model=VerdictsOut)
async def create_batch(
    body: BatchIn,
    request: Request,
    client: Verdicts,
    service: ServiceDep,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Judge several comments, and record the decisions; all are checked before any is judged."""
    began, key = perf_counter(), _checked_key(idempotency_key)
    for place, one in enumerate(body.comments):
        _check(one, f"comments.{place}.comment.text", request)
    submissions = [
        submission_of(
            one,
            site=client.site.id,
            secret=service.secret,
            new_id=_new_id(),
            idempotency_key=f"{key}#{place}" if key else None,
        )
        for place, one in enumerate(body.comments)
    ]
    decisions = await request.app.state.intake.submit(submissions, client)
    answers = VerdictsOut(
        verdicts=[verdict_out(decision, writer_url=service.writer_url(decision)) for decision in decisions]
    )
    milliseconds = (perf_counter() - began) * 1_000 / len(decisions)
    for decision in decisions:
        note(decision, milliseconds=milliseconds)
    return Response(answers.model_dump_json(), media_type="application/json")


@router.post("/assessments")
async def create_assessment(
    body: VerdictIn, request: Request, client: Verdicts, service: ServiceDep
) -> VerdictOut:
    """Judge a comment and record nothing: a hint to the writer before posting."""
    _check(body, "comment.text", request)
    submission = submission_of(body, site=client.site.id, secret=service.secret, new_id=_new_id())

    def judged() -> Decision:
        return assess(
            submission,
            policy=client.policy,
            scorer=service.scorer,
            fallback=service.fallback,
            languages=service.languages,
            storage=service.storage,
            at=service.clock.now(),
        )

    return verdict_out(await run_in_threadpool(judged))


def _check(body: VerdictIn, field: str, request: Request) -> None:
    limit = request.app.state.settings.max_text_chars
    if len(body.comment.text) > limit:
        raise FieldInvalid(field, f"has {len(body.comment.text)} characters; {limit} are the limit")
    if not body.comment.text.strip():
        raise FieldInvalid(field, "is empty; send the text of the comment")


def _checked_key(key: str | None) -> str | None:
    if key is None:
        return None
    if not 1 <= len(key) <= 250 or not key.isascii() or not key.isprintable():
        raise BadHeader("Idempotency-Key takes 1 to 250 printable ASCII characters.")
    return key


def _new_id() -> str:
    return "c_" + secrets.token_hex(8)
