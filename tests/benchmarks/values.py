"""When two values are the same: numbers, kinds of bound, units, EDTF."""

from __future__ import annotations

import math
import re

# Our words on the left of the labels' own; the rest are theirs already.
BOUNDS = {
    "exact": "eq",
    "about": "approx",
    "at_least": "ge",
    "more_than": "gt",
    "at_most": "le",
    "less_than": "lt",
    "between": "range",
}
SIGNS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₩": "won",
    "৳": "taka",
    "₹": "rupee",
    "₽": "ruble",
    "₴": "hryvnia",
}
SAME_WORD = {
    "percent": "%",
    "percentage": "%",
    "pp": "% point",
    "us": "",
    "usd": "dollar",
    "eur": "euro",
    "gbp": "pound",
    "jpy": "yen",
    "krw": "won",
    "bdt": "taka",
    "inr": "rupee",
    "rub": "ruble",
    "uah": "hryvnia",
    "people": "person",
    "children": "child",
    "metre": "meter",
    "kilometre": "kilometer",
    "km": "kilometer",
    "millimetre": "millimeter",
    "mm": "millimeter",
    "mi": "mile",
    "h": "hour",
    "hr": "hour",
}


def same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    small = max(abs(one), abs(other)) < 1
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=5e-4 if small else 1e-9)


def bounds(figure: dict) -> tuple[float | None, float | None]:
    """Both bounds; an open one is the other, for which way it is open is scored on its own."""
    low, high = (None if value is None else float(value) for value in (figure["low"], figure["high"]))
    return (high if low is None else low), (low if high is None else high)


def kind_of_bound(figure: dict) -> str:
    """Two different bounds are a range, whatever word stands before them."""
    kind = BOUNDS.get(figure["comparator"], figure["comparator"])
    low, high = figure["low"], figure["high"]
    if kind != "vague" and low is not None and high is not None and not same_number(float(low), float(high)):
        return "range"
    return kind


def fold_unit(unit: str | None) -> str:
    """Number, case, signs and codes make no difference: "USD", "$", "dollars"."""
    text = (unit or "").lower().replace("u.s.", "us").replace("per cent", "percent")
    text = "".join(f" {SIGNS[char]} " if char in SIGNS else char for char in text)
    words = [_fold_word(word) for word in re.sub(r"[^a-z0-9%/ ]", " ", text).split()]
    return " ".join(word for word in words if word)


def _fold_word(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    word = SAME_WORD.get(word, word)
    return word[:-3] + "man" if len(word) > 2 and word.endswith("men") else word


def fold_edtf(value: str | None) -> str:
    folded = (value or "").strip().replace("−", "-").replace("u", "X").replace("x", "X")
    folded = re.sub(r"/open$", "/..", re.sub(r"^open/", "../", folded))
    return re.sub(r"(T\d\d:\d\d):00(?!\d)", r"\1", folded)
