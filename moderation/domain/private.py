"""Private data in a text: how to reach, find, or impersonate somebody, by shape and check digits."""

import ipaddress
import re
from collections.abc import Callable, Iterator

import re2

_options = re2.Options()
_options.log_errors = False
_DIGITS = re2.compile(r"\d", _options)
_MAYBE = re2.compile(
    r"(?:\d[ ().\-/]{0,3}){6}|\d\.\d+\.\d|[0-9a-fA-F]:[0-9a-fA-F]{0,4}:|[A-Za-z]{2}\d\d", _options
)
_STREET_MAYBE = re2.compile(
    r"(?i)\d.*\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|square|sq|place|pl"
    r"|terrace|close"
    r"|crescent|highway|hwy|way|rue|allée)\b|(?:ул\.|улиц|просп|пр\.|пер\.|переулок|sok|cad|bulv|փող|փ\.|պող"
    r"|stra(?:ß|ss)e|str\.|platz|gasse|weg).*\d",
    _options,
)
_Found = Iterator[tuple[int, int]]

_EMAIL = re.compile(r"(?i)(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}\b")
_EMAIL_SPOKEN = re.compile(
    r"(?i)(?<![\w.+-])[\w.+-]{1,64}\s?[\[({]\s?at\s?[\])}]\s?[\w-]{1,63}(?:\s?(?:\.|[\[({]\s?dot\s?[\])}]"
    r"|\sdot\s)\s?[\w-]{2,63}){1,3}"
    r"|(?<![\w.+-])[\w.+-]{1,64} at [\w-]{1,63} dot (?:com|net|org|ru|am|de|co)\b"
)
_AT_MAYBE = re2.compile(r"(?i)[\[({]\s?at\s?[\])}]| at \S+ dot ", _options)
_NUMBER = re.compile(r"(?<![\w.,/$€£₽#№=:@-])(?:\+ ?)?\(?\d(?:[ ().\-/]{0,3}\d){5,17}(?![\w%]|[.,:]\d)")
_CALL = re.compile(
    r"(?i)(?:call|phone|tel|mobile|cell|whats\s?app|viber|telegram|text|sms|ring|contact|number is|звон\w*"
    r"|тел\w*|номер|հեռ\w*|զանգ\w*|ara\w*|tel\w*)\W{0,12}(?:\w+\W{1,3}){0,2}$"
)
_NOT_CALL = re.compile(
    r"(?i)(?:isbn|issn|doi|order|invoice|case|id|ref|no|nr|article|docket|№|#|v|version|bug|ticket)\W{0,4}$"
)
_DATE = re.compile(
    r"(?:1[0-9]|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:1[0-9]|20)\d\d|(?:1[0-9]"
    r"|20)\d\d\s?[-/]\s?(?:1[0-9]|20)\d\d.*"
    r"|(?:\d{4} ?[-–/, ] ?)+\d{4}|\d{1,2}([-./])\d{1,2}\1\d{2}"
)
_AMERICAN = re.compile(r"\(?\d{3}\)?[-. ]{1,2}\d{3}[-.]\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_CARD = re.compile(r"(?<![\d.+-])\d(?:[ -]?\d){12,18}(?![\d-])")
_CARD_PREFIX = re.compile(r"4(?:.{12}|.{15}|.{18})|5[1-5].{14}|2[2-7].{14}|3[47].{13}|3[0689].{12}|6.{15,18}")
_IBAN = re.compile(r"(?i)(?<![\w])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w])")
_SSN = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d\d\1(?!0000)\d{4}(?![\d-])")
_IP4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:(?=:\d)|(?![\w.]*\d))")
_IP6 = re.compile(r"(?i)(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])")
_VERSION = re.compile(
    r"(?i)(?:\bv|version|ver\.?|release|firmware|build|update|upgrade|section|chapter|§|python|android|ios"
    r"|chrome|driver)\W{0,3}(?:\w+\W)?$"
)
_STREETS = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Place|Pl|Terrace|Close"
    r"|Crescent|Highway|Hwy|Way)"
)
_STREET = re.compile(
    rf"(?<![\w.,:$€£-])\d{{1,5}}[A-Za-z]?,? (?:(?:[NSEW]\.? )?(?:[A-Z][\w'-]*\.? |\d{{1,3}}(?:st|nd|rd|th)"
    rf" ){{1,3}}){_STREETS}\b"
    r"|(?<![\w.,:$€£-])\d{1,5}[a-z]? (?!(?:to|per|the|a|an|on|in|of|and|or|more|years?|people|men|cars?"
    r"|minutes?|hours?|miles?|km|blocks?|days?|other|new|old|different|main|city|busy|streets?|times?)"
    r" )[a-z]{3,20} (?:street|avenue|road|boulevard|lane)\b(?! (?:lights?|signs?|works?|races?))"
    r"|(?:ул\.|улица|улице|просп\.|проспект|проспекте|пер\."
    r"|переулок)\s?[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?,?\s?(?:д\.|дом)?\s?\d{1,4}"
    r"|(?:[А-ЯЁ][\w-]+)\s(?:улица|ул\.|проспект|пр\.),?\s?(?:д\.|дом)?\s?\d{1,4}"
    r"|(?:[A-ZÇĞİÖŞÜ]\w+\s){1,2}(?:Sokak|Sok\.|Sokağı|Caddesi|Cad\.|Bulvarı)\s?(?:No\s?:?\s?)?\d{1,4}"
    r"|[Ա-Ֆ][ա-և]+(?:\s[Ա-Ֆ][ա-և]+)?\s(?:փողոց|փող\.|փ\.|պողոտա|պող\.)[ա-և]*,?\s?(?:տուն\s)?\d{1,4}"
    r"|[A-ZÄÖÜ][\wäöüß-]+(?:straße|strasse|str\.|platz|gasse|weg)\s\d{1,4}\b|\d{1,4},? (?:rue|place|allée)"
    r" (?:(?:de|du|des|la|le|l')\s?)*[A-ZÉ]\w+"
)


