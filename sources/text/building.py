"""A text put together from pieces, each remembering where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .composing import compose
from .document import Origin


@dataclass(slots=True)
class Building:
    """The text so far; a piece without an origin was put there by us."""

    pieces: list[str] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, where: str = "", first: int = 0, last: int = 0) -> None:
        if not text:
            return
        origin = Origin(self.length, self.length + len(text), where, first, last)
        if where and self.origins and _continues(self.origins[-1], origin):
            before = self.origins[-1]
            self.origins[-1] = replace(origin, start=before.start, first=before.first)
        elif where:
            self.origins.append(origin)
        self.pieces.append(text)
        self.length = origin.end

    def finished(self) -> tuple[str, tuple[Origin, ...]]:
        """The text in NFC, and the origins of its parts in order."""
        text = "".join(self.pieces)
        composed = compose(text)
        if composed == text:
            return text, tuple(self.origins)
        for parts in (list(_parts(self.origins, len(text))), list(_lines(self.origins, text))):
            now = [compose(text[start:end]) for start, end, _ in parts]
            # A sign at the start of one part may change a letter at the end of another, but never across a line.
            if "".join(now) == composed:
                return composed, tuple(_moved(now, [origin for _, _, origin in parts]))
        return composed, ()


Part = tuple[int, int, Origin | None]


def _continues(before: Origin, origin: Origin) -> bool:
    """Do the two stand side by side, and each character for one character?"""
    return (
        (before.where, before.end, before.last) == (origin.where, origin.start, origin.first)
        and before.end - before.start == before.last - before.first
        and origin.end - origin.start == origin.last - origin.first
    )


def _moved(parts: list[str], origins: list[Origin | None]) -> Iterator[Origin]:
    at = 0
    for part, origin in zip(parts, origins, strict=True):
        if origin:
            yield replace(origin, start=at, end=at + len(part))
        at += len(part)


def _parts(origins: list[Origin], length: int) -> Iterator[Part]:
    """The parts with an origin, and what stands between them."""
    at = 0
    for origin in origins:
        if at < origin.start:
            yield at, origin.start, None
        yield origin.start, origin.end, origin
        at = origin.end
    if at < length:
        yield at, length, None


def _lines(origins: list[Origin], text: str) -> Iterator[Part]:
    """Whole lines; the origin of a line spans all that came from the place of its first part."""
    start = 0
    origin: Origin | None = None
    for _, end, source in _parts(origins, len(text)):
        if source and origin is None:
            origin = source
        elif source and origin and source.where == origin.where:
            origin = replace(origin, first=min(origin.first, source.first), last=max(origin.last, source.last))
        if text[end - 1] == "\n" or end == len(text):
            yield start, end, origin
            start, origin = end, None
