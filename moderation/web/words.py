"""What a word would catch and miss, asked before it goes on a list."""

from typing import Literal

from fastapi import Request, Response

from moderation.domain.collisions import DISGUISES, collisions_among
from moderation.domain.errors import Invalid
from moderation.domain.matching import Entry
from moderation.service import Service
from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.web.shown_policy import shown
from moderation.web.visitors import Visitor
from moderation.words import check_word, new_words, trial_on

router = pages()

#: So many of the latest comments are tried, so that the page comes at once; the command line tries more.
LATEST = 1_000
#: So many new words of a version are tried at once.
MOST = 50
_LONGEST = 100


@router.get("/policy/words")
def read(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    word: str = "",
    fold: str = "hard",
    version: str | None = None,
) -> Response:
    """Tell which disguises of a word would escape, and which innocent words, comments and names it would catch.

    With a version and no word, of all that it can stop a comment by and the live one cannot.
    """
    if version and not word.strip(" *"):
        return _new(request, visitor, service, version)
    if len(word) > _LONGEST:
        raise Invalid(f"A word or phrase has at most {_LONGEST} characters here.")
    chosen: Literal["soft", "hard"] = "soft" if fold == "soft" else "hard"
    entry = Entry("checked", word.strip(), chosen)
    told = check_word(service.storage, entry, site=visitor.site, latest=LATEST) if word.strip(" *") else None
    return render(request, "policy-words.html", told=told, word=word, fold=chosen, disguises=len(DISGUISES))


def _new(request: Request, visitor: Visitor, service: Service, version: str) -> Response:
    found, live = shown(service, visitor, version), service.policy(service.sites.get(visitor.site))
    new = new_words(live, found.policy)
    trial = trial_on(service.storage, site=visitor.site, latest=LATEST)
    tried = list(collisions_among(new[:MOST], trial))
    return render(
        request, "policy-new-words.html", shown=found, tried=tried, new=len(new), disguises=len(DISGUISES)
    )
