"""Figures and the citations that cover them; what only a note or nothing covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from claims.extraction.claims import Claim
from claims.extraction.reading import Reading
from claims.extraction.sentences import Sentence
from sources.text.marks import Mark

from .items import Coverage, Finding, Spot, listed, quoted

MOST_NAMED = 6  # figures that one sentence names


def coverage(reading: Reading) -> Coverage:
    figures = [claim for claim in reading.claims if claim.figure]
    cited = sum(bool(claim.citations) for claim in figures)
    return Coverage(len(figures), cited, cited / len(figures) if figures else None)


def covering(reading: Reading) -> Iterator[Finding]:
    yield from _uncited(reading.claims)
    yield from _leaning(reading.claims)
    yield from _marks_without_number(reading)


def named(claim: Claim) -> str:
    """A figure with what it counts, as the text has it: "10,000 North Korean soldiers"."""
    figure = claim.figure
    if figure is None:
        return ""
    between = claim.quote.exact[figure.end - claim.quote.start :][: 3 + len(figure.counted or "")]
    return f"{figure.text} {figure.counted}" if figure.counted and figure.counted in between else figure.text


def _spot(claim: Claim) -> Spot:
    return (claim.figure.start, claim.figure.end) if claim.figure else (claim.quote.start, claim.quote.end)


def _uncited(claims: Sequence[Claim]) -> Iterator[Finding]:
    for claim in claims:
        if not claim.figure or claim.citations:
            continue
        words = f"No citation covers {quoted(named(claim))}"
        if claim.carried:
            words += f"; it may be covered by {listed(claim.carried, bracketed=True)} of the next cited sentence"
        subject = (claim.quote.exact, claim.figure.text)
        yield Finding("uncited_figure", subject, _spot(claim), f"{words}.", claim.carried)


def _leaning(claims: Sequence[Claim]) -> Iterator[Finding]:
    for _, group in groupby(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.citations)):
        found = [claim for claim in group if claim.figure]
        if len(found) < 2 or len(found[0].citations) != 1:
            continue
        number = found[0].citations[0]
        names = [quoted(named(claim)) for claim in found]
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        words = f"{len(found)} figures lean on one citation, [{number}]: {', '.join(names[:MOST_NAMED])}{more}."
        first, *others = (_spot(claim) for claim in found)
        yield Finding("several_figures_one_citation", (found[0].quote.exact,), first, words, (number,), others)


def _marks_without_number(reading: Reading) -> Iterator[Finding]:
    starts = [sentence.start for sentence in reading.sentences]
    for run in _runs(reading):
        spot = (run[0].start, run[-1].end)
        if any(mark.kind == "citation_needed" for mark in run):
            words = _sentence(reading, starts, spot)
            yield Finding("citation_needed", (words,), spot, f"The text itself asks for a citation: {quoted(words)}.")
        elif all(mark.kind == "note" for mark in run):
            words = _sentence(reading, starts, spot)
            surface = " ".join(mark.surface for mark in run[:5])
            said = f"Only {surface} stands here, which leads to a note and to no source: {quoted(words)}."
            yield Finding("note_only", (words, surface), spot, said)


def _runs(reading: Reading) -> Iterator[list[Mark]]:
    """Marks that stand side by side."""
    run: list[Mark] = []
    for mark in reading.marks:
        if run and (mark.start - run[-1].end > 2 or reading.text[run[-1].end : mark.start].strip()):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _sentence(reading: Reading, starts: Sequence[int], spot: Spot) -> str:
    at = bisect_right(starts, spot[0]) - 1
    sentence: Sentence | None = reading.sentences[at] if at >= 0 else None
    return reading.text[sentence.start : min(sentence.end, sentence.start + 1000)] if sentence else ""
