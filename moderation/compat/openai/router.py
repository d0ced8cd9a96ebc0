"""`/v1/moderations`."""

import uuid

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from moderation.compat.clients import assessed, client_of, service_of
from moderation.compat.described import request_body
from moderation.compat.enveloped import METHODS
from moderation.compat.openai.categories import result_of
from moderation.compat.openai.errors import OpenAiRoute, Refused, request_id
from moderation.compat.openai.wire import ImagePart, ModerationsIn, TextPart
from moderation.domain.comment import Comment, CommentId
from moderation.domain.decision import Decision
from moderation.keys import named
from moderation.service import Client, Service

router = APIRouter(tags=["openai"], route_class=OpenAiRoute)

_DEFAULT_MODEL = "omni-moderation-latest"


@router.post("/v1/moderations", openapi_extra=request_body(ModerationsIn))
async def moderations(request: Request) -> Response:
    """Judge texts by the policy, in OpenAI's categories; records nothing, as there."""
    client, service = await _client(request), service_of(request)
    body = ModerationsIn.model_validate_json(await request.body())
    texts = _texts(body, limit=request.app.state.settings.max_text_chars)
    decisions = await run_in_threadpool(_assessed, texts, client=client, service=service)
    answer = {
        "id": f"modr-{uuid.uuid4().hex}",
        "model": body.model or _DEFAULT_MODEL,
        "results": [result_of(decision) for decision in decisions],
    }
    return JSONResponse(answer, headers=request_id())


@router.api_route("/v1/moderations", methods=METHODS, include_in_schema=False)
async def nothing(request: Request) -> Response:
    """Say that one does not ask so, as OpenAI does."""
    raise Refused(f"Not allowed to {request.method} here; use POST.", code="method_not_supported", status=405)


def _texts(body: ModerationsIn, *, limit: int) -> list[str]:
    """Return what is to be judged: each text for itself, or the parts of one together.

    Raises:
        Refused: if there is an image, nothing, or too much.
    """
    sent = [body.input] if isinstance(body.input, str) else body.input
    if any(isinstance(part, ImagePart) for part in sent):
        raise Refused("Images cannot be judged here; send text alone.", code="unsupported_input", param="input")
    parts = [part.text for part in sent if isinstance(part, TextPart)]
    texts = ["\n".join(parts)] if parts else [text for text in sent if isinstance(text, str)]
    if max(map(len, texts)) > limit:
        message = f"Invalid 'input': string too long. Expected at most {limit} characters."
        raise Refused(message, code="string_above_max_length", param="input")
    return texts


def _assessed(texts: list[str], *, client: Client, service: Service) -> list[Decision]:
    comments = [Comment(site=client.site.id, id=CommentId("m_"), text=text) for text in texts]
    return [assessed(service, named(comment, secret=service.secret), client=client) for comment in comments]


async def _client(request: Request) -> Client:
    """Return who asks.

    Raises:
        Refused: if no good key is shown.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        message = "You didn't provide an API key. Send it as 'Authorization: Bearer KEY'."
        raise Refused(message, code="invalid_api_key", status=401)
    client = await client_of(request, token.strip())
    if client is None:
        raise Refused("Incorrect API key provided.", code="invalid_api_key", status=401)
    return client
