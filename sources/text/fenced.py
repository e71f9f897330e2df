"""Which lines of a page are no part of its text: by where they stand in the markup, and lists of nothing but links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .document import FenceKind
from .lines import Line, is_list_heading

FEWEST_LINKS = 3  # lines in a row
MOSTLY_LINKED = 0.75  # of a line's characters


def fence_lines(lines: Sequence[Line], spans: Sequence[tuple[int, int, FenceKind]]) -> None:
    """Say of each line what it is; `spans` of the source are in order, none inside another."""
    _by_place(lines, spans)
    _by_links(lines)
    _between(lines)


def _by_place(lines: Sequence[Line], spans: Sequence[tuple[int, int, FenceKind]]) -> None:
    at = 0
    for line in lines:
        if line.entry:
            line.fence = "references"
        place = line.place
        if place < 0:
            continue
        while at < len(spans) and spans[at][1] <= place:
            at += 1
        if at < len(spans) and spans[at][0] <= place:
            line.fence = spans[at][2]


def _by_links(lines: Sequence[Line]) -> None:
    run: list[Line] = []
    for line in [*(line for line in lines if line.text.strip()), Line()]:
        if not line.fence and _is_link(line):
            run.append(line)
            continue
        if len(run) >= FEWEST_LINKS:
            for link in run:
                link.fence = "navigation"
        run = []


def _between(lines: Sequence[Line]) -> None:
    """What we put between two fenced lines goes with them, and so does the heading over a list of works."""
    for line, following in _with_following(lines):
        if following and not line.fence:
            is_heading = following == "references" and is_list_heading(line.text)
            line.fence = following if is_heading or line.place < 0 else None
    before: FenceKind | None = None
    for line in lines:  # an empty line leads to a fence only from one of its kind
        if line.fence and line.place < 0 and not line.text.strip() and before != line.fence:
            line.fence = None
        before = line.fence


def _with_following(lines: Sequence[Line]) -> Iterator[tuple[Line, FenceKind | None]]:
    following: FenceKind | None = None
    for line in reversed(lines):
        yield line, following
        following = line.fence


def _is_link(line: Line) -> bool:
    words = line.text.strip()
    return "\t" not in words and line.linked >= MOSTLY_LINKED * len(words)
