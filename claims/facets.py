"""How many claims each value of a filter would leave, for the page's facets and `…/claims/facets/`.

Every facet is counted under all the other filters but not its own, so that its
counts say what choosing another value would give. Facets whose filter is not in
use share one scan; each one in use costs a scan of its own. A scan stops after
MOST claims, the newest first, and the answer says so: a desk of a million
claims is not counted whole for a sidebar.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.http import QueryDict

from claims.filters import ClaimFilter
from claims.models import Place
from claims.models.claimset import ClaimQuerySet
from claimtracker.core.models import User
from claimtracker.core.pastviews import TODAY
from sources.models import Article, Source

MOST = 100_000
TOP = 20  # values a facet; those chosen are always among them

# Facet (and filter) → the column it counts.
COLUMNS = {
    "kind": "kind",
    "stage": "stage",
    "comparator": "figure_comparator",
    "unit": "figure_unit",
    "place": "place_id",
    "country": "place__country",
    "agent": "attribution_agent",
    "article": "article_id",
    "assignee": "assignee__username",
}
# Of the texts that articles have now; what a claim cited in an earlier text is history.
LINKS = """claims_claimcitation AS link JOIN sources_citation AS citation ON citation.id = link.citation_id
    JOIN sources_article AS citing ON citing.revision_id = citation.revision_id"""
# What the newest copies of its sources say to a claim: one row for each citation that has a copy.
TOLD = """claims_finding AS told JOIN sources_citation AS citation ON citation.id = told.citation_id
    JOIN sources_article AS citing ON citing.revision_id = citation.revision_id"""
# Facets that are more than a column: (value, claims) from `found`. Constants all; what a visitor types is a parameter.
WORKED_OUT = {
    "verdict": "SELECT coalesce(nullif(verdict, ''), 'none'), count(*) FROM found GROUP BY 1",
    "source": f"""
        SELECT citation.source_id::text, count(DISTINCT found.id) FROM found JOIN {LINKS} ON link.claim_id = found.id
        WHERE citation.source_id IS NOT NULL GROUP BY 1""",  # noqa: S608
    "flag": f"""
        SELECT flag, count(*) FROM found JOIN sources_article AS text ON text.id = found.article
        LEFT JOIN claims_anchor AS anchor ON anchor.claim_id = found.id AND anchor.revision_id = text.revision_id
        LEFT JOIN (
            SELECT link.claim_id, bool_or(citation.source_id IS NULL) AS unidentified,
                bool_or(work.state <> 'active' OR work.reliability = 'E') AS risky,
                count(*) > 1 AND count(*) = count(work.id) AND
                    count(DISTINCT coalesce(nullif(work.family, ''), 'source ' || work.id)) = 1 AS alone
            FROM {LINKS} LEFT JOIN sources_source AS work ON work.id = citation.source_id
            WHERE link.claim_id IN (SELECT id FROM found) GROUP BY 1
        ) AS links ON links.claim_id = found.id
        LEFT JOIN (
            SELECT told.claim_id, bool_or(told.finding = 'differs') AS differs,
                bool_or(told.finding = 'found') AS found, bool_or(told.finding = 'absent') AS absent
            FROM {TOLD} WHERE told.headline AND told.claim_id IN (SELECT id FROM found) GROUP BY 1
        ) AS told ON told.claim_id = found.id
        LEFT JOIN (
            SELECT claim_id, bool_or(due < {TODAY}) AS late FROM claims_dispute
            WHERE state IN ('open', 'acknowledged') AND claim_id IN (SELECT id FROM found) GROUP BY 1
        ) AS objections ON objections.claim_id = found.id
        LEFT JOIN (
            SELECT review.claim_id, bool_or(review.version < judged.parts_version OR review.basis <> (
                SELECT md5(coalesce(string_agg(DISTINCT basis.key, ',' ORDER BY basis.key), '')) FROM (
                    SELECT lpad(told.snapshot_id::text, 20, '0') || ':' || told.digest AS key
                    FROM {TOLD} WHERE told.headline AND told.claim_id = review.claim_id
                ) AS basis
            )) AS stale
            FROM claims_review AS review JOIN claims_claim AS judged ON judged.id = review.claim_id
            WHERE review.superseded_at IS NULL AND review.claim_id IN (SELECT id FROM found) GROUP BY 1
        ) AS verdicts ON verdicts.claim_id = found.id, LATERAL (VALUES
            ('disputed', objections.claim_id IS NOT NULL),
            ('stale', verdicts.stale),
            ('overdue', objections.late
                OR (found.due < {TODAY} AND found.stage IN ('suggested', 'open', 'in_review'))),
            ('single_origin', links.alone),
            ('uncited', links.claim_id IS NULL AND anchor.start IS NOT NULL AND anchor.successor_id IS NULL),
            ('source_unidentified', links.unidentified),
            ('source_risk', links.risky),
            ('differs', told.differs),
            ('no_support_found', told.absent AND NOT told.differs AND NOT told.found),
            ('anchor_lost', anchor.id IS NOT NULL AND anchor.start IS NULL),
            ('figure_changed', anchor.outcome = 'figure_changed')
        ) AS flags(flag, there) WHERE there GROUP BY 1""",  # noqa: S608
    "finding": f"""
        SELECT coalesce(told.finding, 'unavailable'), count(DISTINCT found.id)
        FROM found JOIN {LINKS} ON link.claim_id = found.id
        LEFT JOIN claims_finding AS told
            ON told.headline AND told.claim_id = found.id AND told.citation_id = citation.id GROUP BY 1""",  # noqa: S608
    "hedge": f"""
        SELECT told.hedge, count(DISTINCT found.id) FROM found JOIN {TOLD} ON told.claim_id = found.id
        WHERE told.headline AND told.finding IN ('found', 'differs') GROUP BY 1""",  # noqa: S608
    "tag": """
        SELECT tag.name, count(*) FROM found JOIN claims_claimtag AS tagged ON tagged.claim_id = found.id
        JOIN claims_tag AS tag ON tag.id = tagged.tag_id GROUP BY 1""",
    "has": """
        SELECT part, count(*) FROM found, LATERAL (VALUES
            ('figure', comparator <> ''), ('date', edtf <> ''),
            ('place', place IS NOT NULL), ('attribution', agent <> '')
        ) AS parts(part, there) WHERE there GROUP BY 1""",
}
NAMES = (*COLUMNS, *WORKED_OUT)
SCANNED = {"id": "id", **COLUMNS, "verdict": "verdict", "edtf": "date_edtf", "due": "due"}
# A chosen value of these that nothing has any more is still named, so that it can be let go again.
EXACT = ("kind", "stage", "verdict", "comparator", "flag", "finding", "hedge", "has", "article", "source")


@dataclass(frozen=True, slots=True)
class Bucket:
    """One value of a facet: what to put into the address, what to show, how many claims, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """`counted` claims match all filters; where not `complete`, more do and only that many were looked at."""

    buckets: dict[str, list[Bucket]]
    counted: int
    complete: bool


