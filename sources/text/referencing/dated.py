"""Which date of an entry is that of the work, taken out of the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .days import DAY, MONTH, NO_DATE, Day, find_days, read_day
from .draft import CUT

BRACKETS = re.compile(
    r"[(\[]\s?(?:published |posted |updated |first published )?([^()\[\]]{2,45}?)[)\]]", re.IGNORECASE
)
DAY_OF_YEAR = re.compile(rf"(?<![\w.])(?:({DAY})\s({MONTH})|({MONTH})\s({DAY}))(?!,?\s?[0-9])", re.IGNORECASE)
NO_DATE_HERE = ""


def bracketed_days(text: str) -> Iterator[Day]:
    """Dates in brackets of their own, the brackets inside the span; "(n.d.)" is one without value."""
    for match in BRACKETS.finditer(text):
        day = next(find_days(match[1]), None)
        if day and day.start == 0:
            yield Day(match.start(), match.end(), day.edtf)
        elif NO_DATE.fullmatch(match[1]) or NO_DATE.fullmatch(match[0]):
            yield Day(match.start(), match.end(), NO_DATE_HERE)


def with_day(text: str, year: str) -> tuple[str, str]:
    """A text without a day of the year that is known already: "(2024) …, 12 March"."""
    match = DAY_OF_YEAR.search(text)
    if not match:
        return text, year
    issued = read_day(f"{match[1] or match[4]} {match[2] or match[3]} {year}")
    return (f"{text[: match.start()]}{CUT}{text[match.end() :]}", issued) if issued else (text, year)


def without_date(text: str) -> tuple[str, str]:
    """A text without the date in it, and the date: the exactest; of years the bracketed one, else the last."""
    found = [*bracketed_days(text)] or []
    inside = {(day.start, day.end) for day in found}
    found += [day for day in find_days(text) if not any(start <= day.start < end for start, end in inside)]
    if not found:
        return NO_DATE.sub(CUT, text), ""
    best = next((day for day in found if day.is_exact), None) or (found[0] if inside else found[-1])
    return f"{text[: best.start]}{CUT}{text[best.end :]}", best.edtf
