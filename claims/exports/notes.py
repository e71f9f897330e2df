"""The JSON shape of notes and their threads (API.md, "Shapes"), as plain functions of a row."""

from __future__ import annotations

from typing import Any

from claims.exports.shapes import person_json
from claims.models import Annotation
from claimtracker.core.addresses import Addresses
from claimtracker.core.sanitising import markdown_html
from sources.exports.shapes import Shape, moment


def note_json(note: Annotation, addresses: Addresses) -> Shape:
    """Needs `with_thread`."""
    return {
        "id": note.pk,
        "uuid": str(note.uuid),
        "url": addresses.record("annotations", note.pk),
        "page": addresses.page("notes", note.parent_id or note.pk),
        "parent": note.parent_id,
        "claim": note.claim_id,
        "article": note.article_id,
        "snapshot": note.snapshot_id,
        "motivation": note.motivation,
        **_said(note),
        "quote": quote_json(note) if note.exact else None,
        "orphan": note.is_orphan,
        "replies": [reply_json(reply, addresses) for reply in note.replies.all()],
        "resolved": _settled(note.resolved_by, note.resolved_at, note.resolved_reason),
        "reopened": _settled(note.reopened_by, note.reopened_at, note.reopened_reason),
        "updated_at": moment(note.updated_at),
    }


def reply_json(reply: Annotation, addresses: Addresses) -> Shape:
    return {"id": reply.pk, "uuid": str(reply.uuid), "url": addresses.record("annotations", reply.pk)} | _said(reply)


def _said(note: Annotation) -> Shape:
    return {
        "by": person_json(note.created_by),
        "body": note.body,
        "html": markdown_html(note.body),
        "mentions": note.mentions,
        "withdrawn": _settled(note.withdrawn_by, note.withdrawn_at, note.withdrawn_reason),
        "created_at": moment(note.created_at),
    }


def quote_json(note: Annotation) -> Shape:
    """The words it was written on, and where they stand now."""
    anchor, place = (note.anchor if note.article_id else None), note.place
    return {
        "exact": note.exact,
        "prefix": note.prefix,
        "suffix": note.suffix,
        "start": place[0] if place else None,
        "end": place[1] if place else None,
        "revision": anchor.revision.number if anchor else None,
        "anchor": anchor.outcome if anchor else None,
        "candidates": anchor.candidates if anchor else [],
    }


def _settled(by: Any, at: Any, reason: str) -> Shape | None:
    return {"by": person_json(by), "at": moment(at), "reason": reason} if at else None
