"""What is kept of a comment, and the comment that comes back from it."""

import dataclasses
import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import Article, Author, AuthorId, Comment, CommentId, Format, Kind, Parent
from moderation.domain.record import StoredComment, comment_of, context_of
from moderation.domain.verdict import Outcome
from moderation.testing.clock import START
from moderation.testing.factories import NORTH

WORDS = st.none() | st.text(max_size=9)
NAMES = st.none() | st.lists(st.text(max_size=9), max_size=3).map(tuple)
MOMENTS = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
AUTHORS = st.builds(
    Author,
    id=WORDS.map(lambda id: AuthorId(id) if id is not None else None),
    verified=st.none() | st.booleans(),
    name=WORDS,
    url=WORDS,
    role=WORDS,
    approved_count=st.none() | st.integers(0, 9),
)
ARTICLES = st.builds(
    Article,
    id=WORDS,
    url=WORDS,
    title=WORDS,
    section=WORDS,
    tags=NAMES,
    people=NAMES,
    about=NAMES,
    author=WORDS,
    published_at=MOMENTS,
)
PARENTS = st.builds(
    Parent, id=WORDS.map(lambda id: CommentId(id) if id is not None else None), text=WORDS, author=WORDS
)
COMMENTS = st.builds(
    Comment,
    site=st.just(NORTH),
    id=st.just(CommentId("c-1")),
    text=st.text(max_size=20),
    format=st.sampled_from(Format),
    kind=st.sampled_from(Kind),
    created_at=MOMENTS,
    url=WORDS,
    parent=st.none() | PARENTS,
    author=st.none() | AUTHORS,
    article=st.none() | ARTICLES,
    language=st.sampled_from([None, "en", "de-AT"]),
)  # fmt: skip


def stored(comment: Comment, context: dict[str, Any]) -> StoredComment:
    """Return a comment as a database would, with its context from JSON."""
    return StoredComment(
        site=comment.site,
        id=comment.id,
        revision=1,
        kind=comment.kind.value,
        text=comment.text,
        context=json.loads(json.dumps(context)),
        author_key=None,
        author_name=None,
        author_verified=False,
        article_key=None,
        language=comment.language,
        text_digest="",
        received_at=START,
        outcome=Outcome.ALLOW,
    )


@given(COMMENTS)
def test_comment_comes_back_as_it_was_submitted(comment: Comment) -> None:
    """A comment that is judged again must be the same comment."""
    assert comment_of(stored(comment, context_of(comment))) == comment


def test_address_mail_and_browser_are_not_kept() -> None:
    """What is not kept cannot be stolen."""
    author = Author(id=AuthorId("u-1"), email="ann@secret.test", ip="192.0.2.7", user_agent="Secret/1.0")
    comment = Comment(site=NORTH, id=CommentId("c-1"), text="A word.", author=author)
    kept = json.dumps(context_of(comment))

    assert "secret" not in kept.casefold()
    assert "192.0.2.7" not in kept


def test_text_of_the_article_is_not_kept_with_each_comment() -> None:
    """A thousand comments would keep a thousand copies."""
    comment = Comment(site=NORTH, id=CommentId("c-1"), text="A word.", article=Article(text="Long story."))

    assert "Long story." not in json.dumps(context_of(comment))


def test_erased_comment_comes_back_empty() -> None:
    """Whatever meets an erased comment later must not stumble over what is gone."""
    comment = Comment(site=NORTH, id=CommentId("c-1"), text="A word.", author=Author(name="Ann"))
    erased = dataclasses.replace(stored(comment, {}), text=None)

    assert comment_of(erased) == Comment(site=NORTH, id=CommentId("c-1"), text="")
