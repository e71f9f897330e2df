"""A sentence of a text with everything that was read off it, and the way from the one to the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar

from sources.text.spans import Spanned

from .parts import Attribution, Date, Figure, Place
from .segments import Segment
from .sentences import Sentence
from .words import Words

Part = TypeVar("Part", bound=Spanned)
AnyPart = TypeVar("AnyPart", Figure, Date, Place, Attribution)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a sentence, each list in order."""

    figures: Sequence[Figure] = ()
    dates: Sequence[Date] = ()
    places: Sequence[Place] = ()
    attributions: Sequence[Attribution] = ()

    def within(self, span: Spanned) -> Parts:
        """Those that begin inside a span."""
        return Parts(
            _within(self.figures, span),
            _within(self.dates, span),
            _within(self.places, span),
            _within(self.attributions, span),
        )

    def moved(self, text: str, by: int) -> Parts:
        """The parts of a sentence as parts of the text, in which the sentence begins at `by`."""
        return Parts(
            [moved(figure, text, by) for figure in self.figures],
            [moved(date, text, by) for date in self.dates],
            [moved(place, text, by) for place in self.places],
            [moved(voice, text, by) for voice in self.attributions],
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """`words` count in the sentence (its marks blanked out), `parts` and `segments` in the text."""

    text: str
    sentence: Sentence
    words: Words
    parts: Parts
    segments: Sequence[Segment]
    previous: str | None = None  # the sentence before it


def _within(parts: Sequence[Part], span: Spanned) -> Sequence[Part]:
    if not parts:
        return parts
    return parts[bisect_left(parts, span.start, key=start_of) : bisect_left(parts, span.end, key=start_of)]


def start_of(part: Spanned) -> int:
    return part.start


def moved(part: AnyPart, text: str, by: int) -> AnyPart:
    """A part of a sentence as a part of the text, in which the sentence begins at `by`."""
    start, end = part.start + by, part.end + by
    # Every part is (start, end, text, …). `dataclasses.replace` would take several times as long.
    others: tuple[Any, ...] = OTHERS[type(part)](part)
    if isinstance(part, Date) and part.lead >= 0:
        others = (*others[:-1], part.lead + by)
    elif isinstance(part, Attribution) and part.cue_start >= 0:
        others = (*others[:-2], part.cue_start + by, part.cue_end + by)
    return type(part)(start, end, text[start:end], *others)


# The fields behind `text`, in their order; Date ends with `lead`, Attribution with `cue_start` and `cue_end`.
OTHERS = {part: attrgetter(*(field.name for field in fields(part)[3:])) for part in (Figure, Date, Place, Attribution)}
