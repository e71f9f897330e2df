"""One line of a text, as the cutting of sentences sees it: its marks, its brackets, what stands behind a full stop."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sources.text.marks import Mark

LONGEST_ASIDE = 400  # a bracket that closes later than this was probably never meant to

CLOSERS = frozenset("\"'”’»›)]}」』†‡§*⁰¹²³⁴⁵⁶⁷⁸⁹")  # footnote signs too
LATE_CLOSERS = frozenset("”»)」』")  # these close even behind a blank: « … . »
INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
BRACKET = re.compile(r"[()]")
# "[who?]", "[better source needed]": remarks on the sentence before them; they cite nothing.
REMARK = re.compile(r"\[[a-z][a-z ?–-]{2,40}\]")
BETWEEN_MARKS = re.compile(r"[,;–-]\s?")
# "[4]: 23" gives the page; a number that counts something has its noun behind it.
PAGE = re.compile(r":\s?\d{1,4}(?:[–-]\d{1,4})?(?=[\s.,;]*(?:$|[\[A-Z\n]))")


@dataclass(frozen=True, slots=True)
class Line:
    """`asides` are the outermost round brackets: where they open, and where they close."""

    text: str
    start: int
    end: int
    marks: Sequence[Mark]
    mark_at: dict[int, int]
    mark_ends: frozenset[int]
    opens: list[int]
    closes: list[int]


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a full stop: closing signs and marks up to `end`, then blanks up to `next`."""

    end: int
    next: int
    marked: bool
    quoted: bool


def read_line(text: str, start: int, end: int, marks: Sequence[Mark]) -> Line:
    opens, closes = _asides(text, start, end)
    ends = {mark.start: mark.end for mark in marks}
    return Line(text, start, end, marks, ends, frozenset(ends.values()), opens, closes)


def _asides(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    waiting: list[int] = []
    opens: list[int] = []
    closes: list[int] = []
    for match in BRACKET.finditer(text, start, end):
        if match[0] == "(":
            waiting.append(match.start())
        elif waiting and match.start() - (opening := waiting.pop()) <= LONGEST_ASIDE:
            while opens and opens[-1] > opening:
                opens.pop(), closes.pop()
            opens.append(opening)
            closes.append(match.start())
    return opens, closes


def in_aside(line: Line, start: int, at: int) -> bool:
    """Does `at` stand in brackets that opened inside the sentence that begins at `start`?"""
    before = bisect_right(line.opens, at) - 1
    return before >= 0 and line.opens[before] > start and at <= line.closes[before]


def skip_blanks(line: Line, at: int) -> int:
    text = line.text
    while at < line.end and (text[at].isspace() or text[at] in INVISIBLE):
        at += 1
    return at


def behind(line: Line, at: int) -> Behind:
    """Closing quotes, brackets and marks behind a full stop, in any order; marks also behind blanks."""
    text, marked, quoted = line.text, False, False
    while True:
        while at < line.end and (text[at] in CLOSERS or (marked and text[at] in ".…")):
            quoted = quoted or text[at] in "\"”»'’"
            at += 1
        after = skip_blanks(line, at)
        if after in line.mark_at:
            at, marked = line.mark_at[after], True
        elif after < line.end and text[after] in LATE_CLOSERS:
            at = after + 1
        elif found := _addition(line, at, marked):
            at, marked = found, True
        else:
            return Behind(at, after, marked, quoted)


def _addition(line: Line, at: int, marked: bool) -> int | None:
    """Where a remark ends, or, behind a mark, the page it gives or the next mark of "[1]–[3]" and "[1], [4]"."""
    if match := REMARK.match(line.text, at, line.end):
        return match.end()
    if not marked:
        return None
    if match := BETWEEN_MARKS.match(line.text, at, line.end):
        return line.mark_at.get(match.end())
    match = PAGE.match(line.text, at, line.end)
    return match.end() if match else None
