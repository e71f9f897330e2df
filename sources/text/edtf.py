"""EDTF values (ISO 8601-2): checked, and read back as first day, last day and precision.

Levels 0, 1 and 2: parts of a year (21-41), sets ("[1858,1860..1862]"), a mark on
any component, long years ("Y17E7", "1950S2"). Years are astronomical: 44 BC is -0043.
`dt.date` begins in the year 1, so whatever lies before has no first day, and
the first day there is (0001-01-01) for its last; behind the year 9999 likewise.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal

DatePrecision = Literal["day", "month", "season", "quarter", "year", "decade", "century", "range"]
Bounds = tuple[dt.date | None, dt.date | None]
Value = tuple[dt.date | None, dt.date | None, DatePrecision]

MARK = "[?~%]?"
SINGLE = re.compile(
    rf"{MARK}(?P<year>-?[0-9X]{{4}}){MARK}"
    rf"(?:-{MARK}(?P<month>[0-9X]{{2}}){MARK}(?:-{MARK}(?P<day>[0-9X]{{2}}){MARK})?)?"
    r"(?:T(?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9])?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
# A year of more than four digits, with an exponent, or with its number of significant digits.
LONG = re.compile(
    r"(?:(?P<year>-?[0-9]{4})|Y(?P<long>-?[1-9][0-9]{0,17})(?:E(?P<exponent>[0-9]{1,2}))?)(?:S(?P<digits>[1-9][0-9]?))?"
)
YEAR = re.compile(r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)")

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_QUARTER, FIRST_HALF = 33, 40

# code → first month, number of months. 25-28 and 29-32 are the northern and the southern seasons;
# 21-24 leave the hemisphere open and are read as northern. A winter runs into the next year.
PARTS: dict[int, tuple[int, int]] = {
    **{21 + n: (3 + 3 * n, 3) for n in range(4)},
    **{25 + n: (3 + 3 * n, 3) for n in range(4)},
    **{29 + n: ((9 + 3 * n - 1) % 12 + 1, 3) for n in range(4)},
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},
}


def year_value(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def value(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The EDTF of a year (None: unknown), a month (or season, quarter, half: 21-41) or a day."""
    parts = [year_value(year)]
    parts += [f"{number:02d}" for number in (month, day) if number is not None]
    return "-".join(parts)


