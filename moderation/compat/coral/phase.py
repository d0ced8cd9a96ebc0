"""A comment in Coral's phase, and what Coral is told of it: `to_comment`, `from_verdict`."""

import hashlib
from typing import Any, Final

from moderation.compat.coral.wire import PhaseIn
from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent, SiteId
from moderation.domain.decision import Decision
from moderation.domain.verdict import Effect, Match, Outcome

#: How the ids of comments begin that came by the phase, where Coral has given none yet.
MARK: Final = "coral_"

#: Attribute of the leading match → Coral's reason for a rejection; the first that fits counts.
_CODES: Final = (
    ("spam", "SPAM"),
    ("identity_attack", "HATE_SPEECH"),
    ("threat", "ABUSIVE"),
    ("insult", "HARASSMENT_BULLYING"),
    ("obscene", "OFFENSIVE"),
)


def to_comment(body: PhaseIn, *, site: SiteId) -> Comment:
    """Return the comment of a phase, named after all that Coral tells of it: sent twice, it is the same."""
    comment, author, story = body.comment, body.author, body.story
    told = (body.tenantID, story.id, author.id, comment.parentID or "", comment.body)
    return Comment(
        site=site,
        id=CommentId(MARK + hashlib.blake2b("\0".join(told).encode(), digest_size=12).hexdigest()),
        text=comment.body,
        format=Format.HTML,
        kind=Kind.REPLY if comment.parentID else Kind.COMMENT,
        parent=Parent(id=CommentId(comment.parentID)) if comment.parentID else None,
        author=Author(id=AuthorId(author.id), verified=True, role=author.role and author.role.lower()),
        article=Article(id=story.id, url=story.url),
    )


def from_decision(decision: Decision) -> dict[str, Any]:
    """Return what Coral does with a comment; nothing where it may go on.

    Coral drops the whole of a reply that holds anything empty, so nothing empty is ever said.
    """
    verdict = decision.verdict
    if decision.outcome is Outcome.ALLOW:
        return {}
    if decision.outcome is Outcome.BLOCK:
        reason = {"code": _code(verdict.matches if verdict else ())}
        if verdict is not None and verdict.writer is not None and verdict.writer.message:
            reason["detailedExplanation"] = verdict.writer.message
        return {"status": "REJECTED", "moderationAction": {"status": "REJECTED", "rejectionReason": reason}}
    is_spam = _code(verdict.matches if verdict else ()) == "SPAM"
    flag = {"actionType": "FLAG", "reason": "COMMENT_DETECTED_SPAM" if is_spam else "COMMENT_DETECTED_TOXIC"}
    if verdict is not None and verdict.effect is Effect.PUBLISH_AND_REVIEW:
        return {"actions": [flag]}
    return {"status": "SYSTEM_WITHHELD", "actions": [flag]}


def _code(matches: tuple[Match, ...]) -> str:
    attributes = {attribute for match in matches for attribute in match.attributes}
    told = [code for attribute, code in _CODES if attribute in attributes]
    if not told and any("spam" in match.rule for match in matches):
        return "SPAM"
    return told[0] if told else "OTHER"
