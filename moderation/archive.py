"""Import an archive: judge what stood before the service was there, and record it as the past."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from moderation.domain import decision as decisions
from moderation.domain import observation
from moderation.domain.archive import ArchivedComment, Fate, PastEntry, label_of, settled
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Grounds
from moderation.domain.errors import ScorerUnavailable
from moderation.domain.policy import Policy
from moderation.domain.record import Submission
from moderation.domain.signals import UNKNOWN, Signals
from moderation.domain.verdict import Verdict
from moderation.ports import LanguageDetector, Scorer, Storage, Transaction
from moderation.steps import Case, evaluate, normalise, score, with_scene

#: Every comment of an archive is its first revision: an archive holds the last text alone.
REVISION = 1


@dataclass(slots=True, kw_only=True)
class Past:
    """A comment of an archive with the service's names for it, and what becomes of it."""

    archived: ArchivedComment
    submission: Submission
    fate: Fate = Fate.ADDED
    #: `None` unless it was added.
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges comments of an archive by the live policy; needs no database, so several may work at once."""

    policy: Policy
    scorer: Scorer
    languages: LanguageDetector

    def entries(self, pasts: Sequence[Past], *, at: datetime) -> list[PastEntry]:
        """Return what each comment would add to the database. `result[i]` belongs to `pasts[i]`.

        Raises:
            ScorerUnavailable: if the model fails; an archive is not judged by halves.
        """
        cases = [Case(submission=past.submission) for past in pasts]
        if not cases:
            return []
        normalise(cases, asks=self.policy.asks)
        score(cases, scorer=self.scorer, languages=self.languages, policy=self.policy)
        if any(case.rating.scores is None for case in cases):
            raise ScorerUnavailable("The model failed; import again when it works: what is recorded stays.")
        for case in cases:
            case.scene = observation.scene_of(case.submission.comment.article, self.policy)
            case.signals = self._observed(case)
        evaluate(cases, policy=self.policy, at=at)
        return [_entry(past, case) for past, case in zip(pasts, cases, strict=True)]

    def _observed(self, case: Case) -> Signals:
        """Gather what the comment itself shows: its verdict must not depend on the order of a file."""
        seen = observation.observe(
            case.submission.comment,
            case.text,
            rating=case.rating,
            scene=case.scene,
            history=None,
            policy=self.policy,
            at=_written_at(case.submission),
        )
        facts = {name: fact for name, fact in seen.facts.items() if not _is_past(name, fact)}
        return dataclasses.replace(seen, facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """Fills the past of one site; a batch is kept whole, or not at all."""

    site: SiteId
    storage: Storage
    #: Whether to do all but record.
    is_rehearsal: bool = False

    def unknown(self, batch: Sequence[Past]) -> list[Past]:
        """Tell each comment its fate as far as the database knows it; returns those that are to be judged."""
        with self.storage.read(self.site) as transaction:
            return _unknown(batch, transaction)

    def keep(
        self, pasts: Sequence[Past], entries: Sequence[PastEntry], *, at: datetime, noted: str | None = None
    ) -> int:
        """Record comments that were judged, unless they became known meanwhile; returns how many are new.

        What happened once happened: nothing of it opens a review, adds a strike or enters the feed.
        `noted` goes into the audit together with the batch, if anything of it is new.

        Raises:
            StorageUnavailable: if the batch could not be kept; then none of it was.
        """
        new = list(zip(pasts, entries, strict=True))
        if new and not self.is_rehearsal:
            with self.storage.write(self.site) as transaction:
                # Meanwhile the site may have sent the same comment, or somebody imports beside us.
                _unknown(pasts, transaction)
                new = [(past, entry) for past, entry in new if past.fate is Fate.ADDED]
                transaction.archive.record([entry for _, entry in new])
                if noted is not None and new:
                    transaction.audit(by="import", what="archive.import", detail={"file": noted}, at=at)
        for past, entry in new:
            past.verdict = entry.decision.verdict
        return len(new)


def _unknown(pasts: Sequence[Past], transaction: Transaction) -> list[Past]:
    texts = dict(transaction.archive.texts({past.submission.comment.id for past in pasts}))
    unknown = []
    for past in pasts:
        id, digest = past.submission.comment.id, past.submission.text_digest
        past.fate = _fate(texts, id, digest)
        if past.fate is Fate.ADDED:
            texts[id] = digest  # an archive may hold a comment twice
            unknown.append(past)
    return unknown


def _fate(texts: dict[CommentId, str], id: CommentId, digest: str) -> Fate:
    if id not in texts:
        return Fate.ADDED
    if not texts[id]:
        return Fate.ERASED
    return Fate.KNOWN if texts[id] == digest else Fate.CHANGED


def _entry(past: Past, case: Case) -> PastEntry:
    comment, rating, scene = case.submission.comment, case.rating, case.scene
    grounds = Grounds(
        scores=rating.scores or {},
        language=rating.language,
        model=rating.model if rating.scores else None,
        derived_people=scene.derived_people if scene else None,
        derived_about=scene.derived_about if scene else None,
    )
    written_at = _written_at(case.submission)
    judged = decisions.decide(
        case.verdict, grounds, site=comment.site, comment_id=comment.id, revision=REVISION, at=written_at
    )
    decision = settled(judged, past.archived.outcome)
    return PastEntry(
        submission=with_scene(case),
        decision=decision,
        signals=case.signals,
        label=label_of(decision, past.archived.outcome),
    )


def _written_at(submission: Submission) -> datetime:
    written_at = submission.comment.created_at
    assert written_at is not None, "a comment of an archive has its time"
    return written_at


def _is_past(name: str, fact: object) -> bool:
    """Whether a fact rests on what an author did before: nobody asked, so it is absent and not unknown."""
    return fact is UNKNOWN and name.startswith("author.")
