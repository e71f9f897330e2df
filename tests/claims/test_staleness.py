"""What people hear of verdicts that went stale and of sources that say otherwise: once for each change."""

from __future__ import annotations

import pytest

from claims.models import Finding
from claims.staleness import tell_of_source
from claimtracker.core.models import Happening
from tests import make


@pytest.fixture
def judged(db, ana):
    claim, source = make.claim(), make.source()
    copy = make.snapshot(source, "At least 12 people died.")
    make.finding(claim, copy, make.proof(copy, "At least 12"), digest="a" * 64)
    make.review(claim, ana)
    return claim, source


def told(event: str) -> list[Happening]:
    return list(Happening.objects.filter(event=event).order_by("pk"))


def test_nothing_is_told_while_nothing_has_changed(judged):
    tell_of_source(judged[1].pk)
    assert told("verdict.stale") == told("evidence.differs") == []


def test_who_judged_hears_once_that_it_changed(judged, ana):
    claim, source = judged
    Finding.objects.filter(claim=claim).update(digest="b" * 64)
    tell_of_source(source.pk)
    tell_of_source(source.pk)
    [happening] = told("verdict.stale")
    assert (happening.to, f"claim:{claim.pk}" in happening.subjects) == ([ana.pk], True)
    make.review(claim, ana)
    Finding.objects.filter(claim=claim).update(digest="c" * 64)
    tell_of_source(source.pk)
    assert len(told("verdict.stale")) == 2


def test_a_source_that_says_otherwise_is_told_once(judged):
    claim, source = judged
    Finding.objects.get(claim=claim).delete()
    copy = make.snapshot(source, "Fewer than 10 people died.")
    make.finding(claim, copy, make.proof(copy, "Fewer than 10", relation="disjoint"), finding="differs")
    tell_of_source(source.pk)
    tell_of_source(source.pk)
    [happening] = told("evidence.differs")
    assert f"source:{source.pk}" in happening.subjects


def test_the_second_copy_of_a_source_is_told_and_the_first_is_not(db):
    source = make.source()
    make.snapshot(source, "It was so.")
    assert told("source.changed") == []
    make.snapshot(source, "It was otherwise.")
    assert [one.subjects for one in told("source.changed")] == [[f"source:{source.pk}"]]


def test_a_text_that_was_read_is_told(db):
    article = make.article()
    assert [one.path for one in told("article.read")] == [article.get_absolute_url()]
