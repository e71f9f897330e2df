"""What goes wrong with us, and not with the site: it stands on the try, and the source is fetched once all the same."""

from __future__ import annotations

import datetime as dt
import errno

import pytest
from django.utils import timezone

from claimtracker.core import blobs
from sources import keeping, looking, snapshots, watching
from sources.models import Host, LinkCheck, Snapshot, Watch
from tests.sources.net.servers import says
from tests.sources.watch.conftest import asked, html, last, link_of

pytestmark = pytest.mark.django_db


def test_where_the_storage_is_full_it_is_said_and_fetched_once_there_is_room(site, monkeypatch, settings):
    settings.WATCH_DAYS = 7
    site.answers["/flood"] = html()
    source = site.source()

    def full(*given, **more):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(blobs.default_storage, "save", full)
        check = asked(source)
    assert (check.outcome, check.code) == ("failed", "storage_unavailable")
    assert check.problem.startswith("The storage of files is full")
    assert (link_of(source), Snapshot.objects.count()) == ("", 0)
    # Soon again, for it was no fault of the site's.
    watch = Watch.objects.get()
    assert watch.due_at - timezone.now() <= dt.timedelta(hours=1)
    Watch.objects.update(due_at=timezone.now())
    keeping.fetch_due()
    assert (last(source).outcome, Snapshot.objects.count()) == ("new_copy", 1)


def test_a_source_of_fifty_megabytes_is_said_to_be_too_large(site):
    site.answers["/flood"] = says(b"x" * 50_000_000, Content_Type="text/plain")
    source = site.source()
    check = asked(source)
    assert (check.outcome, check.code) == ("failed", "too_large")
    assert check.problem.startswith("What lies at this address is larger than this desk takes.")
    assert (link_of(source), Snapshot.objects.count()) == ("alive", 0)


@pytest.mark.parametrize(("where", "what"), [(looking, "fetch_source"), (snapshots, "read"), (snapshots, "store")])
def test_where_the_program_fails_the_try_says_so_and_the_link_is_not_blamed(site, monkeypatch, where, what):
    site.answers["/flood"] = html()
    source = site.source()
    with monkeypatch.context() as patch:
        patch.setattr(where, what, lambda *given, **more: 1 / 0)
        check = asked(source)
    assert (check.outcome, check.code, link_of(source)) == ("failed", "failed", "")
    assert asked(source).outcome == "new_copy"
    assert Snapshot.objects.count() == 1


def test_a_source_that_stops_the_program_again_and_again_is_left_alone_and_says_so(site):
    source = site.source()
    watching.ask_fetch(source, by=None)
    for _ in range(6):
        errand = keeping.take()
        # The program is killed here.
        Watch.objects.update(lease_until=timezone.now())
        Host.objects.update(next_at=None)
    assert LinkCheck.objects.filter(outcome="broke_off").count() == 5
    keeping.carry_out(errand)
    assert (last(source).outcome, last(source).code) == ("failed", "gave_up")
    assert "stopped 5 times" in last(source).problem
    assert (site.paths, keeping.take()) == ([], None)


def test_a_clock_that_jumps_back_leaves_nothing_behind(site, clock):
    site.answers["/flood"] = html()
    source = site.source()
    clock(hours=2)
    asked(source)
    clock(hours=-3)
    check = asked(source)
    assert check.outcome == "seen_again"
