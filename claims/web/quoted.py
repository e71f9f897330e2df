"""Words of a text found by what somebody types: the words themselves, or how they begin and how they end. Pure."""

from __future__ import annotations

import re

from claims.notewords import LONGEST
from claims.web.lookup import find_words

GAP = re.compile(r"…|\.{3}")
MOST_PLACES = 20
LONGEST_TYPED = 600  # characters of a beginning and an end together


def find_quote(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand, any blanks being as good as others; "The flood … Red Cross" is all between these two."""
    found = find_words(text, words, MOST_PLACES)
    ends = ends_of(words)
    return found if found or ends is None else _between(text, *ends)


def ends_of(words: str) -> tuple[str, str] | None:
    """A beginning and an end; None for words without a gap between two parts."""
    gaps = list(GAP.finditer(words)) if len(words) <= LONGEST_TYPED else []
    if len(gaps) != 1:
        return None
    head, tail = words[: gaps[0].start()].strip(), words[gaps[0].end() :].strip()
    return (head, tail) if head and tail else None


def _between(text: str, head: str, tail: str) -> list[tuple[int, int]]:
    places = []
    for start, end in find_words(text, head, MOST_PLACES):
        near = find_words(text[end : start + LONGEST], tail, 1)
        places += [(start, end + last) for _, last in near]
    return places
