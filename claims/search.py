"""Searching claims by words: stems, prefixes, and one slip of the finger.

Every word must be there. A word counts as there when an English stem or a
plain word of the claim begins with it. A word that no claim on the desk has,
from four letters on, may be a slip: then claims with a word that is nearly the
same count (pg_trgm word similarity, threshold in the settings). Both sides
stand on GIN indexes.
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Q

MOST_WORDS = 12  # a pasted paragraph is not a search; what is beyond is left out
SHORTEST_SLIP = 4  # among shorter words every one is a near miss of every other
WORD = re.compile(r"[^\W_]+")
KNOWN = (
    "EXISTS (SELECT FROM claims_claim WHERE search_words @@ to_tsquery('simple', %s)"
    " OR search_words @@ plainto_tsquery('english', %s))"
)


def words_of(query: str) -> list[str]:
    return [match[0].lower() for match in WORD.finditer(query[:500])][:MOST_WORDS]


def matching(query: str) -> Q | None:
    """The condition on a claim's row, or None where the query has no word in it. Asks the database once."""
    words = words_of(query)
    if not words:
        return None
    condition = Q()
    for word, known in zip(words, _known(words), strict=True):
        condition &= _there(word) if known else _nearly_there(word)
    return condition


def _there(word: str) -> Q:
    begins = SearchQuery(f"{word}:*", config="simple", search_type="raw")
    return Q(search_words=begins) | Q(search_words=SearchQuery(word, config="english", search_type="plain"))


def _nearly_there(word: str) -> Q:
    if len(word) < SHORTEST_SLIP or word.isdigit():
        return _there(word)
    return Q(search_text__trigram_word_similar=word)


def _known(words: list[str]) -> list[bool]:
    """For each word, whether any claim has it: one look at the index for each, all in one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join([KNOWN] * len(words))}",  # noqa: S608 the text is constant
            [argument for word in words for argument in (f"{word}:*", word)],
        )
        return list(cursor.fetchone())
