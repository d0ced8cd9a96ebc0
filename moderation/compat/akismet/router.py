"""Akismet's addresses: checks, corrections, and what its plugin asks about a key."""

import hashlib
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from moderation.compat.akismet import statistics
from moderation.compat.akismet.answers import THANKS, AkismetRoute, of_json, text
from moderation.compat.akismet.checking import check, correct
from moderation.compat.akismet.fields import Fields, read
from moderation.compat.clients import client_of, service_of
from moderation.compat.described import NEEDS
from moderation.compat.enveloped import METHODS
from moderation.domain.errors import Invalid
from moderation.domain.outcome import SiteOutcome
from moderation.service import Client

router = APIRouter(tags=["akismet"], route_class=AkismetRoute)

_UNKNOWN = "We were unable to parse your key, or nobody has it; 'moderation key create --akismet' makes one."


def _described(*names: str) -> dict[str, Any]:
    """Describe a form."""
    fields = {name: {"type": "string"} for name in names}
    schema = {"type": "object", "properties": fields}
    content = {"application/x-www-form-urlencoded": {"schema": schema}}
    return {"requestBody": {"content": content}, "x-needs": NEEDS}


_COMMENT = _described(
    *("api_key", "blog", "user_ip", "user_agent", "referrer", "permalink", "comment_type", "comment_author"),
    *("comment_author_email", "comment_author_url", "comment_content", "comment_date_gmt", "comment_parent"),
    *("user_role", "user_id", "comment_post_ID", "is_test", "recheck_reason", "honeypot_field_name"),
    *("blog_charset", "reporter", "callback"),
)
_KEY = _described("key", "api_key", "blog")


@router.post("/1.1/verify-key", openapi_extra=_KEY)
async def verify_key(request: Request) -> Response:
    """Say whether a key is good: `valid` or `invalid`."""
    await _client(request, await _fields(request), first="key")
    return text("valid")


@router.post("/1.1/comment-check", openapi_extra=_COMMENT)
async def comment_check(request: Request) -> Response:
    """Judge a comment: `true` where it may not stand now, `false` where it may."""
    fields = await _fields(request)
    return await check(request, fields, client=await _client(request, fields))


@router.post("/1.1/submit-spam", openapi_extra=_COMMENT)
async def submit_spam(request: Request) -> Response:
    """Learn that the site's people took a comment down."""
    return await _corrected(request, SiteOutcome.SPAM)


@router.post("/1.1/submit-ham", openapi_extra=_COMMENT)
async def submit_ham(request: Request) -> Response:
    """Learn that the site's people let a comment stand."""
    return await _corrected(request, SiteOutcome.PUBLISHED)


@router.post("/1.1/token", openapi_extra=_KEY)
async def token(request: Request) -> Response:
    """Return what names the key without being it."""
    client = await _client(request, await _fields(request))
    return text(hashlib.sha256(f"token\0{client.key.digest}".encode()).hexdigest()[:32])


@router.post("/1.1/get-subscription", openapi_extra=_KEY)
async def get_subscription(request: Request) -> Response:
    """Say that the key may be used, as the plugin's settings page asks."""
    return of_json(_subscription(await _client(request, await _fields(request), first="key")))


@router.post("/1.1/verify-wpcom-key", openapi_extra=_KEY)
async def verify_wpcom_key(request: Request) -> Response:
    """Say the same to whoever comes by an account."""
    fields = await _fields(request)
    client = await _client(request, fields)
    return of_json(_subscription(client) | {"api_key": _key(request, fields, "api_key")})


@router.post("/1.1/deactivate", openapi_extra=_KEY)
async def deactivate(request: Request) -> Response:
    """Take note that a plugin was switched off; the key stays, `moderation key revoke` ends it."""
    await _client(request, await _fields(request), first="key")
    return text("deactivated")


