"""Links as people write them, those included that were taken apart so as not to look like one."""

import re
from collections.abc import Iterator
from functools import lru_cache

import re2
import tldextract

from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.view import View
from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Span

_options = re2.Options()
_options.log_errors = False
#: Cheap test for whether a text may hold a link at all.
_MAYBE = re2.compile(
    r"(?i)://|: //|hxxp|www|[\pL\pN][\[({]?\.[\])}]?\pL{2}|[\[({ ](?:dot|точка)[\])} ]|\d\.\d+\.\d", _options
)
_DOT = r"(?:\.|\s?[\[({]\s?(?:\.|dot|точка)\s?[\])}]\s?|[\[({]\.|\.[\])}])"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ADDRESS = re.compile(
    r"(?i)\b(?:h(?:tt|xx|\*\*)ps?|ftp)\s?:\s?//\s?[^\s<>\"'“”«»]+|(?<![\w.])www\d?\.[^\s<>\"'“”«»]+"
)
_BARE = re.compile(
    rf"(?i)(?<![\w@.+/-])(?:{_LABEL}{_DOT}){{1,5}}(?:xn--[a-z0-9-]{{1,40}}|[^\W\d_]{{2,24}})\b(?![\w@])(?:[/?#][^\s<>\"'“”«»]*)?"
)
_SPOKEN = re.compile(
    rf"(?i)(?<![\w@.])({_LABEL}) (?:dot|точка) (com|net|org|info|ru|co|io|biz|me|ру|ком)\b(?:\s?/\s?[\w-]+)?"
)
_DEFANGED = re.compile(r"(?i)\s?[\[({]\s?(?:\.|dot|точка)\s?[\])}]\s?|[\[({]\.|\.[\])}]| (?:dot|точка) ")
_SCHEME = re.compile(r"(?i)^[a-z*]{3,5}\s?:\s?//\s?")
_TAIL = re.compile(r"[.,;:!?)\]}'\"*_…]+$")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
#: A host as a scheme names it, whatever its suffix.
_HOST = re.compile(rf"(?:{_LABEL}\.){{1,9}}[^\W\d_][\w-]*")
#: Suffixes after which a bare name is a link; after others, which are words or file endings too, it needs a path.
_PLAIN_SUFFIXES = frozenset(
    str.split(
        "com net org info biz gov edu mil ru рф su ua by kz uz ge am az tr de fr es pt nl pl cz se dk fi ch eu uk"
        " ie ca au nz jp cn kr br mx ar io co ly gl gg tv xyz top shop site online club icu app dev website store"
        " tech cc ws vip bet casino porn xxx sex onion հայ укр бел срб"
    )
)
_PUNYCODE = re.compile(r"\bxn--([a-z0-9-]+)")
_NOT_SITES = frozenset({"asp.net", "vb.net", "ado.net", "socket.io", "paint.net"})
_extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def links_of(text: NormalisedText) -> list[tuple[str, Span]]:
    """Return `(registered domain, where)` of each link, first to last; addresses in HTML attributes included."""
    found = list(_in_view(text.clear))
    if text.clear.text != text.typed and _MAYBE.search(text.typed.encode("utf-8", "replace").decode()) is not None:
        typed = View(text.typed, range(len(text.typed) + 1))
        found += [
            (domain, span) for domain, span in _in_view(typed) if not any(_meet(span, other) for _, other in found)
        ]
    return sorted(found, key=lambda link: link[1])


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _in_view(view: View) -> Iterator[tuple[str, Span]]:
    if _MAYBE.search(view.text) is None:
        return
    taken = 0
    for start, end in sorted({*_spans(view.text)}):
        if start < taken:
            continue
        domain = _domain(view.text[start:end])
        if domain:
            taken = end
            yield domain, view.span(start, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_ADDRESS, _BARE, _SPOKEN):
        for found in pattern.finditer(text):
            tail = _TAIL.search(found[0][-40:])
            end = found.end() - (len(tail[0]) if tail else 0)
            if pattern is not _BARE or _is_site(text[found.start() : end]):
                yield found.start(), end


def _is_site(written: str) -> bool:
    """Whether a bare name is meant as an address, and not a missing space after a full stop or a file's name."""
    plain = _DEFANGED.sub(".", written)
    host, slash, path = plain.partition("/")
    names = re.split(r"[?#]", host)[0].split(".")
    if host.lower() in _NOT_SITES or (len(names[-2]) < 2 and not slash):
        return False
    if names[-1][0].isupper() and not host.isupper() and plain == written:
        return False
    if (
        slash
        and path
        and (len(names) > 2 or names[-2].lower() not in ORDINARY or len(names[-2]) > 3 or path[0].isalnum())
    ):
        return True
    return names[-1].lower() in _PLAIN_SUFFIXES


@lru_cache(maxsize=4096)
def _domain(written: str) -> str:
    """The registered domain of an address, or the IP; empty where its suffix is none.

    What begins with a scheme is an address whatever its suffix: new ones come, and browsers open them all.
    """
    plain = _SCHEME.sub("", _DEFANGED.sub(".", written))
    host = re.split(r"[/?#\s]", plain, maxsplit=1)[0].rpartition("@")[2].partition(":")[0].strip(".").lower()
    if _IP.fullmatch(host):
        return host
    parts = _extract(host)
    name = f"{parts.domain}.{parts.suffix}" if parts.domain and parts.suffix else ""
    if not name and not parts.suffix and _SCHEME.match(written) and _HOST.fullmatch(host):
        name = ".".join(host.split(".")[-2:])
    return _PUNYCODE.sub(lambda label: label[1].encode().decode("punycode", "ignore") or label[0], name)
