"""Sources of fifty megabytes and things that unpack to more: each ends in words, in bounded time and memory."""

import gzip
import io
import os
import threading
import time
import tracemalloc
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf.generic import NameObject

from sources import warc
from sources.http import Bomb, Fetched, Limits, TooLarge, fetch
from sources.parsing import parse
from sources.text.limits import Limits as FileLimits
from sources.text.unreadable import Unreadable
from tests.sources.files.pdfs import writer
from tests.sources.files.words import docx, p
from tests.sources.keeping.archives import read
from tests.sources.net.servers import resident_mb, says

MB = 1_000_000
SENTENCE = b"The ferry carried %d people from Lorn to Tarn, the port authority said on Monday in its report. "
IN_TIME = Limits(seconds=60)
READ_SOON = FileLimits(seconds=40, cpu_seconds=8)  # the usual ones are longer; a test need not wait for them
GRACE = 15  # seconds that starting and killing a child may take on a busy machine


def prose(size: int, between: bytes = b"") -> bytes:
    """So many bytes in which no two sentences are the same."""
    count = size // (len(SENTENCE) + len(between) + 4)
    return b"".join(between + SENTENCE % number for number in range(count))


class Children:
    """The most memory in MB that one child of this process had while we looked."""

    def __enter__(self):
        self.most, self._done = 0, threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, *error):
        self._done.set()
        self._watch.join()

    def _look(self):
        while not self._done.wait(0.05):
            for stat in Path("/proc").glob("[0-9]*/stat"):
                try:
                    is_ours = int(stat.read_text().rpartition(")")[2].split()[1]) == os.getpid()
                    status = (stat.parent / "status").read_text() if is_ours else ""
                except (OSError, IndexError):
                    continue
                if "VmHWM:" in status:
                    self.most = max(self.most, int(status.partition("VmHWM:")[2].split()[0]) // 1000)


def test_a_page_of_fifty_megabytes_is_not_taken_off_the_wire(serve):
    server = serve(says(prose(50 * MB)))
    before = resident_mb()
    with pytest.raises(TooLarge) as failure:
        fetch(server.base, server.policy(), IN_TIME)
    assert failure.type is TooLarge
    assert "larger than this desk takes" in str(failure.value)
    assert resident_mb() - before < 150


def test_a_page_that_unpacks_to_fifty_megabytes_is_fetched_and_kept(serve):
    body = prose(48 * MB)
    server = serve(says(gzip.compress(body, 1), Content_Encoding="gzip", Content_Type="text/plain"))
    before, begun = resident_mb(), time.perf_counter()
    found = fetch(server.base, server.policy(), IN_TIME)
    assert found.body == body
    kept = warc.record(found, datetime.now(UTC))
    assert time.perf_counter() - begun < 60
    assert resident_mb() - before < 350
    assert read(kept)[0].body == body


def test_a_record_takes_no_copy_of_the_page_beyond_what_it_writes():
    body = os.urandom(8 * MB)
    fetched = Fetched("http://a.example/", "http://a.example/", (), 200, (), "", "", body, 0.1)
    tracemalloc.start()
    kept = warc.record(fetched, datetime.now(UTC))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 3.5 * len(kept)


@pytest.mark.parametrize("kind", ["gzip", "gzip in gzip"])
def test_a_bomb_is_told_from_a_large_page(kind, serve):
    bomb = gzip.compress(bytes(200 * MB))
    if kind == "gzip in gzip":
        bomb = gzip.compress(gzip.compress(bytes(2000)) * 100_000)
    server = serve(says(bomb, Content_Encoding="gzip"))
    before = resident_mb()
    with pytest.raises((Bomb, Unreadable)):
        parse(fetch(server.base, server.policy(), IN_TIME).body, "bomb.html", page=True)
    assert resident_mb() - before < 150


def stream_bomb():
    """A PDF of one page that draws words for as long as anybody reads."""
    made = writer("BT ET")
    content = made.pages[0]["/Contents"].get_object()
    content._data = zlib.compress(b"BT /F1 10 Tf (boat) Tj ET\n" * 8 * MB, 9)
    content[NameObject("/Filter")] = NameObject("/FlateDecode")
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


WHAT_TO_DO = ("split it, or paste the part that you need", "get the file again, or paste the text")
LARGE = {
    "a text": lambda: prose(50 * MB),
    "one line": lambda: b"boat " * (10 * MB),
    "a page": lambda: prose(50 * MB, b"<p>"),
    "a page without an end": lambda: b"<!doctype html>" + b"<div>boat " * (5 * MB),
    "a page of one tag": lambda: b"<!doctype html><p " + b"a=b " * (12 * MB) + b">boat</p>",
    "a page of links": lambda: b"<!doctype html>" + b"<a href=x>boat</a> " * (2 * MB + MB // 2),
    "a Word document": lambda: docx("".join(p(f"Boat {number} sank off Lorn.") for number in range(60_000))),
    "a PDF": stream_bomb,
}


@pytest.mark.parametrize("kind", LARGE)
def test_whatever_is_large_is_read_or_refused_in_words(kind):
    data = LARGE[kind]()
    begun = time.perf_counter()
    with Children() as children:
        try:
            outcome = parse(data, "source", page=True, boxes=True, limits=READ_SOON).text
        except Unreadable as refusal:
            outcome = str(refusal)
            assert outcome.startswith("“source” ")
            assert outcome.endswith(".")
    assert "boat" in outcome.casefold() or any(words in outcome for words in WHAT_TO_DO)
    assert time.perf_counter() - begun < READ_SOON.seconds + GRACE
    assert children.most < READ_SOON.memory // MB + 50


def test_what_is_large_and_can_be_read_is_read():
    with Children() as children:
        found = parse(prose(15 * MB, b"\n"), "report.txt")
    assert len(found.text) > 14 * MB
    assert children.most < 400