def private_data(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return where each kind of private data stands in a text, by kind."""
    found: dict[str, list[tuple[int, int]]] = {}
    if "@" in text or "at" in text:
        _keep(found, "email", _emails(text))
    if _DIGITS.search(text) is None:
        return found
    if _MAYBE.search(text) is not None:
        for kind, finder in _FINDERS:
            _keep(found, kind, finder(text))
    _keep(found, "street_address", _addresses(text))
    return found


def _keep(found: dict[str, list[tuple[int, int]]], kind: str, spans: _Found) -> None:
    taken = [span for others in found.values() for span in others]
    free = [span for span in spans if not any(span[0] < end and start < span[1] for start, end in taken)]
    if free:
        found[kind] = free


def _emails(text: str) -> _Found:
    if "@" in text:
        yield from (found.span() for found in _EMAIL.finditer(text))
    if _AT_MAYBE.search(text) is not None:
        yield from (found.span() for found in _EMAIL_SPOKEN.finditer(text))


def _cards(text: str) -> _Found:
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if _CARD_PREFIX.fullmatch(digits) and len(set(digits)) > 1 and _passes_luhn(digits):
            yield found.span()


def _passes_luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def _ibans(text: str) -> _Found:
    for found in _IBAN.finditer(text):
        for number in (found[0], found[0].rpartition(" ")[0]):
            account = number.replace(" ", "").upper()
            if 15 <= len(account) <= 34 and account.isascii() and _passes_mod97(account):
                yield found.start(), found.start() + len(number)
                break


def _passes_mod97(account: str) -> bool:
    """ISO 13616: letters as numbers from 10, the first four characters last."""
    return int("".join(str(int(character, 36)) for character in account[4:] + account[:4])) % 97 == 1


def _id_numbers(text: str) -> _Found:
    yield from (found.span() for found in _SSN.finditer(text))


def _ips(text: str) -> _Found:
    for found in _IP4.finditer(text):
        octets = [int(part) for part in found[0].split(".")]
        if (
            max(octets) < 256
            and octets[0]
            and not _VERSION.search(text[max(found.start() - 24, 0) : found.start()])
        ):
            yield found.span()
    for found in _IP6.finditer(text) if ":" in text else ():
        if any(map(str.isdigit, found[0])) and len(found[0]) > 3 and _is_ip6(found[0]):
            yield found.span()


def _is_ip6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True


def _phones(text: str) -> _Found:
    for found in _NUMBER.finditer(text):
        before = text[max(found.start() - 32, 0) : found.start()]
        written = found[0].strip()
        if _is_phone(written, before):
            yield found.start(), found.start() + len(found[0].rstrip())


def _is_phone(written: str, before: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if written.count("(") != written.count(")") and not written.startswith("("):
        return False
    if written.startswith("+"):
        return 8 <= len(digits) <= 15
    if _DATE.fullmatch(written) or _IP4.fullmatch(written) or _NOT_CALL.search(before):
        return False
    if _CALL.search(before):
        return 6 <= len(digits) <= 15
    if _THOUSANDS.fullmatch(written) and digits[0] != "0" and not re.fullmatch(r"\d{3}\.\d{3}\.\d{4}", written):
        return False
    return _AMERICAN.fullmatch(written) is not None or _is_dialled(digits, grouped=written != digits)


def _is_dialled(digits: str, *, grouped: bool) -> bool:
    """National forms without a plus: 0…, 00…, 8 9… (Russia), and the ten digits of North America."""
    if digits.startswith("00"):
        return 11 <= len(digits) <= 15
    if digits.startswith("0"):
        return 9 <= len(digits) <= 12
    if len(digits) == 11 and digits[0] in "78":
        return digits[1] in "3489"
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    return (
        len(digits) == 10
        and digits[0] in "23456789"
        and digits[3] in "23456789"
        and (grouped or len(set(digits)) > 4)
    )


def _addresses(text: str) -> _Found:
    if _STREET_MAYBE.search(text) is not None:
        yield from (found.span() for found in _STREET.finditer(text))


#: Surer shapes first: what one has taken, the next does not look at.
_FINDERS: tuple[tuple[str, Callable[[str], _Found]], ...] = (
    ("iban", _ibans),
    ("card", _cards),
    ("id_number", _id_numbers),
    ("ip", _ips),
    ("phone", _phones),
)
