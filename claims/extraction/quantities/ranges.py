"""Two numbers that make one range: "10,000–12,000", "between … and …", "two or three", "5.2 ± 0.3"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from claims.extraction.words import Token

from .closed_words import CHANGES
from .comparators import Sign
from .numerals import ONE, Numeral
from .operands import Operand, operand_from
from .phrases import Phrases, glued
from .units import Unit

Tokens = Sequence[Token]
Joint = Literal["dash", "to", "or", "and", "error"]

_DASHES = frozenset("-‐‑–—−~∼")
_HYPHENS = frozenset("-‐‑–")
# May stand before the second number of a range ("between 500 and perhaps 600").
_SOFTENERS: Phrases[None] = Phrases(
    dict.fromkeys(
        [
            "about",
            "around",
            "roughly",
            "approximately",
            "nearly",
            "almost",
            "some",
            "perhaps",
            "possibly",
            "even",
            "up to",
            "as many as",
            "~",
            "maybe",
        ]
    )
)
_ERRORS: Phrases[None] = Phrases(dict.fromkeys(("±", "+ / -", "+ / −", "+ -", "plus or minus", "+ / –")))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two operands side by side. `one`: they are one range, else two figures (300 to 450)."""

    left: Operand
    right: Operand
    joint: Joint
    one: bool


def read_pair(tokens: Tokens, left: Operand, opener: str | None, *, changing: bool) -> Pair | None:
    """The range or pair that a first operand opens. `opener`: "between" or "from" stands before it."""
    found = _joint(tokens, left.after, opener)
    if found is None:
        return None
    joint, at = found
    if joint in ("to", "and"):
        at = _past_softeners(tokens, at)
    right = operand_from(tokens, at)
    if right is None or not _same_sort(left, right):
        return None
    if joint == "error":
        return _error(left, right)
    changing = (changing and opener == "from") or _is_by_and_to(tokens, left, right, joint)
    left = _with_shared_scale(left, right, changing or joint == "to")
    if joint == "dash" and _share_their_thousands(tokens, left, right):
        left = _valued(left, left.low * 1000)
    rising = left.low < right.high and left.numeral.sense == right.numeral.sense
    if left.unit is None and right.numeral.form != left.numeral.form:
        return None
    if joint == "or":
        return Pair(left, right, joint, one=True) if rising and _bare(left) and not _far(left, right) else None
    if not rising and (joint in ("dash", "to") and left.low < 0) and right.low <= left.low:
        left, right = _turned(left, right)
        rising = left.low < right.high
    if joint == "and":
        return Pair(left, right, joint, one=rising) if rising else None
    return Pair(left, right, joint, one=rising and not changing)


def _is_by_and_to(tokens: Tokens, left: Operand, right: Operand, joint: Joint) -> bool:
    """ "fell $2.15 to $71.40", "fell by 40 to 900": by how much, and to what; "rose 5 to 10 percent" is one range."""
    lead = left.first - 2 if tokens[left.first - 1].lower == "by" else left.first - 1
    if joint != "to" or lead < 0 or tokens[lead].lower not in CHANGES:
        return False
    if right.unit is not None and right.unit.sort == "percent":
        return False
    return right.low >= 4 * _with_shared_scale(left, right, loose=True).low > 0  # "by 2 to 4 million" is one range


def _share_their_thousands(tokens: Tokens, left: Operand, right: Operand) -> bool:
    """ "2–3,000 men" are two to three thousand."""
    text = tokens[right.numeral.first].text
    return len(left.numeral.digits) in (1, 2, 3) and text.endswith(",000") and 0 < left.low < right.low / 1000


