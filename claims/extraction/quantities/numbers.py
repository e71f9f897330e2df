"""Numbers in words and digits: "12,500", "two and a half million", "tens of thousands", "three quarters".

A small grammar over tokens. Each reader is given the tokens and the place of
the first one and answers with a Numeral, or None where no number starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Literal

from .number_words import (
    CLEAR_SHORT_SCALES,
    COUNTING,
    DOZEN,
    FRACTION_SIGNS,
    HUNDRED,
    INDEFINITE,
    MONEY_SHORT_SCALES,
    MULTITUDES,
    ONES,
    PARTS,
    PLURAL_PARTS,
    SCALES,
    SMALL,
    TENS,
    THOUSAND,
)
from .phrases import glued
from ..words import Token

Tokens = Sequence[Token]
Step = tuple[Decimal, int]  # a value, and the place behind its last token

MOST_DIGITS = 30  # a longer run of digits is a key, not a quantity
LARGEST = Decimal(10) ** 30
HYPHENS = frozenset("-‐‑–")
ARTICLES = frozenset({"a", "an"})
ONE = Decimal(1)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. `scale` is the part of it that its scale word makes."""

    first: int
    after: int
    low: Decimal
    high: Decimal
    sense: Literal["exact", "about", "vague"] = "exact"
    form: Literal["amount", "share"] = "amount"
    scale: Decimal = ONE
    digits: str = ""  # plain digits with nothing beside them: also how years and room numbers look
    spelled: bool = False


def read_numeral(tokens: Tokens, first: int, *, money: bool = False) -> Numeral | None:
    """The number that starts at a token. `money`: a currency stands before it, so "10m" is ten million."""
    token = tokens[first]
    if token.kind == "number":
        return _digits(tokens, first, money)
    if token.kind != "word":
        return _decimal_point(tokens, first, money)
    return _in_words(tokens, first)


def _in_words(tokens: Tokens, first: int) -> Numeral | None:
    word, following = tokens[first].lower, tokens[first + 1].lower
    if word in FRACTION_SIGNS:
        return Numeral(first, first + 1, FRACTION_SIGNS[word], FRACTION_SIGNS[word], form="share")
    if word == "half":
        return _half(tokens, first)
    if word in ARTICLES:
        return _after_article(tokens, first)
    if word in INDEFINITE or (word == "couple" and following in {"of", *SCALES}):
        return _indefinite(tokens, first)
    if word in MULTITUDES:
        return _multitude(tokens, first)
    if word == "quarter" and following in SCALES:
        return _times_scale(tokens, first, Decimal("0.25"), first + 1)
    if word in COUNTING or (word in SCALES and following in SCALES):
        return _cardinal(tokens, first)
    return None


def _exact(first: int, after: int, value: Decimal, **more: object) -> Numeral:
    return replace(Numeral(first, after, value, value), **more)  # type: ignore[arg-type]


# ── digits ──────────────────────────────────────────────────────────────────────────────────────


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
    last = max(text.rfind(","), text.rfind("."))
    tail = text[last + 1 :]
    if not commas:
        return Decimal(text.replace(".", "")) if _grouped(text.split(".")) else None
    if not points:
        if _grouped(text.split(",")):
            return Decimal(text.replace(",", ""))
        return Decimal(text.replace(",", ".")) if commas == 1 else None
    if text[last] == "." and points == 1 and _grouped(text[:last].split(",")):
        return Decimal(text.replace(",", ""))
    if text[last] == "," and commas == 1 and _grouped(text[:last].split(".")):
        return Decimal(text[:last].replace(".", "") + "." + tail)
    return None


def _grouped(groups: list[str]) -> bool:
    """Thousands in threes, or the Indian way: a three at the end and twos before it."""
    if len(groups) == 1:
        return True
    inner = groups[1:-1]
    even = all(len(g) == 3 for g in inner) or all(len(g) == 2 for g in inner)
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and even


def _digits(tokens: Tokens, first: int, money: bool) -> Numeral | None:
    value, after = _digit_groups(tokens, first)
    if value is None:
        return None
    part = _digit_fraction(tokens, first, after, value)
    if part:
        return _with_scale(tokens, first, part[0], part[1], money, share=part[0] < 1)
    power = _power(tokens, after)
    if power:
        return _exact(first, power[1], _bounded(value * power[0]))
    half = _and_a_part(tokens, after)
    if half:
        return _with_scale(tokens, first, value + half[0], half[1], money)
    numeral = _with_scale(tokens, first, value, after, money)
    text = tokens[first].text
    return replace(numeral, digits=text) if numeral.after == first + 1 and text.isdigit() else numeral


