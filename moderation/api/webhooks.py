"""Webhooks: register one, see how it fares, change its secret, test it, remove it."""

from datetime import datetime
from secrets import token_hex
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, ServiceDep
from moderation.api.wire import Address, Wire
from moderation.domain.decision import Source
from moderation.domain.errors import AddressRefused, Undeliverable
from moderation.domain.webhook import LATER, Webhook, WebhookId
from moderation.service import Client
from moderation.subscriptions import knock, rotate, set_enabled, subscribe, unsubscribe

router = APIRouter(prefix="/v1/webhooks", tags=["webhooks"], route_class=StrictRoute)


class WebhookIn(Wire):
    """Where to tell, and of what."""

    url: Address = Field(description="https:// address on a public host; others must be allowed by setting.")
    events: Annotated[list[Source], Field(min_length=1, max_length=10)] | None = Field(
        default=None, description="Sources of decisions; all but `policy`, the first answer, where missing."
    )


class WebhookChange(Wire):
    """Whether a webhook is told."""

    enabled: bool


class WebhookOut(BaseModel):
    """A webhook as kept."""

    id: str
    url: str
    events: list[Source]
    created_at: datetime
    rotated_at: datetime | None
    disabled_at: datetime | None
    disabled_why: str | None
    secret: str | None = Field(default=None, description="Shown when it was just made, and never again.")


class WebhooksOut(BaseModel):
    """The webhooks of a site."""

    webhooks: list[WebhookOut]


class TestOut(BaseModel):
    """What came of a test message."""

    delivered: bool
    status: int | None = Field(default=None, description="What the receiver answered.")
    why: str | None = None


@router.get("")
def list_(client: Admin, service: ServiceDep) -> WebhooksOut:
    """Return the site's webhooks; the secrets are not shown."""
    with service.storage.read(client.site.id) as transaction:
        return WebhooksOut(webhooks=[_shown(webhook) for webhook in transaction.webhooks.all()])


@router.post("", status_code=201)
def create(body: WebhookIn, client: Admin, service: ServiceDep) -> WebhookOut:
    """Register a webhook; the answer shows its secret, this once."""
    now = service.clock.now()
    asked = Webhook(
        id=WebhookId(f"wh_{token_hex(8)}"),
        site=client.site.id,
        url=body.url,
        events=LATER if body.events is None else frozenset(body.events),
        created_at=now,
    )
    webhook = subscribe(service.storage, service.sender, asked, by=_by(client), at=now)
    return _shown(webhook, secret=service.sender.secret_of(webhook))


@router.patch("/{id}")
def change(id: str, body: WebhookChange, client: Admin, service: ServiceDep) -> WebhookOut:
    """Stop a webhook, or start it again."""
    site, now = client.site.id, service.clock.now()
    return _shown(
        set_enabled(service.storage, site=site, id=WebhookId(id), is_enabled=body.enabled, by=_by(client), at=now)
    )


@router.post("/{id}/secret")
def new_secret(id: str, client: Admin, service: ServiceDep) -> WebhookOut:
    """Change the secret; for a day messages carry a signature of the old one too."""
    now = service.clock.now()
    webhook = rotate(service.storage, site=client.site.id, id=WebhookId(id), by=_by(client), at=now)
    return _shown(webhook, secret=service.sender.secret_of(webhook))


@router.post("/{id}/test")
def post_test(id: str, client: Admin, service: ServiceDep) -> TestOut:
    """Send a message of the type `webhook.test` now, once."""
    site, now = client.site.id, service.clock.now()
    try:
        answer = knock(service.storage, service.sender, site=site, id=WebhookId(id), at=now)
    except (AddressRefused, Undeliverable) as error:
        return TestOut(delivered=False, why=error.message)
    return TestOut(delivered=answer.is_taken, status=answer.status)


@router.delete("/{id}", status_code=204)
def delete(id: str, client: Admin, service: ServiceDep) -> Response:
    """Remove a webhook, with what it was still to be told."""
    now = service.clock.now()
    unsubscribe(service.storage, site=client.site.id, id=WebhookId(id), by=_by(client), at=now)
    return Response(status_code=204)


def _by(client: Client) -> str:
    return f"key {client.key.name}"


def _shown(webhook: Webhook, secret: str | None = None) -> WebhookOut:
    kept = ("id", "url", "created_at", "rotated_at", "disabled_at", "disabled_why")
    fields: dict[str, Any] = {name: getattr(webhook, name) for name in kept}
    return WebhookOut(**fields, events=sorted(webhook.events), secret=secret)
