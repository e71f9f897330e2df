"""People who are counted by what became of them: "killing three", "some 1.6 million were displaced"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.words import Token

from .closed_words import AUXILIARIES, FATES, HARMING, PERSONS
from .comparators import comparator_after
from .drafts import Draft
from .phrases import wordset

Tokens = Sequence[Token]


def people_of(tokens: Tokens, draft: Draft, counted: str | None) -> str | None:
    """People where a verb says so: "killing three", "some 1.6 million were displaced"."""
    fate = _fate(tokens, draft.after)
    if fate is None and not _harmed(tokens, draft.first):
        return None
    return counted if counted and (counted.lower() in PERSONS or fate in _OF_STATES_TOO) else "people"


# Peoples whose plural is no other word; those in -ese are known by it.
_PEOPLES = wordset(
    "rohingya swiss british french dutch irish welsh english spanish inuit sioux hausa fulani yoruba igbo tuareg maori",
    "cherokee navajo roma bedouin",
)


def people_behind(tokens: Tokens, draft: Draft) -> str | None:
    """ "a million Rohingya", "14 Chinese"."""
    name = tokens[draft.after]
    known = name.lower in _PEOPLES or (name.lower.endswith("ese") and len(name.text) > 5)
    return name.text if name.capital and known else None


# States, ships and firms do these as well: "twelve states signed, and 42 more have joined".
_BELIEFS = wordset("believed thought feared estimated presumed")
_OF_STATES_TOO = _BELIEFS | wordset(
    "joined returned survived survive affected freed released attended voted turned taken escaped buried missing",
    "dismissed",
)


# May stand between a figure and what became of those it counts: "90 more were reportedly also killed".
_ON_THE_WAY = wordset("more others also to then left of them whom")


def _fate(tokens: Tokens, at: int) -> str | None:
    """What became of those who are counted, behind their number: "killed", "fled"; "who" stands for any of it."""
    believed = None
    sign = comparator_after(tokens, at)
    at = sign.at if sign else at
    at += tokens[at].text == ","
    for _ in range(6):
        word = tokens[at].lower
        if word in _BELIEFS:
            believed = word  # "feared drowned": the fate is still to come
        elif word in FATES or word == "who":
            return word
        elif word not in AUXILIARIES and word not in _ON_THE_WAY and not word.endswith("ly"):
            return believed
        at += 1
    return believed


def _harmed(tokens: Tokens, first: int) -> bool:
    at = first - 1
    if tokens[at].lower in ("another", "further", "all") and at > 0:
        at -= 1 + (tokens[at - 1].lower == "a")
    return at >= 0 and tokens[at].lower in HARMING
