"""What the database holds to be true of a claim, whoever writes it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from claims.models import Anchor, Claim
from tests import make

FIGURE = {"figure_text": "ten", "figure_form": "amount", "figure_start": 0, "figure_end": 3}


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [
        ("exact", 10, 10),
        ("about", 10, 10),
        ("at_least", 10, None),
        ("more_than", 10, None),
        ("at_most", None, 10),
        ("less_than", None, 10),
        ("between", 10, 12),
        ("vague", 20000, 99999),
    ],
)
def test_a_whole_figure_is_kept_with_its_range(claim, comparator, low, high):
    Claim.objects.filter(pk=claim.pk).update(figure_comparator=comparator, figure_low=low, figure_high=high, **FIGURE)
    stated = Claim.objects.get(pk=claim.pk).stated
    assert (stated.lower, stated.upper) == (low, high)
    assert stated.lower_inc == (low is not None and comparator != "more_than")
    assert stated.upper_inc == (high is not None and comparator != "less_than")


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [
        ("exact", 10, 11),
        ("exact", 10, None),
        ("about", None, None),
        ("at_least", None, 10),
        ("at_least", 10, 10),
        ("at_most", 10, None),
        ("between", 12, 10),
        ("between", 10, 10),
        ("between", None, 10),
        ("vague", None, None),
        ("nearly", 10, 10),
        ("", 10, 10),
    ],
)
def test_a_comparator_without_its_bounds_is_refused(claim, comparator, low, high):
    with pytest.raises(DatabaseError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(
            figure_comparator=comparator, figure_low=low, figure_high=high, **FIGURE
        )


def test_no_figure_has_no_range(claim):
    Claim.objects.filter(pk=claim.pk).update(
        figure_text="", figure_start=None, figure_end=None, figure_comparator="", figure_low=None, figure_high=None,
        figure_unit="", figure_counted="", figure_form="", figure_per="",
    )  # fmt: skip
    assert Claim.objects.get(pk=claim.pk).stated is None


@pytest.mark.parametrize(
    "columns",
    [
        {"kind": "rumour"},
        {"stage": "done"},
        {"verdict": "true"},
        {"stage": "open", "verdict": "supported"},
        {"quote": ""},
        {"statement": ""},
        {"version": 0},
        {"date_edtf": "", "date_text": "May", "date_start": 0, "date_end": 3},
        {"figure_start": 5, "figure_end": 5},
        {"figure_start": None},
        {"place": None, "place_text": "Lima"},
        {"date_edtf": "2024", "date_earliest": "2024-02-01", "date_latest": "2024-01-01"},
    ],
)
def test_a_claim_that_makes_no_sense_is_refused(claim, columns):
    with pytest.raises(DatabaseError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**columns)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (0, 10**6), (None, 5)])
def test_an_anchor_stands_inside_the_text(claim, start, end):
    with pytest.raises(DatabaseError), transaction.atomic():
        Anchor.objects.filter(claim=claim).update(start=start, end=end)


def test_a_claim_is_read_from_one_place_once(claim):
    claim.pk, claim.uuid = None, "5b8f2a3c-0000-4000-8000-000000000000"
    with pytest.raises(DatabaseError), transaction.atomic():
        claim.save(force_insert=True)
