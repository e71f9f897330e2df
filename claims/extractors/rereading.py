"""What our own readers find in words that somebody points at.

The words are read by themselves, for in their sentence the rules have passed
them over; but a hedge that stands in front of them belongs to them ("at least
ten" is not ten), and so does the noun behind, which says what is counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from claims.extraction.dates import read_dates
from claims.extraction.dating.context import Calendar
from claims.extraction.figures import read_figures
from claims.extraction.parts import Date, Figure, Place
from claims.extraction.passages import moved
from claims.extraction.places import read_places
from claims.extraction.words import Words, read_words
from sources.text.spans import overlap

from .quotes import Stretch

HANGING = re.compile(r"\w[-‐‑–−/.:]$")  # what ties a number to the letters before it
BEFORE, BEHIND = 5, 8  # tokens that can hold a hedge; that can hold what is counted


def whole_words(words: Words, span: Stretch) -> bool:
    """Whether a span begins and ends where words do: "3" is not in "13", nor "000" in "13,000", nor "72" in "T-72"."""
    at = bisect_left(words.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(words.tokens, span.end, key=lambda token: token.end)
    if at == len(words.tokens) or last == len(words.tokens):
        return False
    begins, ends = words.tokens[at].start == span.start, words.tokens[last].end == span.end
    return begins and ends and not HANGING.search(words.text, max(0, span.start - 2), span.start)


def reread_figure(words: Words, span: Stretch) -> Figure | None:
    """The figure in a span of a sentence, with its hedge and what it counts; None where our reader finds none."""
    starts = [token.start for token in words.tokens]
    first, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
    end = words.tokens[min(after + BEHIND, len(words.tokens)) - 1].end
    figure = _figure(words, span.start, end, span) or _figure(words, span.start, span.end, span)
    for at in range(first - 1, max(first - 1 - BEFORE, -1), -1):
        hedged = _figure(words, starts[at], end, span)
        if figure and not (hedged and _closed(hedged.low, hedged.high) == _closed(figure.low, figure.high)):
            break
        figure = hedged
    return figure


def _figure(words: Words, start: int, end: int, span: Stretch) -> Figure | None:
    """The figure that has every number of the span."""
    numbers = [token for token in words.tokens if token.kind == "number" and overlap(token, span)]
    for found in read_figures(read_words(words.text[start:end])):
        figure = moved(found, words.text, start)
        if overlap(figure, span):
            return figure if all(overlap(figure, number) for number in numbers) else None
    return None


def same_value(low: Decimal | None, high: Decimal | None, figure: Figure) -> bool:
    """Whether two bounds are those of a figure; an open one counts as the other, but must not be open the other way."""
    if figure.comparator == "vague":
        said = high if low is None else low
        return said is not None and (figure.low or 0) <= said <= (figure.high or 0)
    if None in (low, high) and None in (figure.low, figure.high) and (low is None) != (figure.low is None):
        return False
    return _closed(low, high) == _closed(figure.low, figure.high)


def _closed(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    return (high if low is None else low), (low if high is None else high)


def reread_date(words: Words, span: Stretch, today: str | None) -> Date | None:
    """The date that a span is as a whole; None where our reader finds none there, or one that needs context."""
    dates, _ = read_dates(read_words(words.text[span.start : span.end]), Calendar(today))
    return moved(dates[0], words.text, span.start) if len(dates) == 1 else None


def reread_place(words: Words, span: Stretch) -> Place | None:
    places = read_places(read_words(words.text[span.start : span.end]))
    return moved(places[0], words.text, span.start) if len(places) == 1 else None
