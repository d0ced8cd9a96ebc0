"""API keys and keyed hashes: made, fingerprinted, compared; never kept in clear."""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

from moderation.domain.comment import Article, Author, Comment, CommentId, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.record import Submission, article_keys
from moderation.domain.site import ApiKey, Reviews, Scope

#: How a key begins, so that people and secret scanners know it when they see it.
MARK = "mod_"

#: Length of a short key.
SHORT = 12


def new_token() -> str:
    """Return a fresh key of 256 random bits."""
    return MARK + secrets.token_urlsafe(32)


def short_token(site: SiteId, *, at: datetime, secret: bytes) -> str:
    """Return a key of twelve hexadecimal digits: 48 bits.

    Akismet's plugin takes no other length and drops every other letter, and half of the libraries put the key
    into the name of a host.
    It follows from what is kept of the key and the service's secret, for protocols that want it said back.
    """
    derived = hmac.new(secret, f"short key\0{site}\0{at.isoformat()}".encode(), hashlib.sha256).digest()
    return derived.hex()[:SHORT]


def check_guid(comment: CommentId, *, site: SiteId, secret: bytes) -> str:
    """Return the id of the first check of a comment: it can be told again later, and nobody can guess it."""
    return hmac.new(secret, f"check\0{site}\0{comment}".encode(), hashlib.sha256).hexdigest()[:32]


def digest_of(token: str) -> str:
    """Return the SHA-256 of a key, hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def prefix_of(digest: str) -> str:
    """Return the public part of a key's digest, by which it is found and named."""
    return digest[:12]


def is_same(one: str, other: str) -> bool:
    """Compare two digests in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())


def key_of(
    token: str,
    *,
    site: SiteId,
    name: str,
    scopes: frozenset[Scope],
    at: datetime,
    reviews: Reviews | None = None,
) -> ApiKey:
    """Return what is kept of a key."""
    digest = digest_of(token)
    return ApiKey(
        prefix=prefix_of(digest),
        site=site,
        name=name,
        scopes=scopes,
        digest=digest,
        reviews=reviews,
        created_at=at,
    )


def named(comment: Comment, *, secret: bytes) -> Submission:
    """Return a comment with the service's names for its author, address, article and text."""
    return Submission(
        comment=comment,
        author_key=author_key(comment.author, site=comment.site, secret=secret),
        ip_key=ip_key(comment.author, site=comment.site, secret=secret),
        article_key=article_key(comment),
        text_digest=hashlib.sha256(f"{comment.format}\0{comment.text}".encode()).hexdigest(),
        lot=lot(comment, secret=secret),
    )


def writer_token(decision: DecisionId, *, site: SiteId, secret: bytes) -> str:
    """Return what opens the page of a comment's writer: the decision, and 128 bits that nobody can guess."""
    proof = hmac.new(secret, f"writer\0{site}\0{decision}".encode(), "sha256").digest()[:16]
    return f"{decision}.{base64.urlsafe_b64encode(proof).decode().rstrip('=')}"


def decision_of_token(token: str, *, site: SiteId, secret: bytes) -> DecisionId | None:
    """Return the decision that a writer's token names; `None` where the token is not ours."""
    decision = DecisionId(token.partition(".")[0])
    expected = writer_token(decision, site=site, secret=secret)
    return decision if hmac.compare_digest(expected.encode(), token.encode("utf-8", "replace")) else None


def lot(comment: Comment, *, secret: bytes) -> float:
    """Return a number in [0, 1) that nobody outside can foresee, and that is the same each time."""
    drawn = keyed_hash(f"audit\0{comment.id}\0{comment.text}", site=comment.site, secret=secret)
    return int(drawn[:13], 16) / 16**13


def author_key(author: Author | None, *, site: SiteId, secret: bytes) -> str | None:
    """Name an author: the site's id, or a keyed hash of name and e-mail where there is none."""
    if author is None:
        return None
    if author.id is not None:
        return author.id
    if not (author.name or author.email):
        return None
    typed = f"{(author.email or '').strip().casefold()}\0{(author.name or '').strip().casefold()}"
    return "~" + keyed_hash(typed, site=site, secret=secret)


def ip_key(author: Author | None, *, site: SiteId, secret: bytes) -> str | None:
    """Name an address by a keyed hash."""
    return keyed_hash(author.ip, site=site, secret=secret) if author and author.ip else None


def article_key(comment: Comment) -> str | None:
    """Name an article: the site's id, else its address, else a hash of its title; what is long is hashed."""
    article: Article | None = comment.article
    if article is None:
        return None
    named = article.id or article.url
    if named:
        return article_keys(named)[0]
    return article_keys(article.title)[-1] if article.title else None


def keyed_hash(value: str, *, site: SiteId, secret: bytes) -> str:
    """Hash a personal value so that only this service, and only for this site, can recognise it."""
    message = f"{site}\0{value}".encode("utf-8", "replace")
    return hmac.new(secret, message, hashlib.sha256).hexdigest()[:32]
