"""A figure as given: its comparator and bounds belong together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from claims.extraction.parts import Comparator, Form

from .faults import Given

FIELDS = ("comparator", "low", "high", "unit", "counted", "form", "per")
COMPARATORS, FORMS = get_args(Comparator), get_args(Form)
Bounds = tuple[Decimal | None, Decimal | None]


def read_figure(given: Given) -> dict[str, Any]:
    """The columns of a figure without its words."""
    comparator = given.word("comparator", COMPARATORS, needed="Say how the figure is meant: exact, about, at_least …")
    low, high = _bounds(given, comparator)
    return {
        "figure_comparator": comparator,
        "figure_low": low,
        "figure_high": high,
        "figure_unit": given.text("unit", 200),
        "figure_counted": given.text("counted", 500),
        "figure_form": given.word("form", FORMS, usual="amount"),
        "figure_per": given.text("per", 60),
    }


def _bounds(given: Given, comparator: str) -> Bounds:
    low, high = given.number("low"), given.number("high")
    match comparator:
        case "exact" | "about":
            return _one_number(given, low, high, comparator)
        case "at_least" | "more_than":
            return _one_end(given, low, high, comparator, own="low", other="high")
        case "at_most" | "less_than":
            return _one_end(given, low, high, comparator, own="high", other="low")
        case "between" | "vague":
            _check_range(given, low, high, comparator)
    return low, high


def _one_number(given: Given, low: Decimal | None, high: Decimal | None, comparator: str) -> Bounds:
    if "low" not in given:
        given.refuse("low", f"“{comparator}” needs its number as “low”.", "no_bound")
    elif high is not None and high != low:
        given.refuse("high", f"“{comparator}” has one number: “high” is the same as “low”, or left out.")
    return low, low


def _one_end(
    given: Given, low: Decimal | None, high: Decimal | None, comparator: str, *, own: str, other: str
) -> Bounds:
    if own not in given:
        given.refuse(own, f"“{comparator}” needs its number as “{own}”.", "no_bound")
    if other in given:
        given.refuse(other, f"“{comparator}” has “{own}” alone.")
    return (low, None) if own == "low" else (None, high)


def _check_range(given: Given, low: Decimal | None, high: Decimal | None, comparator: str) -> None:
    for name in ("low", "high"):
        if name not in given:
            given.refuse(name, f"“{comparator}” needs “low” and “high”.", "no_bound")
    if low is None or high is None:
        return
    if low > high or (low == high and comparator == "between"):
        given.refuse("high", f"“high” must be more than “low” ({low:,f}).")
