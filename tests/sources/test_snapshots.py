"""Copies of sources: kept once, never changed, and kept also where they cannot be read."""

import datetime as dt

import pytest
from django.db import DatabaseError, InternalError, transaction
from django.utils import timezone

from claimtracker.core import blobs
from claimtracker.core.refusals import NotAllowed
from sources import refusals, snapshots
from sources.models import LinkCheck, Snapshot
from tests import make

pytestmark = pytest.mark.django_db


def give(source, text="Twelve people died in the flood.", **options):
    options.setdefault("by", None)
    return snapshots.give_text(source, text=text, **options)


def test_a_pasted_text_is_a_copy_with_its_hashes_marked_by_hand(ana):
    snapshot, new = give(make.source(), by=ana)
    assert new
    assert (snapshot.method, snapshot.by_hand, snapshot.created_by) == ("pasted", True, ana)
    assert snapshot.characters == len(snapshot.text) == 32
    assert blobs.fetch(snapshot.sha256).decode() == snapshot.text


def test_the_same_text_again_is_the_same_copy():
    source = make.source()
    first, _ = give(source)
    again, new = give(source)
    assert (again.pk, new) == (first.pk, False)
    assert give(make.source())[1], "of another source it is another copy"


def test_another_text_is_another_copy_and_the_newest_comes_first():
    source = make.source()
    week = timezone.now() - dt.timedelta(days=7)
    give(source, "Ten people died.", captured_at=week)
    newer, _ = give(source)
    assert source.snapshots.first() == newer
    assert list(Snapshot.objects.newest()) == [newer]


def test_an_older_copy_that_was_seen_again_is_the_one_that_counts():
    source = make.source()
    older, _ = give(source, "Ten people died.", captured_at=timezone.now() - dt.timedelta(days=7))
    give(source, captured_at=timezone.now() - dt.timedelta(days=1))
    now = timezone.now()
    seen = {"outcome": "seen_again", "started_at": now, "finished_at": now, "why": "scheduled", "address": "x"}
    LinkCheck.objects.create(source=source, snapshot=older, **seen)
    assert list(Snapshot.objects.newest()) == [older]


def test_a_file_is_read_in_the_cage_and_keeps_its_bytes():
    page = b"<html><body><article><p>Some 300 houses were lost in the valley.</p></article></body></html>"
    snapshot, _ = snapshots.give_file(make.source(), data=page, name="C:\\copies\\page.html", by=None)
    assert (snapshot.name, snapshot.format, snapshot.method) == ("page.html", "html", "file")
    assert "Some 300 houses were lost" in snapshot.text
    assert blobs.fetch(snapshot.sha256) == page


def test_a_file_that_cannot_be_read_is_kept_with_the_reason():
    data = b"%PDF-1.7 and then nothing that is a PDF"
    source = make.source()
    snapshot, new = snapshots.give_file(source, data=data, name="report.pdf", by=None)
    assert new
    assert (snapshot.characters, snapshot.text_sha256) == (0, "")
    assert snapshot.problem
    assert snapshot.code
    assert snapshots.give_file(source, data=data, name="report.pdf", by=None) == (snapshot, False)
    assert not Snapshot.objects.readable().exists()


@pytest.mark.parametrize("text", ["", "   \n", "\u200b"])
def test_no_words_are_no_copy(text):
    with pytest.raises(refusals.EmptyText):
        give(make.source(), text)


def test_an_empty_file_is_no_copy():
    with pytest.raises(refusals.EmptyText):
        snapshots.give_file(make.source(), data=b"", name="a.txt", by=None)


def test_nobody_has_a_copy_from_tomorrow():
    with pytest.raises(refusals.BadValue) as refused:
        give(make.source(), captured_at=timezone.now() + dt.timedelta(days=1))
    assert refused.value.pointer == "/captured_at"


def test_readers_give_no_copies(rita):
    with pytest.raises(NotAllowed):
        give(make.source(), by=rita)
    with pytest.raises(NotAllowed):
        snapshots.give_file(make.source(), data=b"x", name="a.txt", by=rita)


def test_a_merged_source_takes_no_copies_and_names_the_other():
    other = make.source()
    with pytest.raises(snapshots.MergedAway) as refused:
        give(make.source(merged_into=other))
    assert refused.value.extra == {"into": other.pk}


def test_a_full_storage_stores_nothing(monkeypatch):
    def full(data):
        raise blobs.NotKept("full")

    monkeypatch.setattr(blobs, "keep", full)
    with pytest.raises(blobs.NotKept):
        give(make.source())
    assert not Snapshot.objects.exists()


def test_the_database_lets_nobody_change_or_delete_a_copy():
    snapshot, _ = give(make.source())
    for change in (
        lambda: Snapshot.objects.filter(pk=snapshot.pk).update(text="Nobody died."),
        lambda: Snapshot.objects.filter(pk=snapshot.pk).update(captured_at=timezone.now()),
        lambda: Snapshot.objects.filter(pk=snapshot.pk).delete(),
    ):
        with pytest.raises((InternalError, DatabaseError)), transaction.atomic():
            change()
    other = make.source()
    assert Snapshot.objects.filter(pk=snapshot.pk).update(source=other), "merging moves it"
