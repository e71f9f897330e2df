"""A text put together from pieces, each remembering where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from .composing import compose
from .document import Fence, FenceKind, Origin


@dataclass(slots=True)
class Building:
    """The text so far; a piece without an origin was put there by us."""

    pieces: list[str] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    length: int = 0
    fences: list[Fence] = field(default_factory=list)

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

    def fence(self, start: int, kind: FenceKind) -> None:
        """Whole lines from `start` to where we are now are no part of the text; what touches the last one joins it."""
        before = self.fences[-1] if self.fences else None
        if before and before.end == start and before.kind == kind:
            self.fences[-1] = before._replace(end=self.length)
        elif start < self.length:
            self.fences.append(Fence(start, self.length, kind))

    def finished_fences(self) -> tuple[Fence, ...]:
        """The fences as the composed text has them: nothing composes across the end of a line."""
        text = "".join(self.pieces)
        if text.isascii():
            return tuple(self.fences)
        found, at, now = [], 0, 0
        for start, end, kind in self.fences:
            begin = now + len(compose(text[at:start]))
            now, at = begin + len(compose(text[start:end])), end
            found.append(Fence(begin, now, kind))
        return tuple(found)

    def finished(self) -> tuple[str, tuple[Origin, ...]]:
        """The text in NFC, and the origins of its parts in order."""
        text = "".join(self.pieces)
        composed = compose(text)
        if composed == text:
            return text, tuple(self.origins)
        parts = list(_apart(_parts(self.origins, len(text)), text))
        now = [compose(text[start:end]) for start, end, _ in parts]
        if "".join(now) != composed:
            return composed, ()
        return composed, tuple(_moved(now, [origin for _, _, origin in parts]))


Part = tuple[int, int, Origin | None]
NEAR = 32  # characters on both sides of a seam; a taller stack of signs is not composed (composing.py)


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


def _apart(parts: Iterable[Part], text: str) -> Iterator[Part]:
    """The parts as they compose: a sign at the start of one that changes a letter at the end of another joins them."""
    before: Part | None = None
    for part in parts:
        if before and _compose_together(text, part[0]):
            before = (before[0], part[1], _spanning(before[2], part[2]))
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _compose_together(text: str, at: int) -> bool:
    if text[at].isascii():
        return False
    one, other = text[max(0, at - NEAR) : at], text[at : at + NEAR]
    return normalize("NFC", one + other) != normalize("NFC", one) + normalize("NFC", other)


def _spanning(one: Origin | None, other: Origin | None) -> Origin | None:
    if one is None or other is None or one.where != other.where:
        return one or other
    return replace(one, first=min(one.first, other.first), last=max(one.last, other.last))
