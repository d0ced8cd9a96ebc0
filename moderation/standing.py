"""Authors' standing: what their strikes imply, and what a person set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from moderation.domain.author_label import AuthorLabel
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.policy import Policy
from moderation.domain.record import StoredAuthor
from moderation.domain.sanction import StepAnswer
from moderation.domain.standing import Due, Sanctioned, Strike, due_step, live_strikes, standing_of
from moderation.ports import Storage, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorStanding:
    """An author with the standing that holds now."""

    author: StoredAuthor
    sanctioned: Sanctioned
    #: Whether a person set it, rather than the strikes.
    is_set: bool
    #: When the strikes that count lapse, the soonest first.
    lapses: tuple[datetime, ...] = ()
    #: Names that rules gave the author for a time; also those that a person took away before.
    labels: tuple[AuthorLabel, ...] = ()
    #: The step of the ladder that waits for a person to confirm it.
    due: Due | None = None


def standing(storage: Storage, *, site: SiteId, key: str, policy: Policy, at: datetime) -> AuthorStanding:
    """Return the standing of one author.

    Raises:
        NotFound: if nobody of that name has written on the site.
    """
    with storage.read(site) as transaction:
        return standing_within(transaction, key, policy=policy, at=at)


def standing_within(transaction: Transaction, key: str, *, policy: Policy, at: datetime) -> AuthorStanding:
    """Return the standing of one author, as `standing` does."""
    author = transaction.authors.author(key)
    strikes = transaction.authors.strikes(key, is_verified=author.verified)
    labels = transaction.authors.labels(key, is_verified=author.verified, at=at)
    due = due_of(author, strikes, transaction.sanctions.answers(key), policy=policy, at=at)
    return replace(sanctioned(author, strikes, policy=policy, at=at), labels=tuple(labels), due=due)


def due_of(
    author: StoredAuthor, strikes: Sequence[Strike], answers: Sequence[StepAnswer], *, policy: Policy, at: datetime
) -> Due | None:
    """Return the step that waits for a person; none does while a standing lasts that a person set."""
    chosen = author.set_standing
    if chosen is not None and (chosen.until is None or chosen.until > at):
        return None
    answered = {answer.step: answer.at for answer in answers}
    return due_step(strikes, policy.ladder, is_verified=author.verified, answered=answered, at=at)


def sanctioned(author: StoredAuthor, strikes: Sequence[Strike], *, policy: Policy, at: datetime) -> AuthorStanding:
    """Return the standing that holds: the one that a person set, or what the strikes imply."""
    earned = standing_of(strikes, policy.ladder, is_verified=author.verified, at=at)
    lapses = tuple(strike.at + policy.ladder.window for strike in live_strikes(strikes, policy.ladder, at=at))
    chosen = author.set_standing
    if chosen is not None and (chosen.until is None or chosen.until > at):
        lasting = Sanctioned(
            standing=chosen.standing, strikes=earned.strikes, until=chosen.until, reason=chosen.reason
        )
        return AuthorStanding(author=author, sanctioned=lasting, is_set=True, lapses=lapses)
    return AuthorStanding(author=author, sanctioned=earned, is_set=False, lapses=lapses)


def set_standing(
    storage: Storage, *, site: SiteId, key: str, sanctioned: Sanctioned | None, by: str, at: datetime
) -> None:
    """Set an author's standing, or return the author to the ladder with `None`; noted in the audit."""
    with storage.write(site) as transaction:
        transaction.authors.set_standing(key, sanctioned, by=by, at=at)
        detail = {"author": key, "standing": sanctioned.standing.value if sanctioned else None}
        transaction.audit(by=by, what="author.standing", detail=detail, at=at)


def take_label(storage: Storage, name: str, *, site: SiteId, key: str, by: str, at: datetime) -> None:
    """Take a label from an author before its time; noted in the audit. What was judged by it stands.

    Raises:
        NotFound: if nobody of that name has written on the site, or the author has no such label.
    """
    with storage.write(site) as transaction:
        label = _label(transaction, name, key=key, at=at)
        if label is None or label.taken_by is not None:
            raise NotFound(f"The author has no label '{name}' (any more).")
        _note(transaction, label, key=key, is_taken=True, by=by, at=at)


def return_label(storage: Storage, name: str, *, site: SiteId, key: str, by: str, at: datetime) -> None:
    """Take back that somebody took a label away: it lasts as long as the rule said; noted in the audit.

    Raises:
        Conflict: if it would have ended by now.
        NotFound: if nobody of that name has written on the site.
    """
    with storage.write(site) as transaction:
        label = _label(transaction, name, key=key, at=at)
        if label is None:
            raise Conflict(f"The time of the label '{name}' is over by now.")
        if label.taken_by is not None:
            _note(transaction, label, key=key, is_taken=False, by=by, at=at)


def _label(transaction: Transaction, name: str, *, key: str, at: datetime) -> AuthorLabel | None:
    is_verified = transaction.authors.author(key).verified
    labels = transaction.authors.labels(key, is_verified=is_verified, at=at)
    return next((each for each in labels if each.name == name), None)


def _note(
    transaction: Transaction, label: AuthorLabel, *, key: str, is_taken: bool, by: str, at: datetime
) -> None:
    is_verified = transaction.authors.author(key).verified
    taker = by if is_taken else None
    transaction.authors.take_label(label.name, key=key, is_verified=is_verified, by=taker)
    detail = {"author": key, "label": label.name, "rule": label.rule, "until": label.until.isoformat()}
    what = "author.take_label" if is_taken else "author.return_label"
    transaction.audit(by=by, what=what, detail=detail, at=at)
