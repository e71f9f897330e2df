"""The desk as it stood at a moment: read from history, and never written."""

from __future__ import annotations

import datetime as dt

import psycopg2
import pytest
from django.apps import apps
from django.db import DatabaseError, InternalError, connection, transaction
from django.http import QueryDict
from django.utils import timezone

from claims.facets import count_facets
from claims.filters import ClaimFilter
from claims.models import Claim, Finding
from claimtracker.core import asof
from claimtracker.core.asof import (
    BadMoment,
    InTheFuture,
    NotSettled,
    PastUnavailable,
    at,
    each_at,
    read_moment,
    today,
    written,
)
from claimtracker.core.models import Desk, User
from claimtracker.core.pastviews import SCHEMA, dated_models, remembered_models
from sources.models import Article, Citation, Revision, Snapshot
from tests import make
from tests.past.timeline import earlier


def ago(**much: float) -> dt.datetime:
    return timezone.now() - dt.timedelta(**much)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-03-12T14:00Z", "2026-03-12T14:00:00Z"),
        ("2026-03-12T14:00", "2026-03-12T14:00:00Z"),
        ("2026-03-12 14:00:30", "2026-03-12T14:00:30Z"),
        ("2026-03-12t14:00:30.25z", "2026-03-12T14:00:30.250000Z"),
        ("2026-03-12T14:00+02:00", "2026-03-12T12:00:00Z"),
        ("2026-03-12T14:00 02:00", "2026-03-12T12:00:00Z"),  # a "+" that was not encoded
        ("2026-03-12T23:00-0300", "2026-03-13T02:00:00Z"),
        ("2026-03-12", "2026-03-12T23:59:59.999999Z"),  # a day, as it ended
        (" 2026-03-12 ", "2026-03-12T23:59:59.999999Z"),
    ],
)
def test_a_moment_is_read(words, moment):
    assert written(read_moment(words)) == moment


