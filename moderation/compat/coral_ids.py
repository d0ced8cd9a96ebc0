"""Ids that Coral gives to comments after its phase, kept among a site's keys, for its events and its feedback."""

import dataclasses

from moderation.domain.comment import Comment, CommentId, SiteId
from moderation.domain.decision import Decision
from moderation.domain.record import Submission
from moderation.ports import Transaction


def naming(id: str, *, site: SiteId) -> Submission:
    """Return what Coral's id of a comment stands under; Coral makes its ids by chance, so no tenant is needed."""
    return key(f"coral comment {id}", site=site)


def key(words: str, *, site: SiteId) -> Submission:
    """Return a key that no request can show."""
    nobody = Submission(comment=Comment(site=site, id=CommentId("coral"), text=""), text_digest="")
    return dataclasses.replace(nobody, idempotency_key=words[:250], fingerprint="coral")


def known(transaction: Transaction, kept: Submission) -> CommentId | None:
    """Return our id of the comment that a key stands for; `None` where it stands for none."""
    [found] = transaction.decisions.repeats([kept])
    return found.comment_id if isinstance(found, Decision) else None
