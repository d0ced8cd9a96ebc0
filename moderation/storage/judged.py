"""What people decided, beside what the model had said: the labels that a site learns from."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.outcome import Judged, SiteOutcome
from moderation.domain.verdict import Outcome
from moderation.storage.coding import decision_of_bytes
from moderation.storage.tables import DecisionRow, LabelRow, table

_decisions, _labels = table(DecisionRow), table(LabelRow)

#: Comments asked about at once: databases bound the number of parameters.
_AT_ONCE = 500


def judged(connection: Connection, site: SiteId) -> list[Judged]:
    """Gather the last word of a person on each revision."""
    words: dict[tuple[str, int], dict[str, Any]] = {}
    for word in sorted([*_rulings(connection, site), *_outcomes(connection, site)], key=lambda word: word["at"]):
        words.pop((word["comment_id"], word["revision"]), None)
        if word["is_removed"] is None:
            continue
        words[word["comment_id"], word["revision"]] = word
    verdicts: dict[tuple[str, int], Decision] = {}
    ids = sorted({id for id, _ in words})
    for start in range(0, len(ids), _AT_ONCE):
        verdicts.update(_verdicts(connection, site, ids[start : start + _AT_ONCE]))
    return [_judged(word, verdicts.get(key)) for key, word in words.items()]


def _rulings(connection: Connection, site: SiteId) -> Iterator[dict[str, Any]]:
    by_person = [Source.MODERATOR.value, Source.SITE.value]
    rows = select(_decisions.c.body).where(_decisions.c.site == site, _decisions.c.source.in_(by_person))
    for row in connection.execute(rows.order_by(_decisions.c.position)):
        decision = decision_of_bytes(row.body)
        yield {
            "comment_id": decision.comment_id,
            "revision": decision.revision,
            # A ruling that was taken back leaves the comment waiting, and says nothing.
            "is_removed": None if decision.outcome is Outcome.FLAG else decision.outcome is Outcome.BLOCK,
            "by": decision.by,
            "at": decision.at,
        }


def _outcomes(connection: Connection, site: SiteId) -> Iterator[dict[str, Any]]:
    for row in connection.execute(select(_labels).where(_labels.c.site == site)):
        is_removed = row.outcome != SiteOutcome.PUBLISHED.value
        yield {
            "comment_id": row.comment_id,
            "revision": row.revision,
            "is_removed": is_removed,
            "by": row.by,
            "at": row.at,
        }


def _verdicts(
    connection: Connection, site: SiteId, ids: Sequence[str]
) -> Iterator[tuple[tuple[str, int], Decision]]:
    by_policy = [Source.POLICY.value, Source.REJUDGED.value]
    where = _decisions.c.site == site, _decisions.c.comment_id.in_(ids), _decisions.c.source.in_(by_policy)
    rows = select(_decisions.c.body).where(*where).order_by(_decisions.c.position)
    for row in connection.execute(rows):
        decision = decision_of_bytes(row.body)
        yield (decision.comment_id, decision.revision), decision


def _judged(word: dict[str, Any], verdict: Decision | None) -> Judged:
    return Judged(
        **word | {"comment_id": CommentId(word["comment_id"])},
        scores=verdict.scores if verdict else {},
        model=verdict.model if verdict else None,
        language=verdict.language if verdict else None,
    )
