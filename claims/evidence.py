"""What the copies of a source say to the claims that cite it: the machine's own deed, once for each of them.

Comparing is pure and outside of any transaction. The findings of some hundred
claims are stored at a time, in a transaction that also checks that the work is
still ours; what is stored and still true is not compared again, so that a
worker that takes the work over goes on where the other stopped.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from claims.asking import asked_of
from claims.extraction.language import read_language
from claims.matching.support import RULES, SourceText, Support, find_support
from claims.models import Claim, ClaimCitation, EvidenceCheck, Finding
from claims.models.claimset import UNSEEN
from claims.risk import want_ranking
from claimtracker.core import history
from claimtracker.core.doorbell import ring
from sources.models import Citation, Revision, Snapshot
from sources.models.work import MOST_TRIES

logger = logging.getLogger(__name__)

BATCH = 400  # claims whose findings are stored at once
PACE = 10.0  # seconds; the lease is six times as long
GAVE_UP = "The copies of this source could not be compared with the claims that cite it; the log says what happened."
KEYS = ["claim", "citation", "snapshot"]
ANSWER = [
    "finding", "relation", "hedge", "subject", "proofs", "parts", "searched", "rules", "claim_version", "headline",
    "digest", "updated_at",
]  # fmt: skip


DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


class Overtaken(Exception):  # noqa: N818 named for what happened
    """Another worker has taken the work over."""


def want_evidence(sources: Iterable[int]) -> None:
    """Have the copies of these sources compared with the claims that cite them, as soon as this is committed."""
    for source in EvidenceCheck.objects.want(sources):
        ring("check_evidence", source)


def want_evidence_for(revision: Revision) -> None:
    """For a text that was just read: of the sources that it cites, those that have a copy."""
    cited = revision.citations.filter(source__snapshots__isnull=False).values_list("source", flat=True)
    want_evidence(cited.distinct())


def want_outdated(most: int) -> None:
    """Some of the sources whose findings were made by other rules than these."""
    want_evidence(EvidenceCheck.objects.outdated(RULES).values_list("pk", flat=True)[:most])


def check_evidence(source_id: int) -> bool:
    """Compare a source's copies with the claims that cite it; False where there is nothing to do.

    Safe to call any number of times.
    """
    check = EvidenceCheck.objects.take(source_id)
    if check is None:
        return False
    if check.tries > MOST_TRIES:
        check.fail(problem=GAVE_UP)
        return False
    try:
        compared = _compare(check)
    except Overtaken:
        return False
    except Exception:
        logger.exception("comparing source %s failed, try %s", source_id, check.tries)
        check.fail(problem=GAVE_UP) if check.tries >= MOST_TRIES else check.release()
        return False
    if not check.finish(rules=RULES, compared=compared, problem=""):
        ring("check_evidence", source_id)  # it was asked for again meanwhile
    return True


def _compare(check: EvidenceCheck) -> int:
    """How many findings there are now. Of each copy the text is read once, whatever the number of claims."""
    copies = list(_copies(check.pk))
    _clear(check, copies)
    compared = 0
    for at, (pk, said_on) in enumerate(copies):
        source: SourceText | None = None
        for links in _batches(check.pk):
            missing = _missing(links, pk, headline=at == 0)
            if missing and source is None:
                source = _read(pk, said_on)
            if source is not None:
                for findings in _at_a_pace(_finding(link, pk, source, headline=at == 0) for link in missing):
                    _store(check, findings)
            compared += len(links)
    return compared


def _copies(source: int) -> Iterator[tuple[int, str]]:
    """The copies that have a text, the one last seen first, each with the day it was written on, as EDTF.

    Not the day on which it was fetched: a page of last year that says "on Monday" would mean another Monday.
    """
    copies = Snapshot.objects.readable().filter(source=source).latest_seen_first()
    for pk, issued in copies.values_list("pk", "source__issued"):
        yield pk, issued if DAY.fullmatch(issued) else ""


def _clear(check: EvidenceCheck, copies: Sequence[tuple[int, str]]) -> None:
    """Take away what does not belong together any more: a citation leads elsewhere now, or a copy went elsewhere."""
    # Two questions, so that each finds its rows by an index. A citation without a source leads elsewhere, too.
    of_citations = Finding.objects.filter(citation__source=check.pk).exclude(snapshot__source=check.pk)
    leads_here = Citation.objects.filter(pk=OuterRef("citation"), source=check.pk)
    of_copies = Finding.objects.filter(~Exists(leads_here), snapshot__source=check.pk)
    with transaction.atomic(), history.action("evidence.cleared"):
        _keep_hold(check)
        for strayed in (of_citations, of_copies):
            Finding.objects.filter(pk__in=list(strayed.values_list("pk", flat=True))).delete()
        if copies:
            old = Finding.objects.filter(citation__source=check.pk, headline=True).exclude(snapshot=copies[0][0])
            old.update(headline=False)


Link = tuple[int, int, int]  # the link's own id, the claim, the citation


def _batches(source: int) -> Iterator[list[Link]]:
    """The claims of current texts that lean on the source."""
    links = ClaimCitation.objects.current().filter(citation__source=source).order_by("pk")
    last = 0
    while batch := list(links.filter(pk__gt=last).values_list("pk", "claim", "citation")[:BATCH]):
        yield batch
        last = batch[-1][0]


def _missing(links: Sequence[Link], snapshot: int, *, headline: bool) -> list[tuple[Claim, int]]:
    """Of these (claim, citation) those whose finding is not there, or is not true any more."""
    ids = {claim for _, claim, _ in links}
    claims = Claim.objects.filter(pk__in=ids).select_related("place").defer(*UNSEEN).in_bulk()
    there = Finding.objects.filter(claim__in=ids, snapshot=snapshot, rules=RULES, headline=headline)
    known = {
        (claim, citation): version
        for claim, citation, version in there.values_list("claim", "citation", "claim_version")
    }
    return [
        (claims[claim], citation)
        for _, claim, citation in links
        if known.get((claim, citation)) != claims[claim].version
    ]


def _at_a_pace(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Some at a time: what takes long is stored, and a sign of life given, well within a lease."""
    made: list[Finding] = []
    since = monotonic()
    for finding in findings:
        made.append(finding)
        if monotonic() - since > PACE:
            yield made
            made, since = [], monotonic()
    if made:
        yield made


