"""Rows for tests, made by the deeds themselves wherever a deed exists."""

from __future__ import annotations

from itertools import count
from typing import Any

from claims import intake
from claims.models import Claim
from sources import ingest, snapshots
from sources.models import Article, Snapshot, Source

serial = count(1)

TEXT = (
    "The flood of March 2024 killed at least 12 people in Lima, according to the Red Cross. [1]\n"
    "About 3,000 houses were lost, and the army sent between 400 and 500 soldiers. [2][3]\n"
    "Nobody has counted the cattle."
)


def article(text: str = "", *, read: bool = True, **fields: Any) -> Article:
    """An article, its claims already read unless `read` is False."""
    number = next(serial)
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