def count_facets(claims: ClaimQuerySet, parameters: QueryDict) -> Facets:
    """The facets of `claims` under the filters of an address, which must be without problems."""
    chosen = {name: [value for value in parameters.getlist(name) if value] for name in NAMES}
    active = [name for name in NAMES if chosen[name]]
    counted, found = _scan(_filtered(claims, parameters), [name for name in NAMES if name not in active], chosen)
    for name in active:
        found |= _scan(_filtered(claims, parameters, without=name), [name], chosen)[1]
    labels = _labels(found)
    buckets = {name: _buckets(name, found.get(name, []), chosen[name], labels.get(name, {})) for name in NAMES}
    return Facets(buckets, min(counted, MOST), counted <= MOST)


def _filtered(claims: ClaimQuerySet, parameters: QueryDict, *, without: str = "") -> ClaimQuerySet:
    rest = parameters.copy()
    rest.pop(without, None)
    filtered: ClaimQuerySet = ClaimFilter(rest, queryset=claims).qs
    return filtered


Counts = dict[str, list[tuple[str, int]]]


def _scan(claims: ClaimQuerySet, names: list[str], chosen: dict[str, list[str]]) -> tuple[int, Counts]:
    """How many claims (at most MOST + 1), and the counts of the named facets."""
    rows = claims.order_by("-id").values_list(*SCANNED.values())[: MOST + 1]
    try:
        inner, given = rows.query.sql_with_params()
    except EmptyResultSet:
        return 0, {}
    parts = ["SELECT '', '', count(*) FROM found", *(_facet(name) for name in names)]
    sql = f"WITH found({', '.join(SCANNED)}) AS MATERIALIZED ({inner}) {' UNION ALL '.join(parts)}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*given, *(chosen[name] for name in names)])
        answer = cursor.fetchall()
    counts: Counts = {}
    for name, value, count in answer:
        counts.setdefault(name, []).append((value, count))
    return counts.pop("")[0][1], counts


def _facet(name: str) -> str:
    """Its most frequent values, the chosen ones before all others."""
    counted = WORKED_OUT.get(name) or f"SELECT {name}::text, count(*) FROM found GROUP BY 1"  # noqa: S608
    return f"""
        (SELECT '{name}', value, claims FROM ({counted}) AS counted(value, claims) WHERE value <> ''
        ORDER BY value = ANY(%s::text[]) DESC, claims DESC, value LIMIT {TOP})"""  # noqa: S608


def _buckets(name: str, counts: list[tuple[str, int]], chosen: list[str], labels: dict[str, str]) -> list[Bucket]:
    if name in EXACT:
        present = {value for value, _ in counts}
        counts = counts + [(value, 0) for value in dict.fromkeys(chosen) if value not in present]
    folded = {value.casefold() for value in chosen}  # a unit, a country, a name is filtered for without its case
    found = [(value, labels.get(value, value), count) for value, count in counts]
    buckets = [
        Bucket(value, label, count, bool({value.casefold(), label.casefold()} & folded))
        for value, label, count in found
    ]
    return sorted(buckets, key=lambda bucket: (-bucket.count, bucket.label))


def _labels(found: Counts) -> dict[str, dict[str, str]]:
    """What to show for a value: the words of the closed lists, the titles and names of the ids found."""
    labels = {
        name: {value: str(label) for value, label in ClaimFilter.base_filters[name].field.choices}
        for name in ("kind", "stage", "verdict", "comparator", "flag", "finding", "hedge", "has")
    }
    ids = {name: [int(value) for value, _ in found.get(name, [])] for name in ("article", "source", "place")}
    return labels | {
        "assignee": _people([value for value, _ in found.get("assignee", [])]),
        "article": _named(Article.objects.filter(pk__in=ids["article"]).only("title")),
        "source": _named(Source.objects.filter(pk__in=ids["source"]).only("title", "address", "doi")),
        "place": _named(Place.objects.filter(pk__in=ids["place"]).only("name")),
    }


def _people(usernames: list[str]) -> dict[str, str]:
    return {person.username: str(person) for person in User.objects.filter(username__in=usernames)}


def _named(rows: Iterable[Any]) -> dict[str, str]:
    return {str(row.pk): str(row) for row in rows}
