"""From a request to scores: what is checked, in which language it is read, and what is recorded."""

import hashlib
from collections.abc import Mapping

from moderation.compat.perspective.answers import stretches, utf16_units
from moderation.compat.perspective.attributes import RATED, is_known
from moderation.compat.perspective.errors import refused, unsupported
from moderation.compat.perspective.wire import MOST_BYTES, AnalyzeIn, AnyIn
from moderation.domain.comment import Article, Comment, CommentId, Parent
from moderation.domain.record import Submission
from moderation.domain.text import normalise
from moderation.domain.verdict import Span
from moderation.keys import named
from moderation.ports import Scores
from moderation.rating import rate
from moderation.service import Client, Service


def checked_text(body: AnyIn) -> str:
    """Return the text of a request that can be read.

    Raises:
        Refused: if there is none, or too much, or it is no plain text.
    """
    entry = body.comment
    if entry is not None and entry.type not in (None, "TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT"):
        is_known_type = entry.type == "HTML"
        what = "Currently, only 'PLAIN_TEXT' comments are supported" if is_known_type else "Unknown text type"
        raise refused(what)
    text = entry.text if entry is not None else None
    if not text or not text.strip():
        raise refused("Comment must be non-empty.", "COMMENT_EMPTY")
    if len(text.encode()) > MOST_BYTES:
        raise refused("Comment text too long.", "COMMENT_TOO_LONG")
    if body.context and body.context.entries and body.context.article_and_parent_comment:
        both = "Context can have either entries or article_and_parent_comment, but both fields were populated."
        raise refused(both)
    return text


def check_attributes(body: AnalyzeIn) -> None:
    """Look at which attributes are wanted, and how.

    Raises:
        Refused: if there are none, or one that Perspective does not know.
    """
    if not body.requested_attributes:
        raise refused("Missing requested_attributes", "NO_REQUESTED_ATTRIBUTES")
    for name, wanted in body.requested_attributes.items():
        if not is_known(name):
            raise refused(f"Unknown requested attribute: {name[:100]}")
        kind = wanted.score_type if wanted else None
        if kind not in (None, "SCORE_TYPE_UNSPECIFIED", "PROBABILITY"):
            raise refused(f"Requested score type {kind[:100]} is not supported by attribute {name}")


def detected_language(text: str, body: AnyIn, *, client: Client, service: Service) -> str | None:
    """Return the language that a text is in; `None` where it has no letters to tell by.

    The languages of the request are a hint: Coral sends `en` for most of the world.
    """
    if not any(map(str.isalpha, text)):
        return None
    hint = tag(body.languages[0]) if body.languages else client.policy.settings.languages[0]
    return service.languages.detect(text, expected=hint)


def rated(
    text: str, body: AnalyzeIn, *, detected: str | None, known: Scores, client: Client, service: Service
) -> tuple[Scores, list[tuple[int, int, Scores]]]:
    """Rate a text and its spans; both by Perspective's names, for the attributes that are wanted.

    `known` are scores of the text that were had already. What the language of the text does not allow is
    rated in those that the request names.

    Raises:
        Refused: if an attribute is not rated in any of them, unless such are to be dropped.
    """
    parts = stretches(normalise(text).sentences, len(text)) if body.span_annotations else []
    texts = [text, *(text[part.start : part.end] for part in parts)]
    found: list[dict[str, float]] = [{} for _ in texts]
    if known and not parts:
        found[0] |= _named(known, body)
    tags = [t for t in dict.fromkeys([detected, *map(tag, body.languages)]) if t]
    for one in tags:
        if _missing(found[0], body):
            for some, scores in zip(found, _rate(texts, one, client=client, service=service), strict=True):
                some |= {name: score for name, score in _named(scores, body).items() if name not in some}
    missing = _missing(found[0], body)
    if missing and not body.drop_unsupported_attributes:
        raise unsupported(missing[0], languages=[detected or "und"], requested=body.languages)
    places = [_units(text, part) for part in parts or [Span(0, len(text))]]
    by_place = zip(places, found[1:] if parts else found, strict=True)
    return found[0], [(begin, end, some) for (begin, end), some in by_place]


def submission_of(text: str, body: AnyIn, *, client: Client, service: Service) -> Submission:
    """Return the comment that a request is about, named after its text: Perspective's clients name none."""
    id = "p_" + hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
    around = body.context.article_and_parent_comment if body.context else None
    article, parent = (around.article, around.parent_comment) if around else (None, None)
    comment = Comment(
        site=client.site.id,
        id=CommentId(id),
        text=text,
        parent=Parent(text=parent.text) if parent and parent.text else None,
        article=Article(text=article.text) if article and article.text else None,
        language=None,
    )
    return named(comment, secret=service.secret)


def tag(language: str) -> str:
    """Return the primary tag of a language: `pt` of `pt-BR`."""
    return language.replace("_", "-").split("-")[0].lower()


def _rate(texts: list[str], language: str, *, client: Client, service: Service) -> list[Scores]:
    return rate(
        texts,
        language=language,
        policy=client.policy,
        scorer=service.scorer,
        fallback=service.fallback,
        languages=service.languages,
    )


def _named(scores: Mapping[str, float], body: AnalyzeIn) -> dict[str, float]:
    """Return our scores by the names that were asked for."""
    wanted = body.requested_attributes or {}
    return {name: scores[RATED[name]] for name in wanted if RATED.get(name) in scores}


def _missing(found: Mapping[str, float], body: AnalyzeIn) -> list[str]:
    return [name for name in body.requested_attributes or {} if name not in found]


def _units(text: str, part: Span) -> tuple[int, int]:
    """Return a span in UTF-16 code units."""
    begin = utf16_units(text[: part.start])
    return begin, begin + utf16_units(text[part.start : part.end])
