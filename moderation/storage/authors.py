"""Those who write: their past, their strikes, and the standing that a person set."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update

from moderation.domain.author_label import AuthorLabel, names_of
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.errors import NotFound
from moderation.domain.history import History
from moderation.domain.namesake import shape_key
from moderation.domain.record import StoredAuthor, Submission
from moderation.domain.standing import Sanctioned, Standing, Strike
from moderation.storage.articles import ArticleRepository
from moderation.storage.author_labels import AuthorLabels
from moderation.storage.counts import WindowCounts
from moderation.storage.participants import ThreadNames
from moderation.storage.tables import AuthorRow, CommentRow, DecisionRow, StrikeRow, among, table
from moderation.storage.threads import Talks

_authors, _strikes = table(AuthorRow), table(StrikeRow)
_comments, _decisions = table(CommentRow), table(DecisionRow)


_KNOWN = select(_authors).where(_authors.c.site == bindparam("of_site"), among(_authors.c.key, "keys"))
_LIVE_STRIKES = (
    select(_strikes)
    .where(
        _strikes.c.site == bindparam("of_site"),
        among(_strikes.c.author_key, "keys"),
        _strikes.c.lifted_at.is_(None),
    )
    .order_by(_strikes.c.at)
)
#: What is kept of a name, and of whether the site vouches for it.
_NAME = "name", "name_key", "name_shape", "verified"

_GROUPS = _comments.c.author_key, _comments.c.author_verified, _comments.c.outcome, _comments.c.by_person
_JUDGED = (
    select(*_GROUPS, func.count())
    .where(_comments.c.site == bindparam("of_site"), among(_comments.c.author_key, "keys"), _comments.c.is_latest)
    .group_by(*_GROUPS)
)
_NAMED = select(_authors.c.name_key, _authors.c.key).where(
    _authors.c.site == bindparam("of_site"), among(_authors.c.name_key, "names"), _authors.c.verified
)


class AuthorRepository:
    """Implements the port `Authors` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site
        self._labels = AuthorLabels(connection, site)
        self._articles = ArticleRepository(connection, site)

    def histories(
        self, submissions: Sequence[Submission], *, asks: Collection[str], at: datetime
    ) -> list[History]:
        """Gather what the policy asks about each submission, with one look-up a question for all of them."""
        keys = {s.author_key for s in submissions if s.author_key}
        known = self._known(keys)
        strikes = self._strikes_of(keys)
        counts = self._judged(known) if _asks_of_counts(asks) else {}
        names = self._names_taken(submissions) if "author.name_taken_by_other" in asks else set()
        labels = self._labels.of(keys, at=at) if "label" in asks else {}
        waiting = self._articles.premoderated({s.article_key for s in submissions if s.article_key}, at=at)
        thread = ThreadNames(self._connection, self._site, submissions if "target" in asks else ())
        talks = Talks(self._connection, self._site, submissions, asks=asks)
        windows = WindowCounts(self._connection, self._site, submissions, asks=asks, at=at)
        histories = []
        for index, submission in enumerate(submissions):
            author = known.get(submission.author_key or "")
            is_verified = bool(submission.comment.author and submission.comment.author.verified)
            approved, rejected = counts.get((submission.author_key, is_verified), (0, 0))
            histories.append(
                History(
                    approved=approved,
                    rejected=rejected,
                    first_seen=author.first_seen if author else None,
                    strikes=tuple(strikes.get((submission.author_key, is_verified), ())),
                    set_standing=_standing(author) if author else None,
                    name_taken_by_other=index in names,
                    labels=names_of(labels.get((submission.author_key or "", is_verified), ())),
                    premoderation=waiting.get(submission.article_key or ""),
                    thread_length=windows.thread_length(index),
                    thread_names=thread.names(submission),
                    parent_author=thread.parent_author(submission),
                    talk=talks.of(submission),
                    counts=windows.of(index),
                )
            )
        return histories

    def meet(self, submissions: Sequence[Submission], *, at: datetime) -> None:
        """Keep authors who are seen for the first time, and the names of those who changed theirs."""
        by_key = {s.author_key: s for s in submissions if s.author_key}
        known = self._known(by_key)
        new = [_author_row(s, self._site, at=at) for key, s in by_key.items() if key not in known]
        if new:
            self._connection.execute(_authors.insert(), new)
        for key, author in known.items():
            row = _author_row(by_key[key], self._site, at=at)
            is_renamed = row["verified"] and (row["name"], True) != (author.name, author.verified)
            is_back = author.erased_at is not None and (row["verified"] or not author.verified)
            if is_renamed or is_back:
                changed = {name: row[name] for name in _NAME} | {"erased_at": None}
                self._connection.execute(update(_authors).where(*self._is(key)).values(changed))

    def recall(self, seen: Sequence[tuple[Submission, datetime]]) -> None:
        """Keep authors of the past: since when they write, and their names where none is known."""
        rows: dict[str, dict[str, Any]] = {}
        for sent, at in sorted(seen, key=_is_vouched_and_late):
            if sent.author_key:
                first_seen = min(at, rows.get(sent.author_key, {}).get("first_seen", at))
                rows[sent.author_key] = _author_row(sent, self._site, at=first_seen)
        known = self._known(rows)
        new = [row for key, row in rows.items() if key not in known]
        if new:
            self._connection.execute(_authors.insert(), new)
        for key, author in known.items():
            changed = _vouched(author, rows[key])
            if rows[key]["first_seen"] < author.first_seen:
                changed["first_seen"] = rows[key]["first_seen"]
            if changed:
                self._connection.execute(update(_authors).where(*self._is(key)).values(changed))

    def strikes(self, key: str, *, is_verified: bool) -> list[Strike]:
        """Return an author's strikes that nobody lifted, oldest first."""
        return self._strikes_of({key}).get((key, is_verified), [])

    def add_strike(self, strike: Strike, *, key: str, is_verified: bool, decision: DecisionId) -> None:
        """Keep a strike."""
        row = {
            "decision": decision,
            "site": self._site,
            "author_key": key,
            "verified": is_verified,
            "clause": strike.clause,
            "weight": strike.weight,
            "at": strike.at,
        }
        self._connection.execute(_strikes.insert(), row)

    def lift_strikes(self, *, comment: CommentId, at: datetime) -> None:
        """Lift the strikes that rulings on a comment had added."""
        where = *self._from_rulings(comment), _strikes.c.lifted_at.is_(None)
        self._connection.execute(update(_strikes).where(*where).values(lifted_at=at))

    def restore_strikes(self, *, comment: CommentId, lifted_at: datetime) -> None:
        """Let the strikes of a comment count again that were lifted at just this moment."""
        where = *self._from_rulings(comment), _strikes.c.lifted_at == lifted_at
        self._connection.execute(update(_strikes).where(*where).values(lifted_at=None))

    def labels(self, key: str, *, is_verified: bool, at: datetime) -> list[AuthorLabel]:
        """Return an author's labels that have not ended at a moment, by name; those taken away among them."""
        return self._labels.of({key}, at=at).get((key, is_verified), [])

    def give_labels(self, labels: Sequence[AuthorLabel], *, key: str, is_verified: bool, at: datetime) -> None:
        """Give an author labels; of one that the author has already, the later end counts."""
        self._labels.give(labels, (key, is_verified), at=at)

    def take_label(self, name: str, *, key: str, is_verified: bool, by: str | None) -> None:
        """Take a label from an author; `None` puts it back."""
        self._labels.take(name, (key, is_verified), by=by)

    def set_standing(self, key: str, sanctioned: Sanctioned | None, *, by: str, at: datetime) -> None:
        """Keep a standing that a person set; `None` returns the author to the ladder."""
        values: dict[str, Any] = {
            "standing": sanctioned.standing.value if sanctioned else None,
            "standing_until": sanctioned.until if sanctioned else None,
            "standing_reason": sanctioned.reason if sanctioned else None,
            "standing_by": by,
        }
        changed = self._connection.execute(update(_authors).where(*self._is(key)).values(values))
        if not changed.rowcount:
            values |= {"site": self._site, "key": key, "verified": False, "first_seen": at}
            self._connection.execute(_authors.insert(), values)

    def author(self, key: str) -> StoredAuthor:
        """Return what is known of one author."""
        row = self._known({key}).get(key)
        if row is None:
            raise NotFound(f"Nobody with the id '{key}' has written on this site.")
        approved, rejected = self._judged({key}).get((key, row.verified), (0, 0))
        return StoredAuthor(
            key=key,
            name=row.name,
            verified=row.verified,
            first_seen=row.first_seen,
            set_standing=_standing(row),
            approved=approved,
            rejected=rejected,
        )

    def forget(self, keys: Collection[str], *, at: datetime) -> None:
        """Forget the names of those of whom no comment is left."""
        if not keys:
            return
        column = _comments.c
        left = select(column.author_key).where(column.site == self._site, column.author_key.in_(keys)).distinct()
        gone = set(keys) - set(self._connection.execute(left).scalars())
        if gone:
            nameless = {"name": None, "name_key": None, "name_shape": None, "erased_at": at}
            where = _authors.c.site == self._site, _authors.c.key.in_(gone)
            self._connection.execute(update(_authors).where(*where).values(nameless))
            self._labels.forget(gone)

    def _from_rulings(self, comment: CommentId) -> tuple[Any, Any]:
        rulings = select(_decisions.c.id).where(
            _decisions.c.site == self._site, _decisions.c.comment_id == comment
        )
        return _strikes.c.site == self._site, _strikes.c.decision.in_(rulings)

    def _is(self, key: str) -> tuple[Any, Any]:
        return _authors.c.site == self._site, _authors.c.key == key

    def _known(self, keys: Collection[str]) -> dict[str, Row[Any]]:
        if not keys:
            return {}
        rows = self._connection.execute(_KNOWN, {"of_site": self._site, "keys": list(keys)})
        return {row.key: row for row in rows}

    def _strikes_of(self, keys: Collection[str]) -> dict[tuple[str | None, bool], list[Strike]]:
        if not keys:
            return {}
        found: dict[tuple[str | None, bool], list[Strike]] = {}
        for row in self._connection.execute(_LIVE_STRIKES, {"of_site": self._site, "keys": list(keys)}):
            strike = Strike(clause=row.clause, weight=row.weight, at=row.at)
            found.setdefault((row.author_key, row.verified), []).append(strike)
        return found

    def _judged(self, keys: Collection[str]) -> dict[tuple[str | None, bool], tuple[int, int]]:
        """Count each author's comments that stand, and those that a person rejected.

        What was written under an id that nobody vouched for says nothing of the account with that id.
        """
        if not keys:
            return {}
        found: dict[tuple[str | None, bool], tuple[int, int]] = {}
        counted = self._connection.execute(_JUDGED, {"of_site": self._site, "keys": list(keys)})
        for key, is_verified, outcome, by_person, count in counted:
            approved, rejected = found.get((key, is_verified), (0, 0))
            if outcome == "allow":
                approved += count
            elif outcome == "block" and by_person:
                rejected += count
            found[key, is_verified] = approved, rejected
        return found

    def _names_taken(self, submissions: Sequence[Submission]) -> set[int]:
        """Return the places of submissions whose display name a verified other holds."""
        names = {index: name_key(s) for index, s in enumerate(submissions)}
        wanted = {name for name in names.values() if name}
        if not wanted:
            return set()
        holders: dict[str, set[str]] = {}
        for row in self._connection.execute(_NAMED, {"of_site": self._site, "names": list(wanted)}):
            holders.setdefault(row.name_key, set()).add(row.key)
        return {i for i, name in names.items() if holders.get(name or "", set()) - {submissions[i].author_key}}


