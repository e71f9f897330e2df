"""A fetch is kept as a web archive keeps it, and any tool of web archives reads it back."""

import gzip
import io
from datetime import UTC, datetime

import pytest
from warcio.checker import Checker

from sources import warc
from sources.http import Exchange, Fetched, Hop, Validators, fetch
from tests.sources.keeping.archives import read
from tests.sources.net.servers import SOON, path_of, says

WHEN = datetime(2025, 3, 4, 5, 6, 7, 890, tzinfo=UTC)
PAGE = b"<p>The ferry carried 212 people.</p>" * 40


def fetched(*headers, body=PAGE, status=200, reason="OK", exchanges=True):
    said = Exchange(
        "http://a.example/x", WHEN, b"GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n", "HTTP/1.1", status, reason, headers
    )
    return Fetched(
        address="http://a.example/x",
        final_address="http://a.example/x",
        hops=(Hop("http://a.example/x", status),),
        status=status,
        headers=headers,
        media_type="text/html",
        charset="",
        body=body,
        elapsed=0.1,
        exchanges=(said,) if exchanges else (),
    )


def test_what_was_sent_and_what_came_is_remembered(serve):
    server = serve(says(PAGE, "200 Fine", Content_Type="text/html", X_Twice="a"))
    begun = datetime.now(UTC)
    found = fetch(f"{server.base}/ferry?x=1", server.policy(user_agent="Desk (desk@a.example)"), SOON)
    (said,) = found.exchanges
    assert said.request == server.requests[0]
    assert said.request.startswith(b"GET /ferry?x=1 HTTP/1.1\r\nHost: ")
    assert begun <= said.sent_at <= datetime.now(UTC)
    assert (said.protocol, said.status, said.reason, said.peer) == ("HTTP/1.1", 200, "Fine", "127.0.0.1")
    assert said.headers == found.headers


def test_a_page_is_kept_with_its_request(serve):
    server = serve(says(PAGE, "200 Fine", Content_Type="text/html; charset=utf-8"))
    found = fetch(f"{server.base}/ferry", server.policy(), SOON)
    response, request = read(warc.record(found, WHEN))
    assert (response.type, request.type) == ("response", "request")
    assert response.status == "HTTP/1.1 200 Fine"
    assert response.body == PAGE
    assert response.about["WARC-Target-URI"] == request.about["WARC-Target-URI"] == f"{server.base}/ferry"
    assert request.about["WARC-Concurrent-To"] == response.about["WARC-Record-ID"]
    assert response.about["WARC-Date"] == found.exchanges[0].sent_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    assert response.about["WARC-IP-Address"] == "127.0.0.1"
    assert response.about["WARC-Payload-Digest"].startswith("sha1:")
    assert request.status == "GET /ferry HTTP/1.1"
    assert request.head["User-Agent"] == "Claimtracker"


def test_redirects_are_kept_as_heads(serve):
    def answer(connection, request):
        moved = path_of(request) == "/old"
        said = says(b"Moved.", "302 Found", Location="/new") if moved else says(PAGE)
        said(connection, request)

    server = serve(answer)
    records = read(warc.record(fetch(f"{server.base}/old", server.policy(), SOON), WHEN))
    assert [(r.type, r.about["WARC-Target-URI"].removeprefix(server.base)) for r in records] == [
        ("response", "/old"),
        ("request", "/old"),
        ("response", "/new"),
        ("request", "/new"),
    ]
    assert (records[0].status, records[0].head["Location"], records[0].body) == ("HTTP/1.1 302 Found", "/new", b"")
    assert records[0].about["WARC-Truncated"] == "unspecified"
    assert "WARC-Truncated" not in records[1].about
    assert (records[0].head["Content-Length"], records[0].head["X-Archive-Orig-Content-Length"]) == ("0", "6")
    assert records[2].body == PAGE


