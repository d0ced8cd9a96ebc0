"""Signed messages that tell a site what was decided after it got its answer."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, NewType

from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision, Source

WebhookId = NewType("WebhookId", str)

#: The kind of job that sends one message; its lane is the webhook's id.
JOB = "deliver"

#: What a webhook is told of unless it asks for more: every decision after the first answer.
LATER = frozenset(Source) - {Source.POLICY, Source.ARCHIVE}

#: How long to wait after each failure; Standard Webhooks 1.0.0, "Deliverability and reliability".
WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
#: The owner is told at this failure of one message.
TOLD_AT = 5
#: Waits are spread by so much, up and down, so that what failed together does not come back together.
SPREAD = 0.2
#: How long the secret before the last rotation still signs.
OVERLAP = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where a site wants to be told, and of what."""

    id: WebhookId
    site: SiteId
    url: str
    #: It is told of decisions from these sources.
    events: frozenset[Source] = LATER
    #: Which secret signs: the service derives it from this number, and keeps none.
    generation: int = 1
    #: Since when; the generation before signs along for a day.
    rotated_at: datetime | None = None
    created_at: datetime
    disabled_at: datetime | None = None
    #: In words, for the owner.
    disabled_why: str | None = None

    def generations(self, *, at: datetime) -> tuple[int, ...]:
        """Return whose secrets sign, the latest first."""
        if self.rotated_at is None or at >= self.rotated_at + OVERLAP:
            return (self.generation,)
        return self.generation, self.generation - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is sent: the same bytes and the same id at every try."""

    id: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a receiver answered."""

    status: int
    #: The header as sent: seconds, or a date.
    retry_after: str | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the message arrived; a redirect is a failure."""
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES

    @property
    def is_gone(self) -> bool:
        """Whether the receiver wants no more messages."""
        return self.status == HTTPStatus.GONE


def message_of(decision: Decision) -> Message:
    """Tell of a decision, without a word of the comment's text: reasons quote it, notes may.

    Messages may come late and out of order; of two on one comment the higher position stands.
    """
    told: dict[str, Any] = {
        "decision_id": decision.id,
        "comment_id": decision.comment_id,
        "revision": decision.revision,
        "outcome": decision.outcome.value,
        "source": decision.source.value,
        "position": decision.position,
        "at": decision.at.isoformat(),
        "by": decision.by,
        "clause": decision.clause,
        "warning": decision.is_warning,
        "masked": [{"start": span.start, "end": span.end} for span in decision.masked],
    }
    if decision.verdict is not None:
        told |= {"effect": decision.verdict.effect.value, "degraded": decision.verdict.degraded}
    return message(f"msg_{decision.id}", f"decision.{decision.source}", told, at=decision.at)


def message(id: str, type: str, content: Mapping[str, Any], *, at: datetime) -> Message:
    """Write a message as Standard Webhooks asks."""
    body = {"type": type, "timestamp": at.isoformat(), "data": content}
    return Message(id=id, body=json.dumps(body, separators=(",", ":")).encode())


def wait_after(failures: int, *, id: int, answer: Answer | None, at: datetime) -> timedelta | None:
    """Return how long a message waits after so many failures; `None` when it has been tried often enough.

    A receiver that says when to come again is believed, up to a day.
    """
    if failures > len(WAITS):
        return None
    share = hashlib.blake2b(f"{id} {failures}".encode(), digest_size=1).digest()[0] / 255
    wait = WAITS[failures - 1] * (1 + SPREAD * (2 * share - 1))
    asked = _asked(answer.retry_after, at=at) if answer and answer.retry_after else timedelta()
    return max(wait, min(asked, WAITS[-1]))


def _asked(retry_after: str, *, at: datetime) -> timedelta:
    if retry_after.isdecimal():
        return timedelta(seconds=min(int(retry_after[:9]), 86_400))
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return timedelta()
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - at
