"""Conditions on prepared facts: amounts, members, domains, yes or no."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from moderation.domain.conditions.clues import LOWER_CASE
from moderation.domain.conditions.expression import Comparison, Drawn, Hours
from moderation.domain.conditions.logic import Check
from moderation.domain.conditions.scene import HOLDS, Found, Scene, Truth
from moderation.domain.counter import Counter
from moderation.domain.signals import UNKNOWN

_TARGETS = {
    "commenter": "aimed at another commenter",
    "named_in_article": "aimed at someone named in the article",
    "article_author": "aimed at the article's author",
    "group": "aimed at a group",
    "self": "about the writer",
    "person": "aimed at a person",
    "nobody": "aimed at nobody",
}
_PII = {
    "email": "an e-mail address",
    "phone": "a phone number",
    "street_address": "a street address",
    "card": "a card number",
    "iban": "a bank account",
    "id_number": "an identity number",
    "ip": "an IP address",
}
#: What comments share, where it is not whose they are.
_SHARED = {
    "article": "under this article",
    "link_domain": "with a link to the same site",
    "text": "with the same text",
}
_APART = {"author": "authors", "ip": "addresses", "article": "articles"}
#: Facts about the talk that their names do not say plainly.
_TALK = {
    "thread.length": "comments in this thread:",
    "thread.depth": "comments above this one:",
    "thread.temperature": "share of the thread's last comments that are held or were refused:",
    "thread.replies_to_staff": "an answer to the staff",
}


def amount(fact: str, comparison: Comparison) -> Check:
    """Hold where a number lies within the bound."""
    attribute = fact.removeprefix("score.")
    attributes = (attribute,) if attribute != fact else ()
    label = _label(fact)

    def check(scene: Scene) -> Truth:
        value = scene.facts.get(fact)
        if value is None:
            return False
        if value is UNKNOWN:
            return None
        if not isinstance(value, (int, float)) or not comparison.holds(value) or scene.is_elsewhere(fact):
            return False
        shown = f"{value:.2f}" if isinstance(value, float) else str(value)
        return Found(
            said=(f"{label} {shown} {comparison}",), attributes=attributes, places=tuple(scene.places(fact))
        )

    return check


def _label(fact: str) -> str:
    """Name a number for a person: `comments by this author in 600 s`."""
    match fact.split("."):
        case ["score", attribute]:
            return attribute
        case ["rate", *_]:
            return _counted(Counter.of_fact(fact))
        case ["similarity", by, place, seconds]:
            others = "a text" if place == "1" else f"{place} texts"
            whose = " of this author" if by == "author" else ""
            return f"likeness to {others}{whose} within {_duration(int(seconds))}:"
        case ["duplicate", by, seconds]:
            whose = "of this author " if by == "author" else ""
            return f"copies {whose}within {_duration(int(seconds))}:"
        case _ if fact in _TALK:
            return _TALK[fact]
        case _:
            return fact.replace(".", " ").replace("_", " ")


def _counted(counter: Counter) -> str:
    """Say what is counted: `different addresses of comments with the same text within 10 m:`."""
    whose = _SHARED.get(counter.by, f"of this {counter.by}")
    comments = f"comments {'of new authors ' if counter.of_new else ''}{whose}"
    of_kind = f"different {_APART[counter.distinct]} of " if counter.distinct else ""
    return f"{of_kind}{comments} within {_duration(counter.seconds)}:"


def _duration(seconds: int) -> str:
    for unit, length in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds % length == 0:
            return f"{seconds // length} {unit}"
    return f"{seconds} s"


def member(fact: str, values: Sequence[str]) -> Check:
    """Hold where the fact is, or holds, one of the values."""
    wanted = frozenset(value.casefold() for value in values)
    any_value = "*" in wanted
    is_plain = fact in LOWER_CASE and not any_value

    def check(scene: Scene) -> Truth:
        value = scene.facts.get(fact)
        if value is None:
            return False
        if value is UNKNOWN:
            return None
        have = value if isinstance(value, tuple) else (str(value),)
        if is_plain and wanted.isdisjoint(have):
            return False
        seen = [v for v in have if any_value or v.casefold() in wanted]
        if scene.window is not None:
            seen = [v for v in seen if not scene.is_elsewhere(f"{fact}.{v}")]
        if not seen:
            return False
        places = tuple(span for v in seen for span in scene.places(f"{fact}.{v}"))
        # Personal data is what such a rule is about; whom a text is aimed at is only where it begins.
        spans = places if fact == "pii" else ()
        return Found(said=(_say(fact, seen),), spans=spans, places=() if spans else places)

    return check


def _say(fact: str, values: Sequence[str]) -> str:
    if fact == "target":
        return ", ".join(_TARGETS.get(value, value) for value in values)
    if fact == "pii":
        return "contains " + ", ".join(_PII.get(value, value) for value in values)
    return f"{_label(fact)} {', '.join(values[:3])}"


def domain(domains: Sequence[str], *, outside: bool) -> Check:
    """Hold where a link leads to one of the domains, or to one that is none of them."""
    wanted = tuple(d.casefold().removeprefix("*").removeprefix(".") for d in domains)
    suffixes = tuple(f".{d}" for d in wanted)

    def is_listed(name: str) -> bool:
        return name in wanted or name.endswith(suffixes)

    def check(scene: Scene) -> Truth:
        value = scene.facts.get("link_domain")
        if value is None:
            return False
        if value is UNKNOWN:
            return None
        have = value if isinstance(value, tuple) else (str(value),)
        held = [d for d in have if is_listed(d.casefold()) is not outside]
        if not held:
            return False
        return Found(said=(f"links to {', '.join(held[:3])}",), places=tuple(scene.places("links")))

    return check


#: Facts that are a sentence rather than a name, where they hold.
_SAID = {
    "author.is_self_disclosure": "personal data of the author's own",
    "article.premoderated": "every comment under the article is looked at first",
    "article.sensitive": "the article's subject is sensitive",
}


def flag(fact: str, value: bool) -> Check:
    """Hold where a yes-or-no fact has the value."""
    label = _SAID.get(fact) or _label(fact)
    said = label if value else f"not {label}"
    found = Found(said=(said,))

    def check(scene: Scene) -> Truth:
        have = scene.facts.get(fact)
        if have is UNKNOWN:
            return None
        return found if have is value else False

    return check


def hours(condition: Hours) -> Check:
    """Hold where it was sent within the hours, by the clock of the site."""
    zone = ZoneInfo(condition.zone)

    def check(scene: Scene) -> Truth:
        value = scene.facts.get("time")
        if value is None:
            return False
        if value is UNKNOWN:
            return None
        moment = datetime.fromisoformat(str(value))
        # What an example states is the site's own clock already.
        local = moment.astimezone(zone) if moment.tzinfo else moment
        return Found(said=(f"sent on {local:%A at %H:%M}",)) if _is_within(condition, local) else False

    return check


def _is_within(condition: Hours, local: datetime) -> bool:
    minute, start, end = local.hour * 60 + local.minute, condition.start, condition.end
    if start < end:
        return start <= minute < end and local.weekday() in condition.days
    if minute >= start:
        return local.weekday() in condition.days
    return minute < end and (local - timedelta(days=1)).weekday() in condition.days


def drawn(condition: Drawn) -> Check:
    """Hold of the comments that are drawn by their ids; of a text that is no comment, such as an example, too."""

    def check(scene: Scene) -> Truth:
        id = scene.facts.get("comment.id")
        return HOLDS if id is None or _lot(f"{condition.rule} {id}") < condition.share else False

    return check


def _lot(name: str) -> float:
    digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64
