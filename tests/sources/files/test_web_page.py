"""The article of a web page: marks and reference list kept, what stands around it left out, walls called walls."""

import pytest

from sources.text.files import read_file
from sources.text.references import read_references

from .pages import NEWS, WIKI


def read(html, **more):
    return read_file(html.encode(), "page.html", page=True, **more)


def codes(document):
    return [note.code for note in document.notes]


def test_a_wiki_page_keeps_its_marks_and_numbers_its_references():
    found = read(WIKI)
    assert (
        "At least 40 boats were sunk.[1][2] Crews denied it.[a][citation needed] Some 10⁶ coins.[note 1]\n"
        in found.text
    )
    assert [(entry.label, entry.text) for entry in read_references(found.text)] == [
        ("a", "By radio."),
        ("1", "“Boats sunk”. Coast Post. 2 May 2024. https://coast.example/boats?x=1&y=2"),
        ("2", "Smith, A. Lost fleets. doi:10.1000/182"),
    ]
    assert "References\n\n1. “Boats" in found.text


@pytest.mark.parametrize("clutter", ["edit", "Main page", "Other wars", "Month", "Privacy", "^", "Hidden words"])
def test_a_wiki_page_loses_its_clutter(clutter):
    assert clutter not in read(WIKI).text


def test_a_wiki_page_says_when_it_was_last_changed():
    found = read(WIKI)
    assert (found.title, found.published, found.language) == ("Harbour raid", "2024-05-06", "en")


def test_a_news_page_is_its_article():
    text = read(NEWS).text
    assert text.startswith("At least 31 people died when a ferry sank")
    assert "two decades.[1]\n" in text
    assert "loading of the vessel.[2]\n" in text
    for kept in ("What is known\n", "Some 40 boats took part in the search.\n", "We heard a bang"):
        assert kept in text
    for left in ("cookies", "Share on", "Related", "Harbour closed", "Ten best", "sad story", "Terms", "News\n"):
        assert left not in text


def test_the_notes_of_a_news_page_are_references():
    assert [(entry.number, entry.text) for entry in read_references(read(NEWS).text)] == [
        (1, "Coast guard report, 2 March 2024. https://guard.example/report"),
        (2, "Port authority, statement."),
    ]


def test_a_news_page_says_who_wrote_it_and_when():
    found = read(NEWS)
    assert (found.title, found.byline, found.outlet) == ("Ferry sinks off Lorn", "Ann Lee, Bo Orr", "Coast Post")
    assert (found.published, found.address, found.language) == ("2024-03-02", "https://coast.example/ferry", "en-GB")
    assert "around_the_text" in codes(found)


@pytest.mark.parametrize(
    ("mark", "entry"),
    [
        ('<sup><a href="#fn1">1</a></sup>', '<ol><li id="fn1">Port of Lorn.</li></ol>'),
        ('<a href="#fn1"><sup>1</sup></a>', '<ol><li id="fn1">Port of Lorn.</li></ol>'),
        (
            '<sup id="r1"><a href="https://a.example/x#n-1">[1]</a></sup>',
            '<ol><li><a id="n-1"></a>Port of Lorn.</li></ol>',
        ),
        ('<a class="footnote-ref" href="#fn1">1</a>', '<p id="fn1">1. Port of Lorn.</p>'),
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Port of Lorn.</p>'),
        (
            '<a href="#e1" role="doc-noteref">1</a>',
            '<aside id="e1" role="doc-footnote"><p>Port of Lorn. <a href="#x">↩</a></p></aside>',
        ),
    ],
)
def test_marks_and_entries_of_any_make_meet(mark, entry):
    words = (
        "Some forty boats were lost in the storm that hit the harbour of Lorn on Friday night, the coast guard says."
    )
    found = read(f"<article><p>{words}{mark}</p><p>{words}</p>{entry}</article>")
    assert f"{words}[1]\n" in found.text
    assert [(e.number, e.text) for e in read_references(found.text)] == [(1, "Port of Lorn.")]


def test_two_marks_in_one_raised_place_stay_two():
    page = "<p>Boats.<sup><a href='#a'>1</a><a href='#b'>2</a></sup></p><ol><li id=a>A.<li id=b>B.</ol>"
    assert "Boats.[1,2]\n" in read(page).text


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<html><body></body></html>", "empty"),
        ("<p>&nbsp;</p>", "empty"),
        (
            "<div id=root></div><script src=app.js></script><noscript>Please enable JavaScript.</noscript>",
            "script_only",
        ),
        ("<p>You need JavaScript to run this app.</p><script>run()</script>", "script_only"),
        ("<h1>Coast Post</h1><form><input name=user><input type=password><button>Go</button></form>", "sign_in_needed"),
        ("<p>Sign in to read this article.</p><p>Already a subscriber? Log in.</p>", "sign_in_needed"),
        ('<div class="cookie-wall"><p>We use cookies. Cookies help. Accept cookies?</p></div>', "sign_in_needed"),
    ],
)
def test_a_page_without_an_article_is_refused_in_words(html, code):
    with pytest.raises(ValueError, match=r"^“page.html” .+\.$") as refusal:
        read(html)
    assert refusal.value.code == code


def test_a_short_page_is_a_page():
    assert read("<p>Some 40 boats sank.</p>").text.strip() == "Some 40 boats sank."


def test_a_page_that_says_it_is_not_free_is_read_with_a_note():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    assert "paywall" in codes(read(NEWS.replace("<head>", "<head>" + data)))


def test_what_is_called_clutter_but_holds_most_of_the_text_is_the_article():
    page = NEWS.replace("<article>", '<article><div class="modal">').replace("</article>", "</div></article>")
    assert "At least 31 people died" in read(page).text


def test_the_address_behind_a_link_in_a_list_of_sources_is_printed():
    words = (
        "Some forty boats were lost in the storm that hit the harbour of Lorn on Friday night, the coast guard says."
    )
    page = f"<p>{words} [1]</p><p>See <a href='https://a.example'>this</a>, {words}</p><h2>Sources</h2><ol>"
    found = read(page + "<li><a href='https://p.example/r'>Report</a>, 2 May</ol><h2>More</h2><p>" + words)
    assert [entry.text for entry in read_references(found.text)] == ["Report, 2 May https://p.example/r"]
    assert "https://a.example" not in found.text


@pytest.mark.parametrize(
    ("title", "site", "kept"),
    [
        ("Ferry sinks | Coast Post", "Coast Post", "Ferry sinks"),
        ("Ferry sinks – coast post", "Coast Post", "Ferry sinks"),
        ("Ferry sinks - and rises", "Coast Post", "Ferry sinks - and rises"),
        ("Coast Post", "Coast Post", "Coast Post"),
        ("Ferry sinks | Coast Post", "", "Ferry sinks | Coast Post"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title, site, kept):
    words = "The ferry sank in the night, and forty people were taken off it by the coast guard. " * 8
    head = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    assert read(f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>").title == kept


def test_a_wiki_page_is_called_what_its_subject_is_called():
    unnamed = WIKI.replace('"headline"', '"name"').replace("Harbour raid - Wiki<", "Harbour raid - Wikipedia<")
    assert unnamed != WIKI
    assert read(unnamed).title == "Harbour raid"