def test_an_unpacked_body_says_how_it_came(serve):
    server = serve(says(gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html"))
    response, _ = read(warc.record(fetch(server.base, server.policy(), SOON), WHEN))
    assert response.body == PAGE
    assert response.head["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert response.head["Content-Length"] == str(len(PAGE))
    assert "Content-Encoding" not in response.head


def test_framing_is_not_kept(serve):
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server = serve(lambda connection, request: connection.sendall(head + b"4\r\nboat\r\n0\r\n\r\n"))
    response, _ = read(warc.record(fetch(server.base, server.policy(), SOON), WHEN))
    assert (response.body, response.head["X-Archive-Orig-Transfer-Encoding"]) == (b"boat", "chunked")
    assert response.head["Content-Length"] == "4"


def test_not_modified_has_no_body(serve):
    server = serve(says(b"", "304 Not Modified", Etag='"1"'))
    found = fetch(server.base, server.policy(), SOON, Validators(etag='"1"'))
    response, request = read(warc.record(found, WHEN))
    assert (response.status, response.body) == ("HTTP/1.1 304 Not Modified", b"")
    assert request.head["If-None-Match"] == '"1"'


def test_a_fetch_that_was_not_listened_to_is_kept_all_the_same():
    (response,) = read(warc.record(fetched(("Content-Type", "text/html"), exchanges=False), WHEN))
    assert (response.body, response.about["WARC-Date"]) == (PAGE, "2025-03-04T05:06:07.000890Z")


HOSTILE = [
    ("X-Bad", "a\r\nWARC-Type: response\r\n\r\nWARC/1.1"),
    ("X-Bad", "a\nSet-Cookie: b"),
    ("X-Bad", "a\x00b\x0bc\x85d\u2028"),
    ("X-Bad\r\nX-Other", "a"),
    ("X Bad: y", "a"),
    ("", "a"),
    ("\N{COMBINING ACUTE ACCENT}", "\N{COMBINING ACUTE ACCENT}"),
    ("Content-Disposition", 'attachment; filename="Fähre.pdf"'),
    ("Content-Disposition", 'attachment; filename="Fähre.pdf"'.encode().decode("latin-1")),
    ("X-Long", "y" * 64_000),
    ("X-Long", "é=" * 32_000),
    ("X-Long", '=;"' * 20_000 + "é"),
    ("X-Half", "\ud800"),
    ("Content-Length", "-5"),
    ("content-length", "99999999999999999999"),
    ("CONTENT-ENCODING", "br"),
    ("Transfer-Encoding ", "chunked"),
]


@pytest.mark.parametrize(("name", "value"), HOSTILE, ids=lambda part: ascii(part)[:40])
def test_hostile_headers_do_no_harm(name, value):
    response, request = read(warc.record(fetched((name, value), ("X-Last", "kept")), WHEN))
    assert response.body == PAGE
    assert response.head["X-Last"] == "kept"
    assert response.head["Content-Length"] == str(len(PAGE))
    assert not {"Set-Cookie", "WARC-Type", "X-Other", "Content-Encoding", "Transfer-Encoding"} & set(response.head)
    assert request.type == "request"


@pytest.mark.parametrize("reason", ["", "Über", "a\r\nX: y", "\x00", "o" * 60_000])
def test_a_hostile_reason_does_no_harm(reason):
    response, _ = read(warc.record(fetched(reason=reason), WHEN))
    assert response.status.startswith("HTTP/1.1 200")
    assert (response.body, "X" in response.head) == (PAGE, False)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("application/pdf", "application/pdf"),
        ("TEXT/plain; charset=x", "text/plain"),
        ("", "application/octet-stream"),
        ("text/html\r\nX: y", "application/octet-stream"),
        ("nonsense", "application/octet-stream"),
    ],
)
def test_a_copy_given_by_hand_is_a_resource(given, kept):
    (found,) = read(warc.resource_record(b"%PDF-1.7", given, WHEN, "Bericht\r\nüber.pdf"))
    assert (found.type, found.body, found.about["Content-Type"]) == ("resource", b"%PDF-1.7", kept)
    assert found.about["WARC-Target-URI"].startswith("urn:sha256:")
    assert found.about["X-File-Name"] == "Bericht%0D%0A%C3%BCber.pdf"


def test_records_kept_apart_become_one_file(tmp_path):
    parts = [warc.record(fetched(), WHEN), warc.resource_record(b"x", "text/plain", WHEN), warc.record(fetched(), WHEN)]
    whole = b"".join(warc.join(iter(parts), "Source 7\r\nevil: yes"))
    first, *others = read(whole)
    assert first.type == "warcinfo"
    said = dict(line.split(": ", 1) for line in first.body.decode().splitlines())
    assert (said["software"], said["format"]) == ("Claimtracker", "WARC File Format 1.1")
    assert "evil" not in said
    assert [r.type for r in others] == ["response", "request", "resource", "response", "request"]


def test_a_file_is_streamed():
    given = (piece for piece in [b"1", b"2"])
    stream = warc.join(given, "Copies")
    next(stream)
    assert next(stream) == b"1"
    assert next(given) == b"2"


def test_the_checker_of_web_archives_finds_nothing_wrong(tmp_path, capsys):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(warc.join([warc.record(fetched(("X-Bad", "é\r\n")), WHEN)], "Copies")))
    asked = type("Asked", (), {"inputs": [str(path)], "verbose": True})
    assert Checker(asked).process_all() == 0
    told = capsys.readouterr().out
    assert "digest pass" in told
    assert "fail" not in told


def test_every_record_is_a_gzip_of_its_own():
    data = warc.record(fetched(), WHEN)
    stream = io.BytesIO(data)
    assert gzip.GzipFile(fileobj=stream).read().count(b"WARC/1.1") == 2
    assert data.count(b"\x1f\x8b\x08") >= 2
