"""Tell a webhook what was decided: in order, at least once, and no longer than its turn."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision, DecisionId
from moderation.domain.errors import ModerationError, NotFound
from moderation.domain.job import Job
from moderation.domain.webhook import Answer, Message, Webhook, WebhookId, message_of, wait_after
from moderation.ports import Clock, Storage, Transaction
from moderation.ports_work import Sender

#: Messages taken at once, and how long their turn may last: less than a lease.
BATCH, TURN = 50, timedelta(seconds=25)
#: After so many failures in a row the receiver counts as down, and the rest of the turn is put off.
DOWN = 3
#: The longest that a message waits because of others; then it is tried for itself.
LONGEST_BREAK = timedelta(minutes=5)


#: Writes what a webhook is told of a decision; `None` where there is nothing to tell it.
Write = Callable[[Webhook, Decision, Transaction], Message | None]


def _ours(_webhook: Webhook, decision: Decision, _transaction: Transaction) -> Message:
    return message_of(decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How one try went."""

    job: int
    #: Failures of this message so far; 0 where it arrived.
    failures: int = 0
    #: In words, for the log; `None` where it arrived.
    why: str | None = None
    #: When it is tried again; `None` where it is not.
    until: datetime | None = None
    #: Whether the receiver asked for a break: then nothing else is sent before `until`.
    wants_break: bool = False
    #: Whether this failure stopped the webhook.
    is_end: bool = False


def deliver(
    storage: Storage,
    sender: Sender,
    *,
    site: SiteId,
    id: WebhookId,
    clock: Clock,
    write: Write = _ours,
    is_ending: Callable[[], bool] = lambda: False,
) -> list[Tried]:
    """Send what is due to one webhook, until the service ends; returns how each try went."""
    began = clock.now()
    with storage.write(site) as transaction:
        jobs = transaction.jobs.lease(at=began, limit=BATCH, lane=id)
    tries: list[Tried] = []
    for place, job in enumerate(jobs):
        now = clock.now()
        until = now if is_ending() else _break(tries, began=began, now=now)
        if until is not None:
            with storage.write(site) as transaction:
                for rest in jobs[place:]:
                    transaction.jobs.put_back(rest.id, until=until)
            break
        tries += _try(storage, sender, job, id=id, clock=clock, write=write)
    return tries


def _break(tries: list[Tried], *, began: datetime, now: datetime) -> datetime | None:
    """Return until when the rest of a turn waits; `None` while it goes on."""
    if now >= began + TURN:
        return now
    last = tries[-DOWN:]
    if tries and tries[-1].wants_break and tries[-1].until is not None:
        return tries[-1].until
    if len(last) == DOWN and all(each.until is not None for each in last):
        return min(now + LONGEST_BREAK, *(each.until for each in last if each.until is not None))
    return None


def _try(
    storage: Storage, sender: Sender, job: Job, *, id: WebhookId, clock: Clock, write: Write
) -> Iterator[Tried]:
    """Send one message and note how it went; yields nothing where there is nobody left to tell."""
    with storage.read(job.site) as transaction:
        webhook = _listening(transaction, id)
        sent = None
        if webhook is not None:
            decision = transaction.decisions.get(DecisionId(job.payload["decision_id"]))
            sent = write(webhook, decision, transaction)
    if webhook is None or sent is None:
        with storage.write(job.site) as transaction:
            transaction.jobs.finish(job.id, at=clock.now())
        return
    answer, why = None, ""
    try:
        answer = sender.send(webhook, sent, at=clock.now())
        why = f"answered {answer.status}"
    except ModerationError as error:
        why = error.message
    with storage.write(job.site) as transaction:
        current = _listening(transaction, id)  # it may have been changed while the message was on its way
        if current is None or (answer is not None and answer.is_taken):
            transaction.jobs.finish(job.id, at=clock.now())
            yield Tried(job=job.id)
        else:
            yield _failed(transaction, job, current, answer=answer, why=why, at=clock.now())


def _failed(
    transaction: Transaction, job: Job, webhook: Webhook, *, answer: Answer | None, why: str, at: datetime
) -> Tried:
    failures = job.attempts + 1
    wait = wait_after(failures, id=job.id, answer=answer, at=at)
    if wait is not None and not (answer and answer.is_gone):
        transaction.jobs.postpone(job.id, until=at + wait, failure=why[:200])
        wants_break = answer is not None and answer.retry_after is not None
        return Tried(job=job.id, failures=failures, why=why, until=at + wait, wants_break=wants_break)
    transaction.jobs.finish(job.id, at=at)
    why = "the receiver wants no more messages (410)" if wait else f"one message failed {failures} times: {why}"
    transaction.webhooks.save(dataclasses.replace(webhook, disabled_at=at, disabled_why=why))
    detail = {"webhook": webhook.id, "url": webhook.url, "why": why}
    transaction.audit(by="delivery", what="webhook.disable", detail=detail, at=at)
    return Tried(job=job.id, failures=failures, why=why, is_end=True)


def _listening(transaction: Transaction, id: WebhookId) -> Webhook | None:
    try:
        webhook = transaction.webhooks.get(id)
    except NotFound:
        return None
    return None if webhook.disabled_at else webhook
