"""Proposals made into claims, or a reason why not.

The words must stand in the text, a figure must be in them by our own reading,
and the rules must not have it already. The claim is then made as the rules make
theirs: its quote and citations are those of our own segment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from claims.extraction.claims import Claim, read_claims
from claims.extraction.intervals import as_interval
from claims.extraction.parts import Attribution, Date, Figure, Place
from claims.extraction.passages import AnyPart as Part
from claims.extraction.passages import Parts, moved, start_of
from claims.extraction.passages import Passage as Read
from claims.extraction.proposals import Reason
from claims.extraction.reading import Cited, Reading
from claims.extraction.segments import read_segments
from claims.extraction.sentences import Sentence
from claims.extraction.words import read_words
from sources.text.marks import Mark
from sources.text.spans import Spanned, overlap

from .answers import MOST, Proposal
from .passages import Passage
from .quotes import Stretch, places_of
from .rereading import reread_date, reread_figure, reread_place, same_value, whole_words


class Dropped(Exception):  # noqa: N818 -- it says what happened to a proposal
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Judge:
    """Takes proposals about a reading that the rules have finished; `claims` are those that stood."""

    reading: Reading
    today: str | None
    claims: list[Claim] = field(default_factory=list)
    dropped: Counter[Reason] = field(default_factory=Counter)
    dates: list[Date] = field(default_factory=list)  # those that the rules had not found

    def take(self, passage: Passage, proposals: Iterable[Proposal | None]) -> None:
        for count, proposal in enumerate(proposals):
            try:
                self._keep(passage, proposal if count < MOST else _refused("too_many"))
            except Dropped as drop:
                self.dropped[drop.reason] += 1

    def _keep(self, passage: Passage, proposal: Proposal | None) -> None:
        if proposal is None:
            raise Dropped("malformed")
        quote = _first(proposal.quote, passage.text)
        sentence = _sentence(passage, quote)
        read = _read(self.reading, passage, sentence)
        within = Stretch(quote.start + passage.start - sentence.start, quote.end + passage.start - sentence.start)
        for words in (proposal.date, proposal.place, proposal.attribution):
            _first(words, read.words.text) if words else None
        parts, date = self._with_date(read, proposal)
        if proposal.figure:
            figure = self._figure(read, within, proposal)
            claim = _claim_of(replace(read, parts=replace(parts, figures=[figure])), figure)
        else:
            claim = self._figureless(replace(read, parts=parts), date)
        self.claims.append(replace(_as_pointed(claim, proposal, read, date), origin="model"))
        if date and date not in read.parts.dates:
            self.dates.append(date)

    def _figure(self, read: Read, within: Stretch, proposal: Proposal) -> Figure:
        """The figure that is pointed at; of several places with the same words, the first that nobody has."""
        reason: Reason = "figure_not_in_words"
        inside = read.words.text[within.start : within.end]
        for place in places_of(proposal.figure, inside):
            span = Stretch(within.start + place.start, within.start + place.end)
            found = reread_figure(read.words, span) if whole_words(read.words, span) else None
            if found is None:
                continue
            figure = moved(found, self.reading.text, read.sentence.start)
            if not same_value(proposal.low, proposal.high, figure):
                reason = "figure_differs"
            elif _any_touches(figure, [*read.parts.figures, *read.parts.dates]):
                reason = "already_found"
            elif any(claim.figure and overlap(claim.figure, figure) for claim in self.claims):
                reason = "duplicate"
            else:
                return figure
        raise Dropped(reason)

    def _figureless(self, read: Read, date: Date | None) -> Claim:
        """A claim of a segment that has none yet: it takes a date to be one."""
        if date is None:
            raise Dropped("nothing_to_check")
        claim = next((one for one in read_claims(read) if one.quote.start <= date.start < one.quote.end), None)
        if claim is None:
            raise Dropped("nothing_to_check")
        if any(overlap(one.quote, claim.quote) for one in self.reading.claims):
            raise Dropped("already_found")
        if any(overlap(one.quote, claim.quote) for one in self.claims):
            raise Dropped("duplicate")
        return claim

    def _with_date(self, read: Read, proposal: Proposal) -> tuple[Parts, Date | None]:
        """The parts of the sentence without its figures, and the date that the proposal points at, as we read it."""
        parts = replace(read.parts, figures=())
        if not proposal.date:
            return parts, None
        span = _first(proposal.date, read.words.text)
        here = Stretch(span.start + read.sentence.start, span.end + read.sentence.start)
        known = _touched(here, parts.dates)
        if known or _any_touches(here, read.parts.figures):
            return parts, known
        found = reread_date(read.words, span, self.today) if whole_words(read.words, span) else None
        if found is None:
            return parts, None
        date = moved(found, self.reading.text, read.sentence.start)
        return replace(parts, dates=sorted([*parts.dates, date], key=start_of)), date


def _refused(reason: Reason) -> Proposal:
    raise Dropped(reason)


def _first(words: str, text: str) -> Stretch:
    place = next(places_of(words, text), None)
    if place is None:
        raise Dropped("words_not_in_text")
    return place


def _sentence(passage: Passage, quote: Stretch) -> Sentence:
    start, end = passage.start + quote.start, passage.start + quote.end
    for sentence in passage.sentences:
        if sentence.start <= start and end <= sentence.end:
            return sentence
    raise Dropped("over_a_sentence")


def _read(reading: Reading, passage: Passage, sentence: Sentence) -> Read:
    """A sentence as the rules had it before them, with the parts they found in it."""
    marks = _inside(reading.marks, sentence)
    words = read_words(passage.text[sentence.start - passage.start : sentence.end - passage.start])
    parts = Parts(
        _parts(reading.figures, sentence),
        _parts(reading.dates, sentence),
        _parts(reading.places, sentence),
        _parts(reading.attributions, sentence),
    )
    at = bisect_left(reading.sentences, sentence.start, key=start_of)
    before = reading.sentences[at - 1] if at else None
    previous = reading.text[before.start : before.end] if before else None
    return Read(reading.text, sentence, words, parts, read_segments(reading.text, sentence, marks), previous)


def _inside(marks: Sequence[Mark], sentence: Sentence) -> Sequence[Mark]:
    first = bisect_left(marks, sentence.start, key=start_of)
    return marks[first : bisect_left(marks, sentence.end, lo=first, key=start_of)]


def _parts(cited: Sequence[Cited[Part]], sentence: Sentence) -> list[Part]:
    first = bisect_left(cited, sentence.start, key=lambda one: one.part.start)
    last = bisect_left(cited, sentence.end, lo=first, key=lambda one: one.part.start)
    return [one.part for one in cited[first:last]]


def _claim_of(read: Read, figure: Figure) -> Claim:
    claim = next((one for one in read_claims(read) if one.figure == figure), None)
    if claim is None:  # the words are a mark or stand between two
        raise Dropped("nothing_to_check")
    return claim


def _as_pointed(claim: Claim, proposal: Proposal, read: Read, date: Date | None) -> Claim:
    """The claim with the date, place and voice that are pointed at, where our readers know them."""
    text, start = read.words.text, read.sentence.start

    def pointed(words: str) -> Stretch:
        span = _first(words, text)
        return Stretch(span.start + start, span.end + start)

    place: Place | None = None
    voice: Attribution | None = None
    if proposal.place:
        found = reread_place(read.words, _first(proposal.place, text))
        place = _touched(pointed(proposal.place), read.parts.places) or (found and moved(found, read.text, start))
    if proposal.attribution:
        # Whether somebody says or denies it is for our own reader to tell, so a voice that it has not heard is none.
        voice = _touched(pointed(proposal.attribution), read.parts.attributions)
    return replace(
        claim,
        date=as_interval(date, read.text) if date else claim.date,
        place=place or claim.place,
        attribution=voice or claim.attribution,
    )


def _touched(span: Spanned, parts: Sequence[Part]) -> Part | None:
    return next((part for part in parts if overlap(part, span)), None)


def _any_touches(span: Spanned, parts: Iterable[Spanned]) -> bool:
    return any(overlap(part, span) for part in parts)
