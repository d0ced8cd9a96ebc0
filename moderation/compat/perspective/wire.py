"""What Perspective's clients send: camelCase or snake_case, `null` for unset, unknown fields left alone."""

from typing import Annotated, Any

from pydantic import AliasChoices, AliasGenerator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

#: Longest text, in bytes of UTF-8.
MOST_BYTES = 20_480


def _replaced(value: Any) -> Any:
    """Replace NUL, which one of the databases cannot keep, by the replacement character: offsets stay."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


def _unset(value: Any) -> Any:
    """Take an empty list for `null`, as protocol buffers do."""
    return [] if value is None else value


Text = Annotated[str, BeforeValidator(_replaced)]
Opaque = Annotated[str, BeforeValidator(_replaced), Field(max_length=10_000)]
Languages = Annotated[list[Annotated[str, Field(max_length=100)]], BeforeValidator(_unset), Field(max_length=100)]


class Message(BaseModel):
    """A part of a request, as protocol buffers read JSON."""

    model_config = ConfigDict(
        extra="ignore",
        allow_inf_nan=False,
        alias_generator=AliasGenerator(validation_alias=lambda name: AliasChoices(to_camel(name), name)),
    )


class TextEntry(Message):
    """A text, and how it is written."""

    text: Text | None = None
    type: str | None = None


class ArticleAndParent(Message):
    """The article, and the comment that is answered."""

    article: TextEntry | None = None
    parent_comment: TextEntry | None = None


class Context(Message):
    """What stands around the comment; Coral puts its ids in here."""

    entries: Annotated[list[TextEntry], BeforeValidator(_unset), Field(max_length=1_000)] = []
    article_and_parent_comment: ArticleAndParent | None = None


class Wanted(Message):
    """How an attribute is wanted."""

    score_type: str | None = None
    #: Scores below it are left out; `None` leaves nothing out.
    score_threshold: float | None = None


class AnyIn(Message):
    """What both methods take."""

    comment: TextEntry | None = None
    context: Context | None = None
    languages: Languages = []
    client_token: Opaque | None = None
    session_id: Opaque | None = None
    community_id: Opaque | None = None


class AnalyzeIn(AnyIn):
    """`AnalyzeCommentRequest`."""

    requested_attributes: dict[str, Wanted | None] | None = None
    span_annotations: bool | None = None
    do_not_store: bool | None = None
    drop_unsupported_attributes: bool | None = None


class Score(Message):
    """A score that somebody suggests."""

    value: float
    type: str | None = None


class SpanScore(Message):
    """A score of a part of the text, in UTF-16 code units."""

    begin: int
    end: int
    score: Score


class AttributeScores(Message):
    """The scores of one attribute."""

    summary_score: Score | None = None
    span_scores: Annotated[list[SpanScore], BeforeValidator(_unset)] = []

    def values(self) -> list[float]:
        """Return what is said of the whole, or else of the parts."""
        if self.summary_score is not None:
            return [self.summary_score.value]
        return [span.score.value for span in self.span_scores]


class SuggestIn(AnyIn):
    """`SuggestCommentScoreRequest`."""

    attribute_scores: dict[str, AttributeScores] | None = None
