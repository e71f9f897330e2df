"""Records changed behind the back of their history, and the tables and triggers that keep it."""

from __future__ import annotations

import pytest

from claimtracker.core.chain.faults import APPEARED, CHANGED, COLUMN_GONE, EDITED, SWITCHED_OFF, TABLE_GONE, VANISHED
from claimtracker.core.chain.live import _our_triggers
from claimtracker.core.models import User
from tests.core.chain.conftest import settle, verify
from tests.core.chain.seeding import OBJECTS, columns
from tests.core.chain.tricks import drop_keys_to, rows_about, sql

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tampering")]

# Of each table with records, a column that history keeps.
RECORDS = [
    ("claims_claim", "statement"), ("claims_claim", "figure_low"), ("claims_claim", "attribution_chain"),
    ("claims_claim", "date_earliest"), ("claims_claim", "created_at"), ("claims_claim", "version"),
    ("claims_anchor", "start"), ("claims_evidence", "exact"), ("claims_finding", "finding"), ("claims_place", "name"),
    ("claims_claimcitation", "position"), ("core_user", "username"), ("core_user", "is_superuser"),
    ("core_desk", "name"), ("core_apitoken", "scope"), ("sources_article", "title"), ("sources_citation", "entry"),
    ("sources_mark", "surface"), ("sources_revision", "sha256"), ("sources_snapshot", "sha256"),
    ("sources_source", "title"),
]  # fmt: skip
TABLES = sorted({table for table, _ in RECORDS} - {"core_desk"})


def without_triggers(table, statement):
    """As the owner of the table can, or somebody with the rights of a replica."""
    sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    sql(statement)
    settle()
    sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def only(faults):
    (fault,) = faults
    return fault


@pytest.mark.parametrize(("table", "column"), RECORDS)
def test_a_record_that_was_changed_without_history_is_found(table, column):
    (chosen,) = [known for known in columns(table) if known.name == column]
    ((pk,),) = sql(f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    checks = sql(f"SELECT conname FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype = 'c'")
    for (name,) in checks:
        sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    without_triggers(table, f'UPDATE {table} SET "{column}" = {chosen.changed()} WHERE id = {pk}')
    fault = only(verify())
    assert (fault.kind, fault.table, fault.about) == (CHANGED, table, str(pk))
    assert f"another {column}" in fault.detail


@pytest.mark.parametrize("table", TABLES)
def test_a_record_that_went_without_history_is_found(table):
    drop_keys_to(table)
    ((pk,),) = sql(f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    without_triggers(table, f"DELETE FROM {table} WHERE id = {pk}")
    fault = only(verify())
    assert (fault.kind, fault.table, fault.about) == (VANISHED, table, str(pk))


def test_a_record_that_came_without_history_is_found():
    copied = """(jsonb_populate_record(place, '{"id": 77, "gazetteer_id": null}')).*"""
    without_triggers("claims_place", f"INSERT INTO claims_place SELECT {copied} FROM claims_place AS place LIMIT 1")
    fault = only(verify())
    assert (fault.kind, fault.table, fault.about) == (APPEARED, "claims_place", "77")


def test_a_record_that_came_back_without_history_is_found():
    user = User.objects.create(username="gone")
    User.objects.filter(pk=user.pk).delete()
    settle()
    sql("ALTER TABLE core_user DISABLE TRIGGER USER")
    User.objects.create(pk=user.pk, username="gone")
    sql("ALTER TABLE core_user ENABLE TRIGGER USER")
    fault = only(verify())
    assert (fault.kind, fault.about) == (APPEARED, str(user.pk))
    assert "says that it was deleted" in fault.detail


def test_a_table_that_was_emptied_at_once_is_found():
    """TRUNCATE runs no trigger of a row."""
    citations = sql("SELECT id::text FROM claims_claimcitation")
    sql("TRUNCATE claims_claimcitation CASCADE")
    assert {(f.kind, f.about) for f in verify() if f.table == "claims_claimcitation"} == {
        (VANISHED, about) for (about,) in citations
    }


@pytest.mark.parametrize("place", range(0, 60, 4))
@pytest.mark.parametrize("how", ["disabled", "dropped", "silenced"])
def test_a_trigger_that_no_longer_writes_history_is_found(place, how):
    table, name, _ = _our_triggers()[place]
    ((function,),) = sql(f"SELECT tgfoid::regproc::text FROM pg_trigger WHERE tgname = '{name}'")
    sql({
        "disabled": f"ALTER TABLE {table} DISABLE TRIGGER {name}",
        "dropped": f"DROP TRIGGER {name} ON {table}",
        "silenced": f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NULL; END'",
    }[how])  # fmt: skip
    fault = only(verify())
    assert (fault.kind, fault.table) == (SWITCHED_OFF, table)
    assert name in fault.detail


@pytest.mark.parametrize("table", ["claims_claimevent", "core_userevent", "sources_articleevent"])
def test_a_column_that_was_dropped_is_said_and_the_rows_are_counted_all_the_same(table):
    column = next(known for known in columns(table) if not known.name.startswith("pgh_"))
    row = rows_about(table, OBJECTS[0])[1]
    sql(f"DELETE FROM {table} WHERE pgh_id = {row}")
    sql(f'ALTER TABLE {table} RENAME COLUMN "{column.name}" TO as_it_was')
    faults = list(verify())
    assert [(fault.kind, fault.table) for fault in faults if fault.kind == COLUMN_GONE] == [(COLUMN_GONE, table)]
    assert column.name in next(fault.detail for fault in faults if fault.kind == COLUMN_GONE)
    assert [fault.row for fault in faults if fault.row is not None] == [row]


def test_a_table_of_history_that_was_dropped_is_said():
    sql("DROP TABLE claims_placeevent CASCADE")
    assert [(fault.kind, fault.table) for fault in verify()] == [(TABLE_GONE, "claims_placeevent")]


def test_a_table_of_records_that_was_dropped_is_said():
    sql("DROP TABLE claims_claimcitation CASCADE")
    assert (TABLE_GONE, "claims_claimcitation") in {(fault.kind, fault.table) for fault in verify()}


def test_a_value_that_another_type_of_the_column_would_hide_is_found():
    """Read back as the type that was sealed, the longer words would be cut to what they were."""
    row = rows_about("claims_claimevent", OBJECTS[0])[1]
    sql("ALTER TABLE claims_claimevent ALTER COLUMN kind TYPE text")
    assert list(verify()) == []
    sql(f"UPDATE claims_claimevent SET kind = rpad(kind, 12) || ' and more' WHERE pgh_id = {row}")
    assert [(fault.kind, fault.row) for fault in verify()] == [(EDITED, row)]
