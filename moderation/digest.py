"""Tell a desk what waits, once an interval and at once where it is urgent, and that a rule stopped itself."""

import dataclasses
from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.digest import (
    AGAIN_AFTER,
    DigestState,
    Interval,
    Letter,
    is_due,
    is_urgent_due,
    letter_of,
    stopped_letter_of,
    stops_to_tell,
)
from moderation.domain.errors import Unavailable
from moderation.domain.review import Order, ReviewQuery
from moderation.ports import Storage, Transaction
from moderation.ports_mail import Mailer

#: Acts on the policy that are looked through for rules that stopped themselves.
ACTS = 50


def tell(
    storage: Storage, mailer: Mailer, *, site: SiteId, interval: Interval, root: str, at: datetime
) -> Letter | None:
    """Send the letter that is due, if one is; returns it. `root` is the address of the service.

    It is noted before it is sent: of several servers one sends, and a crash costs a letter rather than sends two.

    Raises:
        Unavailable: if it could not be sent; it is tried again a few minutes later.
    """
    with storage.write(site) as transaction:
        was = transaction.digests.state()
        letter, told = _due(transaction, was, site=site, interval=interval, root=root, at=at)
        if letter is None:
            return None
        transaction.digests.keep(told)
    try:
        mailer.send(letter)
    except Unavailable:
        with storage.write(site) as transaction:
            transaction.digests.keep(dataclasses.replace(was, not_before=at + AGAIN_AFTER))
        raise
    return letter


def _due(
    transaction: Transaction, was: DigestState, *, site: SiteId, interval: Interval, root: str, at: datetime
) -> tuple[Letter | None, DigestState]:
    stops = stops_to_tell(was, transaction.policies.acts(limit=ACTS), at=at)
    if stops:
        letter = stopped_letter_of(stops, site=site, root=root)
        return letter, dataclasses.replace(was, stopped_upto=stops[-1].at, not_before=None)
    waiting = transaction.reviews.counts()
    urgent = sorted(set(interval.urgent) & waiting.keys())
    newest = max((_newest(transaction, queue) for queue in urgent), default=None)
    if is_urgent_due(was, newest, at=at):
        letter = letter_of(waiting, site=site, link=f"{root}/desk", at=at, urgent=urgent)
        return letter, dataclasses.replace(was, urgent_at=at, urgent_upto=newest, not_before=None)
    if is_due(was, waiting, interval, at=at):
        letter = letter_of(waiting, site=site, link=f"{root}/desk", at=at)
        return letter, dataclasses.replace(was, told_at=at, not_before=None)
    return None, was


def _newest(transaction: Transaction, queue: str) -> datetime:
    [(review, _)] = transaction.reviews.page(ReviewQuery(queue=queue, order=Order.NEWEST, limit=1))
    return review.opened_at
