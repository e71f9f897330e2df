"""What an archive keeps of a page: fetched where its own address is dead, an archive's is known and no text is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from claimtracker.core import history
from sources import sites, tries
from sources.http import site_of
from sources.looking import Look, look
from sources.models import Host, Link, LinkCheck, Snapshot, Source, Watch


def fetch_archived(after: LinkCheck) -> bool:
    """A try of its own, at the archive's address; False where none is called for. Raises NotKept.

    `after` is the try at the page's own address. What the archive answers says nothing about that one's link.
    """
    source = Source.objects.get(pk=after.source_id)
    site = site_of(source.archive_address)
    if not site or not _is_missed(source):
        return False
    Host.objects.get_or_create(name=site)
    if not sites.claim(site):
        _come_again(source, site)
        return False
    check = _begin(source, after)
    if check is None:
        return False
    found = look(check.address, None, tries.same_bytes(source.pk), lambda found: sites.let_go(site, found))
    return _end(source, check, found)


def _is_missed(source: Source) -> bool:
    """Its link is dead, and there is nothing to read of it."""
    dead = Watch.objects.filter(pk=source.pk, link=Link.DEAD, source__merged_into=None).exists()
    return dead and not Snapshot.objects.readable().filter(source=source).exists()


def _come_again(source: Source, site: str) -> None:
    """The archive is asked by others now: the source is looked at again when it is free."""
    if settings.WATCH_DAYS:
        free = Host.objects.values_list("next_at", flat=True).get(name=site)
        Watch.objects.filter(pk=source.pk, due_at__gt=free).update(due_at=free)


def _begin(source: Source, after: LinkCheck) -> LinkCheck | None:
    """Its row; None where somebody looks at the source at this moment."""
    try:
        with transaction.atomic():
            return LinkCheck.objects.create(
                source=source,
                why=after.why,
                by=after.by,
                address=source.archive_address[:2000],
                started_at=timezone.now(),
            )
    except IntegrityError:
        return None


@transaction.atomic
def _end(source: Source, check: LinkCheck, found: Look) -> bool:
    """Store the archive's copy; False where the try was taken for broken off meanwhile."""
    source = Source.objects.select_for_update(no_key=True).get(pk=source.pk)
    if not LinkCheck.objects.select_for_update().filter(pk=check.pk, outcome="").exists():
        return False
    with history.action("source.fetched", by=check.by):
        snapshot, new = tries.keep(source, found, Snapshot.Method.ARCHIVE)
        link = Watch.objects.values_list("link", flat=True).get(pk=source.pk)
        tries.write(check, found, snapshot, new, timezone.now(), link, turned=False)
    return True
