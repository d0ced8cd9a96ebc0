"""Where a site wants to be told, and the jobs that tell it: written with the decision, or not at all."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import NotFound
from moderation.domain.webhook import JOB, Webhook, WebhookId
from moderation.storage.tables import OutboxRow, WebhookRow, table

_webhooks, _outbox = table(WebhookRow), table(OutboxRow)

#: Built once: it is asked with every comment.
_LISTENING = select(_webhooks.c.id, _webhooks.c.events).where(
    _webhooks.c.site == bindparam("of_site"), _webhooks.c.disabled_at.is_(None)
)


class WebhookRepository:
    """Implements the port `Webhooks` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def all(self) -> list[Webhook]:
        """Return the site's webhooks, oldest first."""
        mine = select(_webhooks).where(_webhooks.c.site == self._site)
        rows = self._connection.execute(mine.order_by(_webhooks.c.created_at, _webhooks.c.id))
        return [_webhook(row) for row in rows]

    def get(self, id: WebhookId) -> Webhook:
        """Return one webhook."""
        row = self._connection.execute(select(_webhooks).where(*self._is(id))).one_or_none()
        if row is None:
            raise NotFound(
                f"There is no webhook '{id}' on this site; 'moderation webhook list' shows those there are."
            )
        return _webhook(row)

    def add(self, webhook: Webhook) -> None:
        """Keep a new webhook."""
        values = {"site": self._site, "id": webhook.id, "created_at": webhook.created_at}
        self._connection.execute(_webhooks.insert(), values | _changeable(webhook))

    def save(self, webhook: Webhook) -> None:
        """Keep a changed webhook."""
        self._connection.execute(update(_webhooks).where(*self._is(webhook.id)).values(_changeable(webhook)))

    def remove(self, id: WebhookId) -> None:
        """Forget a webhook, and what it was still to be told."""
        lane = _outbox.c.site == self._site, _outbox.c.lane == id
        self._connection.execute(delete(_outbox).where(*lane))
        self._connection.execute(delete(_webhooks).where(*self._is(id)))

    def tell(self, decisions: Sequence[Decision]) -> None:
        """Put a job in the lane of every webhook that asks for a decision."""
        listening = self._connection.execute(_LISTENING, {"of_site": self._site}).all()
        rows = [
            {
                "site": self._site,
                "kind": JOB,
                "lane": row.id,
                "payload": {"decision_id": decision.id},
                "created_at": decision.at,
                "due_at": decision.at,
                "attempts": 0,
            }
            for decision in decisions
            for row in listening
            if decision.source.value in row.events.split()
        ]
        if rows:
            self._connection.execute(_outbox.insert(), rows)

    def _is(self, id: WebhookId) -> tuple[Any, ...]:
        return _webhooks.c.site == self._site, _webhooks.c.id == id


def _changeable(webhook: Webhook) -> dict[str, Any]:
    return {
        "url": webhook.url,
        "events": " ".join(sorted(source.value for source in webhook.events)),
        "generation": webhook.generation,
        "rotated_at": webhook.rotated_at,
        "disabled_at": webhook.disabled_at,
        "disabled_why": webhook.disabled_why,
    }


def _webhook(row: Row[Any]) -> Webhook:
    return Webhook(
        id=WebhookId(row.id),
        site=SiteId(row.site),
        url=row.url,
        events=frozenset(Source(event) for event in row.events.split()),
        generation=row.generation,
        rotated_at=row.rotated_at,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
        disabled_why=row.disabled_why,
    )
