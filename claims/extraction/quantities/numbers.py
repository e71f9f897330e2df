"""Numbers in words and digits: "12,500", "two and a half million", "tens of thousands", "three quarters".

A small grammar over tokens. Each reader is given the tokens and the place of
the first one and answers with a Numeral, or None where no number starts.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from .cardinals import and_a_part, below_hundred, is_a_rank, parts_of, whole
from .closed_words import FATES
from .digits import read_decimal_point, read_digits
from .number_words import COUNTING, DOZEN, FRACTION_SIGNS, INDEFINITE, MULTITUDES, PARTS, SCALES, THOUSAND
from .numerals import ARTICLES, HALF, HYPHENS, LARGEST, ONE, Numeral, Step, Tokens, exact, rounded, share, vague
from .phrases import glued
from .scales import with_scale


def read_numeral(tokens: Tokens, first: int, *, money: bool = False) -> Numeral | None:
    """The number that starts at a token. `money`: a currency stands before it, so "10m" is ten million."""
    kind = tokens[first].kind
    if kind == "number":
        return read_digits(tokens, first, money=money)
    if kind != "word":
        return read_decimal_point(tokens, first, money=money)
    return _in_words(tokens, first)


def _in_words(tokens: Tokens, first: int) -> Numeral | None:
    word, following = tokens[first].lower, tokens[first + 1].lower
    if word in COUNTING or (word in SCALES and following in SCALES):
        return _cardinal(tokens, first)
    if word in ARTICLES:
        return _after_article(tokens, first)
    if word in MULTITUDES:
        return _multitude(tokens, first)
    if word in INDEFINITE or (word == "couple" and following in {"of", *SCALES}):
        return _indefinite(tokens, first)
    if word == "half":
        return _half(tokens, first)
    if word == "quarter" and following in SCALES:
        return _scaled(tokens, first, Decimal("0.25"), first + 1)
    if word in FRACTION_SIGNS:
        return share(first, first + 1, FRACTION_SIGNS[word])
    return None


def _scaled(tokens: Tokens, first: int, value: Decimal, after: int) -> Numeral:
    return replace(with_scale(tokens, first, value, after), spelled=True)


# ── counting words ──────────────────────────────────────────────────────────────────────────────


def _cardinal(tokens: Tokens, first: int) -> Numeral | None:
    """ "twenty-one", "three hundred and thirty-one thousand", "two and a half million", "five point two"."""
    value, after, scale = whole(tokens, first)
    if value is None:
        return None
    part = parts_of(tokens, value, after, scale)
    if part:
        return _of_a_scale(tokens, first, part)
    if is_a_rank(tokens, first, after, value):
        return None
    point = _point(tokens, value, after)
    if point:
        return _scaled(tokens, first, *point)
    half = and_a_part(tokens, after)
    if half and not scale:
        return _scaled(tokens, first, value + half[0], half[1])
    if half:
        return _with_part_of_scale(tokens, first, value, scale, half)
    return exact(first, after, value, scale, spelled=True)


def _with_part_of_scale(tokens: Tokens, first: int, value: Decimal, scale: Decimal, half: Step) -> Numeral:
    """ "a million and a half" is half a million more; "one hundred and three quarters" only three quarters."""
    part, after = half
    smaller = SCALES.get(tokens[after].lower)
    if smaller and THOUSAND <= smaller < scale:
        return exact(first, after + 1, value + part * smaller, smaller, spelled=True)
    return exact(first, after, value + (part * scale if scale >= THOUSAND else part), scale, spelled=True)


def _point(tokens: Tokens, value: Decimal, after: int) -> Step | None:
    """ "five point two", "nought point nought three"."""
    if tokens[after].lower != "point":
        return None
    digits, at = "", after + 1
    while len(digits) < 12 and (small := below_hundred(tokens, at)):
        digits, at = f"{digits}{small[0]}", small[1]
    return (value + Decimal(f"0.{digits}"), at) if digits else None


# ── parts of a whole ────────────────────────────────────────────────────────────────────────────


def _of_a_scale(tokens: Tokens, first: int, part: Step) -> Numeral:
    """ "two thirds", "three quarters of a million", "three-quarter million"."""
    value, after = part
    behind = after + 2 if tokens[after].lower == "of" and tokens[after + 1].lower in ARTICLES else after
    scale = SCALES.get(tokens[behind].lower)
    if scale and scale >= THOUSAND:
        return exact(first, behind + 1, value * scale, scale, spelled=True)
    return share(first, after, value, spelled=True)


def _half(tokens: Tokens, first: int) -> Numeral:
    """ "half a million", "half-dozen", "half of"; whether a lone "half" is a figure is asked elsewhere."""
    at = first + 1
    if tokens[at].text in HYPHENS and glued(tokens, first):
        at += 1
    if tokens[at].lower in ARTICLES:
        at += 2 if tokens[at + 1].text in HYPHENS else 1
    scale = SCALES.get(tokens[at].lower)
    if scale and (scale >= THOUSAND or scale == DOZEN):
        return exact(first, at + 1, HALF * scale, scale, spelled=True)
    return share(first, first + 1, HALF, spelled=True)


def _after_article(tokens: Tokens, first: int) -> Numeral | None:
    word, following = tokens[first + 1].lower, tokens[first + 2].lower
    if word in ("few", "couple"):
        return _indefinite(tokens, first)
    if word == "half":
        return replace(_half(tokens, first + 1), first=first)
    if word in PARTS:
        value = rounded(1 / PARTS[word])
        if following in SCALES:
            return _scaled(tokens, first, value, first + 2)
        return _of_a_scale(tokens, first, (value, first + 2))
    if word == "score" or word not in SCALES:
        return None
    return _cardinal(tokens, first)


# ── loose numbers ───────────────────────────────────────────────────────────────────────────────


def _indefinite(tokens: Tokens, first: int) -> Numeral | None:
    """ "several dozen", "a few hundred thousand", "a couple of hundred"; without a scale word it is no figure."""
    at = first + 1 if tokens[first].lower in ARTICLES else first
    word, at = tokens[at].lower, at + 1
    if word not in INDEFINITE and word != "couple":
        return None
    at += tokens[at].lower == "of"
    scale, after = _scale_chain(tokens, at)
    if after == at or tokens[after - 1].lower in ("score", "scores"):
        return None
    if word == "couple":
        return replace(exact(first, after, 2 * scale, scale, spelled=True), sense="about")
    return vague(first, after, INDEFINITE[word] * scale, scale)


def _scale_chain(tokens: Tokens, at: int) -> Step:
    """ "hundred thousand", "dozen", "tens of thousands"."""
    scale, after = ONE, at
    while scale < LARGEST and (value := MULTITUDES.get(tokens[after].lower) or SCALES.get(tokens[after].lower)):
        scale, after = scale * value, after + 1
        if tokens[after].lower == "of" and tokens[after + 1].lower in MULTITUDES:
            after += 1
    return scale, after


def _multitude(tokens: Tokens, first: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of thousands", "thousands upon thousands"."""
    word, joint, more = tokens[first].lower, tokens[first + 1].lower, tokens[first + 2].lower
    scale, after = MULTITUDES[word], first + 1
    if joint == "of" and more in MULTITUDES:
        scale, after = scale * MULTITUDES[more], first + 3
    elif joint in ("and", "upon") and more == word:
        after = first + 3
    elif word == "tens" or (word == "scores" and not _are_many(tokens, first, after)):
        return None
    return vague(first, after, 2 * scale, scale)


def _are_many(tokens: Tokens, first: int, after: int) -> bool:
    """Whether "scores" counts people and is not the scores of a test or a match."""
    before, behind = tokens[first - 1], tokens[after]
    if before.kind == "word" and before.lower not in (
        "and",
        "of",
        "killing",
        "with",
        "in",
        "by",
        "wounding",
        "injuring",
    ):
        return behind.lower == "of" and tokens[after + 1].lower in ("people", "civilians", "others")
    if behind.lower == "of":
        return tokens[after + 1].kind == "word" and tokens[after + 1].lower not in COUNTING
    if behind.lower in ("were", "are", "have", "had"):
        return any(tokens[at].lower in FATES for at in range(after + 1, after + 4))
    return behind.lower in ("died", "more", "others", "dead", "killed", "injured", "wounded", "missing", "fled")