def _decimal_point(tokens: Tokens, first: int, money: bool) -> Numeral | None:
    """ ".5", where a blank or an opening sign stands before the point."""
    if tokens[first].text != "." or tokens[first + 1].kind != "number" or not glued(tokens, first):
        return None
    if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].kind != "sign":
        return None
    text = tokens[first + 1].text
    if not text.isdigit() or len(text) > MOST_DIGITS:
        return None
    return _with_scale(tokens, first, Decimal(f"0.{text}"), first + 2, money)


def _digit_groups(tokens: Tokens, first: int) -> tuple[Decimal | None, int]:
    """Digits, and groups of three behind thin or plain blanks: "40 000", "1 234 567.89"."""
    text, after = tokens[first].text, first + 1
    if text.isdigit() and len(text) <= 3 and text[0] != "0":
        while after - first < 6 and tokens[after].kind == "number" and tokens[after].start == tokens[after - 1].end + 1:
            head = tokens[after].text.partition(".")[0]
            if len(head) != 3 or not head.isdigit():
                break
            text, after = text + tokens[after].text, after + 1
            if "." in text:
                break
    return digits_value(text), after


def _digit_fraction(tokens: Tokens, first: int, after: int, value: Decimal) -> Step | None:
    """ "1/4", "2 1/2", "2½": the whole value and where it ends."""
    if tokens[after].lower in FRACTION_SIGNS:
        return value + FRACTION_SIGNS[tokens[after].lower], after + 1
    if _is_over(tokens, after):
        return _quotient(tokens[first].text, tokens[after + 1].text, after + 2) if after == first + 1 else None
    if tokens[after].kind == "number" and _is_over(tokens, after + 1) and not glued(tokens, after - 1):
        part = _quotient(tokens[after].text, tokens[after + 2].text, after + 3)
        return (value + part[0], part[1]) if part and part[0] < 1 else None
    return None


def _is_over(tokens: Tokens, at: int) -> bool:
    """Whether the token is the stroke of a fraction: digits on both sides, and no third part as in a date."""
    return (
        tokens[at].text in ("/", "⁄")
        and tokens[at + 1].kind == "number"
        and glued(tokens, at - 1)
        and glued(tokens, at)
        and tokens[at + 2].text not in ("/", "⁄")
    )


def _quotient(over: str, under: str, after: int) -> Step | None:
    if not (over.isdigit() and under.isdigit() and len(over) <= 4 and len(under) <= 4):
        return None
    # "24/7" and "9/11" are no fractions, nor is anything with a year under the stroke.
    if int(under) < 2 or int(over) >= int(under) or (over, under) == ("9", "11"):
        return None
    return rounded(Decimal(over) / Decimal(under)), after


def _power(tokens: Tokens, at: int) -> Step | None:
    """ "e10" glued behind digits, "×10^6", "x 10−5", "× 10⁶": the power of ten."""
    start = at
    if tokens[at].lower == "e" and glued(tokens, at - 1):
        at += 1
    elif tokens[at].lower in ("x", "×", "·") and tokens[at + 1].text == "10":
        at += 2
        if tokens[at].kind == "word" and (raised := _superscript(tokens[at].text)) is not None:
            return Decimal(10) ** raised, at + 1
        if tokens[at].text == "^":
            at += 1
    else:
        return None
    negative = tokens[at].text in ("-", "−", "–")
    if tokens[at].text in ("-", "−", "–", "+"):
        at += 1
    digits = tokens[at].text
    if at == start or not glued(tokens, at - 1) or not digits.isdigit() or len(digits) > 2:
        return None
    return Decimal(10) ** (-int(digits) if negative else int(digits)), at + 1


def _superscript(text: str) -> int | None:
    digits = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 2 else None


# ── scale words ─────────────────────────────────────────────────────────────────────────────────


