"""Where in a text a few words could stand: by the groups of three words they share.

Only words that are not yet settled are looked through. A group that stands in
too many places tells nothing and is left out; in very long texts only every
so many groups are kept, told by the group itself, so that both texts keep the
same ones.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence

from .unchanged import NOWHERE

GROUP = 3
MOST_PLACES = 24  # of one group
MOST_GROUPS = 32  # of one quote
MOST_FOUND = 8
KEPT_WHOLE = 500_000  # words; of a longer text every second, fourth … group is kept


class Seeds:
    """The groups of the words that are not settled; made when first asked, for most texts hardly change."""

    def __init__(self, ids: Sequence[int], settled: array[int]) -> None:
        self.ids, self.settled = ids, settled
        self._places: dict[int, list[int]] | None = None
        self._step = 1

    def places(self, ids: Sequence[int], start: int, end: int) -> list[int]:
        """Where the words from `start` to `end` of another text could begin, the likeliest first."""
        if self._places is None:
            self._read()
        votes: Counter[int] = Counter()
        for at in _spread(start, end):
            for place in (self._places or {}).get(_group(ids, at), ()):
                votes[place - (at - start)] += 1
        return _apart(votes, max(3, (end - start) // 4))

    def _read(self) -> None:
        loose = [at for at in range(len(self.ids) - GROUP + 1) if self.settled[at] == NOWHERE]
        while len(loose) // self._step > KEPT_WHOLE:
            self._step *= 2
        found: dict[int, list[int]] = {}
        for at in loose:
            group = _group(self.ids, at)
            if group % self._step == 0:
                found.setdefault(group, []).append(at)
        self._places = {group: places for group, places in found.items() if len(places) <= MOST_PLACES}


def _group(ids: Sequence[int], at: int) -> int:
    return hash((ids[at], ids[at + 1], ids[at + 2])) if at + 2 < len(ids) else NOWHERE


def _spread(start: int, end: int) -> range:
    """The words to begin a group at: all, or as many as are looked up, evenly spread."""
    last = max(start + 1, end - GROUP + 1)
    return range(start, last, max(1, -(-(last - start) // MOST_GROUPS)))


def _apart(votes: Counter[int], distance: int) -> list[int]:
    """The places with the most votes, none near a better one."""
    kept: list[int] = []
    for place, _ in votes.most_common(8 * MOST_FOUND):
        if all(abs(place - other) > distance for other in kept):
            kept.append(place)
            if len(kept) == MOST_FOUND:
                break
    return kept
