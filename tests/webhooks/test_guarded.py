"""What leaves this machine goes where it may, once, and comes back in bounded time and size."""

import ipaddress
import socket
import time
from typing import Any

import pytest

from moderation.domain.errors import AddressRefused, Undeliverable
from moderation.webhooks.addresses import destination, is_public
from moderation.webhooks.guarded import post
from tests.webhooks.receiver import Receiver

HERE = frozenset({"127.0.0.1"})


def resolving(*hosts: str) -> Any:
    """Return a resolver that gives these addresses in turn, the last one for ever, and counts its calls."""
    asked: list[str] = []

    def resolve(_host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        address = hosts[min(len(asked), len(hosts) - 1)]
        asked.append(address)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    resolve.asked = asked  # type: ignore[attr-defined]
    return resolve


def test_body_arrives_as_it_was_given(hook: Receiver) -> None:
    """A signature is over bytes."""
    answer = post(hook.url, b'{"a": "\xc3\xa9"}', headers={"X-Sign": "1"}, named=HERE)

    assert answer.is_taken
    ((headers, body),) = hook.received
    assert (body, headers["x-sign"]) == (b'{"a": "\xc3\xa9"}', "1")
    assert headers["host"] == hook.url.split("/")[2]


INSIDE = [
    "http://127.0.0.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://017700000001/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a00:1::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[ff02::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://192.0.0.192/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
]
MALFORMED = [
    "file:///etc/passwd",
    "gopher://127.0.0.1:25/",
    "ftp://example.org/",
    "//example.org/",
    "example.org",
    "https://",
    "https://user:secret@example.org/",
    "https://user@example.org/",
    "https://example.org:22/",
    "https://example.org:8443/",
    "https://example.org:99999/",
    "https://[::1/",
    "http://①②⑦.⓪.⓪.①/",
    "https://example.org/a b",
    "https://example.org/\r\nX-Evil: 1",
    "https://example.org\\@127.0.0.1/",
]


@pytest.mark.parametrize("url", [*INSIDE, *MALFORMED])
def test_no_address_leads_inside(url: str) -> None:
    """A client that may name an address must not reach what only this machine can reach."""
    with pytest.raises(AddressRefused):
        post(url, b"", headers={}, seconds=2)


def test_no_connection_is_made_to_a_refused_address(hook: Receiver) -> None:
    """Even an empty connection tells who asks that somebody listens."""
    port = hook.url.split(":")[2]
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"):
        with pytest.raises(AddressRefused):
            post(f"http://{host}:{port}", b"", headers={})

    assert hook.received == []


def test_name_is_resolved_once(hook: Receiver) -> None:
    """A name that is checked, asked again and then leads elsewhere is how such guards are passed."""
    resolve = resolving("127.0.0.1", "127.0.0.9")
    post(hook.url.replace("127.0.0.1", "hook.test"), b"", headers={}, named={"hook.test"}, resolve=resolve)

    assert resolve.asked == ["127.0.0.1"]
    assert len(hook.received) == 1


def test_name_that_leads_inside_is_refused(hook: Receiver) -> None:
    """A public name with a private address is the same attack."""
    with pytest.raises(AddressRefused, match="not public"):
        post("https://rebind.test/", b"", headers={}, resolve=resolving("10.1.2.3"))


def test_one_inside_address_among_many_is_enough() -> None:
    """A name with one good and one bad address is a coin that the attacker throws."""

    def both(_host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.215.14", "127.0.0.1")]

    with pytest.raises(AddressRefused):
        post("https://both.test/", b"", headers={}, resolve=both)


@pytest.mark.parametrize("ip", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "2002:808:808::1"])
def test_public_addresses_are_public(ip: str) -> None:
    """A guard that refuses all is no use."""
    assert is_public(ipaddress.ip_address(ip))


def test_form_of_a_good_address() -> None:
    """What is sent must be what was registered."""
    to = destination("https://Example.org/hook?a=1#part")

    assert (to.host, to.port, to.target, to.is_tls, to.authority) == (
        "example.org",
        443,
        "/hook?a=1",
        True,
        "example.org",
    )


def test_redirect_is_not_followed(hook: Receiver) -> None:
    """An outside server must not choose where we go next."""
    hook.status, hook.headers = 302, {"Location": hook.url + "/inside"}

    answer = post(hook.url, b"", headers={}, named=HERE)

    assert (answer.status, answer.is_taken, len(hook.received)) == (302, False, 1)


def drip(out: Any) -> None:
    """Send a byte now and then, for longer than anybody waits."""
    try:
        for _ in range(100):
            out.write(b"H")
            out.flush()
            time.sleep(0.05)
    except OSError:
        pass


def flood(out: Any) -> None:
    """Send a head that does not end."""
    out.write(b"HTTP/1.1 200 OK\r\n")
    try:
        for _ in range(10_000):
            out.write(b"X: " + b"a" * 4_000 + b"\r\n")
    except OSError:
        pass


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (drip, "no answer in time"),
        (flood, "too large"),
        (lambda out: out.write(b"SSH-2.0-OpenSSH\r\n\r\n"), "not HTTP"),
        (lambda out: None, "without an answer"),
    ],
    ids=["drip", "flood", "another protocol", "nothing"],
)
def test_bad_answers_are_bounded(hook: Receiver, answer: Any, why: str) -> None:
    """One bad receiver must not hold up the others, or fill the memory."""
    hook.answer = answer

    with pytest.raises(Undeliverable, match=why):
        post(hook.url, b"", headers={}, named=HERE, seconds=0.5)


def test_endless_body_is_not_read(hook: Receiver) -> None:
    """Ten gigabytes, or a gzip bomb, are the receiver's own."""

    def endless(out: Any) -> None:
        out.write(b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        flood(out)

    hook.answer = endless

    assert post(hook.url, b"", headers={}, named=HERE).status == 200


def test_server_without_tls_is_told(hook: Receiver) -> None:
    """A certificate that is wrong is worse than none."""
    with pytest.raises(Undeliverable, match="TLS failed"):
        post(hook.url.replace("http:", "https:"), b"", headers={}, named=HERE, seconds=2)


def test_nobody_there_is_told() -> None:
    """The message must wait, not vanish."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]

    with pytest.raises(Undeliverable, match="refused"):
        post(f"http://127.0.0.1:{port}/", b"", headers={}, named=HERE)
    with pytest.raises(Undeliverable, match="resolved"):
        post("https://nowhere.invalid/", b"", headers={})
