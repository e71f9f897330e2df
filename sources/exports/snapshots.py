"""The JSON shapes of copies (API.md, "snapshot"), as plain functions of a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimtracker.core.addresses import Addresses
from sources.exports.shapes import Shape, moment, source_ref

NULLABLE = (
    "name", "media_type", "format", "language", "final_address", "memento_of", "text_sha256", "problem", "code",
)  # fmt: skip


def snapshot_json(snapshot: Any, addresses: Addresses) -> Shape:
    """Needs `with_notes`. An empty text in the database is "not known" and becomes null."""
    url = addresses.record("snapshots", snapshot.pk)
    return {
        "id": snapshot.pk,
        "uuid": str(snapshot.uuid),
        "url": url,
        "page": addresses.page("snapshots", snapshot.pk),
        "source": source_ref(snapshot.source, addresses),
        "captured_at": moment(snapshot.captured_at),
        "seen_at": moment(snapshot.seen_at),
        "method": snapshot.method,
        **{name: getattr(snapshot, name) or None for name in NULLABLE},
        "http_status": snapshot.http_status,
        "memento_at": moment(snapshot.memento_at),
        "sha256": snapshot.sha256,
        "size": snapshot.size,
        "characters": snapshot.characters,
        "fences": fences_json(snapshot.fences),
        "notes": [{"code": note.get("code", ""), "words": note.get("words", "")} for note in snapshot.notes],
        "text": f"{url}text/",
        "download": f"{url}download/",
        "warc": f"{url}warc/",
        "created_at": moment(snapshot.created_at),
    }


def snapshot_text(snapshot: Any) -> Shape:
    """What could be read of it, and the stretches that no evidence is taken from."""
    return {
        "snapshot": snapshot.pk,
        "sha256": snapshot.text_sha256 or None,
        "characters": snapshot.characters,
        "text": snapshot.text,
        "fences": fences_json(snapshot.fences),
    }


def fences_json(fences: Iterable[Any]) -> list[Shape]:
    return [{"start": start, "end": end, "kind": kind} for start, end, kind in fences]
