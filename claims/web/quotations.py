"""Words of copies as a page quotes them: the sentence with its parts lit, and the sentences around it.

Only these pieces leave the database; a copy may be as long as a book.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from claims.web.answers import Proof
from claims.web.around import AROUND, sentence_after, sentence_before
from claims.web.lighting import Piece, find_near, lit_pieces

LONGEST = 1200  # characters of a sentence; of a longer one what stands around the words
# Each copy is unpacked once, however many pieces are cut from it.
CUTS = """
    WITH wanted AS (
        SELECT * FROM unnest(%s::bigint[], %s::int[], %s::int[]) WITH ORDINALITY AS cut(copy, start, size, n)
    ), copies AS MATERIALIZED (
        SELECT id, text || '' AS text FROM sources_snapshot WHERE id IN (SELECT copy FROM wanted)
    )
    SELECT substr(copies.text, wanted.start + 1, wanted.size) FROM wanted JOIN copies ON copies.id = wanted.copy
    ORDER BY wanted.n
"""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`note`: what the words are to the article's."""

    copy: int
    proof: Proof
    before: str
    pieces: tuple[Piece, ...]
    after: str
    note: str = ""


Wanted = tuple[int, Proof, Sequence[Proof], str]  # the copy, the words, others to light with them, the note


def read_quotations(wanted: Iterable[Wanted]) -> list[Quotation]:
    """In one query; a copy whose text is gone gives its words alone."""
    several = list(wanted)
    if not several:
        return []
    sizes = [_reach(proof) for _, proof, _, _ in several]
    columns = [[one[0] for one in several], [start for start, _ in sizes], [end - start for start, end in sizes]]
    with connection.cursor() as cursor:
        cursor.execute(CUTS, columns)
        texts = [text for (text,) in cursor.fetchall()]
    return [_quotation(one, reach[0], text) for one, reach, text in zip(several, sizes, texts, strict=True)]


def _sentence(proof: Proof) -> tuple[int, int]:
    """What is quoted: the sentence, or of a very long one what stands around the words."""
    start, end = proof.sentence
    last = min(proof.end, proof.start + LONGEST)
    return max(start, proof.start - LONGEST // 2), min(end, last + LONGEST // 2)


def _reach(proof: Proof) -> tuple[int, int]:
    start, end = _sentence(proof)
    return max(0, start - AROUND), end + AROUND


def _quotation(wanted: Wanted, origin: int, text: str) -> Quotation:
    copy, proof, others, note = wanted
    start, end = _sentence(proof)
    words = text[start - origin : end - origin]
    spans = [(one.start - start, one.end - start, one.part) for one in (proof, *others)]
    if proof.part == "figure":
        spans += find_near(words, proof.thing, proof.start - start, proof.end - start)
    pieces = list(lit_pieces(words, spans)) or [Piece(proof.exact, proof.part)]
    before, after = text[: start - origin], text[end - origin :]
    if start > proof.sentence[0]:
        before = "…"
    if end < proof.sentence[1]:
        after = "…"
    return Quotation(copy, proof, sentence_before(before).rstrip(), tuple(pieces), sentence_after(after), note)
