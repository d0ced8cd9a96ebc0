"""The way in and out: sign in, choose a password by a one-time link, change the site, sign out."""

from urllib.parse import urlsplit

from fastapi import Request, Response

from moderation.accounts import Attempt, choose_password, open_session, sign_in
from moderation.domain.account import SHORTEST_PASSWORD, OneTimeLink
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, LockedOut, NotAllowed, NotFound
from moderation.keys import digest_of, keyed_hash
from moderation.service import Service
from moderation.web.cards import SEVERE
from moderation.web.headers import forget_cookie
from moderation.web.keys import key_of
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.visitors import SESSION, new_secret

router = pages()

#: Attempts belong to no site.
_NO_SITE = SiteId("")


@router.get("/")
def start(request: Request) -> Response:
    """Lead to the desk."""
    return redirect(request, "/desk")


@router.get("/sign-in")
def sign_in_page(request: Request, next: str = "/desk") -> Response:
    """Ask for name and password; whoever is signed in goes on."""
    if request.state.visitor is not None:
        return redirect(request, _place(next))
    return render(request, "sign-in.html", next=_place(next), name="", message=None)


@router.post("/sign-in")
def post_sign_in(request: Request, form: FormDep, service: ServiceDep) -> Response:
    """Open a session, under a fresh secret."""
    name, password = form.get("name", "")[:200], form.get("password", "")[:1_000]
    token, place = new_secret(), _place(form.get("next", ""))
    attempt = Attempt(name=name, password=password, keys=_attempt_keys(request, service, name))
    try:
        sign_in(service.accounts, service.passwords, attempt, digest=digest_of(token), at=service.clock.now())
    except (NotAllowed, LockedOut) as error:
        status = 429 if isinstance(error, LockedOut) else 403
        return render(request, "sign-in.html", status=status, next=place, name=name, message=error.message)
    request.state.new_session = token
    return redirect(request, place)


@router.get("/welcome/{secret}")
def welcome(request: Request, secret: str, service: ServiceDep) -> Response:
    """Ask for a password, once."""
    link = _open_link(service, secret)
    return render(request, "welcome.html", link=link, name="", message=None, shortest=SHORTEST_PASSWORD)


@router.post("/welcome/{secret}")
def post_welcome(request: Request, secret: str, form: FormDep, service: ServiceDep) -> Response:
    """Keep the password and sign in."""
    link, name, password = _open_link(service, secret), form.get("name", ""), form.get("password", "")
    now, token = service.clock.now(), new_secret()
    try:
        if password != form.get("again", ""):
            raise Invalid("The two passwords differ; type them again.")
        account = choose_password(service.accounts, service.passwords, link, name=name, password=password, at=now)
    except (Invalid, Conflict) as error:
        shown = {"link": link, "name": name, "message": error.message, "shortest": SHORTEST_PASSWORD}
        return render(request, "welcome.html", status=422, **shown)
    if not account.roles or account.disabled_at is not None:
        return redirect(request, "/sign-in")
    open_session(service.accounts, account, digest=digest_of(token), at=now)
    request.state.new_session = token
    return redirect(request, "/desk")


@router.get("/account")
def account(request: Request) -> Response:
    """Show who one is, and the ways out."""
    return render(request, "account.html", severe=SEVERE, key_of=key_of)


@router.post("/site")
def change_site(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Work on another site from now on, in every window of this browser."""
    site = SiteId(form.get("site", ""))
    if site not in visitor.account.roles:
        raise NotAllowed("You have no role on that site.")
    service.accounts.use_session(visitor.session.digest, site=site, at=service.clock.now())
    return redirect(request, "/desk")


@router.post("/sign-out")
def sign_out(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """End this session."""
    service.accounts.end_session(visitor.session.digest)
    return _out(request)


@router.post("/sign-out-everywhere")
def sign_out_everywhere(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """End every session of this person."""
    service.accounts.end_sessions(visitor.account.name)
    return _out(request)


def _out(request: Request) -> Response:
    response = redirect(request, "/sign-in")
    forget_cookie(request, response, SESSION)
    return response


def _open_link(service: Service, secret: str) -> OneTimeLink:
    link = service.accounts.link(digest_of(secret))
    if link is None or not link.is_open(service.clock.now()):
        raise NotFound("This link was used already, or is too old; ask an administrator for another.")
    return link


def _attempt_keys(request: Request, service: Service, name: str) -> dict[str, str]:
    """Name who tries by keyed hashes: what somebody types into the wrong field is not kept."""
    typed, address = name.strip().casefold(), request.client.host if request.client else ""
    named = {"pair": f"pair\0{typed}\0{address}", "name": f"name\0{typed}", "address": f"address\0{address}"}
    return {kind: keyed_hash(value, site=_NO_SITE, secret=service.secret) for kind, value in named.items()}


def _place(asked: str) -> str:
    """Return where to go on to: a path of ours, never another host."""
    parts = urlsplit(asked)
    is_ours = (
        asked.startswith("/") and not asked.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    )
    return asked if is_ours and asked.isprintable() and "\\" not in asked else "/desk"