def span(first: dt.date, last: dt.date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def unmarked(edtf: str) -> str:
    return edtf.strip("?~%")


def bounds(edtf: str) -> Bounds:
    """First and last day; None where it is open or unknown. Raises ValueError if it is no EDTF."""
    return parse(edtf)[:2]


def precision(edtf: str) -> DatePrecision:
    return parse(edtf)[2]


@lru_cache(maxsize=4096)
def parse(text: str) -> Value:
    """(earliest, latest, precision) of an EDTF value; ValueError with a plain sentence where it is none."""
    if text[:1] in ("[", "{"):
        return _parse_set(text)
    ends = text.split("/")
    if len(ends) == 1:
        return _parse_single(text)
    if len(ends) != 2:
        raise ValueError("An interval has one slash: 2024-02/2024-05.")
    return _parse_interval(*ends)


def is_edtf(text: str) -> bool:
    """Whether `parse` takes it."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _parse_interval(start: str, end: str) -> Value:
    if {start, end} <= {"", ".."}:
        raise ValueError("An interval needs a date at one end: 2024-02/..")
    first = (None, None) if start in ("", "..") else _parse_single(start)[:2]
    last = (None, None) if end in ("", "..") else _parse_single(end)[:2]
    if first[0] and last[1] and first[0] > last[1]:
        raise ValueError("The interval ends before it begins.")
    return first[0], last[1], "range"


def _parse_set(text: str) -> Value:
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) < 3:
        raise ValueError(f"A set is closed with {closing}")
    members = [_parse_member(member.strip()) for member in text[1:-1].split(",")]
    starts, ends = [first for first, _ in members], [last for _, last in members]
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    return earliest, latest, "range"


def _parse_member(text: str) -> Bounds:
    """One date, or the dates from one to another: "1670..1672", "..1760-12", "1760-12.."."""
    start, dots, end = text.partition("..")
    return (_parse_interval(start, end) if dots else _parse_single(text))[:2]


def _parse_long(match: re.Match[str]) -> Value:
    """The years that agree with it in its significant digits."""
    year = int(match["year"] or match["long"]) * 10 ** int(match["exponent"] or 0)
    loose = max(0, len(str(abs(year))) - int(match["digits"])) if match["digits"] else 0
    first, last = abs(year) // 10**loose * 10**loose, abs(year) // 10**loose * 10**loose + 10**loose - 1
    return *_days_of_years(*((first, last) if year >= 0 else (-last, -first))), "range" if loose else "year"


def _days_of_years(first: int, last: int) -> Bounds:
    if first > dt.MAXYEAR:
        return dt.date.max, None
    if last < 1:
        return None, dt.date.min
    return (dt.date(first, 1, 1) if first >= 1 else None), (dt.date(last, 12, 31) if last <= dt.MAXYEAR else None)


def _parse_single(text: str) -> Value:
    long = LONG.fullmatch(text)
    if long and (long["long"] or long["digits"]):
        return _parse_long(long)
    match = SINGLE.fullmatch(text)
    if not match:
        raise ValueError("A date is written 2024, 2024-05 or 2024-05-17.")
    year, month, day = match["year"], match["month"], match["day"]
    if year == "-0000":
        raise ValueError("The year before 1 is 0000, without a sign.")
    if not YEAR.fullmatch(year):
        raise ValueError("Unknown digits of a year stand at its end: 195X, 19XX.")
    if month and month.isdigit() and int(month) in PARTS:
        return _part_of_year(year, int(month), day)
    months = _months(month)
    days = _days(year, months, day)
    return *_days_of(year, months, days), _precision(year, month, day)


def _precision(year: str, month: str | None, day: str | None) -> DatePrecision:
    if day and day != "XX":
        return "day"
    if month and month != "XX":
        return "month"
    unknown = year.count("X")
    return ("year", "decade", "century", "range", "year")[unknown]


def _months(month: str | None) -> tuple[int, int]:
    fitting = [n for n in range(1, 13) if month is None or _fits(month, n)]
    if not fitting:
        raise ValueError(f"There is no month {month}.")
    return fitting[0], fitting[-1]


def _days(year: str, months: tuple[int, int], day: str | None) -> tuple[int, int]:
    # The year 4 stands for any leap year, where the year's digits are not all known.
    number = int(year) if year.lstrip("-").isdigit() else 4
    first, last = (_length(number, month) for month in months)
    if day is None or day == "XX":
        return 1, last
    if not any(_fits(day, n) for n in range(1, first + 1)):
        raise ValueError(f"There is no day {day} in that month.")
    early = next(n for n in range(1, 32) if _fits(day, n))
    late = next((n for n in range(last, 0, -1) if _fits(day, n)), early)
    return early, late


def _fits(pattern: str, number: int) -> bool:
    return all(known in ("X", digit) for known, digit in zip(pattern, f"{number:02d}", strict=True))


def _length(year: int, month: int) -> int:
    # The Gregorian calendar repeats after 400 years, so any year has a twin that `calendar` knows.
    return calendar.monthrange(year % 400 + 2000, month)[1]


def _years(year: str) -> tuple[int, int]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return min(low, high), max(low, high)


def _days_of(year: str, months: tuple[int, int], days: tuple[int, int]) -> Bounds:
    if year.endswith("XXXX"):
        return None, None
    first, last = _years(year)
    if last < 1:
        return None, dt.date.min
    earliest = dt.date(first, months[0], days[0]) if first >= 1 else None
    return earliest, dt.date(last, months[1], min(days[1], _length(last, months[1])))


def _part_of_year(year: str, code: int, day: str | None) -> Value:
    if day not in (None, "XX"):
        raise ValueError("A season or a quarter has no days.")
    kind: DatePrecision = "season" if code < FIRST_QUARTER else "quarter" if code < 37 else "range"
    if "X" in year:
        return *_days_of(year, (1, 12), (1, 31)), kind
    number, (month, length) = int(year), PARTS[code]
    over, month_after = divmod(month + length - 2, 12)
    last = (number + over, month_after + 1)
    if last[0] < 1 or number < 1:
        return None, dt.date.min, kind
    if last[0] > dt.MAXYEAR:
        return dt.date(number, month, 1), dt.date.max, kind
    return dt.date(number, month, 1), dt.date(*last, _length(*last)), kind
