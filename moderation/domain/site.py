"""An installation of a client with its own policy, lists and keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moderation.domain.comment import SiteId


class Reviews(StrEnum):
    """Where a flagged comment is reviewed."""

    #: In the review queue of this service.
    HERE = "here"
    #: In the site's own queue: no review is opened, the site reports the outcome.
    SITE = "site"
    #: Nowhere: the verdict alone is wanted.
    OFF = "off"


class Scope(StrEnum):
    """What a key may do."""

    #: Ask for verdicts, report outcomes and reports, read and erase comments.
    VERDICTS = "verdicts"
    #: Work the review queue, rule, set an author's standing.
    MODERATE = "moderate"
    #: Everything that changes how the service works.
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One client installation."""

    id: SiteId
    #: Content hash of the live policy.
    policy: str
    reviews: Reviews = Reviews.HERE
    created_at: datetime
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A client's key as stored: its public prefix and a hash, never the key."""

    #: Public part, by which it is found and named.
    prefix: str
    site: SiteId
    name: str
    scopes: frozenset[Scope]
    #: SHA-256 of the whole key, hexadecimal.
    digest: str
    #: Overrides the site's `reviews` for comments that come with this key.
    reviews: Reviews | None = None
    created_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFiles:
    """A policy as it is kept: its name, and the files that make it, the main file first."""

    name: str
    files: Mapping[str, str]
