"""The keys of the desk on a page, and another key for an act where somebody wants one."""

from typing import Any

from fastapi import Request, Response

from moderation.domain.errors import Conflict, Invalid
from moderation.service import Service
from moderation.web.desk import chosen_keys, frame
from moderation.web.keys import FIXED, changed_key, keys_with
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.visitors import Visitor

router = pages()


@router.get("/desk/keys")
def keys(request: Request, service: ServiceDep, visitor: VisitorDep) -> Response:
    """Show every key; written from the table that binds them."""
    return _page(request, service, visitor)


@router.post("/desk/keys")
def change(request: Request, form: FormDep, service: ServiceDep, visitor: VisitorDep) -> Response:
    """Give an act another key, or its usual one; without an act, all of them their usual ones."""
    act, changed = form.get("act", ""), chosen_keys(service, visitor)
    try:
        changed = changed_key(changed, act, form.get("key", "")) if act else {}
    except (Conflict, Invalid) as error:
        status = 409 if isinstance(error, Conflict) else 422
        return _page(request, service, visitor, message=error.message, status=status)
    service.accounts.keep_preference(visitor.account.name, "keys", changed)
    return redirect(request, "/desk/keys")


def _page(
    request: Request, service: Service, visitor: Visitor, *, message: str | None = None, status: int = 200
) -> Response:
    changed = chosen_keys(service, visitor)
    mine = keys_with(changed)
    groups: dict[str, list[Any]] = {}
    for key in mine:
        groups.setdefault(key.group, []).append(key)
    shown: dict[str, Any] = {"groups": groups, "changed": changed, "fixed": FIXED, "message": message}
    return render(request, "keys.html", status=status, **frame(service, visitor) | shown)
