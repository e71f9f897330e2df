"""Does a source say what a claim says, where, and how did the hedge change on the way?

    source = SourceText(text, fences=[(1200, 2400, "references")])
    support = find_support(Asked.from_claim(claim), source)
    support.finding, support.relation, support.hedge, support.proofs

found     the same thing counted, and the source's interval identical or equivalent to the claim's, inside of it,
          wider, or overlapping; `relation` says which
differs   the same thing counted, and another value
absent    only other things counted, or nothing; `searched` has what came near

Nothing is found where something else is counted. Where it is not clear whether
a figure is of the same thing, the answer is absent, with the figure as a near
miss. A pure function of its two arguments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .answers import Finding, PartSupport, Proof, Searched, Support
from .beside import NOTHING, Spot, date_support, place_support
from .events import Told, events_of
from .figure_support import GROUNDING, Found, figures_of
from .question import Asked, Question, question_of
from .source import SourceText

__all__ = ["RULES", "Asked", "PartSupport", "Proof", "Searched", "SourceText", "Support", "find_support"]

RULES = "1"  # the version of the rules: raised whenever an answer may change
MOST_PROOFS = 8


def find_support(asked: Asked, source: SourceText) -> Support:
    question = question_of(asked)
    if asked.figure is not None and question.values:
        return _of_figure(question, source, figures_of(question, source))
    return _of_event(question, source, events_of(question, source))


def _of_figure(question: Question, source: SourceText, found: Found) -> Support:
    searched = _searched(source, found.read, found.figures, found.misses, found.truncated)
    if not found.proofs:
        return _absent(question, searched)
    best = found.proofs[0]
    finding: Finding = "found" if best.relation in GROUNDING else "differs"
    at = bisect_right(source.spans, best.start, key=lambda span: span[0]) - 1
    spot = Spot(at, best.start - source.spans[at][0], best.end - source.spans[at][0])
    return Support(
        finding,
        best.relation,
        best.hedge,
        best.subject,
        tuple(found.proofs),
        date_support(question.asked.date, source, spot),
        place_support(question.asked.place, source, spot),
        searched,
    )


def _of_event(question: Question, source: SourceText, told: Told) -> Support:
    searched = _searched(source, told.said.read, 0, told.said.misses, told.said.truncated)
    if told.finding == "absent":
        return _absent(question, searched, told.date, told.place)
    proofs = tuple(told.proofs[:MOST_PROOFS])
    return Support(told.finding, told.relation, "", "same", proofs, told.date, told.place, searched)


def _absent(
    question: Question, searched: Searched, date: PartSupport | None = None, place: PartSupport | None = None
) -> Support:
    misses = searched.near_misses
    return Support(
        "absent",
        "",
        "",
        misses[0].subject if misses else "",
        (),
        (date or NOTHING) if question.asked.date else None,
        (place or NOTHING) if question.asked.place else None,
        searched,
    )


def _searched(source: SourceText, read: int, figures: int, misses: Sequence[Proof], truncated: bool) -> Searched:
    return Searched(
        rules=RULES,
        characters=source.characters,
        sentences=len(source),
        read=read,
        figures=figures,
        fenced=source.fenced,
        near_misses=tuple(misses[:MOST_PROOFS]),
        truncated=source.truncated or truncated,
    )
