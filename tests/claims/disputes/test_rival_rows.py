"""Rivals in the lists: the same value and order as in the table, and no query more for any number of them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim, Place, Rival
from tests import make

pytestmark = pytest.mark.django_db


def listed(claim):
    return Claim.objects.with_parts().get(pk=claim.pk).rivals_beside


def test_a_list_makes_the_same_rival_as_the_table_has():
    claim = make.claim()
    place = Place.objects.create(name="Port Ember", country="ZZ", lat=1.5, lon=-2.25)
    made = make.rival(
        claim,
        figure_low=Decimal("123456789012345678.000001"),
        figure_high=Decimal("123456789012345678.000001"),
        figure_counted="crates",
        date_text="by May 2031",
        date_edtf="../2031-05",
        date_latest=dt.date(2031, 5, 31),
        place=place,
        place_text="Port Ember",
        attribution_agent="the harbour office",
        attribution_chain=["a clerk", "the harbour office"],
        source=make.source(title="Harbour ledger"),
    )
    [read] = listed(claim)
    names = [field.name for field in Rival._meta.concrete_fields if not isinstance(field, ForeignKey)]
    unseen = {"uuid", "accepted_at", "withdrawn_at", "withdrawn_reason", "created_at"}
    stored = Rival.objects.get(pk=made.pk)
    assert {n: getattr(read, n) for n in names if n not in unseen} == {
        n: getattr(stored, n) for n in names if n not in unseen
    }
    assert (read.place, read.place.lat, str(read.source)) == (place, 1.5, "Harbour ledger")


def test_those_that_are_only_proposed_or_withdrawn_do_not_stand_there_and_the_preferred_stands_first():
    claim = make.claim()
    make.rival(claim, accepted_at=None)
    make.rival(claim, withdrawn_at=timezone.now(), withdrawn_reason="counted twice")
    last = make.rival(claim, rank="deprecated", rank_reason="an early guess")
    middle = make.rival(claim)
    first = make.rival(claim, rank="preferred", rank_reason="the only full count")
    assert [one.pk for one in listed(claim)] == [first.pk, middle.pk, last.pk]
    assert [one.pk for one in Claim.objects.get(pk=claim.pk).rivals_beside] == [first.pk, middle.pk, last.pk]


def test_any_number_of_rivals_costs_no_query():
    claim = make.claim()
    counts = []
    for _ in range(2):
        for _ in range(4):
            make.rival(claim, source=make.source())
        with CaptureQueriesContext(connection) as queries:
            assert all(str(rival.source) for one in Claim.objects.with_parts() for rival in one.rivals_beside)
        counts.append(len(queries))
    assert counts[0] == counts[1] == 3


def test_the_api_shows_rivals_beside_the_value_and_not_in_its_place(api, rita):
    claim, source = make.claim(), make.source(title="Second count")
    make.rival(claim, source=source, rank="preferred", rank_reason="the only full count")
    api.force_authenticate(rita)
    body = api.get(f"/api/v1/claims/{claim.pk}/").json()
    [rival] = body["rivals"]
    assert rival["figure"] == {
        "text": "about 600", "start": None, "end": None, "comparator": "about", "low": 600, "high": 600,
        "unit": None, "counted": None, "form": "amount", "per": None,
    }  # fmt: skip
    assert (rival["date"], rival["place"], rival["attribution"]) == (None, None, None)
    assert (rival["source"]["id"], rival["source"]["title"], rival["no_source"]) == (source.pk, "Second count", None)
    assert (rival["rank"], rival["rank_reason"]) == ("preferred", "the only full count")
    assert body["figure"]["low"] == claim.figure_low, "the claim stays what the article says"
    assert [rival] == next(one for one in api.get("/api/v1/claims/").json()["results"] if one["id"] == claim.pk)[
        "rivals"
    ]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("rival_has_source_or_says_why_not", {"no_source": ""}),
        ("rival_says_something", {"figure_text": "", "figure_comparator": "", "figure_low": None, "figure_high": None,
                                  "figure_form": ""}),
        ("rival_bounds_agree", {"figure_high": None}),
        ("ranked_rival_says_why", {"rank": "preferred"}),
        ("ranked_rival_says_why", {"rank": "deprecated"}),
        ("rival_rank_is_known", {"rank": "best", "rank_reason": "so"}),
        ("withdrawn_rival_says_why", {"withdrawn_at": timezone.now()}),
    ],
)  # fmt: skip
def test_the_database_holds_rivals_to_their_word(name, columns):
    claim = make.claim()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make.rival(claim, **columns)
