"""Links, however they are written, and what only looks like one."""

import pytest

from moderation.domain.comment import Format
from moderation.domain.links import links_of
from moderation.domain.text import normalise


@pytest.mark.parametrize(
    ("typed", "domain", "said"),
    [
        ("see http://a.b.co.uk/x?y=1.", "b.co.uk", "http://a.b.co.uk/x?y=1"),
        ("www.Example.org!", "example.org", "www.Example.org"),
        ("go to bit.ly/x now", "bit.ly", "bit.ly/x"),
        ("t.me/spam", "t.me", "t.me/spam"),
        ("youtu.be/abc123", "youtu.be", "youtu.be/abc123"),
        ("buy at cheap-pills.shop today", "cheap-pills.shop", "cheap-pills.shop"),
        ("пример.рф тут", "пример.рф", "пример.рф"),
        ("xn--e1afmkfd.xn--p1ai/x", "пример.рф", "xn--e1afmkfd.xn--p1ai/x"),
        ("hxxp://evil[.]com/a", "evil.com", "hxxp://evil[.]com/a"),
        ("foo(dot)com", "foo.com", "foo(dot)com"),
        ("foo [dot] com", "foo.com", "foo [dot] com"),
        ("evil dot com", "evil.com", "evil dot com"),
        ("http://user@host.am:80/x", "host.am", "http://user@host.am:80/x"),
        ("http://127.0.0.1/x", "127.0.0.1", "http://127.0.0.1/x"),
        ("ｗｗｗ.evil.com", "evil.com", "ｗｗｗ.evil.com"),
        ("ev\u200bil.com", "evil.com", "ev\u200bil.com"),
        ("user.github.io/x", "github.io", "user.github.io/x"),
        ("read news.am", "news.am", "news.am"),
        ("http://xn--99999999.com/", "xn--99999999.com", "http://xn--99999999.com/"),
        ("http://evil.com/(foo.org)", "evil.com", "http://evil.com/(foo.org"),
        ("[text](http://x.org/a)", "x.org", "http://x.org/a"),
        ("at http://cheap.pills.example/x now", "pills.example", "http://cheap.pills.example/x"),
        ("https://wiki.intranet-of-ours", "wiki.intranet-of-ours", "https://wiki.intranet-of-ours"),
    ],
)
def test_link_is_found_with_its_domain(typed: str, domain: str, said: str) -> None:
    """Spammers write links so that filters do not see them and readers do."""
    assert [(name, typed[span.start : span.end]) for name, span in links_of(normalise(typed))] == [(domain, said)]


@pytest.mark.parametrize(
    "typed",
    [
        "e.g. this, i.e. that, U.S. and U.K., p.m.",
        "This is the end.Next we go.",
        "Node.js, ASP.NET, Socket.io, readme.md, report.pdf, a.out",
        "I am.so tired of.it all",
        "version 1.2.3 costs 3.14",
        "joe@example.com",
        "and/or, 24/7, he.she",
        "dot com bubble",
        "http://",
        "...",
    ],
)
def test_text_that_only_looks_like_a_link_is_none(typed: str) -> None:
    """A missing space after a full stop is no advertisement."""
    assert links_of(normalise(typed)) == []


def test_link_in_an_attribute_counts() -> None:
    """Readers click on it, whatever its text says."""
    typed = '<a href="http://spam.ru/x">nice</a> and www.b.org'

    assert [domain for domain, _ in links_of(normalise(typed, format=Format.HTML))] == ["spam.ru", "b.org"]
