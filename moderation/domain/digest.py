"""A letter to the desk: what waits and since when, or that a rule stopped itself; never a text."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.domain.comment import SiteId
from moderation.domain.policy_version import PolicyAct

#: Urgent reviews are told at once, but not more often than so.
URGENT_EVERY = timedelta(minutes=5)

#: What could not be sent is tried again after so long.
AGAIN_AFTER = timedelta(minutes=5)

#: A rule that stopped longer ago is no news: who starts the service anew is not told of last month.
NEWS_FOR = timedelta(days=1)

#: What the record calls a rule that stopped itself.
STOPPED = "policy.brake"

_AFTER_A_STOP = """\
What they held before still waits at the desk; 'moderation policy reverse' takes it back.
A rule that is to hold for so many needs a brake of its own, such as 'brake: 40%'; any other is mended first.
'moderation policy history' says when it was."""

#: An owner of a rule who can be written to; others are names.
_ADDRESS = re.compile(r"[^\s@,;:<>()\"\\]+@[^\s@,;:<>()\"\\]+\.[^\s@,;:<>()\"\\]+")

#: Queue → how many wait, and since when the oldest does.
Waiting = Mapping[str, tuple[int, datetime]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestState:
    """What a site's desk was told last."""

    #: When the last letter of the interval went.
    told_at: datetime | None = None
    #: When the last urgent letter went.
    urgent_at: datetime | None = None
    #: The newest urgent review that a letter has told of.
    urgent_upto: datetime | None = None
    #: The last rule that stopped itself of which a letter has told.
    stopped_upto: datetime | None = None
    #: After a failure nothing is tried before.
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is sent, to people who know the desk: counts, ages, a link."""

    subject: str
    text: str
    #: Addresses that get it beside the desk's own.
    also_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """How often the desk wants to hear, and of what at once."""

    every: timedelta
    urgent: Collection[str]


def is_urgent_due(state: DigestState, newest: datetime | None, *, at: datetime) -> bool:
    """Whether an urgent review waits that nobody was told of."""
    if newest is None or (state.not_before is not None and at < state.not_before):
        return False
    is_new = state.urgent_upto is None or newest > state.urgent_upto
    return is_new and (state.urgent_at is None or at - state.urgent_at >= URGENT_EVERY)


def is_due(state: DigestState, waiting: Waiting, interval: Interval, *, at: datetime) -> bool:
    """Whether the letter of the interval is to go: something waits, and the last letter is long enough ago."""
    if not waiting or (state.not_before is not None and at < state.not_before):
        return False
    return state.told_at is None or at - state.told_at >= interval.every


def letter_of(waiting: Waiting, *, site: SiteId, link: str, at: datetime, urgent: Collection[str] = ()) -> Letter:
    """Write a letter; `urgent` names the queues for which it goes at once."""
    total = sum(count for count, _ in waiting.values())
    oldest = max((at - since for _, since in waiting.values()), default=timedelta())
    lines = [
        f"  {queue:<14} {count:>5}   the oldest for {told(at - since)}"
        for queue, (count, since) in sorted(waiting.items(), key=lambda item: (item[0] not in urgent, item[1][1]))
    ]
    subject = f"[{site}] {total} waiting, the oldest for {told(oldest)}"
    if urgent:
        named = sum(waiting[queue][0] for queue in urgent if queue in waiting)
        subject = f"[{site}] Urgent: {named} to be looked at now"
    return Letter(subject=subject, text="\n".join(["What waits for a person:", "", *lines, "", link, ""]))


def stops_to_tell(state: DigestState, acts: Sequence[PolicyAct], *, at: datetime) -> list[PolicyAct]:
    """Return the rules that stopped themselves and that no letter has told of, oldest first."""
    if state.not_before is not None and at < state.not_before:
        return []
    since = max(at - NEWS_FOR, state.stopped_upto or at - NEWS_FOR)
    return sorted((act for act in acts if act.what == STOPPED and act.at > since), key=lambda act: act.at)


def stopped_letter_of(stops: Sequence[PolicyAct], *, site: SiteId, root: str) -> Letter:
    """Tell the desk, and owners who have an address, which rules stopped themselves, why, and what to do."""
    owners = [str(act.detail["owner"]) for act in stops if act.detail["owner"]]
    lines = [f"  {act.detail['why']}{_owned(act)}\n  {root}/policy/rules/{act.detail['rule']}" for act in stops]
    return Letter(
        subject=f"[{site}] Stopped itself: {', '.join(str(act.detail['rule']) for act in stops)}",
        text="\n".join(
            ["What these rules find is recorded, and has no effect any more:", "", *lines, "", _AFTER_A_STOP, ""]
        ),
        also_to=tuple(dict.fromkeys(owner for owner in owners if _ADDRESS.fullmatch(owner))),
    )


def _owned(act: PolicyAct) -> str:
    return f" (owner: {act.detail['owner']})" if act.detail["owner"] else ""


def told(length: timedelta) -> str:
    """Say how long something waits.

    >>> told(timedelta(seconds=20)), told(timedelta(minutes=7)), told(timedelta(hours=5)), told(timedelta(days=3))
    ('under a minute', '7 minutes', '5 hours', '3 days')
    """
    minutes = length // timedelta(minutes=1)
    if minutes < 1:
        return "under a minute"
    for size, name in ((2_880, "days"), (120, "hours")):
        if minutes >= size:
            return f"{minutes // (1_440 if name == 'days' else 60)} {name}"
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
