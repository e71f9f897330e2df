"""A number as it is written, and the arithmetic that all readers of numbers share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Literal

from claims.extraction.words import Token

Tokens = Sequence[Token]
Step = tuple[Decimal, int]  # a value, and the place behind its last token

LARGEST = Decimal(10) ** 30  # what is larger is a chain of words, not a quantity
HYPHENS = frozenset("-‐‑–")
ARTICLES = frozenset({"a", "an"})
ONE = Decimal(1)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, `first` to `after` in tokens. `scale` is the part of it that its scale word makes."""

    first: int
    after: int
    low: Decimal
    high: Decimal
    sense: Literal["exact", "about", "vague"] = "exact"
    form: Literal["amount", "share"] = "amount"
    scale: Decimal = ONE
    digits: str = ""  # plain digits with nothing beside them: also how years and room numbers look
    spelled: bool = False


def exact(first: int, after: int, value: Decimal, scale: Decimal = ONE, *, spelled: bool = False) -> Numeral:
    return Numeral(first, after, value, value, scale=scale or ONE, spelled=spelled)


def share(first: int, after: int, value: Decimal, *, spelled: bool = False) -> Numeral:
    return Numeral(first, after, value, value, form="share", spelled=spelled)


def vague(first: int, after: int, low: Decimal, scale: Decimal) -> Numeral:
    """A number known by its order of magnitude: "several dozen" is 36–99, "tens of thousands" 20,000–99,999."""
    ceiling = Decimal(10) ** (scale.adjusted() + 1) - 1
    return Numeral(first, after, low, ceiling, sense="vague", scale=scale, spelled=True)


def rounded(value: Decimal) -> Decimal:
    """A quotient as people would write it: six places, nothing added."""
    with localcontext() as context:
        context.prec = 28
        short = value.quantize(Decimal("0.000001")) if value < LARGEST else value
    return short.normalize() if short else value


def bounded(value: Decimal) -> Decimal:
    return value if abs(value) < LARGEST * LARGEST else LARGEST
