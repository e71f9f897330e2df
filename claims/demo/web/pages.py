"""What lies at each address of the story's web, and how it answers; the words are in the folder `pages`.

The first part of a path stands for the host that a site would have of its own.
In the files `http://story.test` stands for wherever this web is served.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.demo.web.pdf import pdf

FOLDER = Path(__file__).resolve().parent / "pages"
HERE = "http://story.test"
ARCHIVED = "/brackholm.example/sirens"
CORRECTED = "/coast-daily.example/mourning"
HTML, PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
NESTED = 1_000_000  # bytes of elements inside one another


@dataclass(frozen=True, slots=True)
class Page:
    """How one address answers. Times are in seconds."""

    file: str = ""  # in FOLDER
    media_type: str = HTML
    encoding: str = "utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    modified: str = ""  # such a page has an ETag, too, and answers 304
    delay: float = 0  # before anything is said
    drip: float = 0  # between one byte and the next, without end
    silent: bool = False  # never says anything
    text: str = ""  # in place of a file


PAGES = {
    "/": Page("front.html"),
    "/site.css": Page("site.css", "text/css; charset=utf-8"),
    "/robots.txt": Page("robots.txt", PLAIN),
    "/article.md": Page("article.md", "text/markdown; charset=utf-8"),
    "/library.bib": Page("library.bib", "application/x-bibtex; charset=utf-8"),
    "/library.ris": Page("library.ris", "application/x-research-info-systems; charset=utf-8"),
    "/library.json": Page("library.json", "application/vnd.citationstyles.csl+json; charset=utf-8"),
    # What the article cites, in its order.
    "/ostmere.example/press/lissen-spill": Page("press.html", modified="Tue, 11 Mar 2025 20:00:00 GMT"),
    "/norrwire.example/2025/03/11/ostmere-dam": Page("wire.html"),
    "/harnwick-courier.example/news/lissen-homes": Page("courier.html"),
    "/brackholm-post.example/doors": Page("post.html"),
    "/valley-herald.example/lists": Page("herald.html"),
    CORRECTED: Page("daily-before.html"),
    ARCHIVED: Page("not-there.html", status=404),
    "/lissen-water.example/our-dam": Page("gone.html", status=410),
    "/ledger.example/insurers": Page("paywall.html"),
    "/firefighters.example/members/after-the-night": Page(
        status=302, headers=(("Location", "/firefighters.example/login"),)
    ),
    "/firefighters.example/login": Page("login.html"),
    "/lissen-water.example/report.pdf": Page("report.txt", "application/pdf"),
    "/kellmark-university.example/flood": Page(
        status=301, headers=(("Location", "/kellmark-university.example/research/lissen-flood"),)
    ),
    "/kellmark-university.example/research/lissen-flood": Page("university.html"),
    # As servers do, it says the older name and means Windows-1252.
    "/sodra-bladet.example/english/night": Page("bladet.html", "text/html; charset=iso-8859-1", "cp1252"),
    "/weather.example/bulletins/2025-03-10.txt": Page("bulletin.txt", PLAIN, modified="Mon, 10 Mar 2025 09:00:00 GMT"),
    "/valley-notes.example/who-counted": Page("blog.html"),
    "/wiki.example/wiki/Lissen_spill": Page("wiki.html"),
    "/picture-desk.example/sandbags": Page("picture.html"),
    # An archive's copy of the dead page (RFC 7089).
    f"/archive.example/web/20250311063000{ARCHIVED}": Page(
        "archive.html",
        headers=(
            ("Memento-Datetime", "Tue, 11 Mar 2025 06:30:00 GMT"),
            ("Link", f'<{HERE}{ARCHIVED}>; rel="original"'),
        ),
    ),
    # Trouble.
    "/ledger.example/reinsurance": Page("payment.html", status=402),
    "/live.example/lissen": Page("busy.html", status=429, headers=(("Retry-After", "5"),)),
    "/flood-map.example/lissen": Page("overloaded.html", status=503),
    "/lissen-water.example/minutes": Page("minutes.html"),
    "/slow.example/timeline": Page("drip.html", drip=1.0),
    "/silent.example/statement": Page(silent=True),
    "/hostile.example/letters": Page("hostile.html"),
}
CORRECTION = Page("daily-after.html")


def body(page: Page, base: str) -> bytes:
    """The bytes of a page that is served at `base`, such as "http://127.0.0.1:8070"."""
    words = (page.text or _words(page.file)).replace(HERE, base)
    if page.media_type == "application/pdf":
        return _report(words)
    return words.encode(page.encoding)


def headers(page: Page, base: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value.replace(HERE, base)) for name, value in page.headers)


@cache
def _words(file: str) -> str:
    if not file:
        return ""
    words = (FOLDER / file).read_text(encoding="utf-8")
    depth = NESTED // len("<div></div>")
    return words.replace("<!-- nested -->", f"{'<div>' * depth}The end of the page.{'</div>' * depth}")


def _report(words: str) -> bytes:
    lines = words.splitlines()
    return pdf(lines[0], lines)