def _with_scale(
    tokens: Tokens, first: int, value: Decimal, after: int, money: bool = False, share: bool = False
) -> Numeral:
    """The value times the scale words behind it: "10m", "3 lakh crore", "2.5-million", "3 million and a half"."""
    scale, behind = _scale_at(tokens, after, money)
    while behind > after and scale < LARGEST:
        after = behind
        more, behind = _long_scale_at(tokens, after)
        scale *= more
    if scale == ONE:
        return _exact(first, after, value, form="share" if share else "amount")
    half = _and_a_part(tokens, after)
    if half and _scale_at(tokens, half[1], money)[1] == half[1]:
        value, after = value + half[0], half[1]
    return _exact(first, after, _bounded(value * scale), scale=scale)


def _scale_at(tokens: Tokens, at: int, money: bool) -> Step:
    scale, after = _long_scale_at(tokens, at)
    if after > at:
        return scale, after
    token = tokens[at]
    short = (MONEY_SHORT_SCALES if money else CLEAR_SHORT_SCALES).get(token.lower)
    if short is None and tokens[at].text == "B" and glued(tokens, at - 1):
        short = MONEY_SHORT_SCALES["b"]
    if short is None and token.lower == "m" and glued(tokens, at - 1) and _counts(tokens[at], tokens[at + 1]):
        short = MONEY_SHORT_SCALES["m"]
    if short is None or (token.text == "mm" and not money) or (token.text == "K" and "." in tokens[at - 1].text):
        return ONE, at
    if not glued(tokens, at - 1) and len(token.text) == 1 and not money and token.text != "k":
        return ONE, at
    if at + 1 < len(tokens) and glued(tokens, at) and tokens[at + 1].kind in ("number", "word"):
        return ONE, at
    return short, at + 1


def _counts(letter: Token, following: Token) -> bool:
    """Whether "10m" is ten million of something ("10m people") and not ten metres; "10M" always is."""
    if letter.text == "M":
        return True
    return following.lower == "people" or (
        following.kind == "word"
        and len(following.lower) > 4
        and following.lower.endswith("s")
        and not following.capital
    )


def _long_scale_at(tokens: Tokens, at: int) -> Step:
    """A spelled scale word, behind a blank or a hyphen ("10 million", "10-million")."""
    if tokens[at].text in HYPHENS and glued(tokens, at - 1) and glued(tokens, at):
        at_word = at + 1
    else:
        at_word = at
    scale = SCALES.get(tokens[at_word].lower)
    if scale is None or tokens[at_word].lower == "score":
        return ONE, at
    return scale, at_word + 1


def _and_a_part(tokens: Tokens, at: int) -> Step | None:
    """ "and a half", "and three quarters", "and two-thirds"."""
    if tokens[at].lower != "and":
        return None
    if tokens[at + 1].lower in ("a", "one") and tokens[at + 2].lower in PARTS:
        return rounded(1 / PARTS[tokens[at + 2].lower]), at + 3
    part = _parts(tokens, at + 1)
    return (part[0], part[1]) if part and part[0] < 1 else None


def _times_scale(tokens: Tokens, first: int, value: Decimal, at: int) -> Numeral:
    return replace(_with_scale(tokens, first, value, at), spelled=True)


# ── words ───────────────────────────────────────────────────────────────────────────────────────


def _below_hundred(tokens: Tokens, at: int) -> Step | None:
    word = tokens[at].lower
    if word in TENS:
        behind = at + 1
        if tokens[behind].text in HYPHENS and glued(tokens, at) and glued(tokens, behind):
            behind += 1
        one = ONES.get(tokens[behind].lower)
        return (TENS[word] + one, behind + 1) if one else (TENS[word], at + 1)
    return (SMALL[word], at + 1) if word in SMALL else None


def _cardinal(tokens: Tokens, first: int) -> Numeral | None:
    """ "twenty-one", "three hundred and thirty-one thousand", "two and a half million", "one in words point five"."""
    value, after, scale = _whole(tokens, first)
    if value is None:
        return None
    part = _parts_of(tokens, first, value, after, scale)
    if part:
        return _of_a_scale(tokens, first, part)
    point = _point(tokens, value, after)
    if point:
        return _times_scale(tokens, first, *point)
    half = _and_a_part(tokens, after)
    if half and not scale:
        return _times_scale(tokens, first, value + half[0], half[1])
    if half:
        # "a million and a half" is a half of the million; "a hundred and a half" is a half more.
        more = half[0] * scale if scale >= THOUSAND else half[0]
        return _exact(first, half[1], value + more, scale=scale, spelled=True)
    return _exact(first, after, value, scale=scale or ONE, spelled=True)


