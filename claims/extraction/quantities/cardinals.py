"""Whole numbers and fractions in words: "three hundred and thirty-one thousand", "two thirds", "and a half"."""

from __future__ import annotations

from decimal import Decimal

from .number_words import COUNTING, HUNDRED, MILLION, ONES, PARTS, PLURAL_PARTS, RANKS, SCALES, SMALL, TENS, THOUSAND
from .numerals import ARTICLES, HALF, HYPHENS, LARGEST, ONE, Step, Tokens, rounded
from .phrases import glued

MOST_WORDS = 40  # of one number: "nine hundred and ninety-nine trillion …" needs fewer
_HUNDREDS = frozenset({"hundred", "hundreds"})


def whole(tokens: Tokens, first: int) -> tuple[Decimal | None, int, Decimal]:
    """A whole number in words; where it ends; and the scale word it ends with (0: none)."""
    total, group, scale, limit = Decimal(0), None, Decimal(0), LARGEST
    at = after = first
    if tokens[at].lower in ARTICLES or tokens[at].lower in SCALES:
        group, at = ONE, at + (tokens[at].lower in ARTICLES)
    while after - first < MOST_WORDS:
        at = _past_joint(tokens, at, after, scale)
        word, small = tokens[at].lower, below_hundred(tokens, at)
        if small:
            fits = group is None or (scale == HUNDRED and group % 100 == 0 and small[0] > 0)
            if (
                not fits
                or (tokens[small[1]].lower in _HUNDREDS and group is not None)
                or _tops(tokens, small[1], limit)
            ):
                break
            group, after, scale = (group or 0) + small[0], small[1], Decimal(0)
        elif word in _HUNDREDS and group is not None and 0 < group < 100:
            group, after, scale = group * HUNDRED, at + 1, HUNDRED
        elif word in SCALES and group is not None and SCALES[word] < limit and word not in _HUNDREDS:
            scale = SCALES[word]
            total, group, limit, after = total + group * scale, None, scale, at + 1
        elif word in SCALES and total and group is None and SCALES[word] >= THOUSAND and SCALES[word] * total < LARGEST:
            # one scale word upon another: "a hundred thousand million", "three lakh crore"
            scale = limit = SCALES[word]
            total, after = total * scale, at + 1
        else:
            break
        at = after
    return (total + (group or 0) if after > first else None), after, scale


def is_a_rank(tokens: Tokens, first: int, after: int, value: Decimal) -> bool:
    """Whether the words go on to an ordinal: "twenty-fifth", "one hundred and first", "two hundredth"."""
    at = (
        after + 1 if tokens[after].lower == "and" or (tokens[after].text in HYPHENS and glued(tokens, after)) else after
    )
    word = tokens[at].lower
    if word not in RANKS or (value < TENS["twenty"] and PARTS.get(word, ONE) < HUNDRED):
        return False  # "two first goals"
    if word == "second":
        # "the thirty-second president", but "a thirty-second delay"
        return at > after and bool(first) and tokens[first - 1].lower not in ARTICLES and value % 10 == 0
    return not (glued(tokens, at) and tokens[at + 1].text in HYPHENS)  # "twenty third-party sellers"


def below_hundred(tokens: Tokens, at: int) -> Step | None:
    """ "seven", "eighty", "twenty-one", "fifty two", "fifty - two"."""
    word = tokens[at].lower
    if word in TENS:
        behind = at + 1
        if tokens[behind].text in HYPHENS and glued(tokens, at) == glued(tokens, behind):
            behind += 1
        one = ONES.get(tokens[behind].lower)
        return (TENS[word] + one, behind + 1) if one else (TENS[word], at + 1)
    return (SMALL[word], at + 1) if word in SMALL else None


def _tops(tokens: Tokens, at: int, limit: Decimal) -> bool:
    """Whether the scale word behind a group is too large for its place: "two million three million"."""
    return limit < LARGEST and SCALES.get(tokens[at].lower, Decimal(0)) >= limit