def _joint(tokens: Tokens, at: int, opener: str | None) -> tuple[Joint, int] | None:
    """What joins the numbers, and where the second one starts."""
    error = _ERRORS.at(tokens, at)
    if error:
        return "error", error[0]
    token = tokens[at]
    if token.text in _HYPHENS and glued(tokens, at - 1) and tokens[at + 1].lower in ("to", "or"):
        # "8- to 16-metre", "5-to-10-year"
        second = at + 3 if tokens[at + 2].text in _HYPHENS and glued(tokens, at + 1) else at + 2
        return ("to" if tokens[at + 1].lower == "to" else "or"), second
    if token.text in _DASHES:
        tight = glued(tokens, at - 1) and glued(tokens, at)
        spaced = not glued(tokens, at - 1) and not glued(tokens, at)
        return ("dash", at + 1) if tight or (spaced and token.text != "—") else None
    if token.lower in ("to", "through", "till"):
        return "to", at + 1
    if token.lower == "or":
        return "or", at + 1
    return ("and", at + 1) if token.lower in ("and", "&") and opener == "between" else None


def _past_softeners(tokens: Tokens, at: int) -> int:
    for _ in range(2):
        hit = _SOFTENERS.at(tokens, at)
        if hit is None:
            break
        at = hit[0]
    return at


def _same_sort(left: Operand, right: Operand) -> bool:
    if left.unit is None or right.unit is None:
        # "5 km to 10" goes without its second unit only in money ("$5–10"); "300 to 450 km" without the first
        return right.unit is not None or left.unit is None or _prefixed(left)
    return left.unit.name == right.unit.name


def _prefixed(operand: Operand) -> bool:
    return operand.unit is not None and operand.unit.after <= operand.numeral.first


def _bare(operand: Operand) -> bool:
    return operand.unit is None or _prefixed(operand)


def _far(left: Operand, right: Operand) -> bool:
    """ "5 or 5,000" are two things, not a range; vague ones may differ by an order ("hundreds or thousands")."""
    return left.numeral.sense == "exact" and left.low > 0 and right.low / left.low > 20


def _error(left: Operand, right: Operand) -> Pair | None:
    """n ± m runs from n − m to n + m."""
    if left.numeral.sense != "exact" or right.low < 0:
        return None
    middle, off = left.low, right.low
    if left.numeral.scale == ONE and right.numeral.scale > ONE and off > middle:
        middle *= right.numeral.scale
    low = _valued(left, middle - off)
    high = _valued(right, middle + off)
    return Pair(low, high, "error", one=True)


def _valued(operand: Operand, value: Decimal) -> Operand:
    return replace(operand, numeral=replace(operand.numeral, low=value, high=value, digits=""))


def _turned(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """Falling temperatures, "-18 °C to -34 °C": the lower bound is printed last."""
    return _valued(left, right.low), _valued(right, left.low)


def _with_shared_scale(left: Operand, right: Operand, loose: bool) -> Operand:
    """ "60–85 million": the scale word belongs to both. `loose`: falls count too ("from 10 to 5 million")."""
    scale = right.numeral.scale
    if left.numeral.scale != ONE or scale == ONE or left.numeral.sense != "exact" or left.numeral.form == "share":
        return left
    if not _bare(left) or right.low == 0 or right.numeral.sense == "vague":
        return left
    mantissa = right.low / scale
    fits = left.low < mantissa or (loose and left.low < 1000 and mantissa < 1000 and bool(right.numeral.scale >= 10**6))
    return _valued(left, left.low * scale) if fits else left


def merged(pair: Pair) -> tuple[Numeral, Unit | None]:
    """The one number of a range, and its unit."""
    left, right = pair.left, pair.right
    unit = right.unit or left.unit
    sense: Literal["exact", "about", "vague"] = "vague" if left.numeral.sense == "vague" else "exact"
    numeral = replace(left.numeral, after=right.after, low=left.low, high=right.high, sense=sense, digits="")
    return numeral, unit


def is_changing(tokens: Tokens, before: Sign | None) -> bool:
    """Whether "from 300 to 450" says that a number went from the one to the other."""
    if before is None:
        return False
    return any(tokens[at].lower in CHANGES for at in range(max(0, before.at - 6), before.at))
