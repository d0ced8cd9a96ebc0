"""The steps of `pipeline`, each over a few comments at once: one question to the model, one to the database."""

import dataclasses
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderation.appeals import withdraw
from moderation.domain import decision as decisions
from moderation.domain import observation, text
from moderation.domain.author_label import AuthorLabel
from moderation.domain.decision import Decision, Grounds
from moderation.domain.errors import KeyReused, ScorerUnavailable
from moderation.domain.marks import bands_among, marks_of
from moderation.domain.near_copies import letters_of
from moderation.domain.observation import Rating, Scene
from moderation.domain.policy import Policy
from moderation.domain.policy import evaluate as conclude
from moderation.domain.premoderation import Premoderation
from moderation.domain.record import Entry, Submission
from moderation.domain.review import AUDIT, Review, ReviewId, close
from moderation.domain.signals import Signals
from moderation.domain.site import Reviews
from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Match, Outcome, Priority, Span, Verdict
from moderation.ports import LanguageDetector, Scorer, Scores, Transaction

#: A word is shown to carry a score from this share of the heaviest word's weight.
WEIGHTY = 0.4


@dataclass(slots=True, kw_only=True)
class Case:
    """One comment on its way; each step fills in its part."""

    submission: Submission
    text: NormalisedText = None  # type: ignore[assignment]
    #: Who rated the text, and knows which words carry the scores.
    scorer: Scorer = None  # type: ignore[assignment]
    rating: Rating = None  # type: ignore[assignment]
    scene: Scene | None = None
    signals: Signals = None  # type: ignore[assignment]
    verdict: Verdict = None  # type: ignore[assignment]
    #: Whether chance drew the comment for the audit sample.
    is_drawn: bool = False
    decision: Decision = None  # type: ignore[assignment]
    review: Review | None = None
    superseded: Review | None = None
    #: The decision, or that the idempotency key came before with another body.
    answer: Decision | KeyReused = None  # type: ignore[assignment]


def normalise(cases: Sequence[Case], *, asks: Collection[str] = ()) -> None:
    """Read each text as a person would, fingerprint what was read, and mark it by what rules ask for."""
    for case in cases:
        comment = case.submission.comment
        case.text = text.normalise(comment.text, format=comment.format)
        letters = letters_of(case.text.soft.text)
        marks = marks_of(case.text, asks, letters=letters)
        case.submission = dataclasses.replace(
            case.submission, read_digest=_digest(letters), letters=letters, marks=marks
        )


def score(
    cases: Sequence[Case],
    *,
    scorer: Scorer,
    languages: LanguageDetector,
    policy: Policy,
    fallback: Scorer | None = None,
) -> None:
    """Ask the model, or where it fails the `fallback`, about each text as read, and as typed if that differs."""
    expected = policy.settings.languages[0]
    tongues = [c.submission.comment.language or languages.detect(c.text.read, expected=expected) for c in cases]
    texts = [case.text.read for case in cases]
    disguised = [i for i, case in enumerate(cases) if case.text.disguised]
    texts += [cases[i].text.typed for i in disguised]
    tags = [tongue.replace("_", "-").split("-")[0].lower() for tongue in tongues]  # blogs say en_US
    used, found = _rated(texts, tags + [tags[i] for i in disguised], scorer=scorer, fallback=fallback)
    scores = list(found[: len(cases)])
    for i, as_typed in zip(disguised, found[len(cases) :], strict=True):
        scores[i] = _larger(scores[i], as_typed)
    for case, tag, rated in zip(cases, tags, scores, strict=True):
        is_measured = rated is None or bool(rated)
        case.scorer = used
        case.rating = Rating(
            scores=rated,
            language=tag,
            is_measured=is_measured,
            attributes=scorer.attributes,
            model=used.name,
            is_fallback=used is not scorer,
        )


def _rated(
    texts: Sequence[str], tags: Sequence[str], *, scorer: Scorer, fallback: Scorer | None
) -> tuple[Scorer, Sequence[Scores | None]]:
    """Ask one model after the other; returns which answered, and nothing but `None` where none did."""
    for one in (scorer, fallback):
        if one is None:
            continue
        try:
            return one, one.score(texts, languages=tags)
        except ScorerUnavailable:
            continue
    return scorer, [None] * len(texts)


