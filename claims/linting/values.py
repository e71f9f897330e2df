"""The value of a figure as an interval with tolerance, and when two of them disagree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.extraction.parts import Figure

LARGEST_FACTOR = Decimal("1.5")  # further apart they are hardly meant for the same
ZEROS = 2  # so many at the end of a number say that it is rounded
LARGEST = 40  # digits


@dataclass(frozen=True, slots=True)
class Value:
    """None: no bound. `unit` is the last digit that the number means: 1,000 of 12,000."""

    low: Decimal | None
    high: Decimal | None
    unit: Decimal

    @property
    def place(self) -> Decimal:
        """For sorting: the bound it has."""
        return self.low if self.low is not None else self.high if self.high is not None else Decimal(0)


def value_of(figure: Figure) -> Value | None:
    low, high = figure.low, figure.high
    bounds = [bound for bound in (low, high) if bound is not None]
    if not bounds or any(not bound.is_finite() or abs(bound.adjusted()) > LARGEST for bound in bounds):
        return None
    unit = _last_digit(bounds[0])
    if figure.comparator == "about":
        half = unit / 2  # "about 13,000" is anything that is rounded to it
        low, high = low and low - half, high and high + half
    return Value(low, high, unit)


def disagree(one: Value, other: Value) -> bool:
    """Whether two values are apart, but so near that one may be the other misread: 10,000 and 11,000."""
    low, high = (one, other) if one.place <= other.place else (other, one)
    if low.high is None or high.low is None or low.high >= high.low or low.high <= 0:
        return False
    return high.low / low.high <= LARGEST_FACTOR and not _is_rounded(low, high)


def _is_rounded(one: Value, other: Value) -> bool:
    """ "12,000" and "12,034": the one is the other, rounded."""
    coarse, fine = (one, other) if one.unit >= other.unit else (other, one)
    if coarse.unit < 10**ZEROS or coarse.unit == fine.unit or coarse.low is None or coarse.low != coarse.high:
        return False
    ends = [bound for bound in (fine.low, fine.high) if bound is not None]
    return all(abs(bound - coarse.low) <= coarse.unit / 2 for bound in ends)


def _last_digit(number: Decimal) -> Decimal:
    """The value of the last digit that is meant: 1,000 of 13,000, 0.1 of 1.5, and two digits of "10,000"."""
    exponent = number.normalize().as_tuple().exponent
    if not number or not isinstance(exponent, int):
        return Decimal(1)
    return Decimal(1).scaleb(min(exponent, max(number.adjusted() - 1, 0)))
