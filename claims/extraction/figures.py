"""Figures of a sentence, with comparator, bounds and unit."""

from __future__ import annotations

from collections.abc import Sequence

from sources.text.spans import Spanned

from .parts import Figure
from .words import Words


def read_figures(words: Words, taken: Sequence[Spanned] = ()) -> list[Figure]:
    """All figures of a sentence, in order. `taken` are spans already read as dates."""
    return []
