"""Figures drawn as what they are, on one axis with round ticks: a point, an interval, an open end.

Pure. Places are percentages of the axis, so that a drawing fits any width and
its text keeps its size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.matching.intervals import rounding

LAST = 99.0  # an arrow ends just inside the drawing
TICKS = 5
WHISKER = 1.5  # per cent of the axis that "about" reaches to either side at least, or nobody would see it
CLOSE = 0.2  # values that differ by less than this part of the largest would be one dot on an axis from zero


@dataclass(frozen=True, slots=True)
class Value:
    """`slack` is how far "about" reaches to either side, in the unit of the bounds; None: as the rules have it."""

    comparator: str
    low: Decimal | None
    high: Decimal | None
    slack: Decimal | None = None

    @property
    def reach(self) -> Decimal:
        if self.comparator != "about" or self.low is None:
            return Decimal(0)
        return rounding(self.low) if self.slack is None else self.slack


@dataclass(frozen=True, slots=True)
class Tick:
    place: float
    label: str
    anchor: str  # SVG text-anchor: the outermost labels stay inside


@dataclass(frozen=True, slots=True)
class End:
    """Where a value ends: `filled` ends belong to it, others do not."""

    place: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One value: `line` from and to, its `look` ("", "about", "vague"), its ends, and which sides go on for ever."""

    line: tuple[float, float] | None
    look: str
    ends: tuple[End, ...]
    arrow_left: bool = False
    arrow_right: bool = False

    @property
    def width(self) -> float:
        return round(self.line[1] - self.line[0], 2) if self.line else 0


@dataclass(frozen=True, slots=True)
class Plot:
    """The lanes of some values in their order; without `from_zero` the axis begins elsewhere, and the page says so."""

    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    from_zero: bool = True


def draw(values: Sequence[Value]) -> Plot:
    """Values of one unit. The axis begins at zero, unless one is negative or several lie close together far from it."""
    known = [float(bound) for value in values for bound in (value.low, value.high) if bound is not None]
    least, most = _reach(known)
    if least > 0:
        least = min([least, *(float(value.low - value.reach) for value in values if value.low and value.reach)])
    most = max([most, *(float(value.low + value.reach) for value in values if value.low and value.reach)])
    first, step = _axis(least, most)
    lanes = tuple(_lane(value, first, step * (TICKS - 1)) for value in values)
    return Plot(_ticks(first, step), lanes, first <= 0)


def _reach(known: list[float]) -> tuple[float, float]:
    least, most = min(known, default=0.0), max(known, default=0.0)
    spread = most - least
    if 0 < spread < CLOSE * most:
        return least - spread / 2, most + spread / 2
    return min(0.0, least), max(0.0, most)


def _lane(value: Value, first: float, span: float) -> Lane:
    def place(bound: Decimal | None, otherwise: float) -> float:
        return otherwise if bound is None else round(100 * (float(bound) - first) / span, 2)

    left, right = place(value.low, 1.0), place(value.high, LAST)
    strict = value.comparator in ("more_than", "less_than")
    bounds = dict.fromkeys(bound for bound in (value.low, value.high) if bound is not None)
    ends = tuple(End(place(bound, 0), not strict) for bound in bounds)
    if value.comparator == "about":
        whisker = max(WHISKER, round(100 * float(value.reach) / span, 2))
        left, right = max(0.0, left - whisker), min(100.0, right + whisker)
    return Lane(
        (left, right) if left != right else None,
        value.comparator if value.comparator in ("about", "vague") else "",
        () if value.comparator == "vague" else ends,
        arrow_left=value.low is None,
        arrow_right=value.high is None,
    )


def _axis(least: float, most: float) -> tuple[float, float]:
    """Where the axis begins and how far its ticks are apart: 1, 2, 2.5 or 5 times a power of ten, with air behind."""
    raw = max((most - least) * 1.15, abs(most) * 1e-9, 1e-6) / (TICKS - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    first = math.floor(least / step) * step
    return (first, step) if first + step * (TICKS - 1) >= most else (first, step * 2)


def _ticks(first: float, step: float) -> tuple[Tick, ...]:
    anchors = {0: "start", TICKS - 1: "end"}
    return tuple(Tick(100 * n / (TICKS - 1), label(first + n * step), anchors.get(n, "middle")) for n in range(TICKS))


def label(value: float) -> str:
    """12000000 as "12 million", 2500 as "2,500", 0.05 as "0.05"."""
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{value / size:.12g}{word}"
    value = float(f"{value:.12g}")
    return f"{value:,.0f}" if value == int(value) else f"{value:.12g}"
