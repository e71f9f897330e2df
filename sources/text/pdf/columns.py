"""The order in which a page is read: top to bottom, column by column.

A column is believed only where a gutter, free of text, separates many rows;
otherwise the order of drawing is kept as long as it runs down the page, which
it does where the program that made the file wrote one column after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from .rows import Row, joined, levels, unstretched

FEWEST_PAIRS = 5  # lines with text on both sides of a gutter
MOST_CROSSING = 0.35  # of the lines may go over it: headings, tables
FEWEST_SHARE = 0.25  # of the lines on either side
STEP = 3.0  # points between the places that are tried …
MOST_PLACES = 12  # … those where the most gaps are
DEEPEST = 2  # two cuts make up to four columns
MOST_JUMPS = 0.2  # upwards, of all rows
FEWEST_CHARACTERS = 15  # on either side: the cells of a table are read along the row


def in_reading_order(rows: list[Row]) -> list[Row]:
    """Whole lines, in order; rows of one line that no gutter separates are joined."""
    ordered = _columns(rows, 0)
    if ordered is None:
        lines = list(_lines(rows))
        ordered = lines if _runs_down(lines) else [joined(line) for line in levels(rows)]
    return unstretched(ordered)


def _columns(rows: list[Row], depth: int) -> list[Row] | None:
    gutter = _gutter(rows) if depth < DEEPEST else None
    if gutter is None:
        return [joined(line) for line in levels(rows)] if depth else None
    found: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for level in levels(rows):
        if any(row.x < gutter < row.end for row in level):
            found += _both(left, right, depth)
            left, right = [], []
            found.append(joined(level))
        else:
            left += [row for row in level if row.end <= gutter]
            right += [row for row in level if row.x >= gutter]
    return found + _both(left, right, depth)


def _both(left: list[Row], right: list[Row], depth: int) -> list[Row]:
    return [row for side in (left, right) if side for row in _columns(side, depth + 1) or []]


def _gutter(rows: list[Row]) -> float | None:
    """A place that separates enough lines: the one that the fewest go over."""
    heights = list(levels(rows))
    gaps: Counter[int] = Counter()
    for level in heights:
        for before, after in pairwise(level):
            if after.x - before.end > 0.8 * before.size:
                gaps[round((before.end + after.x) / 2 / STEP)] += 1
    if gaps.total() < FEWEST_PAIRS:
        return None
    good = [place * STEP for place, _ in gaps.most_common(MOST_PLACES) if _separates(heights, place * STEP)]
    return min(good, key=lambda x: _crossing(heights, x)) if good else None


def _crossing(levels: list[list[Row]], x: float) -> int:
    return sum(any(row.x < x < row.end for row in level) for level in levels)


def _separates(levels: list[list[Row]], x: float) -> bool:
    crossing = left = right = pairs = 0
    for level in levels:
        before = any(row.end <= x for row in level)
        after = any(row.x >= x for row in level)
        if any(row.x < x < row.end for row in level):
            crossing += 1
            continue
        left += before
        right += after
        pairs += before and after and _is_prose(level, x)
    fewest = max(FEWEST_PAIRS, FEWEST_SHARE * len(levels))
    return crossing <= MOST_CROSSING * len(levels) and min(left, right) >= fewest and pairs >= FEWEST_PAIRS


def _is_prose(level: list[Row], x: float) -> bool:
    """Are both sides long enough for lines of text?"""
    left = sum(len(row.text) for row in level if row.end <= x)
    right = sum(len(row.text) for row in level if row.x >= x)
    return min(left, right) >= FEWEST_CHARACTERS


def _lines(rows: list[Row]) -> Iterable[Row]:
    """Rows in the order of drawing; those that follow one another on one height are a line."""
    line: list[Row] = []
    for row in rows:
        if line and abs(line[-1].y - row.y) > 0.4 * max(row.size, line[-1].size, 1.0):
            yield joined(line)
            line = []
        line.append(row)
    if line:
        yield joined(line)


def _runs_down(lines: list[Row]) -> bool:
    jumps = sum(after.y > before.y + 0.5 * before.size for before, after in pairwise(lines))
    return jumps <= max(2, MOST_JUMPS * len(lines))
