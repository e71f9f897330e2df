"""Raised numbers: "said.⁴" is a citation mark, 10⁶ and m² are not."""

from __future__ import annotations

import re
from collections.abc import Container

NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,20}")
LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")
LAST_NUMBER = re.compile(r"\d[\d.,]{0,20}$")
UNITS = frozenset("m cm mm km dm nm ft in mi yd s sec kg g mg lb n".split())  # noqa: SIM905
ENDS_A_SENTENCE = frozenset(".,;:!?…\"'”’»")
SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def is_mark(before: str, raised: str, known: Container[int] = ()) -> bool:
    """Does a raised number behind `before` point at a source? `known`: the numbers of the list at the foot."""
    if not NUMBERS.fullmatch(raised):
        return False
    listed = all(int(number) in known for number in re.findall(r"\d+", raised))
    if number := LAST_NUMBER.search(before[-30:]):
        return listed and len(number[0].strip(".,")) >= 3  # "in 2021⁴", not "10⁶"
    if before[-1:] in ENDS_A_SENTENCE:
        return True
    word = LAST_WORD.search(before[-40:])
    if not word:
        return listed and before[-1:] in ")]"
    if word[0].casefold() in UNITS and raised in ("2", "3"):
        return False
    return listed or len(word[0]) > 2


def exponent(raised: str) -> str:
    return raised.translate(SUPERSCRIPT) if raised.strip("+-−").isdigit() else raised
