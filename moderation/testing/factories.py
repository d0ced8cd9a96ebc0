"""Domain values, sensible unless a test says otherwise: `comment(text="…")`, `entry(id="c-2")`."""

import dataclasses
import hashlib
from datetime import datetime, timedelta
from typing import Any

from moderation.domain.archive import ArchivedComment, PastEntry, label_of, settled
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Kind, SiteId
from moderation.domain.decision import Decision, Grounds, Source, decide, decision_id
from moderation.domain.insights.opinion import Opinion
from moderation.domain.near_copies import letters_of
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import Entry, Submission
from moderation.domain.review import Review, ReviewId
from moderation.domain.signals import Signals
from moderation.domain.site import ApiKey, Scope, Site
from moderation.domain.text import normalise
from moderation.domain.verdict import Match, Mode, Outcome, Span, Verdict
from moderation.domain.webhook import Webhook, WebhookId
from moderation.testing.clock import START

#: The two sites of the contract suites; what belongs to one is no business of the other.
NORTH, SOUTH = SiteId("north"), SiteId("south")


def site(id: SiteId = NORTH, **changes: Any) -> Site:
    """Make a site."""
    return dataclasses.replace(Site(id=id, policy="0" * 12, created_at=START), **changes)


def api_key(prefix: str = "0123456789ab", *, site: SiteId = NORTH, **changes: Any) -> ApiKey:
    """Make a key as it is kept."""
    key = ApiKey(
        prefix=prefix,
        site=site,
        name="test",
        scopes=frozenset(Scope),
        digest=prefix + "0" * 52,
        created_at=START,
    )
    return dataclasses.replace(key, **changes)


def webhook(id: str = "wh_1", **changes: Any) -> Webhook:
    """Make a webhook of NORTH."""
    made = Webhook(id=WebhookId(id), site=NORTH, url=f"https://example.org/{id}", created_at=START)
    return dataclasses.replace(made, **changes)


def author(id: str | None = "u-1", **changes: Any) -> Author:
    """Make an author whom the site vouches for."""
    made = Author(id=AuthorId(id) if id else None, verified=True, name="Ann")
    return dataclasses.replace(made, **changes)


def comment(text: str = "The fees rise again.", *, id: str = "c-1", **changes: Any) -> Comment:
    """Make a comment of a verified author under an article."""
    made = Comment(
        site=NORTH,
        id=CommentId(id),
        text=text,
        author=author(),
        article=Article(id="a-1", title="Parking fees rise", section="city"),
        language="en",
    )
    return dataclasses.replace(made, **changes)


def submission(made: Comment | None = None, **changes: Any) -> Submission:
    """Make a submission of a comment, with names and fingerprints as the API would."""
    made = made or comment()
    fingerprint = hashlib.sha256(made.text.encode()).hexdigest()
    return dataclasses.replace(
        Submission(
            comment=made,
            author_key=made.author.id if made.author else None,
            article_key=made.article.id if made.article else None,
            text_digest=fingerprint,
            read_digest=fingerprint[:32],
            letters=letters_of(made.text.casefold()),
            fingerprint=fingerprint,
        ),
        **changes,
    )


def edit(text: str, *, id: str = "c-1") -> Submission:
    """Make a submission of another text for a comment."""
    return submission(comment(text, id=id, kind=Kind.EDIT))


def match(rule: str = "attack-on-commenter", **changes: Any) -> Match:
    """Make the match of a live rule that flags."""
    made = Match(
        rule=rule,
        clause="attacks",
        mode=Mode.LIVE,
        outcome=Outcome.FLAG,
        message="an insult, aimed at the commenter",
        spans=(Span(0, 3),),
        queue="attacks",
        strike=1,
    )
    return dataclasses.replace(made, **changes)


