"""Comments and the decisions on them, in memory."""

import dataclasses
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from moderation.domain.archive import PastEntry
from moderation.domain.comment import CommentId, Kind, SiteId
from moderation.domain.decision import Decision, DecisionId, Source, without_quotes
from moderation.domain.errors import KeyReused, NotFound
from moderation.domain.folded import folded_of
from moderation.domain.outcome import Judged, Label, SiteOutcome
from moderation.domain.record import Entry, StoredComment, Submission, context_of
from moderation.domain.signals import Fact, Signals
from moderation.domain.verdict import Outcome, Span
from moderation.testing.memory.authors import MemoryAuthors
from moderation.testing.memory.jobs import MemoryJobs
from moderation.testing.memory.reviews import MemoryReviews
from moderation.testing.memory.rows import RevisionRow, SiteRows
from moderation.testing.memory.webhooks import MemoryWebhooks

#: How long after a degraded verdict the comment is judged again.
REJUDGE_AFTER = timedelta(seconds=30)


class MemoryDecisions:
    """Implements the port `Decisions`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows, self._site = rows, site

    def repeats(self, submissions: Sequence[Submission]) -> list[Decision | KeyReused | None]:
        """Find the decision of each submission that came before, or that its key came with another body."""
        return [self._repeat(submission) for submission in submissions]

    def keep_key(self, submission: Submission, decision: DecisionId, *, at: datetime) -> None:
        """Let a submission's idempotency key stand for a decision, unless it stands for one already."""
        if submission.idempotency_key is not None:
            self._rows.keys.setdefault(submission.idempotency_key, (submission.fingerprint, decision))

    def revisions(self, ids: Collection[CommentId]) -> Mapping[CommentId, int]:
        """Return the latest revision of each comment that is known."""
        return {id: len(self._rows.revisions[id]) for id in ids if id in self._rows.revisions}

    def record(self, entries: Sequence[Entry], *, at: datetime) -> list[Decision]:
        """Append decisions with their comments, reviews and background work."""
        reviews, jobs = MemoryReviews(self._rows, self._site), MemoryJobs(self._rows, self._site)
        decisions = [self._append(entry.decision, entry.signals) for entry in entries]
        for entry in entries:
            id, sent = entry.decision.comment_id, entry.submission
            self._rows.revisions[id] = (*self._rows.revisions.get(id, ()), revision_row(entry, at=at))
            if sent.idempotency_key is not None:
                self._rows.keys[sent.idempotency_key] = sent.fingerprint, entry.decision.id
            if entry.superseded is not None:
                reviews.save(entry.superseded, was=reviews.get(entry.superseded.id))
            if entry.review is not None:
                reviews.add(entry.review)
            if entry.rejudge:
                payload = {"comment_id": id, "revision": entry.decision.revision}
                jobs.add("rejudge", payload, at=at, due_at=at + REJUDGE_AFTER)
        MemoryAuthors(self._rows, self._site).meet([entry.submission for entry in entries], at=at)
        return decisions

    def append(self, decision: Decision, signals: Signals | None = None) -> Decision:
        """Append a later decision on a comment that is known."""
        revisions = list(self._rows.revisions[decision.comment_id])
        row = revisions[decision.revision - 1]
        revisions[decision.revision - 1] = dataclasses.replace(
            row,
            comment=dataclasses.replace(row.comment, outcome=decision.outcome),
            by_person=row.by_person or decision.source in (Source.MODERATOR, Source.SITE),
        )
        self._rows.revisions[decision.comment_id] = tuple(revisions)
        return self._append(decision, signals)

    def get(self, id: DecisionId) -> Decision:
        """Return one decision."""
        for decision in (*self._rows.past, *self._rows.decisions):
            if decision.id == id:
                return decision
        raise NotFound(f"There is no decision '{id}' on this site.")

    def signals(self, id: DecisionId) -> tuple[Mapping[str, Fact], Mapping[str, tuple[Span, ...]]] | None:
        """Return the facts and spans that a decision rests on."""
        return self._rows.signals.get(id)

    def feed(self, *, after: int, limit: int) -> list[Decision]:
        """Return decisions in order of position, from the one after `after`."""
        return self._rows.decisions[after : after + limit]

    def tally(self, *, since: datetime, until: datetime) -> Mapping[tuple[Source, Outcome], int]:
        """Count decisions by who decided and how."""
        every = (*self._rows.past, *self._rows.decisions)
        return Counter((each.source, each.outcome) for each in every if since <= each.at < until)

    def of_comment(self, id: CommentId) -> list[Decision]:
        """Return every decision on a comment, oldest first."""
        every = (*self._rows.past, *self._rows.decisions)
        return [decision for decision in every if decision.comment_id == id]

    def comment(self, id: CommentId) -> StoredComment:
        """Return a comment at its latest revision."""
        if id not in self._rows.revisions:
            raise NotFound(f"There is no comment '{id}' on this site.")
        return self._rows.revisions[id][-1].comment

    def erase(self, id: CommentId, *, at: datetime) -> None:
        """Forget text, context and author of every revision of a comment; decisions stay."""
        revisions = self._rows.revisions.get(id, ())
        self._rows.revisions[id] = tuple(_erased(row, at=at) for row in revisions)
        self._rows.reports[:] = [
            dataclasses.replace(report, reporter=None, reason=None) if report.comment_id == id else report
            for report in self._rows.reports
        ]
        for name, appeal in self._rows.appeals.items():
            if appeal.comment_id == id:
                self._rows.appeals[name] = dataclasses.replace(appeal, words=None, answer=None)
        for kept in (self._rows.past, self._rows.decisions):
            kept[:] = [without_quotes(made) if made.comment_id == id else made for made in kept]
        for look in list(self._rows.looks.values()):
            self._rows.looks[look.id] = dataclasses.replace(look, found=None, drafted=None)
        self._rows.stale_looks.update(self._rows.looks)
        authors = {row.comment.author_key for row in revisions if row.comment.author_key}
        MemoryAuthors(self._rows, self._site).forget(authors, at=at)

    def label(self, label: Label) -> None:
        """Keep what the site's people decided about a revision; a later label replaces it."""
        self._rows.labels[label.comment_id, label.revision] = label

    def judged(self) -> list[Judged]:
        """Return every revision that a person ruled on or reported an outcome of, oldest word first."""
        words: list[tuple[datetime, CommentId, int, bool | None, str | None]] = [
            (d.at, d.comment_id, d.revision, _is_removed(d), d.by)
            for d in self._rows.decisions
            if d.source in (Source.MODERATOR, Source.SITE)
        ]
        words += [
            (label.at, id, revision, label.outcome is not SiteOutcome.PUBLISHED, label.by)
            for (id, revision), label in self._rows.labels.items()
        ]
        last: dict[tuple[CommentId, int], Judged] = {}
        for at, id, revision, is_removed, by in sorted(words, key=lambda word: word[0]):
            last.pop((id, revision), None)
            if is_removed is None:  # a ruling that was taken back
                continue
            last[id, revision] = self._judged(id, revision, is_removed=is_removed, by=by, at=at)
        return list(last.values())

    def _judged(self, id: CommentId, revision: int, *, is_removed: bool, by: str | None, at: datetime) -> Judged:
        verdicts = [d for d in self.of_comment(id) if d.verdict is not None and d.revision == revision]
        verdict = verdicts[-1] if verdicts else None
        return Judged(
            comment_id=id,
            revision=revision,
            is_removed=is_removed,
            by=by,
            at=at,
            scores=verdict.scores if verdict else {},
            model=verdict.model if verdict else None,
            language=verdict.language if verdict else None,
        )

    def _append(self, decision: Decision, signals: Signals | None) -> Decision:
        placed = dataclasses.replace(decision, position=len(self._rows.decisions) + 1)
        assert all(other.id != decision.id for other in self._rows.decisions)
        self._rows.decisions.append(placed)
        if signals is not None:
            self._rows.signals[decision.id] = dict(signals.facts), dict(signals.spans)
        MemoryWebhooks(self._rows).tell(placed)
        return placed

    def _repeat(self, sent: Submission) -> Decision | KeyReused | None:
        if sent.idempotency_key in self._rows.keys:
            fingerprint, decided = self._rows.keys[sent.idempotency_key]
            return self.get(decided) if fingerprint == sent.fingerprint else KeyReused()
        revisions = self._rows.revisions.get(sent.comment.id, ())
        # An edit is compared with the text that stands alone: going back to an older one is a change.
        for row in revisions[-1:] if sent.comment.kind is Kind.EDIT else revisions:
            if row.comment.text_digest == sent.text_digest:
                same = [d for d in self.of_comment(sent.comment.id) if d.revision == row.comment.revision]
                return same[0]
        return None


