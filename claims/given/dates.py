"""A date as given: first and last day follow from its EDTF value, and from the preposition before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args

from claims.extraction.date_phrases import from_words
from claims.extraction.intervals import as_interval
from claims.extraction.parts import Date, Qualifier, Relation
from sources.text import edtf
from sources.text.edtf import DatePrecision

from .faults import Given

FIELDS = ("edtf", "relation", "qualifier", "earliest", "latest", "precision", "inferred")
RELATIONS, QUALIFIERS, PRECISIONS = get_args(Relation), get_args(Qualifier), get_args(DatePrecision)
OPENS_BEHIND, OPENS_BEFORE = ("since", "after"), ("until", "before", "by")


def read_date(given: Given, before: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a date without its words. `before`: the columns as they are."""
    relation = given.word("relation", RELATIONS)
    precision = given.word("precision", PRECISIONS)
    columns: dict[str, Any] = {
        "date_edtf": "",
        "date_relation": relation,
        "date_qualifier": given.word("qualifier", QUALIFIERS),
        "date_inferred": given.flag("inferred"),
    }
    value = given.text("edtf", 64, needed="Write the date as EDTF: 2024, 2024-05, 2024-05-17, 2024-02/.. …")
    if not value or not (parsed := _parsed(given, value)):
        return columns
    value = _with_relation(given, value, parsed, relation)
    earliest, latest = edtf.bounds(value)
    _check_days(given, value, earliest, latest)
    is_kept = (value, precision) == (before.get("date_edtf"), before.get("date_precision"))
    return columns | {
        "date_edtf": value,
        "date_earliest": earliest,
        "date_latest": latest,
        "date_precision": precision if is_kept else _precision(given, value, parsed[2], precision),
    }


def _parsed(given: Given, value: str) -> edtf.Value | None:
    try:
        return edtf.parse(value)
    except ValueError as problem:
        meant = from_words(value)
        hint = f" Did you mean {meant}?" if meant else ""
        given.refuse("edtf", f"“{value}” is no EDTF date. {problem}{hint}", "not_edtf")
        return None


def _with_relation(given: Given, value: str, parsed: edtf.Value, relation: str) -> str:
    """ "since" and 2025-02 are 2025-02/.. together."""
    first, slash, last = value.partition("/")
    opens_before, opens_behind = first in ("", "..") and slash, last in ("", "..") and slash
    if (relation in OPENS_BEHIND and opens_before) or (relation in OPENS_BEFORE and opens_behind):
        given.refuse("relation", f"“{relation}” and {value} point to different sides.")
        return value
    if opens_before or opens_behind or not relation:
        return value
    date = Date(0, 0, "", value, *parsed, relation=relation)  # type: ignore[arg-type]  # a word of the list
    return as_interval(date, "").edtf


def _check_days(given: Given, value: str, earliest: dt.date | None, latest: dt.date | None) -> None:
    """Days that were given must be those of the value."""
    for name, day, verb in (("earliest", earliest, "begins"), ("latest", latest, "ends")):
        said = given.text(name, 40)
        if said and said != (day.isoformat() if day else ""):
            when = f"on {day.isoformat()}" if day else "at no known day"
            given.refuse(name, f"{value} {verb} {when}. Leave “{name}” out: it follows from “edtf”.")


def _precision(given: Given, value: str, of_given: DatePrecision, said: str) -> str:
    """How fine the date is; of an interval with an open end, how fine the other end is."""
    first, _, last = value.partition("/")
    is_open = "/" in value and (first in ("", "..") or last in ("", ".."))
    known = edtf.precision(last if first in ("", "..") else first) if is_open else edtf.precision(value)
    if said and said != known and not is_open:
        given.refuse("precision", f"{value} is as fine as a {known}. Leave “precision” out: it follows from “edtf”.")
    return said or (of_given if of_given != "range" else known)
