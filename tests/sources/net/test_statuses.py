"""What an answer's status and headers become."""

from datetime import UTC, datetime

import pytest

from sources.http import (
    Busy,
    NotFetched,
    NotSupported,
    NotThere,
    Policy,
    RemoteFailed,
    SignInNeeded,
    Validators,
    fetch,
)
from sources.net.headers import codings, pairs, read_content_type, read_retry_after
from tests.sources.net.servers import SOON, says

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (401, SignInNeeded),
        (403, SignInNeeded),
        (407, SignInNeeded),
        (404, NotThere),
        (410, NotThere),
        (429, Busy),
        (503, Busy),
        (400, RemoteFailed),
        (418, RemoteFailed),
        (451, RemoteFailed),
        (500, RemoteFailed),
        (502, RemoteFailed),
        (206, RemoteFailed),
        (304, RemoteFailed),
        (999, RemoteFailed),
        (199, RemoteFailed),
    ],
)
def test_a_status_is_a_failure(status, failure, serve):
    server = serve(says(b"secret words of the site", status=f"{status} Secret"))
    with pytest.raises(NotFetched) as told:
        fetch(server.base, server.policy(), SOON)
    assert told.type is failure
    assert told.value.status == status
    assert "ecret" not in str(told.value)


@pytest.mark.parametrize("status", ["200 OK", "203 Non-Authoritative Information", "204 No Content", "200"])
def test_a_status_is_a_success(status, serve):
    server = serve(says(status=status))
    fetched = fetch(server.base, server.policy(), SOON)
    assert (fetched.status, fetched.body) == (int(status[:3]), b"")
    assert 0 < fetched.elapsed < 10


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("9999999999", 30 * 24 * 3600),
        ("Sun, 01 Mar 2026 12:02:00 GMT", 120),
        ("Sun, 01 Mar 2026 12:02:00 -0000", 120),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("Tue, 01 Mar 2050 12:00:00 GMT", 30 * 24 * 3600),
        ("soon", None),
        ("-1", None),
        ("99999999999999999999", None),
        ("", None),
        ("Sun, 99 Mar 2026 99:99:99 GMT", None),
    ],
)
def test_a_pause_is_read(said, seconds):
    assert read_retry_after((("Retry-After", said),), NOON) == seconds


def test_a_busy_site_says_when_to_come_again(serve):
    server = serve(says(status="429 Too Many Requests", Retry_After="30"))
    with pytest.raises(Busy) as failure:
        fetch(server.base, server.policy(), SOON)
    assert failure.value.retry_after == 30


@pytest.mark.parametrize(
    ("said", "kind", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ('Text/HTML;charset="windows-1252"', "text/html", "windows-1252"),
        ("text/html ; x=y; charset='latin1'", "text/html", "latin1"),
        ("application/pdf", "application/pdf", ""),
        ("html", "", ""),
        ("text/html charset=utf-8", "", ""),
        ("", "", ""),
        ("text/html; charset=<script>", "text/html", ""),
        ("text/" + "a" * 5000, "", ""),
    ],
)
def test_a_content_type_is_read(said, kind, charset):
    assert read_content_type((("Content-Type", said),)) == (kind, charset)
    assert read_content_type(()) == ("", "")


def test_codings_are_read_in_order():
    assert codings((("Content-Encoding", "GZIP, identity"), ("content-encoding", " br ,")), "content-encoding") == [
        "gzip",
        "br",
    ]


def test_a_folded_header_is_one_line():
    assert pairs([("X-A", "one\r\n two")]) == (("X-A", "one  two"),)


def test_headers_come_as_they_were(serve):
    server = serve(says(b"x", Content_Type="text/plain", X_Note="a", ETag='"1"', Set_Cookie="a=b"))
    fetched = fetch(server.base, server.policy(), SOON)
    assert fetched.headers == (
        ("Content-Type", "text/plain"),
        ("X-Note", "a"),
        ("ETag", '"1"'),
        ("Set-Cookie", "a=b"),
        ("Content-Length", "1"),
    )


def test_a_kind_that_was_not_asked_for_is_not_read(serve):
    policy = Policy(media_types=frozenset({"text/html"})).media_types
    video = serve(says(b"x", Content_Type="video/mp4"))
    with pytest.raises(NotSupported):
        fetch(video.base, video.policy(media_types=policy), SOON)
    page = serve(says(b"x", Content_Type="text/html; charset=utf-8"))
    assert fetch(page.base, page.policy(media_types=policy), SOON).media_type == "text/html"
    nameless = serve(says(b"x"))
    assert fetch(nameless.base, nameless.policy(media_types=policy), SOON).media_type == ""


def test_an_unchanged_page_is_not_sent_again(serve):
    def answer(connection, request):
        known = b'If-None-Match: "v1"\r\n' in request and b"If-Modified-Since: Sun, 01 Mar 2026" in request
        says(status="304 Not Modified" if known else "200 OK")(connection, request)

    server = serve(answer)
    policy = server.policy(media_types=frozenset({"text/html"}))
    seen = Validators('"v1"', "Sun, 01 Mar 2026 12:00:00 GMT")
    assert fetch(server.base, policy, SOON, seen).status == 304
    assert fetch(server.base, policy, SOON).status == 200


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', "ä", "", '"' + "a" * 1000 + '"', "\x00"])
def test_a_validator_cannot_carry_a_header(etag, serve):
    server = serve(says(b"x"))
    assert fetch(server.base, server.policy(), SOON, Validators(etag, etag)).body == b"x"
    assert b"If-" not in server.requests[0]
    assert b"Evil" not in server.requests[0]