def _whole(tokens: Tokens, first: int) -> tuple[Decimal | None, int, Decimal]:
    """A whole number in words; where it ends; and its last scale word (0: none)."""
    total, group, scale, limit = Decimal(0), None, Decimal(0), LARGEST
    at = after = first
    if tokens[at].lower in ARTICLES or tokens[at].lower in SCALES:
        group, at = ONE, at + (tokens[at].lower in ARTICLES)
    while after - first < 40:
        at = _past_joint(tokens, at, after, scale)
        small = _below_hundred(tokens, at)
        word = tokens[at].lower
        if small and group is None:
            group, after = small
            if total and (_scale_above(tokens, after, limit)):
                break
        elif small and group is not None and scale == HUNDRED and group % 100 == 0 and small[0]:
            if tokens[small[1]].lower in ("hundred", "hundreds"):
                break
            group, after, scale = group + small[0], small[1], Decimal(0)
        elif word in ("hundred", "hundreds") and group is not None and 0 < group < 100:
            group, after, scale = group * HUNDRED, at + 1, HUNDRED
        elif word in SCALES and word not in ("hundred", "hundreds") and (group is not None or total):
            value = SCALES[word]
            if group is not None and value < limit:
                total, group, limit = total + group * value, None, value
            elif group is None and value * total < LARGEST:
                total, limit = total * value, value
            else:
                break
            after, scale = at + 1, value
        else:
            break
        at = after
    return (total + (group or 0) if after > first else None), after, scale


def _past_joint(tokens: Tokens, at: int, after: int, scale: Decimal) -> int:
    """Past the "and" behind a scale word, or a hyphen inside "one-hundred"."""
    if at != after or not scale:
        hyphen = tokens[at].text in HYPHENS and glued(tokens, at - 1) and glued(tokens, at)
        return at + 1 if hyphen and tokens[at + 1].lower in SCALES else at
    if tokens[at].lower in ("and", "&") and tokens[at + 1].lower in COUNTING:
        small = _below_hundred(tokens, at + 1)
        behind = tokens[small[1]].lower if small else ""
        # "two hundred and two thousand" is one number, "two hundred and two hundred" are two.
        same = behind in SCALES and (SCALES[behind] >= scale > HUNDRED or SCALES[behind] <= HUNDRED >= scale)
        return at if same or behind in PLURAL_PARTS else at + 1
    return at


def _scale_above(tokens: Tokens, at: int, limit: Decimal) -> bool:
    return SCALES.get(tokens[at].lower, Decimal(0)) >= limit


def _point(tokens: Tokens, value: Decimal, after: int) -> Step | None:
    """ "five point two", "nought point nought three"."""
    if tokens[after].lower != "point":
        return None
    digits, at = "", after + 1
    while len(digits) < 12 and (small := _below_hundred(tokens, at)):
        digits, at = f"{digits}{small[0]}", small[1]
    return (value + Decimal(f"0.{digits}"), at) if digits else None


# ── parts of a whole ────────────────────────────────────────────────────────────────────────────


def _parts(tokens: Tokens, at: int) -> Step | None:
    """ "two thirds", "one-fifth", "three quarters"."""
    value, after, _ = _whole(tokens, at)
    if value is None:
        return None
    return _parts_of(tokens, at, value, after, Decimal(0))


def _parts_of(tokens: Tokens, first: int, over: Decimal, after: int, scale: Decimal) -> Step | None:
    """The fraction that a whole number makes with the part word behind it."""
    if tokens[after].text in HYPHENS and glued(tokens, after - 1) and glued(tokens, after):
        after += 1
    word = tokens[after].lower
    under = PARTS.get(word) if over == 1 else PLURAL_PARTS.get(word)
    if under is None or not over or scale >= THOUSAND:
        return None
    if word == "quarters" and over != 3:
        return None  # "in two quarters": the business year, not the fraction
    return rounded(over / under), after + 1


def _of_a_scale(tokens: Tokens, first: int, part: Step) -> Numeral:
    """ "two thirds", "three quarters of a million", "three-quarter million"."""
    value, after = part
    behind = after + 2 if tokens[after].lower == "of" and tokens[after + 1].lower in ARTICLES else after
    scale = SCALES.get(tokens[behind].lower)
    if scale and scale > HUNDRED:
        return _exact(first, behind + 1, value * scale, scale=scale, spelled=True)
    return _exact(first, after, value, form="share", spelled=True)


