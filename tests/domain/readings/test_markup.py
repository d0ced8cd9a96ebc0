"""HTML as a browser shows it, and markup that hides in plain text."""

import pytest

from moderation.domain.readings.markup import decoded_entities, shown, without_tags
from moderation.domain.readings.view import as_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("<b>a</b>b", "ab"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<p>a</p><p>b</p>", "\na\n\nb\n"),
        ("<script>evil()</script>a<style>x{}</style>", "a"),
        ("a<!-- hidden -->b", "ab"),
        ("a<!-- never closed", "a"),
        ("<script>never closed", ""),
        ("<img src='x' alt='a fool'>", " a fool "),
        ('<a href="http://x.y" title="1 > 2">link</a>', " 1 > 2 link"),
        ("<a href=x>link</a>", "link"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<3 you", "<3 you"),
        ("a <b", "a <b"),
        ("<!DOCTYPE html>a", "a"),
    ],
)
def test_html_is_shown_without_its_tags(typed: str, text: str) -> None:
    """Rules look at what readers see."""
    assert shown(as_typed(typed))[0].text == text


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("<blockquote>a</blockquote>b", ["a"]),
        ("<blockquote>a <blockquote>b</blockquote></blockquote>", ["b", "a <blockquote>b</blockquote>"]),
        ("<blockquote>never closed", ["never closed"]),
        ("</blockquote>a", []),
        ("<blockquote></blockquote>a", []),
    ],
)
def test_blockquotes_are_found(typed: str, quoted: list[str]) -> None:
    """What is quoted is not the commenter's own word."""
    assert [typed[span.start : span.end] for span in shown(as_typed(typed))[1]] == quoted


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("f<b>u</b>ck", "fuck"),
        ("f<!-- -->uck", "fuck"),
        ("f<!-- x -->00l", "f00l"),
        ("say <!-- you idiot -->", "say  you idiot -->"),
        ("f[b]u[/b]ck", "fuck"),
        ("[url=x.y]a[/url]", "a"),
        ("[i] alone", "[i] alone"),
        ("List<String> x", "List<String> x"),
        ("<script>you idiot</script>", "you idiot"),
    ],
)
def test_plain_text_loses_only_the_tags_that_comment_forms_know(typed: str, text: str) -> None:
    """In plain text a tag is a trick or a habit; what stands between tags is seen by readers all the same."""
    assert without_tags(as_typed(typed)).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("&#102;&#x75;ck", "fuck"),
        ("&lt;b&gt;", "<b>"),
        ("&amp;amp;lt;", "<"),
        ("a &amp; b", "a & b"),
        ("AT&T", "AT&T"),
        ("a&copy=1", "a&copy=1"),
        ("&nosuchentity;", "&nosuchentity;"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
    ],
)
def test_entities_are_read_as_what_they_show(typed: str, text: str) -> None:
    """A letter by its number is still a letter."""
    assert decoded_entities(as_typed(typed)).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [("ki<x/>ll", "kill"), ("a <x/> b", "a <x/> b"), ("i<sandwich-of-many-words>j", "i<sandwich-of-many-words>j")],
)
def test_unknown_tag_inside_a_word_is_dropped(typed: str, text: str) -> None:
    """No browser shows it; between words it may be a joke or an address."""
    assert without_tags(as_typed(typed)).text == text
