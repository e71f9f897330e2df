"""How the date of a source lies to the date of a claim, by interval."""

from __future__ import annotations

import datetime as dt
import re

from claims.extraction.parts import Date

from .answers import Relation

PLAIN = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])(?:-\d{2})?")  # a month or a day


def relation_of_dates(source: Date, claim: Date) -> Relation:
    """Empty where one of them has no place in time (a month without a year). Both are whole intervals ("since …")."""
    if not (_is_placed(source) and _is_placed(claim)):
        return "disjoint" if _other_part_of_the_year(source.edtf, claim.edtf) else ""
    mine, theirs = _days(claim), _days(source)
    if mine == theirs:
        return "identical" if source.edtf == claim.edtf else "equivalent"
    if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
        return "inside"
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return "wider"
    return "disjoint" if theirs[1] < mine[0] or mine[1] < theirs[0] else "overlaps"


def _is_placed(date: Date) -> bool:
    return (date.earliest is not None or date.latest is not None) and "XXXX" not in date.edtf


def _days(date: Date) -> tuple[dt.date, dt.date]:
    return date.earliest or dt.date.min, date.latest or dt.date.max


def _other_part_of_the_year(one: str, other: str) -> bool:
    """ "In May" and "in June 2021", whatever the year of the first."""
    mine, theirs = one.split("-")[1:], other.split("-")[1:]
    known = all(PLAIN.fullmatch(value) for value in (one, other))
    return known and any(left != right for left, right in zip(mine, theirs, strict=False))
