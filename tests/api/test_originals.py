"""Copies as they came: saved and never shown, and as WARC files that other tools read."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.files.storage import default_storage
from warcio.archiveiterator import ArchiveIterator

from claimtracker.core import blobs
from sources import snapshots
from tests import make

PAGE = b"<p>The ministry counted 410 tents.</p><script>alert(1)</script>"
EVIL = '../..\\a\r\nSet-Cookie: x=1;"<script>.html'


@pytest.fixture
def source(db):
    return make.source()


def given(source, data=PAGE, name="bulletin.html", media_type="text/html", days=0):
    at = dt.datetime(2025, 1, 9 + days, tzinfo=dt.UTC)
    return snapshots.give_file(source, data=data, name=name, media_type=media_type, captured_at=at, by=None)[0]


@pytest.fixture
def fetched(browse, rita):
    """The bytes and the answer of an address of the API."""

    def of(address):
        answer = browse(rita).get(f"/api/v1/{address}")
        return b"".join(answer.streaming_content) if answer.streaming else answer.content, answer

    return of


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "x"])
def test_the_bytes_are_saved_as_they_came_and_run_nothing(fetched, source, media_type):
    copy = given(source, name=EVIL, media_type=media_type)
    data, answer = fetched(f"snapshots/{copy.pk}/download/")
    assert data == PAGE
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert not set("\r\n<>/\\") & set(answer["Content-Disposition"].removeprefix("attachment; "))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Length"] == str(len(PAGE))
    assert "Set-Cookie" not in answer.headers


def test_a_pasted_copy_is_a_text_file(fetched, source):
    copy = make.snapshot(source, "The ministry counted 410 tents.")
    data, answer = fetched(f"snapshots/{copy.pk}/download/")
    assert (data, answer["Content-Type"]) == (b"The ministry counted 410 tents.", "text/plain")
    assert f'filename="copy-{copy.pk}.txt"' in answer["Content-Disposition"]


def test_bytes_that_are_gone_are_said_to_be_gone(fetched, source):
    copy = given(source)
    default_storage.delete(blobs._name(copy.sha256))
    answer = fetched(f"snapshots/{copy.pk}/download/")[1]
    assert (answer.status_code, answer.json()["code"]) == (404, "bytes_lost")


def records(data):
    return [(one.rec_type, one.content_stream().read()) for one in ArchiveIterator(io.BytesIO(data))]


def test_a_copy_is_a_warc_file(fetched, source):
    data, answer = fetched(f"snapshots/{given(source).pk}/warc/")
    (first, _), rest = records(data)[0], records(data)[1:]
    assert (first, rest) == ("warcinfo", [("resource", PAGE)])
    assert answer["Content-Type"] == "application/warc"
    assert ".warc.gz" in answer["Content-Disposition"]


def test_all_copies_of_a_source_are_one_warc_file_the_oldest_first(fetched, source):
    given(source, data=b"<p>Second words.</p>", days=1)
    given(source, data=b"<p>First words.</p>")
    lost = given(source, data=b"<p>Lost words.</p>", days=2)
    default_storage.delete(blobs._name(lost.sha256))
    given(make.source(), data=b"<p>Of another.</p>")
    data, _ = fetched(f"sources/{source.pk}/warc/")
    assert [body for kind, body in records(data)[1:]] == [b"<p>First words.</p>", b"<p>Second words.</p>"]


def test_of_no_copy_and_no_source_there_is_nothing(fetched, db):
    for address in ("snapshots/999999/download/", "snapshots/999999/warc/", "sources/999999/warc/"):
        assert fetched(address)[1].status_code == 404
