"""What travels over the API: the shapes of requests, and how they become the domain's values."""

import dataclasses
import hashlib
import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from moderation.domain.appeal import LONGEST
from moderation.domain.comment import (
    Article,
    Author,
    AuthorId,
    Comment,
    CommentId,
    Format,
    Kind,
    Parent,
    SiteId,
)
from moderation.domain.record import Submission
from moderation.keys import named


def _without_nul(value: Any) -> Any:
    """Replace NUL, which one of the databases cannot keep, by the replacement character: offsets stay."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


def _in_utc(value: datetime) -> datetime:
    """Take a time without zone as UTC."""
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _file_name(value: str) -> str:
    """Take a name within the folder of a policy."""
    if not re.fullmatch(r"[\w-][\w.-]*(/[\w-][\w.-]*)*", value):
        hint = "write letters, digits, '.', '-' and '_', and '/' behind a folder"
        raise PydanticCustomError("file_name", "cannot be the name of a policy's file; {hint}", {"hint": hint})
    return value


def _bounded(limit: int, *, least: int = 0) -> Any:
    return BeforeValidator(_without_nul), Field(max_length=limit, min_length=least)


Name = Annotated[str, *_bounded(300)]
Editor = Annotated[str, *_bounded(300, least=1)]
Id = Annotated[str, *_bounded(255, least=1)]
Address = Annotated[str, *_bounded(2_000)]
Line = Annotated[str, *_bounded(2_000)]
Long = Annotated[str, *_bounded(500_000)]
Text = Annotated[str, BeforeValidator(_without_nul)]
Names = Annotated[list[Name], Field(max_length=500)]
FileName = Annotated[str, AfterValidator(_file_name), Field(max_length=200)]
Moment = Annotated[datetime, AfterValidator(_in_utc)]


class Wire(BaseModel):
    """A part of a request: numbers are taken where names are wanted, unknown keys are left alone."""

    model_config = ConfigDict(coerce_numbers_to_str=True, extra="ignore")


class ParentIn(Wire):
    """The comment that is answered."""

    id: Id | None = None
    text: Long | None = None
    author: Name | None = Field(default=None, description="Name of its author.")


class CommentIn(Wire):
    """The comment. Only `text` is required."""

    id: Id | None = Field(default=None, description="The site's id; made where it is missing.")
    text: Text = Field(description="The text as typed.")
    format: Format = Format.PLAIN
    kind: Kind = Kind.COMMENT
    created_at: Moment | None = None
    url: Address | None = None
    parent: ParentIn | None = None


class AuthorIn(Wire):
    """Who wrote it, as the site identifies them."""

    id: Id | None = None
    verified: bool | None = Field(default=None, description="Whether the site vouches for the id.")
    name: Name | None = None
    email: Name | None = Field(default=None, description="Kept as a keyed hash alone.")
    url: Address | None = None
    ip: Name | None = Field(default=None, description="Kept as a keyed hash alone.")
    user_agent: Line | None = Field(default=None, description="Not kept.")
    role: Name | None = None
    approved_count: Annotated[int, Field(ge=0, le=1_000_000_000)] | None = None


class ArticleIn(Wire):
    """The page under which it stands."""

    id: Id | None = None
    url: Address | None = None
    title: Line | None = None
    text: Long | None = None
    section: Name | None = None
    tags: Names | None = None
    people: Names | None = Field(default=None, description="People it names; derived where missing.")
    about: Names | None = Field(default=None, description="Peoples and places; derived where missing.")
    author: Name | None = None
    published_at: Moment | None = None
    premoderated: bool | None = Field(default=None, description="Whether the site looks at every comment first.")
    sensitive: bool | None = Field(default=None, description="Whether the site calls the subject sensitive.")


class VerdictIn(Wire):
    """A comment before it is published, with what the site knows about it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "comment": {"id": "c-17", "text": "You are an idiot."},
                    "author": {"id": "u-4", "name": "Ann"},
                    "article": {"title": "Parking fees rise"},
                }
            ]
        }
    )

    comment: CommentIn
    author: AuthorIn | None = None
    article: ArticleIn | None = None
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$")] | None = None


class BatchIn(Wire):
    """Several comments of one site; the answers come in the same order."""

    comments: Annotated[list[VerdictIn], Field(min_length=1, max_length=500)]


class OutcomeIn(Wire):
    """What the site's own people did."""

    outcome: Literal["published", "removed", "spam"]
    by: Name | None = None
    at: Moment | None = None


class ReportIn(Wire):
    """A reader's report."""

    reason: Line | None = Field(
        default=None,
        description="In the reader's words, or the id or title of a clause where your form offers them.",
    )
    reporter: Id | None = Field(default=None, description="Who reports; kept as a keyed hash alone.")


class AppealIn(Wire):
    """Why the decision is wrong, in the author's words."""

    words: Annotated[str, *_bounded(LONGEST, least=1)]


class ClaimIn(Wire):
    """Who claims or releases."""

    moderator: Annotated[str, *_bounded(300, least=1)]


