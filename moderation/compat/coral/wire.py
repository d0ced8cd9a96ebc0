"""What Coral sends: a comment in its phase, and what happened afterwards."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _replaced(value: Any) -> Any:
    """Replace NUL, which one of the databases cannot keep, by the replacement character: offsets stay."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


Text = Annotated[str, BeforeValidator(_replaced)]
Id = Annotated[str, BeforeValidator(_replaced), Field(max_length=255, min_length=1)]


class Part(BaseModel):
    """A part of what Coral sends; what we do not know is left alone."""

    model_config = ConfigDict(extra="ignore")


class CommentIn(Part):
    """The comment, without an id: it has none yet."""

    body: Text
    parentID: Id | None = None  # noqa: N815 — Coral's name


class AuthorIn(Part):
    """Who writes."""

    id: Id
    role: Annotated[str, Field(max_length=50)] | None = None


class StoryIn(Part):
    """Under what."""

    id: Id
    url: Annotated[str, BeforeValidator(_replaced), Field(max_length=2_000)] | None = None


class PhaseIn(Part):
    """A comment that is about to be published."""

    action: Literal["NEW", "EDIT"] = "NEW"
    comment: CommentIn
    author: AuthorIn
    story: StoryIn
    tenantID: Id  # noqa: N815 — Coral's name


class Happened(Part):
    """What an event is about."""

    commentID: Id | None = None  # noqa: N815 — Coral's name
    storyID: Id | None = None  # noqa: N815 — Coral's name
    status: Annotated[str, Field(max_length=50)] | None = None
    queue: Annotated[str, Field(max_length=50)] | None = None


class EventIn(Part):
    """An event of Coral's webhooks."""

    id: Id
    type: Annotated[str, Field(max_length=100)]
    data: Happened = Happened()
    createdAt: datetime  # noqa: N815 — Coral's name
    tenantID: Id  # noqa: N815 — Coral's name
