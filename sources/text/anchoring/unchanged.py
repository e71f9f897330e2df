"""Sentences that stand in both texts for certain.

A sentence that each text has once, between the same two neighbours, is the
same sentence. So is every sentence of a run that is the same in both texts
between two sentences of which each text has one. All others have to be
searched for (search.py).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .words import Words, counted

NOWHERE = -1


@dataclass(slots=True)
class Unchanged:
    """`image[i]` is the new word that the old word i certainly is, `owner` the way back; NOWHERE: not known yet.

    `chain` are pairs of sentences that each text has once and in the same order.
    `twins[i]` tells that the sentence of the old word i stands in one of the texts more than once.
    """

    image: array[int]
    owner: array[int]
    chain: list[tuple[int, int]]
    twins: bytearray


def find_unchanged(old: Words, new: Words) -> Unchanged:
    known: dict[tuple[int, ...], int] = {}
    olds, news = _keys(old, known), _keys(new, known)
    found = Unchanged(array("l", [NOWHERE]) * len(old), array("l", [NOWHERE]) * len(new), [], bytearray(len(old)))
    old_places, new_places = counted(olds), counted(news)
    for at, key in enumerate(olds):
        if old_places[key] == NOWHERE or new_places.get(key) == NOWHERE:
            start, end = old.sentences[at], old.sentences[at + 1]
            found.twins[start:end] = b"\1" * (end - start)
    pairs = [
        (at, new_places[key])
        for at, key in enumerate(olds)
        if old_places[key] == at and new_places.get(key, NOWHERE) >= 0
    ]
    for at, to in pairs:
        if _key_at(olds, at - 1) == _key_at(news, to - 1) and _key_at(olds, at + 1) == _key_at(news, to + 1):
            _settle(found, old, new, at, to)
    found.chain = rising(pairs)
    for (at, to), (next_at, next_to) in pairwise(found.chain):
        if next_at - at > 1 and olds[at + 1 : next_at] == news[to + 1 : next_to]:
            for offset in range(1, next_at - at):
                _settle(found, old, new, at + offset, to + offset)
    return found


def _keys(words: Words, known: dict[tuple[int, ...], int]) -> list[int]:
    """A number for each sentence, equal where the words are."""
    ids, sentences = words.ids, words.sentences
    return [known.setdefault(tuple(ids[start:end]), len(known)) for start, end in pairwise(sentences)]


def _key_at(keys: Sequence[int], at: int) -> int:
    return keys[at] if 0 <= at < len(keys) else NOWHERE


def _settle(found: Unchanged, old: Words, new: Words, at: int, to: int) -> None:
    start, there = old.sentences[at], new.sentences[to]
    for offset in range(old.sentences[at + 1] - start):
        found.image[start + offset] = there + offset
        found.owner[there + offset] = start + offset


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides; the pairs come in the order of their first side."""
    tails: list[int] = []  # the least second side that ends a run of each length
    holders: list[int] = []
    before: list[int] = []
    for index, (_, to) in enumerate(pairs):
        length = bisect_left(tails, to)
        before.append(holders[length - 1] if length else NOWHERE)
        if length == len(tails):
            tails.append(to)
            holders.append(index)
        else:
            tails[length], holders[length] = to, index
    chain: list[tuple[int, int]] = []
    at = holders[-1] if holders else NOWHERE
    while at != NOWHERE:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
