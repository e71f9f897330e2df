"""From runs to rows: what stands on one line of a page, with words apart and raised numbers known as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .drawing import Run

WORD_GAP = 0.16  # of the size: less is kerning
SEGMENT_GAP = 1.3  # more than justified text ever leaves between words
CELL_GAP = 2.5  # between the cells of a table
ON_LINE = 0.35  # of the size: how far a baseline may be off
RAISED = (0.12, 0.75)  # of the size: how far a raised number stands above the line
SMALLER = 0.88  # a raised number is smaller than its line


@dataclass(frozen=True, slots=True)
class Piece:
    """Text from character `first` of its page, counted in the order of drawing; -1: a blank put there by us."""

    text: str
    first: int
    raised: bool = False


@dataclass(slots=True)
class Row:
    """What stands side by side on one line, from `x` to `end`."""

    x: float
    y: float
    end: float
    size: float
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def rows_of(runs: Iterable[Run]) -> tuple[list[Row], int]:
    """The rows of a page, in the order of drawing; and how many characters were left out because they are turned."""
    runs = list(runs)
    upright = _main_direction(runs)
    rows: list[Row] = []
    at = turned = 0
    last: Row | None = None
    for run in runs:
        if run.turned != upright:
            turned += len(run.text.strip())
            last = None
        elif last and _continues(last, run):
            _append(last, run, at)
        elif run.text.strip():
            last = Row(run.x, run.y, run.end, run.size, [Piece(run.text, at)])
            rows.append(last)
        at += len(run.text)
    return rows, turned


def _main_direction(runs: list[Run]) -> int:
    counted: Counter[int] = Counter()
    for run in runs:
        counted[run.turned] += len(run.text)
    return counted.most_common(1)[0][0] if counted else 0


def _continues(row: Row, run: Run) -> bool:
    size = max(row.size, run.size, 1.0)
    above = (run.y - row.y) / size
    if not (abs(above) <= ON_LINE or _is_raised(row, run)):
        return False
    return -1.0 <= (run.x - row.end) / size <= SEGMENT_GAP


def _is_raised(row: Row, run: Run) -> bool:
    if run.size > SMALLER * row.size or not run.text.strip():
        return False
    return RAISED[0] <= (run.y - row.y) / max(row.size, 1.0) <= RAISED[1]


def _append(row: Row, run: Run, at: int) -> None:
    raised = _is_raised(row, run)
    if run.size > row.size / SMALLER:  # what came first was raised itself, or a small sign
        row.y, row.size = run.y, run.size
    gap = run.x - row.end
    if gap > WORD_GAP * run.size and not row.pieces[-1].text[-1:].isspace() and not run.text[:1].isspace():
        row.pieces.append(Piece(" ", -1))
    before = row.pieces[-1]
    if raised and before.raised and before.first + len(before.text) == at:
        row.pieces[-1] = Piece(before.text + run.text, before.first, raised=True)  # "1" and "0" are 10
    else:
        row.pieces.append(Piece(run.text, at, raised))
    row.end = max(row.end, run.end)


def levels(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows on one height, from the top."""
    level: list[Row] = []
    for row in sorted(rows, key=lambda row: (-row.y, row.x)):
        if level and abs(level[0].y - row.y) > 0.4 * max(row.size, level[0].size, 1.0):
            yield level
            level = []
        level.append(row)
    if level:
        yield level


def unstretched(rows: list[Row]) -> list[Row]:
    """A line of justified text may have gaps as wide as a table; it reaches from edge to edge like its neighbours."""
    for at, row in enumerate(rows):
        if "\t" in row.text and any(_same_edges(row, other) for other in rows[max(0, at - 1) : at + 2]):
            row.pieces = [Piece(" ", -1) if piece == Piece("\t", -1) else piece for piece in row.pieces]
    return rows


def _same_edges(row: Row, other: Row) -> bool:
    near = 0.3 * row.size
    return "\t" not in other.text and abs(row.x - other.x) < near and abs(row.end - other.end) < near


def joined(rows: list[Row]) -> Row:
    """Rows that stand side by side as one, the way a reader reads a line of a table."""
    rows = sorted(rows, key=lambda row: row.x)
    whole = Row(rows[0].x, rows[0].y, rows[0].end, max(row.size for row in rows), list(rows[0].pieces))
    for row in rows[1:]:
        gap = row.x - whole.end
        whole.pieces.append(Piece("\t" if gap > CELL_GAP * row.size else " ", -1))
        whole.pieces += row.pieces
        whole.end = max(whole.end, row.end)
    return whole
