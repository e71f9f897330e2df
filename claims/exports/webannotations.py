"""The notes of an article as a W3C Annotation Collection (Web Annotation Data Model, JSON-LD).

What stands in the text has a TextQuoteSelector and a TextPositionSelector; the offsets count code points of
the plain text at `source`, which is the current one. An answer is an annotation of what it answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claims.models import Annotation
from claimtracker.core.addresses import Addresses
from sources.exports.shapes import Shape, moment

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'


def collection_json(address: str, label: str, total: int, first: Shape) -> Shape:
    """With its first page in it."""
    page = {name: value for name, value in first.items() if name != "@context"}
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": label,
        "total": total,
        "first": page,
    }


def page_json(address: str, notes: Sequence[Annotation], after: int, more: bool, addresses: Addresses) -> Shape:
    """Some threads, and the address of the next page where there are more."""
    found: Shape = {
        "@context": CONTEXT,
        "id": f"{address}?after={after}",
        "type": "AnnotationPage",
        "partOf": address,
        "items": [one for note in notes for one in thread_json(note, addresses)],
    }
    return found | ({"next": f"{address}?after={notes[-1].pk}"} if more else {})


def thread_json(note: Annotation, addresses: Addresses) -> Iterator[Shape]:
    """A note, then its answers. Needs `with_thread`; what was withdrawn is left out."""
    yield _annotation(note, addresses, note.motivation, _target(note, addresses))
    for reply in note.replies.all():
        if reply.withdrawn_at is None:
            yield _annotation(reply, addresses, "replying", addresses.record("annotations", note.pk))


def _annotation(note: Annotation, addresses: Addresses, motivation: str, target: Any) -> Shape:
    writer = note.created_by
    return {
        "id": addresses.record("annotations", note.pk),
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": str(writer), "nickname": writer.username},
        "created": moment(note.created_at),
        "modified": moment(note.updated_at),
        "body": {"type": "TextualBody", "value": note.body, "format": "text/markdown"},
        "target": target,
    }


def _target(note: Annotation, addresses: Addresses) -> Any:
    if note.claim_id:
        return _specific(note, addresses.page("claims", note.claim_id), "")
    text = f"{addresses.record('articles', note.article_id or 0)}text/"
    return _specific(note, text if note.exact else "", addresses.page("articles", note.article_id or 0))


def _specific(note: Annotation, source: str, scope: str) -> Any:
    """The words of a resource; the resource itself where the note is on the whole of it."""
    if not note.exact:
        return scope or source
    selectors: list[Shape] = [
        {"type": "TextQuoteSelector", "exact": note.exact, "prefix": note.prefix, "suffix": note.suffix}
    ]
    if note.article_id and (place := note.place):
        selectors.append({"type": "TextPositionSelector", "start": place[0], "end": place[1]})
    found: Shape = {"type": "SpecificResource", "source": source, "selector": selectors}
    return found | ({"scope": scope} if scope else {})
