"""What people suggest as the right score becomes a label: Coral sends 0 when it approves, 1 when it rejects."""

import dataclasses
import json
from typing import Any

from moderation.archive import Judge
from moderation.compat.coral_ids import known, naming
from moderation.compat.perspective.analysing import submission_of
from moderation.compat.perspective.attributes import is_known
from moderation.compat.perspective.errors import refused
from moderation.compat.perspective.wire import SuggestIn
from moderation.domain.comment import CommentId, Parent
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import Submission
from moderation.labelling import label
from moderation.service import Client, Service

#: From here on, a suggested score says that the comment should not stand.
_REMOVED_FROM = 0.5
_COMMENT = "comment:"


def outcome_of(body: SuggestIn) -> SiteOutcome:
    """Return what the suggested scores say became of the comment.

    Raises:
        Refused: if there are none, or of an attribute that Perspective does not know.
    """
    if not body.attribute_scores:
        raise refused("Missing attribute_scores")
    for name, scores in body.attribute_scores.items():
        if not is_known(name):
            raise refused(f"Unknown attribute: {name[:100]}")
        if not scores.values():
            raise refused(f"Attribute {name} has neither a summary score nor span scores")
        if not all(0 <= value <= 1 for value in scores.values()):
            raise refused(f"Scores of attribute {name} must be between 0 and 1")
    values = [value for scores in body.attribute_scores.values() for value in scores.values()]
    return SiteOutcome.REMOVED if max(values) >= _REMOVED_FROM else SiteOutcome.PUBLISHED


def named_submission(text: str, body: SuggestIn, *, client: Client, service: Service) -> Submission:
    """Return the comment that a suggestion is about, under the id that Coral gives it, or after its text."""
    sent = submission_of(text, body, client=client, service=service)
    told = _told_by_coral(body)
    id = _text(told.get("Coral_comment_id"), 255)
    token = body.client_token or ""
    if id is None and token.startswith(_COMMENT):
        id = _text(token.removeprefix(_COMMENT), 255)
    parent = _text(told.get("reply_to_id_Coral_comment_id"), 255)
    comment = dataclasses.replace(
        sent.comment,
        id=CommentId(id) if id else sent.comment.id,
        url=_text(told.get("url"), 2_000),
        parent=Parent(id=CommentId(parent)) if parent else sent.comment.parent,
    )
    return dataclasses.replace(sent, comment=comment)


def keep(submission: Submission, body: SuggestIn, *, client: Client, service: Service) -> None:
    """Keep the label; what came by Coral's phase and was named since is known by its id there.

    Raises:
        Unavailable: if it could not be kept; then nothing was.
    """
    comment = submission.comment
    with service.storage.read(comment.site) as transaction:
        judged = known(transaction, naming(comment.id, site=comment.site))
    label(
        service.storage,
        dataclasses.replace(submission, comment=dataclasses.replace(comment, id=judged or comment.id)),
        outcome=outcome_of(body),
        judge=Judge(policy=client.policy, scorer=service.scorer, languages=service.languages),
        by=_text(body.community_id, 300),
        at=service.clock.now(),
    )


def _told_by_coral(body: SuggestIn) -> dict[str, Any]:
    """Return what Coral puts into the context, as JSON in a text."""
    for entry in body.context.entries if body.context else ():
        try:
            told = json.loads(entry.text or "")
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict):
            return told
    return {}


def _text(value: object, limit: int) -> str | None:
    """Return a name that can be kept, or nothing; `limit` is in characters."""
    if not isinstance(value, str) or not value or len(value) > limit:
        return None
    return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
