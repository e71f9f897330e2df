"""What words of a copy say to claims: as the program finds it, and as people have pinned it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F

from claims.models import Claim, Evidence
from claims.templatetags.claims import FINDING, STANCE
from claims.web.copytext import Lit
from sources.models import Snapshot

MOST = 200  # stretches lit in one part of a text
# Only what proves or contradicts; of citations of the texts that articles have now. A claim that cites one source
# under two numbers was compared once for each.
PROOFS = """
    SELECT DISTINCT (proof ->> 'start')::int AS first, (proof ->> 'end')::int AS last, finding.finding, finding.claim_id
    FROM claims_finding AS finding
    JOIN sources_citation AS citation ON citation.id = finding.citation_id
    JOIN sources_article AS article ON article.revision_id = citation.revision_id,
    jsonb_array_elements(finding.proofs) AS proof
    WHERE finding.snapshot_id = %s AND finding.finding IN ('found', 'differs')
        AND (proof ->> 'start')::int < %s AND (proof ->> 'end')::int > %s
    ORDER BY first, last, finding.claim_id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Said:
    """To a claim: the program's finding, or what a person has pinned."""

    claim: Claim
    finding: str = ""
    evidence: Evidence | None = None


def read_lit(copy: Snapshot, start: int, end: int) -> list[Lit]:
    """Of the words from `start` to `end`, sorted by where they stand."""
    proofs, pinned = _proofs(copy, start, end), _pinned(copy, start, end)
    asked = {claim for *_, claim in proofs} | {evidence.claim_id for evidence in pinned}
    claims = Claim.objects.with_parts().in_bulk(asked)
    lit = [Lit(first, last, FINDING[word][0], Said(claims[claim], finding=word)) for first, last, word, claim in proofs]
    lit += [Lit(one.start, one.end, STANCE[one.stance][0], Said(claims[one.claim_id], evidence=one)) for one in pinned]
    return sorted(lit, key=lambda one: (one.start, one.end))


def _proofs(copy: Snapshot, start: int, end: int) -> list[tuple[int, int, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(PROOFS, [copy.pk, end, start, MOST])
        rows: list[tuple[int, int, str, int]] = cursor.fetchall()
    return rows


def _pinned(copy: Snapshot, start: int, end: int) -> list[Any]:
    pinned = Evidence.objects.standing().filter(snapshot=copy, start__lt=end, end__gt=start)
    return list(pinned.select_related("created_by").order_by(F("start"), F("pk"))[:MOST])
