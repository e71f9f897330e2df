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
from .beside import date_support, place_support
from .figure_support import GROUNDING, Found, figures_of
from .question import Asked, Question, question_of
from .source import SourceText
from .statements import EVENT, NEARLY_ALL, Said, sentences_that_say

__all__ = ["RULES", "Asked", "PartSupport", "Proof", "Searched", "SourceText", "Support", "find_support"]

RULES = "1"  # the version of the rules: raised whenever an answer may change
MOST_PROOFS = 8
NEXT = 3  # proofs whose sentences are asked for the date and the place


def find_support(asked: Asked, source: SourceText) -> Support:
    question = question_of(asked)
    if asked.figure is not None and question.values:
        return _of_figure(question, source, figures_of(question, source))
    if asked.date is not None and asked.kind == "date":
        return _of_part(question, source, "date")
    if asked.place is not None and asked.kind == "location":
        return _of_part(question, source, "place")
    return _of_words(question, source, sentences_that_say(question, source, NEARLY_ALL))


# ── figures ─────────────────────────────────────────────────────────────────────────────────────


def _of_figure(question: Question, source: SourceText, found: Found) -> Support:
    best = found.proofs[0] if found.proofs else None
    sentences = [_sentence_at(source, proof) for proof in found.proofs[:NEXT]]
    searched = _searched(source, found.read, found.figures, found.misses, found.truncated)
    if best is None:
        return _absent(question, source, searched)
    finding: Finding = "found" if best.relation in GROUNDING else "differs"
    return Support(
        finding,
        best.relation,
        best.hedge,
        best.subject,
        tuple(found.proofs),
        date_support(question.asked.date, source, sentences[:1]),
        place_support(question.asked.place, source, sentences[:1]),
        searched,
    )


# ── dates, places, statements ───────────────────────────────────────────────────────────────────


def _of_part(question: Question, source: SourceText, part: str) -> Support:
    """A claim whose point is when or where: the event's words find the sentence, the date or place decides."""
    said = sentences_that_say(question, source, EVENT)
    searched = _searched(source, said.read, 0, said.misses, said.truncated)
    if not said.sentences:
        return _absent(question, source, searched)
    date = date_support(question.asked.date, source, said.sentences[:NEXT])
    place = place_support(question.asked.place, source, said.sentences[:NEXT])
    answer = date if part == "date" else place
    if answer is None or answer.proof is None:
        return _absent(question, source, searched, date, place)
    proofs = (answer.proof, *said.proofs[: MOST_PROOFS - 1])
    return Support(answer.finding, answer.relation, "", "same", proofs, date, place, searched)


def _of_words(question: Question, source: SourceText, said: Said) -> Support:
    searched = _searched(source, said.read, 0, said.misses, said.truncated)
    if not said.proofs:
        return _absent(question, source, searched)
    date = date_support(question.asked.date, source, said.sentences[:1])
    place = place_support(question.asked.place, source, said.sentences[:1])
    return Support("found", "", "", "same", tuple(said.proofs[:MOST_PROOFS]), date, place, searched)


def _absent(
    question: Question,
    source: SourceText,
    searched: Searched,
    date: PartSupport | None = None,
    place: PartSupport | None = None,
) -> Support:
    nothing = PartSupport("absent", "", None)
    misses = searched.near_misses
    return Support(
        "absent",
        "",
        "",
        misses[0].subject if misses else "",
        (),
        (date or nothing) if question.asked.date else None,
        (place or nothing) if question.asked.place else None,
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


def _sentence_at(source: SourceText, proof: Proof) -> int:
    return bisect_right(source.spans, proof.start, key=lambda span: span[0]) - 1
