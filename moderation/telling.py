"""What a webhook is told of a decision: our own message, or the one that the receiver's protocol has for it."""

from moderation.domain.decision import Decision
from moderation.domain.late_verdict import is_plugin, late_verdict
from moderation.domain.webhook import Message, Webhook, message_of
from moderation.keys import check_guid, digest_of, is_same, short_token
from moderation.ports import Sites, Transaction


class Writer:
    """Writes the messages of webhooks."""

    def __init__(self, sites: Sites, secret: bytes) -> None:
        """Know the keys of every site, and the secret that they follow from."""
        self._sites, self._secret = sites, secret

    def message(self, webhook: Webhook, decision: Decision, transaction: Transaction) -> Message | None:
        """Return what is to be sent; `None` where the receiver has no use for it."""
        if not is_plugin(webhook.url):
            return message_of(decision)
        key = self._short_key(webhook)
        if key is None:
            return None
        stored = transaction.decisions.comment(decision.comment_id)
        guid = check_guid(decision.comment_id, site=webhook.site, secret=self._secret)
        return late_verdict(decision, guid=guid, article=stored.article_key or "", key=key)

    def _short_key(self, webhook: Webhook) -> str | None:
        """Return the site's latest short key in clear; `None` where it has none."""
        live = [key for key in self._sites.keys(webhook.site) if key.revoked_at is None]
        for key in sorted(live, key=lambda key: key.created_at, reverse=True):
            token = short_token(webhook.site, at=key.created_at, secret=self._secret)
            if is_same(digest_of(token), key.digest):
                return token
        return None
