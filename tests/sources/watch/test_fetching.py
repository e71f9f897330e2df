"""A source is asked for: what it says becomes a copy, and every try has its row."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claimtracker.core.refusals import NotAllowed
from sources import keeping, refusals, watching
from sources.models import Host, LinkCheck, Snapshot, Watch
from tests import make
from tests.sources.net.servers import says
from tests.sources.watch.conftest import WORDS, asked, html, last, link_of

pytestmark = pytest.mark.django_db


def test_a_page_that_is_asked_for_becomes_a_copy(site, ana):
    site.answers["/flood"] = html()
    source = site.source()
    watch = watching.ask_fetch(source, by=ana)
    assert (watch.state, watch.why, watch.asked_by) == ("waiting", "asked", ana)
    assert keeping.fetch_due() == 1
    copy = Snapshot.objects.get()
    assert (copy.source, copy.method, copy.http_status) == (source, "fetched", 200)
    assert "the lower town stood under water" in copy.text
    assert copy.warc_sha256
    check = LinkCheck.objects.get()
    assert (check.outcome, check.snapshot, check.by, check.why) == ("new_copy", copy, ana, "asked")
    assert (check.http_status, check.final_address, check.problem) == (200, site.address(), "")
    assert check.hops == [[site.address(), 200]]
    assert link_of(source) == "alive"


def test_the_same_page_again_is_the_same_copy_seen_again(site):
    site.answers["/flood"] = html()
    source = site.source()
    assert asked(source).outcome == "new_copy"
    check = asked(source)
    assert (check.outcome, check.snapshot) == ("seen_again", Snapshot.objects.get())


def test_the_same_words_in_another_dress_are_the_same_copy(site):
    site.answers["/flood"] = html()
    source = site.source()
    asked(source)
    site.answers["/flood"] = html(head='<meta name="generated" content="a minute ago">')
    assert asked(source).outcome == "seen_again"
    assert Snapshot.objects.count() == 1


def test_another_text_is_another_copy(site):
    site.answers["/flood"] = html()
    source = site.source()
    asked(source)
    site.answers["/flood"] = html(f"{WORDS} At least 14 people died, the town says now.")
    assert asked(source).outcome == "new_copy"
    assert Snapshot.objects.filter(source=source).count() == 2


def test_a_site_that_names_its_version_is_asked_whether_it_has_another(site):
    site.answers["/flood"] = html(ETag='"v1"', Last_Modified="Tue, 05 Mar 2024 09:00:00 GMT")
    source = site.source()
    asked(source)
    site.answers["/flood"] = says(status="304 Not Modified", ETag='"v1"')
    check = asked(source)
    request = site.server.requests[-1].decode()
    assert 'If-None-Match: "v1"' in request
    assert "If-Modified-Since: Tue, 05 Mar 2024 09:00:00 GMT" in request
    assert (check.outcome, check.http_status, check.snapshot) == ("seen_again", 304, Snapshot.objects.get())
    assert link_of(source) == "alive"


def test_nothing_is_taken_for_unchanged_where_no_text_is_kept(site):
    site.answers["/flood"] = says(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Content_Type="image/png", ETag='"v1"')
    source = site.source()
    asked(source)
    asked(source)
    assert b"If-None-Match" not in site.server.requests[-1]


def test_what_cannot_be_read_is_kept_once_with_the_reason(site):
    site.answers["/flood"] = says(b"%PDF-1.7\n%nothing", Content_Type="application/pdf")
    source = site.source()
    check = asked(source)
    copy = Snapshot.objects.get()
    assert (check.outcome, check.snapshot, copy.characters) == ("new_copy", copy, 0)
    assert check.problem == copy.problem != ""
    site.answers["/flood"] = says(b"%PDF-1.7\n%nothing else", Content_Type="application/pdf")
    assert asked(source).outcome == "failed"
    assert Snapshot.objects.count() == 1
    assert link_of(source) == "alive"


def test_a_plain_text_is_read_with_the_charset_that_the_server_names(site):
    site.answers["/flood"] = says("Die Flut zerstörte 40 Häuser.".encode("latin-1"),
                                  Content_Type="text/plain; charset=iso-8859-1")  # fmt: skip
    asked(site.source())
    assert Snapshot.objects.get().text == "Die Flut zerstörte 40 Häuser."


def test_a_failure_is_a_row_too_and_leaves_the_copy(site):
    site.answers["/flood"] = html()
    source = site.source()
    asked(source)
    del site.answers["/flood"]
    check = asked(source)
    assert (check.outcome, check.code, check.http_status, check.snapshot) == ("failed", "not_there", 404, None)
    assert check.problem.startswith("The site says that there is no such page.")
    assert Snapshot.objects.filter(source=source).count() == 1


def test_asking_twice_is_asking_once(site, ana, ed):
    source = site.source()
    watching.ask_fetch(source, by=ana)
    assert watching.ask_fetch(source, by=ed).asked_by == ana
    keeping.fetch_due()
    assert site.paths == ["/flood"]


def test_asking_while_it_is_under_way_is_the_same_try(site, ana):
    source = site.source()
    watching.ask_fetch(source, by=None)
    errand = keeping.take()
    assert watching.ask_fetch(source, by=ana).state == "running"
    keeping.carry_out(errand)
    assert keeping.fetch_due() == 0
    assert LinkCheck.objects.count() == 1


def test_readers_do_not_ask(site, rita):
    with pytest.raises(NotAllowed):
        watching.ask_fetch(site.source(), by=rita)


@pytest.mark.parametrize("address", ["", "ftp://delta.example/flood", "news:flood", "http://", "the second edition"])
def test_what_has_no_address_of_the_web_cannot_be_asked(ana, address):
    source = make.source(address=address)
    watching.watch_sources([source])
    with pytest.raises(refusals.NoAddress):
        watching.ask_fetch(source, by=ana)
    assert not Watch.objects.exists()


def test_a_merged_source_names_the_one_that_is_fetched_in_its_place(site, ana):
    kept = site.source("/kept")
    source = site.source("/gone", merged_into=kept)
    with pytest.raises(refusals.MergedAway) as refusal:
        watching.ask_fetch(source, by=ana)
    assert refusal.value.extra["into"] == kept.pk


def test_a_work_with_nothing_but_a_doi_is_asked_for_where_that_leads():
    source = make.source(doi="10.5555/flood.2024")
    watching.watch_sources([source])
    assert watching.address_of(source) == "https://doi.org/10.5555/flood.2024"
    assert Watch.objects.get().host == "doi.org"


def test_an_identified_source_is_due_at_once_and_others_only_when_asked(site, settings):
    quiet = site.source("/quiet")
    settings.WATCH_DAYS = 7
    source = site.source("/flood")
    assert Watch.objects.get(pk=quiet.pk).due_at is None
    assert Watch.objects.get(pk=source.pk).why == "identified"
    keeping.fetch_due()
    assert site.paths == ["/flood"]
    again = Watch.objects.get(pk=source.pk)
    assert again.why == "scheduled"
    assert again.due_at > timezone.now()


def test_many_sources_are_watched_in_as_many_queries_as_one(django_assert_max_num_queries, settings):
    settings.WATCH_DAYS = 7
    sources = [make.source(address=f"https://delta.example/{number}") for number in range(50)]
    with django_assert_max_num_queries(6):
        watching.watch_sources(sources)
    assert Watch.objects.count() == 50


def test_the_sources_that_an_article_names_are_watched(settings):
    settings.WATCH_DAYS = 7
    make.article(
        "The flood killed 12 people. [1]\n\nReferences\n[1] Smith, A. High water. https://delta.example/flood\n"
    )
    assert Watch.objects.get().host == "delta.example"


def test_another_address_makes_what_was_known_of_the_old_one_forgotten(site):
    site.answers["/flood"] = html(ETag='"v1"')
    source = site.source()
    asked(source)
    source.address = "https://delta.example/flood"
    source.save()
    watching.watch_address(source)
    watch = Watch.objects.get()
    assert (watch.host, watch.link, watch.etag) == ("delta.example", "", "")


def test_an_address_that_changes_while_it_is_asked_is_not_judged_by_the_old_one(site):
    site.answers["/flood"] = html()
    source = site.source()
    watching.ask_fetch(source, by=None)
    errand = keeping.take()
    source.address = "https://delta.example/flood"
    source.save()
    watching.watch_address(source)
    keeping.carry_out(errand)
    assert (last(source).outcome, last(source).code) == ("failed", "address_changed")
    assert (link_of(source), Snapshot.objects.count()) == ("", 0)


def test_what_people_ask_for_comes_before_what_is_due_longer(site, settings, ana):
    settings.WATCH_DAYS = 7
    for number in range(3):
        site.source(f"/{number}")
    wished = site.source("/wished")
    watching.ask_fetch(wished, by=ana)
    keeping.fetch_due()
    assert site.paths[0] == "/wished"
    assert sorted(site.paths[1:]) == ["/0", "/1", "/2"]


def test_the_history_says_who_pinned_a_link_and_nothing_of_the_tries(site, ana):
    site.answers["/flood"] = html()
    source = site.source()
    asked(source)
    watching.pin_link(source, link="dead", reason="It shows an advertisement now.", by=ana)
    check = asked(source)
    assert (link_of(source), check.link, check.outcome) == ("dead", "dead", "seen_again")
    events = [(event.pgh_context or {}).get("action") for event in Watch.pgh_event_model.objects.order_by("pgh_id")]
    assert "source.link_pinned" in events


def test_a_site_that_asks_for_a_pause_is_left_alone_so_long(site, monkeypatch):
    site.answers["/flood"] = says(status="429 Too Many Requests", Retry_After="3600")
    source, other = site.source(), site.source("/other")
    watching.ask_fetch(source, by=None)
    keeping.fetch_due()
    left = Host.objects.get().next_at - timezone.now()
    assert dt.timedelta(minutes=59) < left <= dt.timedelta(hours=1)
    watching.ask_fetch(other, by=None)
    assert keeping.fetch_due() == 0
    assert site.paths == ["/flood"]
    assert link_of(source) == "restricted"


def test_a_desk_that_begins_to_look_by_itself_looks_at_what_it_has(site, settings):
    source, merged, bare = site.source("/one"), site.source("/two"), site.source("/three")
    merged.merged_into = source
    merged.save()
    bare.address = ""
    bare.save()
    watching.watch_address(bare)
    assert watching.take_up(10) == 0
    settings.WATCH_DAYS = 7
    assert watching.take_up(10) == 1
    keeping.fetch_due()
    assert site.paths == ["/one"]
    assert watching.take_up(10) == 0
