"""Who says so: the sources that a sentence names."""

from __future__ import annotations

from .parts import Attribution
from .words import Words


def read_attributions(words: Words) -> list[Attribution]:
    """All attributions of a sentence, in order."""
    return []
