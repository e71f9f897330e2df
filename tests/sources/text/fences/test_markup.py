"""What the markup of a file says is no part of its text, and what of a page is evidence and must stay."""

import pytest

from sources.parsing import parse
from sources.text.document import Fence
from sources.text.fences import read_fences
from sources.text.files import read_file
from tests.sources.files.pdfs import pdf, words
from tests.sources.files.words import docx, footnote, notes, p
from tests.sources.text.fences.fenced import found_in
from tests.sources.text.fences.pages import JOURNAL, LONG, MINISTRY, NEWS, WIKI


def page(html):
    return read_file(html.encode(), "page.html", page=True, boxes=True)


def open_text(document):
    """The text without what is fenced."""
    text, at = "", 0
    for fence in read_fences(document):
        text, at = text + document.text[at : fence.start], fence.end
    return text + document.text[at:]


@pytest.mark.parametrize(
    ("html", "fenced"),
    [
        (
            NEWS,
            [
                ("caption", "A ferry with 500 people nears Tarn. Ann Lee/Reuters"),
                ("caption", "The quay, where 33 boats lay on Friday."),
                ("caption", "Deaths at sea"),
            ],
        ),
        (
            WIKI,
            [
                ("caption", "Harbour with 40 boats Map of 12 forts"),
                (
                    "references",
                    "References 1. Kell, A. 500 raids. Tarn Press, 2001. Further reading Ito, K. Forty boats. 1999.",
                ),
                ("navigation", "External links Raids: 60 photos"),
            ],
        ),
        (MINISTRY, [("references", "1. The count leaves out 12 rafts.")]),
        (
            JOURNAL,
            [
                ("caption", "Figure 1. Dams by age (n = 300)."),
                ("caption", "Table 1: Leaks in litres"),
                (
                    "references",
                    "References Kell, A. (2019). 500 dams. Tarn Press. Ito, K. (2001). Silt. Water, 4, 1–9.",
                ),
            ],
        ),
    ],
    ids=["news", "wiki", "ministry", "journal"],
)
def test_a_page_says_what_is_no_part_of_its_text(html, fenced):
    assert found_in(page(html)) == fenced


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (NEWS, ["At least 212 people died", "Some 40 boats", "2019\t12"]),
        (WIKI, ["3,000 soldiers", "212 lives"]),
        (MINISTRY, ["212 boats", "40 harbours closed", "3,000 boats", "3,400 in 2010", "3 May 2024"]),
        (JOURNAL, ["312 dams", "40 of them leak", "Orrin\t12"]),
    ],
    ids=["news", "wiki", "ministry", "journal"],
)
def test_what_a_page_says_stays_open(html, kept):
    text = open_text(page(html))
    assert [words for words in kept if words not in text] == []


def test_an_article_does_without_the_boxes_beside_it():
    found = read_file(WIKI.encode(), "page.html", page=True)
    assert "3,000 soldiers" not in found.text


ROWS = "".join(f"<tr><td>{year}</td><td>{year - 1900}</td></tr>" for year in range(2001, 2009))


@pytest.mark.parametrize("place", ["{table}{text}", "{text}{table}", "{text}{table}{text}"])
def test_a_table_of_nothing_but_numbers_is_kept_wherever_it_stands(place):
    table = f"<table><tr><th>Year</th><th>Boats</th></tr>{ROWS}</table>"
    html = place.format(table=table, text=f"<p>{LONG}</p><p>{LONG}</p>")
    text = open_text(page(f"<html><body><nav><a href=/>Home</a></nav><article>{html}</article></body></html>"))
    assert all(f"{year}\t{year - 1900}\n" in text for year in range(2001, 2009))


def test_a_page_kept_whole_has_fences_where_menus_stand():
    found = read_file(NEWS.encode(), "page.html")
    assert found_in(found)[0] == ("navigation", "Home News")
    assert found_in(found)[-1] == ("navigation", "© 2024 Coast Post")
    assert ("navigation", "Minister resigns over 14 deaths Port to close for 3 weeks Why ferries sink: 9 answers") in (
        found_in(found)
    )
    assert "At least 212 people died" in open_text(found)