def name_key(submission: Submission) -> str | None:
    """Fingerprint a display name by its letters and digits, whatever their case and spacing."""
    author = submission.comment.author
    folded = "".join(c for c in ((author and author.name) or "").casefold() if c.isalnum())
    return hashlib.blake2b(folded.encode("utf-8", "replace"), digest_size=12).hexdigest() if folded else None


def _author_row(submission: Submission, site: SiteId, *, at: datetime) -> dict[str, Any]:
    author = submission.comment.author
    is_verified = bool(author and author.verified)
    return {
        "site": site,
        "key": submission.author_key,
        "verified": is_verified,
        "name": author.name if author else None,
        "name_key": name_key(submission) if is_verified else None,
        "name_shape": shape_key(author.name if author else None),
        "first_seen": at,
    }


def _is_vouched_and_late(seen: tuple[Submission, datetime]) -> tuple[bool, datetime]:
    """Order what one author wrote so that the name to keep comes last: the latest vouched for, if any."""
    author = seen[0].comment.author
    return bool(author and author.verified), seen[1]


def _vouched(author: Row[Any], row: dict[str, Any]) -> dict[str, Any]:
    """Return what the past adds to a known author: a name that the site vouches for, if there was none."""
    is_nameless = author.erased_at is not None and (row["verified"] or not author.verified)
    if not is_nameless and not (row["verified"] and not author.verified):
        return {}
    return {name: row[name] for name in _NAME} | {"erased_at": None}


def _standing(row: Row[Any]) -> Sanctioned | None:
    if row.standing is None:
        return None
    standing = Standing(row.standing)
    return Sanctioned(standing=standing, strikes=0, until=row.standing_until, reason=row.standing_reason)


def _asks_of_counts(asks: Collection[str]) -> bool:
    return not {"author.approved", "author.rejected", "author.rejection_rate"}.isdisjoint(asks)
