"""Does a date of ours say what a TIMEX value of Recognizers says? (XXXX-10-02, 2016-W45, 2016-SU, (from,to,P4D))"""

from __future__ import annotations

import datetime as dt
import re

from claims.extraction.parts import Date
from sources.text import edtf

from .tallies import Item

A_DAY = dt.timedelta(days=1)
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
COUNTED = re.compile(r"\b(?:ago|later)$")
ORDINAL = re.compile(r"XXXX-(\d\d)-WXX-(\d)-#(\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")


def agrees(gold: Item, date: Date) -> bool:
    """An unknown year there may be any of ours. What is counted from today is compared as finely as ours is."""
    timex = gold["timex"]
    if timex.startswith("("):
        return _same_range(timex, date)
    value = edtf.unmarked(date.edtf)
    if COUNTED.search(gold["surface"]):
        return bool(timex.startswith(value))
    return _fits(timex, value) or _same_week(timex, date) or _same_weekday(timex, date)


def _fits(timex: str, value: str) -> bool:
    """Equal, where an X of theirs may be any digit."""
    if timex[-2:] in SEASONS:
        timex = timex[:-2] + SEASONS[timex[-2:]]
    return len(timex) == len(value) and all(theirs in ("X", ours) for theirs, ours in zip(timex, value, strict=True))


def _same_range(timex: str, date: Date) -> bool:
    """Their end may be the first day behind the period, the first day of its last part, or its last day."""
    start, end, _ = timex.split("|")[0].strip("()").split(",")
    if date.earliest is None or date.latest is None:
        return False
    last = edtf.bounds(date.edtf.split("/")[-1])[0] or date.latest
    ends = {date.latest, date.latest + A_DAY, last}
    return _fits(start, date.earliest.isoformat()) and any(_fits(end, day.isoformat()) for day in ends)


def _same_week(timex: str, date: Date) -> bool:
    match = WEEK.fullmatch(timex)
    if not match:
        return False
    monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return (date.earliest, date.latest) == (monday + (5 * A_DAY if match[3] else 0 * A_DAY), monday + 6 * A_DAY)


def _same_weekday(timex: str, date: Date) -> bool:
    """ "XXXX-WXX-5" is some Friday, "XXXX-07-WXX-5-#1" the first Friday of a July."""
    day = date.earliest
    if day is None or day != date.latest:
        return False
    match = ORDINAL.fullmatch(timex)
    if match:
        in_month = (day.day - 1) // 7 + 1
        return (f"{day.month:02d}", str(day.isoweekday()), str(in_month)) == match.groups()
    return timex == f"XXXX-WXX-{day.isoweekday()}"