def test_a_fence_counts_in_the_composed_text():
    decomposed = "Ein Fa\u0308hrmann za\u0308hlt 40 Boote im Hafen von Lorn, sagt die Ku\u0308stenwache am Montag. " * 3
    html = f"<article><p>{decomposed}</p><figure><figcaption>U\u0308ber 500 Boote</figcaption></figure><p>{decomposed}"
    assert found_in(read_file(html.encode(), "a.html")) == [("caption", "Über 500 Boote")]


@pytest.mark.parametrize(
    "html",
    [
        f"<aside><p>{LONG}</p><p>{LONG}</p></aside><p>Short.</p>",
        f'<div class="references"><p>{LONG}</p><p>{LONG}</p></div><p>Short.</p>',
        f'<div class="caption">{LONG * 20}</div><p>Short.</p>',
        f"<figure><blockquote>{LONG}</blockquote></figure>",
        f'<p>{LONG} <span class="caption-free">40 boats</span></p>',
        "<ul><li><a href=1>212 dead</a></li><li><a href=2>40 hurt</a></li></ul>" + f"<p>{LONG}</p>",
        "<table><tr><td><a href=1>Lorn</a></td><td><a href=2>12</a></td></tr>" * 4 + f"</table><p>{LONG}</p>",
    ],
)
def test_a_name_alone_does_not_fence_the_body(html):
    assert found_in(read_file(html.encode(), "a.html")) == []


def test_a_word_document_says_it_by_its_styles():
    found = read_file(
        docx(
            p("Contents 3", style="TOC1")
            + p("Some 212 boats.", footnote(1))
            + p("Figure 1 Boats, 500 of them", style="Caption")
            + p("They came back.")
            + p("Kell, Dams, 40 cases", style="Bibliography"),
            word__footnotes=notes(n1="Leaves out 12 rafts."),
        ),
        "boats.docx",
    )
    assert found_in(found) == [
        ("navigation", "Contents 3"),
        ("caption", "Figure 1 Boats, 500 of them"),
        ("references", "Kell, Dams, 40 cases References 1. Leaves out 12 rafts."),
    ]


def test_a_picture_in_markdown_is_a_caption():
    found = read_file(b"# Boats\n\n![A ferry with 500 people](a.png)\n\nSome 40 boats ![x](b.png) sank.\n", "a.md")
    assert found_in(found) == [("caption", "A ferry with 500 people")]


def test_footnotes_in_markdown_are_fenced():
    found = read_file(b"Some 40 boats.[^1]\n\n[^1]: Port of Lorn, 12 pages.\n", "a.md")
    assert found_in(found) == [("references", "References 1. Port of Lorn, 12 pages.")]


def test_a_pdf_is_fenced_by_its_words():
    body = [
        "Some 212 boats sank off the harbour of Lorn in the storm of Friday night, the port said,",
        "and 40 came back.",
    ]
    entries = ["[1] Kell, A. (2019). 40 dams. Tarn Press.", "[2] Ito, K. (2001). Silt. Tarn Press."]
    heights = [
        *body,
        "",
        "",
        "Figure 1: The quay with 500 boats",
        "",
        "",
        *body,
        "",
        "",
        "References",
        "",
        "",
        *entries,
    ]
    drawing = "".join(words(72, 700 - 12 * at, line) for at, line in enumerate(heights) if line)
    assert found_in(read_file(pdf(drawing), "a.pdf")) == [
        ("caption", "Figure 1: The quay with 500 boats"),
        ("references", f"References {' '.join(entries)}"),
    ]


def test_fences_come_out_of_the_cage():
    found = parse(JOURNAL.encode(), "a.html", page=True, boxes=True)
    assert found == page(JOURNAL)
    assert found.fences
    assert isinstance(found.fences[0], Fence)
