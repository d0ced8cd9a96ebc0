"""What the moderators of the invented newsroom do about a comment, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from moderation.domain.review import Ruling
from moderation.domain.verdict import Outcome
from moderation.newsroom.cast import EDITOR, JUDGES, Judge
from moderation.newsroom.lines import sections
from moderation.newsroom.script import SEED, Line, hour_of

#: What is against the rules, and what may be read either way; the rest is fine.
AGAINST = frozenset({"attack", "hate", "coded", "threat", "private", "spam", "raid", "profanity"})
ARGUABLE = {"edge": 1.0, "official": 0.35}

#: Shares that chance draws: of comments for the audit, of rulings for a second look. More than a newsroom would,
#: since two weeks are short.
AUDITED, READ_TWICE = 0.08, 0.3
#: Of what is newer than so long, about half is still to be read, and no appeal is decided.
UNREAD = timedelta(hours=34)
#: To what is newer than so long nobody has come yet.
UNSEEN = timedelta(hours=1)
#: Shares of what stands wrongly, and of the rest, that readers report.
REPORTED, REPORTED_WRONGLY = 0.6, 0.02
#: Whom a word of some is meant for knows it before any list does.
REPORTED_CODED = 0.9

#: Shares of what was rejected that is contested: where it was plain, and where it could be argued.
APPEALED, APPEALED_IN_DOUBT = 0.16, 0.6

REASONS = (
    "It is an insult.",
    "Advertising.",
    "Against the house rules.",
    "I feel attacked.",
    "Please look at this.",
)
NOTES = (
    "Plain case.",
    "Against the person, not the argument.",
    "We had this last week.",
    "As the handbook has it.",
)

#: What the editor says where two disagree.
DECIDED = "Both readings are fair; the handbook decides."


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingAct:
    """A moderator rules on a comment."""

    at: datetime
    line: Line
    judge: Judge
    ruling: Ruling
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAct:
    """A reader reports a comment."""

    at: datetime
    line: Line
    reporter: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealAct:
    """An author contests a rejection, and some hours later somebody decides."""

    at: datetime
    line: Line
    words: str
    #: `None` where nobody has come to it yet.
    decided: RulingAct | None


def objection(line: Line, *, rejected_at: datetime, by: str | None, until: datetime) -> AppealAct | None:
    """Return the appeal that an author makes of a rejection, if they are the sort; the same each time."""
    chance = Random(f"{SEED} appeal {line.id}")  # noqa: S311 — a play, not a secret
    share = 0.0 if line.sort in ("spam", "raid") else APPEALED if line.sort in AGAINST else APPEALED_IN_DOUBT
    if chance.random() > share:
        return None
    at = rejected_at + timedelta(hours=chance.expovariate(1 / 7) + 0.2)
    decided: RulingAct | None = _ruled(
        line, at + timedelta(hours=chance.expovariate(1 / 12)), chance, until=until, but=_judge(by)
    )
    if until - at < UNREAD:
        decided = None
    return AppealAct(at=at, line=line, words=chance.choice(sections("trouble")["objection"]), decided=decided)


def acts(line: Line, outcome: Outcome, *, is_drawn: bool, until: datetime) -> Iterator[RulingAct | ReportAct]:
    """Return what happens to a comment after its verdict; the same each time."""
    chance = Random(f"{SEED} {line.id}")  # noqa: S311 — a play, not a secret
    waits_from = line.at if outcome is Outcome.FLAG else None
    if outcome is Outcome.ALLOW:
        for report in _reports(line, chance):
            waits_from = waits_from or report.at
            yield report
    if waits_from is None and is_drawn:  # no writer waits for it
        waits_from = line.at + timedelta(hours=4)
    if waits_from is None or until - line.at < UNSEEN or (until - line.at < UNREAD and chance.random() < 0.5):
        return
    yield _ruled(line, waits_from, chance, until=until)


def second_look(line: Line, *, first_by: str | None, ruled_at: datetime, until: datetime) -> RulingAct | None:
    """Return what somebody else concludes about a ruling that they do not know; `None` where it still waits."""
    chance = Random(f"{SEED} second {line.id}")  # noqa: S311 — a play, not a secret
    if until - ruled_at < UNREAD and chance.random() < 0.5:
        return None
    return _ruled(line, ruled_at + timedelta(hours=2), chance, until=until, but=_judge(first_by))


def last_word(line: Line, *, disputed_at: datetime, until: datetime) -> RulingAct | None:
    """Return what the editor decides where two disagree; `None` where it still waits."""
    chance = Random(f"{SEED} dispute {line.id}")  # noqa: S311 — a play, not a secret
    if until - disputed_at < UNREAD:
        return None
    at = disputed_at + timedelta(hours=chance.uniform(1, 20))
    ruling = _conclusion(line, EDITOR, chance)
    return RulingAct(at=at, line=line, judge=EDITOR, ruling=ruling, note=DECIDED)


def _reports(line: Line, chance: Random) -> Iterator[ReportAct]:
    is_wrong = line.sort in AGAINST
    share = REPORTED_CODED if line.sort == "coded" else REPORTED if is_wrong else REPORTED_WRONGLY
    if chance.random() > share:
        return
    for number in range(chance.choice((1, 1, 2, 3)) if is_wrong else 1):
        at = line.at + timedelta(minutes=chance.expovariate(1 / 50) + 1)
        yield ReportAct(
            at=at, line=line, reporter=f"reader-{chance.randrange(40)}-{number}", reason=chance.choice(REASONS)
        )


def _ruled(
    line: Line,
    since: datetime,
    chance: Random,
    *,
    until: datetime,
    but: Judge | None = None,
) -> RulingAct:
    at = since + timedelta(minutes=chance.expovariate(1 / 35) + 1)
    while not (present := [j for j in JUDGES if j != but and _is_present(j, at, until=until)]):
        at += timedelta(minutes=chance.uniform(10, 50))
    judge = chance.choice(present)
    note = chance.choice(NOTES) if chance.random() < 0.15 else None
    return RulingAct(at=at, line=line, judge=judge, ruling=_conclusion(line, judge, chance), note=note)


def _judge(name: str | None) -> Judge | None:
    return next((judge for judge in JUDGES if judge.name == name), None)


def _is_present(judge: Judge, at: datetime, *, until: datetime) -> bool:
    start, end = judge.hours
    return start <= hour_of(at, until=until) < end


def _conclusion(line: Line, judge: Judge, chance: Random) -> Ruling:
    """Conclude as the moderator reads: strictly or not where it can be argued, with a slip now and then."""
    if line.sort in ARGUABLE:
        is_rejected = chance.random() < judge.strictness * ARGUABLE[line.sort]
    else:
        is_rejected = (line.sort in AGAINST) is not (chance.random() < judge.slips)
    return Ruling.REJECT if is_rejected else Ruling.APPROVE
