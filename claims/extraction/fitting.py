"""Which date, place and voice belong to a figure, where a sentence has several.

The nearest one, where a comma with "and" or a semicolon in between counts as
distance. Going away from a figure both distance and clauses only grow, so a
few neighbours on each side are enough, and a sentence with ten thousand dates
costs no more per figure than one with three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sources.text.spans import Spanned

from .parts import Attribution, Date, Place
from .passages import Part, start_of

NEIGHBOURS = 6  # looked at on each side
CLAUSE = 60  # a boundary between clauses weighs as much as this many characters
CUT = re.compile(
    r"[;:]|, (?:and|but|or|while|whereas|with|which|who|as|including|then)\b|\b(?:while|whereas|although|though|but)\b"
)
# The smaller place says more. An area ("the Sahel", "Donbas") may be larger than a country.
FINENESS = {"facility": 0, "city": 1, "region": 2, "area": 3, "country": 4}
JUST_BEHIND = 25  # "… told lawmakers on Wednesday": the day it was said, not the day it happened


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where the clauses of a text are cut."""

    cuts: Sequence[int]

    def between(self, one: Spanned, other: Spanned) -> int:
        """How many cuts lie between two spans."""
        first, last = (one, other) if one.start <= other.start else (other, one)
        return bisect_left(self.cuts, last.start) - bisect_left(self.cuts, first.end)

    def cost(self, one: Spanned, other: Spanned) -> int:
        gap = max(one.start, other.start) - min(one.end, other.end)
        return max(0, gap) + CLAUSE * max(0, self.between(one, other))


def read_clauses(text: str, sentence: Spanned) -> Clauses:
    return Clauses([match.start() for match in CUT.finditer(text, sentence.start, sentence.end)])


def fitting_date(target: Spanned, dates: Sequence[Date], cues: Sequence[Attribution], clauses: Clauses) -> Date | None:
    """The nearest date; one that says when something was reported only where there is no other."""
    near = neighbours(target, dates)
    return min(near, key=lambda date: (_is_report_date(date, cues), clauses.cost(target, date)), default=None)


def fitting_place(target: Spanned, places: Sequence[Place], clauses: Clauses) -> Place | None:
    """The most specific place of the target's own clause, else of its neighbourhood."""
    near = neighbours(target, places)
    return min(
        near,
        key=lambda place: (
            clauses.between(target, place) > 0,
            FINENESS[place.precision],
            clauses.cost(target, place),
        ),
        default=None,
    )


def fitting_voice(target: Spanned, voices: Sequence[Attribution], clauses: Clauses) -> Attribution | None:
    """The nearest voice; of two as near, the one that stands before."""
    return min(neighbours(target, voices), key=lambda voice: clauses.cost(target, voice), default=None)


def neighbours(target: Spanned, parts: Sequence[Part]) -> Sequence[Part]:
    """The parts that stand next to the target; `parts` are in order."""
    at = bisect_left(parts, target.start, key=start_of)
    return parts[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]


def _is_report_date(date: Date, cues: Sequence[Attribution]) -> bool:
    lead = date.start if date.lead < 0 else date.lead
    return any(0 <= lead - cue.cue_end <= JUST_BEHIND for cue in neighbours(date, cues) if cue.cue_end >= 0)