def verdict(outcome: Outcome = Outcome.ALLOW, **changes: Any) -> Verdict:
    """Make a verdict; with a match where it is not `allow`."""
    matches = () if outcome is Outcome.ALLOW else (match(outcome=outcome),)
    return dataclasses.replace(Verdict(outcome=outcome, matches=matches, policy="test@0"), **changes)


def signals(text: str = "The fees rise again.", **facts: Any) -> Signals:
    """Make signals; `score__insult=0.9` stands for the fact `score.insult`."""
    named = {name.replace("__", "."): fact for name, fact in facts.items()}
    return Signals(facts={"links": 0, **named}, spans={"links": (Span(0, 3),)}, text=normalise(text))


def entry(
    sent: Submission | None = None,
    *,
    revision: int = 1,
    outcome: Outcome = Outcome.ALLOW,
    at: datetime = START,
    **changes: Any,
) -> Entry:
    """Make what a judged comment adds to the database; a flagged one comes with its review."""
    sent = sent or submission()
    grounds = Grounds(scores={"toxicity": 0.25}, language="en", model="words@1")
    decision = decide(
        verdict(outcome), grounds, site=sent.comment.site, comment_id=sent.comment.id, revision=revision, at=at
    )
    opened = None
    if outcome is Outcome.FLAG:
        opened = review(decision, opened_at=at)
        decision = dataclasses.replace(decision, review_id=opened.id, review_queue=opened.queue)
    made = Entry(submission=sent, decision=decision, signals=signals(sent.comment.text), review=opened)
    return dataclasses.replace(made, **changes)


def archived(
    text: str = "The fees rose then, too.", *, outcome: SiteOutcome | None = None, **changes: Any
) -> ArchivedComment:
    """Make a comment of an archive, written long before `START`."""
    made = comment(text, created_at=START - timedelta(days=1_000))
    return ArchivedComment(comment=dataclasses.replace(made, **changes), outcome=outcome)


def past_entry(sent: Submission | None = None, *, outcome: SiteOutcome | None = None, at: datetime) -> PastEntry:
    """Make what a comment of an archive adds to the database, which the policy would allow."""
    live = entry(sent, at=at)
    decision = settled(live.decision, outcome)
    return PastEntry(
        submission=live.submission,
        decision=decision,
        signals=live.signals,
        label=label_of(decision, outcome),
    )


def review(of: Decision | None = None, *, id: str | None = None, **changes: Any) -> Review:
    """Make an open review; of a decision, or of the first revision of `c-1`."""
    made = Review(
        id=ReviewId(id or (f"r{of.id[1:]}" if of else "r_1")),
        site=of.site if of else NORTH,
        comment_id=of.comment_id if of else CommentId("c-1"),
        revision=of.revision if of else 1,
        queue="attacks",
        priority=50,
        opened_at=START,
        decision_id=of.id if of else None,
        clause="attacks",
        language="en",
        section="city",
    )
    return dataclasses.replace(made, **changes)


def ruled(outcome: Outcome, *, id: str = "c-1", at: datetime, **changes: Any) -> Decision:
    """Make the decision that a moderator's ruling is."""
    comment_id = CommentId(id)
    made = Decision(
        id=decision_id(NORTH, comment_id, revision=1, at=at),
        site=NORTH,
        comment_id=comment_id,
        revision=1,
        outcome=outcome,
        source=Source.MODERATOR,
        at=at,
        by="mia",
    )
    return dataclasses.replace(made, **changes)


def opinion(id: str = "c-1", *, at: datetime = START, **changes: Any) -> Opinion:
    """Make a second look that agrees with Mia's rejection."""
    made = Opinion(
        site=NORTH,
        comment_id=CommentId(id),
        revision=1,
        decision_id=decision_id(NORTH, CommentId(id), revision=1, at=at),
        first_by="mia",
        first=Outcome.BLOCK,
        by="ben",
        second=Outcome.BLOCK,
        clause="attacks",
        note=None,
        at=at,
    )
    return dataclasses.replace(made, **changes)
