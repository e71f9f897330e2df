"""Rows for tests, made by the deeds themselves wherever a deed exists."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.utils import timezone

from claims import intake, reviewing
from claims.models import Claim, Dispute, Evidence, Finding, Review, Rival
from sources import ingest, snapshots
from sources.models import Article, Citation, Snapshot, Source

serial = count(1)

TEXT = (
    "The flood of March 2024 killed at least 12 people in Lima, according to the Red Cross. [1]\n"
    "About 3,000 houses were lost, and the army sent between 400 and 500 soldiers. [2][3]\n"
    "Nobody has counted the cattle."
)


def article(text: str = "", *, read: bool = True, **fields: Any) -> Article:
    """An article, its claims already read unless `read` is False."""
    # Three digits: a larger one may be read as a year, and then the text has a claim less.
    number = next(serial) % 900 + 100
    text = text or f"{TEXT} This is copy {number}."
    fields.setdefault("title", f"Article {number}")
    made, _ = ingest.add_article(text=text, by=None, **fields)
    if read:
        intake.read_article(made.revision_id)
        made.refresh_from_db()
    return made


def claim(**columns: Any) -> Claim:
    """One claim of an article of its own, its columns as given."""
    made = Claim.objects.filter(article=article()).earliest("id")
    if columns:
        Claim.objects.filter(pk=made.pk).update(**columns)
        made.refresh_from_db()
    return made


def source(**columns: Any) -> Source:
    columns.setdefault("title", f"Source {next(serial)}")
    return Source.objects.create(**columns)


def snapshot(source_: Source, text: str, **fields: Any) -> Snapshot:
    """A copy of a source with this text, given by hand."""
    copy, _ = snapshots.give_text(source_, text=text, by=None, **fields)
    return copy


def proof(copy: Snapshot, exact: str, **columns: Any) -> dict[str, Any]:
    """Words of a copy as a finding keeps them; the sentence ends at the next full stop."""
    start = copy.text.index(exact)
    begins = copy.text.rfind(". ", 0, start) + 2 if ". " in copy.text[:start] else 0
    ends = copy.text.find(". ", start)
    sentence = [begins, ends + 1 if ends > 0 else len(copy.text)]
    part = {"part": "figure", "subject": "same", "hedge": "kept", "relation": "identical"} | columns
    return {"exact": exact, "start": start, "end": start + len(exact), "sentence": sentence} | part


def finding(claim_: Claim, copy: Snapshot, *proofs: dict[str, Any], number: int = 0, **columns: Any) -> Finding:
    """What a copy says to a claim, as the comparing would keep it; the citation is identified as the copy's source."""
    links = claim_.links.filter(citation__number=number) if number else claim_.links.all()
    citation = Citation.objects.get(pk=links.values("citation")[:1])
    Citation.objects.filter(pk=citation.pk).update(source=copy.source_id)
    best = proofs[0] if proofs else {}
    made = {"finding": "found" if proofs else "absent", "headline": True, "rules": "1", "digest": "0" * 64}
    made |= {name: best.get(name, "") for name in ("relation", "hedge", "subject")}
    made |= {"claim_version": claim_.version, "searched": {"characters": copy.characters, "figures": 1}}
    row = {"claim": claim_, "citation": citation, "snapshot": copy, "proofs": list(proofs)}
    return Finding.objects.create(**row | made | columns)


def pin(claim_: Claim, copy: Snapshot, exact: str, by: Any, **columns: Any) -> Evidence:
    """Words of a copy that a person has put beside a claim."""
    start = copy.text.index(exact)
    place = {"snapshot": copy, "start": start, "end": start + len(exact), "exact": exact}
    return Evidence.objects.create(**{"claim": claim_, "created_by": by, "stance": "supports"} | place | columns)


def rival(claim_: Claim, **columns: Any) -> Rival:
    """Another value that stands beside a claim."""
    value = {"figure_text": "about 600", "figure_comparator": "about", "figure_low": 600, "figure_high": 600}
    columns = value | {"figure_form": "amount", "accepted_at": timezone.now()} | columns
    if not columns.get("source"):
        columns.setdefault("no_source", "Nobody has printed it.")
    return Rival.objects.create(claim=claim_, **columns)


def dispute(claim_: Claim, by: Any, **columns: Any) -> Dispute:
    """An objection as the table keeps it."""
    said = {"ground": "contested", "aspect": "figure", "reason": "The count was revised.", "version": claim_.version}
    return Dispute.objects.create(claim=claim_, by=by, **said | columns)


def review(claim_: Claim, by: Any, verdict: str = "supported", **said: Any) -> Review:
    """A person's verdict on the claim as it stands."""
    claim_.refresh_from_db()
    if verdict != "supported":
        said.setdefault("rationale", "So it seems.")
    return reviewing.give_verdict(claim_, version=claim_.version, verdict=verdict, by=by, **said)