class RulingIn(Wire):
    """What a moderator concludes."""

    ruling: Literal["approve", "approve_masked", "warn", "reject"] = Field(
        description="`approve_masked` publishes it with the places masked that a rule's `mask` says; "
        "`warn` publishes it and tells the writer which clause it came near to, without a strike."
    )
    clause: Name | None = None
    version: int | None = Field(default=None, description="The version of the review that was read.")
    note: Line | None = None
    moderator: Annotated[str, *_bounded(300, least=1)]
    answer: Line | None = Field(default=None, description="What the author is told, where an appeal is decided.")


class BacktestIn(Wire):
    """A policy to be tried: its files, or the hash of a version that the site keeps."""

    files: dict[FileName, Text] | None = Field(
        default=None, description="File name → content, the main file first.", min_length=1, max_length=50
    )
    policy: Name | None = Field(default=None, description="Hash of a kept version, in place of files.")
    against: Name | None = Field(default=None, description="Hash of a kept version; else the live policy.")
    sample: int = Field(
        default=10_000,
        ge=1,
        le=200_000,
        description="Look at about so many verdicts; of a section, at what it has of these.",
    )
    since: Moment | None = None
    until: Moment | None = Field(default=None, description="Up to, and not including.")
    section: Name | None = Field(default=None, description="Comments under articles of this section alone.")

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.files is None) is (self.policy is None):
            raise ValueError("send either 'files' or 'policy'")
        return self


class DraftIn(Wire):
    """A policy to be saved, and the version that it was made from."""

    files: dict[FileName, Text] = Field(
        description="File name → content, the main file first.", min_length=1, max_length=50
    )
    base: Name = Field(description="Hash of the version that it was made from.")
    by: Editor = Field(description="Who saves it.")
    why: Line | None = None
    beside: bool = Field(default=False, description="Stand beside another draft of the same version.")
    carry_over: bool = Field(
        default=False, description="Put it on top of what somebody saved or published since its base."
    )


class CarryOverIn(Wire):
    """Who carries a draft over to the live version."""

    by: Editor


class PublicationIn(Wire):
    """Who makes a version live, and why."""

    by: Editor
    why: Line | None = None


class RollbackIn(PublicationIn):
    """Who goes back, and why."""

    to: Name | None = Field(default=None, description="Hash of the version wanted; the one before where null.")


class ExampleIn(Wire):
    """Which comment is to prove which rule."""

    comment: Id
    rule: Name
    by: Editor
    kind: Literal["hit", "miss", "known_fp"] | None = None
    why: Line | None = None


class ReversalIn(Wire):
    """Whose work is to be taken back, or put back with `undo`, from when on, and why."""

    rule: Name
    since: Moment
    by: Editor
    why: Annotated[str, *_bounded(2_000, least=1)]
    dry_run: bool = False
    undo: bool = Field(default=False, description="Put back what was taken back of the rule's work since then.")
    after: int | None = Field(default=None, description="`next` of the answer before.")


class StandingIn(Wire):
    """A standing that a person sets, with the reason; `standing` null returns the author to the ladder."""

    standing: Literal["good", "limited", "suspended", "blocked"] | None
    reason: Annotated[str, *_bounded(2_000, least=1)]
    until: Moment | None = None
    by: Name | None = None


def submission_of(
    body: VerdictIn, *, site: SiteId, secret: bytes, new_id: str, idempotency_key: str | None = None
) -> Submission:
    """Turn a request into a submission of a site."""
    return dataclasses.replace(
        named(_comment(body, site=site, new_id=new_id), secret=secret),
        idempotency_key=idempotency_key,
        fingerprint=hashlib.sha256(body.model_dump_json().encode()).hexdigest() if idempotency_key else None,
    )


def _comment(body: VerdictIn, *, site: SiteId, new_id: str) -> Comment:
    sent, parent = body.comment, body.comment.parent
    return Comment(
        site=site,
        id=CommentId(sent.id or new_id),
        text=sent.text,
        format=sent.format,
        kind=sent.kind,
        created_at=sent.created_at,
        url=sent.url,
        parent=Parent(id=_comment_id(parent.id), text=parent.text, author=parent.author) if parent else None,
        author=_author(body.author) if body.author else None,
        article=_article(body.article) if body.article else None,
        language=body.language,
    )


def _comment_id(id: str | None) -> CommentId | None:
    return None if id is None else CommentId(id)


def _author(sent: AuthorIn) -> Author:
    fields = {name: getattr(sent, name) for name in AuthorIn.model_fields if name != "id"}
    return Author(id=AuthorId(sent.id) if sent.id is not None else None, **fields)


def _article(sent: ArticleIn) -> Article:
    fields: dict[str, Any] = {name: getattr(sent, name) for name in ArticleIn.model_fields}
    for name in ("tags", "people", "about"):
        fields[name] = None if fields[name] is None else tuple(fields[name])
    return Article(**fields)


class WordIn(Wire):
    """A word that may go on a list."""

    word: Annotated[str, *_bounded(100, least=1)] = Field(
        description="Word or phrase; `*` at its end for any ending."
    )
    fold: Literal["soft", "hard"] = Field("hard", description="How the rule that uses the list reads texts.")
    comments: int = Field(1_000, ge=0, le=5_000, description="So many of the latest comments are tried.")
    dictionary: Annotated[list[Name], Field(max_length=10_000)] = Field(
        default_factory=list, description="Ordinary words to try, beside those that ship."
    )
