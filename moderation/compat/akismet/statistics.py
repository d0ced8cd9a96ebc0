"""What was asked and how it was answered, month by month, in the shapes that Akismet's clients know."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from moderation.domain.comment import SiteId
from moderation.domain.decision import Source
from moderation.domain.verdict import Outcome
from moderation.ports import Storage

_MONTHS = {"60-days": 2, "6-months": 6, "all": 24}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How comments of one time fared; an answer that the site corrected counts as a mistake."""

    spam: int
    ham: int
    missed_spam: int
    false_positives: int

    @property
    def checks(self) -> int:
        """How many comments were judged."""
        return self.spam + self.ham

    @property
    def accuracy(self) -> float:
        """The share of answers that nobody corrected, in per cent."""
        wrong = self.missed_spam + self.false_positives
        return round(100 * max(0, self.checks - wrong) / self.checks, 2) if self.checks else 100.0


def counted(tally: Mapping[tuple[Source, Outcome], int]) -> Counts:
    """Sum up decisions by their source and outcome."""
    first = {outcome: tally.get((Source.POLICY, outcome), 0) for outcome in Outcome}
    return Counts(
        spam=first[Outcome.FLAG] + first[Outcome.BLOCK],
        ham=first[Outcome.ALLOW],
        missed_spam=tally.get((Source.SITE, Outcome.BLOCK), 0),
        false_positives=tally.get((Source.SITE, Outcome.ALLOW), 0),
    )


def month_of(name: str | None, *, at: datetime) -> datetime:
    """Return the first moment of a month given as `2026-11`; of the present one where it cannot be read."""
    try:
        return datetime.strptime(name or "", "%Y-%m").replace(tzinfo=UTC)
    except ValueError:
        return at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def of_month(storage: Storage, site: SiteId, month: datetime) -> Counts:
    """Count a site's month."""
    with storage.read(site) as transaction:
        return counted(transaction.decisions.tally(since=month, until=_after(month)))


def stats(storage: Storage, site: SiteId, *, span: str, at: datetime) -> dict[str, Any]:
    """Return what `get-stats` answers about a time: `60-days`, `6-months` or `all`."""
    months = [month_of(None, at=at)]
    while len(months) < _MONTHS.get(span, 6):
        months.insert(0, _before(months[0]))
    with storage.read(site) as transaction:
        tally = transaction.decisions.tally
        total = counted(tally(since=months[0], until=_after(months[-1])))
        by_month = {f"{month:%Y-%m}": counted(tally(since=month, until=_after(month))) for month in months}
    shown = {name: _shown(counts) for name, counts in by_month.items() if counts.checks}
    return _shown(total) | {"accuracy": total.accuracy, "time_saved": 0, "breakdown": shown}


def key_sites(site: SiteId, counts: Counts, *, month: str, limit: int, offset: int) -> dict[str, Any]:
    """Return what `key-sites` answers: a key belongs to one site."""
    row = {
        "site": site,
        "api_calls": str(counts.checks),
        "spam": str(counts.spam),
        "ham": str(counts.ham),
        "missed_spam": str(counts.missed_spam),
        "false_positives": str(counts.false_positives),
        "is_revoked": False,
    }
    return {month: [row][offset : offset + limit], "limit": limit, "offset": offset, "total": 1}


def as_csv(listed: Mapping[str, Any], *, key: str, month: str) -> str:
    """Return the same as CSV."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    place = f"limit: {listed['limit']}, offset: {listed['offset']}, total: {listed['total']}"
    written.write(f"Active sites for {key} during {month} ({place}).\n")
    writer.writerow(["Site", "Total API Calls", "Spam", "Ham", "Missed Spam", "False Positives", "Is Revoked"])
    for row in listed[month]:
        writer.writerow([str(value).lower() if isinstance(value, bool) else value for value in row.values()])
    return written.getvalue()


def _shown(counts: Counts) -> dict[str, Any]:
    return {
        "spam": counts.spam,
        "ham": counts.ham,
        "missed_spam": counts.missed_spam,
        "false_positives": counts.false_positives,
    }


def _after(month: datetime) -> datetime:
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)


def _before(month: datetime) -> datetime:
    return month.replace(year=month.year - (month.month == 1), month=(month.month - 2) % 12 + 1)
