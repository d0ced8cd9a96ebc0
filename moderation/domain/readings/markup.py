"""HTML and the like: tags go, shown attributes and entities stay as the text they show, offsets are kept."""

import html
import re
from collections.abc import Iterator

from moderation.domain.readings.view import Edit, View, rewrite
from moderation.domain.verdict import Span

#: Possessive throughout, so that hostile markup costs one pass.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>"']*+(?:"[^"]*+"|'[^']*+')?+)*+)/?>""")
_SHOWN = re.compile(r"""(?<![\w-])(?:title|alt)\s*+=\s*+("[^"]*+"|'[^']*+')""", re.IGNORECASE)
_HIDDEN = ("script", "style", "template", "head", "title", "noscript", "iframe", "object", "svg")
_LINES = frozenset(
    str.split(
        "address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form"
        " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    )
)
#: Tags that a comment form lets through; in plain text only these are taken for markup.
_KNOWN = frozenset(
    str.split(
        "a abbr b bdi bdo big blockquote br center cite code dd del details div dl dt em font h1 h2"
        " h3 h4 h5"
        " h6 hr i img ins kbd li mark marquee ol p pre q s samp script small span strike strong style sub summary"
        " sup table td th tr tt u ul wbr"
    )
)
_LONGEST_UNKNOWN = 20
#: A link of Markdown inside a word.
_LINKED_PART = re.compile(r"(?<=[^\W_])\[([^\[\]\s]{1,40})\]\(|\[([^\[\]\s]{1,40})\]\([^()\s]{0,300}\)(?=[^\W_])")
_BBCODE = re.compile(
    r"\[/?(b|i|u|s|url|img|color|size|quote|code|spoiler|center)(?:=[^\[\]\n]{0,200})?\]", re.IGNORECASE
)
_BBCODE_END = re.compile(r"\[/(b|i|u|s|url|img|color|size|quote|code|spoiler|center)\]", re.IGNORECASE)
#: A word that was typed with each letter in brackets, and no row of tags.
_LETTERS_AS_TAGS = re.compile(r"(?:<[^\W_]>){3,}+(?!</)")
_ENTITY = re.compile(
    r"&(?:(?:amp|#38|#x0*26);)*+(?:#[0-9]{1,15}+|#[xX][0-9a-fA-F]{1,15}+|[a-zA-Z][a-zA-Z0-9]{1,30}(?=;));?+"
    r"|&(?:(?:amp|#38|#x0*26);)++"
)
_ENTITY_PREFIX = re.compile(r"&(?:(?:amp|#38|#x0*26);)*")


def shown(view: View) -> tuple[View, tuple[Span, ...]]:
    """What a browser shows of HTML, and where its `<blockquote>`s stand in the typed text."""
    edits: list[Edit] = []
    quotes: list[Span] = []
    opened: list[int] = []
    for start, end, closing, name, attributes in _tags(view.text, hiding=True):
        edits.extend(_shown_of(view.text, start, end, name, attributes))
        if name == "blockquote" and not closing:
            opened.append(end)
        elif name == "blockquote" and opened:
            begin = opened.pop()
            if start > begin:
                quotes.append(view.span(begin, start))
    if opened and opened[0] < len(view.text):
        quotes.append(view.span(opened[0], len(view.text)))
    return rewrite(view, edits), tuple(quotes)


def without_tags(view: View) -> View:
    """Plain text without the tags that a comment form knows: a reader of the page would not see them."""
    if "<" not in view.text and "[" not in view.text:
        return view
    linked = _LINKED_PART.finditer(view.text) if "](" in view.text else ()
    view = rewrite(view, [(m.start(), m.end(), f"{m[1]} (" if m[1] else m[2]) for m in linked])
    lone = _LETTERS_AS_TAGS.finditer(view.text)
    view = rewrite(view, [(at, at + 1, "") for run in lone for at in range(*run.span()) if view.text[at] in "<>"])
    edits: list[Edit] = []
    for start, end, _, name, attributes in _tags(view.text, hiding=False):
        if name in _KNOWN or name == "!" or _is_in_word(view.text, start, end):
            edits.extend(_shown_of(view.text, start, end, name, attributes))
    view = rewrite(view, edits)
    closed = {found.lower() for found in _BBCODE_END.findall(view.text)}
    codes = (found for found in _BBCODE.finditer(view.text) if found[1].lower() in closed)
    return rewrite(view, [(found.start(), found.end(), "") for found in codes])


def _is_in_word(text: str, start: int, end: int) -> bool:
    """Whether a tag that no browser knows stands between two letters, where it shows nothing."""
    beside = text[max(start - 1, 0) : start], text[end : end + 1]
    return end - start <= _LONGEST_UNKNOWN and all(map(str.isalpha, beside))


def decoded_entities(view: View) -> View:
    """Read `&#102;` and `&amp;` as the characters they show, however often they were escaped."""
    if "&" not in view.text:
        return view
    edits = []
    for found in _ENTITY.finditer(view.text):
        prefix = _ENTITY_PREFIX.match(found[0])
        rest = found[0][prefix.end() :] if prefix else ""
        meant = html.unescape("&" + rest.rstrip(";") + ";") if rest else "&"
        if len(meant) <= 2:
            edits.append((found.start(), found.end(), meant))
    return rewrite(view, edits)


def _tags(text: str, *, hiding: bool) -> Iterator[tuple[int, int, bool, str, str]]:
    """Yield `(start, end, is closing, name, attributes)`; what is never shown comes as one tag if `hiding`."""
    at, last = text.find("<"), text.rfind(">")
    while at != -1:
        end = at + 1
        if text.startswith("<!--", at):
            end = _end_of_comment(text, at, hiding=hiding)
            yield at, end, False, "!", ""
        elif found := _TAG.match(text, at):
            end = found.end()
            name = found[2].lower()
            if hiding and name in _HIDDEN and not found[1]:
                end = _end_of_hidden(text, end, name)
            yield at, end, bool(found[1]), name, found[3]
        elif hiding and at < last and text.startswith(("<!", "<?"), at):
            end = text.index(">", at) + 1
            yield at, end, False, "!", ""
        at = text.find("<", end)


def _end_of_comment(text: str, at: int, *, hiding: bool) -> int:
    """In plain text only the start of a comment goes, unless nothing is written in it."""
    close = text.find("-->", at + 4, len(text) if hiding else at + 40 + 3)
    if hiding:
        return close + 3 if close != -1 else len(text)
    if close == -1 or close - at >= 40:
        return at + 4
    is_in_word = text[max(at - 1, 0) : at].isalnum() and text[close + 3 : close + 4].isalnum()
    return close + 3 if is_in_word or not any(map(str.isalnum, text[at:close])) else at + 4


def _end_of_hidden(text: str, at: int, name: str) -> int:
    close = re.compile(rf"</{name}[^>]*>", re.IGNORECASE).search(text, at)
    return close.end() if close else len(text)


def _shown_of(text: str, start: int, end: int, name: str, attributes: str) -> Iterator[Edit]:
    """What takes the place of a tag: a line break, nothing, or the attributes that are shown."""
    blank = "\n" if name in _LINES else ""
    found = _SHOWN.search(attributes) if attributes and name not in _HIDDEN else None
    if found is None:
        yield start, end, blank
        return
    offset = text.index(attributes, start)
    yield start, offset + found.start(1) + 1, " "
    yield offset + found.end(1) - 1, end, " "
