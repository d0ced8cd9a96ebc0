"""Where a message may go: public addresses alone, unless the administrator names the host."""

import ipaddress
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from moderation.domain.errors import AddressRefused, Undeliverable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[..., Sequence[tuple[Any, ...]]]

#: What carries an IPv4 address inside an IPv6 one by a rule of translation, beside what `ipaddress` unwraps.
_NAT64 = ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48")
#: Global by their register, and yet no place for a server.
_SPECIAL = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "::/96", "100::/64", "2001::/23"))
)

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """An address of the web, taken apart and found acceptable by its form."""

    host: str
    port: int
    #: Path and query, as they stand in the request.
    target: str
    is_tls: bool
    #: Whether the administrator named the host: then it may be anywhere.
    is_named: bool

    @property
    def authority(self) -> str:
        """What stands in the header `Host`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.is_tls else 80) else f"{host}:{self.port}"


def destination(url: str, *, named: Collection[str] = ()) -> Destination:
    """Take an address apart; hosts that are `named` may use any port.

    Raises:
        AddressRefused: if it is none that a message may be sent to.
    """
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise AddressRefused("Write the address in ASCII, other characters percent-encoded.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressRefused("This is no address of the web.") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise AddressRefused("The address must begin with https:// or http:// and name a host.")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("The address may hold no user name and no password; the signature is the proof.")
    is_named = parts.hostname.rstrip(".") in {name.lower() for name in named}
    host, port = parts.hostname.rstrip("."), _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and not is_named:
        raise AddressRefused(
            "The address may name port 80 or 443 alone, unless MODERATION_WEBHOOK_HOSTS names its host."
        )
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    is_tls = parts.scheme == "https"
    return Destination(host=host, port=port, target=target, is_tls=is_tls, is_named=is_named)


def resolved(to: Destination, *, resolve: Resolve = socket.getaddrinfo) -> list[tuple[int, tuple[Any, ...]]]:
    """Return family and socket address of each place that a host has: asked once, and each checked.

    Raises:
        AddressRefused: if one of them is not public, and the host is not named.
        Undeliverable: if the name is not known.
    """
    try:
        found = resolve(to.host, to.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Undeliverable(f"The name '{to.host}' cannot be resolved.") from None
    places = [(family, address) for family, _, _, _, address in found]
    if not to.is_named and not all(is_public(ipaddress.ip_address(address[0])) for _, address in places):
        raise AddressRefused(
            f"'{to.host}' leads to an address that is not public; MODERATION_WEBHOOK_HOSTS names hosts that may."
        )
    return places


def is_public(address: Address) -> bool:
    """Whether an address, and every one inside it, belongs to the public internet.

    By IANA's registers of special addresses; IPv4 inside IPv6 (mapped, 6to4, Teredo, NAT64) is unwrapped.
    """
    if not address.is_global or address.is_multicast or any(address in network for network in _SPECIAL):
        return False
    if not isinstance(address, ipaddress.IPv6Address):
        return True
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _NAT64):
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return all(is_public(each) for each in inner if each is not None)
