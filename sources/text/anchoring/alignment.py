"""The diff: which word of the old text is which of the new, in the order of both.

Sentences that each text has once are the fixed points; between them groups of
three words that each text has once; between those the longest common
subsequence, where both sides are short enough. What is longer counts as
replaced: time grows with the texts, whatever is in them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from .agreement import blocks_of
from .unchanged import NOWHERE, rising
from .words import Words, counted

MOST_PAIRS = 1_000_000  # words of the one side times words of the other
GROUP = 3

Gap = tuple[int, int, int, int]


def align(old: Words, new: Words, chain: Sequence[tuple[int, int]]) -> array[int]:
    """For each old word the new one that it is, or NOWHERE; never falling."""
    image = array("l", [NOWHERE]) * len(old)
    for gap in _between(old, new, chain, image):
        for smaller in _narrowed(old.ids, new.ids, gap, image):
            _compare(old.ids, new.ids, smaller, image)
    return image


def _between(old: Words, new: Words, chain: Sequence[tuple[int, int]], image: array[int]) -> Iterator[Gap]:
    """Note the fixed sentences; yield what lies between them."""
    at = to = 0
    for sentence, there in chain:
        start, end = old.sentences[sentence], old.sentences[sentence + 1]
        first = new.sentences[there]
        yield at, start, to, first
        for offset in range(end - start):
            image[start + offset] = first + offset
        at, to = end, first + end - start
    yield at, len(old), to, len(new)


def _narrowed(olds: Sequence[int], news: Sequence[int], gap: Gap, image: array[int]) -> Iterator[Gap]:
    """A gap, or the smaller ones between fixed points where it is a large one."""
    gap = _trimmed(olds, news, gap, image)
    a, b, c, d = gap
    if (b - a) * (d - c) <= MOST_PAIRS:
        yield gap
        return
    for group, there in rising(_common_groups(olds[a:b], news[c:d])):
        start, first = a + group, c + there
        if start < gap[0] or first < gap[2]:
            continue
        yield _trimmed(olds, news, (gap[0], start, gap[2], first), image)
        for offset in range(GROUP):
            image[start + offset] = first + offset
        gap = start + GROUP, b, first + GROUP, d
    yield _trimmed(olds, news, gap, image)


def _common_groups(olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    old_places, new_places = counted(_groups(olds)), counted(_groups(news))
    return [
        (at, new_places[key]) for key, at in old_places.items() if at != NOWHERE and new_places.get(key, NOWHERE) >= 0
    ]


def _groups(ids: Sequence[int]) -> Iterator[int]:
    return (hash(group) for group in zip(ids, ids[1:], ids[2:], strict=False))


def _trimmed(olds: Sequence[int], news: Sequence[int], gap: Gap, image: array[int]) -> Gap:
    """The gap without the words that both sides begin and end with."""
    a, b, c, d = gap
    while a < b and c < d and olds[a] == news[c]:
        image[a] = c
        a, c = a + 1, c + 1
    while a < b and c < d and olds[b - 1] == news[d - 1]:
        b, d = b - 1, d - 1
        image[b] = d
    return a, b, c, d


def _compare(olds: Sequence[int], news: Sequence[int], gap: Gap, image: array[int]) -> None:
    a, b, c, d = gap
    if a == b or c == d or (b - a) * (d - c) > MOST_PAIRS:
        return
    for start, there, length in blocks_of(olds[a:b], news[c:d]):
        for offset in range(length):
            image[a + start + offset] = c + there + offset


def way_back(image: array[int], length: int) -> array[int]:
    """For each of so many new words the old one."""
    back = array("l", [NOWHERE]) * length
    for at, to in enumerate(image):
        if to != NOWHERE:
            back[to] = at
    return back
