"""One number held against another: "1 in 20", "three out of four", "one over three"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.extraction.words import Token

from .closed_words import HARMING, STOPS
from .nouns import noun_after
from .number_words import COUNTING
from .numerals import Numeral, rounded
from .operands import Operand, operand_from
from .phrases import Phrases
from .ranges import read_pair

Tokens = Sequence[Token]

_JOINTS: Phrases[str] = Phrases(
    {
        "in": "in", "in every": "in", "in each": "in", "out of": "of", "out of every": "of", "out of each": "of",
        "of every": "of", "over": "over",
    }
)  # fmt: skip
# "3 in 7 raids" is a count and a place more often than a ratio: of "in" the second number is small or round.
_SMALL = 12
_POWERS = frozenset(Decimal(10) ** power for power in range(1, 8))


def read_ratio(tokens: Tokens, left: Operand) -> tuple[Numeral, int] | None:
    """The ratio that a first number opens, as its quotient, and the place behind it."""
    if left.unit is not None or left.numeral.sense != "exact" or not 0 < left.low == left.low.to_integral_value():
        return None
    joint = _JOINTS.at(tokens, left.after) or _behind_noun(tokens, left)
    right = operand_from(tokens, joint[0]) if joint else None
    if joint is None or right is None or right.unit is not None or right.numeral.sense != "exact":
        return None
    if not left.low < right.low or not _is_held_against(tokens, left, right, joint[1]):
        return None
    low = high = rounded(left.low / right.low)
    after, pair = right.after, read_pair(tokens, right, None, changing=False)
    if pair and pair.one and pair.right.unit is None:  # "1 in 3,500 to 5,000"
        low, after = rounded(left.low / pair.right.high), pair.right.after
    return Numeral(left.numeral.first, after, low, high, spelled=left.numeral.spelled), after


def _behind_noun(tokens: Tokens, left: Operand) -> tuple[int, str] | None:
    """The "in" of "one child in five"; "one child in five villages" is another thing."""
    at = left.after + 1
    if left.low > 9 or tokens[left.after].kind != "word" or tokens[at].lower != "in":
        return None
    right = operand_from(tokens, at + 1)
    if right is None or tokens[left.after].lower in STOPS or right.unit or noun_after(tokens, right.after):
        return None
    return at + 1, "in"


def _is_held_against(tokens: Tokens, left: Operand, right: Operand, joint: str) -> bool:
    if joint == "of":
        return (
            right.low <= 5
            or right.low in _POWERS
            or right.low % 100 == 0
            or tokens[right.first - 1].lower in ("every", "each")
        )
    if joint == "over":
        return left.low == 1 and (tokens[right.after].kind != "word" or tokens[right.after].lower in STOPS)
    if len(right.numeral.digits) == 4 or tokens[left.first - 1].lower in HARMING:
        return False
    if left.low == 1:
        return right.low <= _SMALL or right.low % 5 == 0 or tokens[right.numeral.first].lower in COUNTING
    return left.low < 10 and (right.low <= _SMALL or right.low in _POWERS)
