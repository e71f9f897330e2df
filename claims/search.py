"""Searching claims by words: stems, prefixes, and a slip of the finger.

Every word must be there. A word counts as there when an English stem or a
plain word of the claim begins with it. A word that no claim on the desk has may
be a slip: then the claims' words nearest to it count, found by trigrams
(pg_trgm) and kept where at most one or two letters differ. Both steps stand on
GIN indexes.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Q

MOST_WORDS = 12  # a pasted paragraph is not a search; what is beyond is left out
SHORTEST_SLIP = 4  # as short as the words that are kept
LONG = 8  # from here on two letters may differ
WORD = re.compile(r"[^\W_]+")
KNOWN = (
    "EXISTS (SELECT FROM claims_claim WHERE search_words @@ to_tsquery('simple', %s)"
    " OR search_words @@ plainto_tsquery('english', %s))"
)
NEAR = (
    "SELECT asked.word, near.word FROM unnest(%s::text[]) AS asked(word), LATERAL ("
    " SELECT word FROM claims_word WHERE word %% asked.word ORDER BY similarity(word, asked.word) DESC LIMIT 20"
    ") AS near"
)


def words_of(query: str) -> list[str]:
    return [match[0].lower() for match in WORD.finditer(query[:500])][:MOST_WORDS]


def matching(query: str) -> Q | None:
    """The condition on a claim's row, or None where the query has no word in it. Asks the database once or twice."""
    words = words_of(query)
    if not words:
        return None
    known = dict(zip(words, _known(words), strict=True))
    meant = _meant([word for word in words if not known[word]])
    condition = Q()
    for word in words:
        condition &= reduce(or_, map(_there, meant.get(word) or [word]))
    return condition


def _there(word: str) -> Q:
    begins = SearchQuery(f"{word}:*", config="simple", search_type="raw")
    return Q(search_words=begins) | Q(search_words=SearchQuery(word, config="english", search_type="plain"))


def _known(words: list[str]) -> list[bool]:
    """For each word, whether any claim has it: one look at the index for each, all in one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join([KNOWN] * len(words))}",
            [argument for word in words for argument in (f"{word}:*", word)],
        )
        return list(cursor.fetchone())


def _meant(unknown: list[str]) -> dict[str, list[str]]:
    """The words of the desk that each unknown word may have been meant for."""
    slips = [word for word in unknown if len(word) >= SHORTEST_SLIP and not word.isdigit()]
    if not slips:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NEAR, [slips])
        pairs = cursor.fetchall()
    return {slip: [near for asked, near in pairs if asked == slip and _is_slip(slip, near)] for slip in slips}


def _is_slip(typed: str, meant: str) -> bool:
    # An English stem ("soldier") is kept beside the word itself, so an ending may be missing.
    allowed = 2 if len(typed) >= LONG else 1
    return distance(typed, meant) <= allowed


def distance(one: str, other: str) -> int:
    """Optimal string alignment: letters added, left out, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
