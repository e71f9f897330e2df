"""How strongly a place in the one text speaks for words of the other.

The words themselves count most, the words before and behind them the rest: a
sentence that stands twice is told by its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .agreement import Block, blocks_of
from .words import Words

NEAR = 6  # words of context that count in full
FAR = 64  # and as many tell twins apart
ASIDE = 2  # words between a guess and the place that was found for it, and they may be two places
WHOLE = 4  # as many words more is it worth that the whole rest of the sentence agrees
LONGEST = 20_000  # words of a quote that are compared one by one
STRAY = 2  # an agreement of so few words far from the rest is chance


@dataclass(frozen=True, slots=True)
class Place:
    """Words `start` to `end` of a text, how much they are alike (0 to 1) and how far their contexts agree.

    Where the whole rest of the sentence agrees, `before` and `behind` count
    some words more. `row` is how many words agree in a row, nothing added.
    """

    start: int
    end: int
    alike: float
    before: int
    behind: int
    row: int = 0

    @property
    def score(self) -> float:
        return 0.6 * self.alike + 0.2 * min(self.before, NEAR) / NEAR + 0.2 * min(self.behind, NEAR) / NEAR


def weigh(one: Words, start: int, end: int, other: Words, guess: int) -> Iterator[Place]:
    """The words of `one` from `start` to `end`, looked for in `other` around `guess` and right there.

    Right there as well, for beside a sentence that was edited its copy may stand.
    """
    size = end - start
    if guess >= 0 and other.ids[guess : guess + size] == one.ids[start:end]:
        yield _place(one, start, end, other, guess, guess + size, 1.0)
    elif size <= LONGEST:
        # Compared with its context, or the first word of the next sentence would pass for one of the quote.
        around = _nearest(one, start, end, other, guess, slack=NEAR + size // 4, context=NEAR)
        yield from [around] if around else []
        there = not around or abs(around.start - guess) > ASIDE
        tight = _nearest(one, start, end, other, guess, slack=0, context=0) if there else None
        yield from [tight] if tight else []


def _nearest(one: Words, start: int, end: int, other: Words, guess: int, *, slack: int, context: int) -> Place | None:
    """The place in a window around the guess, compared with so many words of context on both sides."""
    size = end - start
    low = max(0, guess - slack)
    window = other.ids[low : max(0, guess + size + slack)]
    lead = min(start, context)
    blocks = blocks_of(one.ids[start - lead : end + context], window)
    blocks = _without_strays(_clipped(blocks, lead, size))
    if not blocks:
        return None
    (first, there, _), (last, end_there, length) = blocks[0], blocks[-1]
    begin = _led(other, low + there, first)
    finish = _followed(other, low + end_there + length, size - last - length)
    matched = sum(length for *_, length in blocks)
    return _place(one, start, end, other, begin, finish, 2 * matched / (size + finish - begin))


def _place(one: Words, start: int, end: int, other: Words, begin: int, finish: int, alike: float) -> Place:
    before, whole_before = _run(one, start, other, begin, -1)
    behind, whole_behind = _run(one, end, other, finish, 1)
    row = before + (finish - begin) + behind
    return Place(begin, finish, alike, before + whole_before * WHOLE, behind + whole_behind * WHOLE, row)


def _run(one: Words, at: int, other: Words, to: int, step: Literal[-1, 1]) -> tuple[int, bool]:
    """How many words agree from here on, and whether they are the whole rest of the sentence.

    That both texts end together is as good as any number of words.
    """
    ids, other_ids = one.ids, other.ids
    size, other_size = len(ids), len(other_ids)
    a, b = (at - 1, to - 1) if step < 0 else (at, to)
    whole = False
    for count in range(FAR):
        inside, inside_other = 0 <= a < size, 0 <= b < other_size
        if not (inside and inside_other):
            return (FAR if inside == inside_other else count), whole
        if ids[a] != other_ids[b]:
            return count, whole
        a, b = a + step, b + step
        if not whole:
            opener, other_opener = (a + 1, b + 1) if step < 0 else (a, b)
            whole = one.opens(opener) and other.opens(other_opener)
    return FAR, whole


def _clipped(blocks: list[Block], lead: int, size: int) -> list[Block]:
    """The blocks, or what of them lies in the quote, counted from its beginning."""
    clipped = []
    for at, there, length in blocks:
        first, last = max(at, lead), min(at + length, lead + size)
        if first < last:
            clipped.append((first - lead, there + first - at, last - first))
    return clipped


def _without_strays(blocks: list[Block]) -> list[Block]:
    """Without short agreements at either end that lie farther off than they are long."""
    while len(blocks) > 1 and blocks[0][2] <= STRAY and _drift(blocks[0], blocks[1]) > blocks[0][2]:
        blocks = blocks[1:]
    while len(blocks) > 1 and blocks[-1][2] <= STRAY and _drift(blocks[-2], blocks[-1]) > blocks[-1][2]:
        blocks = blocks[:-1]
    return blocks


def _drift(one: Block, following: Block) -> int:
    return (following[1] - one[1]) - (following[0] - one[0])


def _led(words: Words, at: int, missing: int) -> int:
    """Take in as many words before as are missing, but none of the sentence before."""
    while missing and at > 0 and not words.is_rim(at):
        at, missing = at - 1, missing - 1
    return at


def _followed(words: Words, at: int, missing: int) -> int:
    while missing and at < len(words) and not words.is_rim(at):
        at, missing = at + 1, missing - 1
    return at
