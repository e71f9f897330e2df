"""A number with the sign, currency or unit printed with it: "$15 million", "-18 °C", "34-day", "half an hour"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.extraction.words import Token

from .currencies import SIGNS
from .numbers import read_numeral
from .numerals import Numeral, rounded
from .phrases import glued
from .units import Unit, compound, unit_after, unit_before

Tokens = Sequence[Token]

_MINUS = frozenset("-−–")
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Operand:
    """`first` and `after` are tokens, with the unit and the minus; `bare_after` ends the number alone."""

    first: int
    after: int
    numeral: Numeral
    unit: Unit | None

    @property
    def low(self) -> Decimal:
        return self.numeral.low

    @property
    def high(self) -> Decimal:
        return self.numeral.high


def read_operand(tokens: Tokens, number: int, floor: int = 0) -> Operand | None:
    """The operand whose number starts at a token. `floor`: the first token that is still free."""
    unit = unit_before(tokens, number)
    if unit and unit.first < floor:
        unit = None
    money = unit is not None and unit.sort == "money"
    numeral = read_numeral(tokens, number, money=money)
    if numeral is None:
        return None
    first = unit.first if unit else number
    first, numeral = _with_minus(tokens, first, number, numeral, floor)
    if (
        unit is None
        and first < number
        and first > floor
        and tokens[first - 1].text in SIGNS
        and glued(tokens, first - 1)
    ):
        unit = unit_before(tokens, first)  # "$-99"
        first = unit.first if unit else first
    if unit is not None and unit.after > unit.first:
        return Operand(first, numeral.after, numeral, unit)
    height = _height(tokens, numeral)
    if height:
        return Operand(first, height.after, height, Unit(numeral.after, height.after, "feet", "measure"))
    behind = _unit_behind(tokens, numeral)
    if behind is None:
        return Operand(first, numeral.after, numeral, unit)
    return _with_smaller(tokens, Operand(first, behind.after, numeral, behind))


def operand_from(tokens: Tokens, at: int) -> Operand | None:
    """The operand that starts at a token, with its currency or minus if it has one."""
    for number in range(at, at + 4):
        operand = read_operand(tokens, number, at) if _may_start(tokens[number]) else None
        if operand and operand.first == at:
            return operand
        if tokens[number].kind == "number":
            return None
    return None


def _may_start(token: Token) -> bool:
    return token.kind in ("number", "word") or token.text == "."


def _unit_behind(tokens: Tokens, numeral: Numeral) -> Unit | None:
    at = numeral.after
    if numeral.form == "share":
        # "half an hour", "three quarters of an hour", "half a mile"
        if tokens[at].lower == "of" and tokens[at + 1].lower in _ARTICLES:
            at += 2
        elif tokens[at].lower in _ARTICLES:
            at += 1
        elif tokens[numeral.first].lower in _ARTICLES and tokens[numeral.after - 1].lower not in ("half", "quarter"):
            return None  # "a third day"
        if tokens[at].lower in ("point", "points"):
            return Unit(at, at + 1, "points", "measure")  # "by a quarter point"
        unit = unit_after(tokens, at)
        return unit if unit and unit.sort in ("time", "measure", "percent") else None
    if numeral.scale > 1 and tokens[at].lower == "of":
        # "millions of dollars", "hundreds of kilometres"
        unit = unit_after(tokens, at + 1, scaled=True) if tokens[at + 1].kind == "word" else None
        return unit if unit and numeral.sense == "vague" else None
    return unit_after(tokens, at, scaled=numeral.scale > 1)


_PRIMES = frozenset("'’′")
_DOUBLE_PRIMES = frozenset('"”″')


def _height(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """6'2": feet and inches by their signs, where both stand."""
    at = numeral.after
    if tokens[at].text not in _PRIMES or tokens[at + 1].kind != "number" or tokens[at + 2].text not in _DOUBLE_PRIMES:
        return None
    if not (numeral.digits and tokens[at + 1].text.isdigit() and len(tokens[at + 1].text) < 3 and numeral.low < 9):
        return None
    value = rounded(numeral.low + Decimal(tokens[at + 1].text) / 12)
    return replace(numeral, after=at + 3, low=value, high=value, digits="")


def _with_smaller(tokens: Tokens, operand: Operand) -> Operand:
    """ "5 ft 11 in" and "3 dollars 50 cents" are one amount of the larger unit."""
    assert operand.unit is not None  # noqa: S101
    at = operand.after + 1 if tokens[operand.after].lower in ("and", ",") else operand.after
    if tokens[at].kind != "number" and tokens[at].kind != "word":
        return operand
    if operand.unit.name not in ("feet", "dollars", "euros", "pounds", "rupees"):
        return operand
    smaller = read_numeral(tokens, at)
    unit = unit_after(tokens, smaller.after) if smaller else None
    if smaller and operand.unit.name == "feet" and tokens[smaller.after].lower == "in":
        unit = Unit(smaller.after, smaller.after + 1, "inches", "measure")
    of_one = compound(operand.unit, unit) if unit else None
    if smaller is None or unit is None or of_one is None or smaller.low >= of_one:
        return operand
    value = operand.low + smaller.low / of_one
    value = value.quantize(Decimal("0.000001")) if value < 10**20 else value
    return replace(operand, after=unit.after, numeral=replace(operand.numeral, low=value, high=value, digits=""))


def _with_minus(tokens: Tokens, first: int, number: int, numeral: Numeral, floor: int) -> tuple[int, Numeral]:
    """ "-18", "−5", "$-99", "minus five": the value turned round."""
    at = first - 1
    if at < floor or at < 0:
        return first, numeral
    if at == 0 and tokens[numeral.after].kind == "word" and unit_after(tokens, numeral.after) is None:
        return first, numeral  # "-40 people came": an item of a list
    word = tokens[at].lower in ("minus", "negative")
    sign = tokens[at].text in _MINUS and glued(tokens, at) and (at == 0 or not _touches(tokens, at))
    if not (word or sign):
        return first, numeral
    if word and (tokens[at - 1].kind == "number" or tokens[at - 1].lower == "or"):
        return first, numeral  # a sum, or "plus or minus 3 points"
    return at, replace(numeral, low=-numeral.high, high=-numeral.low, digits="")


def _touches(tokens: Tokens, at: int) -> bool:
    before = tokens[at - 1]
    return before.end == tokens[at].start and before.text not in ("(", "<", ">", "=", "$", "~", "[", '"')
