"""A new text of an article: kept beside the old one, read in its turn, and never half."""

from __future__ import annotations

import pytest

from claims import intake
from claimtracker.core.refusals import NotAllowed
from sources import arrivals, ingest, refusals
from sources.models import Article, Reading
from tests import make

MORE = make.TEXT + " Later, 40 more people were found dead. [2]"


@pytest.fixture
def article(db) -> Article:
    return make.article(make.TEXT)


def test_the_text_before_stays_the_current_one_until_the_new_one_is_read(article, ana):
    revision, new = ingest.reread_article(article, text=MORE, by=ana)
    article.refresh_from_db()
    assert (new, revision.number, article.state, article.revision.number) == (True, 2, "reading", 1)
    intake.read_article(revision.pk)
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 2)
    assert article.revisions.get(number=1).text == make.TEXT


def test_the_same_text_again_changes_nothing(article, ana):
    revision, new = ingest.reread_article(article, text=make.TEXT, by=ana)
    article.refresh_from_db()
    assert (revision.number, new, article.state) == (1, False, "ready")


def test_an_earlier_text_may_come_back(article, ana):
    for text in (MORE, make.TEXT):
        intake.read_article(ingest.reread_article(article, text=text, by=ana)[0].pk)
    article.refresh_from_db()
    assert article.revision.number == 3
    assert article.revision.text == make.TEXT


def test_of_two_waiting_texts_the_older_is_read_first(article, ana):
    second, _ = ingest.reread_article(article, text=MORE, by=ana)
    third, _ = ingest.reread_article(article, text=MORE + " And more.", by=ana)
    assert list(Reading.objects.due().values_list("revision__number", flat=True)) == [2]
    assert not intake.read_article(third.pk)
    assert intake.read_article(second.pk)
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("reading", 2)
    assert intake.read_article(third.pk)
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 3)


def test_an_identification_carries_over_where_the_entry_says_the_same(db, ana):
    lists = "\n\nReferences\n[1] A report of the Delta, 2024.\n[2] {second}\n"
    article = make.article(make.TEXT + lists.format(second="Another report, 2023."))
    source = make.source()
    article.revision.citations.update(source=source, identified="by_hand")
    text = MORE + lists.format(second="Quite another report, 2025.")
    intake.read_article(ingest.reread_article(article, text=text, by=ana)[0].pk)
    article.refresh_from_db()
    first, second = article.revision.citations.filter(number__in=[1, 2]).order_by("number")
    assert (first.source, first.identified) == (source, "carried")
    assert second.source != source


def test_a_renumbered_list_takes_its_sources_along(db, ana):
    first = "Two died. [1] Three drowned. [2]\n\nReferences\n[1] The Delta, 2024.\n[2] The Coast, 2024.\n"
    then = "Three drowned. [1] Two died. [2]\n\nReferences\n[1] The Coast, 2024.\n[2] The Delta, 2024.\n"
    article = make.article(first)
    delta, coast = make.source(title="Delta"), make.source(title="Coast")
    for number, source in ((1, delta), (2, coast)):
        article.revision.citations.filter(number=number).update(source=source, identified="by_hand")
    intake.read_article(ingest.reread_article(article, text=then, by=ana)[0].pk)
    article.refresh_from_db()
    assert [citation.source for citation in article.revision.citations.order_by("number")] == [coast, delta]


def test_a_new_text_that_fails_leaves_the_old_one(article, ana):
    arrival = ingest.reread_file(article, data=b"%PDF-1.7\n%nothing", name="new.pdf", by=ana)
    arrivals.take_in(arrival.pk)
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("failed", 1)
    assert "new.pdf" in article.problem


def test_a_file_with_the_same_words_changes_nothing(article, ana):
    arrival = ingest.reread_file(article, data=make.TEXT.encode(), name="same.txt", by=ana)
    arrivals.take_in(arrival.pk)
    article.refresh_from_db()
    arrival.refresh_from_db()
    assert (article.state, article.revisions.count(), arrival.state) == ("ready", 1, "done")
    assert arrival.notes[-1]["code"] == "unchanged"


def test_without_an_address_there_is_nothing_to_look_at_again(article, ana):
    with pytest.raises(refusals.NoAddress):
        ingest.reread_address(article, by=ana)


def test_looking_again_twice_is_once(db, ana):
    article = make.article(address="https://delta.example/flood")
    first = ingest.reread_address(article, by=ana)
    assert ingest.reread_address(article, by=ana) == first


def test_a_reader_may_not(article, rita):
    with pytest.raises(NotAllowed):
        ingest.reread_article(article, text=MORE, by=rita)


def test_a_withdrawn_article_takes_no_new_text(article, ana):
    article.withdrawn_at = article.created_at
    with pytest.raises(refusals.Withdrawn):
        ingest.reread_article(article, text=MORE, by=ana)
