"""Rows that come in by COPY are the rows that were given."""

from __future__ import annotations

import pytest

from claims.models import Claim
from claimtracker.core import history
from claimtracker.core.copying import copy_in
from sources.models import Article, Mark
from tests import make

ODD = ["", "\\N", "a\tb", "a\nb\r\nc", "back\\slash", '{"x"}', "😀 é \u200b", "NULL", "'; DROP TABLE x; --"]


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.mark.parametrize("words", ODD)
def test_any_words_arrive_as_they_were(claim, words):
    fields = {
        field.attname: getattr(claim, field.attname) for field in Claim._meta.concrete_fields if not field.generated
    }
    fields |= {
        "id": None,
        "uuid": None,
        "read_order": 10**6,
        "figure_counted": words,
        "attribution_chain": [words, "x"],
    }
    fields.pop("uuid")
    [saved] = copy_in(Claim, [Claim(**fields)])
    stored = Claim.objects.get(pk=saved.pk)
    assert stored.figure_counted == words
    assert stored.attribution_chain == [words, "x"]
    assert (stored.figure_low, stored.stated) == (claim.figure_low, Claim.objects.get(pk=claim.pk).stated)
    assert stored.date_earliest == claim.date_earliest
    assert stored.created_at is not None


def test_numbers_and_lists_arrive_too(claim):
    revision = claim.article.revision
    [saved] = copy_in(Mark, [Mark(revision=revision, start=0, end=1, surface="[1,2]", numbers=[1, 2])])
    assert Mark.objects.get(pk=saved.pk).numbers == [1, 2]


def test_the_history_knows_what_it_was(claim):
    with history.action("test.copied"):
        Article.objects.update(outlet="x")
        [saved] = copy_in(Mark, [Mark(revision=claim.article.revision, start=0, end=1, surface="[1]", numbers=[1])])
    assert Mark.pgh_event_model.objects.get(pgh_obj_id=saved.pk).pgh_context["action"] == "test.copied"


def test_more_rows_than_one_batch_keep_their_order(claim, monkeypatch):
    monkeypatch.setattr("claimtracker.core.copying.BATCH", 2)
    rows = [Mark(revision=claim.article.revision, start=n, end=n + 1, surface=str(n)) for n in range(2, 7)]
    assert [Mark.objects.get(pk=row.pk).surface for row in copy_in(Mark, rows)] == ["2", "3", "4", "5", "6"]
