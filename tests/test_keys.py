"""Keys and keyed hashes: recognised by the service, of no use to who steals the database."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import Article, Author, AuthorId, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.record import LONGEST_NAME
from moderation.domain.site import Reviews, Scope
from moderation.keys import (
    MARK,
    article_key,
    author_key,
    decision_of_token,
    digest_of,
    ip_key,
    is_same,
    key_of,
    keyed_hash,
    new_token,
    prefix_of,
    writer_token,
)
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment

SECRET, OTHER = b"s" * 32, b"t" * 32


def test_new_keys_are_long_and_never_alike() -> None:
    """A key that can be guessed opens a publisher's queue."""
    tokens = {new_token() for _ in range(200)}

    assert len(tokens) == 200
    assert all(token.startswith(MARK) and len(token) >= 43 for token in tokens)


def test_what_is_kept_of_a_key_does_not_open_anything() -> None:
    """Whoever reads the database, or a backup of it, must not be able to call the service."""
    token = new_token()
    kept = key_of(token, site=NORTH, name="web", scopes=frozenset({Scope.VERDICTS}), at=START)

    assert token not in repr(kept)
    assert kept.prefix == prefix_of(digest_of(token))
    assert is_same(kept.digest, digest_of(token))
    assert (kept.site, kept.name, kept.reviews, kept.created_at) == (NORTH, "web", None, START)


def test_key_may_say_where_its_flags_are_reviewed() -> None:
    """One site may have a desk for its comments and another for its forum."""
    kept = key_of("t", site=NORTH, name="forum", scopes=frozenset(), at=START, reviews=Reviews.SITE)

    assert kept.reviews is Reviews.SITE


@given(st.text(), st.text())
def test_digests_tell_keys_apart(one: str, other: str) -> None:
    """Any text may be shown as a key, well-formed or not, and must neither crash nor match another."""
    assert is_same(digest_of(one), digest_of(other)) == (one == other)
    assert set(prefix_of(digest_of(one))) <= set(string.hexdigits)


def test_digest_of_a_lone_surrogate_is_a_digest() -> None:
    """A client can send one in a header, and must be refused, not cause an error."""
    assert len(digest_of("\ud83d")) == 64


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        (None, None),
        (Author(), None),
        (Author(url="https://ann.test"), None),
        (Author(id=AuthorId("u-1"), name="Ann"), "u-1"),
        (Author(id=AuthorId("0")), "0"),
    ],
    ids=["nobody", "nothing", "only an address", "an id", "an id that looks false"],
)
def test_author_goes_by_the_sites_id(author: Author | None, expected: str | None) -> None:
    """The site asks about its own ids, and an author of whom nothing is known has no past."""
    assert author_key(author, site=NORTH, secret=SECRET) == expected


def test_author_without_an_id_goes_by_name_and_address_hashed() -> None:
    """Guests have a past too; their e-mail must not be read from it."""
    typed = Author(name="Ann ", email=" Ann@Example.org")
    key = author_key(typed, site=NORTH, secret=SECRET)

    assert key == author_key(Author(name="ann", email="ann@example.org"), site=NORTH, secret=SECRET)
    assert key is not None
    assert key.startswith("~")
    assert "ann" not in key.casefold()


@pytest.mark.parametrize(
    "other",
    [Author(name="Bea", email="a@b.test"), Author(name="Ann", email="b@b.test"), Author(name="Ann")],
)
def test_guests_are_told_apart(other: Author) -> None:
    """Two people of one name are two people."""
    ann = Author(name="Ann", email="a@b.test")

    assert author_key(ann, site=NORTH, secret=SECRET) != author_key(other, site=NORTH, secret=SECRET)


def test_hashes_differ_by_site_and_secret() -> None:
    """No publisher may find out by its hashes whether a person writes for another."""
    hashes = {keyed_hash("v", site=site, secret=secret) for site in (NORTH, SOUTH) for secret in (SECRET, OTHER)}

    assert len(hashes) == 4


@given(st.text())
def test_any_text_can_be_hashed(value: str) -> None:
    """Names come from strangers."""
    assert len(keyed_hash(value, site=NORTH, secret=SECRET)) == 32


@pytest.mark.parametrize(("ip", "is_known"), [("192.0.2.7", True), (None, False), ("", False)])
def test_address_is_hashed(ip: str | None, is_known: bool) -> None:
    """Addresses are personal data; only their sameness is of use."""
    key = ip_key(Author(ip=ip), site=NORTH, secret=SECRET)

    assert (key is not None) is is_known
    assert ip_key(None, site=NORTH, secret=SECRET) is None
    assert key is None or "192" not in key[:3] or len(key) == 32


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (None, None),
        (Article(), None),
        (Article(id="a-1", url="https://n.test/1", title="Fees"), "a-1"),
        (Article(url="https://n.test/1", title="Fees"), "https://n.test/1"),
    ],
)
def test_article_goes_by_its_id_or_address(article: Article | None, expected: str | None) -> None:
    """Comments under one article are found together, however the site names it."""
    assert article_key(comment(article=article)) == expected


@pytest.mark.parametrize(
    "article", [Article(title="Fees"), Article(url="https://n.test/" + "ü" * 2_000), Article(id="é" * 400)]
)
def test_long_names_and_titles_are_hashed(article: Article) -> None:
    """PostgreSQL refuses a row whose index entry is longer than some two thousand bytes."""
    key = article_key(comment(article=article))

    assert key is not None
    assert key.startswith("#")
    assert len(key) < LONGEST_NAME


def test_writers_token_opens_its_own_decision_alone() -> None:
    """The page of a writer needs no account: what protects it is that nobody can make up its address."""
    site, secret = SiteId("north"), b"0" * 32
    token = writer_token(DecisionId("d_1"), site=site, secret=secret)

    assert decision_of_token(token, site=site, secret=secret) == "d_1"
    assert len(token) >= len("d_1.") + 22
    forged = (
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        token.replace("d_1", "d_2"),
        "d_1",
        "d_1.",
        "",
        "é.é",
    )
    assert [decision_of_token(each, site=site, secret=secret) for each in forged] == [None] * len(forged)
    assert decision_of_token(token, site=SiteId("south"), secret=secret) is None
    assert decision_of_token(token, site=site, secret=b"1" * 32) is None
