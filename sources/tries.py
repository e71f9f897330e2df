"""What came of a try, stored in one transaction: the copy, the state of the link, the row of the try, the next time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claimtracker.core import history
from sources import health, snapshots, warc
from sources.filling import fill_blanks
from sources.health import Answer, Health, Try
from sources.http import site_of
from sources.looking import Look
from sources.models import Host, LinkCheck, Snapshot, Source, Watch
from sources.news import tell_of_link
from sources.signals import snapshot_seen_again
from sources.snapshots import Copy
from sources.text.memento import read_memento
from sources.text.unreadable import Unreadable
from sources.watching import address_of

LAST_TRIES = 12  # of all sources: whether our own network is away
AGAIN = dt.timedelta(hours=1)  # after a try that failed through no fault of the site's
ELSEWHERE = "The source has another address since this try began; that one is looked at."


@dataclass(frozen=True, slots=True)
class Errand:
    """One try that has begun: whose, and its row."""

    watch: Watch
    check: LinkCheck


def last_copy(source: int) -> Snapshot | None:
    """What the address answered when it was last asked with success."""
    seen = LinkCheck.objects.filter(source=source, snapshot__method=Snapshot.Method.FETCHED).order_by("-id")
    return Snapshot.objects.defer("text").filter(pk__in=seen.values("snapshot")[:1]).first()


def same_bytes(source: int) -> Callable[[str], Snapshot | None]:
    """Finds the readable copy that consists of the bytes with a sha256."""
    copies = Snapshot.objects.defer("text").readable().filter(source=source)
    return lambda sha256: copies.filter(sha256=sha256).first()


@transaction.atomic
def end(errand: Errand, found: Look) -> bool:
    """Store what came of a try; False where another worker has taken it over meanwhile. Raises NotKept."""
    # The source first: whoever merges or readdresses it waits, or is waited for.
    source = Source.objects.select_for_update(no_key=True).get(pk=errand.watch.pk)
    if not errand.watch.still_ours():
        return False
    watch, check, now = errand.watch, errand.check, timezone.now()
    watch.refresh_from_db()
    if source.merged_into_id or address_of(source)[:2000] != check.address:
        found = Look(Answer.UNKNOWN, code="address_changed", problem=ELSEWHERE)
    with history.action("source.fetched", by=check.by):
        last = last_copy(source.pk)
        snapshot, new = keep(source, found)
        held = found.answer == Answer.FAILED and _is_held(watch, found, now)
        before = _health(watch)
        after = health.after(before, Try(found.answer, now, found.moved_to, held))
        write(check, found, snapshot, new, now, after.link, health.is_news(before, after))
        tell_of_link(source, check)
        if new and found.document:
            fill_blanks(source, found.document)
        if snapshot and not new and snapshot != last:
            snapshot_seen_again.send(Snapshot, snapshot=snapshot)
        _note_site(watch, found, now)
        watch.settle(_next(watch, found, after, now), **_columns(after, found, now))
    return True


def keep(
    source: Source, found: Look, method: Snapshot.Method = Snapshot.Method.FETCHED
) -> tuple[Snapshot | None, bool]:
    """The copy that this answer is, and whether it is a new one."""
    fetched = found.fetched
    if fetched is None:
        return None, False
    if found.unchanged:
        return last_copy(source.pk), False
    if same := same_bytes(source.pk)(found.sha256):
        return same, False
    if found.document is None and _is_enough(source, found.code):
        return None, False
    asked_at = fetched.exchanges[-1].sent_at
    archive = method == Snapshot.Method.ARCHIVE
    # An archive's copy says what the page said when the archive took it.
    at = (read_memento(fetched.headers).datetime if archive else None) or asked_at
    copy = Copy(
        data=fetched.body,
        method=method,
        captured_at=at,
        document=found.document,
        problem=None if found.document else Unreadable.again(found.code, found.problem),
        name=found.name,
        media_type=found.media_type,
        fetched=fetched,
        warc=warc.record(fetched, asked_at),
    )
    return snapshots.store(source, copy)


def _is_enough(source: Source, code: str) -> bool:
    """There is a text already, or there are bytes that could not be read for the same reason."""
    return Snapshot.objects.filter(Q(characters__gt=0) | Q(code=code), source=source).exists()


def write(
    check: LinkCheck, found: Look, snapshot: Snapshot | None, new: bool, now: dt.datetime, link: str, turned: bool
) -> None:
    check.finished_at, check.milliseconds = now, found.milliseconds
    check.outcome = _outcome(snapshot, new)
    check.snapshot = snapshot
    check.link, check.turned = link, turned
    check.code, check.problem = found.code[:60], found.problem
    check.http_status = found.http_status
    if found.fetched:
        check.final_address = found.fetched.final_address[:2000]
        check.hops = [[hop.address, hop.status] for hop in found.fetched.hops]
    check.save()


def _outcome(snapshot: Snapshot | None, new: bool) -> str:
    if snapshot is None:
        return LinkCheck.Outcome.FAILED
    return LinkCheck.Outcome.NEW_COPY if new else LinkCheck.Outcome.SEEN_AGAIN


def _health(watch: Watch) -> Health:
    return Health(watch.link, watch.since, tuple(watch.failed_on), watch.moved_to, watch.pinned)


def _columns(after: Health, found: Look, now: dt.datetime) -> dict[str, Any]:
    """What the watch knows after the try."""
    columns: dict[str, Any] = {
        "link": after.link,
        "since": after.since,
        "failed_on": list(after.failed_on),
        "moved_to": after.moved_to[:2000],
        "checked_at": now,
    }
    if found.fetched and not found.unchanged:
        columns |= found.validators
    return columns


def _next(watch: Watch, found: Look, after: Health, now: dt.datetime) -> dt.datetime | None:
    """When to look again by itself; after a fault of ours soon, and not before the site wants to be asked."""
    due = health.next_check(after.link, now, every=settings.WATCH_DAYS, key=watch.pk)
    if due is not None and found.answer == Answer.UNKNOWN:
        due = min(due, now + AGAIN)
    wanted = now + dt.timedelta(seconds=found.pause or 0)
    if found.answer == Answer.UNKNOWN and found.pause is not None:
        return wanted  # it was not even asked: the wish stands
    return max(due, wanted) if due else None


def _is_held(watch: Watch, found: Look, now: dt.datetime) -> bool:
    """Whether this failure is the whole site's, or our own network's."""
    return _site_is_away(watch, now) or (found.silent and _network_is_away(watch, now))


def _site_is_away(watch: Watch, now: dt.datetime) -> bool:
    since = Host.objects.values_list("failing_since", flat=True).get(name=watch.host)
    failing = Q(link__in=["suspect", "held", "dead"], checked_at__gte=since)
    others = Watch.objects.filter(failing, host=watch.host).exclude(pk=watch.pk).count() if since else 0
    return health.site_is_away(since, others, now)


def _network_is_away(watch: Watch, now: dt.datetime) -> bool:
    """Of the last tries of all sources, this one among them."""
    lately = LinkCheck.objects.ended().filter(finished_at__gte=now - health.LATELY).order_by("-id")[:LAST_TRIES]
    tried = [
        (site_of(check.address), not _was_silent(check)) for check in lately.only("address", "http_status", "code")
    ]
    return health.network_is_away([*tried, (watch.host, False)])


def _was_silent(check: LinkCheck) -> bool:
    return check.http_status is None and check.code in ("not_reachable", "too_slow")


def _note_site(watch: Watch, found: Look, now: dt.datetime) -> None:
    """Since when nothing of the site has answered, and how often in a row."""
    site = Host.objects.select_for_update().get(name=watch.host)
    if found.answer == Answer.UNKNOWN:
        return
    failed = found.answer == Answer.FAILED
    site.failing_since = (site.failing_since or now) if failed else None
    site.failures = site.failures + 1 if failed else 0
    site.save(update_fields=["failing_since", "failures"])
