"""Where a part stands: its words looked up in the quote, or offsets checked against the words that stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .faults import Given

Span = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Words:
    """A claim's own words and the text around them, as far as anybody looks.

    `start` and `end` are the quote's in `text`; `offset` is where `text` begins in the
    article's current text, None where the claim does not stand there by its own words.
    """

    text: str
    start: int
    end: int
    offset: int | None = None

    @classmethod
    def alone(cls, quote: str) -> Words:
        return cls(quote, 0, len(quote))


def span_of(given: Given, text: str, words: Words, kept: tuple[str, Span]) -> Span:
    """Start and end of the part, counted from the start of the quote.

    Without offsets the same words stay where they were (`kept`); others are looked for in the quote first.
    """
    start, end = given.whole("start"), given.whole("end")
    mistyped = ("start" in given and start is None) or ("end" in given and end is None)
    if not text or mistyped:
        return None, None
    if start is None and end is None:
        return kept[1] if kept[0] == text else _found(given, text, words)
    if start is None or end is None:
        given.refuse("end" if end is None else "start", "Give both offsets, or neither.", "incomplete")
        return None, None
    return _checked(given, text, words, start, end)


def _checked(given: Given, text: str, words: Words, start: int, end: int) -> Span:
    if words.offset is None:
        given.refuse("start", "The claim does not stand in the current text by its own words: leave the offsets out.")
        return None, None
    first, last = start - words.offset, end - words.offset
    if not 0 <= first < last <= len(words.text):
        given.refuse("start", "This is too far from the claim's own words, or no place in the text.", "bad_span")
        return None, None
    if words.text[first:last] != text:
        given.refuse("start", "Other words stand there in the current text.", "other_words")
        return None, None
    return first - words.start, last - words.start


def _found(given: Given, text: str, words: Words) -> Span:
    at = next(_places(text, words.text[words.start : words.end]), None)
    if at is not None:
        return at, at + len(text)
    around = [place - words.start for place in _places(text, words.text)]
    if not around:
        given.refuse("text", f"“{_short(text)}” does not stand in the claim's words, nor around them.", "not_in_text")
        return None, None
    near = min(around, key=lambda place: max(-(place + len(text)), place - (words.end - words.start)))
    return near, near + len(text)


def _places(text: str, inside: str) -> Iterator[int]:
    """Where the words stand: first those that are not pieces of longer words; never a piece of a longer number."""
    found: list[int] = []
    at = inside.find(text)
    while at >= 0:
        found.append(at)
        at = inside.find(text, at + 1)
    whole = [place for place in found if not _is_piece(inside, place, place + len(text), str.isalnum)]
    yield from whole or [place for place in found if not _is_piece(inside, place, place + len(text), str.isdigit)]


def _is_piece(inside: str, start: int, end: int, alike: Callable[[str], bool]) -> bool:
    before, after = inside[max(0, start - 1) : start + 1], inside[end - 1 : end + 1]
    return any(len(edge) == 2 and all(map(alike, edge)) for edge in (before, after))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
