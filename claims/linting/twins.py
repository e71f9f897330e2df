"""Figures of one article that count the same thing, at the same place and time, and disagree: 10,000 … 11,000 troops.

Different dates are no disagreement, nor is a part of the whole. The figures
are sorted into buckets by what they count and compared with their neighbours
in value only, so that a hundred thousand of them take no longer than they should.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.extraction.claims import Claim
from claims.extraction.parts import Date, Place

from .covering import named
from .items import Finding, quoted
from .things import BEFALLEN, Thing, read_things
from .values import disagree

NEIGHBOURS = 40  # looked at behind each figure, in the order of their values
MOST_TWINS = 5  # said of one figure


def near_twins(text: str, claims: Sequence[Claim]) -> Iterator[Finding]:
    buckets: dict[tuple[str, str, str], list[Thing]] = defaultdict(list)
    for thing in read_things(text, claims):
        buckets[thing.bucket].append(thing)
    found = [pair for bucket in buckets.values() for pair in _pairs(bucket)]
    for one, other in sorted(found, key=lambda pair: (pair[0].claim.quote.start, pair[1].claim.quote.start)):
        yield _finding(one, other)


def _pairs(bucket: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    things = sorted(_each_once(bucket), key=lambda thing: thing.value.place)
    for at, thing in enumerate(things):
        twins = 0
        for other in things[at + 1 : at + 1 + NEIGHBOURS]:
            if _are_twins(thing, other) and twins < MOST_TWINS:
                twins += 1
                first, second = sorted((thing, other), key=lambda thing: _start(thing.claim))
                yield first, second


def _each_once(bucket: Sequence[Thing]) -> list[Thing]:
    """Of figures that say the same of the same, the first."""
    found = {(thing.value, thing.head, thing.about, _when(thing), _where(thing)): thing for thing in reversed(bucket)}
    return list(found.values())


def _start(claim: Claim) -> int:
    return claim.figure.start if claim.figure else claim.quote.start


def _when(thing: Thing) -> str:
    return thing.claim.date.edtf if thing.claim.date else ""


def _where(thing: Thing) -> str:
    return thing.claim.place.name if thing.claim.place else ""


def _are_twins(one: Thing, other: Thing) -> bool:
    return (
        disagree(one.value, other.value)
        and _same_head(one, other)
        and (one.about <= other.about or other.about <= one.about)
        and _may_meet(one.claim.date, other.claim.date)
        and _same_place(one.claim.place, other.claim.place)
    )


def _same_head(one: Thing, other: Thing) -> bool:
    """The same noun or its like; of those whom the same befell, a noun that says no more than that fits each."""
    if one.head == other.head:
        return True
    return bool(one.fate) and (one.head in BEFALLEN or other.head in BEFALLEN)


def _may_meet(one: Date | None, other: Date | None) -> bool:
    """Whether two dates can be the same time; an open end reaches any."""
    if one is None or other is None:
        return True
    if one.latest and other.earliest and one.latest < other.earliest:
        return False
    return not (other.latest and one.earliest and other.latest < one.earliest)


def _same_place(one: Place | None, other: Place | None) -> bool:
    return one is None or other is None or (one.gazetteer_id or one.name) == (other.gazetteer_id or other.name)


def _finding(one: Thing, other: Thing) -> Finding:
    first, second = one.claim, other.claim
    words = f"The text says {quoted(named(first))} and {quoted(named(second))}, which may be the same thing."
    figures = [claim.figure for claim in (first, second) if claim.figure]
    spots = [(figure.start, figure.end) for figure in figures]
    subject = (first.quote.exact, figures[0].text, second.quote.exact, figures[1].text)
    numbers = tuple(dict.fromkeys((*first.citations, *second.citations)))
    return Finding("near_twins", subject, spots[0], words, numbers, spots[1:])
