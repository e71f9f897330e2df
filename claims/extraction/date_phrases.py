"""A date in the words of a form, a caption or a catalogue: "c. 1860", "before 1928", "19c?".

The reader of `dates`, with the habits of those who fill in such a field on top:
a relation becomes an interval with an unknown end, as python-edtf writes it
("before 1928" → /1928), doubt becomes EDTF's "?", "day in May 1872" leaves digits open, and a
stroke between two years means one of them. Whoever may have typed EDTF is asked for that first.
"""

from __future__ import annotations

import re

from .dates import dates_of
from .dating.line import read_line
from .dating.telling import Calendar
from .dating.vocabulary import word_set
from .parts import Date
from .words import read_words

LONGEST = 200  # characters; a longer text is no answer to "when?"
DOUBT = word_set("maybe uncertain perhaps possibly probably guess likely")
SHORT_CENTURY = re.compile(r"\b(\d{1,2}) ?c(?:ent)?\b\.?")
SHORT_YEAR = re.compile(r"[3-9][0-9]")
LATE_BEHIND = re.compile(r"\b(\d{4}) (early|mid|late)\b(?!-| \d)")
EITHER = re.compile(r"(\d{4})/(\d{4})")
# "day in Spring 1849", "month in 1872": what is left open, by how fine the date is.
OPEN = re.compile(r"\b(day|month) (?:some\w+ )?(?:in|during)\b", re.IGNORECASE)
OPEN_DIGITS = {("day", "year"): "-XX-XX", ("day", "month"): "-XX", ("day", "season"): "-XX", ("month", "year"): "-XX"}


def from_words(text: str) -> str | None:
    """The EDTF of the first date in a short text, or None where it holds none."""
    text = text.strip()
    if SHORT_YEAR.fullmatch(text):
        return f"19{text}"
    text = LATE_BEHIND.sub(r"\2 \1", SHORT_CENTURY.sub(_century, text[:LONGEST]))
    found, _ = dates_of(read_line(read_words(text)), Calendar(), governed=True)
    return _valued(found[0], text) if found else None


def _century(match: re.Match[str]) -> str:
    return f"{match[1]}th century"


def _valued(date: Date, text: str) -> str:
    behind = text[date.end :].lstrip(" (").lower()
    words = {token.lower for token in read_words(text).tokens}
    either = EITHER.fullmatch(date.text)
    value = f"[{either[1]}, {either[2]}]" if either else date.edtf.rstrip("?~%") + _open_digits(date, text)
    doubtful = behind.startswith("?") or bool(words & DOUBT)
    about = date.edtf[-1] in "~%" or behind.startswith("approx")
    value += {(True, True): "%", (True, False): "?", (False, True): "~", (False, False): ""}[doubtful, about]
    if "/" in value:
        return value
    if date.relation in ("before", "until", "by"):
        return f"/{value}"
    return f"{value}/" if date.relation in ("after", "since") else value


def _open_digits(date: Date, text: str) -> str:
    match = OPEN.search(text[: date.start])
    return OPEN_DIGITS.get((match[1].lower(), date.precision), "") if match else ""
