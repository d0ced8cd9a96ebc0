"""Languages and scripts of a policy file, by the names that comments have for them."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, WithJsonSchema

from moderation.domain.shape import SCRIPTS
from moderation.policyfile.markers import nearest, shown, wrong
from moderation.policyfile.numerals import text_of
from moderation.policyfile.words import Text

_TAG: Final = re.compile(r"([a-z]{2,3})(-[a-z0-9]{1,8})*", re.IGNORECASE)
_CODES: Final = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn
    so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
#: ISO 639-1.
_TWO_LETTERS: Final = frozenset(_CODES.split())
#: What else editors write for a language: its English name, its country.
_MEANT: Final = {
    "arabic": "ar",
    "armenian": "hy",
    "azerbaijani": "az",
    "chinese": "zh",
    "cn": "zh",
    "cz": "cs",
    "danish": "da",
    "dk": "da",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "georgian": "ka",
    "german": "de",
    "gr": "el",
    "greek": "el",
    "hebrew": "he",
    "italian": "it",
    "japanese": "ja",
    "jp": "ja",
    "kurdish": "ku",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "ua": "uk",
    "ukrainian": "uk",
}


def _language(value: str) -> str:
    match = _TAG.fullmatch(value)
    if match is None or (len(match[1]) == 2 and match[1].lower() not in _TWO_LETTERS):
        meant = _MEANT.get(value.casefold())
        hint = f"did you mean '{meant}'?" if meant else "write its tag, such as en, hy or pt-BR (ISO 639, BCP 47)"
        raise wrong(f"unknown language {shown(value)}", hint)
    return value


def _known_tags() -> str:
    """Return the pattern of the tags: two letters that are a language, or three, and what may follow."""
    codes = sorted(_TWO_LETTERS)
    second = {code[0]: "".join(each[1] for each in codes if each[0] == code[0]) for code in codes}
    two = "|".join(f"[{first}{first.upper()}][{rest}{rest.upper()}]" for first, rest in second.items())
    return f"^([A-Za-z]{{3}}|{two})(-[A-Za-z0-9]{{1,8}})*$"


def _script(value: str) -> str:
    known = [name.casefold() for name in SCRIPTS]
    if value.casefold() not in known:
        raise wrong(f"unknown script {shown(value)}", nearest(value, known))
    return value


#: A language by its BCP 47 tag.
Language = Annotated[
    Text,
    AfterValidator(_language),
    WithJsonSchema(text_of(_known_tags(), way="Write the tag of a language, such as en, hy or pt-BR.")),
]
#: A script, in small letters or with a capital.
Script = Annotated[
    Text,
    AfterValidator(_script),
    WithJsonSchema({"type": "string", "enum": [*(name.casefold() for name in SCRIPTS), *SCRIPTS]}),
]
