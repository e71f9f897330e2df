"""Copies of sources: the deeds that keep what an address answered, what somebody pasted, or a file they have.

The same text twice is one copy. Whatever cannot be read is kept all the same,
as the bytes that it is, with the reason why no text came of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claimtracker.core import blobs, history
from claimtracker.core.refusals import require
from sources import describing, parsing, permissions, uploads
from sources.http import Fetched
from sources.models import Snapshot, Source
from sources.refusals import BadValue, MergedAway
from sources.signals import snapshot_stored
from sources.text.document import Document
from sources.text.fences import read_fences
from sources.text.limits import LIMITS, Limits
from sources.text.memento import read_memento
from sources.text.unreadable import Unreadable

MAY_NOT = "Only analysts, editors and admins give copies of sources."
NO_TEXT = "There is no text in this file. Its bytes are kept; paste its words to have them compared."
# Somebody is waiting for the page; what takes longer than this is kept unread.
WHILE_WAITING = Limits(seconds=25, cpu_seconds=20)
SLACK = dt.timedelta(minutes=10)  # two clocks may differ by that much


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be kept: the bytes, what they were read as or why they could not be, and how they came."""

    data: bytes
    method: Snapshot.Method
    captured_at: dt.datetime
    document: Document | None = None
    problem: Unreadable | None = None
    name: str = ""
    media_type: str = ""
    fetched: Fetched | None = None
    warc: bytes = b""


def give_text(
    source: Source, *, text: str, by: Any, captured_at: dt.datetime | None = None, format: str = "text"
) -> tuple[Snapshot, bool]:
    """Keep the words of a source that cannot be fetched; (copy, whether it is new).

    Raises NotAllowed, MergedAway, EmptyText, BadText, TooLong, BadValue.
    """
    _require(source, by)
    at = _moment(captured_at)
    document = describing.read_pasted(text, format)
    copy = Copy(text.encode(), Snapshot.Method.PASTED, at, document, media_type="text/plain; charset=utf-8")
    with history.action("source.copy_given", by=by):
        return store(source, copy, by=by)


def give_file(
    source: Source,
    *,
    data: bytes,
    name: str,
    by: Any,
    media_type: str = "",
    captured_at: dt.datetime | None = None,
) -> tuple[Snapshot, bool]:
    """Keep a file of a source; (copy, whether it is new). One that cannot be read is kept with the reason.

    Raises NotAllowed, MergedAway, EmptyText, TooLarge, BadValue, NotKept.
    """
    _require(source, by)
    at = _moment(captured_at)
    uploads.digest_of(data)
    name = uploads.clean_name(name)
    document, problem = read(data, name=name, media_type=media_type, limits=WHILE_WAITING)
    copy = Copy(data, Snapshot.Method.FILE, at, document, problem, name=name, media_type=media_type)
    with history.action("source.copy_given", by=by):
        return store(source, copy, by=by)


def read(
    data: bytes, *, name: str = "", media_type: str = "", page: bool = False, limits: Limits = LIMITS
) -> tuple[Document | None, Unreadable | None]:
    """The text of some bytes, read in the cage, or why there is none."""
    try:
        document = parsing.parse(data, name=name, media_type=media_type, page=page, boxes=True, limits=limits)
    except Unreadable as problem:
        return None, problem
    if not describing.is_visible(document.text):
        return None, Unreadable.again("empty_text", NO_TEXT)
    if len(document.text) > settings.LONGEST_TEXT:
        words = f"Its text has {len(document.text):,} characters, more than is searched. Its bytes are kept."
        return None, Unreadable.again("too_long", words)
    return document, None


@transaction.atomic
def store(source: Source, copy: Copy, *, by: Any = None) -> tuple[Snapshot, bool]:
    """The copy as a snapshot, or the one that is the same; (snapshot, whether it is new). Raises NotKept.

    Whoever calls it names the action, and has asked for permission.
    """
    snapshot = Snapshot(source=source, created_by=by, **_how(copy), **_what(copy))
    if there := _same(snapshot):
        return there, False
    snapshot.sha256 = blobs.keep(copy.data)
    snapshot.warc_sha256 = blobs.keep(copy.warc) if copy.warc else ""
    Snapshot.objects.bulk_create([snapshot], ignore_conflicts=True)
    kept = _same(snapshot)
    if kept is None:
        raise RuntimeError("a copy that was neither stored nor there")
    new = kept.uuid == snapshot.uuid
    if new:
        snapshot_stored.send(Snapshot, snapshot=kept)
    return kept, new


def _same(snapshot: Snapshot) -> Snapshot | None:
    """Of one source the same text is one copy; of a file without a text, the same bytes."""
    by = (
        {"text_sha256": snapshot.text_sha256}
        if snapshot.text_sha256
        else {"text_sha256": "", "sha256": snapshot.sha256}
    )
    return Snapshot.objects.filter(source=snapshot.source, **by).defer("text").first()


def _how(copy: Copy) -> dict[str, Any]:
    """The columns that say how it came."""
    media_type = "".join(sign for sign in copy.media_type if sign.isprintable())[:200]
    columns = {"method": copy.method, "captured_at": copy.captured_at, "name": copy.name, "media_type": media_type}
    if copy.fetched:
        columns |= {"final_address": copy.fetched.final_address[:2000], "http_status": copy.fetched.status}
        memento = read_memento(copy.fetched.headers)
        columns |= {"memento_at": memento.datetime, "memento_of": memento.original[:2000]}
    return columns


def _what(copy: Copy) -> dict[str, Any]:
    """The columns that say what is in it."""
    columns: dict[str, Any] = {"sha256": hashlib.sha256(copy.data).hexdigest(), "size": len(copy.data)}
    if copy.document is None:
        problem = copy.problem or Unreadable.again("empty_text", NO_TEXT)
        return columns | {"problem": str(problem), "code": problem.code[:60]}
    document = copy.document
    return columns | {
        "text": document.text,
        "text_sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        "characters": len(document.text),
        "format": document.format,
        "language": document.language[:8],
        "fences": _fences(document),
        "notes": [{"code": note.code, "words": note.words} for note in document.notes],
        "origins": [[part.start, part.end, part.where, part.first, part.last] for part in document.origins],
    }


def _fences(document: Document) -> list[list[Any]]:
    """Where no evidence is taken from: lists of works, menus, captions."""
    return [[fence.start, fence.end, fence.kind] for fence in read_fences(document)]


def _require(source: Source, by: Any) -> None:
    require(by is None or permissions.can_give_copies(by), MAY_NOT)
    if source.merged_into_id:
        raise MergedAway("This source was merged into another. Nothing was stored.", into=source.merged_into_id)


def _moment(captured_at: dt.datetime | None) -> dt.datetime:
    """When the source said so; nobody has a copy from tomorrow."""
    now = timezone.now()
    if captured_at is None:
        return now
    if captured_at > now + SLACK:
        raise BadValue("This day has not come yet. When did the source say so?", pointer="/captured_at")
    return captured_at
