"""The value of a figure as an interval, and how the interval of a source lies to that of a claim.

"about 13,000" is all that is rounded to it: half a unit of its last significant
digit to each side. "over 600" does not take in 600 itself. "dozens" spans its order
of magnitude, as it was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.extraction.parts import Figure

from .answers import Relation

LARGEST = 60  # digits; beyond them nobody means a number
HALF = Decimal("0.5")
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """None: no bound on that side. An open end does not belong to it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def widened(self, by: Decimal) -> Interval:
        if not by:
            return self
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Interval(low, high, self.low_open, self.high_open)


def interval_of(figure: Figure) -> Interval | None:
    """None where the figure has no bound, or one that no number is meant by."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    if not bounds or any(not bound.is_finite() or abs(bound.adjusted()) > LARGEST for bound in bounds):
        return None
    stated = Interval(figure.low, figure.high, figure.comparator == "more_than", figure.comparator == "less_than")
    return stated.widened(rounding_of(figure)) if figure.comparator == "about" else stated


def rounding_of(figure: Figure) -> Decimal:
    """Half a unit of the last digit that the figure means. A part in words ("a third") means tenths."""
    bound = next((bound for bound in (figure.low, figure.high) if bound is not None), Decimal(0))
    if figure.form in ("share", "ratio") and figure.unit != "%" and TENTH <= bound <= 1:
        return TENTH / 2
    return rounding(bound)


def rounding(number: Decimal) -> Decimal:
    """Half a unit of the last significant digit: 500 of 13,000, 50 of 600.

    A one with nothing but zeros (100, 10,000) is read as if its first zero were
    significant too: "about 10,000" is not anything between 5,000 and 15,000.
    """
    digits, exponent = number.normalize().as_tuple()[1:]
    if not number or not isinstance(exponent, int):
        return HALF
    if digits == (1,):
        exponent -= 1
    return HALF.scaleb(exponent)


def relation_of(source: Interval, claim: Interval, slack: Decimal = Decimal(0)) -> Relation:
    """How the source's interval lies to the claim's; `slack` is what a conversion may have rounded away."""
    if _meet(source.low, claim.low, slack) and _meet(source.high, claim.high, slack) and _same_ends(source, claim):
        return "identical"
    if _within(source, claim.widened(slack)):
        return "inside"
    if _within(claim, source.widened(slack)):
        return "wider"
    return "disjoint" if _apart(source, claim, slack) else "overlaps"


def _meet(one: Decimal | None, other: Decimal | None, slack: Decimal) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= slack


def _same_ends(one: Interval, other: Interval) -> bool:
    return (one.low_open, one.high_open) == (other.low_open, other.high_open)


def _within(inner: Interval, outer: Interval) -> bool:
    return _not_below(inner, outer) and _not_above(inner, outer)


def _not_below(inner: Interval, outer: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        # Nothing that is counted or measured here is less than nothing: "up to 600" begins at 0.
        return outer.low <= 0 and not outer.low_open
    return inner.low > outer.low or (inner.low == outer.low and (inner.low_open or not outer.low_open))


def _not_above(inner: Interval, outer: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    return inner.high < outer.high or (inner.high == outer.high and (inner.high_open or not outer.high_open))


def _apart(one: Interval, other: Interval, slack: Decimal) -> bool:
    return _ends_before(one, other, slack) or _ends_before(other, one, slack)


def _ends_before(one: Interval, other: Interval, slack: Decimal) -> bool:
    if one.high is None or other.low is None:
        return False
    if one.high == other.low:
        return one.high_open or other.low_open
    return one.high + slack < other.low
