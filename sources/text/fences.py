"""Where in a file no evidence is taken from: lists of works, what stands around the text, captions.

What the markup says comes first (Document.fences); the words of the lines tell
the rest, and for plain text and PDF everything. Precision matters more than
completeness: a fence in the body would hide what a source says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .document import Document, Fence, FenceKind
from .fencing.around import around
from .fencing.captions import captions
from .fencing.shapes import shapes
from .fencing.works import works

VISIBLE = re.compile(r"\S")


def read_fences(document: Document) -> list[Fence]:
    """The fences of a document: in order, none over another, each around something that can be seen."""
    text = document.text
    lines = list(shapes(text))
    found: list[Iterable[Fence]] = [
        document.fences,
        _as("references", works(text, lines)),
        _as("caption", captions(lines)),
        _as("navigation", around(lines)),
    ]
    fences: list[Fence] = []
    for more in found:
        fences = _joined([*fences, *_outside(more, fences, len(text))], text)
    return fences


def _as(kind: FenceKind, spans: Iterable[tuple[int, int]]) -> Iterator[Fence]:
    return (Fence(start, end, kind) for start, end in spans)


def _outside(more: Iterable[Fence], fences: list[Fence], length: int) -> Iterator[Fence]:
    """The parts of further fences that those before do not cover."""
    behind, at = 0, 0
    for start, end, kind in sorted(more):
        begin, end = max(start, behind), min(end, length)
        behind = max(behind, end)
        while at < len(fences) and fences[at].end <= begin:
            at += 1
        ahead = at
        while begin < end and ahead < len(fences) and fences[ahead].start < end:
            if begin < fences[ahead].start:
                yield Fence(begin, fences[ahead].start, kind)
            begin = max(begin, fences[ahead].end)
            ahead += 1
        if begin < end:
            yield Fence(begin, end, kind)


def _joined(fences: list[Fence], text: str) -> list[Fence]:
    """In order; what only blanks separate is one, if it is of one kind; what is nothing but blanks is none."""
    found: list[Fence] = []
    for fence in sorted(fences):
        if not VISIBLE.search(text, fence.start, fence.end):
            continue
        before = found[-1] if found else None
        if before and before.kind == fence.kind and not VISIBLE.search(text, before.end, fence.start):
            found[-1] = before._replace(end=fence.end)
        else:
            found.append(fence)
    return found
