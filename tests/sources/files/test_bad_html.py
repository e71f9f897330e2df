"""Pages made to do harm, or broken: all of their words come out, and where a limit was met, it is said."""

import time
from contextlib import suppress

import pytest

from sources.parsing import parse
from sources.text.files import read_file
from sources.text.unreadable import NulCharacter

WORDS = "Some forty boats were lost in the storm that hit the harbour of Lorn on Friday night, the coast guard says."


def read(html, page=True):
    return read_file(html.encode(), "page.html", page=page)


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<div>" * 100_000 + WORDS, "nested more than 200 deep"),
        ("<div>" * 300 + WORDS + "</div>" * 300, "nested more than 200 deep"),
        ("<b>" * 300 + f"<p>{WORDS}</p>", "nested more than 200 deep"),
        (f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>{WORDS}", "more than 128 attributes"),
        (f"<p {'a=1 ' * 100_000}>{WORDS}", "more than 128 attributes"),
        (f"<p>{WORDS}" + "<br>" * 500_001, "more than 500,000 tags"),
    ],
)
@pytest.mark.parametrize("reader", [read_file, parse])
def test_beyond_the_limits_all_words_are_kept_and_the_limit_is_said(html, why, reader):
    found = reader(html.encode(), "page.html", page=True)
    assert WORDS in found.text
    assert [note.code for note in found.notes] == ["page_limits"]
    assert why in found.notes[0].words


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{WORDS}<p>{WORDS}<p>{WORDS}",
        f"<html><body><div><p>{WORDS}<b><i><a href='x>{WORDS}",
        f"<article><p>{WORDS}</article></div></div></body></p>",
        f"<p>{WORDS}</p><script>never closed",
        f"<p>{WORDS}</p><!-- never closed {WORDS}",
        f'<p>{WORDS}</p><a title="never closed>{WORDS}',
        f"<table><tr><td>{WORDS}<tr><td><p>{WORDS}",
        f"<li>{WORDS}<ol><li>{WORDS}</li></ul>",
        f"<nav><p>{WORDS}",
        f"<div class=share><p>{WORDS}",
        f"<div hidden><p>{WORDS}</p></div>",
        f"<sup><a href='#x'><p>{WORDS}",
        f"</p></p></p>{WORDS}&#xffffffffffff;&#0;&nosuch;",
        f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{WORDS}</p></body></html>",
    ],
)
@pytest.mark.parametrize("page", [True, False])
def test_a_page_with_everything_left_open_keeps_its_words(html, page):
    assert WORDS in read(html, page).text


def test_a_nul_is_refused_with_its_place():
    with pytest.raises(NulCharacter, match="position 3"):
        read("<p>\0")


def test_a_page_of_data_for_machines_that_makes_no_sense_is_read():
    data = [
        "[" * 100_000,
        '{"@type": ["Article", {}], "author": [[[]]], "headline": {"a": 1}}',
        "\ud83d".encode("utf-16", "surrogatepass").decode("latin-1"),
    ]
    scripts = "".join(f'<script type="application/ld+json">{found}</script>' for found in data)
    assert WORDS in read(f"{scripts}<meta name=author content='&#xD800;'><p>{WORDS}</p>").text


PIECES = ["<", "<a ", "<div>", "</div>", "<p>", "<div class=share>", "<a href='#x'>1</a>", "<ol><li>", "<span hidden>"]
PIECES += ["<sup><a href='#f'>1</a></sup><p id=f>", "&#91;", "<td>", "<b><i>", "<script>", "<h2>References</h2>", "w "]
PIECES += ["<a href=http://lorn.example/a>x</a>", "<div id=n>a</div>", "<meta name=a content=b>", "<!--", "<a x='"]


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_for_a_page_grows_with_its_length_only(piece):
    def seconds(length):
        started = time.process_time()
        with suppress(ValueError):
            read(WORDS + piece * (length // len(piece)))
        return time.process_time() - started

    for _ in range(4):
        if seconds(160_000) < max(2.6 * 2.6 * seconds(40_000), 0.5):
            return
    pytest.fail("four times the length takes more than seven times as long")
