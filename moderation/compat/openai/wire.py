"""What OpenAI's clients send: a text, texts, or parts of one."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

#: Texts in one request.
MOST_TEXTS = 100


def _replaced(value: object) -> object:
    """Replace NUL, which no comment can hold, by the replacement character."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


Text = Annotated[str, BeforeValidator(_replaced)]


class TextPart(BaseModel):
    """A part that can be read."""

    type: Literal["text"]
    text: Text


class ImagePart(BaseModel):
    """A part that cannot."""

    type: Literal["image_url"]


Part = Annotated[TextPart | ImagePart, Field(discriminator="type")]


class ModerationsIn(BaseModel):
    """A request; fields that we do not know are left alone."""

    model_config = ConfigDict(extra="ignore")

    input: (
        Text
        | Annotated[list[Text], Field(min_length=1, max_length=MOST_TEXTS)]
        | Annotated[list[Part], Field(min_length=1, max_length=MOST_TEXTS)]
    )
    model: Annotated[str, Field(max_length=200)] | None = None
