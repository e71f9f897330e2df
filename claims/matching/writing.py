"""Whether two figures of the same value are written in the same way: "10,000", but not "ten thousand" or "10k"."""

from __future__ import annotations

from claims.extraction.parts import Figure
from claims.extraction.quantities import currencies
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import read_words

# The words beside a number: they change what is meant, not how the number is written.
_HEDGES = wordset(
    "at least no fewer than less not more over about around some roughly approximately nearly almost close to up as",
    "many much most high few little an estimated a minimum maximum of exactly precisely between and from or so in",
    "the region excess upwards above below under fewer greater larger higher just well slightly exceeding beyond",
    "circa ca c . ~ ≈ > < ≥ ≤ = + odd short",
)


def written_alike(one: Figure, other: Figure) -> bool:
    return _core(one.text) == _core(other.text)


def _core(text: str) -> tuple[str, ...]:
    """The number with its scale and unit, without the words beside it; a sign of money may stand before or behind."""
    words = [currencies.SIGNS.get(token.text, token.lower) for token in read_words(text).tokens]
    return tuple(sorted(word for word in words if word not in _HEDGES))
