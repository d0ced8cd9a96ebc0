"""Set-up: keys, how to connect, a live test, health, the policy in force, observe or live; for administrators."""

from secrets import token_hex

from fastapi import Request, Response

from moderation.domain.comment import Author, AuthorId, Comment, CommentId, SiteId
from moderation.domain.decision import Decision
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.site import ApiKey, Scope
from moderation.keys import key_of, named, new_token
from moderation.pipeline import assess
from moderation.service import Service
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.visitors import Visitor

router = pages()

#: What a key is made for: a name for people → scopes.
PURPOSES = {
    "site": ("A site that asks for verdicts", frozenset({Scope.VERDICTS})),
    "desk": ("A desk of your own that rules, too", frozenset({Scope.VERDICTS, Scope.MODERATE})),
    "all": ("Everything, administration too", frozenset(Scope)),
}

LONGEST_TEST = 2_000


@router.get("/setup")
def setup(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Show how the site is connected, and how it fares."""
    return _page(request, visitor, service)


@router.post("/setup/keys")
def create_key(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Make a key, and show it this once."""
    name, purpose = form.get("name", "").strip(), form.get("purpose", "")
    if not 1 <= len(name) <= 60 or purpose not in PURPOSES:
        raise Invalid("A key has a name of 1 to 60 characters, and a purpose.")
    token = new_token()
    key = key_of(token, site=visitor.site, name=name, scopes=PURPOSES[purpose][1], at=service.clock.now())
    service.sites.add_key(key)
    _note(service, visitor, "key.create", key)
    return _page(request, visitor, service, token=token, made=key)


@router.post("/setup/keys/rotate")
def rotate_key(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Replace a key by a new one that may do the same; the old one ends within a second."""
    old, token, now = _live_key(service, visitor, form.get("prefix", "")), new_token(), service.clock.now()
    new = key_of(token, site=old.site, name=old.name, scopes=old.scopes, at=now, reviews=old.reviews)
    service.sites.add_key(new)
    service.sites.revoke_key(old.prefix, at=now)
    _note(service, visitor, "key.rotate", old)
    return _page(request, visitor, service, token=token, made=new)


@router.post("/setup/keys/revoke")
def revoke_key(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """End a key within a second."""
    key = _live_key(service, visitor, form.get("prefix", ""))
    service.sites.revoke_key(key.prefix, at=service.clock.now())
    _note(service, visitor, "key.revoke", key)
    return redirect(request, "/setup#keys")


@router.post("/setup/try")
def try_it(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Judge a text as a site's comment would be, and record nothing."""
    text = form.get("text", "").strip()
    if not 1 <= len(text) <= LONGEST_TEST:
        raise Invalid(f"Type a text of 1 to {LONGEST_TEST} characters.")
    return _page(request, visitor, service, tried=_assessed(service, visitor.site, text), text=text)


def _page(
    request: Request,
    visitor: Visitor,
    service: Service,
    *,
    token: str | None = None,
    made: ApiKey | None = None,
    tried: Decision | None = None,
    text: str = "",
) -> Response:
    site = service.sites.get(visitor.site)
    policy = service.policy(site)
    keys = service.sites.keys(visitor.site)
    return render(
        request,
        "setup.html",
        site=site,
        policy=policy,
        keys=sorted(keys, key=lambda key: key.revoked_at is not None),
        purposes=PURPOSES,
        shown_key=token,
        made=made,
        tried=tried,
        text=text,
        curl=curl(service.public_url, token or "$KEY"),
        base=service.public_url,
        model=service.scorer.name,
        is_degraded=service.scorer is service.no_scorer,
        waiting=request.app.state.intake.waiting,
    )


def curl(base: str, token: str) -> str:
    """Return a line for a shell that asks for a first verdict."""
    body = '{"comment": {"id": "c-17", "text": "You are an idiot."}, "author": {"id": "u-4", "name": "Ann"}}'
    return (
        f'curl -s {base}/v1/verdicts \\\n  -H "Authorization: Bearer {token}" \\\n'
        f"  -H \"Content-Type: application/json\" \\\n  -d '{body}'"
    )


def _assessed(service: Service, site: SiteId, text: str) -> Decision:
    comment = Comment(
        site=site,
        id=CommentId("try-" + token_hex(8)),
        text=text,
        author=Author(id=AuthorId("try"), verified=True),
    )
    return assess(
        named(comment, secret=service.secret),
        policy=service.policy(service.sites.get(site)),
        scorer=service.scorer,
        fallback=service.fallback,
        languages=service.languages,
        storage=service.storage,
        at=service.clock.now(),
    )


def _live_key(service: Service, visitor: Visitor, prefix: str) -> ApiKey:
    """Find a live key of the visitor's site.

    Raises:
        NotFound: if there is none; a key of another site is none.
    """
    key = service.sites.key(prefix)
    if key is None or key.revoked_at is not None or key.site != visitor.site:
        raise NotFound("There is no such live key on this site.")
    return key


def _note(service: Service, visitor: Visitor, what: str, key: ApiKey) -> None:
    detail = {"key": key.prefix, "name": key.name, "scopes": sorted(key.scopes)}
    with service.storage.write(visitor.site) as transaction:
        transaction.audit(by=visitor.name, what=what, detail=detail, at=service.clock.now())
