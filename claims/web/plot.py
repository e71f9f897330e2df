"""A figure drawn as what it is: a point, an interval, an open end, on an axis with round ticks.

Pure. Places are percentages of the axis, so that a drawing fits any width and
its text keeps its size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

LAST = 99.0  # an arrow ends just inside the drawing
TICKS = 5


@dataclass(frozen=True, slots=True)
class Tick:
    place: float
    label: str
    anchor: str  # SVG text-anchor: the outermost labels stay inside


@dataclass(frozen=True, slots=True)
class End:
    """Where the value ends: `filled` ends belong to it, others do not."""

    place: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """`line` from and to, its `look` ("", "about", "vague"), its ends, and which sides go on for ever."""

    ticks: tuple[Tick, ...]
    line: tuple[float, float] | None
    look: str
    ends: tuple[End, ...]
    arrow_left: bool = False
    arrow_right: bool = False


def draw(comparator: str, low: Decimal | None, high: Decimal | None) -> Plot:
    """The drawing of a figure; the axis begins at zero unless the figure is negative."""
    known = [float(bound) for bound in (low, high) if bound is not None]
    first, step = _axis(min(0.0, *known), max(0.0, *known))
    span = step * (TICKS - 1)

    def place(value: Decimal | None, otherwise: float) -> float:
        return otherwise if value is None else round(100 * (float(value) - first) / span, 2)

    left, right = place(low, 1.0), place(high, LAST)
    strict = comparator in ("more_than", "less_than")
    ends = tuple(End(place(bound, 0), not strict) for bound in dict.fromkeys((low, high)) if bound is not None)
    if comparator == "about":
        left, right = max(0.0, left - 4), min(100.0, right + 4)
    return Plot(
        _ticks(first, step),
        (left, right) if left != right else None,
        comparator if comparator in ("about", "vague") else "",
        () if comparator == "vague" else ends,
        arrow_left=low is None,
        arrow_right=high is None,
    )


def _axis(least: float, most: float) -> tuple[float, float]:
    """Where the axis begins and how far its ticks are apart: 1, 2, 2.5 or 5 times a power of ten, with air behind."""
    raw = max((most - least) * 1.15, 1e-6) / (TICKS - 1)
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
            return f"{value / size:g}{word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"
