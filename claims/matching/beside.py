"""What a source says to the date and the place of a claim, in the sentences that speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.extraction.intervals import as_interval
from claims.extraction.parts import Date, Place

from .answers import PartSupport, Proof, ProofPart, Relation
from .figure_support import ORDER
from .source import SourceText
from .times import finding_of, relation_of_dates
from .whereabouts import relation_of_places

REACH = 2  # sentences before that may say when and where


def date_support(wanted: Date | None, source: SourceText, sentences: Iterable[int]) -> PartSupport | None:
    return _support(_dates(wanted, source, sentences)) if wanted else None


def place_support(wanted: Place | None, source: SourceText, sentences: Iterable[int]) -> PartSupport | None:
    return _support(_places(wanted, source, sentences)) if wanted else None


def _support(found: Iterator[tuple[Relation, int, Proof]]) -> PartSupport:
    """The best relation; of equals the nearest sentence. Another date or place in a sentence before says nothing."""
    ranked = sorted(
        ((ORDER.index(relation), far, proof.start, proof) for relation, far, proof in found if relation),
        key=lambda item: item[:3],
    )
    ranked = [item for item in ranked if item[0] < ORDER.index("disjoint") or not item[1]]
    if not ranked:
        return PartSupport("absent", "", None)
    relation = ORDER[ranked[0][0]]
    return PartSupport(finding_of(relation), relation, ranked[0][3])


def _near(source: SourceText, sentences: Iterable[int]) -> Iterator[tuple[int, int]]:
    for at in sentences:
        for far in range(min(REACH, at) + 1):
            yield at - far, far


def _dates(wanted: Date, source: SourceText, sentences: Iterable[int]) -> Iterator[tuple[Relation, int, Proof]]:
    for at, far in _near(source, sentences):
        heard = source.heard(at)
        for date in heard.dates:
            whole = as_interval(date, heard.text)
            relation = relation_of_dates(whole, wanted)
            yield relation, far, _proof(source, at, whole.start, whole.end, "date", relation)


def _places(wanted: Place, source: SourceText, sentences: Iterable[int]) -> Iterator[tuple[Relation, int, Proof]]:
    for at, far in _near(source, sentences):
        for place in source.heard(at).places:
            relation = relation_of_places(place, wanted)
            yield relation, far, _proof(source, at, place.start, place.end, "place", relation)


def _proof(source: SourceText, at: int, start: int, end: int, part: ProofPart, relation: Relation) -> Proof:
    first, last = source.spans[at]
    exact = source.text[first + start : first + end]
    return Proof(first + start, first + end, exact, (first, last), part, relation, subject="same")
