"""A quote of an old text found again in a new one: by evidence, or it is said to be ambiguous or lost.

Words decide, not offsets: a place counts where the same words stand between
the same neighbours, and nothing else comes near. What is not certain is given
to a person with the places to pick from. A changed digit, number word,
comparator, unit or negation is a changed figure, wherever it stands.

    carry(old, new, quotes, values)    where each quote went
    read_changes(old, new)             the diff, for a page that shows it
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .anchoring.alignment import align
from .anchoring.changes import Change, changes_between
from .anchoring.evidence import Place
from .anchoring.search import Found, Search, is_beside_its_own, is_between_its_own, is_enough
from .anchoring.spans import same_typing, span_of
from .anchoring.unchanged import find_unchanged
from .anchoring.wording import Difference, compare
from .anchoring.words import read_both
from .marks import read_marks
from .spans import blanked

__all__ = ["Anchored", "Change", "Outcome", "Quote", "carry", "read_changes"]

Outcome = Literal["exact", "moved", "figure_changed", "ambiguous", "lost"]
Values = Callable[[str], Hashable]

MOST_ADDED = 12  # words before or behind a quote, in its sentence, that are looked at
FEW_ADDED = 4  # so few can make another figure of it; more make another sentence
# Alike enough to be the same sentence with another figure in it: between its own neighbours, and else.
SURER, SURE = 0.6, 0.75
LONGEST_REST = 40  # words of a sentence beside a quote


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of the old text, in code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a quote went.

    exact: the same words where the diff puts them. moved: the same words
    elsewhere, or harmless other words (then not `verbatim`). figure_changed:
    the place is certain, but a number, comparator, unit or negation in it
    changed. Of ambiguous and lost there is no place, only `candidates`: spans
    of the new text that a person may pick from, best first.
    `verbatim` is False where anything but typography changed, a citation mark
    or a comma too.
    """

    outcome: Outcome
    start: int | None
    end: int | None
    verbatim: bool
    candidates: tuple[tuple[int, int], ...] = ()


LOST = Anchored("lost", None, None, verbatim=False)


def carry(old: str, new: str, quotes: Sequence[Quote], values: Values) -> list[Anchored]:
    """Find every quote again. `values` reads from words what is counted in them; equal where the figures are."""
    if old == new:
        return [Anchored("exact", quote.start, quote.end, verbatim=True) for quote in quotes]
    old_words, new_words, _ = read_both(old, new)
    search = Search(old_words, new_words)
    return [_Carried(search, quote, values).anchored() for quote in quotes]


def read_changes(old: str, new: str) -> tuple[Change, ...]:
    """The diff, word by word; every character of both texts lies in exactly one change, in order."""
    old_words, new_words, _ = read_both(old, new)
    image = align(old_words, new_words, find_unchanged(old_words, new_words).chain)
    return changes_between(old_words, new_words, image)


