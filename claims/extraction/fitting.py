"""Which date, place and voice belong to a figure, where a sentence has several.

The nearest one, where a boundary between clauses counts as distance. What
stands in a later clause than the figure does not belong to it at all; what
stands in an earlier one still governs it ("In May 5 died, and 9 were hurt").

What another figure stands before belongs to that one first ("14 died on Luzon, 9 of them in Leyte"), and what
follows a figure behind a mere preposition belongs to it ("from 30 in May to 45 in June").

Going away from a figure both distance and clauses only grow, so a few
neighbours on each side are enough, and a sentence with ten thousand dates
costs no more per figure than one with three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sources.text.spans import Spanned

from .parts import Attribution, Date, Place
from .passages import Part, Passage, start_of

NEIGHBOURS = 6  # looked at on each side
CLAUSE = 60  # a boundary between clauses weighs as much as this many characters
CUT = re.compile(
    r"[;:]|, (?:and|but|or|while|whereas|with|which|who|as|including|then)\b|\b(?:while|whereas|although|though|but)\b"
)
DIRECT = 12  # characters of "in the"
JOINING = frozenset(
    "in on by at of for during since until before after near off across around from".split()  # noqa: SIM905
) | {"", "in the", "on the", "at the", "as of"}
# Before a date that opens its clause: "On Wednesday, police said".
OPENING = re.compile(r"(?:^|[.;:,\]\n\"“”]|\b(?:and|but|while))\s{0,2}(?:(?:late |early )?(?:on|in|by|last) )?$", re.I)
OPENING_WITHIN = 16
DIGIT = re.compile(r"\d")
DENYING = re.compile(
    r"(?:^|[.;\n]\s?|, )(?:[Dd]enying|[Rr]ejecting|[Dd]ismissing|[Dd]isputing|[Cc]ontradicting)\b[^,;.]{0,110}$"
)
LONGEST_OPENING = 120  # characters of "Denying reports that 300 had died, the army said"
JUST_BEHIND, JUST_BEFORE = 25, 3  # characters between a cue and the day it was said

# The smaller place says more. An area ("the Sahel", "Donbas") may be larger than a country.
FINENESS = {"facility": 0, "city": 1, "region": 2, "area": 3, "country": 4}
BEFORE = re.compile(r"(\w{1,12})\s+(?:the\s+)?$")
WHERE = frozenset("in at near around outside inside within across throughout off on along".split())  # noqa: SIM905
WHENCE = frozenset("to from of into towards toward over for through against reach reached left entered".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where the clauses of a sentence are cut, and where its last word ends."""

    text: str
    cuts: Sequence[int]
    end: int
    figures: Sequence[int] = ()  # where they begin
    spoken: Sequence[tuple[int, int]] = ()  # from a voice to the end of its cue: "the army, in a note from Juba, said"

    def between(self, one: Spanned, other: Spanned) -> int:
        """How many cuts lie between two spans."""
        first, last = (one, other) if one.start <= other.start else (other, one)
        return bisect_left(self.cuts, last.start + 1) - bisect_left(self.cuts, first.end)

    def cost(self, one: Spanned, other: Spanned) -> int:
        gap = max(one.start, other.start) - min(one.end, other.end)
        return max(0, gap) + CLAUSE * max(0, self.between(one, other))

    def fit(self, one: Spanned, other: Spanned) -> int:
        """The cost, but nothing where only a preposition stands between: "45 in June"."""
        between = self.text[one.end : other.start] if one.end <= other.start <= one.end + DIRECT else "-"
        return 0 if between.strip().lower() in JOINING else self.cost(one, other)

    def crosses(self, target: Spanned, other: Spanned) -> bool:
        """Does another figure stand between the target and what follows it?"""
        return bisect_left(self.figures, other.start) > bisect_left(self.figures, max(target.start + 1, target.end))

    def is_where_it_was_said(self, place: Spanned) -> bool:
        """Does the place stand between a voice and its cue, or between the cue and "that"?"""
        at = bisect_left(self.spoken, (place.start + 1, 0)) - 1
        if at < 0:
            return False
        cue_end = self.spoken[at][1]
        told = 0 <= place.start - cue_end <= JUST_BEHIND
        return place.end <= cue_end or (told and self.text[place.end : place.end + 6].strip().startswith("that"))

    def is_later(self, target: Spanned, other: Spanned) -> bool:
        """Does `other` stand in a clause behind that of the target?"""
        return other.start >= target.end and self.between(target, other) > 0


