"""The marks of a text: "[4]", "[2,5]", "[1–3]", "[a]", "[note 1]", "[citation needed]".

A mark is one pair of square brackets; marks that stand side by side are one
each. Numbers are expanded, blanks inside make no difference. Other things in
square brackets ("[sic]", "[...]", "[T]he", "rows[0]") are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

MarkKind = Literal["numeric", "note", "citation_needed"]

LONGEST_RANGE = 50  # "[1-9999]" is a typo, not ten thousand citations: its two printed numbers are kept

# One pair of brackets with little in it. The bound keeps "[[[[…" and "[1[1[1…" linear.
BRACKETS = re.compile(r"\[([^\[\]\n]{1,120})\]")
NUMBERS = re.compile(r"(\d{1,4})(?:\s*[-‐‑‒–—−]\s*(\d{1,4}))?")
DASHES = frozenset("-‐‑‒–—−")

NOTE = re.compile(
    r"(?:footnotes?|notes?|fn|nb|n|efn|(?:lower|upper)-(?:alpha|roman|greek))\.?\s*\d{1,3}", re.IGNORECASE
)
LETTER = re.compile(r"[A-Za-z]")
# Beyond z the letters double (aa, ab, …), and some lists count in small roman numbers or by group ("A 1").
RARE_LETTER = re.compile(r"[ab][a-z]|i{1,3}|i?vi{0,3}|i?x|[A-Za-z]\s?\d{1,2}")
NEEDED = re.compile(r"citations?\s+needed", re.IGNORECASE)

WORDS_OF_ONE_LETTER = frozenset("aAIO")
CLOSING = frozenset(".,;:!?…)]}\"'”’»")


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark. `numbers` is empty for a note and for a missing citation."""

    start: int
    end: int
    surface: str
    numbers: tuple[int, ...]
    kind: MarkKind


def read_marks(text: str) -> list[Mark]:
    """All marks of a text, in order."""
    marks: list[Mark] = []
    for mark in _single_marks(text):
        marks.append(_joined(marks[-1], mark, text) if marks else mark)
    return marks


def _single_marks(text: str) -> Iterator[Mark]:
    end_of_last = -1
    for match in BRACKETS.finditer(text):
        numbers, kind = _content(match[1].strip())
        if kind is None or not _is_mark(text, match, numbers, kind, after_mark=match.start() == end_of_last):
            continue
        end_of_last = match.end()
        yield Mark(match.start(), match.end(), match[0], numbers, kind)


def _content(inside: str) -> tuple[tuple[int, ...], MarkKind | None]:
    """The numbers and the kind of what stands between the brackets; no kind: not a mark."""
    if NEEDED.fullmatch(inside):
        return (), "citation_needed"
    numbers: list[int] = []
    for item in re.split("[,;]", inside):
        item = item.strip()
        if match := NUMBERS.fullmatch(item):
            numbers += _expanded(int(match[1]), int(match[2] or match[1]))
        elif not _is_note(item):
            return (), None
    if 0 in numbers:
        return (), None  # no list begins with entry 0: an index, or an interval
    return tuple(dict.fromkeys(numbers)), "numeric" if numbers else "note"


def _is_note(item: str) -> bool:
    return bool(NOTE.fullmatch(item) or LETTER.fullmatch(item) or RARE_LETTER.fullmatch(item))


def _expanded(first: int, last: int) -> list[int]:
    if first <= last <= first + LONGEST_RANGE:
        return list(range(first, last + 1))
    return [first, last]


def _is_mark(text: str, match: re.Match[str], numbers: tuple[int, ...], kind: MarkKind, *, after_mark: bool) -> bool:
    """Is this a mark where it stands? A word or a year that an editor put into a quotation is not."""
    after = text[match.end() : match.end() + 1]
    if kind == "citation_needed" or after_mark:
        return True
    if kind == "note" and after.isalpha():
        return False  # "[T]he"
    if _is_inserted(text, match, numbers):
        return False
    return not _is_index(text, match.start(), match.end())


def _is_inserted(text: str, match: re.Match[str], numbers: tuple[int, ...]) -> bool:
    """Does it stand free in the sentence, where only a word or a year would ("in [2006] we", "it was [a] plot")?"""
    inside = match[1].strip()
    if numbers:
        doubtful = all(1500 <= number <= 2100 for number in numbers)
    else:
        doubtful = inside in WORDS_OF_ONE_LETTER or not (LETTER.fullmatch(inside) or NOTE.fullmatch(inside))
    if not doubtful:
        return False
    behind = text[max(0, match.start() - 20) : match.start()]
    stands_free = not behind or behind[-1].isspace()
    return stands_free and behind.rstrip()[-1:] not in CLOSING


def _is_index(text: str, start: int, end: int) -> bool:
    """Is it an index into a variable: "rows_read[2]", "list[3] = 7"?"""
    at = start
    while at > 0 and start - at < 40 and (text[at - 1].isalnum() or text[at - 1] in "_$"):
        at -= 1
    name = text[at:start]
    return bool(name) and ("_" in name or "$" in name or text[end : end + 20].lstrip()[:1] == "=")


def _joined(last: Mark, mark: Mark, text: str) -> Mark:
    """The second of "[1]–[3]" stands for 2 and 3."""
    between = text[last.end : mark.start] if mark.start - last.end == 1 else ""
    if between not in DASHES or len(last.numbers) != 1 or len(mark.numbers) != 1:
        return mark
    first, final = last.numbers[0], mark.numbers[0]
    if not first < final <= first + LONGEST_RANGE:
        return mark
    return replace(mark, numbers=tuple(range(first + 1, final + 1)))
