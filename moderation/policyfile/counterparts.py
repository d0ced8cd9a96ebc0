"""Groups of people and what they are called, so that one can be put in another's place in a sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from moderation.domain.readings.wordset import set_of

#: Families of groups that may stand for each other. A column is a form of the word, a row a group; every form is
#: one that sentences use: singular, plural, adjective, and in other languages the commonest cases.
_FAMILIES: Final = """
peoples: one, many, adjective
Armenian Armenians Armenian
Turk Turks Turkish
Azerbaijani Azerbaijanis Azerbaijani
Kurd Kurds Kurdish
Russian Russians Russian
Georgian Georgians Georgian
Greek Greeks Greek
Jew Jews Jewish
Palestinian Palestinians Palestinian
Arab Arabs Arab
Iranian Iranians Iranian
Ukrainian Ukrainians Ukrainian
Mexican Mexicans Mexican
Muslim Muslims Muslim
Christian Christians Christian
peoples in Russian: one, many, of many, to many, with many, adjective, adjective of many
армянин армяне армян армянам армянами армянский армянские
турок турки турков туркам турками турецкий турецкие
азербайджанец азербайджанцы азербайджанцев азербайджанцам азербайджанцами азербайджанский азербайджанские
курд курды курдов курдам курдами курдский курдские
русский русские русских русским русскими российский российские
грузин грузины грузин грузинам грузинами грузинский грузинские
грек греки греков грекам греками греческий греческие
еврей евреи евреев евреям евреями еврейский еврейские
peoples in Turkish: one, many, the many, to many, of many
Ermeni Ermeniler Ermenileri Ermenilere Ermenilerin
Türk Türkler Türkleri Türklere Türklerin
Azeri Azeriler Azerileri Azerilere Azerilerin
Kürt Kürtler Kürtleri Kürtlere Kürtlerin
Rus Ruslar Rusları Ruslara Rusların
Yahudi Yahudiler Yahudileri Yahudilere Yahudilerin
Rum Rumlar Rumları Rumlara Rumların
peoples in Armenian: one, many, the many, to many
հայ հայեր հայերը հայերին
թուրք թուրքեր թուրքերը թուրքերին
ադրբեջանցի ադրբեջանցիներ ադրբեջանցիները ադրբեջանցիներին
քուրդ քրդեր քրդերը քրդերին
ռուս ռուսներ ռուսները ռուսներին
հրեա հրեաներ հրեաները հրեաներին
վրացի վրացիներ վրացիները վրացիներին
peoples in Armenian with Latin letters: many, the many
hayer hayery
turqer turqery
adrbejanciner adrbejancinery
qrder qrdery
rusner rusnery
newcomers: one, many
immigrant immigrants
migrant migrants
refugee refugees
foreigner foreigners
sexes: one, many
woman women
man men
those who love or live otherwise: many
gays
lesbians
bisexuals
transgenders
kinds of people: many
gay_people
trans_people
disabled_people
old_people
Black_people
white_people
Asian_people
"""
#: Other names of the groups above.
_ALSO: Final = """
Azeri=Azerbaijani Azeris=Azerbaijanis Israeli=Jew Israelis=Jews Persian=Iranian Persians=Iranians Moslem=Muslim
Moslems=Muslims азер=азербайджанец азеры=азербайджанцы turker=turqer turkery=turqery
"""
#: Words behind "a Greek" that show it is somebody, and not the adjective of what follows.
_BEHIND_NOUN: Final = set_of(
    """
    is was are were has had who that and or of in on at to from with by for will would can could must should
    may might
    as than but if when because here there lives says does knows wants said did told came went took gave made got
    saw knew thought left won lost built wrote fought died always never
    """
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ARTICLE: Final = re.compile(r"\b(a|an|A|An|AN)(\s+)$")
_SINGULAR_VOWELS: Final = "aeiouAEIOU"
#: Names so short are words in small letters.
_SHORT: Final = 3
ONE, MANY, ADJECTIVE = "one", "many", "adjective"


@dataclass(frozen=True, slots=True)
class Place:
    """A group term in a text: half-open in characters, of which family and group, in which form."""

    start: int
    end: int
    family: str
    group: int
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Groups that may stand for each other, each with its forms."""

    name: str
    forms: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Counterparts:
    """The families, and further names for groups that a policy's own lists hold."""

    families: tuple[Family, ...]
    #: Plural terms of the policy that are in no family, such as "Abkhazians"; they stand among the peoples.
    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, terms: Iterable[str] = ()) -> "Counterparts":
        """Take the families, and from a policy's group terms those plurals that they lack."""
        families = _families()
        known = {form.casefold() for family in families for group in family.groups for form in group}
        known |= {also.partition("=")[0].casefold() for also in _ALSO.split()}
        plural = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)*s")
        return cls(families=families, others=tuple(sorted({t for t in terms if plural.fullmatch(t)} - known)))

    def find(self, text: str) -> list[Place]:
        """Find the group terms of a text, in order."""
        return [place for match in self._pattern.finditer(text) if (place := self._place(text, match))]

    def name(self, family: str, group: int, form: str) -> str | None:
        """What a group is called in a form, if it has it."""
        of = self._by_name[family]
        if group >= len(of.groups):
            return self.others[group - len(of.groups)] if form == MANY else None
        return of.groups[group][of.forms.index(form)].replace("_", " ")

    def size(self, family: str) -> int:
        """How many groups of a family may be put in another's place."""
        return len(self._by_name[family].groups)

    @cached_property
    def _by_name(self) -> Mapping[str, Family]:
        return {family.name: family for family in self.families}

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, int, tuple[str, ...]]]:
        """Every term in small letters → family, group, the forms that it may be."""
        known: dict[str, tuple[str, int, tuple[str, ...]]] = {}
        for family in self.families:
            for number, group in enumerate(family.groups):
                for form, word in zip(family.forms, group, strict=True):
                    forms = known.get(word.casefold(), ("", 0, ()))[2]
                    known[word.casefold().replace("_", " ")] = (family.name, number, (*forms, form))
        for also in _ALSO.split():
            name, _, stands_for = also.casefold().partition("=")
            known[name] = known[stands_for]
        peoples = self.families[0]
        for number, word in enumerate(self.others, start=len(peoples.groups)):
            known.setdefault(word.casefold(), (peoples.name, number, (MANY,)))
        return known

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._known, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)

    def _place(self, text: str, match: re.Match[str]) -> Place | None:
        family, group, forms = self._known[match.group().casefold()]
        if len(match.group()) <= _SHORT and match.group().islower() and self._is_capital(family, group, forms[0]):
            return None  # "rum" is a drink
        form = forms[0] if len(forms) == 1 or ADJECTIVE not in forms else _form(text, match.end())
        return Place(match.start(), match.end(), family, group, form)

    def _is_capital(self, family: str, group: int, form: str) -> bool:
        return (self.name(family, group, form) or "")[:1].isupper()


