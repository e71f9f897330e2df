"""Parts and segments made into claims.

A claim is a cited segment of a sentence, or an uncited one that carries a
figure, a date or a named voice. Two figures make two claims with the same
quote. A claim has at most one figure, date, place and attribution; what its
own segment does not say is taken from the rest of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sources.text.spans import overlap

from .fitting import Clauses, fitting_date, fitting_place, fitting_voice, neighbours, read_clauses
from .intervals import as_interval
from .kinds import Kind, kind_of
from .parts import Attribution, Date, Figure, Place
from .passages import Parts, Passage, moved
from .proposals import Origin
from .segments import Segment
from .statement import statement_of

# No honest segment is as long. In a longer one each figure is quoted with its surroundings only,
# or ten thousand figures would each repeat the whole of it.
LONGEST_QUOTE = 4000
SURROUNDINGS = 150
LONGEST_NEIGHBOUR = 2000


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a claim: `exact` is the text from `start` to `end`."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable assertion.

    All offsets count in the whole text, those of the parts too: a part that
    stands inside the quote begins at `part.start - quote.start` of it, and one
    that was taken from elsewhere in the sentence lies outside the quote.
    `citations` are the numbers that govern the quote, in printed order;
    `carried`, of an uncited one, those of the next cited sentence (weak).
    `origin` says who found it; its words and values are read by the rules in any case.
    """

    kind: Kind
    statement: str
    quote: Quote
    figure: Figure | None
    date: Date | None
    place: Place | None
    attribution: Attribution | None
    citations: tuple[int, ...]
    carried: tuple[int, ...] = ()
    citation_needed: bool = False
    origin: Origin = "rules"


@dataclass(frozen=True, slots=True)
class _Chosen:
    figure: Figure | None
    date: Date | None
    place: Place | None
    attribution: Attribution | None


def read_claims(passage: Passage) -> list[Claim]:
    """The claims of one sentence, in order."""
    parts = replace(passage.parts, places=_not_speaking(passage.parts))
    clauses = read_clauses(passage)
    return [claim for segment in passage.segments for claim in _of_segment(passage, segment, parts, clauses)]


def _not_speaking(parts: Parts) -> Sequence[Place]:
    """Places without those that only name who speaks: "Kyiv said" does not say where."""
    if not parts.attributions:
        return parts.places
    return [
        place
        for place in parts.places
        if not any(overlap(place, voice) for voice in neighbours(place, parts.attributions))
    ]


def _of_segment(passage: Passage, segment: Segment, parts: Parts, clauses: Clauses) -> Iterator[Claim]:
    own = parts.within(segment)
    if not (segment.citations or own.figures or own.dates or own.attributions):
        return
    quote = _quote(passage.text, segment.start, segment.end)
    statement = _statement(passage, quote)
    for figure in own.figures or (None,):
        chosen = _choose(figure, segment, own, parts, clauses)
        if figure and segment.end - segment.start > LONGEST_QUOTE:
            quote = _near(passage.text, segment, figure)
            statement = statement_of(quote.exact, None)
        yield _claim(passage, segment, quote, statement, chosen)


def _statement(passage: Passage, quote: Quote) -> str:
    """Neighbours of an endless sentence would be read again for every segment of it."""
    sentence, previous = passage.words.text, passage.previous
    is_piece = len(passage.segments) > 1 and len(sentence) <= LONGEST_NEIGHBOUR
    return statement_of(
        quote.exact,
        previous if previous and len(previous) <= LONGEST_NEIGHBOUR else None,
        sentence if is_piece else None,
    )


def _quote(text: str, start: int, end: int) -> Quote:
    return Quote(start, end, text[start:end])


def _near(text: str, segment: Segment, figure: Figure) -> Quote:
    """The surroundings of a figure, cut at blanks where there are any."""
    start = max(segment.start, figure.start - SURROUNDINGS)
    end = min(segment.end, figure.end + SURROUNDINGS)
    if start > segment.start:
        start = text.find(" ", start, figure.start) + 1 or start
    if end < segment.end:
        blank = text.rfind(" ", figure.end, end)
        end = blank if blank > 0 else end
    return _quote(text, start, end)


def _choose(figure: Figure | None, segment: Segment, own: Parts, parts: Parts, clauses: Clauses) -> _Chosen:
    """What belongs to the figure, or to the whole segment where it has none: its own first, then the sentence's."""
    target = figure or segment
    cues = parts.attributions
    return _Chosen(
        figure,
        fitting_date(target, own.dates, cues, clauses) or fitting_date(target, parts.dates, cues, clauses),
        fitting_place(target, own.places, clauses) or fitting_place(target, parts.places, clauses),
        fitting_voice(target, own.attributions, clauses) or fitting_voice(target, cues, clauses),
    )


def _claim(passage: Passage, segment: Segment, quote: Quote, statement: str, chosen: _Chosen) -> Claim:
    return Claim(
        kind=_kind(passage, chosen),
        statement=statement,
        quote=quote,
        figure=chosen.figure,
        date=chosen.date and as_interval(chosen.date, passage.text),
        place=chosen.place,
        attribution=chosen.attribution,
        citations=segment.citations,
        carried=() if segment.citations else passage.sentence.carried,
        citation_needed=any(mark.kind == "citation_needed" for mark in segment.marks),
    )


def _kind(passage: Passage, chosen: _Chosen) -> Kind:
    """The kind, told by the words around the parts in their sentence."""
    words, back = passage.words, -passage.sentence.start
    return kind_of(
        words,
        chosen.figure and moved(chosen.figure, words.text, back),
        chosen.date and moved(chosen.date, words.text, back),
        chosen.place and moved(chosen.place, words.text, back),
    )
