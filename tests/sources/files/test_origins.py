"""The map from the text back to the file: in order, never overlapping, and true."""

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.text.docx import read_docx
from sources.text.files import read_file
from sources.text.pdf.reading import read_pdf
from sources.text.unreadable import Unreadable
from sources.text.web.charset import decode_page
from sources.text.written import read_html, read_markdown, read_text

from .pages import NEWS, WIKI
from .pdfs import column, pdf
from .words import docx, footnote, notes, p

TAG = re.compile(r"<[a-zA-Z/!?][^>]*>")
WORD = re.compile(r"\w+")


def in_order(document):
    at = 0
    for origin in document.origins:
        assert at <= origin.start < origin.end <= len(document.text)
        assert origin.first < origin.last
        at = origin.end
    return document.origins


def squeezed(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def without_signs(text):
    """Without accents: one may stand behind something hidden, and compose with the letter before it."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def is_true_of_html(document, source):
    for origin in in_order(document):
        shown = squeezed(document.text[origin.start : origin.end])
        written = source[origin.first : origin.last]
        stripped = squeezed(html.unescape(TAG.sub("", written)))
        bare = shown.strip("[]").translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
        if stripped not in (shown, bare) and shown not in html.unescape(written):
            # Where something hidden stands in the middle, the words are there all the same.
            assert all(word in without_signs(stripped) for word in WORD.findall(without_signs(bare))), (shown, written)


@pytest.mark.parametrize("source", [WIKI, NEWS])
@pytest.mark.parametrize("page", [True, False])
def test_every_word_of_a_page_stands_where_it_is_said_to(source, page):
    document = read_file(source.encode(), "page.html", page=page)
    is_true_of_html(document, source)
    covered = sum(origin.end - origin.start for origin in document.origins)
    assert covered > 0.9 * len("".join(document.text.split()))


PIECES = ["<p>", "</p>", "<b>", "</b>", "<li>", "<ol>", "</ol>", "<br>", "<sup>", "</sup>", "4", " ", "\r\n", "\n"]
PIECES += [
    "café &amp; bar",
    "e\u0301",
    "\u0301",
    "🙂",
    "&#8217;",
    "&lt;x",
    "<",
    "<!-- no -->",
    "<td>",
    "<pre>",
    "</pre>",
]
PIECES += ["<a href='#n'>", "</a>", "<a href='https://lorn.example/a'>", "<li id=n>", "boats", "<h2>References</h2>"]
markup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(markup)
def test_any_markup_is_mapped_truly(source):
    is_true_of_html(read_html(source), source)


@settings(max_examples=60, deadline=None)
@given(markup)
def test_any_page_is_mapped_truly(source):
    try:
        document = read_html(source, name="page.html", page=True)
    except Unreadable:
        return
    is_true_of_html(document, source)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab \n\r\u0301\u1100\u1161e🙂"), max_size=40))
def test_any_text_is_mapped_truly(source):
    document = read_text(source)
    assert document.text == unicodedata.normalize("NFC", source.replace("\r\n", "\n").replace("\r", "\n"))
    origins = in_order(document)
    for origin in origins:
        written = source[origin.first : origin.last].replace("\r\n", "\n").replace("\r", "\n")
        assert unicodedata.normalize("NFC", written) == document.text[origin.start : origin.end]
    assert sum(origin.end - origin.start for origin in origins) == len(document.text)


def test_a_block_of_markdown_has_the_lines_it_was_written_on():
    source = "# Boats\r\n\r\nSome *40*\r\nsank.[^1]\r\n\r\n- one\r\n- two\r\n\r\n[^1]: Port of\r\n    Lorn.\r\n"
    document = read_markdown(source)
    for origin in in_order(document):
        written = WORD.findall(source[origin.first : origin.last])
        assert set(WORD.findall(document.text[origin.start : origin.end])) <= set(written)
    assert [document.text[o.start : o.end] for o in document.origins] == [
        "Boats",
        "Some 40 sank.[1]",
        "one",
        "two",
        "Port of Lorn.",
    ]


def test_a_word_document_says_which_paragraph():
    body = p("Boats sank.", footnote(1), " All of them.") + p("") + p("Then ", "nothing.")
    document = read_docx(docx(body, word__footnotes=notes(n1="Port.")), "a.docx")
    assert [(document.text[o.start : o.end], o.where, o.first, o.last) for o in in_order(document)] == [
        ("Boats sank.", "paragraph 1", 0, 11),
        (" All of them.", "paragraph 1", 11, 24),
        ("Then nothing.", "paragraph 3", 0, 13),
        ("Port.", "footnote 1", 1, 6),
    ]


def test_a_pdf_says_which_page():
    document = read_pdf(pdf(column(72, 700, ["Boats sank in the har-", "bour."]), column(72, 700, ["Then."])), "a.pdf")
    assert [(document.text[o.start : o.end], o.where, o.first, o.last) for o in in_order(document)] == [
        ("Boats sank in the har", "page 1", 0, 21),
        ("bour.", "page 1", 22, 27),
        ("Then.", "page 2", 0, 5),
    ]


def test_places_in_a_page_count_in_the_decoded_file():
    data = "<meta charset=windows-1252><p>Café – 40 boats".encode("cp1252")
    source, _ = decode_page(data, "a.html")
    document = read_file(data, "a.html")
    assert source[document.origins[0].first : document.origins[0].last] == "Café – 40 boats"
