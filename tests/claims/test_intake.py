"""What the reader found becomes rows, once."""

from __future__ import annotations

import threading
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from claims import intake
from claims.extraction.extractor import Rules
from claims.models import Anchor, Claim, ClaimCitation, LintItem
from sources import ingest
from sources.models import Article, Citation, Mark, Reading
from tests import make
from tests.claims.extractors.fake import endpoint, proposing


def test_an_article_is_read_into_marks_citations_and_claims(db):
    article = make.article()
    assert article.state == "ready"
    assert article.language == "en"
    assert list(Mark.objects.values_list("numbers", flat=True)) == [[1], [2], [3]]
    assert list(Citation.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert set(Citation.objects.values_list("source", flat=True)) == {None}
    first = Claim.objects.earliest("id")
    assert (first.figure_comparator, first.figure_low, first.figure_high) == ("at_least", 12, None)
    assert first.place.country == "PE"
    assert [link.citation.number for link in first.links.all()] == [1]


def test_every_part_stands_where_it_says(db):
    article = make.article()
    text = article.revision.text
    for claim in Claim.objects.all():
        anchor = claim.anchors.get()
        assert text[anchor.start : anchor.end] == claim.quote
        for part in ("figure", "date", "place", "attribution"):
            start = getattr(claim, f"{part}_start")
            if start is not None:
                at = anchor.start
                assert text[at + start : at + getattr(claim, f"{part}_end")] == getattr(claim, f"{part}_text")


def test_the_quote_is_pinned_by_what_stands_around_it(db):
    article = make.article()
    claim = Claim.objects.filter(article=article).latest("id")
    text, at = article.revision.text, claim.anchors.get()
    assert text[: at.start].endswith(claim.prefix)
    assert text[at.end :].startswith(claim.suffix)


def test_reading_twice_changes_nothing(db):
    article = make.article()
    before = [list(model.objects.order_by("pk").values()) for model in (Claim, Anchor, ClaimCitation, Mark, Citation)]
    assert intake.read_article(article.revision_id) is False
    assert before == [
        list(model.objects.order_by("pk").values()) for model in (Claim, Anchor, ClaimCitation, Mark, Citation)
    ]


def test_a_worker_that_lost_its_lease_stores_nothing(db):
    article = make.article(read=False)
    slow = Reading.objects.take(article.revision_id)
    found = intake._read(slow)
    Reading.objects.update(lease_until=timezone.now())
    quick = Reading.objects.take(article.revision_id)
    assert intake.store(quick, intake._read(quick)) is True
    assert intake.store(slow, found) is False
    assert Claim.objects.filter(article=article).count() == len(found.claims)


def test_a_reading_under_way_is_not_taken_twice(db):
    article = make.article(read=False)
    assert Reading.objects.take(article.revision_id)
    assert Reading.objects.take(article.revision_id) is None


def test_a_text_that_breaks_the_reader_is_tried_again_and_then_given_up(db, monkeypatch):
    article = make.article(read=False)

    def broken(self, text, today=None):
        raise RuntimeError("cannot")
        yield

    monkeypatch.setattr(Rules, "read_in_steps", broken)
    for _ in range(6):
        Reading.objects.update(lease_until=None)
        intake.read_article(article.revision_id)
    article.refresh_from_db()
    assert article.state == "failed"
    assert "5 times" in article.problem
    assert Article.objects.get().revision.text


def test_a_worker_that_keeps_dying_over_a_text_gives_it_up(db):
    article = make.article(read=False)
    Reading.objects.update(tries=5)
    assert intake.read_article(article.revision_id) is False
    assert Article.objects.get().state == "failed"


def test_progress_is_told_while_it_reads(db):
    article = make.article(read=False)
    reading = Reading.objects.take(article.revision_id)
    reading.progress(7)
    assert Reading.objects.get().read_to == 7


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("Ten died. [1] Nobody knows. [7]", [1, 7]), ("Ten died. [2–4]", [2, 3, 4]), ("Ten died. [note 1]", [])],
)
def test_a_number_without_an_entry_is_a_citation_all_the_same(db, text, numbers):
    make.article(text)
    assert list(Citation.objects.values_list("number", flat=True)) == numbers
    assert set(Citation.objects.values_list("entry", flat=True)) <= {""}


