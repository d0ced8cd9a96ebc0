"""What a word would catch and miss, asked before it goes on a list."""

from typing import Literal

from fastapi import Request, Response

from moderation.domain.collisions import DISGUISES, Collisions, collisions_of
from moderation.domain.errors import Invalid
from moderation.domain.matching import Entry
from moderation.domain.past_verdict import VerdictQuery
from moderation.service import Service
from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.web.visitors import Visitor

router = pages()

#: So many of the latest comments are tried, so that the page comes at once; the command line tries more.
LATEST = 1_000
_LONGEST = 100


@router.get("/policy/words")
def read(
    request: Request, visitor: VisitorDep, service: ServiceDep, word: str = "", fold: str = "hard"
) -> Response:
    """Tell which disguises of a word would escape, and which innocent words, comments and names it would catch."""
    if len(word) > _LONGEST:
        raise Invalid(f"A word or phrase has at most {_LONGEST} characters here.")
    chosen: Literal["soft", "hard"] = "soft" if fold == "soft" else "hard"
    told = _told(service, visitor, Entry("checked", word.strip(), chosen)) if word.strip(" *") else None
    return render(request, "policy-words.html", told=told, word=word, fold=chosen, disguises=len(DISGUISES))


def _told(service: Service, visitor: Visitor, entry: Entry) -> Collisions:
    with service.storage.read(visitor.site) as transaction:
        extent = transaction.verdicts.extent(VerdictQuery())
        after = max(extent.last - LATEST, extent.first - 1)
        page = transaction.verdicts.page(VerdictQuery(), after=after, upto=extent.last, limit=LATEST)
    past = [verdict.comment for verdict in page]
    return collisions_of(
        entry,
        comments=[each.text for each in past if each.text],
        names=[each.author_name for each in past if each.author_name],
    )
