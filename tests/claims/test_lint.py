"""The check of an article's citations: stored with the reading, put aside with a reason, aside in the next text too."""

from __future__ import annotations

from typing import get_args

import pytest

from claims import intake
from claims.checking import check_citations
from claims.dismissals import NoReason, dismiss_lint, restore_lint
from claims.linting.items import Rule, Severity
from claims.models import Dismissal, LintItem
from claims.models.vocabulary import LintRule
from claims.models.vocabulary import Severity as Gravity
from claimtracker.core.refusals import NotAllowed
from sources import ingest
from sources.models import Reading
from tests import make

TEXT = (
    "The flood killed 12 people. [1] About 3,000 houses were lost. [7]\n"
    "The army sent 400 soldiers.\n\nReferences\n1. Red Cross, 2024.\n2. The Delta, 2024.\n"
)


@pytest.fixture
def article(db):
    return make.article(TEXT)


def item(article, rule: str) -> LintItem:
    return LintItem.objects.current().with_dismissal().get(revision__article=article, rule=rule)


def test_the_words_of_the_reader_are_the_words_of_the_record():
    assert set(LintRule.values) == set(get_args(Rule))
    assert set(Gravity.values) == set(get_args(Severity))


def test_what_was_found_is_stored_with_its_words(article):
    found = item(article, "cited_without_entry")
    assert (found.quote, found.numbers, found.severity) == ("[7]", [7], "problem")
    assert article.revision.text[found.start : found.end] == "[7]"
    assert item(article, "entry_never_cited").numbers == [2]
    assert "400" in item(article, "uncited_figure").quote


def test_the_coverage_is_counted(article):
    reading = article.revision.reading
    assert (reading.figures_found, reading.figures_cited) == (3, 2)


def test_an_item_is_put_aside_with_a_reason(article, ana):
    found = item(article, "uncited_figure")
    dismiss_lint(found, by=ana, reason="The army says so itself.")
    found = item(article, "uncited_figure")
    assert (found.dismissed_by, found.dismissed_for) == ("ana", "The army says so itself.")
    assert list(LintItem.objects.dismissed(True)) == [found]


def test_it_stays_aside_in_the_next_text(article, ana):
    dismiss_lint(item(article, "uncited_figure"), by=ana, reason="The army says so itself.")
    revision, _ = ingest.reread_article(article, text="Snow fell. " + TEXT, by=ana)
    intake.read_article(revision.pk)
    assert item(article, "uncited_figure").dismissed_for == "The army says so itself."
    assert item(article, "entry_never_cited").dismissed_at is None


def test_putting_aside_twice_is_once_and_the_first_reason_stands(article, ana, ed):
    found = item(article, "uncited_figure")
    first = dismiss_lint(found, by=ana, reason="one")
    assert dismiss_lint(found, by=ed, reason="two") == first
    assert Dismissal.objects.count() == 1


def test_it_can_be_taken_up_again_and_that_is_remembered(article, ana):
    found = item(article, "uncited_figure")
    dismiss_lint(found, by=ana, reason="one")
    restore_lint(found, by=ana)
    assert item(article, "uncited_figure").dismissed_at is None
    dismiss_lint(found, by=ana, reason="again")
    assert Dismissal.objects.count() == 2
    actions = [event.pgh_context["action"] for event in Dismissal.pgh_event_model.objects.order_by("pgh_id")]
    assert actions == ["lint.dismissed", "lint.restored", "lint.dismissed"]


@pytest.mark.parametrize("reason", ["", "  ", "a\0b", "x" * 2001])
def test_a_reason_is_needed(article, ana, reason):
    with pytest.raises(NoReason):
        dismiss_lint(item(article, "uncited_figure"), by=ana, reason=reason)
    assert not Dismissal.objects.exists()


def test_a_reader_may_not(article, rita):
    found = item(article, "uncited_figure")
    with pytest.raises(NotAllowed):
        dismiss_lint(found, by=rita, reason="one")
    with pytest.raises(NotAllowed):
        restore_lint(found, by=rita)


def test_a_text_read_before_there_was_a_check_is_checked_once(article):
    before = list(LintItem.objects.values_list("key", flat=True))
    claims = article.claims.count()
    LintItem.objects.all().delete()
    Reading.objects.update(extractor="", figures_found=0, figures_cited=0)
    assert list(Reading.objects.unchecked()) == [article.revision.reading]
    assert check_citations(article.revision_id)
    assert not check_citations(article.revision_id)
    assert list(LintItem.objects.values_list("key", flat=True)) == before
    reading = Reading.objects.get()
    assert (reading.figures_found, reading.figures_cited) == (3, 2)
    assert article.claims.count() == claims


def test_a_text_that_cannot_be_checked_is_not_tried_for_ever(article, monkeypatch):
    def broken(text, today):
        raise RuntimeError("cannot")

    Reading.objects.update(extractor="")
    monkeypatch.setattr("claims.checking.read", broken)
    assert not check_citations(article.revision_id)
    assert not Reading.objects.unchecked().exists()