def _form(text: str, end: int) -> str:
    """Whether "Greek" is somebody or an adjective, by the word behind it."""
    behind = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    word = behind.group().casefold() if behind else ""
    return ONE if not word or word in _BEHIND_NOUN or word.endswith("ed") else ADJECTIVE


def put(text: str, places: Sequence[Place], *, words: Sequence[str]) -> str:
    """Put words in the place of group terms, in their case, with "a" or "an" as it then must be."""
    parts, last = [], 0
    for place, word in zip(places, words, strict=True):
        before = text[last : place.start]
        article = _ARTICLE.search(before)
        if article:
            before = before[: article.start(1)] + _article(article.group(1), word) + article.group(2)
        parts += [before, _in_case(word, text, place)]
        last = place.end
    return "".join(parts) + text[last:]


def _article(typed: str, word: str) -> str:
    needed = "an" if word[0] in _SINGULAR_VOWELS and not word.startswith("Uk") else "a"
    return needed.capitalize() if typed[0] == "A" else needed


def _in_case(word: str, text: str, place: Place) -> str:
    typed = text[place.start : place.end]
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    if text.islower():
        return word.lower()
    opens = place.start == 0 or text[: place.start].rstrip()[-1:] in ("", ".", "!", "?")
    return word[0].upper() + word[1:] if opens and typed[0].isupper() else word


def _families() -> tuple[Family, ...]:
    found: list[Family] = []
    for line in _FAMILIES.strip().split("\n"):
        name, colon, forms = line.partition(": ")
        if colon:
            found.append(Family(name=name, forms=tuple(forms.split(", ")), groups=()))
            continue
        last = found[-1]
        found[-1] = Family(name=last.name, forms=last.forms, groups=(*last.groups, tuple(line.split())))
    return tuple(found)
