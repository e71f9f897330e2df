"""The record of a work, written by hand: a new one, and a correction of one that is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from claimtracker.core import history
from claimtracker.core.refusals import Refused, require
from sources import permissions
from sources.models import Source
from sources.naming import BadRecord, NoWork, record_of
from sources.refusals import BadValue, MergedAway
from sources.text import links
from sources.text.csl import OWN, BadField, read_fields
from sources.text.plain import check
from sources.text.referencing.record import Record
from sources.watching import watch_address, watch_sources
from sources.works import inherit, keys_of, known_work, record_words, sources_for, standing_of

ALSO = {"family": 300, "archive_address": 2000}  # columns that are none of CSL's


class SourceKnown(Refused):
    """Another source has this address, DOI or record already; “source” is its id. Nothing was changed."""

    code = "source_known"
    title = "This work is known"


class ChangedMeanwhile(Refused):
    """Somebody else has changed the record since it was read. Nothing was changed."""

    code = "changed_meanwhile"
    title = "Changed meanwhile"


@transaction.atomic
def create_source(*, by: Any, **given: Any) -> Source:
    """A work by its record, under our names or CSL's. Raises NotAllowed, BadRecord, NoWork, SourceKnown."""
    require(permissions.can_describe_source(by), "Only analysts, editors and admins write records of sources.")
    also = _also(given)
    record = _whole(given)
    words = record_words(record)
    keys = keys_of(record, words)
    if not any((keys.doi, keys.address, keys.entry)):
        raise NoWork("A work needs a title, an address or a DOI. Nothing was stored.", pointer="/title")
    if known := known_work(keys):
        raise _known(known)
    with history.action("source.added", by=by):
        source = sources_for({0: (record, words)}, origin="by_hand")[0]
        for name, value in also.items():
            setattr(source, name, value)
            source.origins[name] = "by_hand"
        if also:
            source.save()
        watch_sources([source])
    return source


@transaction.atomic
def describe_source(source: Source, *, by: Any, seen: dt.datetime | None = None, **given: Any) -> Source:
    """Correct fields of a record; each that is given replaces what is there, and an empty one clears it.

    `seen` is when the record that the caller read was last changed.
    Raises NotAllowed, BadRecord, NoWork, SourceKnown, MergedAway, ChangedMeanwhile.
    """
    require(permissions.can_describe_source(by), "Only analysts, editors and admins correct records of sources.")
    also = _also(given)
    columns = _columns(given)
    source = lock(source)
    if seen is not None and source.updated_at != seen:
        raise ChangedMeanwhile("Somebody has changed this record since you opened it. Nothing of yours was stored yet.")
    changed = _changed(source, {**columns, **also})
    if not changed:
        return source
    placed = source.address, source.archive_address
    with history.action("source.described", by=by):
        for name, value in changed.items():
            setattr(source, name, value)
        _name_origins(source, changed)
        _set_keys(source, changed)
        if "publisher" in changed and not source.family:
            inherit([source])
        source.save()
        if (source.address, source.archive_address) != placed:
            watch_address(source)
    return source


def lock(source: Source) -> Source:
    """The row as it is now, held for this transaction. Raises MergedAway."""
    source = Source.objects.select_for_update().get(pk=source.pk)
    if source.merged_into_id:
        into = standing_of(source)
        raise MergedAway(f"This source was merged into “{str(into)[:200]}”. Nothing was changed.", into=into.pk)
    return source


def _whole(given: Mapping[str, Any]) -> Record:
    csl = {} if given.get("csl") is None else given["csl"]
    if not isinstance(csl, Mapping):
        raise BadRecord("This must be an object.", pointer="/csl")
    return record_of({**csl, **{name: value for name, value in given.items() if name not in ("csl", *ALSO)}})


def _columns(given: Mapping[str, Any]) -> dict[str, Any]:
    """The columns to set. `csl` is the whole record; a field of CSL that is given alone is changed alone."""
    try:
        fields = read_fields({name: value for name, value in given.items() if name not in ("csl", *ALSO)})
        csl = given.get("csl")
        if csl is None:
            return fields
        if not isinstance(csl, Mapping):
            raise BadField("csl", "This must be an object.")
        whole = read_fields(csl)
    except BadField as problem:
        raise BadRecord(str(problem), pointer=f"/{problem.field}"[:200]) from problem
    others = {**whole.pop("csl", {}), **fields.pop("csl", {})}
    return {**whole, **fields, "whole": others}


def _also(given: Mapping[str, Any]) -> dict[str, str]:
    return {name: _plain(name, given[name], longest) for name, longest in ALSO.items() if name in given}


def _plain(name: str, value: Any, longest: int) -> str:
    text = "" if value is None else value
    try:
        if not isinstance(text, str) or len(text) > longest:
            raise ValueError(f"This must be a text of at most {longest:,} characters.")
        check(text)
        return links.clean(text) if name == "archive_address" and text.strip() else text.strip()
    except ValueError as problem:
        raise BadValue(str(problem), pointer=f"/{name}") from problem


def _changed(source: Source, fields: dict[str, Any]) -> dict[str, Any]:
    """Only what is another value than before."""
    others = fields.pop("csl", {})
    csl = {**fields.pop("whole", source.csl), **others}
    fields["csl"] = {name: value for name, value in csl.items() if value not in ("", [])}
    if "doi" in fields:
        fields["doi"] = fields["doi"] or None
    return {name: value for name, value in fields.items() if getattr(source, name) != value}


def _name_origins(source: Source, changed: Mapping[str, Any]) -> None:
    """Whoever reads the record sees which fields a person wrote."""
    names = [name for name in changed if name in OWN or name in ALSO]
    if "csl" in changed:
        before = Source.objects.values_list("csl", flat=True).get(pk=source.pk)
        new = changed["csl"]
        names += [name for name in {*before, *new} if before.get(name) != new.get(name)]
    for name in names:
        source.origins[name] = "by_hand"


def _set_keys(source: Source, changed: Mapping[str, Any]) -> None:
    """The keys under which it is found; one that another work has is refused. Raises SourceKnown, NoWork."""
    if not (source.title or source.address or source.doi):
        raise NoWork("A work needs a title, an address or a DOI. Nothing was changed.", pointer="/title")
    wanted: dict[str, str | None] = {}
    if "address" in changed:
        wanted["address_key"] = links.key(source.address)[:2000] if source.address else None
    if "doi" in changed:
        wanted["doi"] = source.doi
    for column, value in wanted.items():
        holder = Source.objects.filter(**{column: value}).exclude(pk=source.pk).first() if value else None
        if holder and standing_of(holder).pk != source.pk:
            raise _known(standing_of(holder), pointer="/address" if column == "address_key" else "/doi")
        if holder:
            # It was merged into this one, which carries the key from now on.
            Source.objects.filter(pk=holder.pk).update(**{column: None})
        setattr(source, column, value)


def _known(other: Source, pointer: str = "") -> SourceKnown:
    return SourceKnown(
        f"“{str(other)[:200]}” is this work already. Nothing was changed. Use it, or merge the two.",
        pointer=pointer,
        source=other.pk,
        merge=f"/api/v1/sources/{other.pk}/merge/",
    )
