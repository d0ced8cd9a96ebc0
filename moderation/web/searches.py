"""The parts of what waits that a moderator comes back to: kept under a name, renamed, deleted."""

from typing import Literal
from urllib.parse import urlencode

from fastapi import Request, Response

from moderation.domain.errors import Invalid
from moderation.domain.review import Order
from moderation.domain.search import SavedSearch
from moderation.searches import keep_searches, searches_of
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect

router = pages()

_NARROWED = ("queue", "language", "clause", "section", "words")
_LONGEST = 200


@router.post("/desk/searches/{act}")
def change(
    request: Request,
    act: Literal["keep", "rename", "delete"],
    form: FormDep,
    visitor: VisitorDep,
    service: ServiceDep,
) -> Response:
    """Keep what the desk is narrowed to under a name, give that another name, or forget it."""
    kept = searches_of(service.accounts, by=visitor.account.name, site=visitor.site)
    name, place = form.get("name", ""), "/desk"
    if act == "keep":
        search = _search(form, name)
        kept, place = kept.keep(search), address_of(search)
    elif act == "rename":
        kept = kept.rename(name, form.get("to", ""))
    else:
        kept = kept.delete(name)
    keep_searches(service.accounts, kept)
    return redirect(request, place)


def address_of(search: SavedSearch) -> str:
    """Return the path of the desk, narrowed to a search."""
    asked = {name: getattr(search, name) for name in _NARROWED} | {"order": search.order.value}
    return f"/desk?{urlencode({name: value for name, value in asked.items() if value})}"


def _search(form: FormDep, name: str) -> SavedSearch:
    narrowed = {each: form.get(each, "").strip() for each in _NARROWED}
    try:
        order = Order(form.get("order", ""))
    except ValueError:
        raise Invalid(f"The order of a search is one of {', '.join(Order)}.") from None
    if max(map(len, narrowed.values())) > _LONGEST:
        raise Invalid(f"What a search looks for has at most {_LONGEST} characters.")
    return SavedSearch(name=name, order=order, **narrowed)