@router.post("/1.1/get-stats", openapi_extra=_KEY)
async def get_stats(request: Request) -> Response:
    """Count what was judged and what was corrected, by month."""
    fields = await _fields(request)
    client, service = await _client(request, fields, first="key"), service_of(request)
    span, now = fields.get("from") or "6-months", service.clock.now()
    return of_json(await run_in_threadpool(statistics.stats, service.storage, client.site.id, span=span, at=now))


@router.get("/1.2/usage-limit", openapi_extra={"x-needs": NEEDS})
@router.post("/1.2/usage-limit", include_in_schema=False)
async def usage_limit(request: Request) -> Response:
    """Say how much was used this month; there is no limit."""
    client, service = await _client(request, await _fields(request)), service_of(request)
    month = statistics.month_of(None, at=service.clock.now())
    counts = await run_in_threadpool(statistics.of_month, service.storage, client.site.id, month)
    return of_json({"limit": "none", "usage": counts.checks, "percentage": "0.00", "throttled": False})


@router.get("/1.2/key-sites", openapi_extra={"x-needs": NEEDS})
async def key_sites(request: Request) -> Response:
    """List the site of a key with a month's counts, as JSON or CSV."""
    fields = await _fields(request)
    client, service = await _client(request, fields), service_of(request)
    month = statistics.month_of(fields.get("month"), at=service.clock.now())
    counts = await run_in_threadpool(statistics.of_month, service.storage, client.site.id, month)
    named = f"{month:%Y-%m}"
    limit, offset = _number(fields.get("limit"), 500), _number(fields.get("offset"), 0)
    listed = statistics.key_sites(client.site.id, counts, month=named, limit=limit, offset=offset)
    if (fields.get("format") or "json").lower() == "csv":
        return text(statistics.as_csv(listed, key=client.key.prefix, month=named))
    return of_json(listed)


@router.get("/1.1/test", include_in_schema=False)
async def connected(request: Request) -> Response:
    """Say that we are there, as the plugin asks when it looks for what is wrong."""
    del request
    return text("connected")


@router.api_route("/1.1/{anything:path}", methods=METHODS, include_in_schema=False)
@router.api_route("/1.2/{anything:path}", methods=METHODS, include_in_schema=False)
async def nothing(request: Request) -> Response:
    """Say that nothing is asked so: clients read the word, whatever the address."""
    raise Invalid(f"Nothing is asked by {request.method} at this address.")


async def _corrected(request: Request, outcome: SiteOutcome) -> Response:
    fields = await _fields(request)
    client, service = await _client(request, fields), service_of(request)
    if not fields.is_set("is_test"):
        limit = request.app.state.settings.max_text_chars
        await run_in_threadpool(correct, service, fields, client=client, outcome=outcome, limit=limit)
    return text(THANKS)


async def _fields(request: Request) -> Fields:
    content_type = request.headers.get("content-type", "")
    return read(await request.body(), content_type=content_type, query=request.url.query)


async def _client(request: Request, fields: Fields, *, first: str = "api_key") -> Client:
    """Return who asks.

    Raises:
        Invalid: if nobody has the key.
    """
    key = _key(request, fields, first)
    client = await client_of(request, key) if key else None
    if client is None:
        raise Invalid(_UNKNOWN if key else "Empty 'api_key' value.")
    return client


def _key(request: Request, fields: Fields, first: str) -> str | None:
    """Return the key: of the fields `first` and `api_key`, or the first label of the host's name."""
    label, dot, _ = request.headers.get("host", "").partition(".")
    return fields.get(first, "api_key", "key") or (label.lower() if dot and label.isalnum() else None)


def _subscription(client: Client) -> dict[str, Any]:
    number = int(client.key.digest[:7], 16)
    return {
        "account_id": number,
        "status": "active",
        "account_name": client.site.id,
        "account_type": "self-hosted",
        "next_billing_date": False,
        "limit_reached": False,
    }


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 7 else otherwise
