"""Whether Coral sent a body: HMAC over the raw bytes, by a secret that also tells the site."""

import hashlib
import hmac
from collections.abc import Mapping

HEADER = "x-coral-signature"
_SCHEME = "sha256="


def secrets_of(setting: str, *, site: str) -> dict[str, str]:
    """Read the setting: secrets as Coral shows them, each after `SITE=` unless it is the first site's.

    >>> secrets_of("empsec_a, evening=whsec_b", site="default")
    {'empsec_a': 'default', 'whsec_b': 'evening'}
    """
    site_by_secret = {}
    for each in setting.replace(",", " ").split():
        named, mark, secret = each.partition("=")
        site_by_secret[secret if mark else each] = named if mark else site
    return site_by_secret


def site_of(body: bytes, header: str, *, site_by_secret: Mapping[str, str]) -> str | None:
    """Return the site whose secret signed a body; `None` where none did.

    Coral sends several signatures while a secret is changed; any good one counts. Every secret is
    tried on every signature, so that time tells nothing.
    """
    sent = [each.strip() for each in header.split(",")][:10]
    shown = [each.removeprefix(_SCHEME).encode() for each in sent if each.startswith(_SCHEME)]
    found = None
    for secret, site in site_by_secret.items():
        digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode()
        if sum(hmac.compare_digest(digest, each) for each in shown):
            found = site
    return found