def read_clauses(passage: Passage) -> Clauses:
    """A new segment is a new clause too."""
    sentence = passage.sentence
    cuts = {match.start() for match in CUT.finditer(passage.text, sentence.start, sentence.end)}
    cuts |= {segment.start for segment in passage.segments[1:]}
    last = passage.segments[-1].end if passage.segments else sentence.end
    end = sentence.start + len(passage.text[sentence.start : last].rstrip(' .!?"”’»)'))
    spoken = sorted((voice.start, voice.cue_end) for voice in passage.parts.attributions if voice.cue_start > voice.end)
    return Clauses(passage.text, sorted(cuts), end, [figure.start for figure in passage.parts.figures], spoken)


def fitting_date(target: Spanned, dates: Sequence[Date], cues: Sequence[Attribution], clauses: Clauses) -> Date | None:
    """The nearest date; one that says when something was reported only where there is no other."""
    near = [date for date in neighbours(target, dates) if not clauses.is_later(target, date)]
    return min(
        near,
        key=lambda date: (
            _is_report_date(date, cues, clauses.text),
            clauses.crosses(target, date),
            clauses.fit(target, date),
        ),
        default=None,
    )


def fitting_place(target: Spanned, places: Sequence[Place], clauses: Clauses) -> Place | None:
    """The most specific place where something happens in the target's own clause, else in one before it."""
    near = [place for place in neighbours(target, places) if not clauses.is_later(target, place)]
    return min(
        near,
        key=lambda place: (
            clauses.is_where_it_was_said(place),
            clauses.between(target, place) > 0,
            clauses.crosses(target, place),
            _role(place, clauses.text),
            clauses.fit(target, place) > 0,
            FINENESS[place.precision],
            clauses.cost(target, place),
        ),
        default=None,
    )


def _role(place: Place, text: str) -> int:
    """0 where it happens ("in Kenya"), 1 where it comes from or goes to, 2 whose it is or who acts ("Kenya's army")."""
    if text[place.end : place.end + 2] in ("'s", "’s"):
        return 2
    before = BEFORE.search(text[max(0, place.start - 20) : place.start])
    word = before[1].lower() if before else ""
    return 0 if word in WHERE else 1 if word in WHENCE else 2


def fitting_voice(target: Spanned, voices: Sequence[Attribution], clauses: Clauses) -> Attribution | None:
    """The nearest voice; one that ends the sentence ("…, the ministry said.") speaks for all of it."""
    near = [voice for voice in neighbours(target, voices) if _speaks_for(voice, target, clauses)]
    best = min(near, key=lambda voice: clauses.cost(target, voice), default=None)
    return best and _denied(target, best, near, clauses)


def _denied(target: Spanned, voice: Attribution, near: Sequence[Attribution], clauses: Clauses) -> Attribution:
    """Who denies what the voice says ("denied reports by X that"); the voice itself "denying that" its figure."""
    for other in near:
        over = 0 <= voice.start - other.cue_end <= JUST_BEHIND and not clauses.between(other, voice)
        if other.mode in ("denies", "doubts") and over and voice.end <= target.start:
            return other
    opening = DENYING.search(clauses.text, max(0, target.start - LONGEST_OPENING), target.start)
    return replace(voice, mode="denies") if opening and voice.start >= target.end else voice


def _speaks_for(voice: Attribution, target: Spanned, clauses: Clauses) -> bool:
    return not clauses.is_later(target, voice) or max(voice.end, voice.cue_end) >= clauses.end


def neighbours(target: Spanned, parts: Sequence[Part]) -> Sequence[Part]:
    """The parts that stand next to the target; `parts` are in order."""
    if not parts:
        return parts
    at = bisect_left(parts, target.start, key=start_of)
    return parts[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]


def _is_report_date(date: Date, voices: Sequence[Attribution], text: str) -> bool:
    """ "… told lawmakers on Wednesday", "On Wednesday, police said …": the day it was said, not the day it happened."""
    lead = date.start if date.lead < 0 else date.lead
    return any(
        (0 <= lead - voice.cue_end <= JUST_BEHIND and not DIGIT.search(text, voice.cue_end, lead))
        or (0 <= voice.start - date.end <= JUST_BEFORE and OPENING.search(text, max(0, lead - OPENING_WITHIN), lead))
        for voice in neighbours(date, voices)
        if voice.cue_end >= 0
    )
