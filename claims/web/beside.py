"""One source beside the text: the citation that somebody asked for, and the way to its neighbours and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Min, Q
from django.http import HttpRequest

from claims.models import Claim, Finding
from claims.models.vocabulary import Finding as Word
from claims.web.answers import read_proofs
from claims.web.numbers import asked
from claims.web.quotations import Quotation, read_quotations
from claims.web.silence import silence_of
from claims.web.wording import relation_words, short_hedge
from sources.models import Article, Citation, Mark

MOST_LEANING = 12  # claims named in the slot


@dataclass(frozen=True, slots=True)
class Leaning:
    """A claim that leans on the source, and what the source's newest copy says to it."""

    claim: Claim
    finding: str
    hedge: str
    said: Quotation | None


def read_slot(request: HttpRequest, found: Article) -> dict[str, Any]:
    """What `?source=5&mark=7` asks for: the citation, the mark it was opened from, its neighbours.

    `mark` is None where the source was not opened from a mark in the text;
    `closed` is the source that was just put away, then.
    """
    number = asked(request, "source")
    citations = Citation.objects.filter(revision=found.revision_id)
    slot: dict[str, Any] = {"number": number, "mark": _mark(request, found), "closed": asked(request, "closed")}
    slot |= citations.aggregate(
        before=Max("number", filter=Q(number__lt=number)),
        after=Min("number", filter=Q(number__gt=number)),
    )
    citation = citations.filter(number=number).select_related("source").first() if number else None
    leaning = _leaning(citation)
    told = list(_told(citation, leaning[:MOST_LEANING]))
    silent = all(one.finding == Word.UNAVAILABLE for one in told)
    slot |= {"silence": silence_of(citation) if citation and silent else None}
    return slot | {"citation": citation, "leaning": told, "more": len(leaning) > MOST_LEANING}


def _mark(request: HttpRequest, found: Article) -> Mark | None:
    pk = asked(request, "mark")
    return Mark.objects.filter(revision=found.revision_id, pk=pk).first() if pk else None


def _leaning(citation: Citation | None) -> list[Claim]:
    if citation is None:
        return []
    return list(Claim.objects.filter(links__citation=citation).with_parts().order_by("id")[: MOST_LEANING + 1])


def _told(citation: Citation | None, claims: list[Claim]) -> Iterator[Leaning]:
    """With the words that each finding rests on, in two queries."""
    found = Finding.objects.headlines().filter(citation=citation, claim__in=claims)
    rows = {row.claim_id: row for row in found.only("claim", "snapshot", "finding", "hedge", "proofs")}
    best = {pk: proof for pk, row in rows.items() for proof in read_proofs(row.proofs)[:1]}
    quoted = read_quotations((rows[pk].snapshot_id, one, (), relation_words(one.relation)) for pk, one in best.items())
    said = dict(zip(best, quoted, strict=True))
    for claim in claims:
        row = rows.get(claim.pk)
        word = row.finding if row else Word.UNAVAILABLE.value
        yield Leaning(claim, word, short_hedge(row.hedge) if row else "", said.get(claim.pk))
