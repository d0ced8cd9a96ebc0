"""The people of a site: accounts, roles, one-time links; for administrators."""

from fastapi import Request, Response

from moderation.accounts import check_governs, create, disable, give_role, known, make_link
from moderation.domain.account import Account, Role
from moderation.domain.errors import Invalid, NotAllowed
from moderation.keys import digest_of
from moderation.service import Service
from moderation.web.render import address, render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.visitors import Visitor, new_secret

router = pages()


@router.get("/people")
def people(request: Request, visitor: VisitorDep, service: ServiceDep) -> Response:
    """List who has a role on the site."""
    return _page(request, visitor, service)


@router.post("/people")
def add(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Make an account with a role here, and the link by which its owner chooses a password."""
    now, role = service.clock.now(), _role(form.get("role", ""))
    if role is None:
        raise Invalid("Choose a role.")
    account = create(
        service.accounts, name=form.get("name", ""), roles={visitor.site: role}, by=visitor.name, at=now
    )
    return _with_link(request, visitor, service, account)


@router.post("/people/role")
def change_role(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Give another role on this site, or none."""
    give_role(
        service.accounts,
        name=form.get("name", ""),
        site=visitor.site,
        role=_role(form.get("role", "")),
        by=visitor.name,
        at=service.clock.now(),
    )
    return redirect(request, "/people")


@router.post("/people/link")
def reset(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Make a link by which somebody chooses a new password; the old one holds until then."""
    account = _governed(service, visitor, form.get("name", ""))
    return _with_link(request, visitor, service, account)


@router.post("/people/disable")
def post_disable(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Keep somebody out at once, or let them in again."""
    account = _governed(service, visitor, form.get("name", ""))
    wanted = form.get("disabled") == "yes"
    disable(service.accounts, name=account.name, by=visitor.name, at=service.clock.now(), disabled=wanted)
    return redirect(request, "/people")


def _with_link(request: Request, visitor: Visitor, service: Service, account: Account) -> Response:
    secret = new_secret()
    now = service.clock.now()
    make_link(service.accounts, name=account.name, site=visitor.site, digest=digest_of(secret), at=now)
    link = f"{request.url.scheme}://{request.url.netloc}" + address(request, f"/welcome/{secret}")
    return _page(request, visitor, service, link=link, owner=account.name)


def _page(
    request: Request, visitor: Visitor, service: Service, *, link: str | None = None, owner: str | None = None
) -> Response:
    accounts = [each for each in service.accounts.all() if visitor.site in each.roles]
    return render(request, "people.html", accounts=accounts, roles=list(Role), link=link, owner=owner)


def _governed(service: Service, visitor: Visitor, name: str) -> Account:
    account = known(service.accounts, name)
    if visitor.site not in account.roles:
        raise NotAllowed("This person has no role on this site.")
    check_governs(visitor.account, account)
    return account


def _role(typed: str) -> Role | None:
    try:
        return Role(typed) if typed else None
    except ValueError:
        raise Invalid("There is no such role.") from None
