"""Files in an object storage: kept once, fetched whole, and every failure told in words and in bounded time."""

import hashlib
import logging
import os
from time import perf_counter
from urllib.parse import quote

import pytest
from django.core.files.storage import default_storage

from claimtracker import env, objects
from claimtracker.core import blobs
from tests.core.fake_s3 import FakeS3, breaks_off, hangs_up, only, says, silent

DATA = b"Forty people came to the river.\n" * 50
KEY, SECRET = "desk/key", "p+ss/w:rd@%"


@pytest.fixture
def bucket(monkeypatch, settings):
    server = FakeS3()
    address = f"s3://{quote(KEY, safe='')}:{quote(SECRET, safe='')}@127.0.0.1:{server.port}/desk-files/kept/here"
    monkeypatch.setenv("THING", f"{address}?region=eu-north-1&secure=false")
    monkeypatch.setattr(objects, "READ_SECONDS", 1)
    monkeypatch.setattr(objects, "TRIES", 2)
    options = env.object_storage("THING")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "claimtracker.objects.ObjectStore", "OPTIONS": options},
    }
    yield server
    server.close()


def path_of(data):
    digest = hashlib.sha256(data).hexdigest()
    return f"/desk-files/kept/here/blobs/{digest[:2]}/{digest}"


def test_what_is_kept_is_fetched(bucket):
    digest = blobs.keep(DATA)
    assert bucket.objects == {path_of(DATA): DATA}
    assert blobs.fetch(digest) == DATA
    assert blobs.size(digest) == len(DATA)
    assert b"".join(blobs.stream(digest)) == DATA


def test_the_same_bytes_are_sent_once(bucket):
    assert blobs.keep(DATA) == blobs.keep(DATA)
    assert [command for command, _, _ in bucket.requests].count("PUT") == 1


def test_half_an_object_is_written_again(bucket):
    bucket.objects[path_of(DATA)] = DATA[:9]
    blobs.keep(DATA)
    assert bucket.objects[path_of(DATA)] == DATA


def test_nothing_is_a_file_too(bucket):
    assert blobs.fetch(blobs.keep(b"")) == b""


def test_a_large_file_goes_and_comes_in_one_piece(bucket):
    data = os.urandom(12 * objects.MB)
    digest = blobs.keep(data)
    pieces = list(blobs.stream(digest))
    assert b"".join(pieces) == data
    assert max(map(len, pieces)) == blobs.PIECE
    assert [command for command, _, _ in bucket.requests].count("PUT") == 1


def test_no_object_is_made_public_or_given_an_address(bucket):
    blobs.keep(DATA)
    headers = next(headers for command, _, headers in bucket.requests if command == "PUT")
    assert {name.lower() for name in headers} & {"x-amz-acl", "x-amz-grant-read"} == set()
    assert headers["Authorization"].startswith("AWS4-HMAC-SHA256 Credential=desk/key/")
    assert "/eu-north-1/s3/" in headers["Authorization"]
    with pytest.raises(NotImplementedError):
        default_storage.url("blobs/aa/aa")


@pytest.mark.parametrize("ask", [blobs.fetch, blobs.size, blobs.stream])
def test_what_is_gone_is_lost(bucket, ask):
    digest = blobs.keep(DATA)
    default_storage.delete(f"blobs/{digest[:2]}/{digest}")
    assert bucket.objects == {}
    with pytest.raises(blobs.BlobLost):
        ask(digest)


def test_other_bytes_than_were_kept_are_lost(bucket):
    digest = blobs.keep(DATA)
    bucket.objects[path_of(DATA)] = DATA[::-1]
    with pytest.raises(blobs.BlobLost):
        blobs.fetch(digest)


TROUBLES = {
    "full": says(507, "XMinioStorageFull"),
    "over its quota": says(403, "QuotaExceeded"),
    "refusing": says(403, "AccessDenied"),
    "without the bucket": says(404, "NoSuchBucket"),
    "broken": says(500, "InternalError"),
    "busy": says(503, "SlowDown"),
    "elsewhere": says(301, "PermanentRedirect"),
    "hanging up": hangs_up,
    "silent": silent,
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_storage_in_trouble_takes_nothing_and_says_so(bucket, trouble, caplog):
    bucket.trouble = only("PUT", TROUBLES[trouble])
    begun = perf_counter()
    with pytest.raises(blobs.NotKept, match=r"Nothing was stored; try again later") as refusal:
        blobs.keep(DATA)
    assert perf_counter() - begun < 20
    assert (refusal.value.status, refusal.value.code) == (503, "storage_unavailable")
    assert bucket.objects == {}
    _nothing_secret(caplog, refusal.value)
    bucket.trouble = None
    assert blobs.fetch(blobs.keep(DATA)) == DATA


@pytest.mark.parametrize("trouble", [*TROUBLES, "breaking off"])
def test_a_storage_in_trouble_does_not_say_that_a_file_is_gone(bucket, trouble, caplog):
    digest = blobs.keep(DATA)
    bucket.trouble = only("GET", TROUBLES.get(trouble, breaks_off))
    begun = perf_counter()
    with pytest.raises(blobs.NotReached, match="does not answer") as refusal:
        blobs.fetch(digest)
    assert perf_counter() - begun < 20
    _nothing_secret(caplog, refusal.value)
    bucket.trouble = None
    assert blobs.fetch(digest) == DATA


def test_one_fault_is_got_over(bucket):
    left = [1]
    bucket.trouble = lambda handler: bool(left) and bool(left.pop()) and handler.refuse(503, "SlowDown")
    assert blobs.fetch(blobs.keep(DATA)) == DATA


def test_a_storage_that_is_not_there_is_told_of(bucket):
    bucket.close()
    with pytest.raises(blobs.NotKept):
        blobs.keep(DATA)
    with pytest.raises(blobs.NotReached):
        blobs.size("a" * 64)


def _nothing_secret(caplog, refusal):
    told = "\n".join([caplog.text, str(refusal), repr(refusal), repr(refusal.__cause__), str(refusal.__cause__)])
    assert SECRET not in told
    assert quote(SECRET, safe="") not in told
    assert "hush" not in told


def test_no_secret_is_written_into_the_log_or_shown(bucket, caplog):
    with caplog.at_level(logging.DEBUG):
        blobs.fetch(blobs.keep(DATA))
    assert SECRET not in caplog.text
    assert "Signature=" not in caplog.text
    assert SECRET not in repr(default_storage)


def test_a_folder_that_cannot_be_read_is_not_lost_either(settings, tmp_path, monkeypatch):
    folder = {"BACKEND": "claimtracker.storage.WholeFiles", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": folder}
    digest = blobs.keep(DATA)
    assert (blobs.size(digest), b"".join(blobs.stream(digest))) == (len(DATA), DATA)
    with pytest.raises(blobs.BlobLost):
        blobs.stream("b" * 64)

    def denied(storage, name, mode="rb"):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("claimtracker.storage.WholeFiles.open", denied)
    with pytest.raises(blobs.NotReached):
        blobs.fetch(digest)
