"""Words: what one would catch and miss, before it goes on a list."""

from fastapi import APIRouter

from moderation.api.body import StrictRoute
from moderation.api.clients import Admin, ServiceDep
from moderation.api.wire import WordIn
from moderation.domain.collisions import Collisions
from moderation.domain.matching import Entry
from moderation.words import check_word

router = APIRouter(prefix="/v1/words", tags=["policies"], route_class=StrictRoute)


@router.post("/check")
def check(body: WordIn, client: Admin, service: ServiceDep) -> Collisions:
    """Tell what a word of a list would catch that it should not, and which disguises of it would escape.

    It is tried on ordinary words, on the latest comments and on the names of who wrote them; nothing is kept.
    """
    entry = Entry("checked", body.word, body.fold)
    site = client.site.id
    return check_word(service.storage, entry, site=site, latest=body.comments, dictionary=body.dictionary)
