"""What a word would catch and miss, asked before it goes on a list."""

from typing import Literal

from fastapi import Request, Response

from moderation.domain.collisions import DISGUISES
from moderation.domain.errors import Invalid
from moderation.domain.matching import Entry
from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.words import check_word

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
    entry = Entry("checked", word.strip(), chosen)
    told = check_word(service.storage, entry, site=visitor.site, latest=LATEST) if word.strip(" *") else None
    return render(request, "policy-words.html", told=told, word=word, fold=chosen, disguises=len(DISGUISES))
