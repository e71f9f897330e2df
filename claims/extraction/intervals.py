"""A date and the preposition before it, made one interval: what a claim stores.

"since" + 2025-02 → 2025-02/.. ; the text becomes the whole expression, "since February 2025".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sources.text import edtf

from .parts import Date

PART = re.compile(r"-?\d{4}-(?:3[3-9]|4[01])")  # a quarter, a third or a half of a year
A_DAY = dt.timedelta(days=1)


def as_interval(date: Date, sentence: str) -> Date:
    """The date as a claim has it. `sentence` is the text that the date's offsets count in."""
    lead = date.start if date.lead < 0 else date.lead
    value = _interval(date) or date.edtf
    earliest, latest = edtf.bounds(value)
    return replace(
        date, start=lead, lead=lead, text=sentence[lead : date.end], edtf=value, earliest=earliest, latest=latest
    )


def _interval(date: Date) -> str | None:
    """None where the value stays what it is: no relation, "as of", or a year nobody knows."""
    if date.relation == "since" and _known(date.edtf.split("/")[0]):
        return f"{_start(date)}/.."
    if date.relation in ("until", "by") and _known(date.edtf.split("/")[-1]):
        return f"../{_end(date)}"
    if date.relation == "before" and date.earliest and date.earliest > dt.date.min:
        return f"../{(date.earliest - A_DAY).isoformat()}"
    if date.relation == "after" and date.latest and date.latest < dt.date.max:
        return f"{(date.latest + A_DAY).isoformat()}/.."
    return None


def _known(value: str) -> bool:
    """Not "XXXX-08-17", nor an end that is open."""
    return not value.startswith("XXXX") and value not in ("", "..")


def _start(date: Date) -> str:
    first = date.edtf.split("/")[0]
    if "X" in first and date.earliest:
        return edtf.year_value(date.earliest.year)
    return _as_end(first, date.earliest)


def _end(date: Date) -> str:
    last = date.edtf.split("/")[-1]
    if "X" in last and date.latest:
        return edtf.year_value(date.latest.year)
    return _as_end(last, date.latest)


def _as_end(value: str, day: dt.date | None) -> str:
    """A set ("[1858,1860]") or a quarter cannot be the end of an interval; its outermost day or month can."""
    if day is None:
        return value
    if PART.fullmatch(value):
        return day.isoformat()[:7]
    return day.isoformat() if value[:1] in ("[", "{") else value
