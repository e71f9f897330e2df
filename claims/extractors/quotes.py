"""Where quoted words stand in a text: to the letter, or with other blanks between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST = 20  # places of the same words that are looked at


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open span of a text."""

    start: int
    end: int


def places_of(words: str, text: str) -> Iterator[Stretch]:
    """The places of some words in a text, in order; where none is exact, those that differ in their blanks alone."""
    if not words:
        return
    exact = [Stretch(at, at + len(words)) for at in _finds(words, text)]
    yield from exact or _but_for_blanks(words, text)


def _finds(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + len(words))


def _but_for_blanks(words: str, text: str) -> Iterator[Stretch]:
    squeezed, places = _squeezed(text)
    wanted = " ".join(words.split())
    for at in _finds(wanted, squeezed) if wanted else ():
        yield Stretch(places[at], places[at + len(wanted) - 1] + 1)


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with every run of blanks as one, and where each of its characters comes from."""
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        blank = char.isspace()
        if not (blank and chars and chars[-1] == " "):
            chars.append(" " if blank else char)
            places.append(at)
    return "".join(chars), places
