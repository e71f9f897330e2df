"""Other libraries on the same labelled texts, their answers in the words of the labels.

Each is given the text with its citation marks blanked, so that none stumbles
over "[4]". What a library does not say (comparators, relations) is not
guessed for it; where its answer can be read in two ways, the better is taken.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator

from .scoring import Row

EMPTY: Row = {layer: [] for layer in ("markers", "sentences", "claims", "quantities", "dates", "places", "attribution")}
YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,.])")
ORDINAL_BEHIND = re.compile(r"\s?(?:st|nd|rd|th)\b", re.IGNORECASE)
ORDINAL = re.compile(r"(?:first|second|third|\w{2,20}th)\b", re.IGNORECASE)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = re.compile(r"[12]?\d|3[01]")
MONTH_BEHIND, MONTH_BEFORE = re.compile(rf"\s{MONTH}\b"), re.compile(rf"{MONTH}\s$")
EDTF = {"year": "%Y", "month": "%Y-%m"}
# Words that dateparser takes along and that no date begins or ends with.
RIM_WORDS = "in on at by of the and to from since until till before after during around about as a an".split()  # noqa: SIM905


def quantulum3(row: Row) -> Row:
    """quantulum3: value, span and unit. "3 ± 1" and what it takes for a range are a range; else nothing is compared."""
    return EMPTY | {"quantities": [_quantity(found) for found in _found_quantities(blanked(row))]}


def quantulum3_filtered(row: Row) -> Row:
    """The same without what is easily told to be a year, a day of a month or an ordinal."""
    text = blanked(row)
    kept = [found for found in _found_quantities(text) if not _is_date_or_ordinal(text, found)]
    return EMPTY | {"quantities": [_quantity(found) for found in kept]}


def dateparser(row: Row) -> Row:
    """dateparser's search: span and value, as precise as it says; the words at its rim that no date has are cut off."""
    return EMPTY | {"dates": list(_dates(blanked(row), row.get("dct")))}


def blanked(row: Row) -> str:
    """The text with each of its marks as blanks: offsets stay what they are."""
    text = row["text"]
    for mark in row["markers"]:
        text = text[: mark["start"]] + " " * (mark["end"] - mark["start"]) + text[mark["end"] :]
    return text


def _found_quantities(text: str) -> list:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says at import that its classifier is not installed
        from quantulum3 import parser

        return parser.parse(text)


def _quantity(found) -> dict:
    spread = found.uncertainty or 0
    unit = "" if found.unit.name == "dimensionless" else "%" if found.unit.name == "percentage" else found.unit.name
    return {
        "start": max(0, found.span[0]),  # it says -1 for a range at the very beginning
        "end": found.span[1],
        "low": found.value - spread,
        "high": found.value + spread,
        "comparator": "range" if spread else "eq",
        "unit": unit,
        "cites": [],
    }


def _is_date_or_ordinal(text: str, found) -> bool:
    start, end = max(0, found.span[0]), found.span[1]
    surface = text[start:end]
    day = DAY.fullmatch(surface) and (
        MONTH_BEHIND.match(text, end) or MONTH_BEFORE.search(text, max(0, start - 10), start)
    )
    return bool(day or YEAR.match(surface) or ORDINAL.match(surface) or ORDINAL_BEHIND.match(text, end, end + 4))


def _dates(text: str, dct: str | None) -> Iterator[dict]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates

        settings = {"RELATIVE_BASE": _base(dct)} if dct else {}
        parser = DateDataParser(languages=["en"], settings=settings)
        at = 0
        for surface, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(surface, at)
            if start < 0:  # it joins what does not stand together
                continue
            at = start + len(surface)
            period = parser.get_date_data(surface).period
            yield {
                **_without_rim(text, start, at),
                "edtf": moment.strftime(EDTF.get(period, "%Y-%m-%d")),
                "relation": None,
                "cites": [],
            }


def _base(dct: str) -> dt.datetime:
    return dt.datetime.fromisoformat((dct + "-01-01")[:10])


def _without_rim(text: str, start: int, end: int) -> dict[str, int]:
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"[\w$€£–%-]+", text[start:end])]
    while len(words) > 1 and text[slice(*words[0])].lower() in RIM_WORDS:
        words.pop(0)
    while len(words) > 1 and text[slice(*words[-1])].lower() in RIM_WORDS:
        words.pop()
    return {"start": words[0][0], "end": words[-1][1]} if words else {"start": start, "end": end}


# Name, the rows of the scoreboard that it can answer, and the reader.
PEERS = {
    "quantulum3": ("figures", quantulum3),
    "quantulum3, filtered": ("figures", quantulum3_filtered),
    "dateparser": ("dates", dateparser),
}
