"""One sentence of a source, read only as far as somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from claims.extraction.attribution import read_attributions
from claims.extraction.dates import Calendar, read_dates
from claims.extraction.dating.phrases import TRIGGERS
from claims.extraction.figures import read_figures
from claims.extraction.fitting import Clauses, fitting_date, fitting_place, fitting_voice, read_clauses
from claims.extraction.parts import Attribution, Date, Figure, Place
from claims.extraction.passages import Parts, Passage
from claims.extraction.places import read_places
from claims.extraction.quantities.phrases import wordset
from claims.extraction.segments import Segment
from claims.extraction.sentences import Sentence
from claims.extraction.words import Token, Words, read_words
from sources.text.spans import Spanned

from .composites import whole_figures
from .contrasts import Sides, bare_numbers, sides_of

NO_STORY = Calendar()
# Without one of these a date has its own year.
LEANING = TRIGGERS - wordset("century centuries quarter half the of in on and to from year years decade decades")
LONGEST = 6_000  # characters of a claim that are read; the sentences of a source are shorter


def _may_date(token: Token) -> bool:
    """Whether a date may hold this word: no counted "40" or "13,000", which most numbers are."""
    if token.kind == "number":
        return not (token.text.isdigit() and len(token.text) < 3) and "," not in token.text
    return token.lower in TRIGGERS or token.text == "/"


class Heard:
    """All offsets count in the sentence; `start` leads to the text. Marks are blanked out in `words`."""

    def __init__(
        self, sentence: str, start: int, calendar: Callable[[], Calendar] = Calendar, counted: str | None = None
    ) -> None:
        self.start = start
        self.end = start + len(sentence)
        self.words: Words = read_words(sentence[:LONGEST])
        self._calendar = calendar  # of the story up to here; asked for only where a date leans on it
        self._counted = counted  # what the sentence before counts

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.words.tokens

    @cached_property
    def dates(self) -> list[Date]:
        if not any(_may_date(token) for token in self.tokens):
            return []
        found = read_dates(self.words, NO_STORY)[0]
        if not self._leans(found):
            return found
        story = self._calendar()
        return found if story == NO_STORY else read_dates(self.words, story)[0]

    def _leans(self, found: Sequence[Date]) -> bool:
        """Whether a date of this sentence may need the story before it: "in May", "on Monday"."""
        if any(date.inferred or "XXXX" in date.edtf for date in found):
            return True
        whole = sum(len(date.text.split()) for date in found)
        return sum(token.lower in LEANING for token in self.tokens) > whole

    @cached_property
    def figures(self) -> list[Figure]:
        return whole_figures(self.text, read_figures(self.words, taken=self.dates, before=self._counted))

    @cached_property
    def sides(self) -> Sides:
        """The sides it takes of words that exclude each other."""
        return sides_of(token.lower for token in self.tokens)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers that are neither a figure nor in a date: the 4 of "4th Brigade"."""
        parts: list[Spanned] = [*self.figures, *self.dates]
        return bare_numbers(self.tokens, [(part.start, part.end) for part in parts])

    @cached_property
    def places(self) -> list[Place]:
        return read_places(self.words)

    @cached_property
    def voices(self) -> list[Attribution]:
        return read_attributions(self.words)

    @cached_property
    def clauses(self) -> Clauses:
        whole = Sentence(0, len(self.text), 0)
        parts = Parts(self.figures, self.dates, self.places, self.voices)
        return read_clauses(Passage(self.text, whole, self.words, parts, [Segment(0, len(self.text), ())]))

    def date_of(self, figure: Figure) -> Date | None:
        return fitting_date(figure, self.dates, self.voices, self.clauses) if self.dates else None

    def place_of(self, figure: Figure) -> Place | None:
        spots = self.spots
        return fitting_place(figure, spots, self.clauses) if spots else None

    def voice_of(self, figure: Figure) -> Attribution | None:
        return fitting_voice(figure, self.voices, self.clauses) if self.voices else None

    @cached_property
    def spots(self) -> Sequence[Place]:
        """Places without those that only name who speaks."""
        return [
            place for place in self.places if not any(v.start < place.end and place.start < v.end for v in self.voices)
        ]