def test_an_article_without_a_citation_has_uncited_claims(db):
    make.article("Ten people died in Lima on 3 May 2024. Forty more were hurt.")
    assert Claim.objects.count() == Claim.objects.uncited().count() == 2


def test_what_a_model_proposed_is_counted_and_marked(db, settings):
    lost = {"quote": "Nobody has counted the cattle", "figure": "a thousand", "low": 1000, "high": 1000}
    with endpoint(proposing(lost)) as fake:
        settings.LLM_URL, settings.LLM_MODEL = fake.url, "small"
        article = make.article(make.TEXT)
    reading = article.revision.reading
    assert reading.extractor.startswith("rules and a model")
    assert reading.proposals["kept"] == 0
    assert sum(reading.proposals["dropped"].values()) == len(fake.asked) >= 1
    assert set(article.claims.values_list("origin", flat=True)) == {"rules"}


def test_a_model_that_does_not_answer_costs_no_claim(db, settings):
    plain = make.article(make.TEXT).claims.count()
    settings.LLM_URL, settings.LLM_MODEL = "http://127.0.0.1:9/v1", "small"
    article = make.article(make.TEXT + " ")
    assert article.claims.count() == plain
    assert article.revision.reading.proposals["problem"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("between 0.0000001 and 0.0000002 percent of them", "0", "0.000001"),
        ("between 1.0000001 and 1.0000002 kilograms", "1", "1.000001"),
        ("between 5 and 7.5 kilograms", "5", "7.5"),
    ],
)
def test_a_range_finer_than_is_kept_becomes_the_next_wider_one(db, words, low, high):
    article = make.article(f"The dust weighed {words}. [1]")
    claim = article.claims.get(figure_comparator="between")
    assert (claim.figure_low, claim.figure_high) == (Decimal(low), Decimal(high))


def test_a_worker_that_was_overtaken_gives_nothing_up(db):
    article = make.article(read=False)
    slow = Reading.objects.take(article.revision_id)
    Reading.objects.update(lease_until=timezone.now())
    assert intake.read_article(article.revision_id)
    intake.give_up(slow)
    article.refresh_from_db()
    assert (article.state, article.problem, Reading.objects.get().state) == ("ready", "", "done")


@pytest.mark.django_db(transaction=True)
def test_thinking_about_a_long_text_does_not_end_its_transaction(monkeypatch):
    article = make.article(read=False)
    with connection.cursor() as cursor:
        cursor.execute("SET idle_in_transaction_session_timeout = 100")  # milliseconds, for a test's patience
    read_lint = intake.read_lint

    def slowly(found):
        ended = threading.Event()
        ended.wait(0.5)
        return read_lint(found)

    monkeypatch.setattr(intake, "read_lint", slowly)
    assert intake.read_article(article.revision_id)
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_what_is_being_stored_is_neither_taken_over_nor_waited_for_however_old_its_lease(monkeypatch):
    article = make.article(read=False)
    read_lint, others = intake.read_lint, []

    def take():
        others.append(Reading.objects.take(article.revision_id))
        connection.close()

    def meanwhile(found):
        thread = threading.Thread(target=take)
        thread.start()
        thread.join()
        return read_lint(found)

    monkeypatch.setattr(intake, "read_lint", meanwhile)
    monkeypatch.setattr(Reading, "progress", lambda *args: None)
    Reading.objects.update(lease_until=None)
    reading = Reading.objects.take(article.revision_id)
    Reading.objects.update(lease_until=timezone.now())
    assert intake.store(reading, intake._read(reading))
    assert others == [None]
    assert Reading.objects.get().tries == 1


@pytest.mark.django_db(transaction=True)
def test_an_article_takes_another_text_while_the_last_one_is_being_stored(monkeypatch):
    article, sent = make.article(read=False), []
    copy_in = intake.copy_in

    def send():
        sent.append(ingest.reread_article(article, text="Three people came.", by=None))
        connection.close()

    def meanwhile(model, rows):
        if model is LintItem:
            thread = threading.Thread(target=send)
            thread.start()
            thread.join()
        return copy_in(model, rows)

    monkeypatch.setattr(intake, "copy_in", meanwhile)
    assert intake.read_article(article.revision_id)
    assert sent[0][1]
    article.refresh_from_db()
    assert article.state == "reading"
    assert intake.read_article(sent[0][0].pk)
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 2)
