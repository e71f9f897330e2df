"""Places of a sentence, by their own names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .parts import Place
from .words import Words


@dataclass(frozen=True, slots=True)
class Names:
    """Names in a text that look like places and are not: people ("Jordan"), organisations, works."""

    people: frozenset[str] = frozenset()


def read_names(sentences: Iterable[Words]) -> Names:
    """One pass over the whole text, before places are read."""
    return Names()


def read_places(words: Words, names: Names) -> list[Place]:
    """All toponyms of a sentence, in order."""
    return []
