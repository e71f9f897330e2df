"""Figures that are said in two steps: "an hour and a half", "two hours and 30 minutes", "5 feet 6 inches"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.extraction.parts import Figure
from claims.extraction.quantities.unit_names import MEASURES, TIME

from .conversions import measures_of

# "a year and a half", "one mile and a quarter": the readers see no figure there.
AND_A_PART = re.compile(r"\b(an?|one) ([a-z]{3,12}) and an? (half|quarter)\b", re.IGNORECASE)
# "an hour and 30 minutes": only the second is read.
A_UNIT_AND = re.compile(r"\b(?:an?|one) ([a-z]{3,12})(?: and|,)? $", re.IGNORECASE)
JOINT = re.compile(r"\s?(?:and|,)?\s?")
PARTS = {"half": Decimal("1.5"), "quarter": Decimal("1.25")}
UNITS = MEASURES | TIME
BEFORE = 24  # characters
SUMMED = frozenset(("time", "length", "mass", "months"))


def whole_figures(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence, with those in two steps made one."""
    found = [*_joined(text, figures), *_with_a_part(text)]
    return sorted(found, key=lambda figure: figure.start)


def _with_a_part(text: str) -> Iterator[Figure]:
    for match in AND_A_PART.finditer(text):
        unit = UNITS.get(match[2].lower())
        if unit:
            value = PARTS[match[3].lower()]
            yield Figure(match.start(), match.end(), match[0], "exact", value, value, unit)


def _joined(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    last: Figure | None = None
    for figure in figures:
        figure = _with_a_unit_before(text, figure)
        whole = _sum(text, last, figure) if last else None
        if last and whole is None:
            yield last
        last = whole or figure
    if last:
        yield last


def _sum(text: str, one: Figure, other: Figure) -> Figure | None:
    """One figure of both, in the unit of the second, where the second's is the smaller of the same dimension."""
    if not JOINT.fullmatch(text[one.end : other.start]) or one.low is None or other.low is None:
        return None
    if one.low != one.high or other.low != other.high or other.comparator != "exact" or one.per or other.per:
        return None
    large, small = measures_of(one)[0], measures_of(other)[0]
    if large.dimension != small.dimension or large.dimension not in SUMMED or large.factor <= small.factor:
        return None
    value = one.low * large.factor / small.factor + other.low
    text = text[one.start : other.end]
    return replace(other, start=one.start, text=text, low=value, high=value, comparator=one.comparator)


def _with_a_unit_before(text: str, figure: Figure) -> Figure:
    start = max(0, figure.start - BEFORE)
    match = A_UNIT_AND.search(text[start : figure.start])
    unit = UNITS.get(match[1].lower()) if match else None
    if match is None or unit is None:
        return figure
    one = Figure(start + match.start(), figure.start, "", "exact", Decimal(1), Decimal(1), unit)
    return _sum(text, one, figure) or figure
