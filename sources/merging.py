"""Two rows that turned out to be one work: looked at first, merged, and taken apart again.

The one that is merged keeps its row and leads to the other. What moves (citations, copies, keys, the article that it
is itself) and which blanks it fills are kept with the Merge, so that exactly that goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from claimtracker.core import history
from claimtracker.core.refusals import Refused, Unacceptable, require
from sources import permissions
from sources.models import Article, Citation, Merge, Snapshot, Source
from sources.refusals import MergedAway
from sources.signals import citations_identified
from sources.watching import watch_address, watch_sources
from sources.works import standing_of

FIELDS = (
    "type", "title", "authors", "container", "publisher", "issued", "address", "doi", "family", "archive_address",
    "reliability", "state", "csl",
)  # fmt: skip
# What goes with a field: a grade without its reason is none.
WITH = {"reliability": ("reliability_reason",), "state": ("state_reason",), "address": ("address_key",)}
KEYS = ("doi", "address_key")
BLANK = {"type": "document", "state": Source.State.ACTIVE}  # what says no more than an empty field
WHO = "Only editors and admins merge sources."


class CannotMerge(Unacceptable):
    """The two cannot be one work: they are the same row, or both are articles of this desk. Nothing was changed."""

    code = "cannot_merge"
    title = "Cannot be merged"


class CannotUndo(Refused):
    """The merge cannot be taken back, or not before another one is. Nothing was changed."""

    code = "cannot_undo"
    title = "Cannot be taken back"


@dataclass(frozen=True, slots=True)
class Field:
    """What becomes of a field: `same`, `stays` (the other's is dropped), `fills` (a blank) or `replaces` (chosen)."""

    name: str
    stays: Any
    comes: Any
    outcome: str


@dataclass(frozen=True, slots=True)
class Preview:
    source: Source
    into: Source
    fields: tuple[Field, ...]
    citations: int
    snapshots: int
    doubles: int  # copies whose text the other has already: they stay where they are
    claims: int  # that lean on what moves

    def result(self) -> dict[str, Any]:
        """The fields of the one that stays, as they will be."""
        return {one.name: one.comes if one.outcome in ("fills", "replaces") else one.stays for one in self.fields}


def preview_merge(source: Source, into: Source, *, by: Any, fields: Mapping[str, str] | None = None) -> Preview:
    """What a merge would do; nothing is changed. `fields` chooses: {"title": "comes"} takes that of `source`.

    Raises NotAllowed, CannotMerge, MergedAway.
    """
    require(permissions.can_merge_sources(by), WHO)
    source, into = Source.objects.get(pk=source.pk), standing_of(Source.objects.get(pk=into.pk))
    _refuse_impossible(source, into)
    return _preview(source, into, fields or {})


@transaction.atomic
def merge(source: Source, into: Source, *, by: Any, reason: str = "", fields: Mapping[str, str] | None = None) -> Merge:
    """`source` becomes a name of `into`. Of two people who merge at once one is told.

    Raises NotAllowed, CannotMerge, MergedAway.
    """
    require(permissions.can_merge_sources(by), WHO)
    source, into = _locked(source.pk, standing_of(Source.objects.get(pk=into.pk)).pk)
    _refuse_impossible(source, into)
    preview = _preview(source, into, fields or {})
    with history.action("source.merged", by=by, reason=reason):
        moved = _move(source, into)
        changed, given_up = _fill(preview, source, into)
        moved["keys"] = _take_keys(source, changed)
        into.save()
        source.merged_into = into
        for column, value in given_up.items():
            # Whoever names it by the key that made way finds it all the same.
            setattr(source, column, value)
        source.save()
        _tell(source, into, changed)
        return Merge.objects.create(source=source, into=into, moved=moved, fields=changed, reason=reason, created_by=by)


@transaction.atomic
def undo_merge(source: Source, *, by: Any, reason: str = "") -> Merge:
    """Take the standing merge of `source` back: what moved goes back, unless somebody has moved it on since.

    Raises NotAllowed, CannotUndo.
    """
    require(permissions.can_merge_sources(by), WHO)
    last = Merge.objects.filter(source=source, undone_at=None).select_for_update().first()
    if last is None:
        raise CannotUndo("This source is not merged into another. Nothing was changed.")
    source, into = _locked(last.source_id, last.into_id)
    if into.merged_into_id:
        further = standing_of(into)
        raise CannotUndo(
            f"“{str(into)[:200]}” was itself merged into “{str(further)[:200]}” since. Take that back first.",
            into=further.pk,
        )
    with history.action("source.unmerged", by=by, reason=reason):
        _move_back(last, source, into)
        source.merged_into = None
        source.save()
        last.undone_at, last.undone_by = timezone.now(), by
        last.save(update_fields=["undone_at", "undone_by"])
        _tell(source, into, last.fields)
        watch_sources([source])
    return last


def _refuse_impossible(source: Source, into: Source) -> None:
    if gone := next((one for one in (source, into) if one.merged_into_id), None):
        there = standing_of(gone)
        said = f"“{str(gone)[:200]}” was merged into “{str(there)[:200]}” already. Nothing was changed."
        raise MergedAway(said, into=there.pk)
    if source.pk == into.pk:
        raise CannotMerge("A source cannot be merged into itself. Nothing was changed.", pointer="/into")
    articles = Article.objects.filter(source__in=[source, into])
    if len(articles) == 2:
        raise CannotMerge("Both are articles of this desk, each with a text of its own. Nothing was changed.")


def _locked(pk: int, into: int) -> tuple[Source, Source]:
    """In one order, so that two who merge at once do not wait for each other in a ring."""
    rows = {one.pk: one for one in Source.objects.select_for_update().filter(pk__in=[pk, into]).order_by("pk")}
    return rows[pk], rows[into]


def _preview(source: Source, into: Source, chosen: Mapping[str, str]) -> Preview:
    doubles = _doubles(source, into).count()
    citations = Citation.objects.filter(source=source)
    return Preview(
        source=source,
        into=into,
        fields=tuple(_field(name, source, into, chosen.get(name, "")) for name in FIELDS),
        citations=citations.count(),
        snapshots=Snapshot.objects.filter(source=source).count() - doubles,
        doubles=doubles,
        claims=citations.exclude(links=None).values("links__claim").distinct().count(),
    )


def _field(name: str, source: Source, into: Source, choice: str) -> Field:
    stays, comes = getattr(into, name), getattr(source, name)
    if name == "csl":
        # Field by field: what the one that stays does not say is filled.
        filled = {**comes, **stays}
        return Field(name, stays, filled, "fills" if filled != stays else "same")
    blank = BLANK.get(name)
    if stays == comes:
        return Field(name, stays, comes, "same")
    if not comes or comes == blank:
        return Field(name, stays, comes, "stays")
    if not stays or stays == blank:
        return Field(name, stays, comes, "fills")
    return Field(name, stays, comes, "replaces" if choice == "comes" else "stays")


def _doubles(source: Source, into: Source) -> Any:
    """Copies whose words (or bytes, where nothing could be read) the other has, too."""
    theirs = Snapshot.objects.filter(source=into)
    texts = theirs.exclude(text_sha256="").values("text_sha256")
    files = theirs.filter(text_sha256="").values("sha256")
    mine = Snapshot.objects.filter(source=source)
    return mine.filter(text_sha256__in=texts) | mine.filter(text_sha256="", sha256__in=files)


def _move(source: Source, into: Source) -> dict[str, Any]:
    now = timezone.now()
    citations = sorted(Citation.objects.filter(source=source).values_list("pk", flat=True))
    Citation.objects.filter(pk__in=citations).update(source=into, updated_at=now)
    snapshots = Snapshot.objects.filter(source=source).exclude(pk__in=_doubles(source, into).values("pk"))
    copies = sorted(snapshots.values_list("pk", flat=True))
    Snapshot.objects.filter(pk__in=copies).update(source=into)
    moved: dict[str, Any] = {"citations": citations, "snapshots": copies}
    if article := Article.objects.filter(source=source).first():
        Article.objects.filter(pk=article.pk).update(source=into, updated_at=now)
        moved["article"] = article.pk
    return moved


def _fill(preview: Preview, source: Source, into: Source) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """Set what changes in the one that stays: {column: [before, after]}, and the keys that made way for others."""
    changed: dict[str, list[Any]] = {}
    for one in preview.fields:
        if one.outcome not in ("fills", "replaces"):
            continue
        for column in (one.name, *WITH.get(one.name, ())):
            value = one.comes if column == one.name else getattr(source, column)
            changed[column] = [getattr(into, column), value]
            setattr(into, column, value)
        into.origins[one.name] = source.origins.get(one.name, source.origin)
    return changed, {column: changed[column][0] for column in KEYS if changed.get(column, [None])[0]}


def _take_keys(source: Source, changed: Mapping[str, list[Any]]) -> dict[str, str]:
    """A key goes over, for it is unique; for a moment nobody has it."""
    keys = {column: getattr(source, column) for column in KEYS if column in changed and getattr(source, column)}
    for column in keys:
        setattr(source, column, None)
    if keys:
        source.save()
    return keys


def _move_back(last: Merge, source: Source, into: Source) -> None:
    now, moved = timezone.now(), last.moved
    Citation.objects.filter(pk__in=moved["citations"], source=into).update(source=source, updated_at=now)
    taken = Snapshot.objects.filter(source=source).exclude(text_sha256="").values("text_sha256")
    copies = Snapshot.objects.filter(pk__in=moved["snapshots"], source=into)
    copies.exclude(text_sha256__in=taken).update(source=source)
    Article.objects.filter(pk=moved.get("article"), source=into).update(source=source, updated_at=now)
    keys = moved.get("keys", {})
    for column in keys:
        setattr(source, column, None)
    source.save()
    for column, (before, after) in last.fields.items():
        if getattr(into, column) == after:
            setattr(into, column, before)
    into.save()
    for column, value in keys.items():
        if Source.objects.filter(**{column: value}).exists():
            raise CannotUndo(f"Its key “{value[:200]}” belongs to another record by now. Nothing was changed.")
        setattr(source, column, value)


def _tell(source: Source, into: Source, changed: Mapping[str, Any]) -> None:
    """The claims of both are compared anew, and where an address came or went it is looked at."""
    citations_identified.send(Citation, sources=[source.pk, into.pk])
    if {"address", "archive_address"} & changed.keys():
        watch_address(into)
