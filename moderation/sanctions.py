"""Steps of the ladder that wait for a person: who has reached one, confirm, refuse, take back, lapse; lift."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.domain.account import Role
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotAllowed, NotFound
from moderation.domain.policy import Policy
from moderation.domain.record import StoredAuthor
from moderation.domain.sanction import StepAnswer
from moderation.domain.standing import Due, Sanctioned
from moderation.ports import Storage, Transaction
from moderation.standing import due_of

#: How many answers are shown, the latest first.
_SHOWN = 20
#: Who lets a step lapse, in the record.
_LADDER = "ladder"
#: The least that tells before from after.
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingStep:
    """An author who has reached a step that waits for a person."""

    author: StoredAuthor
    due: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who answers, and in which role on the site."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whose step is answered, which one it is, and by whom."""

    author: str
    #: Its `at`: so that nobody confirms another than they saw.
    step: int
    who: Who


def waiting_steps(storage: Storage, *, site: SiteId, policy: Policy, at: datetime) -> list[WaitingStep]:
    """Return who waits for a person, the longest first."""
    least = min((step.at for step in policy.ladder.steps if step.needs is not None), default=None)
    if least is None:
        return []
    with storage.read(site) as transaction:
        keys = transaction.sanctions.struck(since=at - policy.ladder.window, least=least)
        found = [_waiting(transaction, key, policy, at=at) for key in keys]
    return sorted((each for each in found if each is not None), key=lambda each: each.due.since)


def answers(storage: Storage, *, site: SiteId) -> list[StepAnswer]:
    """Return what was confirmed and refused, and what nobody answered, the latest first."""
    with storage.read(site) as transaction:
        return transaction.sanctions.latest(limit=_SHOWN)


def answer(
    storage: Storage, asked: Asked, *, site: SiteId, is_confirmed: bool, policy: Policy, at: datetime
) -> StepAnswer:
    """Confirm the step that an author waits for, which sets the standing, or refuse it; noted in the audit.

    Raises:
        Conflict: if no step waits, as where a colleague was quicker or a strike was lifted.
        NotAllowed: if the step needs another role.
    """
    with storage.write(site) as transaction:
        found = _waiting(transaction, asked.author, policy, at=at)
        if found is None or found.due.step.at != asked.step:
            raise Conflict("This step waits for nobody any more: it was answered, or the strikes have changed.")
        step, given = found.due.step, found.due.sanctioned
        made = StepAnswer(
            author=asked.author,
            step=step.at,
            needs=step.needs or Role.MODERATOR,
            standing=given.standing,
            is_confirmed=is_confirmed,
            until=given.until if is_confirmed else None,
            by=asked.who.name,
            at=at,
        )
        _check(made, asked.who)
        transaction.sanctions.keep(made)
        if is_confirmed:
            transaction.authors.set_standing(asked.author, given, by=asked.who.name, at=at)
        _note(transaction, made, "confirmed" if is_confirmed else "refused", by=asked.who.name, at=at)
    return made


def take_back(storage: Storage, asked: Asked, *, site: SiteId, at: datetime) -> None:
    """Take an answer back, with the standing that it set: the step waits again if it is still reached.

    Raises:
        NotFound: if nobody answered.
        Conflict: if somebody has set another standing since.
        NotAllowed: if the step needs another role.
    """
    with storage.write(site) as transaction:
        given = transaction.sanctions.answers(asked.author)
        made = next((each for each in given if each.step == asked.step), None)
        if made is None or made.is_lapsed:
            raise NotFound("Nobody has confirmed or refused this step for this author.")
        _check(made, asked.who)
        if made.is_confirmed:
            chosen = transaction.authors.author(asked.author).set_standing
            if chosen is not None and not _is_of(chosen, made):
                raise Conflict("Somebody has set another standing since; change that one.")
            transaction.authors.set_standing(asked.author, None, by=asked.who.name, at=at)
        transaction.sanctions.take_back(asked.author, step=asked.step)
        _note(transaction, made, "taken_back", by=asked.who.name, at=at)


