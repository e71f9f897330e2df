"""Dates and periods of a sentence, as EDTF."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Date
from .words import Words


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the text has said so far that a year-less or relative date can lean on.

    `today` is the article's own date as EDTF (YYYY, YYYY-MM or YYYY-MM-DD; None: unknown),
    `last` the EDTF value of the last date that was read.
    """

    today: str | None = None
    last: str | None = None


def read_dates(words: Words, calendar: Calendar) -> tuple[list[Date], Calendar]:
    """All dates of a sentence, in order, and the calendar for the sentence after it."""
    return [], calendar
