"""Many comments decided at once by two people: proposed, confirmed or refused, and reversed as a whole."""

from dataclasses import replace
from datetime import datetime

from moderation.domain import batch as batches
from moderation.domain.batch import Batch, BatchId, BatchItem
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, NotFound
from moderation.domain.policy import Policy
from moderation.domain.review import SENIOR_QUEUES
from moderation.ports import Storage, Transaction
from moderation.review import RulingRequest, rule_on_review, undo


def propose(storage: Storage, batch: Batch, *, policy: Policy) -> Batch:
    """Keep a batch until a second person looks at it; noted in the audit.

    Raises:
        Invalid: if it is too large, says not why, or names a clause that the policy has not.
    """
    batches.check(batch)
    if batch.clause is not None and batch.clause not in policy.clauses:
        raise Invalid(f"The policy has no clause '{batch.clause}'.")
    with storage.write(batch.site) as transaction:
        transaction.desk.add_batch(batch)
        _note(transaction, batch, "batch.propose", by=batch.by, at=batch.at)
    return batch


def confirm(storage: Storage, *, site: SiteId, id: BatchId, by: str, policy: Policy, at: datetime) -> Batch:
    """Agree: each comment is ruled on in the proposer's name, but for what changed since; noted in the audit.

    What is in the hands of seniors is left to them.

    Raises:
        NotFound: if the site has no such batch.
        Conflict: if it waits no more, or one proposed it oneself.
    """
    with storage.write(site) as transaction:
        was = transaction.desk.batch(id)
        agreed = batches.confirm(was, by=by, at=at)
        transaction.desk.save_batch(agreed, was=was)
        _note(transaction, agreed, "batch.confirm", by=by, at=at)
    done = sum(_ruled(storage, agreed, item, policy=policy, at=at) for item in agreed.items)
    return _count(storage, agreed, done)


def refuse(storage: Storage, *, site: SiteId, id: BatchId, by: str, at: datetime) -> Batch:
    """Disagree, or take one's own proposal back: nothing is decided; noted in the audit.

    Raises:
        NotFound: if the site has no such batch.
        Conflict: if it waits no more.
    """
    with storage.write(site) as transaction:
        was = transaction.desk.batch(id)
        refused = batches.refuse(was, by=by, at=at)
        transaction.desk.save_batch(refused, was=was)
        _note(transaction, refused, "batch.refuse", by=by, at=at)
    return refused


def reverse(storage: Storage, *, site: SiteId, id: BatchId, by: str, at: datetime) -> Batch:
    """Take a confirmed batch back: what it decided waits again, but for what was decided anew; audited.

    Raises:
        NotFound: if the site has no such batch.
        Conflict: if it was not confirmed, or is reversed already.
    """
    with storage.write(site) as transaction:
        was = transaction.desk.batch(id)
        reversed_ = batches.reverse(was, by=by, at=at)
        transaction.desk.save_batch(reversed_, was=was)
        _note(transaction, reversed_, "batch.reverse", by=by, at=at)
    return _count(storage, reversed_, sum(_undone(storage, was, item, at=at) for item in was.items))


def _ruled(storage: Storage, batch: Batch, item: BatchItem, *, policy: Policy, at: datetime) -> bool:
    """Rule on one comment of a batch; whether it is still as the proposer saw it."""
    request = RulingRequest(
        ruling=batch.ruling,
        moderator=batch.by,
        clause=batch.clause,
        version=item.version,
        note=f"{batch.note} (confirmed by {batch.settled_by})",
    )
    try:
        with storage.read(batch.site) as transaction:
            if transaction.reviews.get(item.review).queue in SENIOR_QUEUES:
                return False
        rule_on_review(storage, request, site=batch.site, id=item.review, policy=policy, at=at)
    except (Conflict, NotFound, Invalid):
        return False
    return True


def _undone(storage: Storage, batch: Batch, item: BatchItem, *, at: datetime) -> bool:
    """Take back what the batch decided about one comment; whether that still stood."""
    with storage.read(batch.site) as transaction:
        latest = transaction.decisions.of_comment(item.comment_id)[-1:]
    if not any((each.by, each.at) == (batch.by, batch.settled_at) for each in latest):
        return False
    try:
        undo(storage, site=batch.site, id=item.comment_id, moderator=batch.by, at=at)
    except (Conflict, NotFound):
        return False
    return True


def _count(storage: Storage, batch: Batch, done: int) -> Batch:
    counted = replace(batch, done=done)
    with storage.write(batch.site) as transaction:
        transaction.desk.save_batch(counted, was=batch)
    return counted


def _note(transaction: Transaction, batch: Batch, what: str, *, by: str, at: datetime) -> None:
    detail = {"batch": batch.id, "ruling": batch.ruling.value, "comments": len(batch.items), "why": batch.note}
    transaction.audit(by=by, what=what, detail=detail, at=at)
