"""What Akismet's plugin for WordPress is told when a comment is decided after its check was answered."""

import json
from urllib.parse import parse_qs, urlsplit

from moderation.domain.decision import Decision, Source
from moderation.domain.verdict import Outcome
from moderation.domain.webhook import Message

#: Where the plugin listens, from 5.5 on: at the end of the path, or in the query where addresses are plain.
_ROUTE = "/akismet/v1/webhook"

#: What the plugin is told by other ways, or has done itself.
_UNTOLD = frozenset({Source.POLICY, Source.SITE, Source.ARCHIVE})


def is_plugin(url: str) -> bool:
    """Whether Akismet's plugin listens at an address.

    >>> is_plugin("https://blog.example/wp-json/akismet/v1/webhook")
    True
    >>> is_plugin("https://blog.example/index.php?rest_route=/akismet/v1/webhook")
    True
    >>> is_plugin("https://blog.example/hooks/moderation")
    False
    """
    parts = urlsplit(url)
    return parts.path.endswith(_ROUTE) or parse_qs(parts.query).get("rest_route") == [_ROUTE]


def late_verdict(decision: Decision, *, guid: str, article: str, key: str) -> Message | None:
    """Write a decision as the plugin takes it; `None` where it says nothing final, or nothing new.

    The plugin masks nothing: what is to appear with places masked stays with it as it is, for a person.
    `guid` is the id of the comment's first check, `article` WordPress's number of the post, `key` the site's key
    in clear: the plugin believes who knows it.
    """
    is_final = decision.outcome is not Outcome.FLAG and not decision.masked
    if decision.source in _UNTOLD or not is_final or not article.isdecimal():
        return None
    result = "false" if decision.outcome is Outcome.ALLOW else "true"
    told = {"guid": guid, "result": result, "comment_post_ID": int(article)}
    body = {"key": key, "endpoint": "comment-check", "comments": [told]}
    return Message(id=f"msg_{decision.id}", body=json.dumps(body, separators=(",", ":")).encode())
