"""Where a page is dead and an archive is known, the archive's copy is kept, as what it is."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from sources import keeping, watching
from sources.http import site_of
from sources.models import Host, LinkCheck, Snapshot, Source, Watch
from tests.sources.watch.conftest import WORDS, asked, html, link_of

pytestmark = pytest.mark.django_db
TAKEN = dt.datetime(2024, 3, 10, 6, 30, tzinfo=dt.UTC)


@pytest.fixture
def archive(site_at):
    found = site_at()
    found.answers["/web/20240310/flood"] = html(
        Memento_Datetime="Sun, 10 Mar 2024 06:30:00 GMT", Link='<http://delta.example/flood>; rel="original"'
    )
    return found


@pytest.fixture
def source(site, archive) -> Source:
    made = site.source("/gone")
    made.archive_address = archive.address("/web/20240310/flood")
    made.save()
    return made


def dead(source: Source, clock) -> None:
    for _ in range(3):
        asked(source)
        clock(days=1)
    assert link_of(source) == "dead"


def test_of_a_dead_page_the_archives_copy_is_kept(source, archive, clock):
    dead(source, clock)
    copy = Snapshot.objects.get()
    assert (copy.method, copy.memento_at, copy.memento_of) == ("archive", TAKEN, "http://delta.example/flood")
    assert copy.captured_at == TAKEN
    assert "the lower town stood under water" in copy.text
    *_, page, kept = LinkCheck.objects.order_by("id")
    assert (page.outcome, page.link, page.turned) == ("failed", "dead", True)
    assert (kept.outcome, kept.link, kept.turned, kept.address) == ("new_copy", "dead", False, source.archive_address)
    assert link_of(source) == "dead"


def test_it_is_asked_for_once(source, archive, clock):
    dead(source, clock)
    asked(source)
    assert archive.paths == ["/web/20240310/flood"]


def test_a_page_that_only_failed_today_is_not_looked_for_in_the_archive(source, archive):
    asked(source)
    assert archive.paths == []


def test_where_a_text_is_kept_the_archive_is_not_asked(site, source, archive, clock):
    site.answers["/gone"] = html(f"{WORDS} As it was.")
    asked(source)
    del site.answers["/gone"]
    dead(source, clock)
    assert archive.paths == []


def test_an_archive_that_fails_is_a_try_with_its_reason_and_asked_again_with_the_next(source, archive, clock):
    archive.answers.clear()
    dead(source, clock)
    last = LinkCheck.objects.latest("id")
    assert (last.outcome, last.code, last.address) == ("failed", "not_there", source.archive_address)
    asked(source)
    assert len(archive.paths) == 2


def test_an_archive_that_is_asked_by_others_is_asked_when_it_is_free(source, archive, clock, settings):
    settings.WATCH_DAYS = 7
    for _ in range(2):
        asked(source)
        clock(days=1)
    free = timezone.now() + dt.timedelta(minutes=1)
    Host.objects.update_or_create(name=site_of(source.archive_address), defaults={"next_at": free})
    watching.ask_fetch(source, by=None)
    keeping.fetch_due()
    assert (link_of(source), archive.paths) == ("dead", [])
    assert Watch.objects.get().due_at == free
    clock(minutes=2)
    keeping.fetch_due()
    assert archive.paths == ["/web/20240310/flood"]


def test_where_no_archive_is_known_nothing_else_happens(site, clock):
    source = site.source("/gone")
    dead(source, clock)
    assert LinkCheck.objects.count() == 3
