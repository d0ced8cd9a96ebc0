"""`comments:analyze`, `comments:suggestscore` and the discovery document."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from moderation.compat.clients import client_of, judged, service_of, without_reviews
from moderation.compat.described import request_body
from moderation.compat.enveloped import METHODS
from moderation.compat.perspective import analysing, batching, discovery, suggesting
from moderation.compat.perspective.answers import analysis
from moderation.compat.perspective.errors import GoogleRoute, Refused, bad_key, no_key, refused
from moderation.compat.perspective.selecting import select
from moderation.compat.perspective.wire import AnalyzeIn, SuggestIn
from moderation.ports import Scores
from moderation.service import Client

router = APIRouter(tags=["perspective"], route_class=GoogleRoute)

_JSON = "application/json; charset=UTF-8"


@router.post("/v1alpha1/comments:analyze", openapi_extra=request_body(AnalyzeIn))
@router.post("/comments:analyze", include_in_schema=False)
async def analyze(request: Request) -> Response:
    """Rate a comment, as Perspective does; `doNotStore` records nothing."""
    client, service = await _client(request), service_of(request)
    body = AnalyzeIn.model_validate_json(await request.body())
    text = analysing.checked_text(body)
    analysing.check_attributes(body)
    detected = analysing.detected_language(text, body, client=client, service=service)
    if detected is None and not body.languages:
        raise refused("Unable to detect language", "LANGUAGE_DETECTION_FAILED")
    known: Scores = {}
    if not body.do_not_store:
        sent = analysing.submission_of(text, body, client=client, service=service)
        known = (await judged(request, sent, client=without_reviews(client))).scores
    scores, spans = await run_in_threadpool(
        analysing.rated, text, body, detected=detected, known=known, client=client, service=service
    )
    answer = analysis(body, scores=scores, spans=spans, detected=detected)
    return _answered(request, answer, name="AnalyzeCommentResponse")


@router.post("/v1alpha1/comments:suggestscore", openapi_extra=request_body(SuggestIn))
@router.post("/comments:suggestscore", include_in_schema=False)
async def suggestscore(request: Request) -> Response:
    """Take a score that people found right: a label on the comment."""
    client, service = await _client(request), service_of(request)
    body = SuggestIn.model_validate_json(await request.body())
    text = analysing.checked_text(body)
    suggesting.outcome_of(body)
    sent = suggesting.named_submission(text, body, client=client, service=service)
    await run_in_threadpool(suggesting.keep, sent, body, client=client, service=service)
    detected = analysing.detected_language(text, body, client=client, service=service)
    answer: dict[str, Any] = {"clientToken": body.client_token, "requestedLanguages": body.languages}
    answer["detectedLanguages"] = [detected] if detected else None
    told = {name: value for name, value in answer.items() if value}
    return _answered(request, told, name="SuggestCommentScoreResponse")


@router.post("/batch", include_in_schema=False)
async def batch(request: Request) -> Response:
    """Answer several calls of one request."""
    return await batching.answer(request, endpoints={"analyze": analyze, "suggestscore": suggestscore})


@router.get("/$discovery/rest", include_in_schema=False)
@router.get("/discovery/v1/apis/commentanalyzer/v1alpha1/rest", include_in_schema=False)
async def discover(request: Request, version: str = "v1alpha1") -> Response:
    """Describe the API to Google's own clients, under the address by which they reach us."""
    if version != "v1alpha1":
        raise refused(f"There is no version {version[:20]}; ask for v1alpha1.")
    if _key(request) is not None:
        await _client(request)
    public = request.app.state.settings.public_url or str(request.base_url)
    return JSONResponse(discovery.document(public), media_type=_JSON)


@router.api_route("/v1alpha1/{anything:path}", methods=METHODS, include_in_schema=False)
async def nothing(request: Request) -> Response:
    """Say that nothing is called so, as Google does."""
    del request
    raise Refused(
        "There is no such method here; POST to comments:analyze or comments:suggestscore.", status="NOT_FOUND"
    )


def _answered(request: Request, answer: dict[str, Any], *, name: str) -> Response:
    """Return an answer, or the part of it that is asked for; `name` is that of its schema."""
    fields = request.query_params.get("fields")
    return JSONResponse(select(answer, fields, schemas=discovery.SCHEMAS, name=name), media_type=_JSON)


async def _client(request: Request) -> Client:
    """Return who asks.

    Raises:
        Refused: if no key is shown, or nobody has it.
    """
    key = _key(request)
    if key is None:
        raise no_key()
    client = await client_of(request, key)
    if client is None:
        raise bad_key()
    return client


def _key(request: Request) -> str | None:
    """Return the key of a request, from wherever Google takes one."""
    query = request.query_params
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    shown = query.get("key") or request.headers.get("x-goog-api-key")
    shown = shown or query.get("access_token") or query.get("oauth_token")
    return shown or (token.strip() or None if scheme.lower() == "bearer" else None)
