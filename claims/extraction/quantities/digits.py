"""Numbers in digits: "13,000", "40 000", "1.5 million", "2 1/2", "1.3×10^6"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import gcd

from .cardinals import and_a_part, below_hundred
from .number_words import FRACTION_SIGNS, HUNDRED, THOUSAND
from .numerals import ONE, Numeral, Step, Tokens, bounded, exact, rounded, share
from .phrases import glued
from .scales import long_scale_at, with_scale

MOST_DIGITS = 30  # a longer run of digits is a key, not a quantity
_STROKES = frozenset("/⁄")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def digits_value(text: str) -> Decimal | None:
    """The value of a written number, with the separators people use.

    "13,000", "12,34,567.89", "1.5", "1.234.567" and "1.111,11" (continental), "5,00".
    None where it is no number: "192.168.1.2".
    """
    if len(text) > MOST_DIGITS:
        return None
    commas, points = text.count(","), text.count(".")
    if not commas and points < 2:
        return Decimal(text)
    if not commas:
        return Decimal(text.replace(".", "")) if _grouped(text.split(".")) else None
    if not points:
        if _grouped(text.split(",")):
            return Decimal(text.replace(",", ""))
        return Decimal(text.replace(",", ".")) if commas == 1 else None
    last = max(text.rfind(","), text.rfind("."))
    head, mark, tail = text[:last], text[last], text[last + 1 :]
    other = "," if mark == "." else "."
    if mark in head or not _grouped(head.split(other)):
        return None
    return Decimal(f"{head.replace(other, '')}.{tail}")


def _grouped(groups: list[str]) -> bool:
    """Thousands in threes, or the Indian way: a three at the end and twos before it."""
    if len(groups) == 1:
        return True
    inner = groups[1:-1]
    even = all(len(g) == 3 for g in inner) or all(len(g) == 2 for g in inner)
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and even


def read_digits(tokens: Tokens, first: int, *, money: bool = False) -> Numeral | None:
    """The number whose digits start at a token."""
    value, after = _groups(tokens, first)
    if value is None:
        return None
    fraction = _fraction(tokens, first, after, value)
    if fraction:
        numeral = with_scale(tokens, first, *fraction, money=money)
        small = numeral.high < 1
        return share(first, numeral.after, numeral.low) if small else numeral
    power = _power(tokens, after) or _raised(tokens, value, after)
    if power:
        return exact(first, power[1], bounded(value * power[0]), power[0])
    half = and_a_part(tokens, after)
    if half:
        return with_scale(tokens, first, value + half[0], half[1], money=money)
    numeral = with_scale(tokens, first, value, after, money=money)
    text = tokens[first].text
    if numeral.after == first + 1 and text.isdigit():
        return Numeral(first, first + 1, value, value, digits=text)
    return _with_smaller_scales(tokens, numeral)


def read_decimal_point(tokens: Tokens, first: int, *, money: bool = False) -> Numeral | None:
    """ ".5", where a blank or an opening sign stands before the point."""
    text = tokens[first + 1].text
    if tokens[first].text != "." or not glued(tokens, first) or not text.isdigit() or len(text) > MOST_DIGITS:
        return None
    if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].kind != "sign":
        return None
    return with_scale(tokens, first, Decimal(f"0.{text}"), first + 2, money=money)


def _groups(tokens: Tokens, first: int) -> tuple[Decimal | None, int]:
    """Digits, and groups of three behind thin or plain blanks: "40 000", "1 234 567.89"."""
    text, after = tokens[first].text, first + 1
    if not (text.isdigit() and len(text) <= 3 and text[0] != "0"):
        return digits_value(text), after
    while after - first < 6 and tokens[after].kind == "number" and tokens[after].start == tokens[after - 1].end + 1:
        head = tokens[after].text.partition(".")[0]
        if len(head) != 3 or not head.isdigit():
            break
        text, after = text + tokens[after].text, after + 1
        if "." in text:
            break
    return digits_value(text), after


# ── fractions ───────────────────────────────────────────────────────────────────────────────────


def _fraction(tokens: Tokens, first: int, after: int, value: Decimal) -> Step | None:
    """ "1/4", "2 1/2", "2½": the whole value and where it ends."""
    sign = FRACTION_SIGNS.get(tokens[after].lower)
    if sign is not None:
        return value + sign, after + 1
    if _is_stroke(tokens, after):
        return _quotient(tokens, first, after + 2) if after == first + 1 else None
    if tokens[after].kind == "number" and _is_stroke(tokens, after + 1) and not glued(tokens, after - 1):
        part = _quotient(tokens, after, after + 3)
        return (value + part[0], part[1]) if part else None
    return None


def _is_stroke(tokens: Tokens, at: int) -> bool:
    """Whether the token is the stroke of a fraction: digits on both sides, and no third part as in a date."""
    around = tokens[at].text in _STROKES and tokens[at + 1].kind == "number"
    return around and glued(tokens, at - 1) and glued(tokens, at) and tokens[at + 2].text not in _STROKES


def _quotient(tokens: Tokens, first: int, after: int) -> Step | None:
    over, under = tokens[first].text, tokens[first + 2].text
    if not (over.isdigit() and under.isdigit() and len(over) <= 3 and len(under) <= 4) or over[0] == "0":
        return None
    # "24/7" and "9/11" are no fractions, nor what could be shortened ("6/40").
    if not 0 < int(over) < int(under) or (over, under) == ("9", "11") or gcd(int(over), int(under)) > 1:
        return None
    return rounded(Decimal(over) / Decimal(under)), after


# ── powers ──────────────────────────────────────────────────────────────────────────────────────


def _power(tokens: Tokens, at: int) -> Step | None:
    """ "e10" glued behind digits, "×10^6", "x 10−5", "× 10⁶": the power of ten."""
    if tokens[at].lower == "e" and glued(tokens, at - 1):
        return _exponent(tokens, at + 1, Decimal(10)) if glued(tokens, at) else None
    if tokens[at].lower not in ("x", "×", "·") or tokens[at + 1].text != "10":
        return None
    at += 2
    if tokens[at].kind == "word" and tokens[at].text.translate(_RAISED).isdigit() and len(tokens[at].text) < 3:
        return Decimal(10) ** int(tokens[at].text.translate(_RAISED)), at + 1
    return _exponent(tokens, at + 1 if tokens[at].text == "^" else at, Decimal(10))


def _raised(tokens: Tokens, value: Decimal, at: int) -> Step | None:
    """ "1.1^23": what the value is to be multiplied with."""
    if tokens[at].text != "^" or not glued(tokens, at - 1) or not value or abs(value) >= THOUSAND * HUNDRED:
        return None
    power = _exponent(tokens, at + 1, value)
    return (power[0] / value, power[1]) if power else None


def _exponent(tokens: Tokens, at: int, base: Decimal) -> Step | None:
    signs = ""
    while tokens[at].text in ("-", "−", "–", "+") and len(signs) < 2:
        signs, at = signs + tokens[at].text, at + 1
    digits = tokens[at].text
    if not glued(tokens, at - 1) or not (digits.isascii() and digits.isdigit()) or len(digits) > 2:
        return None
    # An exponent of a low base would fit, one of 99 with a base of 99,999 would not.
    power = min(int(digits), 60)
    return (base ** (-power) if signs.strip("+") else base**power), at + 1


# ── scale words in a row ────────────────────────────────────────────────────────────────────────


def _with_smaller_scales(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "4 thousand 3 hundred", "3 hundred and 21": what is smaller than the scale word before it is added."""
    for _ in range(4):
        if numeral.scale < HUNDRED or numeral.scale == 12:
            return numeral
        joined = tokens[numeral.after].lower == "and"
        at = numeral.after + 1 if joined else numeral.after
        spelled = below_hundred(tokens, at) if joined and numeral.scale == HUNDRED else None
        if spelled:  # "3 hundred and one"
            value, after = numeral.low + spelled[0], spelled[1]
            return replace(numeral, after=after, low=value, high=value, scale=ONE)
        if tokens[at].kind != "number" or not tokens[at].text.isdigit() or len(tokens[at].text) > 3:
            return numeral
        value, (scale, after) = Decimal(tokens[at].text), long_scale_at(tokens, at + 1)
        # "5 million and 20 people" are two figures; after "hundred" nothing else can be meant
        apart = numeral.scale != HUNDRED if joined else scale == 1
        if not value or value * scale >= numeral.scale or apart:
            return numeral
        more = numeral.low + value * scale
        numeral = replace(numeral, after=after, low=more, high=more, scale=scale)
    return numeral