def _past_joint(tokens: Tokens, at: int, after: int, scale: Decimal) -> int:
    """Past the "and" behind a scale word, or the hyphen of "one-hundred"."""
    if tokens[at].text in HYPHENS and glued(tokens, at - 1) and glued(tokens, at):
        return at + 1 if tokens[at + 1].lower in SCALES or (scale and tokens[at + 1].lower in COUNTING) else at
    if tokens[at].text == "," and scale >= THOUSAND and at == after:
        hundreds = below_hundred(tokens, at + 1)  # "three million, two hundred and forty"
        return at + 1 if hundreds and tokens[hundreds[1]].lower == "hundred" else at
    if not scale or at != after or tokens[at].lower not in ("and", "&"):
        return at
    small = below_hundred(tokens, at + 1)
    if small is None or _ends_in_a_part(tokens, small):
        return at
    behind = SCALES.get(tokens[small[1]].lower, Decimal(0))
    # "two hundred and two thousand" is one number, "two hundred and two hundred" are two.
    parted = (
        behind and scale >= behind <= HUNDRED and (behind != HUNDRED or scale == HUNDRED)
    ) or behind >= scale > HUNDRED
    return at if parted else at + 1


def _ends_in_a_part(tokens: Tokens, small: Step) -> bool:
    """ "and three quarters", "and one half" add a part of one; "and thirty fifths" go on with the number."""
    part = parts_of(tokens, small[0], small[1], Decimal(0))
    return part is not None and part[0] < 1


# ── fractions ───────────────────────────────────────────────────────────────────────────────────


def parts(tokens: Tokens, at: int) -> Step | None:
    """ "two thirds", "one-fifth", "three quarters"."""
    value, after, scale = whole(tokens, at)
    return None if value is None else parts_of(tokens, value, after, scale)


def parts_of(tokens: Tokens, over: Decimal, after: int, scale: Decimal) -> Step | None:
    """The fraction that a whole number makes with the part word behind it."""
    if tokens[after].text in HYPHENS and glued(tokens, after - 1) == glued(tokens, after):
        after += 1
    found = _part_word(tokens, after, plural=over != 1)
    if found is None or not over or (scale >= THOUSAND and found[0] < MILLION):
        return None
    under, behind = found
    if (tokens[after].lower == "quarters" and over != 3) or (tokens[after].lower == "halves" and over == 2):
        return None  # "in two quarters", "two halves": of the business year, of a match
    return rounded(over / under), behind


def _part_word(tokens: Tokens, at: int, *, plural: bool) -> Step | None:
    """ "third", "fifths", "twenty-firsts": what the whole is cut into."""
    word = tokens[at].lower
    part = PLURAL_PARTS.get(word) if plural else PARTS.get(word)
    if part is not None:
        return part, at + 1
    if word not in TENS:
        return None
    last = at + 2 if tokens[at + 1].text in HYPHENS else at + 1
    end = tokens[last].lower.removesuffix("s" if plural else "")
    if plural and not tokens[last].lower.endswith("s"):
        return None
    one = {"first": ONE, "second": ONE + 1}.get(end) or PARTS.get(end)
    return (TENS[word] + one, last + 1) if one and one < 10 and end not in ("half", "quarter") else None


def and_a_part(tokens: Tokens, at: int) -> Step | None:
    """ "and a half", "and three quarters", "and two-thirds", "-and-a-half"."""
    if tokens[at].text in HYPHENS and [token.lower for token in tokens[at + 1 : at + 6 : 2]] == ["and", "a", "half"]:
        return HALF, at + 6
    if tokens[at].lower != "and":
        return None
    if tokens[at + 1].lower == "a" and tokens[at + 2].lower in PARTS:
        return rounded(1 / PARTS[tokens[at + 2].lower]), at + 3
    part = parts(tokens, at + 1)
    return part if part and part[0] < 1 else None
