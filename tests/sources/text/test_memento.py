"""What a web archive says of a page that it keeps."""

from datetime import UTC, datetime
from time import process_time

import pytest

from sources.text.memento import Memento, read_memento

TAKEN = datetime(2025, 2, 3, 4, 5, 6, tzinfo=UTC)
DATE = ("Memento-Datetime", "Mon, 03 Feb 2025 04:05:06 GMT")
FIRST = 'rel="first memento"; datetime="Sun, 02 Feb 2025 00:00:00 GMT"'


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ([], Memento()),
        ([("Content-Type", "text/html")], Memento()),
        ([DATE], Memento(TAKEN)),
        ([("memento-datetime", DATE[1])], Memento(TAKEN)),
        ([("Memento-Datetime", "Mon, 03 Feb 2025 05:05:06 +0100")], Memento(TAKEN)),
        ([DATE, ("Link", '<https://a.example/x>; rel="original"')], Memento(TAKEN, "https://a.example/x")),
        ([DATE, ("Link", "<https://a.example/x>;rel=original")], Memento(TAKEN, "https://a.example/x")),
        ([("Link", '<https://a.example/x>; rel="Original timegate"')], Memento(None, "https://a.example/x")),
        (
            [("Link", f'<https://w.example/1>; {FIRST}, <https://a.example/x,y?b=1;c>; rel="original"')],
            Memento(None, "https://a.example/x,y?b=1;c"),
        ),
        (
            [("Link", "<https://w.example/1>; rel=memento"), ("link", "<https://a.example/x>; rel=original")],
            Memento(None, "https://a.example/x"),
        ),
        ([("Link", '<https://a.example/x>; title="rel=original"')], Memento()),
        ([("Link", '<https://a.example/x>; rel="next"; rel="original"')], Memento()),
        ([("Link", '<javascript:alert(1)>; rel="original"')], Memento()),
        ([("Link", '<https://a.example/\r\nx>; rel="original"')], Memento()),
        ([("Link", 'no link, <https://a.example/x>; rel="original"')], Memento()),
        ([("Memento-Datetime", "yesterday")], Memento()),
        ([("Memento-Datetime", "Mon, 99 Feb 2025 04:05:06 GMT")], Memento()),
        ([("Memento-Datetime", "")], Memento()),
    ],
)
def test_a_memento_is_read(headers, found):
    assert read_memento(headers) == found


@pytest.mark.parametrize(
    "piece", ["<", "<a>", "<a>;", "<a>; rel=", '<a>; rel="', ";", " ", ",", "<a>;rel=x;", "\u00a0"]
)
def test_a_flood_of_links_is_read_in_no_time(piece):
    begun = process_time()
    read_memento([("Link", piece * 60_000)])
    assert process_time() - begun < 0.5
