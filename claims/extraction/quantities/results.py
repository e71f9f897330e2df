"""The results of matches, sets and votes: "beat them 3–2", "7–6, 1–6", "passed 219–212"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.words import Token

from .phrases import wordset

Tokens = Sequence[Token]

_HYPHENS = frozenset("-‐‑–—−")
_MATCH_WORDS = wordset(
    "win wins won winning beat beats beating lose loses lost losing defeat defeats defeated victory victories",
    "draw draws drew drawn score scores scored scoring scoreline goal goals match lead leads led loss penalties",
    "shootout aggregate record records final semifinal semi-final playoff tie tied thrashed hammered edged game",
    "games set sets innings half-time era bout",
)


def is_a_vote(tokens: Tokens, first: int) -> bool:
    """ "voted 219–212", "by a vote of 51–49"."""
    return any(tokens[at].lower.startswith(("vote", "voting", "ballot")) for at in range(max(0, first - 6), first))


def is_in_a_row_of_results(tokens: Tokens, first: int, after: int) -> bool:
    """ "7–6, 1–6": beside a pair that falls, one that rises is no range either."""
    return _is_falling(tokens, first - 4, first - 1) or _is_falling(tokens, after + 1, after)


def _is_falling(tokens: Tokens, first: int, comma: int) -> bool:
    if first < 0 or tokens[comma].text != "," or tokens[first + 1].text not in _HYPHENS:
        return False
    left, right = tokens[first].text, tokens[first + 2].text
    small = left.isdigit() and right.isdigit() and len(left) <= 2 and len(right) <= 2
    return small and int(left) > int(right)


def is_a_score(tokens: Tokens, first: int, after: int) -> bool:
    """ "a 3–2 win", "beat them 2–0": two small numbers joined by a dash, with the words of a match around them."""
    around = range(max(0, first - 9), min(len(tokens), after + 5))
    return any(tokens[at].lower in _MATCH_WORDS for at in around)
