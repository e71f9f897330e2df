"""Our dates on the specifications of others: python-edtf's phrases and values, Recognizers' dates and periods.

    python -m tests.benchmarks.specs_dates FOLDER

FOLDER has edtf/ and recognizers/ (JSON lines). Rows whose convention is not ours are
left out by the rules in `LEFT_OUT`, which look at the row alone and never at our answer.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claims.extraction.date_phrases import from_words
from claims.extraction.dates import Calendar, read_dates
from claims.extraction.words import read_words
from sources.text import edtf

from .tallies import Item, Tally, overlap, tally
from .timex import agrees

RECOGNIZERS = {"Recognizers: dates": "DateTime_DateParser", "Recognizers: periods": "DateTime_DatePeriodParser"}
NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    "|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tue|thur"
)
NUMBER = r"(?:\d+|an?|one|two|three|four|five|few|couple|half)"
FULL_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
TENS = r"(?:ten|eleven|twelve|fifteen|nineteen|twenty|thirty|seventy|eighty|ninety)"
# What is said to an assistant and not printed, and where two conventions name different days.
LEFT_OUT: dict[str, re.Pattern[str]] = {
    "a duration, which we read as a figure": re.compile(
        rf"\b(?:within|next|past|last|previous|upcoming|for|rest)\b.*\b{NUMBER} ?{UNIT}\b"
        rf"|\b{NUMBER} {UNIT}\b.*\b(?:hence|future|from|before|after|today|starting)"
        r"|^(?:past few|rest)\b|\bhalf days\b"
    ),
    "a vague count": re.compile(r"(?:a )?few \w+ ago"),
    "a day of no month": re.compile(
        r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|(?:twenty[ -])?(?:first|second)|thirty)|(?:the )?week of the \d+\w*"
    ),
    "a year or a day spelled out as it is spoken": re.compile(
        rf".*\b(?:thousands?|hundred|{TENS}[ -](?:one|two|eight|{TENS}|tens|zero|seventies|first|second)|the fifteen"
        r"|zero)\b.*"
    ),
    "two bare numbers: a fraction, a score or a decimal in prose": re.compile(
        r"(?:from )?\d{1,4} ?[./-] ?\d{1,4}(?:,\d+)?(?: to \d+/\d+)?"
    ),
    "a month or a weekday without its capital": re.compile(rf".*\b(?:{NAMES})s?\b.*"),
    "letters and digits run together": re.compile(
        r".*(?:[A-Za-z]{3}\.?[\d/]|\d(?!st|nd|rd|th|T)[A-Za-z]{2}).*|.*tmrw.*"
    ),
    "a day of talk that is none in prose": re.compile(
        r"(?:(?:my|the|the last|last|past|this|next|rest|on|the same|same) )*(?:day|week|weekend|summer|year|month)"
        r"|on weekend|(?:mid )?summer|weekend"
    ),
    "next week's day, or the next such day?": re.compile(
        r".*\bnext (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day.*|two \w+days? .*", re.IGNORECASE
    ),
    "which weeks of a month or a year count": re.compile(
        r".*\b(?:first|second|third|last) week\b.*|week \d+|.*\bweek \d+ .*|from Week.*|between Week.*", re.IGNORECASE
    ),
}


def scores(folder: Path) -> dict[str, Tally]:
    """One tally for each specification: right, said, asked for."""
    return {
        "python-edtf: phrases": _phrases(folder),
        "python-edtf: what is EDTF": _validity(folder),
        "python-edtf: first and last day": _days(folder),
        **{name: _recognized(folder, file) for name, file in RECOGNIZERS.items()},
    }


def left_out(folder: Path) -> dict[str, Counter[str]]:
    """For each specification: how many rows are left out, by reason."""
    return {
        name: Counter(reason for row in _rows(folder, f"recognizers/{file}") for reason in _reasons(row))
        for name, file in RECOGNIZERS.items()
    }


def _rows(folder: Path, name: str) -> Iterator[Item]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _phrases(folder: Path) -> Tally:
    found = Tally()
    for row in _rows(folder, "edtf/natlang"):
        answer = from_words(row["text"])
        found += Tally(
            int(answer is not None and answer == row["edtf"]), int(answer is not None), int(bool(row["edtf"]))
        )
    return found


def _validity(folder: Path) -> Tally:
    found = Tally()
    for row in _rows(folder, "edtf/parser"):
        valid, accepted = row["set"] != "BAD_EXAMPLES", _bounds(row["edtf"] or "") is not None
        found += Tally(int(valid and accepted), int(accepted), int(valid))
    return found


def _days(folder: Path) -> Tally:
    """Rows whose days lie in the calendar; open ends, winters and significant digits are counted otherwise."""
    found = Tally()
    for row in _rows(folder, "edtf/parser"):
        if row["set"] != "EXAMPLES" or not all(_in_calendar(day) for day in row["dates"]) or _counted_otherwise(row):
            continue
        first, last = row["dates"][0], row["dates"][len(row["dates"]) in (2, 4)]
        bounds = _bounds(row["edtf"])
        right = bounds == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        found += Tally(int(right), int(bounds is not None), 1)
    return found


def _bounds(text: str) -> edtf.Bounds | None:
    try:
        return edtf.bounds(text)
    except ValueError:
        return None


def _impossible(gold: Item) -> bool:
    """ "31 November": there is no such day to be read."""
    match = FULL_DAY.fullmatch(gold["timex"])
    if not match:
        return False
    year = int(match[1]) if match[1].isdigit() else 2000
    return int(match[3]) > calendar.monthrange(year, int(match[2]))[1]


def _in_calendar(day: str) -> bool:
    return len(day) == 10 and day[:4] not in ("0000", "9999") and day[0] != "-"


def _counted_otherwise(row: Item) -> bool:
    return row["edtf"].startswith("/") or row["edtf"].endswith(("/", "-24")) or "S" in row["edtf"]


def _recognized(folder: Path, file: str) -> Tally:
    found = Tally()
    for row in _rows(folder, f"recognizers/{file}"):
        labels = [{**gold, "optional": any(_why(gold))} for gold in row["gold"]]
        dates, _ = read_dates(read_words(row["text"]), Calendar(today=(row["ref"] or "")[:10] or None))
        said = [{"start": date.start, "end": date.end, "date": date} for date in dates]
        found += tally(labels, said, lambda one, other: overlap(one, other) if agrees(one, other["date"]) else 0)
    return found


def _reasons(row: Item) -> Iterator[str]:
    for gold in row["gold"]:
        yield from _why(gold)


def _why(gold: Item) -> Iterator[str]:
    """The first reason to leave an answer out, if there is one."""
    if _impossible(gold):
        yield "a day that its month does not have"
        return
    for reason, pattern in LEFT_OUT.items():
        if pattern.fullmatch(gold["surface"]) or (reason.startswith("a duration") and pattern.search(gold["surface"])):
            yield reason
            return


def report(folder: Path) -> Iterator[str]:
    for name, found in scores(folder).items():
        yield f"{name:34} {found.f1:5.1f} ({found.right}/{found.said}/{found.asked})"
    for name, reasons in left_out(folder).items():
        yield f"{name}: {sum(reasons.values())} left out"
        yield from (f"  {times:3} {reason}" for reason, times in reasons.most_common())


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]))))  # noqa: T201 -- a command
