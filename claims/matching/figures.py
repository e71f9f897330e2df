"""The figures of some words as values that can be compared."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.figures import read_figures
from claims.extraction.parts import Figure
from claims.extraction.words import read_words
from sources.text.marks import read_marks
from sources.text.spans import blanked

Value = tuple[str, Decimal | None, Decimal | None, str]  # comparator, low, high, unit


@lru_cache(maxsize=4096)  # two claims of one sentence ask for the same words
def values_of(words: str) -> tuple[Value, ...]:
    """What is counted in some words, in their order; a changed hedge or unit is a changed value."""
    cut = read_words(blanked(words, read_marks(words)))
    dates, _ = read_dates(cut, Calendar(None))
    return tuple(value_of(figure) for figure in read_figures(cut, taken=dates))


def value_of(figure: Figure) -> Value:
    return (figure.comparator, figure.low, figure.high, (figure.unit or "").casefold())


def same_bounds(one: Value, other: Value) -> bool:
    """Whether only the hedge differs: "about 600" and "over 600" speak of the same number, in the same unit."""
    return _bounds(one) == _bounds(other) and one[3] == other[3]


def _bounds(value: Value) -> set[Decimal]:
    return {bound for bound in value[1:3] if bound is not None}
