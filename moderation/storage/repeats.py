"""What was sent before: found by its idempotency key, or by comment and text."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, select

from moderation.domain.comment import Kind, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.errors import KeyReused
from moderation.domain.record import Submission
from moderation.storage.tables import CommentRow, DecisionRow, IdempotencyRow, among, table

_comments, _decisions, _keys = table(CommentRow), table(DecisionRow), table(IdempotencyRow)


_KEYS = select(_keys).where(_keys.c.site == bindparam("of_site"), among(_keys.c.key, "sent"))
_FIRST_DECISION = (
    select(_decisions.c.id)
    .where(
        _decisions.c.site == _comments.c.site,
        _decisions.c.comment_id == _comments.c.id,
        _decisions.c.revision == _comments.c.revision,
    )
    .order_by(_decisions.c.position)
    .limit(1)
    .scalar_subquery()
)
_TEXTS = select(
    _comments.c.id,
    _comments.c.revision,
    _comments.c.text_digest,
    _comments.c.is_latest,
    _FIRST_DECISION.label("decision_id"),
).where(_comments.c.site == bindparam("of_site"), among(_comments.c.id, "ids"))


class Repeats:
    """Keys and texts that stand for a decision, of one site, within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def find(self, submissions: Sequence[Submission]) -> list[DecisionId | KeyReused | None]:
        """Find the decision that each submission got before; its key counts more than its text."""
        by_key = self._keys_of([s.idempotency_key for s in submissions if s.idempotency_key])
        stored = self._texts_of({s.comment.id for s in submissions if s.idempotency_key not in by_key})
        found: list[DecisionId | KeyReused | None] = []
        for submission in submissions:
            known = by_key.get(submission.idempotency_key or "")
            if known is None:
                found.append(_same_text(submission, stored))
            elif known["fingerprint"] != submission.fingerprint:
                found.append(KeyReused())
            else:
                found.append(DecisionId(known["decision_id"]))
        return found

    def keep(self, made: Sequence[tuple[Submission, DecisionId]], *, at: datetime) -> None:
        """Let keys stand for decisions, unless they stand for one already."""
        known = self._keys_of([sent.idempotency_key for sent, _ in made if sent.idempotency_key])
        self.add([(sent, decision) for sent, decision in made if sent.idempotency_key not in known], at=at)

    def add(self, made: Sequence[tuple[Submission, DecisionId]], *, at: datetime) -> None:
        """Let keys that are new stand for decisions."""
        rows = [
            {
                "site": self._site,
                "key": sent.idempotency_key,
                "fingerprint": sent.fingerprint,
                "decision_id": decision,
                "at": at,
            }
            for sent, decision in made
            if sent.idempotency_key
        ]
        if rows:
            self._connection.execute(_keys.insert(), rows)

    def _keys_of(self, keys: Sequence[str]) -> dict[str, RowMapping]:
        if not keys:
            return {}
        rows = self._connection.execute(_KEYS, {"of_site": self._site, "sent": list(keys)})
        return {row["key"]: row for row in rows.mappings()}

    def _texts_of(self, ids: Collection[str]) -> dict[str, list[RowMapping]]:
        """Return id, revision and digest of every revision of some comments, with their first decision."""
        if not ids:
            return {}
        found: dict[str, list[RowMapping]] = {}
        for row in self._connection.execute(_TEXTS, {"of_site": self._site, "ids": list(ids)}).mappings():
            found.setdefault(row["id"], []).append(row)
        return found


def _same_text(submission: Submission, stored: Mapping[str, Sequence[RowMapping]]) -> DecisionId | None:
    """Find the decision on the same text; an edit is compared with the latest revision alone."""
    is_edit = submission.comment.kind is Kind.EDIT
    for row in stored.get(submission.comment.id, ()):
        if row["text_digest"] == submission.text_digest and (row["is_latest"] or not is_edit):
            return DecisionId(row["decision_id"])
    return None
