"""Whom and what an article is about: the site's entities, and names as they stand in its text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from moderation.domain.aim.names import (
    fold_name,
    is_same_name,
    names_in,
    parts_of,
    spelling_key,
    surname,
    unpossessed,
)
from moderation.domain.comment import Article

#: How far into the text a single mention already says what an article is about, in characters.
_LEAD = 600
#: Mentions in the body from which an article is about something.
_MENTIONS = 2
#: No more than this much of an article is read.
_READ = 60_000


class Entity(Protocol):
    """A person, people, place or group that a site's articles are often about, as its policy names it."""

    @property
    def name(self) -> str:
        """The name by which the site calls it."""
        ...

    @property
    def spellings(self) -> tuple[str, ...]:
        """Other ways to write the name."""
        ...

    @property
    def kind(self) -> str:
        """person, people, place or group."""
        ...


def derive(article: Article, entities: Sequence[Entity]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell the people in an article and what it is about, from title, section, tags and text.

    Persons among the entities go by the entity's name, others by their fullest name in the text.
    Peoples, places and groups count where they head the article or come back in it.
    """
    heading = " \n".join(filter(None, (article.title, article.section, *(article.tags or ()))))
    return _derived(heading, article.title or "", (article.text or "")[:_READ], tuple(entities))


@lru_cache(maxsize=128)  # every comment under an article asks again
def _derived(
    heading: str, title: str, body: str, entities: tuple[Entity, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = _forms(entities)
    others = [entity for entity in entities if entity.kind != "person"]
    persons = _persons_in(f"{heading}\n{body}", [entity for entity in entities if entity.kind == "person"])
    not_persons = {word for entity in others for form in known[entity.name] for word in form}
    found = names_in(title, body, is_other=lambda word: _plain(word) in not_persons)
    people = [*(e.name for e in persons), *(n for n in found if not _is_any(n, persons))]
    in_heading, lead, in_body = _Mentions.of(heading), _Mentions.of(body[:_LEAD]), _Mentions.of(body)
    about = [
        entity.name
        for entity in others
        if in_heading.count(known[entity.name])
        or lead.count(known[entity.name])
        or in_body.count(known[entity.name]) >= _MENTIONS
    ]
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(about))


@dataclass(frozen=True, slots=True)
class _Mentions:
    """The words of a text, ready to be counted."""

    words: tuple[str, ...]
    at: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> "_Mentions":
        """Read a text once."""
        words = tuple(_plain(unpossessed(word)) for word in parts_of(text))
        at: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            at.setdefault(word, []).append(i)
        return cls(words, at)

    def count(self, forms: Iterable[tuple[str, ...]]) -> int:
        """How often any of the forms, each a sequence of words, stands in the text."""
        return sum(
            self.words[i : i + len(form)] == form for form in forms if form for i in self.at.get(form[0], ())
        )


def _persons_in(text: str, persons: Sequence[Entity]) -> list[Entity]:
    """Persons whose whole name is there; by the surname alone, the first of those who share it."""
    words = [word for word in map(unpossessed, parts_of(text)) if word[0].isupper()]
    keys = tuple(spelling_key(word) for word in words)
    pairs, alone = set(pairwise(keys)), set(keys)
    whole = [
        person
        for person in persons
        if any(pair in pairs for name in _names(person) for pair in pairwise(map(spelling_key, parts_of(name))))
    ]
    claimed = {spelling_key(_last(name)) for person in whole for name in _names(person)}
    for person in persons:
        lasts = {spelling_key(_last(name)) for name in _names(person)}
        if lasts & alone and not lasts & claimed:
            whole.append(person)
            claimed |= lasts
    return [person for person in persons if person in whole]


def _last(name: str) -> str:
    return parts_of(surname(name))[-1] if parts_of(surname(name)) else name


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """A word as names of places and peoples are compared: every consonant counts."""
    return re.sub(r"(.)\1+", r"\1", fold_name(word).replace("y", "i"))


@lru_cache(maxsize=64)
def _forms(entities: tuple[Entity, ...]) -> dict[str, frozenset[tuple[str, ...]]]:
    """Each entity's spellings as sequences of compared words."""
    return {
        entity.name: frozenset(tuple(map(_plain, parts_of(name))) for name in _names(entity))
        for entity in entities
    }


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.spellings)


def _is_any(name: str, persons: Iterable[Entity]) -> bool:
    return any(is_same_name(surname(name), surname(known)) for person in persons for known in _names(person))