def rounds(cases: Sequence[Case], *, by_article: bool = False) -> Iterator[list[Case]]:
    """Split cases so that none meets its twin, its author or its copy in the same round, order kept.

    `by_article` parts those under one article, too.
    """
    waiting = list(cases)
    while waiting:
        seen: set[str] = set()
        now: list[Case] = []
        later: list[Case] = []
        for case in waiting:
            names = _names(case.submission)
            if by_article and case.submission.article_key:
                names.add(f"article {case.submission.article_key}")
            (later if seen & names else now).append(case)
            seen |= names
        yield now
        waiting = later


def recall(cases: Sequence[Case], transaction: Transaction, *, at: datetime) -> list[Case]:
    """Answer what was sent before as it was answered then; returns the rest.

    A key that comes with a known text stands for its decision from then on.
    """
    known = transaction.decisions.repeats([case.submission for case in cases])
    for case, answer in zip(cases, known, strict=True):
        if answer is not None:
            case.answer = answer
        if isinstance(answer, Decision) and case.submission.idempotency_key:
            transaction.decisions.keep_key(case.submission, answer.id, at=at)
    return [case for case, answer in zip(cases, known, strict=True) if answer is None]


def observe(cases: Sequence[Case], transaction: Transaction, *, policy: Policy, at: datetime) -> None:
    """Gather the signals that rules may ask about."""
    if not cases:
        return
    submissions = [case.submission for case in cases]
    histories = transaction.authors.histories(submissions, asks=policy.asks, at=at)
    for case, history in zip(cases, histories, strict=True):
        comment = case.submission.comment
        case.scene = observation.scene_of(comment.article, policy)
        case.signals = observation.observe(
            comment, case.text, rating=case.rating, scene=case.scene, history=history, policy=policy, at=at
        )


def evaluate(cases: Sequence[Case], *, policy: Policy, at: datetime) -> None:
    """Let the policy conclude, and ask the model which words carry the scores that counted."""
    for case in cases:
        verdict = _shown(conclude(policy, case.signals, today=at.date()), case)
        # A lesser model answered: the verdict stands, says so, and is looked at again when the better one is back.
        is_degraded = verdict.degraded or case.rating.is_fallback
        case.verdict = dataclasses.replace(verdict, degraded=is_degraded) if is_degraded else verdict
        case.is_drawn = case.submission.lot < policy.settings.audit_share


def decide(cases: Sequence[Case], transaction: Transaction, *, reviews: Reviews, at: datetime) -> None:
    """Let the verdicts take effect: a decision each, and a review where a person must look."""
    revisions = transaction.decisions.revisions([case.submission.comment.id for case in cases])
    for case in cases:
        comment, rating = case.submission.comment, case.rating
        earlier = revisions.get(comment.id, 0)
        grounds = Grounds(
            scores=rating.scores or {},
            language=rating.language,
            model=rating.model if rating.scores else None,
            derived_people=case.scene.derived_people if case.scene else None,
            derived_about=case.scene.derived_about if case.scene else None,
        )
        case.decision = decisions.decide(
            case.verdict, grounds, site=comment.site, comment_id=comment.id, revision=earlier + 1, at=at
        )
        if earlier:  # wherever flags are reviewed now, nobody is to rule on a text that is gone
            superseded = transaction.reviews.open_for(comment.id)
            case.superseded = close(superseded, at=at) if superseded else None
        if reviews is Reviews.HERE and (case.is_drawn or case.verdict.outcome is Outcome.FLAG):
            case.review = review_of(case, at=at)
            case.decision = dataclasses.replace(
                case.decision,
                review_id=case.review.id,
                review_queue=case.review.queue,
                is_drawn=case.is_drawn,
            )


def record(cases: Sequence[Case], transaction: Transaction, *, at: datetime) -> None:
    """Put decisions, reviews and background work on disk."""
    if not cases:
        return
    entries = [
        Entry(
            submission=with_scene(case),
            decision=case.decision,
            signals=case.signals,
            review=case.review,
            superseded=case.superseded,
            rejudge=bool(case.verdict.unknown) or case.rating.is_fallback,
        )
        for case in cases
    ]
    for case, decision in zip(cases, transaction.decisions.record(entries, at=at), strict=True):
        case.answer = decision
        mark(case, transaction, at=at)
        if case.superseded:
            withdraw(transaction, decision.comment_id, at=at)


