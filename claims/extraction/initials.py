"""Numbers that an abbreviation in brackets repeats: "coronavirus disease 2019 (COVID-19)", "Voyager 2 (VGR-2)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .words import Token

_DASHES = frozenset("-‐‑–")
LONGEST = 8  # tokens of an abbreviation: "SARS-CoV-2" has five


def is_abbreviated(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at `at` ends a name whose abbreviation behind it ends in the same digits."""
    if not 0 < at < len(tokens) - 2 or tokens[at + 1].text != "(" or tokens[at - 1].kind != "word":
        return False
    inside = tokens[at + 2 : at + 3 + LONGEST]
    if not inside[0].capital:
        return False
    last = next((place for place, token in enumerate(inside) if token.text == ")"), 0)
    if last < 2 or any(left.end != right.start for left, right in pairwise(inside[:last])):
        return False
    short, joint = inside[last - 1], inside[last - 2]
    joined = joint.text in _DASHES or joint.kind == "word"
    return short.kind == "number" and joined and tokens[at].text.endswith(short.text)
