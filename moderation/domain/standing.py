"""Strikes, the ladder that they climb, and the standing that follows for an author."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


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
    lasts: timedelta | None = None
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


def live_strikes(strikes: Sequence[Strike], ladder: Ladder, *, at: datetime) -> list[Strike]:
    """Return the strikes that still count at a moment, oldest first."""
    return sorted((s for s in strikes if s.at <= at < s.at + ladder.window), key=lambda s: s.at)


def standing_of(strikes: Sequence[Strike], ladder: Ladder, *, is_verified: bool, at: datetime) -> Sanctioned:
    """Climb the ladder with the strikes that are live.

    Without a verified id anybody could type another's name, so such an author is limited at most.
    """
    live = live_strikes(strikes, ladder, at=at)
    total = total_of(live, ladder, at=at)
    reached = Sanctioned(standing=Standing.GOOD, strikes=total)
    for step in ladder.steps:
        if total < step.at:
            break
        until = _ends(live, step, ladder, at=at)
        if until > at:
            standing = step.standing if is_verified else min(step.standing, Standing.LIMITED, key=_severity)
            if standing.severity >= reached.standing.severity:
                reached = Sanctioned(standing=standing, strikes=total, until=until, reason=step.message)
    return reached


def total_of(strikes: Sequence[Strike], ladder: Ladder, *, at: datetime) -> int:
    """Return what strikes weigh together at a moment, halves rounded down."""
    doubled = sum(
        strike.weight if ladder.halve_after and strike.at + ladder.halve_after <= at else 2 * strike.weight
        for strike in strikes
        if at < strike.at + ladder.window
    )
    return doubled // 2


def _ends(live: Sequence[Strike], step: Step, ladder: Ladder, *, at: datetime) -> datetime:
    """Return when a step that was reached ends: its own length, or when too few strikes are left."""
    ages = (ladder.window, ladder.halve_after) if ladder.halve_after else (ladder.window,)
    moments = sorted(strike.at + age for strike in live for age in ages)
    lapses = next((m for m in moments if m > at and total_of(live, ladder, at=m) < step.at), None)
    if lapses is None:
        raise ValueError("A step is reached by one strike at least.")
    return lapses if step.lasts is None else min(lapses, live[-1].at + step.lasts)


def _severity(standing: Standing) -> int:
    return standing.severity
