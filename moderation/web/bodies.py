"""What the scripts of the desk send: each act with the comments that it is about, as they were seen."""

from typing import Literal

from fastapi import Depends
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from moderation.domain.batch import MOST
from moderation.domain.errors import Invalid
from moderation.web.route import JsonDep


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ReviewBody(_Body):
    """A review, by its id."""

    review: str


class Seen(_Body):
    """A comment as a moderator read it: when, and which version of its review."""

    comment: str
    version: int | None = None
    #: When the card or the row was made that the moderator looks at.
    seen: AwareDatetime | None = None


class ClaimBody(Seen):
    """A review that somebody begins to look at, by its id."""

    comment: str = ""
    review: str


class Place(Seen):
    """A comment, and the review by which it waits, where it does."""

    review: str | None = None
    #: The moderator says that nobody else could decide on this objection to their own ruling.
    own: bool = False


class RulingBody(_Body):
    """One ruling on one or several comments: those that were shown, and no others."""

    items: list[Place] = Field(min_length=1, max_length=MOST)
    ruling: Literal["approve", "approve_masked", "warn", "reject"]
    clause: str | None = None
    note: str | None = Field(default=None, max_length=2_000)
    #: What the writer reads beside the outcome, where an appeal is decided.
    answer: str | None = Field(default=None, max_length=2_000)


class UndoBody(_Body):
    """Comments whose ruling is taken back."""

    comments: list[str] = Field(min_length=1, max_length=MOST)


class EscalationBody(ClaimBody):
    """Where a review is handed on to."""

    version: int
    queue: str
    note: str = ""


class NoteBody(_Body):
    """A note about a comment."""

    comment: str
    text: str


class PremoderationBody(_Body):
    """A comment, and whether those under its article are to wait for a person as long as the rule said."""

    comment: str
    lasts: bool


class LabelBody(_Body):
    """A label of an author, and whether it is to last as long as the rule said."""

    author: str
    label: str
    lasts: bool


class StandingBody(_Body):
    """An author who may not write any more, and why."""

    author: str
    reason: str = Field(min_length=3, max_length=500)


class AuthorBody(_Body):
    """An author whose standing is lifted that a person set."""

    author: str


class ExampleBody(_Body):
    """A comment that is to be a test of a rule, and what it proves."""

    comment: str
    rule: str
    kind: Literal["hit", "miss", "known_fp"]
    why: str = Field(default="", max_length=500)


def body_of(kind: type[_Body]) -> object:
    """Return what reads the body of a request as one of these.

    Raises:
        Invalid: from there, with the field at fault.
    """

    def read(body: JsonDep) -> _Body:
        try:
            return kind.model_validate(body)
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            raise Invalid(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}.") from None

    return Depends(read)
