"""Searching claims by words: stems, prefixes, and one slip of the finger.

Every word must be there. A word counts as there when an English stem or a
plain word of the claim begins with it, or, from four letters on, when a word of
the claim is nearly the same by trigrams (pg_trgm word similarity). Both sides
stand on GIN indexes.
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

MOST_WORDS = 12  # a pasted paragraph is not a search; what is beyond is left out
SHORTEST_TYPO = 4  # in shorter words every word is a near miss of every other
WORD = re.compile(r"[^\W_]+")


def words_of(query: str) -> list[str]:
    return [match[0].lower() for match in WORD.finditer(query[:500])][:MOST_WORDS]


def matching(query: str) -> Q | None:
    """The condition on a claim's row, or None where the query has no word in it."""
    condition: Q | None = None
    for word in words_of(query):
        condition = _one(word) if condition is None else condition & _one(word)
    return condition


def _one(word: str) -> Q:
    begins = SearchQuery(f"{word}:*", config="simple", search_type="raw")
    stem = SearchQuery(word, config="english", search_type="plain")
    there = Q(search_words=begins) | Q(search_words=stem)
    if len(word) >= SHORTEST_TYPO and not word.isdigit():
        there |= Q(search_text__trigram_word_similar=word)
    return there
