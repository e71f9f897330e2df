"""Several QuerySets in one statement give what each would have given alone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Exists, F, IntegerField, OuterRef, Value
from django.db.models.functions import JSONObject, Now, Upper

from claims.models import Claim, ClaimCitation, Review
from claimtracker.core.models import User
from claimtracker.core.together import fetch_together
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(ana):
    claim = make.claim()
    make.review(claim, by=ana)
    copy = make.snapshot(make.source(), "At most 4 people died there, it says.")
    make.finding(claim, copy, make.proof(copy, "At most 4"), finding="differs")
    make.dispute(claim, ana, rival=make.rival(claim, accepted_at=None, created_by=ana))
    return claim


def columns(row, depth=3):
    """All that an object carries, of the objects that came with it too."""
    if not hasattr(row, "_meta"):
        return type(row), row
    found = {"db": row._state.db, "adding": row._state.adding, "deferred": row.get_deferred_fields()}
    for name, value in {**vars(row), **row._state.fields_cache}.items():
        if isinstance(value, list):
            found[name] = [columns(one, depth - 1) for one in value if depth]
        elif depth and name not in ("_state", "_prefetched_objects_cache"):
            found[name] = columns(value, depth - 1)
    return found


def every_table():
    there = set(connection.introspection.table_names())
    return [model._base_manager.order_by("pk") for model in apps.get_models() if model._meta.db_table in there]


def questions():
    claims = Claim.objects.order_by("pk")
    return [
        claims.with_parts().with_policy(),
        claims.with_parts()[1:2],
        claims.none(),
        claims.filter(pk__in=[]),
        claims.filter(pk=0),
        claims.values_list("pk", flat=True)[:3],
        claims.values_list("figure_low", "stated", "created_at", "uuid"),
        claims.values("pk", "article__title"),
        claims.filter(pk__lt=2)
        .values_list("pk", flat=True)
        .union(claims.filter(pk__gt=2).values_list("pk", flat=True)),
        claims.annotate(judged=Exists(Review.objects.filter(claim=OuterRef("pk"))), words=Upper("statement")),
        claims.annotate(day=Value(dt.date(2024, 2, 29)), row=JSONObject(a=F("pk"), b=Value("%"))),
        claims.filter(statement__contains="%").only("pk", "statement"),
        claims.annotate(never=Now() - Now(), high=Value(None, output_field=IntegerField())),
        ClaimCitation.objects.current().with_told().select_related("citation__source", "claim"),
        User.objects.order_by("username").values_list("groups__name", "username").distinct(),
        User.objects.order_by("last_name").values_list("username", flat=True).distinct(),
    ]


def test_the_rows_are_those_of_each_alone(claim):
    together, alone = [*questions(), *every_table()], [*questions(), *every_table()]
    fetch_together(*together)
    for one, other in zip(together, alone, strict=True):
        assert [columns(row) for row in one] == [columns(row) for row in other], str(one.query)


def test_it_is_one_query(claim, django_assert_num_queries):
    asked = [*every_table(), Claim.objects.none()]
    with django_assert_num_queries(1):
        fetch_together(*asked)
        for rows in asked:
            list(rows)


def test_what_was_evaluated_is_not_asked_again(claim, django_assert_num_queries):
    known, new = Claim.objects.all(), User.objects.all()
    list(known)
    with django_assert_num_queries(1) as asked:
        fetch_together(known, new)
    assert '"claims_claim"' not in asked[0]["sql"]
    with django_assert_num_queries(0):
        fetch_together(known, new)
        fetch_together()


def test_a_row_that_came_this_way_is_saved_and_asked_about_as_any_other(claim):
    rows = Claim.objects.filter(pk=claim.pk)
    fetch_together(rows)
    [same] = rows
    same.refresh_from_db()
    assert same == claim
    assert rows.filter(pk=0).count() == 0
    assert rows.count() == 1
    assert [one.pk for one in rows.all()] == [claim.pk]
