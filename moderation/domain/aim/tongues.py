"""Verbs that say "you" by their ending, in Armenian, Russian and Turkish, in their own script and in Latin."""

import re

from moderation.domain.aim.reading import Reading
from moderation.domain.readings.wordset import set_of

_TURKISH = re.compile(
    r"[a-z]{4,}(?:siniz|sunuz)|[a-z]{2,}(?:yor|mis|mus|acak|ecek|ar|er|ir|ur)(?:sunuz|siniz)|[a-z]{2,}yorsun|"
    r"(?:cahil|aptal|salak|ahmak|yalanci|hain|gerizekali|korkak|zavalli|terbiyesiz|serefsiz|akilsiz|beyinsiz|kim|ne|"
    r"hakli|haksiz|irkci|fasist|dangalak|komik|trol|hasta|manyak|deli|bilgisiz|rezil|adam|insan|kadin|herif|birisi|"
    r"kopek|hayvan|esek|okuz|alcak|soysuz|namussuz|haysiyetsiz|utanmaz|edepsiz|ahlaksiz|pislik)(?:sin|sun)(?:iz|uz)?|"
    r"m[iu]s[iu]n(?:[iu]z)?|yazdi(?:klarin|gin|niz|giniz|klariniz)|yazmis?s[iu]n(?:iz)?|bilmiyorsan"
)
#: What they end in: most words are seen not to be one at a glance.
_TURKISH_ENDS = ("sun", "sin", "uz", "iz", "gin", "klarin", "san")
_RUSSIAN = re.compile(
    r"[а-я]{2,}(?:ешь|ишь)(?:ся)?|[а-я]{2,}(?:аите|уите|яите)(?:сь)?|[а-я]{3,}(?:аете|уете|ишете)(?:сь)?"
)
#: Russian verbs in "you" that are said of anybody, or only grease the sentence.
_RUSSIAN_ANYBODY = set_of(
    "скажешь поимешь видишь знаешь понимаешь слышишь наидешь купишь проживешь едешь будешь посеешь даваите лишь"
)
#: What makes a proverb or a rule of a Russian "you".
_RUSSIAN_RULES = set_of(
    "что чем как если когда где куда пока без тише меньше больше дальше чтобы сколько пусть нибудь"
)
_ARMENIAN = re.compile(r"չ[\u0561-\u0587]{2,}ես|գիտես|չգիտեք|գիտեք|չես|չեք|եք|ձեզ\w*|քեզ\w*|դուն|քու|քոնը|ձերը")
_ARMENIAN_I = set_of("եմ ենք չեմ էի")
#: Armenian commands; behind "let" or "that" somebody else is meant.
_ARMENIAN_COMMANDS = set_of("գնա լռիր լռի կարդա սովորիր սովորի հանգստացիր մտածիր ամաչիր կորիր")
_ARMENIAN_LETS = set_of("թող որ եթե երբ")
#: Armenian in Latin letters, where a word stands for nothing else that is likely here.
_LATIN_YOU = set_of(
    """
    duq dzez dzer dzeznic qez qezi qeznic qo qonn eq cheq ches giteq gitek chgites gites chgiteq dzerd qezanic
    ty tebe tebya toboy tvoy tvoya tvoe vy vam vash vasha vashi
    senden sizden sizlere sizlerin sende sizde hepiniz yorumun yorumunuz kendinize
    """
)
_ES_AFTER = re.compile(r"[a-z]{2,}um|xosum|asum|grum")
_ES_BEFORE = set_of(
    "apush himar txmar tkhmar debil anasun davatchan davachan esh hayvan trol inch inchi inchu stum ov"
)
#: German, Spanish and French second persons that are no words elsewhere.
_OTHERS = set_of(
    "dich deine deinem deinen bist tienes sabes dices escribes mientes hablas racontez dites comprenez"
)


def said_to_you(reading: Reading) -> list[tuple[int, int]]:
    """Where a verb in the second person, or a pronoun in Latin letters, speaks to a reader."""
    words = reading.words
    places = [(i, i + 1) for word in reading.at for i in reading.at[word] if _is_verb(word, words)]
    places += [(i, i + 1) for i in reading.where(_LATIN_YOU | _OTHERS)]
    places += [(i, i + 1) for i in reading.at.get("ես", ()) if _is_you_are(words, i)]
    places += [(i, i + 1) for i in reading.at.get("es", ()) if _is_you_are_in_latin(words, i)]
    return places


def _is_verb(word: str, words: list[str]) -> bool:
    first = word[0]
    if "а" <= first <= "я":
        return bool(
            len(word) > 4
            and _RUSSIAN.fullmatch(word)
            and word not in _RUSSIAN_ANYBODY
            and (word.endswith(("аите", "уите", "яите")) or _RUSSIAN_RULES.isdisjoint(words))
        )
    if "ա" <= first <= "և":
        if word in _ARMENIAN_COMMANDS:
            return _ARMENIAN_LETS.isdisjoint(words)
        return bool(_ARMENIAN.fullmatch(word))
    return word.endswith(_TURKISH_ENDS) and bool(_TURKISH.fullmatch(word))


def _is_you_are(words: list[str], i: int) -> bool:
    """Whether ես is "you are", and not "I": it stands behind its word, and nothing says "am"."""
    return i > 0 and words[i - 1].isalpha() and _ARMENIAN_I.isdisjoint(words[max(i - 3, 0) : i + 4])


def _is_you_are_in_latin(words: list[str], i: int) -> bool:
    if "em" in words[i : i + 4]:
        return False
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    return before in _ES_BEFORE or bool(_ES_AFTER.fullmatch(before) or _ES_AFTER.fullmatch(after))
