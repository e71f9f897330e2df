"""What happens to an honest desk is never called tampering."""

from __future__ import annotations

import contextlib

import pytest
from django.db import transaction

from claimtracker.core.chain import marks, sealing
from claimtracker.core.chain.faults import EDITED, SWITCHED_OFF
from claimtracker.core.chain.verifying import unsealed
from claimtracker.core.models import SealPart, User
from tests import make
from tests.core.chain.conftest import settle, verify
from tests.core.chain.tricks import sql

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tampering")]


def seal_and_verify():
    sealing.seal_history()
    assert unsealed().rows == 0
    return list(verify())


def test_records_that_come_change_and_go():
    user = User.objects.create(username="short")
    User.objects.filter(pk=user.pk).update(first_name="Short", email="short@example.org")
    User.objects.filter(pk=user.pk).update(first_name="Short")
    assert list(verify()) == []
    User.objects.filter(pk=user.pk).delete()
    assert seal_and_verify() == []


def test_numbers_that_were_drawn_and_rolled_back():
    for number in range(5):
        with contextlib.suppress(ZeroDivisionError), transaction.atomic():
            User.objects.create(username=f"user{number}")
            if number % 2:
                raise ZeroDivisionError
        sealing.seal_history()
    assert seal_and_verify() == []


def test_a_bulk_load_over_many_seals():
    User.objects.bulk_create(User(username=f"user{number}") for number in range(300))
    User.objects.filter(username__startswith="user").update(last_name="Many")
    assert seal_and_verify() == []


def test_an_article_more():
    make.article()
    assert list(verify()) == []
    assert seal_and_verify() == []


def test_rows_that_are_not_sealed_yet_are_counted_with_their_age():
    User.objects.create(username="fresh")
    User.objects.filter(username="fresh").update(first_name="Fresh")
    assert list(verify()) == []
    assert unsealed().rows == 2
    assert 0 <= unsealed().oldest.total_seconds() < 600


def test_a_release_that_adds_a_column():
    settle()
    for table in ("claims_place", "claims_placeevent"):
        sql(f"ALTER TABLE {table} ADD COLUMN climate varchar(12) DEFAULT 'mild' NOT NULL")
    assert list(verify()) == []
    sql("INSERT INTO claims_placeevent SELECT (jsonb_populate_record(event, jsonb_build_object('pgh_id',"
        " nextval('claims_placeevent_pgh_id_seq'), 'climate', 'wet'))).* FROM claims_placeevent AS event"
        " WHERE pgh_label = 'delete' LIMIT 1")  # fmt: skip
    assert seal_and_verify() == []
    last = SealPart.objects.filter(table="claims_placeevent").latest("upto")
    assert "climate character varying(12)" in last.columns
    sql("UPDATE claims_placeevent SET climate = 'dry' WHERE climate = 'wet'")
    assert [fault.kind for fault in verify()] == [EDITED]


@pytest.mark.parametrize(
    ("column", "kind"),
    [("name", "varchar(900)"), ("name", "text"), ("id", "numeric"), ("pgh_context_id", "text"), ("pgh_id", "bigint")],
)
def test_a_release_that_gives_a_column_of_history_more_room(column, kind):
    sql(f'ALTER TABLE claims_placeevent ALTER COLUMN "{column}" TYPE {kind} USING "{column}"::{kind}')
    sql("ALTER TABLE claims_place DISABLE TRIGGER USER")  # their types are for the live table to have too
    assert {fault.kind for fault in verify()} == {SWITCHED_OFF}


def test_a_table_that_a_later_release_tracks_joins_by_itself(monkeypatch):
    known = marks.event_tables()
    monkeypatch.setattr(marks, "event_tables", lambda: [table for table in known if table != "core_userevent"])
    User.objects.create(username="unseen")
    make.source()
    sealing.seal_history()
    assert unsealed().rows == 1
    monkeypatch.undo()
    monkeypatch.setattr(marks, "is_final", lambda horizon: True)
    assert seal_and_verify() == []