def _half(tokens: Tokens, first: int) -> Numeral | None:
    """ "half a million", "half-dozen", "half a century", "half of", "half the"; what else "half" means is left out."""
    at = first + 1
    if tokens[at].text in HYPHENS and glued(tokens, first):
        at += 1
    article = tokens[at].lower in ARTICLES
    if article:
        at += 1
        if tokens[at].text in HYPHENS:
            at += 1
    scale = SCALES.get(tokens[at].lower)
    if scale and scale > Decimal(20) or scale == DOZEN:
        return _exact(first, at + 1, HALF * scale, scale=scale, spelled=True)
    return _exact(first, first + 1, HALF, form="share", spelled=True)


# ── loose numbers ───────────────────────────────────────────────────────────────────────────────


def _after_article(tokens: Tokens, first: int) -> Numeral | None:
    word, following = tokens[first + 1].lower, tokens[first + 2].lower
    if word in ("few", "couple"):
        return _indefinite(tokens, first)
    if word == "half":
        numeral = _half(tokens, first + 1)
        return replace(numeral, first=first) if numeral else None
    if word in PARTS:
        value = rounded(1 / PARTS[word])
        if following in SCALES:
            return _times_scale(tokens, first, value, first + 2)
        return _of_a_scale(tokens, first, (value, first + 2))
    if word == "score" or word not in SCALES:
        return None
    return _cardinal(tokens, first)


def _indefinite(tokens: Tokens, first: int) -> Numeral | None:
    """ "several dozen", "a few hundred thousand", "a couple of hundred"; without a scale word it is no figure."""
    at = first + 1 if tokens[first].lower in ARTICLES else first
    word, at = tokens[at].lower, at + 1
    if tokens[at].lower == "of":
        at += 1
    if at > first + 3 or (word not in INDEFINITE and word != "couple"):
        return None
    scale, after = ONE, at
    while scale < LARGEST and (value := MULTITUDES.get(tokens[after].lower) or SCALES.get(tokens[after].lower)):
        scale, after = scale * value, after + 1
        if tokens[after].lower == "of" and (tokens[after + 1].lower in MULTITUDES):
            after += 1
    if after == at or tokens[after - 1].lower == "score":
        return None
    if word == "couple":
        return _exact(first, after, 2 * scale, sense="about", scale=scale, spelled=True)
    return vague(first, after, INDEFINITE[word] * scale, scale)


def _multitude(tokens: Tokens, first: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of thousands", "thousands upon thousands"."""
    word = tokens[first].lower
    scale, after = MULTITUDES[word], first + 1
    if tokens[after].lower in ("of", "and", "upon") and tokens[after + 1].lower in MULTITUDES:
        more = tokens[after + 1].lower
        if tokens[after].lower == "of":
            scale, after = scale * MULTITUDES[more], after + 2
        elif more == word:
            after += 2
    elif word == "tens":
        return None
    if word == "scores" and not _are_many(tokens, first, after):
        return None
    return vague(first, after, 2 * scale, scale)


def _are_many(tokens: Tokens, first: int, after: int) -> bool:
    """Whether "scores" counts people and is not the scores of a test or a match."""
    if tokens[first - 1].kind == "word" and tokens[first - 1].lower not in ("and", "of", "killing", "with", "in", "by"):
        return tokens[after].lower == "of" and tokens[after + 1].lower in ("people", "civilians")
    behind = tokens[after + 1] if tokens[after].lower == "of" else tokens[after]
    if tokens[after].lower == "of":
        return behind.kind == "word" and behind.lower not in COUNTING
    return behind.lower in ("were", "have", "had", "died", "more", "others", "are", "dead", "killed", "injured")


def vague(first: int, after: int, low: Decimal, scale: Decimal) -> Numeral:
    """A number known by its order of magnitude: "several dozen" is 36–99, "tens of thousands" 20,000–99,999."""
    ceiling = Decimal(10) ** (scale.adjusted() + 1) - 1
    return Numeral(first, after, low, ceiling, sense="vague", scale=scale, spelled=True)


def rounded(value: Decimal) -> Decimal:
    """A quotient as people would write it: six places, nothing added."""
    with localcontext() as context:
        context.prec = 28
        short = value.quantize(Decimal("0.000001"))
    return short.normalize() if short else value


def _bounded(value: Decimal) -> Decimal:
    return value if abs(value) < LARGEST * LARGEST else LARGEST
