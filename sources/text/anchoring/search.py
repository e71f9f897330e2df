"""The best place for words of the old text in the new one, and whether it is better than every other.

A place is certain where nothing else comes near it: no other place in the new
text, and no other words of the old text that it suits as well. Places that
settled sentences own are out of the question.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .alignment import align, way_back
from .evidence import Place, weigh
from .seeds import Seeds
from .unchanged import NOWHERE, Unchanged, find_unchanged
from .words import Words

FLOOR = 0.5  # less alike, or a lower score, is no place at all
MARGIN = 0.12  # of score over the runner-up
BETTER = 0.05  # more alike by so much, and it is the better match
NEAR_MISS = 0.3
LEAD = 4  # words of context that help to find a place
TWIN = 0.75  # so much alike that only its neighbours tell a sentence from the other
COUSIN = 0.6  # alike enough to be the sentence itself, edited: one neighbour must speak against it
TELLING = 4  # words of context that tell one twin from the other
ENOUGH, ENOUGH_IN_PLACE = 8, 5  # words that agree in a row, the quote's own among them; where the diff puts them
MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Found:
    """`place` is None where nothing in the new text comes near; `others` are the other places, best first."""

    place: Place | None
    certain: bool
    others: tuple[Place, ...] = ()


class Search:
    """Two texts, and everything known about what of the one stands where in the other."""

    def __init__(self, old: Words, new: Words) -> None:
        self.old, self.new = old, new
        self.unchanged: Unchanged = find_unchanged(old, new)
        self.image = align(old, new, self.unchanged.chain)
        self.back = way_back(self.image, len(new))
        self._old_seeds = Seeds(old.ids, self.unchanged.image)
        self._new_seeds = Seeds(new.ids, self.unchanged.owner)

    def settled(self, start: int, end: int) -> int | None:
        """Where old words begin that stand in settled sentences only, one after the other; else None."""
        image = self.unchanged.image
        first = image[start]
        if first == NOWHERE or image[start:end] != array("l", range(first, first + end - start)):
            return None
        return first

    def in_place(self, start: int, end: int, place: Place) -> bool:
        """Does the diff put these old words there?"""
        matched = [to for to in self.image[start:end] if to != NOWHERE]
        return bool(matched) and place.start <= matched[len(matched) // 2] < place.end

    def has_twin(self, start: int) -> bool:
        """Does the sentence of this old word stand in one of the texts more than once?"""
        return bool(self.unchanged.twins[start])

    def find(self, start: int, end: int) -> Found:
        """The best place for the old words from `start` to `end`."""
        near = self._places(start, end)
        while near and near[0].alike >= FLOOR and near[0].score >= FLOOR:
            best, others = near[0], near[1:]
            rivals = [
                rival
                for rival in self._rivals(start, end, best)
                if not (_beats(best, rival, best.alike) or _suits(best, rival) or self._has_its_own(rival, best))
            ]
            if any(_owns(rival, best) for rival in rivals):
                near = others  # it belongs to other words of the old text
                continue
            certain = not rivals and all(
                _beats(best, other, TWIN) or self._is_explained(start, end, other) for other in others
            )
            return Found(best, certain, tuple(others))
        return Found(None, certain=False, others=tuple(near))

    def _places(self, start: int, end: int) -> list[Place]:
        low, high = max(0, start - LEAD), min(len(self.old), end + LEAD)
        guesses = [place + start - low for place in self._new_seeds.places(self.old.ids, low, high)]
        guesses += _neighbourly(self.image, start, end)
        return _weighed(self.old, start, end, self.new, guesses, self.unchanged.owner)

    def _has_its_own(self, rival: Place, place: Place) -> bool:
        """Do other words of the old text have a better place of their own?"""
        return any(
            own.alike >= rival.alike + BETTER and not _overlaps(own, place.start, place.end)
            for own in self._places(rival.start, rival.end)
        )

    def _is_explained(self, start: int, end: int, other: Place) -> bool:
        """Does another place of the new text clearly come from other words of the old one?"""
        return any(rival.alike >= other.alike + BETTER for rival in self._rivals(start, end, other))

    def _rivals(self, start: int, end: int, best: Place) -> list[Place]:
        """Other words of the old text that the place suits."""
        low, high = max(0, best.start - LEAD), min(len(self.new), best.end + LEAD)
        guesses = [place + best.start - low for place in self._old_seeds.places(self.new.ids, low, high)]
        guesses += _neighbourly(self.back, best.start, best.end)
        found = _weighed(self.new, best.start, best.end, self.old, guesses, self.unchanged.image)
        return [place for place in found if not _overlaps(place, start, end)]


def _neighbourly(image: Sequence[int], start: int, end: int) -> Iterator[int]:
    """Where the words should begin by the diff: behind the word before them, before the word behind them."""
    if start > 0 and image[start - 1] != NOWHERE:
        yield image[start - 1] + 1
    if end < len(image) and image[end] != NOWHERE:
        yield image[end] - (end - start)
    if image[start] != NOWHERE:
        yield image[start]


def _weighed(
    one: Words, start: int, end: int, other: Words, guesses: Sequence[int], owners: Sequence[int]
) -> list[Place]:
    """The places worth a look, best first, none over another."""
    places = [place for guess in dict.fromkeys(guesses) for place in weigh(one, start, end, other, guess)]
    places.sort(key=lambda place: (-place.score, place.start))
    kept: list[Place] = []
    for place in places:
        if place.alike < NEAR_MISS or _is_owned(owners, place, start, end):
            continue
        if not any(_overlaps(place, better.start, better.end) for better in kept):
            kept.append(place)
    return kept[:MOST_CANDIDATES]


def _is_owned(owners: Sequence[int], place: Place, start: int, end: int) -> bool:
    """Do most of its words certainly belong to others than those from `start` to `end`?"""
    foreign = sum(1 for owner in owners[place.start : place.end] if owner != NOWHERE and not start <= owner < end)
    return 2 * foreign > place.end - place.start


def _overlaps(place: Place, start: int, end: int) -> bool:
    return place.start < end and start < place.end


def _owns(rival: Place, best: Place) -> bool:
    """Does the place belong to these other words of the old text?"""
    return rival.score > best.score + MARGIN or _suits(rival, best)


def _suits(one: Place, other: Place) -> bool:
    """Are the one words more alike, and is everything in all as much for them?"""
    return one.alike >= other.alike + BETTER and one.score > other.score


def _beats(best: Place, other: Place, twin: float) -> bool:
    """Is the one place clearly better than the other? Where that is a twin, only where its neighbours say so."""
    if other.alike < twin:
        known = other.alike < COUSIN or max(best.before, best.behind) >= TELLING
        return known and best.score >= other.score + MARGIN
    between_its_own = best.before >= other.before + TELLING and best.behind >= other.behind + TELLING
    return between_its_own and (best.alike >= other.alike or best.score >= other.score + MARGIN)


def is_enough(place: Place, *, in_place: bool) -> bool:
    """Do so many words agree in a row that it cannot be chance?"""
    return place.row >= (ENOUGH_IN_PLACE if in_place else ENOUGH)


def is_beside_its_own(place: Place) -> bool:
    """Do the neighbours on one side agree?"""
    return max(place.before, place.behind) >= TELLING


def is_between_its_own(place: Place) -> bool:
    """Do the neighbours on both sides agree?"""
    return min(place.before, place.behind) >= TELLING
