"""Articles under which every comment waits for a person: look, and end it early."""

from datetime import datetime

from moderation.domain.comment import SiteId
from moderation.domain.premoderation import Premoderation
from moderation.ports import Storage


def premoderation(storage: Storage, *, site: SiteId, article: str, at: datetime) -> Premoderation | None:
    """Return until when every comment under an article waits, if it does."""
    with storage.read(site) as transaction:
        return transaction.articles.premoderated({article}, at=at).get(article)


def end_premoderation(storage: Storage, *, site: SiteId, article: str, by: str, at: datetime) -> None:
    """Let comments under an article be judged on their own again; noted in the audit.

    What waits already goes on waiting for a person.
    """
    with storage.write(site) as transaction:
        known = transaction.articles.premoderated({article}, at=at).get(article)
        if known is None:
            return
        transaction.articles.end_premoderation(article)
        detail = {"article": article, "rule": known.rule}
        transaction.audit(by=by, what="article.end_premoderation", detail=detail, at=at)
