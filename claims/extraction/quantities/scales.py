"""The scale words behind a number: "10m", "3 lakh crore", "2.5-million", "3 million and a half"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.words import Token

from .cardinals import and_a_part
from .number_words import CLEAR_SHORT_SCALES, MONEY_SHORT_SCALES, SCALES
from .numerals import HYPHENS, LARGEST, ONE, Numeral, Step, Tokens, bounded, exact
from .phrases import glued


def with_scale(tokens: Tokens, first: int, value: Decimal, after: int, *, money: bool = False) -> Numeral:
    """The value times the scale words behind it."""
    scale, behind = _scale_at(tokens, after, money)
    while behind > after and scale < LARGEST:
        after = behind
        more, behind = long_scale_at(tokens, after)
        scale *= more
    if scale == ONE:
        return exact(first, after, value)
    half = and_a_part(tokens, after)
    if half and _scale_at(tokens, half[1], money)[1] == half[1]:
        value, after = value + half[0], half[1]
    return exact(first, after, bounded(value * scale), scale)


def long_scale_at(tokens: Tokens, at: int) -> Step:
    """A spelled scale word, behind a blank or a hyphen ("10 million", "10-million")."""
    hyphened = tokens[at].text in HYPHENS and glued(tokens, at - 1) and glued(tokens, at)
    at_word = at + 1 if hyphened else at
    scale = SCALES.get(tokens[at_word].lower)
    if scale is None or tokens[at_word].lower == "score":
        return ONE, at
    return scale, at_word + 1


def _scale_at(tokens: Tokens, at: int, money: bool) -> Step:
    scale, after = long_scale_at(tokens, at)
    if after > at:
        return scale, after
    short = _short_scale(tokens, at, money)
    if short is None or (glued(tokens, at) and tokens[at + 1].kind in ("number", "word")):
        return ONE, at
    return short, at + 1


def _short_scale(tokens: Tokens, at: int, money: bool) -> Decimal | None:
    """A letter or two. Behind money nearly all are scale words; elsewhere only what can be nothing else."""
    token = tokens[at]
    if money:
        return MONEY_SHORT_SCALES.get(token.lower)
    tight = glued(tokens, at - 1)
    if tight and (token.text == "M" or (token.text in ("m", "B") and _counts(tokens[at + 1]))):
        return MONEY_SHORT_SCALES[token.lower]
    if tight and token.text == "b" and "." in tokens[at - 1].text:
        return MONEY_SHORT_SCALES["b"]  # "1.2b": there are no tenths of a bit
    if token.text == "mm" or (token.text == "K" and "." in tokens[at - 1].text):
        return None  # millimetres, kelvins
    if len(token.text) == 1 and not tight and token.text != "k":
        return None
    return CLEAR_SHORT_SCALES.get(token.lower)


def _counts(following: Token) -> bool:
    """Whether "10m" is ten million of something ("10m people") and not ten metres."""
    word = following.lower
    return word == "people" or (len(word) > 4 and word.endswith("s") and not following.capital)
