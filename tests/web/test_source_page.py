"""One source: its record, its link, its copies, giving one by hand, and what the copies say to the claims."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sources.models import LinkCheck, Snapshot, Watch
from tests import make
from tests.web.test_frame import words
from tests.web.test_snapshot_page import fenced

WORDS = "The river ministry counted 410 tents at the weir. The army lent 30 boats."


@pytest.fixture
def source(db):
    return make.source(
        title="Bulletin of the river ministry",
        address="https://ministry.example/bulletin",
        publisher="River Press",
        family="Delta Group",
        archive_address="https://archive.example/1/bulletin",
        reliability="C",
        reliability_reason="Counted well in two floods.",
        state="corrected",
        state_reason="The first print had another number.",
        origin="entry",
        origins={"publisher": "by_hand"},
    )


@pytest.fixture
def shows(browse, rita, source):
    return lambda query="": words(browse(rita).get(f"/sources/{source.pk}/{query}"))


def test_its_history_is_one_click_away(browse, rita, source, shows):
    address = f"/sources/{source.pk}/history/"
    assert f'<a href="{address}">History</a>' in shows()
    assert browse(rita).get(address).status_code == 200


def test_the_record_says_where_it_is_from_and_what_the_letter_means(shows):
    shown = shows()
    for told in (
        "River Press", "Delta Group", "https://archive.example/1/bulletin", "C: fairly reliable",
        "it has been right before", "Because: <bdi>Counted well in two floods.</bdi>",
        "Because: <bdi>The first print had another number.</bdi>", "read from an entry of an article",
    ):  # fmt: skip
        assert told in shown
    assert '<bdi>River Press</bdi> <span class="soft">· by hand</span>' in shown


def test_a_claim_says_what_the_newest_copy_says_to_it(shows, source):
    copy = make.snapshot(source, WORDS)
    found = make.finding(make.claim(), copy, make.proof(copy, "410"))
    absent = make.finding(make.claim(), copy)
    waits = make.claim()
    citation = waits.links.first().citation
    type(citation).objects.filter(pk=citation.pk).update(source=source)
    shown = shows()
    start = WORDS.index("410")
    assert f'href="/snapshots/{copy.pk}/?claim={found.claim_id}&amp;at={start}-{start + 3}#at"' in shown
    assert f'href="/snapshots/{copy.pk}/?claim={absent.claim_id}"' in shown
    for word in ("Found", "Absent", "Unavailable", ">1 found<", ">1 absent<", ">1 unavailable<"):
        assert word in shown


def test_many_claims_cost_as_many_queries_as_one(browse, rita, source, django_assert_max_num_queries):
    copy = make.snapshot(source, WORDS)
    for _ in range(8):
        make.finding(make.claim(), copy, make.proof(copy, "410"))
    browser = browse(rita)
    with django_assert_max_num_queries(16):
        assert browser.get(f"/sources/{source.pk}/").status_code == 200


def test_the_copies_say_how_they_came_and_what_changed(shows, source):
    at = timezone.now()
    first = make.snapshot(source, WORDS, captured_at=at - dt.timedelta(days=3))
    fenced(source, WORDS.replace("410", "470"))
    LinkCheck.objects.create(
        source=source, why="asked", started_at=at, finished_at=at, outcome="seen_again", snapshot=first
    )
    shown = shows()
    assert "Pasted, by hand" in shown
    assert "Fetched" in shown
    assert "the same text on" in shown
    assert shown.count("what changed") == 1


def test_a_source_without_copies_or_tries_says_so(browse, rita):
    bare = make.source(title="A paper")
    shown = words(browse(rita).get(f"/sources/{bare.pk}/"))
    for told in ("No copy kept", "has not been fetched or given", "It has no address on the web"):
        assert told in shown
    assert "Fetch now" not in shown
    assert "Give a copy by hand" not in shown  # a reader


def test_the_link_says_the_last_and_the_next_try(shows, source):
    at = dt.datetime(2025, 1, 9, 14, 2, tzinfo=dt.UTC)
    Watch.objects.create(source=source, host="ministry.example", link="suspect", checked_at=at, since=at,
                         due_at=at + dt.timedelta(days=1))  # fmt: skip
    LinkCheck.objects.create(source=source, why="scheduled", started_at=at, finished_at=at, outcome="failed",
                             problem="The site did not answer within 20 seconds.")  # fmt: skip
    shown = shows()
    for told in ("Failed lately", "9 Jan 2025, 14:02 UTC", "10 Jan 2025, 14:02 UTC", "it was due",
                 "The site did not answer within 20 seconds."):  # fmt: skip
        assert told in shown


def test_somebody_asks_for_it_now(browse, ana, rita, source):
    answer = browse(ana).post(f"/sources/{source.pk}/fetch/", follow=True)
    assert "The source is being asked for." in words(answer)
    assert Watch.objects.get(source=source).asked_by == ana
    assert browse(rita).post(f"/sources/{source.pk}/fetch/").status_code == 403


def test_without_an_address_there_is_nothing_to_ask(browse, ana):
    answer = browse(ana).post(f"/sources/{make.source().pk}/fetch/", follow=True)
    assert "no address on the web" in words(answer)


def test_every_try_has_a_row(browse, rita, source):
    at = timezone.now()
    for number in range(60):
        LinkCheck.objects.create(source=source, why="asked", started_at=at, finished_at=at, outcome="failed",
                                 problem=f"Try {number} failed.", address=source.address)  # fmt: skip
    first = browse(rita).get(f"/sources/{source.pk}/tries/")
    assert "Try 59 failed." in words(first)
    assert "Try 0 failed." not in words(first)
    assert 'rel="next"' in words(first)
    assert browse(rita).get(f"/sources/{source.pk}/tries/?x=1").status_code == 400


def give(browse, who, source, **sent):
    return browse(who).post(f"/sources/{source.pk}/give/", sent)


def test_pasted_words_become_a_copy_of_their_day(browse, ana, source):
    answer = give(browse, ana, source, text=WORDS, captured_at="2025-01-09")
    copy = Snapshot.objects.get()
    assert answer["Location"] == f"/snapshots/{copy.pk}/"
    assert (copy.text, copy.captured_at.date(), copy.by_hand) == (WORDS, dt.date(2025, 1, 9), True)


def test_a_file_becomes_a_copy(browse, ana, source):
    give(browse, ana, source, file=SimpleUploadedFile("b.html", b"<p>The ministry counted 410 tents.</p>"))
    assert "410 tents" in Snapshot.objects.get().text


def test_the_same_words_are_kept_once_and_it_says_so(browse, ana, source):
    give(browse, ana, source, text=WORDS)
    answer = browse(ana).post(f"/sources/{source.pk}/give/", {"text": WORDS}, follow=True)
    assert "Nothing was added twice." in words(answer)
    assert Snapshot.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "  "}, "There are no words yet."),
        ({"text": WORDS, "captured_at": "9 January"}, "Write the day as 2025-03-14."),
        ({"text": WORDS, "captured_at": "2199-01-01"}, "This day has not come yet."),
        ({"text": WORDS + "\0"}, "The text has a NUL character"),
    ],
)
def test_what_is_refused_comes_back_as_it_was_typed(browse, ana, source, sent, said):
    answer = give(browse, ana, source, **sent)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "The copy was not kept" in words(answer)
    if sent["text"].strip():
        assert "The army lent 30 boats." in words(answer)
    assert not Snapshot.objects.exists()


def test_a_file_without_text_is_kept_and_it_says_so(browse, ana, source):
    file = SimpleUploadedFile("b.pdf", b"%PDF-1.7 nothing more")
    answer = browse(ana).post(f"/sources/{source.pk}/give/", {"file": file}, follow=True)
    assert "but there is no text of it" in words(answer)
    assert Snapshot.objects.get().problem


def test_a_reader_gives_no_copy(browse, rita, source):
    assert give(browse, rita, source, text=WORDS).status_code == 403


def test_a_merged_source_leads_to_the_other(browse, ana, source):
    other = make.source(title="The bulletin", merged_into=source)
    shown = words(browse(ana).get(f"/sources/{other.pk}/"))
    assert "This is another source now" in shown
    assert "Give a copy by hand" not in shown
    assert give(browse, ana, other, text=WORDS).status_code == 409
