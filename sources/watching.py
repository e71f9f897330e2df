"""Which addresses are looked at, and when next: the deeds of people and of whoever identifies a citation.

The looking itself is a worker's deed (sources/keeping.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claimtracker.core import history
from claimtracker.core.doorbell import ring
from claimtracker.core.refusals import require
from sources import permissions, refusals
from sources.http import site_of
from sources.models import Host, Link, Source, Watch, Why

RESOLVER = "https://doi.org/"
# What a person may say of a link for good; that it fails, or how often, is for the tries to find out.
PINNABLE = (Link.ALIVE, Link.MOVED, Link.RESTRICTED, Link.DEAD)
MAY = "Only analysts, editors and admins fetch sources and judge their links."


def address_of(source: Source) -> str:
    """Where the source can be asked for: its address, or else where its DOI leads; empty where it has neither."""
    return source.address or (f"{RESOLVER}{source.doi}" if source.doi else "")


def watch_sources(sources: Iterable[Source]) -> None:
    """See to it that each has its place in the queue, at once where this desk looks at sources by itself.

    One that is watched already stays as it is. Three queries, however many they are.
    """
    sites = {source.pk: site_of(address_of(source)) for source in sources if source.merged_into_id is None}
    sites = {pk: site for pk, site in sites.items() if site}
    known = set(Watch.objects.filter(pk__in=sites).values_list("pk", flat=True))
    new = {pk: site for pk, site in sorted(sites.items()) if pk not in known}
    if not new:
        return
    due = _at_once()
    hosts = [Host(name=site) for site in sorted(set(new.values()))]
    watches = [Watch(source_id=pk, host=site, due_at=due, why=Why.IDENTIFIED) for pk, site in new.items()]
    with transaction.atomic():
        Host.objects.bulk_create(hosts, ignore_conflicts=True)
        Watch.objects.bulk_create(watches, ignore_conflicts=True)
        if due:
            ring("fetch_sources")


def watch_address(source: Source) -> None:
    """The source has got an address, or another one: what was known of the old one is forgotten.

    Where it has none any more, nobody looks for it.
    """
    site = site_of(address_of(source))
    if not site:
        Watch.objects.filter(pk=source.pk).update(due_at=None, host="", etag="", last_modified="")
        return
    with transaction.atomic():
        watch_sources([source])
        fresh: dict[str, Any] = {
            "link": "",
            "since": None,
            "failed_on": [],
            "moved_to": "",
            "etag": "",
            "last_modified": "",
        }
        unpinned = {"pinned": False, "pinned_reason": "", "pinned_by": None}
        Host.objects.get_or_create(name=site)
        Watch.objects.filter(pk=source.pk).update(
            host=site, due_at=_at_once(), why=Why.IDENTIFIED, asked_by=None, **fresh, **unpinned
        )
        if settings.WATCH_DAYS:
            ring("fetch_sources")


def take_up(most: int) -> int:
    """Put what has no next time into the queue, where this desk looks at sources by itself; how many.

    That is so of what was kept while it did not.
    """
    if not settings.WATCH_DAYS:
        return 0
    idle = Watch.objects.filter(due_at=None, lease_until=None, source__merged_into=None).exclude(host="")
    some = list(idle.order_by("pk").values_list("pk", flat=True)[:most])
    return Watch.objects.filter(pk__in=some, due_at=None).update(due_at=timezone.now()) if some else 0


def _at_once() -> dt.datetime | None:
    return timezone.now() if settings.WATCH_DAYS else None


@transaction.atomic
def ask_fetch(source: Source, *, by: Any) -> Watch:
    """Ask for a copy of what the source says now. While one is asked for or under way, it is the same one.

    Raises NotAllowed, NoAddress, MergedAway.
    """
    require(by is None or permissions.can_fetch(by), MAY)
    watch = _watch_of(source)
    now = timezone.now()
    asked = Q(why=Why.ASKED, due_at__lte=now)
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    with history.action("source.fetch_asked", by=by):
        Watch.objects.filter(free, pk=source.pk).exclude(asked).update(due_at=now, why=Why.ASKED, asked_by=by)
    ring("fetch_sources")
    watch.refresh_from_db()
    return watch


def _watch_of(source: Source) -> Watch:
    """Its place in the queue. Raises NoAddress, MergedAway."""
    if source.merged_into_id is not None:
        raise refusals.MergedAway(
            "This source was merged into another, which is fetched in its place. Nothing was changed.",
            into=source.merged_into_id,
        )
    site = site_of(address_of(source))
    if not site:
        raise refusals.NoAddress(
            "This source has no address on the web that could be fetched. Nothing was changed. "
            "Give it an address, or give its text or file by hand."
        )
    Host.objects.get_or_create(name=site)
    watch, _ = Watch.objects.get_or_create(source=source, defaults={"host": site})
    if watch.host != site:
        Watch.objects.filter(pk=source.pk).update(host=site)
    return watch


@transaction.atomic
def pin_link(source: Source, *, link: str, reason: str, by: Any) -> Watch:
    """Say by hand how the link does; no try changes it until it is let go.

    Raises NotAllowed, NoAddress, MergedAway, BadValue.
    """
    require(by is None or permissions.can_fetch(by), MAY)
    if link not in PINNABLE:
        legal = ", ".join(PINNABLE)
        raise refusals.BadValue(f"A link cannot be pinned to “{link[:40]}”. Legal are: {legal}.", pointer="/state")
    if not reason.strip():
        raise refusals.BadValue("Say why; the reason stands beside the state for everybody.", pointer="/reason")
    watch = _watch_of(source)
    with history.action("source.link_pinned", by=by, reason=reason):
        others = Watch.objects.filter(pk=source.pk).exclude(link=link)
        others.update(link=link, since=timezone.now())
        Watch.objects.filter(pk=source.pk).update(pinned=True, pinned_reason=reason, pinned_by=by, failed_on=[])
    watch.refresh_from_db()
    return watch


@transaction.atomic
def unpin_link(source: Source, *, by: Any, reason: str = "") -> Watch:
    """Let the tries speak again. The state stays as it is until the next one.

    Raises NotAllowed, NoAddress, MergedAway.
    """
    require(by is None or permissions.can_fetch(by), MAY)
    watch = _watch_of(source)
    with history.action("source.link_unpinned", by=by, reason=reason):
        pinned = Watch.objects.filter(pk=source.pk, pinned=True)
        pinned.update(pinned=False, pinned_reason="", pinned_by=None)
    watch.refresh_from_db()
    return watch
