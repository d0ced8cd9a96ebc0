"""Strikes, the ladder that they climb, and the standing that follows for an author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from moderation.domain.account import Role


class Standing(StrEnum):
    """What an author's live strikes imply, mildest first."""

    #: Comments are judged on their own.
    GOOD = "good"
    #: Every comment is flagged.
    LIMITED = "limited"
    #: Every comment is blocked until a date.
    SUSPENDED = "suspended"
    #: Every comment is blocked until a person lifts it.
    BLOCKED = "blocked"

    @property
    def severity(self) -> int:
        """0 for good to 3 for blocked."""
        return list(Standing).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the ladder: at so many live strikes, this standing, for so long."""

    at: int
    standing: Standing
    #: How long after the latest strike, but no longer than `at` strikes are live; `None` for as long as they are.
    #: Of a step that a person confirms: how long after that.
    lasts: timedelta | None = None
    #: In which role a person has to confirm it, before which it has no effect; `None` where nobody has to.
    needs: Role | None = None
    #: Whether it lasts until a person lifts it; only where a person confirms it.
    is_permanent: bool = False
    #: What the author may be told.
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """How strikes turn into standing, and when they lapse."""

    #: A strike counts for this long.
    window: timedelta = timedelta(days=90)
    #: From this age on a strike counts half; `None` where it counts whole to the end.
    halve_after: timedelta | None = None
    #: In ascending order of `at`.
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """A mark against an author from a decision that a person made; expires."""

    clause: str
    weight: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanctioned:
    """A standing with its end and its reason."""

    standing: Standing
    strikes: int
    #: When it lapses by itself; `None` where it does not.
    until: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A step of the ladder that an author has reached, and that waits for a person."""

    step: Step
    #: What it comes to where somebody confirms it now.
    sanctioned: Sanctioned
    #: When the latest strike came.
    since: datetime


def live_strikes(strikes: Sequence[Strike], ladder: Ladder, *, at: datetime) -> list[Strike]:
    """Return the strikes that still count at a moment, oldest first."""
    return sorted((s for s in strikes if s.at <= at < s.at + ladder.window), key=lambda s: s.at)


def standing_of(strikes: Sequence[Strike], ladder: Ladder, *, is_verified: bool, at: datetime) -> Sanctioned:
    """Climb the ladder with the strikes that are live; steps that need a person are left out.

    Without a verified id anybody could type another's name, so such an author is limited at most.
    """
    live = live_strikes(strikes, ladder, at=at)
    total = total_of(live, ladder, at=at)
    reached = Sanctioned(standing=Standing.GOOD, strikes=total)
    for step in ladder.steps:
        if total < step.at:
            break
        if step.needs is not None:
            continue
        until = _ends(live, step, ladder, at=at)
        if until > at:
            standing = _given(step, is_verified=is_verified)
            if standing.severity >= reached.standing.severity:
                reached = Sanctioned(standing=standing, strikes=total, until=until, reason=step.message)
    return reached


def due_step(
    strikes: Sequence[Strike], ladder: Ladder, *, is_verified: bool, answered: Mapping[int, datetime], at: datetime
) -> Due | None:
    """Return the highest step that is reached, needs a person, and is stricter than what holds by itself.

    `answered` says by `at` of a step when somebody last answered it; a later strike lets it wait again.
    """
    live = live_strikes(strikes, ladder, at=at)
    total = total_of(live, ladder, at=at)
    earned = standing_of(strikes, ladder, is_verified=is_verified, at=at).standing
    for step in reversed(ladder.steps):
        standing = _given(step, is_verified=is_verified)
        if step.needs is None or total < step.at or standing.severity <= earned.severity:
            continue
        since = live[-1].at
        if step.at in answered and answered[step.at] >= since:
            continue
        until = at + step.lasts if step.lasts else _lapse(live, step, ladder, at=at)
        ends = None if step.is_permanent else until
        given = Sanctioned(standing=standing, strikes=total, until=ends, reason=step.message)
        return Due(step=step, sanctioned=given, since=since)
    return None


def total_of(strikes: Sequence[Strike], ladder: Ladder, *, at: datetime) -> int:
    """Return what strikes weigh together at a moment, halves rounded down."""
    doubled = sum(
        strike.weight if ladder.halve_after and strike.at + ladder.halve_after <= at else 2 * strike.weight
        for strike in strikes
        if at < strike.at + ladder.window
    )
    return doubled // 2


def _given(step: Step, *, is_verified: bool) -> Standing:
    return step.standing if is_verified else min(step.standing, Standing.LIMITED, key=_severity)


def _ends(live: Sequence[Strike], step: Step, ladder: Ladder, *, at: datetime) -> datetime:
    """Return when a step that was reached ends: its own length, or when too few strikes are left."""
    lapses = _lapse(live, step, ladder, at=at)
    return lapses if step.lasts is None else min(lapses, live[-1].at + step.lasts)


def _lapse(live: Sequence[Strike], step: Step, ladder: Ladder, *, at: datetime) -> datetime:
    """Return when too few strikes are left for a step that was reached."""
    ages = (ladder.window, ladder.halve_after) if ladder.halve_after else (ladder.window,)
    moments = sorted(strike.at + age for strike in live for age in ages)
    lapses = next((m for m in moments if m > at and total_of(live, ladder, at=m) < step.at), None)
    if lapses is None:
        raise ValueError("A step is reached by one strike at least.")
    return lapses


def _severity(standing: Standing) -> int:
    return standing.severity