def _read(snapshot: int, said_on: str) -> SourceText:
    text, fences = Snapshot.objects.values_list("text", "fences").get(pk=snapshot)
    return SourceText(text, fences=[(start, end, kind) for start, end, kind in fences], today=said_on or None)


def _finding(link: tuple[Claim, int], snapshot: int, source: SourceText, *, headline: bool) -> Finding:
    claim, citation = link
    made = Finding(
        claim=claim,
        citation_id=citation,
        snapshot_id=snapshot,
        rules=RULES,
        claim_version=claim.version,
        headline=headline,
        **_answer(claim, source),
    )
    made.digest = _digest(made)
    return made


def _answer(claim: Claim, source: SourceText) -> dict[str, Any]:
    language = _language(source)
    if language != "en":
        # Not "absent": nobody has looked.
        return {"finding": "unavailable", "searched": {"language": language, "characters": len(source.text)}}
    support = find_support(asked_of(claim), source)
    return {
        "finding": support.finding,
        "relation": support.relation,
        "hedge": support.hedge,
        "subject": support.subject,
        "proofs": plain(support.proofs),
        "parts": _parts(support),
        "searched": plain(support.searched),
    }


def _language(source: SourceText) -> str:
    return read_language(source.text) or "en"


def _parts(support: Support) -> dict[str, Any]:
    found = {"date": support.date, "place": support.place}
    return {name: plain(part) for name, part in found.items() if part is not None}


def plain(value: Any) -> Any:
    """As JSON has it: dataclasses as objects, numbers as numbers, days as ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return plain(asdict(value)) if hasattr(value, "__dataclass_fields__") else value


def _digest(finding: Finding) -> str:
    answer = [getattr(finding, name) for name in ("finding", "relation", "hedge", "subject", "proofs", "parts")]
    return hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def _store(check: EvidenceCheck, findings: list[Finding]) -> None:
    _keep_hold(check)
    with history.action("evidence.checked"):
        Finding.objects.bulk_create(findings, update_conflicts=True, unique_fields=KEYS, update_fields=ANSWER)
    want_ranking({finding.claim_id for finding in findings})


def _keep_hold(check: EvidenceCheck) -> None:
    """Raises Overtaken where the work is another's by now."""
    if not check.still_ours():
        raise Overtaken
    check.show_life()
