"""A sentence of a text with everything that was read off it, and the way from the one to the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sources.text.spans import Spanned

from .parts import Attribution, Date, Figure, Place
from .segments import Segment
from .sentences import Sentence
from .words import Words

Part = TypeVar("Part", bound=Spanned)
AnyPart = TypeVar("AnyPart", Figure, Date, Place, Attribution)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a sentence, each list in order; offsets count in the sentence."""

    figures: Sequence[Figure] = ()
    dates: Sequence[Date] = ()
    places: Sequence[Place] = ()
    attributions: Sequence[Attribution] = ()

    def within(self, span: Spanned, origin: int) -> Parts:
        """Those that begin inside a span of the text; the sentence begins at `origin`."""
        start, end = span.start - origin, span.end - origin
        return Parts(
            beginning_in(self.figures, start, end),
            beginning_in(self.dates, start, end),
            beginning_in(self.places, start, end),
            beginning_in(self.attributions, start, end),
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """`words` and `parts` count in the sentence (its marks blanked out), `segments` in the text."""

    text: str
    sentence: Sentence
    words: Words
    parts: Parts
    segments: Sequence[Segment]
    previous: str | None = None  # the sentence before it


def beginning_in(parts: Sequence[Part], start: int, end: int) -> Sequence[Part]:
    return parts[bisect_left(parts, start, key=start_of) : bisect_left(parts, end, key=start_of)]


def start_of(part: Spanned) -> int:
    return part.start


def moved(part: AnyPart, text: str, by: int) -> AnyPart:
    """A part of a sentence as a part of the text, in which the sentence begins at `by`."""
    start, end = part.start + by, part.end + by
    here = replace(part, start=start, end=end, text=text[start:end])
    if isinstance(here, Date) and here.lead >= 0:
        return replace(here, lead=here.lead + by)
    if isinstance(here, Attribution) and here.cue_start >= 0:
        return replace(here, cue_start=here.cue_start + by, cue_end=here.cue_end + by)
    return here
