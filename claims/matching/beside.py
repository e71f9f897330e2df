"""What a source says to the date and the place of a claim, in the sentence that speaks of the same thing.

The date or place that belongs to the words asked about decides. Where its sentence
has none, one of the sentences before may agree, but never contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.fitting import fitting_date, fitting_place
from claims.extraction.intervals import as_interval
from claims.extraction.parts import Date, Place

from .answers import Finding, PartSupport, Proof, ProofPart, Relation
from .heard import Heard
from .source import SourceText
from .times import relation_of_dates
from .whereabouts import relation_of_places

BEFORE = 2  # sentences before that may say when and where
ORDER: tuple[Relation, ...] = ("identical", "equivalent", "inside", "wider", "overlaps", "disjoint", "")
TOGETHER = frozenset(("", "and", "or", "in", "and in", "and at", "near", "of", "in the", "both in"))
ENDS = (".", "!", "?", '"', "”", ")", "]")
PLACE_BEFORE = re.compile(r"[(\[]?[A-Z][\w .'’/-]{1,40}(?:, [A-Z][\w .'’-]{1,30})?(?:,| \() ?")
DASH_BEHIND = re.compile(r"\)?(?: \([^()]{1,40}\))? ?[-–—]{1,2} ")
NOTHING = PartSupport("absent", "", None)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a source the claim's thing is spoken of; offsets count in the sentence."""

    at: int
    start: int
    end: int


def date_support(wanted: Date | None, source: SourceText, spot: Spot) -> PartSupport | None:
    if wanted is None:
        return None
    heard = source.heard(spot.at)
    dates = [date for date in heard.dates if not _is_of_the_dateline(date, heard.text)]
    fitting = fitting_date(spot, dates, heard.voices, heard.clauses) if dates else None
    return _support(_dates(wanted, source, spot, fitting))


def place_support(wanted: Place | None, source: SourceText, spot: Spot) -> PartSupport | None:
    if wanted is None:
        return None
    heard = source.heard(spot.at)
    fitting = fitting_place(spot, heard.spots, heard.clauses) if heard.spots else None
    return _support(_places(wanted, source, spot, fitting, heard))


def _support(found: Iterator[tuple[Relation, bool, Proof]]) -> PartSupport:
    """The best that agrees; one that contradicts only where it belongs to the very words."""
    ranked = sorted(found, key=lambda item: (ORDER.index(item[0]), not item[1], -item[2].start))
    for relation, belongs, proof in ranked:
        if relation and (belongs or relation != "disjoint"):
            finding: Finding = "differs" if relation == "disjoint" else "found"
            return PartSupport(finding, relation, proof)
    return NOTHING


def _dates(
    wanted: Date, source: SourceText, spot: Spot, fitting: Date | None
) -> Iterator[tuple[Relation, bool, Proof]]:
    if fitting is not None:
        yield _dated(wanted, source, spot.at, fitting, belongs=True)
        return
    for at in _sentences_before(source, spot.at):
        for date in source.heard(at).dates:
            if _has_ends(date) or not _has_ends(wanted):
                yield _dated(wanted, source, at, date, belongs=False)


def _has_ends(date: Date) -> bool:
    """Not "until 2006", which nearly every day of the past lies in."""
    return date.relation in (None, "as_of") and date.earliest is not None and date.latest is not None


def _is_of_the_dateline(date: Date, text: str) -> bool:
    """ "VELM, Feb. 27 (Agency) - …": the day of the report, which tells of other days."""
    return bool(PLACE_BEFORE.fullmatch(text, 0, date.start) and DASH_BEHIND.match(text, date.end))


def _dated(wanted: Date, source: SourceText, at: int, date: Date, *, belongs: bool) -> tuple[Relation, bool, Proof]:
    whole = as_interval(date, source.heard(at).text)
    relation = relation_of_dates(whole, wanted)
    if relation == "identical" and _written(date.text) != _written(wanted.text):
        relation = "equivalent"
    return relation, belongs, _proof(source, at, date.start, date.end, "date", relation)


def _written(text: str) -> str:
    """A date without the preposition that a claim takes in."""
    words = text.lower().split()
    while words and words[0] in (
        "on",
        "in",
        "since",
        "from",
        "until",
        "by",
        "as",
        "of",
        "before",
        "after",
        "the",
        "at",
    ):
        words = words[1:]
    return " ".join(words)


def _places(
    wanted: Place, source: SourceText, spot: Spot, fitting: Place | None, heard: Heard
) -> Iterator[tuple[Relation, bool, Proof]]:
    for place in heard.places:
        belongs = place is fitting
        if belongs or fitting is None or _stands_with(place, fitting, heard):
            relation = relation_of_places(place, wanted)
            if belongs or heard.clauses.between(spot, place) == 0:
                yield relation, belongs, _proof(source, spot.at, place.start, place.end, "place", relation)
    if fitting is None:
        for at in _sentences_before(source, spot.at):
            for place in source.heard(at).places:
                relation = relation_of_places(place, wanted)
                yield relation, False, _proof(source, at, place.start, place.end, "place", relation)


def _stands_with(place: Place, fitting: Place, heard: Heard) -> bool:
    """ "In Velm and Harrow", "in Velm, Ostria", or one that the other lies in."""
    first, last = (place, fitting) if place.start <= fitting.start else (fitting, place)
    between = heard.text[first.end : last.start].strip(" ,()")
    return between in TOGETHER or relation_of_places(place, fitting) in ("identical", "inside", "wider")


def _sentences_before(source: SourceText, at: int) -> Iterator[int]:
    """Those of the same paragraph, and the line that heads it, nearest first."""
    for before in range(at - 1, max(-1, at - 1 - BEFORE), -1):
        gap = source.text[source.spans[before][1] : source.spans[before + 1][0]]
        if "\n" in gap and source.text[source.spans[before][0] : source.spans[before][1]].endswith(ENDS):
            return
        yield before


def _proof(source: SourceText, at: int, start: int, end: int, part: ProofPart, relation: Relation) -> Proof:
    first, last = source.spans[at]
    exact = source.text[first + start : first + end]
    return Proof(first + start, first + end, exact, (first, last), part, relation, subject="same")
