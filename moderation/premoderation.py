"""Articles under which every comment waits for a person: look, end it early, and take that back.

An article is named as the site names it: by its id or address, or by its title where it has neither.
"""

from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict
from moderation.domain.premoderation import Premoderation
from moderation.domain.record import article_keys
from moderation.ports import Storage, Transaction


def premoderation(storage: Storage, *, site: SiteId, article: str, at: datetime) -> Premoderation | None:
    """Return until when every comment under an article waits, if it does."""
    with storage.read(site) as transaction:
        found = _kept(transaction, article, at=at)
    return found[1] if found and found[1].ended_by is None else None


def end_premoderation(storage: Storage, *, site: SiteId, article: str, by: str, at: datetime) -> None:
    """Let comments under an article be judged on their own again; noted in the audit.

    What waits already goes on waiting for a person.
    """
    with storage.write(site) as transaction:
        found = _kept(transaction, article, at=at)
        if found is None or found[1].ended_by is not None:
            return
        key, known = found
        transaction.articles.end_premoderation(key, by=by)
        detail = {"article": key, "rule": known.rule, "until": known.until.isoformat()}
        transaction.audit(by=by, what="article.end_premoderation", detail=detail, at=at)


def resume_premoderation(storage: Storage, *, site: SiteId, article: str, by: str, at: datetime) -> None:
    """Take back that somebody ended it: it lasts as long as the rule said; noted in the audit.

    Raises:
        Conflict: if it would be over by now.
    """
    with storage.write(site) as transaction:
        found = _kept(transaction, article, at=at)
        if found is None:
            raise Conflict("Its time is over by now: comments under the article are judged on their own.")
        key, known = found
        if known.ended_by is None:
            return
        transaction.articles.end_premoderation(key, by=None)
        detail = {"article": key, "rule": known.rule, "until": known.until.isoformat()}
        transaction.audit(by=by, what="article.resume_premoderation", detail=detail, at=at)


def _kept(transaction: Transaction, article: str, *, at: datetime) -> tuple[str, Premoderation] | None:
    """Return the name under which an article's premoderation is kept, and what is kept."""
    for key in article_keys(article):
        known = transaction.articles.premoderation(key, at=at)
        if known is not None:
            return key, known
    return None
