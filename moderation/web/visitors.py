"""Who looks at a page: the session behind a cookie, or the name that a trusted proxy tells."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from fastapi import Request

from moderation.accounts import open_session
from moderation.domain.account import Account, Role, Session, account_name
from moderation.domain.comment import SiteId
from moderation.domain.errors import Invalid
from moderation.keys import digest_of
from moderation.service import PeopleSettings, Service

#: Cookies: who is signed in, and what an anonymous visitor's forms are bound to.
SESSION, FORM = "moderation_session", "moderation_form"

#: How often the use of a session is noted.
NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A person who is signed in, and the site that they work on."""

    account: Account
    session: Session
    #: What the browser shows.
    token: str

    @property
    def name(self) -> str:
        """By which name rulings are kept."""
        return self.account.name

    @property
    def site(self) -> SiteId:
        """The site that every page and act is about."""
        return self.session.site

    @property
    def role(self) -> Role:
        """The role on that site."""
        return self.account.roles[self.site]


def new_secret() -> str:
    """Return 256 random bits for a cookie or an address."""
    return secrets.token_urlsafe(32)


def visitor_of(request: Request, service: Service, settings: PeopleSettings) -> Visitor | None:
    """Return who is signed in; what ran out, was disabled or lost its last role is nobody."""
    told = _told_by_proxy(request, settings)
    token = request.cookies.get(SESSION)
    at = service.clock.now()
    found = _signed_in(token, service, settings, at=at) if token else None
    if settings.header is None or (found is not None and found.name == told) or told is None:
        return found
    return _let_in(told, service, request, at=at)


def csrf_token(secret: bytes, seed: str) -> str:
    """Return what a form must hold: bound to the session and its site, or to an anonymous visitor's cookie."""
    return hmac.new(secret, b"form\0" + seed.encode("utf-8", "replace"), "sha256").hexdigest()


def seed_of(visitor: Visitor | None, cookie: str) -> str:
    """Return what a form's token is bound to."""
    return f"{visitor.token}\0{visitor.site}" if visitor else f"\0{cookie}"


def _signed_in(token: str, service: Service, settings: PeopleSettings, *, at: datetime) -> Visitor | None:
    digest = digest_of(token)
    session = service.accounts.session(digest)
    if session is None:
        return None
    account = service.accounts.find(session.account)
    is_live = session.is_live(at=at, idle=settings.idle, longest=settings.longest)
    if account is None or not is_live or account.disabled_at is not None or not account.roles:
        service.accounts.end_session(digest)
        return None
    site = session.site if session.site in account.roles else sorted(account.roles)[0]
    if site != session.site or at - session.used_at >= NOTED_EVERY:
        service.accounts.use_session(digest, site=site, at=at)
    current = Session(
        digest=digest, account=account.name, site=site, opened_at=session.opened_at, used_at=session.used_at
    )
    return Visitor(account=account, session=current, token=token)


def _told_by_proxy(request: Request, settings: PeopleSettings) -> str | None:
    """Return the name in the header, where the peer itself, not who it speaks for, is a trusted address."""
    if settings.header is None or (told := request.headers.get(settings.header)) is None:
        return None
    peer = request.scope.get("peer")
    if peer is None or not any(ip_address(peer[0]) in ip_network(net) for net in settings.proxies):
        return None
    try:
        return account_name(told)
    except Invalid:
        return None


def _let_in(name: str, service: Service, request: Request, *, at: datetime) -> Visitor | None:
    account = service.accounts.find(account_name(name))
    if account is None or account.disabled_at is not None or not account.roles:
        return None
    token = new_secret()
    session = open_session(service.accounts, account, digest=digest_of(token), at=at)
    request.state.new_session = token
    return Visitor(account=account, session=session, token=token)
