"""Where a site wants to be told, in memory."""

from moderation.domain.decision import Decision
from moderation.domain.errors import NotFound
from moderation.domain.webhook import JOB, Webhook, WebhookId
from moderation.testing.memory.jobs import ids
from moderation.testing.memory.rows import JobRow, SiteRows


class MemoryWebhooks:
    """Implements the port `Webhooks`."""

    def __init__(self, rows: SiteRows) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def all(self) -> list[Webhook]:
        """Return the site's webhooks, oldest first."""
        return sorted(self._rows.webhooks.values(), key=lambda webhook: (webhook.created_at, webhook.id))

    def get(self, id: WebhookId) -> Webhook:
        """Return one webhook."""
        if id not in self._rows.webhooks:
            raise NotFound(f"There is no webhook '{id}' on this site.")
        return self._rows.webhooks[id]

    def add(self, webhook: Webhook) -> None:
        """Keep a new webhook."""
        self._rows.webhooks[webhook.id] = webhook

    def save(self, webhook: Webhook) -> None:
        """Keep a changed webhook."""
        self._rows.webhooks[webhook.id] = webhook

    def remove(self, id: WebhookId) -> None:
        """Forget a webhook, and what it was still to be told."""
        self._rows.webhooks.pop(id, None)
        for number in [number for number, job in self._rows.jobs.items() if job.lane == id]:
            del self._rows.jobs[number]

    def tell(self, decision: Decision) -> None:
        """Put a job in the lane of every webhook that asks for a decision."""
        for webhook in self.all():
            if webhook.disabled_at is None and decision.source in webhook.events:
                payload = {"decision_id": decision.id}
                job = JobRow(kind=JOB, lane=webhook.id, payload=payload, due_at=decision.at)
                self._rows.jobs[next(ids)] = job
