"""Those who write, in memory."""

import dataclasses
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from moderation.domain.author_label import AuthorLabel, names_of
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.counter import Counter
from moderation.domain.decision import DecisionId
from moderation.domain.errors import NotFound
from moderation.domain.folded import soft_of
from moderation.domain.history import DEEPEST, LATEST, RECENT, History, Talk
from moderation.domain.marks import links_among
from moderation.domain.near_copies import letters_of, nearest
from moderation.domain.record import StoredAuthor, StoredComment, Submission
from moderation.domain.standing import Sanctioned, Strike
from moderation.domain.verdict import Outcome
from moderation.testing.memory.articles import MemoryArticles
from moderation.testing.memory.rows import AuthorRow, RevisionRow, SiteRows, StrikeRow

_KEY = {"author": "author_key", "ip": "ip_key", "article": "article_key", "text": "read_digest"}
_JUDGED = {"author.approved", "author.rejected", "author.rejection_rate"}


class MemoryAuthors:
    """Implements the port `Authors`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def histories(
        self, submissions: Sequence[Submission], *, asks: Collection[str], at: datetime
    ) -> list[History]:
        """Gather what the policy asks about each submission's author and article, before it is recorded."""
        return [self._history(submission, asks=asks, at=at) for submission in submissions]

    def meet(self, submissions: Sequence[Submission], *, at: datetime) -> None:
        """Keep authors who are seen for the first time, and the names of those who changed theirs."""
        for sent in submissions:
            author, key = sent.comment.author, sent.author_key
            if author is None or key is None:
                continue
            known = self._rows.authors.get(key)
            if known is None:
                row = AuthorRow(verified=bool(author.verified), name=author.name, first_seen=at)
                self._rows.authors[key] = row
            elif author.verified or (known.erased_at and not known.verified):
                changed = dataclasses.replace(known, verified=bool(author.verified), name=author.name)
                self._rows.authors[key] = dataclasses.replace(changed, erased_at=None)

    def recall(self, seen: Sequence[tuple[Submission, datetime]]) -> None:
        """Keep authors of the past: since when they write, and their names where none is known."""
        strangers = {sent.author_key for sent, _ in seen} - set(self._rows.authors)
        for sent, at in sorted(seen, key=lambda one: one[1]):
            author, key = sent.comment.author, sent.author_key
            if author is None or key is None:
                continue
            row = AuthorRow(verified=bool(author.verified), name=author.name, first_seen=at)
            known = self._rows.authors.get(key, row)
            is_as_good = row.verified or not known.verified
            is_better = row.verified and not known.verified
            is_named = is_better or (is_as_good and (key in strangers or known.erased_at is not None))
            first_seen, standing = min(known.first_seen, at), known.set_standing
            kept = row if is_named else known
            self._rows.authors[key] = dataclasses.replace(kept, first_seen=first_seen, set_standing=standing)

    def strikes(self, key: str, *, is_verified: bool) -> list[Strike]:
        """Return an author's strikes that nobody lifted, oldest first."""
        mine = [row for row in self._rows.strikes if (row.key, row.verified) == (key, is_verified)]
        return sorted((row.strike for row in mine if row.lifted_at is None), key=lambda strike: strike.at)

    def add_strike(self, strike: Strike, *, key: str, is_verified: bool, decision: DecisionId) -> None:
        """Keep a strike."""
        self._rows.strikes.append(StrikeRow(strike=strike, key=key, verified=is_verified, decision=decision))

    def lift_strikes(self, *, comment: CommentId, at: datetime) -> None:
        """Lift the strikes that rulings on a comment had added."""
        self._mark_strikes(comment, was=None, now=at)

    def restore_strikes(self, *, comment: CommentId, lifted_at: datetime) -> None:
        """Let the strikes of a comment count again that were lifted at just this moment."""
        self._mark_strikes(comment, was=lifted_at, now=None)

    def labels(self, key: str, *, is_verified: bool, at: datetime) -> list[AuthorLabel]:
        """Return an author's labels that have not ended at a moment, by name; those taken away among them."""
        mine = [each for who, each in self._rows.author_labels.items() if who[:2] == (key, is_verified)]
        return sorted((each for each in mine if each.until > at), key=lambda label: label.name)

    def give_labels(self, labels: Sequence[AuthorLabel], *, key: str, is_verified: bool, at: datetime) -> None:
        """Give an author labels; of one that the author has already, the later end counts."""
        for label in labels:
            known = self._rows.author_labels.get((key, is_verified, label.name))
            if known is None or known.taken_by or known.until < label.until:
                self._rows.author_labels[key, is_verified, label.name] = label

    def take_label(self, name: str, *, key: str, is_verified: bool, by: str | None) -> None:
        """Take a label from an author; `None` puts it back."""
        mine = key, is_verified, name
        if mine in self._rows.author_labels:
            self._rows.author_labels[mine] = dataclasses.replace(self._rows.author_labels[mine], taken_by=by)

    def set_standing(self, key: str, sanctioned: Sanctioned | None, *, by: str, at: datetime) -> None:
        """Keep a standing that a person set; `None` returns the author to the ladder."""
        row = self._rows.authors.get(key) or AuthorRow(verified=False, name=None, first_seen=at)
        kept = dataclasses.replace(sanctioned, strikes=0) if sanctioned else None
        self._rows.authors[key] = dataclasses.replace(row, set_standing=kept)

    def author(self, key: str) -> StoredAuthor:
        """Return what is known of one author."""
        row = self._rows.authors.get(key)
        if row is None:
            raise NotFound(f"Nobody with the id '{key}' has written on this site.")
        approved, rejected = self._judged(key, is_verified=row.verified)
        return StoredAuthor(
            key=key,
            name=row.name,
            verified=row.verified,
            first_seen=row.first_seen,
            set_standing=row.set_standing,
            approved=approved,
            rejected=rejected,
        )

    def forget(self, keys: Collection[str], *, at: datetime) -> None:
        """Forget the names of those of whom no comment is left."""
        left = {row.comment.author_key for rows in self._rows.revisions.values() for row in rows}
        for key in set(keys) - left:
            self._rows.authors[key] = dataclasses.replace(self._rows.authors[key], name=None, erased_at=at)
            for who in [who for who in self._rows.author_labels if who[0] == key]:
                del self._rows.author_labels[who]

    def _mark_strikes(self, comment: CommentId, *, was: datetime | None, now: datetime | None) -> None:
        rulings = {decision.id for decision in self._rows.decisions if decision.comment_id == comment}
        self._rows.strikes[:] = [
            dataclasses.replace(row, lifted_at=now) if row.decision in rulings and row.lifted_at == was else row
            for row in self._rows.strikes
        ]

    def _history(self, sent: Submission, *, asks: Collection[str], at: datetime) -> History:
        key, author = sent.author_key or "", sent.comment.author
        is_verified = bool(author and author.verified)
        known = self._rows.authors.get(key)
        approved, rejected = (0, 0) if _JUDGED.isdisjoint(asks) else self._judged(key, is_verified=is_verified)
        windows = [name for name in asks if name.startswith(("rate.", "duplicate.", "similarity."))]
        article = sent.article_key or ""
        lengths = self._alike(sent, "article_key", since=None) if "thread.length" in asks else 0
        return History(
            approved=approved,
            rejected=rejected,
            first_seen=known.first_seen if known else None,
            strikes=tuple(self.strikes(key, is_verified=is_verified)),
            set_standing=known.set_standing if known else None,
            name_taken_by_other="author.name_taken_by_other" in asks and self._is_name_taken(sent),
            labels=names_of(self.labels(key, is_verified=is_verified, at=at)) if "label" in asks else (),
            premoderation=MemoryArticles(self._rows).premoderated([article], at=at).get(article),
            thread_length=lengths,
            thread_names=self._names_beside(sent) if "target" in asks else (),
            parent_author=self._parent_author(sent) if "target" in asks else None,
            talk=self._talk(sent, asks),
            counts={name: self._window(sent, name, at=at) for name in windows},
        )

    def _names_beside(self, sent: Submission) -> tuple[str, ...]:
        rows = [r.comment for r in self._rows.latest() if r.comment.article_key == sent.article_key is not None]
        named = sorted((r for r in rows if r.author_name), key=lambda row: row.received_at)[-LATEST:]
        return tuple(sorted({row.author_name or "" for row in named if row.outcome is Outcome.ALLOW}))

    def _talk(self, sent: Submission, asks: Collection[str]) -> Talk:
        parent = sent.comment.parent
        above = self._context(parent.id if parent else None)
        beside = [row.comment for row in self._rows.latest() if row.comment.id != sent.comment.id]
        talk = [row for row in beside if row.article_key == sent.article_key is not None]
        last = sorted(talk, key=lambda row: row.received_at)[-RECENT:]
        stopped = sum(row.outcome is not Outcome.ALLOW for row in last)
        share = 0.0 if sent.article_key is None or not last else round(stopped / len(last), 3)
        is_heated = "thread.temperature" in asks and sent.article_key is not None
        return Talk(
            depth=self._depth(sent) if "thread.depth" in asks else None,
            parent_role=_role(above) if above and "thread.replies_to_staff" in asks else None,
            temperature=share if is_heated else None,
        )

    def _depth(self, sent: Submission) -> int:
        depth, parent = int(sent.comment.parent is not None), sent.comment.parent
        above = self._context(parent.id if parent else None)
        while above is not None and depth < DEEPEST and (above.get("parent") or {}).get("id"):
            depth += 1
            above = self._context(above["parent"]["id"])
        return depth

    def _context(self, id: CommentId | None) -> dict[str, Any] | None:
        return self._rows.revisions[id][-1].comment.context if id in self._rows.revisions else None

    def _parent_author(self, sent: Submission) -> str | None:
        parent = sent.comment.parent
        if parent is None or parent.author is not None or parent.id not in self._rows.revisions:
            return None
        return self._rows.revisions[parent.id][-1].comment.author_name

    def _judged(self, key: str, *, is_verified: bool) -> tuple[int, int]:
        who = key, is_verified
        mine = [r for r in self._rows.latest() if (r.comment.author_key, r.comment.author_verified) == who]
        rejected = [row for row in mine if row.by_person and row.comment.outcome is Outcome.BLOCK]
        return sum(row.comment.outcome is Outcome.ALLOW for row in mine), len(rejected)

    def _is_name_taken(self, sent: Submission) -> bool:
        name = _folded(sent.comment.author.name if sent.comment.author else None)
        others = (row for key, row in self._rows.authors.items() if key != sent.author_key)
        return bool(name) and any(row.verified and _folded(row.name) == name for row in others)

    def _window(self, sent: Submission, fact: str, *, at: datetime) -> int | float:
        kind, by, *_, seconds = fact.split(".")
        since = at - timedelta(seconds=int(seconds))
        if kind == "rate":
            return self._counted(sent, Counter.of_fact(fact), since=since)
        if kind == "similarity":
            return self._resemblance(sent, by, place=int(fact.split(".")[2]), since=since)
        names = ("read_digest", "author_key") if by == "author" else ("read_digest",)
        return self._alike(sent, *names, since=since)

    def _resemblance(self, sent: Submission, of: str, *, place: int, since: datetime) -> float:
        others = [
            letters_of(soft_of(row.folded))
            for row in self._rows.latest()
            if row.folded is not None
            and row.comment.id != sent.comment.id
            and row.comment.received_at > since
            and (of == "any" or row.comment.author_key == sent.author_key is not None)
        ]
        return nearest(sent.letters, others, place=place) if sent.letters else 0.0

    def _counted(self, sent: Submission, counter: Counter, *, since: datetime) -> int:
        later = [
            r for r in self._rows.latest() if r.comment.id != sent.comment.id and r.comment.received_at > since
        ]
        if counter.by == "link_domain":
            same = [row for row in later if not set(links_among(row.marks)).isdisjoint(sent.marks)]
        else:
            key = getattr(sent, _KEY[counter.by])
            same = [row for row in later if _named(row, _KEY[counter.by]) == key is not None]
        if counter.of_new:
            same = [row for row in same if not self._stood(row.comment, before=since)]
        if counter.distinct is None:
            return len(same)
        return len({_named(row, _KEY[counter.distinct]) for row in same} - {None})

    def _stood(self, comment: StoredComment, *, before: datetime) -> bool:
        if comment.author_key is None:
            return False
        who = comment.author_key, comment.author_verified
        return any(
            (each.author_key, each.author_verified) == who
            and each.received_at <= before
            and each.outcome is Outcome.ALLOW
            for each in (row.comment for row in self._rows.latest())
        )

    def _alike(self, sent: Submission, *names: str, since: datetime | None) -> int:
        """Count other comments, since a moment, that have these names in common with a submission."""
        wanted = [getattr(sent, name) for name in names]
        if not all(wanted):
            return 0
        return sum(
            row.comment.id != sent.comment.id
            and (since is None or row.comment.received_at > since)
            and [_named(row, name) for name in names] == wanted
            for row in self._rows.latest()
        )


def _named(row: RevisionRow, name: str) -> str | None:
    holder = row if name in ("read_digest", "ip_key") else row.comment
    value: str | None = getattr(holder, name)
    return value


def _role(context: dict[str, Any]) -> str:
    return (context.get("author") or {}).get("role") or ""


def _folded(name: str | None) -> str:
    return "".join(letter for letter in (name or "").casefold() if letter.isalnum())
