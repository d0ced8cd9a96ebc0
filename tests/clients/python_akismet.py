"""python-akismet: the key is the first label of a host, which leads to us here."""

import json
import os
import socket
from typing import Any
from urllib.parse import urlsplit

from akismet import Akismet

_resolve = socket.getaddrinfo


def _inside(host: Any, *rest: Any, **more: Any) -> Any:
    """Resolve every name under akismet.test to this machine, as the publisher's name server would."""
    return _resolve("127.0.0.1" if str(host).endswith("akismet.test") else host, *rest, **more)


socket.getaddrinfo = _inside
Akismet.protocol, Akismet.domain = "http", f"akismet.test:{urlsplit(os.environ['BASE']).port}"
client = Akismet(os.environ["KEY"], "https://blog.example/", "tests/1.0", timeout=10)
answers = {
    "ham": client.check("203.0.113.9", "Mozilla/5.0", comment_content="The fees rise once more."),
    "spam": client.check("203.0.113.9", "Mozilla/5.0", comment_content="You are an utter idiot."),
}
client.submit_spam("203.0.113.9", "Mozilla/5.0", comment_content="Buy pills.")
print(json.dumps(answers | {"submitted": True}))  # noqa: T201
