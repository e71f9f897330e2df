"""Adding an article by hand: what is taken, what is refused, and that nothing typed is lost."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claimtracker.core import blobs
from sources.models import Article
from tests import make
from tests.web.test_frame import words

ADDRESS = "/articles/add/"


def send(browser, **fields):
    return browser.post(ADDRESS, {"text": make.TEXT, **fields})


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_pasted_text_becomes_an_article_and_leads_to_it(browse, ana):
    answer = send(browse(ana), title="High water", published="2024-03", byline="A. Writer", outlet="The Delta",
                  address="https://example.org/high-water")  # fmt: skip
    article = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/articles/{article.pk}/")
    assert (article.title, article.published, article.byline) == ("High water", "2024-03", "A. Writer")
    assert article.revision.text == make.TEXT
    assert article.revision.created_by == ana


def test_only_the_text_is_asked_for(browse, ana):
    send(browse(ana))
    assert Article.objects.get().title.startswith("The flood of March 2024")


def test_the_text_is_not_trimmed(browse, ana):
    send(browse(ana), text="  Two people died.[1]\r\n\r\n")
    assert Article.objects.get().revision.text == "  Two people died.[1]\n\n"


def test_html_is_kept_as_the_words_it_is_and_never_run(browse, ana):
    send(browse(ana), text="<script>alert(1)</script> Two people died. [1]", title="<b>Bold</b>")
    assert Article.objects.get().revision.text.startswith("<script>")
    assert "<b>Bold" not in browse(ana).get("/articles/").content.decode()


def test_the_same_text_again_lands_on_the_first(browse, ana):
    send(browse(ana), title="First")
    answer = browse(ana).post(ADDRESS, {"text": make.TEXT, "title": "Second"})
    assert Article.objects.count() == 1
    assert answer["Location"] == f"/articles/{Article.objects.get().pk}/"
    browser = browse(ana)
    browser.post(ADDRESS, {"text": make.TEXT})
    assert "This text is already here." in words(browser.get("/articles/"))


def test_a_known_address_with_another_text_leads_to_what_is_there(browse, ana):
    send(browse(ana), title="First", address="https://example.org/water")
    answer = send(browse(ana), text="Quite other words. [1]", address="https://example.org/water", byline="Me")
    assert answer.status_code == 409
    page = words(answer)
    assert f'<a href="/articles/{Article.objects.get().pk}/">Open “First”</a>' in page
    assert "Quite other words. [1]" in page
    assert 'value="Me"' in page


def test_a_file_comes_with_all_the_fields_that_a_browser_sends(browse, ana):
    fields = {"title": "A flood", "published": "2025-03", "address": "", "byline": "", "outlet": "", "format": "text"}
    answer = send(browse(ana), text="", file=file("flood.txt", b"Two people died. [1]"), **fields)
    assert answer.status_code == 302
    article = Article.objects.get()
    assert (article.title, article.published, article.revision.text) == ("A flood", "2025-03", "Two people died. [1]")


@pytest.mark.parametrize(
    ("fields", "at", "said"),
    [
        ({"text": ""}, "text", "There is no text yet."),
        ({"text": " \n\t "}, "text", "There is no text yet."),
        ({"text": "Two\0people"}, "text", "NUL character"),
        ({"published": "Decmber 2024"}, "published", "Write the date as 2025, 2025-03 or 2025-03-14"),
        ({"published": "2024-13"}, "published", "Write the date as"),
        ({"address": "javascript:alert(1)"}, "address", "It should begin with https:// or http://."),
        ({"format": "pdf"}, "format", "pdf is not one of the available choices"),
    ],
)
def test_a_refusal_stands_at_its_field_and_keeps_everything(browse, ana, fields, at, said):
    answer = send(browse(ana), **{"title": "My own title", "byline": "A. Writer", **fields})
    assert answer.status_code == 422
    page = words(answer)
    assert f'<a href="#id_{at}">' in page  # the summary leads to the field
    assert f'id="id_{at}_error"' in page
    assert said in page
    assert 'value="My own title"' in page
    assert 'value="A. Writer"' in page
    assert Article.objects.count() == 0


def test_everything_that_is_wrong_is_said_at_once(browse, ana):
    answer = send(browse(ana), published="soon", address="nowhere")
    page = words(answer)
    assert "Write the date as" in page
    assert "It should begin with https:// or http://." in page


def test_a_text_that_is_too_long_is_refused_with_both_numbers(browse, ana, settings):
    settings.LONGEST_TEXT = 100
    answer = send(browse(ana))
    assert answer.status_code == 413
    assert f"The text has {len(make.TEXT):,} characters; we take 100." in words(answer)
    assert "Nobody has counted the cattle." in words(answer)


def test_ten_million_characters_are_taken(browse, ana):
    text = "Two people died in the flood. [1]\n" * (10_000_000 // 34)
    assert send(browse(ana), text=text).status_code == 302
    assert Article.objects.get().revision.characters == len(text)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.txt", "Zwölf people drowned. [1]".encode()),
        ("NOTES.TXT", "Zwölf people drowned. [1]".encode("utf-16")),
        ("notes.txt", "Zwölf people drowned. [1]".encode("cp1252")),
    ],
)
def test_a_plain_text_is_stored_at_once(browse, ana, name, data):
    assert send(browse(ana), text="", file=file(name, data)).status_code == 302
    assert Article.objects.get().revision.text.strip() == "Zwölf people drowned. [1]"
    assert Article.objects.get().revision.format == "text"


def test_any_other_file_is_kept_as_it_came_for_the_worker(browse, ana):
    answer = send(browse(ana), text="", file=file("..\\notes.md", b"Two people drowned. [1]"), title="Flood")
    article = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/articles/{article.pk}/")
    arrival = article.arrivals.get()
    assert (arrival.name, arrival.way, arrival.state) == ("notes.md", "file", "waiting")
    assert blobs.fetch(arrival.sha256) == b"Two people drowned. [1]"
    assert "Being made into a text" in words(browse(ana).get(f"/articles/{article.pk}/"))


def test_an_address_alone_is_to_be_fetched(browse, ana):
    answer = send(browse(ana), text="", address="https://example.org/flood")
    article = Article.objects.get()
    assert (answer.status_code, article.state, article.revision) == (302, "reading", None)
    assert article.arrivals.get().address == "https://example.org/flood"
    assert "Being fetched" in words(browse(ana).get(f"/articles/{article.pk}/"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("notes.txt", b"%PDF-1.7 and so on", "is not a text file but a PDF document"),
        ("notes.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text file but a PNG image"),
        ("notes.txt", b"", "There is nothing in this file."),
    ],
)
def test_a_file_that_is_no_text_is_refused(browse, ana, name, data, said):
    answer = send(browse(ana), text="", file=file(name, data), title="Kept")
    assert answer.status_code == 422
    assert said in words(answer)
    assert 'value="Kept"' in words(answer)


def test_words_and_a_file_at_once_are_a_question(browse, ana):
    answer = send(browse(ana), file=file("notes.txt", b"Other words."))
    assert answer.status_code == 422
    assert "Send one of the two." in words(answer)
    assert "Nobody has counted the cattle." in words(answer)


def test_the_words_of_a_file_stand_in_the_box_when_something_else_is_refused(browse, ana):
    answer = send(browse(ana), text="", file=file("notes.txt", b"# Flood\n\nTwo died. [1]"), published="soon")
    assert answer.status_code == 422
    assert "Two died. [1]</textarea>" in words(answer)


def test_it_is_for_analysts(browse, rita, visitor, ana, ed, ada):
    assert send(browse(rita)).status_code == 403
    assert send(visitor)["Location"].startswith("/sign-in/")
    assert Article.objects.count() == 0
    assert [browse(person).get(ADDRESS).status_code for person in (ana, ed, ada)] == [200, 200, 200]


def test_a_form_from_elsewhere_is_refused(ana):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    answer = send(browser)
    assert answer.status_code == 403
    assert "The form is too old" in words(answer)
