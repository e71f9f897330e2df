"""Pieces of a revision's text, cut by the database, so that a page about a long text does not carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from sources.models import Revision

AROUND = 120  # characters on either side
LONGEST = 1200  # of the words themselves

CUT = """
    SELECT place, substr(text, greatest(first - %s, 0) + 1, last - greatest(first - %s, 0) + %s)
    FROM (SELECT text FROM sources_revision WHERE id = %s) AS revision,
        unnest(%s::int[], %s::int[]) WITH ORDINALITY AS spans(first, last, place)
"""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words from `start` to `end`, with some before and after them."""

    start: int
    end: int
    before: str
    words: str
    after: str


def read_excerpts(revision: Revision, spans: Sequence[Sequence[tuple[int, int]]]) -> list[list[Excerpt]]:
    """The excerpts of each list of spans, in one query however many."""
    flat = [(start, min(end, start + LONGEST)) for several in spans for start, end in several]
    texts = _cut(revision, flat) if flat else {}
    made = iter([_excerpt(span, texts[place]) for place, span in enumerate(flat, 1)])
    return [[next(made) for _ in several] for several in spans]


def _cut(revision: Revision, spans: Sequence[tuple[int, int]]) -> dict[int, str]:
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    with connection.cursor() as cursor:
        cursor.execute(CUT, [AROUND, AROUND, AROUND, revision.pk, starts, ends])
        return dict(cursor.fetchall())


def _excerpt(span: tuple[int, int], text: str) -> Excerpt:
    start, end = span
    lead = min(AROUND, start)
    before, words, after = text[:lead], text[lead : lead + end - start], text[lead + end - start :]
    # Only the same paragraph, from a whole word to a whole word.
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(before) == AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(start, end, before, words, after)
