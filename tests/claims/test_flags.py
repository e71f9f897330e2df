"""Each flag is said three times: of a row, as a filter, as a facet. They never disagree."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from django.utils import timezone

from claims.facets import count_facets
from claims.models import Claim
from claims.models.vocabulary import Flag
from sources.models import Citation
from tests import make

YESTERDAY, TOMORROW = dt.date.today() - dt.timedelta(days=1), dt.date.today() + dt.timedelta(days=1)
TWO = "About 3,000 houses were lost. [1][2] Nobody has counted the cattle."


@pytest.fixture
def told(db):
    """The flags of a claim by all three; they must be the same."""

    def of(claim: Claim) -> set[str]:
        row = Claim.objects.with_parts().get(pk=claim.pk)
        bare = Claim.objects.get(pk=claim.pk)
        filtered = {flag.value for flag in Flag if getattr(Claim.objects.filter(pk=claim.pk), flag.value)().exists()}
        counted = count_facets(Claim.objects.filter(pk=claim.pk), QueryDict()).buckets["flag"]
        facets = {bucket.value for bucket in counted if bucket.count}
        assert set(row.flags) == set(bare.flags) == filtered == facets
        return filtered

    return of


def test_a_judged_claim_is_stale_when_its_parts_change(told, ana):
    claim = make.claim()
    make.review(claim, ana)
    assert "stale" not in told(claim)
    Claim.objects.filter(pk=claim.pk).update(version=5, parts_version=5)
    assert "stale" in told(claim)


def test_a_judged_claim_is_stale_when_a_copy_comes(told, ana):
    claim, copy = make.claim(), make.snapshot(make.source(), "At least 12 people died.")
    make.review(claim, ana)
    make.finding(claim, copy, make.proof(copy, "At least 12"), digest="c" * 64)
    assert "stale" in told(claim)
    make.review(claim, ana)
    assert "stale" not in told(claim)


@pytest.mark.parametrize(
    ("state", "due", "flags"),
    [
        ("open", None, {"disputed"}),
        ("acknowledged", TOMORROW, {"disputed"}),
        ("acknowledged", YESTERDAY, {"disputed", "overdue"}),
        ("dismissed", YESTERDAY, set()),
    ],
)
def test_a_dispute_shows_while_it_is_open(told, ana, ed, state, due, flags):
    claim = make.claim()
    taken_up = {"acknowledged_by": ed, "acknowledged_at": timezone.now(), "due": due} if due else {}
    ended = {"settled_by": ed, "settled_at": timezone.now(), "outcome_reason": "No."} if state == "dismissed" else {}
    make.dispute(claim, ana, state=state, **taken_up, **ended)
    assert told(claim) & {"disputed", "overdue"} == flags


@pytest.mark.parametrize(
    ("columns", "late"),
    [
        ({"due": YESTERDAY}, True),
        ({"due": TOMORROW}, False),
        ({"due": YESTERDAY, "stage": "settled", "verdict": "supported"}, False),
    ],
)
def test_work_that_should_be_done_is_overdue(told, columns, late):
    assert ("overdue" in told(make.claim(**columns))) is late


@pytest.mark.parametrize(
    ("families", "one"),
    [(("Wire", "Wire"), True), (("Wire", "Post"), False), (("", ""), False), (("Wire", ""), False)],
)
def test_several_citations_of_one_house_are_one_origin(told, families, one):
    article = make.article(
        TWO + "\n\nReferences\n1. One report, https://a.example/1\n2. Another, https://b.example/2\n"
    )
    claim = article.claims.earliest("id")
    for number, family in enumerate(families, 1):
        Citation.objects.filter(revision=article.revision, number=number).update(source=make.source(family=family))
    assert ("single_origin" in told(claim)) is one


def test_the_same_work_cited_twice_is_one_origin_and_cited_once_is_not_told(told):
    article = make.article(
        TWO + "\n\nReferences\n1. One report, https://a.example/1\n2. Another, https://b.example/2\n"
    )
    claim, work = article.claims.earliest("id"), make.source()
    Citation.objects.filter(revision=article.revision).update(source=work)
    assert "single_origin" in told(claim)
    claim.links.filter(citation__number=2).delete()
    assert "single_origin" not in told(claim)
