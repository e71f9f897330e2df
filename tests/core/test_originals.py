"""A file from outside is given out to be saved: it cannot run, be taken for another, or lead anywhere."""

import hashlib
import unicodedata
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.core import blobs, originals

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RLO, ZWSP = "\u202e", "\u200b"


@pytest.mark.parametrize(
    ("given_type", "sent"),
    [
        ("application/pdf", "application/pdf"),
        ("Application/PDF; charset=x", "application/pdf"),
        ("text/plain; charset=utf-8", "text/plain"),
        (DOCX, DOCX),
        ("application/warc", "application/warc"),
        ("text/html", originals.BYTES),
        ("text/html; charset=utf-8", originals.BYTES),
        ("application/xhtml+xml", originals.BYTES),
        ("image/svg+xml", originals.BYTES),
        ("image/png", originals.BYTES),
        ("text/xml", originals.BYTES),
        ("application/hta", originals.BYTES),
        ("text/javascript", originals.BYTES),
        ("multipart/x-mixed-replace", originals.BYTES),
        ("message/rfc822", originals.BYTES),
        ("text/plain\r\nX: y", originals.BYTES),
        ("application/pdf, text/html", originals.BYTES),
        ("", originals.BYTES),
        ("*/*", originals.BYTES),
    ],
)
def test_only_what_runs_nothing_is_called_by_its_type(given_type, sent):
    assert originals.headers("a", given_type)["Content-Type"] == sent


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("report.pdf", "application/pdf", "report.pdf"),
        ("Report.PDF", "application/pdf", "Report.pdf"),
        ("Bericht über Fähren.pdf", "application/pdf", "Bericht über Fähren.pdf"),
        ("отчёт", "text/plain", "отчёт.txt"),
        ("page.html", "text/html", "page.html"),
        ("page.htm", "text/html", "page.htm"),
        ("page.html", "image/png", "page.html.bin"),
        ("logo.png", "text/html", "logo.png.html"),
        ("picture.svg", "image/svg+xml", "picture.svg.bin"),
        ("tool.hta", "text/html", "tool.hta.html"),
        ("tool.exe", "application/pdf", "tool.exe.pdf"),
        ("both.pdf.html", "application/pdf", "both.pdf.html.pdf"),
        ("copy.warc.gz", "application/warc", "copy.warc.gz"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("..\\..\\boot.ini", "text/plain", "boot.ini.txt"),
        ("C:\\evil.txt", "text/plain", "evil.txt"),
        ("/", "text/plain", "original.txt"),
        ("..", "text/plain", "original.txt"),
        ("", "", "original.bin"),
        (".txt", "text/plain", "original.txt"),
        (".htaccess", "text/plain", "htaccess.txt"),
        (" a  b .txt ", "text/plain", "a b.txt"),
        ("a\r\nSet-Cookie: b=c.txt", "text/plain", "a Set-Cookie_ b=c.txt"),
        ('a"; filename="b.exe', "application/pdf", "a__ filename=_b.exe.pdf"),
        ("a%0d%0ab.txt", "text/plain", "a_0d_0ab.txt"),
        ("a\x00b.txt", "text/plain", "ab.txt"),
        (f"report{RLO}fdp.exe", "application/pdf", "reportfdp.exe.pdf"),
        (f"re{ZWSP}port.pdf", "application/pdf", "report.pdf"),
        ("half\ud800.txt", "text/plain", "half.txt"),
        ("e\u0301.txt", "text/plain", "é.txt"),
        ("CON", "text/plain", "_CON.txt"),
        ("nul.pdf", "application/pdf", "_nul.pdf"),
        ("a" * 500 + ".pdf", "application/pdf", "a" * 117 + ".pdf"),
        ("~$x.docx", DOCX, "~_x.docx"),
    ],
)
def test_a_name_leads_nowhere_and_ends_as_its_kind_does(name, kind, saved):
    assert originals.safe_name(name, kind) == saved


@given(st.text(max_size=300), st.sampled_from([*originals.ENDINGS, "text/html", "", "x/y"]))
def test_any_name_is_one_line_of_header_and_says_the_same_twice(name, kind):
    line = originals.headers(name, kind)["Content-Disposition"]
    assert line.isascii()
    assert line.isprintable()
    assert line.count('"') == 2
    saved = unquote(line.rpartition("UTF-8''")[2])
    assert saved == originals.safe_name(name, kind)
    assert originals.safe_name(saved, kind) == saved
    assert not {"/", "\\"} & set(saved)
    assert not saved.startswith(".")
    assert not any(unicodedata.category(character).startswith("C") for character in saved)


def test_nothing_of_it_runs_and_nobody_else_may_load_it():
    sent = originals.headers("a.html", "text/html")
    assert sent["Content-Disposition"].startswith("attachment; ")
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert sent["Cross-Origin-Resource-Policy"] == "same-origin"
    assert sent["Cache-Control"].startswith("private")


def test_the_policy_of_our_pages_does_not_take_the_place_of_its_own():
    from csp.middleware import CSPMiddleware

    middleware = CSPMiddleware(lambda request: originals.attached([b"x"], name="a", media_type=""))
    answer = middleware(RequestFactory().get("/"))
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    ours = CSPMiddleware(lambda request: HttpResponse("x"))(RequestFactory().get("/"))
    assert "script-src" in ours["Content-Security-Policy"]


@pytest.fixture
def folder(settings, tmp_path):
    there = {"BACKEND": "claimtracker.storage.WholeFiles", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": there}
    return tmp_path


def test_a_kept_file_is_streamed_whole(folder):
    data = b"<script>alert(1)</script>" * 40_000
    answer = originals.original(blobs.keep(data), name="x.html", media_type="text/html")
    assert answer.streaming
    assert answer["Content-Length"] == str(len(data))
    assert b"".join(answer.streaming_content) == data
    answer.close()


def test_a_lost_file_is_told_of_before_anything_is_sent(folder):
    with pytest.raises(blobs.BlobLost):
        originals.original(hashlib.sha256(b"x").hexdigest(), name="x", media_type="")
