"""Whether private data in a comment is the writer's own: the address given with it, or said with "my" or "me"."""

import re
from collections.abc import Mapping, Sequence

from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Span

#: So many characters before a number or an address tell whose it is.
_REACH = 80
_NOUN = r"(?:e-?mails?|mail|phone|mobile|cell|tel|telephone|whatsapp|number|address|contact|card|iban|account|ip)"
_OWN = re.compile(
    r"(?i)(?:"
    rf"\bmy (?:(?:own|new|old|personal|private|work|office|home|direct|bank|{_NOUN}) ){{0,3}}{_NOUN}"
    r"|\b(?:call|text|ring|phone|e-?mail|mail|write|write to|message|contact|reach|find|whatsapp|get|ask) me"
    r"|\bi(?: can be reached|(?: still| now)? live)|\bi(?:'m| am) (?:at|on)"
    r"|\bмо(?:й|я|ё|е) (?:\w+ )?(?:номер|телефон|почта|адрес|мейл|e-?mail)|\b(?:пишите|звоните|напишите) мне"
    r"|\bիմ (?:\w+ )?(?:համարը|հեռախոսը|հասցեն|փոստը|մեյլը|էլ)"
    r"|\bbenim (?:\w+ )?(?:numaram|adresim|telefonum|postam)|\bbana (?:yaz\w*|ulaş\w*)"
    r")[\s:=,(–-]*(?:\b(?:is|are|at|on|by|via|under|here|now|still|also|directly|anytime|to|me|address|number)\b"
    r"[\s:=,(–-]*){0,6}$"
)
#: What joins a second number to the first.
_JOINED = re.compile(r"(?i)[\s,;/&(]*(?:\b(?:or|and|also|и|или|և|կամ|ve|veya|at|on|by)\b[\s,;/&(:]*){0,2}")


def is_own_data(text: NormalisedText, spans: Mapping[str, Sequence[Span]], *, email: str | None) -> bool:
    """Whether all private data that was found (`pii.*`) is the writer's own; not where there is none.

    "My brother's number" is his: only what directly precedes says whose it is, so that doubt is for a person.
    """
    places = sorted({span for name, some in spans.items() if name.startswith("pii.") for span in some})
    before, is_said = 0, False
    for place in places:
        shown = text.typed[place.start : place.end]
        between = text.typed[before : place.start]
        is_given = email is not None and shown.casefold() == email.strip().casefold()
        is_joined = is_said and _JOINED.fullmatch(between) is not None
        is_said = place.start < before or is_joined or _OWN.search(between[-_REACH:]) is not None
        if not (is_given or is_said):
            return False
        before = max(before, place.end)
    return bool(places)
