"""Which work a reference means: one row a work, however its address or DOI is written.

A work is known by its DOI, by its address, or, where it has neither, by the
words of its entry. What has not even a title stays unidentified: nothing is invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass

from django.db import connection
from django.db.models import Case, CharField, Q, When
from django.db.models.functions import Lower

from sources.models import Source
from sources.text.entries import Record, record_key

# Who put it out: its publisher, or the paper it stands in.
_HOUSE = Case(When(publisher="", then="container"), default="publisher", output_field=CharField())


@dataclass(frozen=True, slots=True)
class Keys:
    """What a work is known by; empty: not by that."""

    doi: str
    address: str
    entry: str


def sources_for(records: Mapping[int, tuple[Record, str]], *, origin: str) -> dict[int, Source]:
    """The works of (record, words of the entry) pairs under the same numbers; made where there are none.

    Two at once who name the same work make one row. A work that was merged into another is that one.
    """
    keys = {number: keys_of(record, words) for number, (record, words) in records.items()}
    keys = {number: known for number, known in keys.items() if any(asdict(known).values())}
    there = _there(list(keys.values()))
    missing = {known: records[number][0] for number, known in keys.items() if not _find(known, there)}
    if missing:
        # In one order, so that two workers who name the same works do not wait for each other in a ring.
        apart = sorted(_apart(missing).items(), key=lambda pair: astuple(pair[0]))
        new = [_source(record, known, origin) for known, record in apart]
        inherit(new)
        Source.objects.bulk_create(new, ignore_conflicts=True)
        there = _there(list(keys.values()))
    found = {number: _find(known, there) for number, known in keys.items()}
    held = hold({source.pk: source for source in found.values() if source})
    return {number: held[source.pk] for number, source in found.items() if source}


def known_work(known: Keys) -> Source | None:
    """The work that has one of these keys, or the one that it was merged into."""
    found = _find(known, _there([known]))
    return hold({found.pk: found})[found.pk] if found else None


def standing_of(source: Source) -> Source:
    """The work itself, or what it was merged into, to look at; `hold` keeps it so."""
    while source.merged_into_id:
        source = Source.objects.get(pk=source.merged_into_id)
    return source


def hold(sources: Mapping[int, Source]) -> dict[int, Source]:
    """Each under its number as it stands: itself, or what it was merged into.

    None of them can be merged away before this transaction ends (the lock is the one that a row
    which points at them takes anyway).
    """
    standing = dict(sources)
    while True:
        there = dict(Source.objects.filter(pk__in=_locked({one.pk for one in standing.values()})).in_bulk())
        standing = {number: there[one.pk] for number, one in standing.items()}
        merged = {one.merged_into_id for one in standing.values() if one.merged_into_id}
        if not merged:
            return standing
        into = Source.objects.in_bulk(merged)
        standing = {number: into[one.merged_into_id] if one.merged_into_id else one for number, one in standing.items()}


def _locked(ids: set[int]) -> list[int]:
    """In one order, so that two do not wait for each other in a ring."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM sources_source WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE", [sorted(ids)])
        return [row[0] for row in cursor.fetchall()]


def keys_of(record: Record, words: str) -> Keys:
    known = record_key(record)
    doi, address = known.doi or "", known.address or ""
    by_words = not doi and not address and record.title and words.strip()
    return Keys(doi, address, entry_key(words) if by_words else "")


def record_words(record: Record) -> str:
    """What stands for the words of an entry where a record came without one: its own."""
    names = [name.literal or f"{name.family} {name.given}" for name in record.authors]
    return " ".join(filter(None, (*names, record.title, record.container, record.issued)))


def entry_key(words: str) -> str:
    """Case and blanks make no difference."""
    return hashlib.sha256(" ".join(words.casefold().split()).encode()).hexdigest()


def families_of(houses: set[str]) -> dict[str, str]:
    """The families of publishers (or papers) that are known to belong to one, by their names in small letters."""
    if not houses:
        return {}
    small = {name.lower() for name in houses}
    named = Source.objects.exclude(family="").annotate(house=Lower(_HOUSE)).filter(house__in=small)
    return dict(named.order_by("updated_at").values_list("house", "family"))


def inherit(new: Sequence[Source]) -> None:
    """What a known house puts out belongs to its family."""
    known = families_of({source.publisher or source.container for source in new} - {""})
    for source in new:
        if family := known.get((source.publisher or source.container).lower()):
            source.family = family
            source.origins["family"] = "publisher"


def _there(keys: Sequence[Keys]) -> dict[str, Source]:
    """The works that are here already, under each of their keys."""
    wanted = Q(doi__in=_set(keys, "doi")) | Q(address_key__in=_set(keys, "address"))
    there: dict[str, Source] = {}
    for source in Source.objects.filter(wanted | Q(entry_key__in=_set(keys, "entry"))):
        there |= {f"{kind} {key}": source for kind, key in _keys(source) if key}
    return there


def _set(keys: Sequence[Keys], kind: str) -> set[str]:
    return {getattr(known, kind) for known in keys} - {""}


def _keys(source: Source) -> list[tuple[str, str | None]]:
    return [("doi", source.doi), ("address", source.address_key), ("entry", source.entry_key)]


def _find(known: Keys, there: Mapping[str, Source]) -> Source | None:
    """By its DOI before its address: one work may lie at several addresses."""
    for kind, key in asdict(known).items():
        if key and (source := there.get(f"{kind} {key}")):
            return source
    return None


def _apart(missing: Mapping[Keys, Record]) -> dict[Keys, Record]:
    """Each work once: two entries that share a DOI or an address are one."""
    seen: set[str] = set()
    kept = {}
    for known, record in missing.items():
        names = {f"{kind} {key}" for kind, key in asdict(known).items() if key}
        if not names & seen:
            kept[known] = record
        seen |= names
    return kept


def _source(record: Record, known: Keys, origin: str) -> Source:
    return Source(
        type=record.type[:40] or "document",
        title=record.title[:1000],
        authors=[name.as_csl() for name in record.authors],
        container=record.container[:500],
        publisher=record.publisher[:300],
        issued=record.issued[:64],
        address=record.address[:2000],
        address_key=known.address[:2000] or None,
        doi=known.doi[:200] or None,
        entry_key=known.entry or None,
        csl=record.csl,
        origin=origin,
    )