def mark(case: Case, transaction: Transaction, *, at: datetime) -> None:
    """Keep for the next comments what the live rules that hold say of the author and of the article."""
    _label_author(case, transaction, at=at)
    key = case.submission.article_key
    for match in case.verdict.matches:
        if key is not None and match.premoderate_seconds is not None:
            until = at + timedelta(seconds=match.premoderate_seconds)
            transaction.articles.premoderate(key, Premoderation(until=until, rule=match.rule), at=at)


def _label_author(case: Case, transaction: Transaction, *, at: datetime) -> None:
    """Give the author the labels of the live rules that hold; one whom nothing names gets none."""
    labels = [
        AuthorLabel(name=match.label, until=at + timedelta(seconds=match.label_seconds or 0), rule=match.rule)
        for match in case.verdict.matches
        if match.label is not None
    ]
    sent = case.submission
    if labels and sent.author_key is not None:
        is_verified = bool(sent.comment.author and sent.comment.author.verified)
        transaction.authors.give_labels(labels, key=sent.author_key, is_verified=is_verified, at=at)


def with_scene(case: Case) -> Submission:
    """Keep what was read out of the article beside the comment: the article's own text is not kept."""
    comment, scene = case.submission.comment, case.scene
    if comment.article is None or scene is None:
        return case.submission
    article = dataclasses.replace(comment.article, people=scene.people, about=scene.about)
    return dataclasses.replace(case.submission, comment=dataclasses.replace(comment, article=article))


def review_of(case: Case, *, at: datetime) -> Review:
    """Return the review that a case's decision opens; one that chance opens says nothing of the verdict."""
    decision, verdict = case.decision, case.verdict
    article = case.submission.comment.article
    is_audit = verdict.outcome is not Outcome.FLAG
    return Review(
        id=ReviewId("r" + decision.id[1:]),
        site=decision.site,
        comment_id=decision.comment_id,
        revision=decision.revision,
        queue=AUDIT if is_audit else verdict.queue,
        priority=Priority.LOW if is_audit else verdict.priority,
        opened_at=at,
        decision_id=decision.id,
        clause=None if is_audit else decision.clause,
        language=decision.language,
        section=article.section if article else None,
    )


def _shown(verdict: Verdict, case: Case) -> Verdict:
    """Add to matches by score the words that carry it."""
    if verdict.outcome is Outcome.ALLOW and verdict.would_be in (None, Outcome.ALLOW):
        return verdict
    # Where a rule has found the words, a score of the same clause rests on them, and the model need not be asked.
    marked = {match.clause: match.spans for match in reversed(verdict.matches) if match.spans}
    matches = tuple(_explained(match, case, marked) for match in verdict.matches)
    return dataclasses.replace(verdict, matches=matches)


def _explained(match: Match, case: Case, marked: Mapping[str, tuple[Span, ...]]) -> Match:
    if match.spans or not match.attributes:
        return match
    if match.clause in marked:
        return dataclasses.replace(match, spans=marked[match.clause])
    reading = case.text.reading
    places: list[tuple[int, int]] = []
    for attribute in match.attributes:
        try:
            parts = case.scorer.explain(reading.text, attribute, language=case.rating.language)
        except ScorerUnavailable:
            return match
        places += [(start, end) for start, end, weight in parts if weight >= WEIGHTY * parts[0][2] > 0]
    spans = [reading.span(start, end) for start, end in _joined(places, reading.text)]
    return dataclasses.replace(match, spans=tuple(spans))


def _joined(places: Sequence[tuple[int, int]], read: str) -> list[tuple[int, int]]:
    """Join stretches that overlap, or that nothing but space parts."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and (start <= joined[-1][1] or read[joined[-1][1] : start].isspace()):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _larger(one: Scores | None, other: Scores | None) -> Scores | None:
    if one is None or other is None:
        return one if other is None else other
    return {name: max(one.get(name, 0.0), other.get(name, 0.0)) for name in one.keys() | other.keys()}


def _names(submission: Submission) -> set[str]:
    """Return what two submissions of one round must not share."""
    names = {f"id {submission.comment.id}"}
    if submission.read_digest:
        names.add(f"text {submission.read_digest}")
    if submission.idempotency_key:
        names.add(f"key {submission.idempotency_key}")
    if submission.author_key:
        names.add(f"author {submission.author_key}")
    names.update(bands_among(submission.marks))
    return names


def _digest(letters: str) -> str | None:
    """Fingerprint a text by its letters as read, so that copies meet whatever their dress; none of no text."""
    if not letters:
        return None
    return hashlib.blake2b(letters.encode("utf-8", "replace"), digest_size=16).hexdigest()
