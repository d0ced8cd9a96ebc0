"""Steps of the ladder that wait for a person: who has reached one, confirm, refuse, take back."""

from dataclasses import dataclass
from datetime import datetime

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
    """Return what was confirmed and refused, the latest first."""
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
        _note(transaction, made, "confirmed" if is_confirmed else "refused", asked, at=at)
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
        if made is None:
            raise NotFound("Nobody has confirmed or refused this step for this author.")
        _check(made, asked.who)
        if made.is_confirmed:
            chosen = transaction.authors.author(asked.author).set_standing
            if chosen is not None and not _is_of(chosen, made):
                raise Conflict("Somebody has set another standing since; change that one.")
            transaction.authors.set_standing(asked.author, None, by=asked.who.name, at=at)
        transaction.sanctions.take_back(asked.author, step=asked.step)
        _note(transaction, made, "taken_back", asked, at=at)


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


def _note(transaction: Transaction, made: StepAnswer, what: str, asked: Asked, *, at: datetime) -> None:
    detail = {"author": made.author, "step": made.step, "standing": made.standing.value}
    transaction.audit(by=asked.who.name, what=f"author.step_{what}", detail=detail, at=at)
