"""What an example says came before."""

from typing import Annotated

from pydantic import Field

from moderation.policyfile.markers import Strict
from moderation.policyfile.vocabulary import absent

Score = Annotated[float, Field(strict=True, ge=0, le=1)]
Whole = Annotated[int, Field(strict=True, ge=0)]


class RateFacts(Strict):
    """Earlier comments, in whatever window and of whomever rules ask about."""

    author: Whole = absent("By the same author.")
    ip: Whole = absent("From the same address.")
    article: Whole = absent("Under the same article.")
    link_domain: Whole = absent("With a link to the same site.")
    text: Whole = absent("With the same text.")


class DuplicateFacts(Strict):
    """Earlier copies, in whatever window rules ask about."""

    author: Whole = absent("By the same author.")
    any: Whole = absent("By anybody.")


class SimilarityFacts(Strict):
    """How much earlier texts are like it, in whatever window and however many rules ask about."""

    author: Score = absent("One by the same author.")
    any: Score = absent("One by anybody.")
