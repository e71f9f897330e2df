"""Dates as reference lists print them, as EDTF: "12 March 2024", "(2024, March 12)", "Mar./Apr. 2024", "2020a"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.text import edtf

_MONTHS = """
    january february march april may june july august september october november december
"""
MONTHS = _MONTHS.split()
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

NAMES = "|".join(sorted([*MONTHS, *(month[:3] for month in MONTHS), "sept"], key=len, reverse=True))
MONTH = rf"(?:{NAMES})\.?(?![a-z])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
YEAR = r"(?:1[4-9][0-9]{2}|20[0-9]{2})(?![0-9])"
DASH = r"\s?(?:[-–—/]|to|and|&)\s?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2}\s)?"

# From the fullest form to the barest; the first that fits at a place is meant.
FORMS = (
    rf"(?P<ymd>(?P<y1>{YEAR})-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12][0-9]|3[01]))(?:T[0-9:.]{{4,15}}Z?)?",
    rf"(?P<dmy>{WEEKDAY}(?P<d2>{DAY})(?:{DASH}(?P<d2b>{DAY}))?\s?(?:of\s)?(?P<m2>{MONTH}),?\s(?P<y2>{YEAR}))",
    rf"(?P<mdy>{WEEKDAY}(?P<m3>{MONTH})\s(?P<d3>{DAY})(?:{DASH}(?P<d3b>{DAY}))?,?\s(?P<y3>{YEAR}))",
    rf"(?P<y_md>(?P<y4>{YEAR})[a-z]?,?\s(?P<m4>{MONTH})\s(?P<d4>{DAY})(?:{DASH}(?P<d4b>{DAY}))?)",
    rf"(?P<y_dm>(?P<y5>{YEAR})[a-z]?,\s(?P<d5>{DAY})\s(?P<m5>{MONTH}))",
    rf"(?P<my>(?P<m6>{MONTH})(?:{DASH}(?P<m6b>{MONTH}))?,?\s(?P<y6>{YEAR}))",
    rf"(?P<y_m>(?P<y7>{YEAR})[a-z]?,?\s(?P<m7>{MONTH})(?:{DASH}(?P<m7b>{MONTH}))?(?!\s[A-Z]))",
    rf"(?P<sy>(?P<s8>{'|'.join(SEASONS)}),?\s(?P<y8>{YEAR}))",
    rf"(?P<dotted>(?P<d9>[0-3]?[0-9])(?P<sep>[./])(?P<m9>[0-3]?[0-9])(?P=sep)(?P<y9>{YEAR}))",
    rf"(?P<ny>(?P<y10>{YEAR})-(?P<m10>0[1-9]|1[0-2])(?![0-9-]))",
    rf"(?P<years>(?P<y11>{YEAR})[-–](?P<y11b>{YEAR}))",
    rf"(?P<year>(?P<about>c\.\s?|ca\.\s?|circa\s)?\[?(?P<y12>{YEAR})\]?(?:[a-z](?![a-z]))?)",
)
WHEN = re.compile(rf"(?<![\w.,:/$€£#-])(?:{'|'.join(FORMS)})(?![\w%]|-[0-9])", re.IGNORECASE)
NO_DATE = re.compile(r"[(\[]?(?<!\w)n\.\s?d\.?[)\]]?,?|\((?:no date|undated|s\. ?d\.)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its place; `edtf` is its value."""

    start: int
    end: int
    edtf: str

    @property
    def is_exact(self) -> bool:
        return len(self.edtf) > 4 and self.edtf[4] == "-"


def find_days(text: str) -> Iterator[Day]:
    """The dates of a text, in order; what is no day of the calendar is left out."""
    for match in WHEN.finditer(text):
        value = _value(match)
        if edtf.is_edtf(value):
            yield Day(match.start(), match.end(), value)


def read_day(text: str) -> str:
    """The first date of a text as EDTF; "" where there is none."""
    return next((day.edtf for day in find_days(text)), "")


def _value(match: re.Match[str]) -> str:
    found = {name.rstrip("0123456789"): value for name, value in _parts(match)}
    year = int(found["y"])
    if match["dotted"]:
        return _dotted(year, int(found["d"]), int(found["m"]), match["sep"])
    if "s" in found:
        return edtf.value(year, SEASONS[found["s"].lower()])
    if "yb" in found:
        return f"{year}/{found['yb']}"
    month = _month(found["m"]) if "m" in found else None
    day = _number(found["d"]) if "d" in found else None
    first = edtf.value(year, month, day) + ("~" if match["about"] else "")
    if "db" in found:
        return f"{first}/{edtf.value(year, month, _number(found['db']))}"
    if "mb" in found:
        return f"{first}/{edtf.value(year, _month(found['mb']))}"
    return first


def _parts(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The parts of the form that fitted: ("y", …), ("m", …), ("db", the second day of a range)."""
    for name, value in match.groupdict().items():
        if value and (core := re.fullmatch(r"([ymds])[0-9]{1,2}(b?)", name)):
            yield core[1] + core[2], value


def _dotted(year: int, first: int, second: int, sign: str) -> str:
    """ "12.03.2024" is a day in March; "12/03/2024" is one or the other, so that only its year is known."""
    if sign == "." or first > 12:
        return edtf.value(year, second, first)
    return edtf.value(year, first, second) if second > 12 or first == second else edtf.value(year)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else [month[:3] for month in MONTHS].index(word[:3].lower()) + 1


def _number(day: str) -> int:
    return int(day.rstrip("stndrhSTNDRH"))