@pytest.mark.parametrize(
    "words",
    ["", "now", "12.3.2026", "2026-3-12", "2026-02-30", "2026-03-12T25:00", "2026-03-12T14", "20260312T1400",
     "1741788000", "2026-03-12T14:00+99:00", "2026-03-12T14:00Europe/Oslo", "٢٠٢٦-03-12", "2026-03-12T14:00Z\n2",
     "0000-01-01", "0001-01-01T00:00+02:00"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(words):
    with pytest.raises(BadMoment, match="is no time"):
        read_moment(words)


def test_rows_are_as_they_were(db):
    claim = make.claim(kind="troops")
    earlier(hours=2)
    Claim.objects.filter(pk=claim.pk).update(kind="materiel", figure_low=7, figure_text="7")
    earlier(hours=2)
    with at(ago(hours=3)):
        then = Claim.objects.get(pk=claim.pk)
        assert then.kind == "troops"
        assert not Claim.objects.filter(kind="materiel").exists()
    assert Claim.objects.get(pk=claim.pk).kind == "materiel"


def test_rows_that_came_later_are_not_there_yet_and_rows_that_went_are(db):
    old = make.claim()
    link = old.links.get()
    earlier(hours=2)
    new = make.claim()
    link.delete()
    earlier(hours=2)
    with at(ago(hours=3)):
        assert Claim.objects.filter(pk=old.pk).exists()
        assert not Claim.objects.filter(pk=new.pk).exists()
        assert old.links.count() == 1
    assert old.links.count() == 0


def test_texts_are_read_from_the_row_that_never_changes(db):
    claim = make.claim()
    copy = make.snapshot(make.source(), "The flood took twelve lives.")
    earlier(hours=1)
    with at(ago(minutes=30)):
        assert Revision.objects.get(pk=claim.read_from_id).text == claim.read_from.text
        assert Snapshot.objects.get(pk=copy.pk).text == "The flood took twelve lives."


def test_the_receipt_of_a_search_is_there_as_long_as_the_answer_is_the_same(db):
    claim = make.claim()
    finding = make.finding(claim, make.snapshot(make.source(), "Nothing."), searched={"characters": 8})
    earlier(hours=2)
    with at(ago(hours=1)):
        assert Finding.objects.get(pk=finding.pk).searched == {"characters": 8}
    Finding.objects.filter(pk=finding.pk).update(searched={"characters": 9}, digest="1" * 64)
    with at(ago(hours=1)):
        assert Finding.objects.get(pk=finding.pk).searched == {}


def test_what_the_database_works_out_is_worked_out_of_the_columns_of_then(db):
    claim = make.claim(statement="Eight wells were dug.", figure_comparator="exact", figure_low=8, figure_high=8)
    earlier(hours=2)
    Claim.objects.filter(pk=claim.pk).update(statement="Nine barns fell.", figure_low=9, figure_high=9)
    earlier(hours=2)
    with at(ago(hours=3)):
        assert Claim.objects.search("wells").get() == claim
        assert not Claim.objects.search("barns").exists()
        then = Claim.objects.get(pk=claim.pk)
        assert (then.stated.lower, then.stated.upper) == (8, 8)
        assert ClaimFilter({"figure_overlaps": "8..8"}, queryset=Claim.objects.filter(pk=claim.pk)).qs.exists()
    assert Claim.objects.search("barns").get() == claim


def test_a_list_with_its_parts_and_the_facets_are_answered_from_history(db):
    claim = make.claim(kind="troops")
    cited = Citation.objects.filter(links__claim=claim)
    cited.update(source=make.source())
    earlier(hours=2)
    Claim.objects.filter(pk=claim.pk).update(kind="materiel")
    cited.update(source=None)
    earlier(hours=2)
    with at(ago(hours=3)):
        found = list(Claim.objects.current().with_parts().filter(pk=claim.pk))
        assert [(one.kind, one.flags, one.anchor.start) for one in found] == [("troops", [], claim.anchor.start)]
        counted = count_facets(Claim.objects.filter(pk=claim.pk), QueryDict())
        assert [(one.value, one.count) for one in counted.buckets["kind"]] == [("troops", 1)]


def test_nothing_can_be_written_in_the_past(db):
    claim = make.claim()
    earlier(hours=1)
    with pytest.raises(DatabaseError), at(ago(minutes=30)):
        Claim.objects.filter(pk=claim.pk).update(kind="troops")
    with pytest.raises(InternalError, match="read-only"), at(ago(minutes=30)):
        User.objects.update(first_name="Nobody")
    with pytest.raises(InternalError, match="read-only"), at(ago(minutes=30)), connection.cursor() as cursor:
        cursor.execute("UPDATE public.claims_claim SET kind = 'troops'")


@pytest.mark.django_db(transaction=True)
def test_nothing_of_it_stays_on_the_connection():
    def state():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('search_path'), current_setting('claimtracker.as_of', true),"
                " current_setting('transaction_read_only'), current_setting('join_collapse_limit'),"
                " pg_backend_pid(),"
                " (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory')"
            )
            search, moment, *rest = cursor.fetchone()
            return search, moment or "", *rest

    before = state()
    with at(ago(minutes=30)):
        assert state() != before
    assert state() == before
    with pytest.raises(LookupError), at(ago(minutes=30)):
        raise LookupError
    assert state() == before
    with pytest.raises(InTheFuture), at(timezone.now() + dt.timedelta(days=1)):
        pass
    assert state() == before
    with transaction.atomic():
        with at(ago(minutes=30)):
            pass
        assert state()[:4] == before[:4]


def test_the_future_is_refused(db):
    with pytest.raises(InTheFuture, match="has not come yet"), at(timezone.now() + dt.timedelta(seconds=10)):
        pass


def test_what_is_not_settled_is_refused_with_the_time_that_may_be_asked_for(db):
    with pytest.raises(NotSettled, match="may not be written down yet") as refusal, at(ago(seconds=20)):
        pass
    latest = read_moment(refusal.value.detail.split("Ask for ")[1].split(" or earlier")[0])
    with at(latest) as past:
        assert past.moment == latest


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_writes_for_long_holds_the_past_back(monkeypatch):
    reach = {name: value for name, value in connection.get_connection_params().items() if name != "cursor_factory"}
    monkeypatch.setattr(asof, "SETTLED", dt.timedelta(0))
    slow = psycopg2.connect(**reach)
    try:
        with slow.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE at_work (id int)")  # from here on it is a writer
            cursor.execute("SELECT now()")
            begun = cursor.fetchone()[0]
        with pytest.raises(NotSettled), at(begun + dt.timedelta(milliseconds=1)):
            pass
        slow.rollback()
        with at(begun + dt.timedelta(milliseconds=1)):
            pass
    finally:
        slow.close()


def test_before_the_first_record_there_is_nothing_and_it_is_said(db):
    make.claim()
    earlier(hours=1)
    with at(ago(days=400)) as past:
        assert past.is_before
        assert past.began is not None
        assert not Article.objects.exists()
        assert list(Claim.objects.with_parts()) == []


def test_a_desk_without_its_row_is_as_by_default_and_the_past_writes_none(db):
    Desk.objects.all().delete()
    make.claim()
    earlier(hours=1)
    with at(ago(minutes=30)):
        assert (Desk.current().reviewers, Desk.current().dispute_days) == (1, 7)
    assert not Desk.objects.exists()


def test_while_the_views_are_missing_the_present_is_never_taken_for_the_past(db):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"DROP VIEW {SCHEMA}.claims_claim CASCADE")
        with pytest.raises(PastUnavailable), at(ago(hours=1)):
            pass
        transaction.set_rollback(True)


def test_the_day_of_the_past_is_the_day_that_it_was(db):
    with at(ago(days=10)):
        assert today() == ago(days=10).date()
    assert today() == timezone.now().date()


def test_a_long_answer_is_made_part_by_part(db):
    claim = make.claim(kind="troops")
    earlier(hours=2)
    Claim.objects.filter(pk=claim.pk).update(kind="materiel")
    earlier(hours=2)
    parts = (Claim.objects.get(pk=claim.pk).kind for _ in range(2))
    seen = []
    for part in each_at(ago(hours=3), parts):
        assert Claim.objects.get(pk=claim.pk).kind == "materiel"
        seen.append(part)
    assert seen == ["troops", "troops"]


@pytest.mark.parametrize("model", [*remembered_models(), *dated_models()], ids=lambda model: model.__name__)
def test_each_view_has_the_columns_of_its_table_with_their_types(db, model):
    kinds = """SELECT attname, format_type(atttypid, CASE WHEN atttypid = 'varchar'::regtype THEN -1 ELSE atttypmod END)
        FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname"""
    with connection.cursor() as cursor:
        cursor.execute(kinds, [f"public.{model._meta.db_table}"])
        live = cursor.fetchall()
        cursor.execute(kinds, [f"{SCHEMA}.{model._meta.db_table}"])
        assert [(name, kind) for name, kind in cursor.fetchall()] == live


def test_every_remembered_model_outside_of_core_has_a_past():
    tracked = {model for model in apps.get_models() if hasattr(model, "pgh_event_model")}
    assert {model for model in tracked if model._meta.app_label != "core"} == set(remembered_models())
    assert {"Claim", "Article", "Review"} <= {model.__name__ for model in remembered_models()}
