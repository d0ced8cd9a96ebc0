"""Lengths of time and dates of a policy file."""

import re
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Final
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from moderation.policyfile.markers import line, nearest, shown, written, wrong
from moderation.policyfile.numerals import alone, text_of, up_to

_LONGEST_DAYS: Final = 3650
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DURATION = re.compile(r"([1-9][0-9]*)\s*(s|m|h|d|w)")
#: What looks like a length of time: numbers with or without a unit, in letters or in words.
_DURATION_PART = re.compile(
    r"([0-9]{1,6})\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|years?|y|)(?![a-z])"
)
_SAID = {"month": "month", "months": "month", "year": "year", "years": "year", "y": "year"}
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "month": 30 * 86400, "year": 365 * 86400}
#: The lengths of time up to ten years.
_TEN_YEARS: Final = alone(
    "|".join(rf"{up_to(_LONGEST_DAYS * 86400 // _SECONDS[unit])}\s*{unit}" for unit in _UNITS)
)
_LENGTH: Final = "write a number and a unit, such as 10m, 24h or 90d"
#: What to do where a time is meant to have no end.
ENDLESS: Final = "take the key out: what has no end needs none"
_EXAMPLE: Final = "2027-01-31"
_DATE: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: What looks like a date: the year first or last, with an hour or without.
_DATES: Final = (
    re.compile(r"(?P<year>[0-9]{4})-?(?P<month>[0-9]{1,2})-?(?P<day>[0-9]{1,2})(?:[ T].*)?"),
    re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"),
)


def _duration(value: object) -> timedelta:
    text = line(value, of="a length of time", way=_LENGTH)
    match = _DURATION.fullmatch(text)
    if match is None:
        raise wrong(f"{shown(text)} is not a length of time", _duration_meant(text))
    if not re.match(_TEN_YEARS, text):
        raise wrong(f"{shown(text)} is longer than ten years", "write a shorter time")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def _duration_meant(text: str) -> str:
    """Say how to write what an editor may have meant by a length of time: `90 days`, `1h30m`, `0m`."""
    if text.casefold() in ("permanent", "forever", "always"):
        return ENDLESS
    parts = [(int(count), _SAID.get(unit, unit[:1])) for count, unit in _DURATION_PART.findall(text.casefold())]
    if not parts or _DURATION_PART.sub("", text.casefold()).strip():
        return _LENGTH
    if all(count == 0 for count, _ in parts):
        return "nothing happens in no time; write at least 1s"
    if any(not unit for _, unit in parts):
        return "add a unit: " + " or ".join(f"{parts[0][0]}{unit}" for unit in ("s", "m", "h", "d"))
    return f"write {_one_unit(parts)}"


def _one_unit(parts: list[tuple[int, str]]) -> str:
    """Write a length of several units in the smallest of them; a month has 30 days, a year 365."""
    if len(parts) == 1 and parts[0][1] in _UNITS:
        return f"{parts[0][0]}{parts[0][1]}"
    seconds = sum(count * _SECONDS[unit] for count, unit in parts)
    unit = min((unit for _, unit in parts), key=lambda unit: _SECONDS[unit])
    unit = unit if unit in _UNITS else "d"
    return f"{seconds // _SECONDS[unit]}{unit}"


Duration = Annotated[
    timedelta,
    PlainValidator(_duration),
    WithJsonSchema(
        text_of(_TEN_YEARS, way="Write a number and a unit, such as 10m, 24h or 90d; at most ten years.")
    ),
]


def _date(value: object) -> object:
    text = line(value, of="a date", way=f"write it as {_EXAMPLE}")
    try:
        # Others than `format: date` of a JSON Schema, such as 20270131, are not told by every tool.
        return date.fromisoformat(text if _DATE.fullmatch(str(written(value))) else "")
    except ValueError:
        raise wrong(f"{shown(text)} is not a date", f"write it as {_date_meant(text)}") from None


def _date_meant(text: str) -> str:
    """Return what an editor may have meant by a date, or an example."""
    for way in _DATES:
        if match := way.fullmatch(text):
            with suppress(ValueError):
                return date(**{part: int(digits) for part, digits in match.groupdict().items()}).isoformat()
    return _EXAMPLE


Date = Annotated[date, BeforeValidator(_date)]


#: Days of the week, as a policy names them; their places are those of `datetime.weekday`.
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOUR: Final = "([01]?[0-9]|2[0-3]):([0-5][0-9])"
_CLOCK: Final = re.compile(f"{_HOUR}|24:00")
#: What looks like an hour: `22`, `10 pm`, `22.30`, `22h`.
_CLOCK_MEANT: Final = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|uhr)?")
_CLOCK_WAY: Final = 'write an hour of the clock, such as "22:00"'


def _clock(value: object) -> int:
    """Return the minutes since midnight; `24:00` is its end."""
    text = line(value, of="an hour of the clock", way=_CLOCK_WAY)
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise wrong(f"{shown(text)} is not an hour of the clock", _clock_meant(text))
    return int(match[1]) * 60 + int(match[2]) if match[1] else 24 * 60


def _clock_meant(text: str) -> str:
    """Say how to write what an editor may have meant by an hour: `10 pm`, `22`."""
    match = _CLOCK_MEANT.fullmatch(text.casefold().strip())
    if match is None:
        return _CLOCK_WAY
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "")[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half in ("a", "p") else hour
    return f'write "{hour:02}:{minute:02}"' if hour < 24 and minute < 60 else _CLOCK_WAY


Clock = Annotated[
    int,
    PlainValidator(_clock),
    WithJsonSchema(text_of(alone(_CLOCK.pattern), way='Write an hour of the clock, such as "22:00".')),
]


def _moment(value: object) -> str:
    """Return a moment by the site's own clock; of a day of the week, one in a certain week."""
    text = line(value, of="a day and an hour", way=_MOMENT_WAY)
    day, _, clock = text.partition(" ")
    match = re.fullmatch(_HOUR, clock)
    if day not in DAYS or match is None:
        raise wrong(f"{shown(text)} is not a day and an hour", _MOMENT_WAY)
    # The first of January 2001 was a Monday.
    return f"2001-01-{DAYS.index(day) + 1:02}T{int(match[1]):02}:{match[2]}"


_MOMENT_WAY: Final = "write a day of the week and an hour, such as `sat 23:30`"
#: A day of the week and an hour, by the site's clock.
Moment = Annotated[
    str,
    PlainValidator(_moment),
    WithJsonSchema(
        text_of(
            alone(f"({'|'.join(DAYS)}) {_HOUR}"), way="Write a day of the week and an hour, such as sat 23:30."
        )
    ),
]


#: Whole areas and single names of the time zones of IANA; new ones are cities of an area.
_AREAS: Final = """
    Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific
    US
"""
_SINGLE: Final = """
    CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT Greenwich HST Hongkong Iceland Iran Israel Jamaica
    Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey
    UCT UTC Universal W-SU WET Zulu
"""
_ZONE: Final = f"^({'|'.join(_SINGLE.split())}|({'|'.join(_AREAS.split())})(/[A-Za-z0-9_+-]+)+)$"


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zone(value: str) -> str:
    if value not in _zones() or not re.match(_ZONE, value):
        near = nearest(value, _zones()) or nearest(value, [zone.rpartition("/")[2] for zone in _zones()])
        raise wrong(f"unknown time zone {shown(value)}", near or "write its name, such as Asia/Yerevan")
    return value


Zone = Annotated[
    str,
    BeforeValidator(written),
    AfterValidator(_zone),
    WithJsonSchema(text_of(_ZONE, way="Write the name of a time zone, such as Asia/Yerevan.")),
]