def revision_row(entry: Entry | PastEntry, *, at: datetime) -> RevisionRow:
    """Turn a judged comment into a row."""
    sent, decision, comment = entry.submission, entry.decision, entry.submission.comment
    stored = StoredComment(
        site=comment.site,
        id=comment.id,
        revision=decision.revision,
        kind=comment.kind.value,
        text=comment.text,
        context=json.loads(json.dumps(context_of(comment))),
        author_key=sent.author_key,
        author_name=comment.author.name if comment.author else None,
        author_verified=bool(comment.author and comment.author.verified),
        article_key=sent.article_key,
        language=decision.language,
        text_digest=sent.text_digest,
        received_at=at,
        outcome=decision.outcome,
    )
    return RevisionRow(
        comment=stored,
        read=entry.signals.text.read,
        folded=folded_of(entry.signals.text),
        read_digest=sent.read_digest,
        ip_key=sent.ip_key,
        marks=sent.marks,
    )


def _erased(row: RevisionRow, *, at: datetime) -> RevisionRow:
    comment = dataclasses.replace(
        row.comment, text=None, context={}, author_key=None, author_name=None, text_digest="", erased_at=at
    )
    return dataclasses.replace(
        row, comment=comment, read=None, folded=None, read_digest=None, ip_key=None, marks=()
    )


def _is_removed(decision: Decision) -> bool | None:
    """Return what a person concluded; `None` where a ruling was taken back and the comment waits again."""
    return None if decision.outcome is Outcome.FLAG else decision.outcome is Outcome.BLOCK