def lift(storage: Storage, key: str, *, site: SiteId, who: Who, at: datetime) -> None:
    """Return an author to the ladder whose standing a person set; noted in the audit.

    Raises:
        NotFound: if nobody of that name has written on the site.
        Conflict: if no person set it, or somebody has lifted it since.
        NotAllowed: if a step set it that needs another role.
    """
    with storage.write(site) as transaction:
        chosen = transaction.authors.author(key).set_standing
        if chosen is None:
            raise Conflict("No person has set a standing for this author, or it was lifted.")
        for made in transaction.sanctions.answers(key):
            if made.is_confirmed and _is_of(chosen, made):
                _check(made, who)
        transaction.authors.set_standing(key, None, by=who.name, at=at)
        detail = {"author": key, "standing": None}
        transaction.audit(by=who.name, what="author.standing", detail=detail, at=at)


def lapse(storage: Storage, *, site: SiteId, policy: Policy, since: datetime, at: datetime) -> list[StepAnswer]:
    """Keep which steps nobody answered before strikes lapsed, or came to count half, after `since`; and audit it.

    To look at the same time again keeps nothing twice. A later strike lets a step wait again.
    """
    if all(step.needs is None for step in policy.ladder.steps):
        return []
    ages = [age for age in (policy.ladder.window, policy.ladder.halve_after) if age is not None]
    with storage.read(site) as transaction:
        found = [transaction.sanctions.struck(since=since - age, until=at - age, least=1) for age in ages]
    made: list[StepAnswer] = []
    for key in sorted(set().union(*found)):
        with storage.write(site) as transaction:
            made += _lapsed(transaction, key, policy, ages=ages, since=since, at=at)
    return made


def _lapsed(
    transaction: Transaction, key: str, policy: Policy, *, ages: Sequence[timedelta], since: datetime, at: datetime
) -> Iterator[StepAnswer]:
    """Look what waited before strikes of an author came to weigh less, and does not since."""
    try:
        author = transaction.authors.author(key)
    except NotFound:  # every comment of theirs was erased
        return
    strikes = transaction.authors.strikes(key, is_verified=author.verified)
    for moment in sorted({strike.at + age for strike in strikes for age in ages if since < strike.at + age <= at}):
        answers = transaction.sanctions.answers(key)
        before, after = (
            due_of(author, strikes, answers, policy=policy, at=each) for each in (moment - _INSTANT, moment)
        )
        if before is None or (after is not None and after.step.at >= before.step.at):
            continue
        made = StepAnswer(
            author=key,
            step=before.step.at,
            needs=before.step.needs or Role.MODERATOR,
            standing=before.sanctioned.standing,
            is_confirmed=False,
            by="",
            at=moment,
        )
        transaction.sanctions.keep(made)
        _note(transaction, made, "lapsed", by=_LADDER, at=at)
        yield made


def _waiting(transaction: Transaction, key: str, policy: Policy, *, at: datetime) -> WaitingStep | None:
    try:
        author = transaction.authors.author(key)
    except NotFound:  # every comment of theirs was erased
        return None
    # Strikes under an id that nobody vouches for are not those of the account.
    strikes = transaction.authors.strikes(key, is_verified=author.verified)
    due = due_of(author, strikes, transaction.sanctions.answers(key), policy=policy, at=at)
    return WaitingStep(author=author, due=due) if due is not None else None


def _is_of(chosen: Sanctioned, made: StepAnswer) -> bool:
    return (chosen.standing, chosen.until) == (made.standing, made.until)


def _check(made: StepAnswer, who: Who) -> None:
    if not who.role.may(made.needs):
        raise NotAllowed(f"This step asks for the role {made.needs.value} on the site.")


def _note(transaction: Transaction, made: StepAnswer, what: str, *, by: str, at: datetime) -> None:
    detail = {"author": made.author, "step": made.step, "standing": made.standing.value}
    transaction.audit(by=by, what=f"author.step_{what}", detail=detail, at=at)