class _Carried:
    """One quote on its way."""

    def __init__(self, search: Search, quote: Quote, values: Values) -> None:
        self.search, self.quote, self.values = search, quote, values
        self.old, self.new = search.old, search.new
        self.first, self.last = self.old.within(quote.start, quote.end)

    def anchored(self) -> Anchored:
        if self.first >= self.last or self.quote.start >= self.quote.end:
            return LOST  # no word, nothing to find it by
        at = self.search.settled(self.first, self.last)
        if at is not None:
            place = Place(at, at + self.last - self.first, 1.0, 0, 0)
            return self._same_words(place)
        found = self.search.find(self.first, self.last)
        if found.place is None:
            return Anchored("lost", None, None, verbatim=False, candidates=self._candidates(found))
        return self._judged(found, found.place)

    def _judged(self, found: Found, place: Place) -> Anchored:
        unsure = Anchored("ambiguous", None, None, verbatim=False, candidates=self._candidates(found))
        if not found.certain:
            return unsure
        difference, place = self._with_added(place)
        in_place = self._in_place(place)
        enough = is_enough(place, in_place=in_place)
        if difference == "none":
            is_sure = enough and (in_place or self._rest_is_same(place)) and self._is_no_twin(place, in_place=in_place)
            return self._same_words(place) if is_sure else unsure
        if difference == "wording":
            is_sure = enough and (in_place or is_between_its_own(place))
        elif is_between_its_own(place):
            is_sure = difference != "name" and place.alike >= SURER
        else:
            is_sure = difference != "name" and place.alike >= SURE and in_place
        if is_sure and (difference == "figure" or self._values_differ(place)):
            return self._at("figure_changed", place, verbatim=False)
        return self._at("moved", place, verbatim=False) if is_sure and difference == "wording" else unsure

    def _with_added(self, place: Place) -> tuple[Difference, Place]:
        """The difference, counting words that were put beside the quote in its sentence: "No" soldiers left."""
        difference, wider = self._difference(place), self._widened(place)
        if wider == place or difference == "figure":
            return difference, place
        added = self._difference(wider)
        if added in ("none", "wording"):
            return difference, place
        few = wider.end - wider.start - (place.end - place.start) <= FEW_ADDED
        return ("figure", wider) if added == "figure" and few else ("assertion", place)

    def _difference(self, place: Place) -> Difference:
        return compare(self.old, self.first, self.last, self.new, place.start, place.end)

    def _same_words(self, place: Place) -> Anchored:
        outcome: Outcome = "exact" if self._in_place(place) else "moved"
        anchored = self._at(outcome, place, verbatim=True)
        before, after = self._exact(), self.new.text[anchored.start : anchored.end]
        if before == after:
            return anchored
        if self._values(before) != self._values(after):
            return self._at("figure_changed", place, verbatim=False)
        return self._at(outcome, place, verbatim=same_typing(before, after))

    def _in_place(self, place: Place) -> bool:
        return self.search.in_place(self.first, self.last, place)

    def _rest_is_same(self, place: Place) -> bool:
        """Is the rest of its sentence the same? A piece of a sentence that turns up elsewhere may be another's."""
        before = behind = 0
        while before < LONGEST_REST and not self.old.opens(self.first - before):
            before += 1
        while behind < LONGEST_REST and not self.old.opens(self.last + behind):
            behind += 1
        return place.before >= before and place.behind >= behind

    def _is_no_twin(self, place: Place, *, in_place: bool) -> bool:
        """Of a sentence that stands twice, only its neighbours tell which this is."""
        if not self.search.has_twin(self.first):
            return True
        return is_between_its_own(place) or (in_place and is_beside_its_own(place))

    def _widened(self, place: Place) -> Place:
        start, end = place.start, place.end
        if self.old.is_rim(self.first) and not place.before:
            while not self.new.is_rim(start) and place.start - start < MOST_ADDED and self._is_added(start - 1):
                start -= 1
        if self.old.is_rim(self.last) and not place.behind:
            while not self.new.is_rim(end) and end - place.end < MOST_ADDED and self._is_added(end):
                end += 1
        return replace(place, start=start, end=end)

    def _is_added(self, at: int) -> bool:
        """Not a word of the neighbours: that one was there before, and two sentences were joined."""
        before = self.search.back[at]
        return before < 0 or self.first <= before < self.last

    def _exact(self) -> str:
        return self.old.text[self.quote.start : self.quote.end]

    def _values_differ(self, place: Place) -> bool:
        start, end = self._span(place)
        return self._values(self._exact()) != self._values(self.new.text[start:end])

    def _values(self, words: str) -> Hashable:
        return self.values(blanked(words, read_marks(words)))  # the number of a mark is no figure

    def _span(self, place: Place) -> tuple[int, int]:
        quote = self.quote
        return span_of(self.old, quote.start, quote.end, self.first, self.last, self.new, place.start, place.end)

    def _at(self, outcome: Outcome, place: Place, *, verbatim: bool) -> Anchored:
        return Anchored(outcome, *self._span(place), verbatim)

    def _candidates(self, found: Found) -> tuple[tuple[int, int], ...]:
        places = [found.place] if found.place else []
        return tuple(self._span(place) for place in [*places, *found.others][:5])
