"""XML from strangers."""

import tracemalloc
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.archive import ArchivedComment
from moderation.domain.errors import Invalid
from moderation.importers import files
from tests.importers.conftest import LIMITS, Read, reasons, texts
from tests.importers.test_disqus import FOOT as DISQUS_FOOT
from tests.importers.test_disqus import HEAD as DISQUS_HEAD
from tests.importers.test_disqus import post
from tests.importers.test_files import Endless
from tests.importers.test_wxr import FOOT, HEAD, item, note

ROOT = '<rss xmlns:wp="http://wordpress.org/export/1.2/">'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "kind",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>{ROOT}&l9;</rss>',
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>{ROOT}&x;</rss>',
        f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/evil.dtd">{ROOT}</rss>',
        f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p">%p;]>{ROOT}</rss>',
        f"<!DOCTYPE rss>{ROOT}</rss>",
    ],
    ids=["billion laughs", "file", "address", "parameter", "harmless"],
)
@pytest.mark.parametrize("begin", ['<?xml version="1.0"?>', "\ufeff", ""])
def test_document_types_are_refused(kind: str, begin: str, read: Read) -> None:
    """Every known attack by XML on its reader begins with one, and no export has one."""
    with pytest.raises(Invalid, match="has a document type or entities"):
        read(begin + kind)


def test_entity_that_nobody_declared_is_refused(read: Read) -> None:
    """What it stands for cannot be known."""
    with pytest.raises(Invalid, match="not well-formed at line 1"):
        read(f"{ROOT}&nbsp;</rss>")


def test_depth_is_bounded(read: Read) -> None:
    """A million opened elements are a million names in memory."""
    with pytest.raises(Invalid, match="more than 64 elements within one another"):
        read(ROOT + "<a>" * 100_000)


@pytest.mark.parametrize("endless", ['<a b="{}"/>', "<!--{}-->", "<a{}/>"], ids=["attribute", "comment", "name"])
def test_token_that_does_not_end_is_refused(endless: str) -> None:
    """What has no end must be held whole, and a file can be larger than the memory."""
    start, _, _ = endless.partition("{}")
    tracemalloc.start()
    try:
        with pytest.raises(Invalid, match="without an element"):
            _read(iter([f"{ROOT}{start}".encode(), *([b"x" * 65_536] * 2_000)]))
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


def test_text_that_does_not_end_is_one_bad_comment(read: Read) -> None:
    """Somebody pastes a book; it is too long, and the next comment is not."""
    found = read(HEAD + item(1, note(1, "x" * 3_000_000), note(2)) + FOOT)

    assert texts(found) == ["Well said."]
    assert [reason for _, reason in reasons(found)] == ["comment_content: is longer than 1000 characters"]


@pytest.mark.parametrize(
    ("archive", "said"),
    [
        ("<html><body>Log in</body></html>", "begins with <html>; expected: <rss> or <disqus>"),
        ("<rss", "is not well-formed at line 1"),
        (HEAD + item(1, note(1)), "is not well-formed at line 2"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><rss/>', "is in ISO-8859-1; export it as UTF-8"),
    ],
    ids=["another file", "a stump", "cut off", "another encoding"],
)
def test_what_is_no_export_is_told(archive: str, said: str, read: Read) -> None:
    """The wrong file is the most frequent fault, half a file the next."""
    with pytest.raises(Invalid, match=said):
        read(archive)


@pytest.mark.parametrize("rest", ["", "</oops>", "<!ENTITY x 'y'>", "<a>" * 99])
def test_comments_before_the_break_are_there(rest: str) -> None:
    """Half an archive is better than none, and the rest comes with the next try."""
    found = _found(iter([(HEAD + item(1, note(1), note(2)) + rest).encode()]))

    assert texts([next(found), next(found)]) == ["Well said.", "Well said."]
    with pytest.raises(Invalid):
        next(found)


def test_controls_and_broken_characters_are_replaced(read: Read) -> None:
    """Old databases hold what XML does not allow, and WordPress exports it all the same."""
    archive = (HEAD + item(1, note(1, "a\x0bb\x00c MARK")) + FOOT).encode().replace(b"MARK", b"\xff\xfe")

    assert texts(read(archive)) == ["a b c \ufffd\ufffd"]


def test_texts_do_not_depend_on_where_the_file_is_cut(monkeypatch: pytest.MonkeyPatch, read: Read) -> None:
    """A letter of two bytes may lie across two pieces of the file."""
    archive = HEAD + item(1, note(1, "Ünïcödé – für äll & <b>mörë</b>"), note(2, "ⓩ" * 50)) + FOOT
    whole = read(archive)
    for size in (1, 2, 3, 7):
        monkeypatch.setattr("moderation.importers.xml.CHUNK", size)

        assert read(archive) == whole


@given(st.binary(max_size=200), st.sampled_from([HEAD, DISQUS_HEAD, ROOT, "<"]))
def test_noise_ends_in_one_sentence(noise: bytes, head: str) -> None:
    """Whatever somebody uploads: a sentence, and never a traceback."""
    try:
        found = list(_found(iter([head.encode() + noise])))
    except Invalid as error:
        assert error.message.startswith("archive ")  # noqa: PT017 — both ends are fine
    else:
        assert all(isinstance(each, ArchivedComment) or each.reason for each in found)


@pytest.mark.parametrize("kind", ["wxr", "disqus"])
def test_memory_does_not_grow_with_the_file(kind: str) -> None:
    """Twenty years of a newspaper are some gigabytes, and one article may have a hundred thousand comments."""
    peaks = [_peak(kind, count) for count in (1_000, 1_000, 10_000)]

    assert peaks[2] < peaks[1] + 200_000


def _peak(kind: str, count: int) -> int:
    if kind == "wxr":
        begin, end = HEAD + item(1)[: -len("</item>\n")], "</item>" + FOOT
        rows: Iterator[str] = (note(number, "Well said. " * 20) for number in range(count))
    else:
        begin, end = DISQUS_HEAD, DISQUS_FOOT
        rows = (post(str(number)) for number in range(count))
    tracemalloc.start()
    try:
        assert _read(_encoded(begin, rows, end)) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _encoded(begin: str, rows: Iterator[str], end: str) -> Iterator[bytes]:
    yield begin.encode()
    yield from (row.encode() for row in rows)
    yield end.encode()


def _read(lines: Iterator[bytes]) -> int:
    count = 0
    for _ in _found(lines):
        count += 1
    return count


def _found(lines: Iterator[bytes]) -> files.Found:
    endless: Any = Endless(b"", lines)
    return files.comments(BufferedReader(endless), LIMITS, name="archive")
