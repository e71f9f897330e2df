"""Numbers of a source in the unit of the article, so that both stand on one axis. Pure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.matching.conversions import Measure, measure_of
from claims.web.plot import Value

SHARE = Measure("share")
DIGITS = 6  # of a converted number; the rest is the conversion's, not the source's


def is_measure(unit: str) -> bool:
    """Whether it is a unit of measure or a currency; else it is what is counted."""
    return measure_of(unit.lower()) is not None


def convert(value: Value, unit: str, into: str) -> Value | None:
    """None where there is no way from one unit to the other."""
    if unit.casefold() == into.casefold():
        return value
    one, other = measure_of(unit.lower()), measure_of(into.lower())
    if not unit and other is not None and other.dimension == SHARE.dimension:
        one = SHARE  # "two in five" beside "40%"
    if one is None and other is None:
        return value  # "homes", "houses": the comparing has said whether they are the same
    if one is None or other is None or one.dimension != other.dimension:
        return None
    slack = Decimal(f"{value.reach * one.factor / other.factor:.{DIGITS}g}") if value.reach else None
    return replace(value, slack=slack, low=_converted(value.low, one, other), high=_converted(value.high, one, other))


def _converted(bound: Decimal | None, one: Measure, other: Measure) -> Decimal | None:
    if bound is None:
        return None
    exact = (bound * one.factor + one.offset - other.offset) / other.factor
    return Decimal(f"{exact:.{DIGITS}g}")
