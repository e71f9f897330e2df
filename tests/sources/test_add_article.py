"""Somebody adds an article."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from claimtracker.core.refusals import NotAllowed
from sources import ingest, refusals
from sources.models import Article, Reading, Revision
from tests import make
from tests.at_once import at_once

WORDS = "Forty people came. [1]"


def test_it_is_stored_at_once_and_waits_to_be_read(ana):
    article, new = ingest.add_article(text=WORDS, title="A visit", by=ana, published="2025-03")
    assert new
    assert article.state == "reading"
    assert article.revision.text == WORDS
    assert article.revision.created_by == ana
    assert str(article.published_earliest) == "2025-03-01"
    assert Reading.objects.due().filter(revision=article.revision).exists()


@pytest.mark.parametrize("role", ["rita", "nobody"])
def test_a_reader_may_not(role, request, db):
    from django.contrib.auth.models import AnonymousUser

    by = AnonymousUser() if role == "nobody" else request.getfixturevalue(role)
    with pytest.raises(NotAllowed):
        ingest.add_article(text=WORDS, by=by)
    assert not Article.objects.exists()


def test_nothing_of_the_text_is_trimmed(ana):
    text = "  Forty people came. [1]\n\n"
    assert ingest.add_article(text=text, by=ana)[0].revision.text == text


def test_it_takes_its_first_line_for_a_title(ana):
    assert ingest.add_article(text=f"\n The visit \n{WORDS}", by=ana)[0].title == "The visit"


@pytest.mark.parametrize(("line", "title"), [("word " * 100, "word " * 24 + "…"), ("x" * 300, "x" * 120 + " …")])
def test_of_a_long_first_line_it_takes_the_first_words(ana, line, title):
    assert ingest.add_article(text=line, by=ana)[0].title == title


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n", "\u200b\u200b\ufeff"])
def test_a_blank_text_is_refused(ana, text):
    with pytest.raises(refusals.EmptyText):
        ingest.add_article(text=text, by=ana)


@pytest.mark.parametrize("text", ["nul \x00 byte", "half a pair \ud83d here"])
def test_what_no_database_can_keep_is_refused(ana, text):
    with pytest.raises(refusals.BadText):
        ingest.add_article(text=text, by=ana)


@pytest.mark.parametrize("field", ["title", "byline", "outlet"])
def test_a_nul_in_another_field_is_refused_by_name(ana, field):
    with pytest.raises(refusals.BadText) as refusal:
        ingest.add_article(text=WORDS, by=ana, **{field: "a\x00b"})
    assert refusal.value.pointer == f"/{field}"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "last spring"),
        ("published", "2025-13"),
        ("address", "javascript:alert(1)"),
        ("address", "https://delta.example/" + "".join(chr(0x4E00 + n) for n in range(1900))),
        ("format", "pdf"),
    ],
)
def test_a_bad_value_is_refused_by_name(ana, field, value):
    with pytest.raises(refusals.BadValue) as refusal:
        ingest.add_article(text=WORDS, by=ana, **{field: value})
    assert refusal.value.pointer == f"/{field}"


def test_a_text_that_is_too_long_is_refused(ana, settings):
    settings.LONGEST_TEXT = 10
    with pytest.raises(refusals.TooLong):
        ingest.add_article(text=WORDS, by=ana)


@pytest.mark.parametrize(("first", "second"), [("", ""), ("https://a.example/x", ""), ("", "https://a.example/x")])
def test_the_same_text_at_the_same_or_no_address_is_the_same_article(ana, first, second):
    article, _ = ingest.add_article(text=WORDS, by=ana, address=first)
    again, new = ingest.add_article(text=WORDS, by=ana, address=second)
    assert (again.pk, new) == (article.pk, False)
    assert Article.objects.get().address == first or second


def test_two_spellings_of_an_address_are_one(ana):
    article, _ = ingest.add_article(text=WORDS, by=ana, address="http://www.a.example/x/?utm_source=mail")
    assert ingest.add_article(text=WORDS, by=ana, address="https://a.example/x")[0].pk == article.pk


def test_the_same_text_at_another_address_is_another_publication(ana):
    one, _ = ingest.add_article(text=WORDS, by=ana, address="https://a.example/x")
    other, new = ingest.add_article(text=WORDS, by=ana, address="https://b.example/x")
    assert new
    assert one.pk != other.pk


def test_another_text_at_a_known_address_is_refused_and_names_the_article(ana):
    article, _ = ingest.add_article(text=WORDS, by=ana, address="https://a.example/x")
    with pytest.raises(refusals.AddressKnown) as refusal:
        ingest.add_article(text="Other words.", by=ana, address="https://a.example/x")
    assert refusal.value.extra["article"] == article.pk


@pytest.mark.django_db(transaction=True)
def test_ten_who_add_the_same_text_at_once_make_one_article():
    made = at_once(*[lambda: ingest.add_article(text=WORDS, by=None)[0].pk] * 10)
    assert len(set(made)) == Article.objects.count() == 1


def test_nobody_changes_a_text_whatever_the_door(db):
    revision = make.article(read=False).revision
    for change in (lambda: Revision.objects.update(text="x", characters=1), revision.delete):
        with pytest.raises(Exception, match=r"[Cc]annot"), transaction.atomic():
            change()


def test_the_characters_of_a_text_are_counted_by_the_database(db):
    article = make.article(read=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.create(article=article, number=2, text="four", characters=5, sha256="x")


def test_a_failed_reading_can_be_sent_again(ana):
    article = make.article(read=False)
    Reading.objects.update(state="failed", tries=6)
    Article.objects.update(state="failed", problem="It stopped.")
    article.refresh_from_db()
    ingest.retry_reading(article, by=ana)
    assert Article.objects.get().state == "reading"
    assert Reading.objects.due().count() == 1
