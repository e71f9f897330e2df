"""History is put under seal behind the backs of those who write it: nothing is missed, and nobody waits."""

from __future__ import annotations

import contextlib
import logging
import threading
from time import sleep

import pytest
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from claimtracker.core.chain import marks, sealing
from claimtracker.core.chain.digests import FIRST, part_digest, seal_hash
from claimtracker.core.chain.tables import as_stretch, columns_of, event_tables, one, read_stretch
from claimtracker.core.chain.verifying import verify_history
from claimtracker.core.models import Desk, Seal, SealHorizon, SealPart, User
from tests import make
from tests.sessions import another_session

real = pytest.mark.django_db(transaction=True)  # transactions that end, and rows that others see
UserEvent = User.pgh_event_model


def write(cursor, name):
    """Another session's change: a row of history with a number that is drawn now and seen after its commit."""
    cursor.execute("UPDATE core_user SET last_name = 'changed' WHERE username = %s", [name])


def seal_all(tries=100):
    """Round after round, as the beat does, until nothing is left; others may be using the same server."""
    for _ in range(tries):
        sealing.seal_history()
        if SealHorizon.objects.filter(sealed=True).exists():
            return
        sleep(0.05)
    raise AssertionError("something was never final")


def sealed_rows(table="core_userevent"):
    return [row for part in SealPart.objects.filter(table=table).order_by("seal") for row in part.ids]


def names_under_seal():
    """Whose changes are sealed, in the order of their numbers."""
    changes = UserEvent.objects.filter(pk__in=sealed_rows(), pgh_label="update")
    return list(changes.order_by("pk").values_list("username", flat=True))


@pytest.fixture
def people(transactional_db):
    """Some who are there already, and what is known of them under seal."""
    User.objects.bulk_create(User(username=name) for name in ("early", "late", "lone", "first", "second"))
    seal_all()


def change(name):
    User.objects.filter(username=name).update(last_name="changed")


@pytest.fixture
def at_once(monkeypatch):
    """In a test of one transaction nobody else is waited for."""
    monkeypatch.setattr(marks, "is_final", lambda horizon: True)
    monkeypatch.setattr(marks, "is_lost", lambda horizon: False)


@real
def test_every_row_of_every_table_comes_under_a_seal():
    make.claim()
    seal_all()
    for table in event_tables():
        assert sealed_rows(table) == one(f"SELECT coalesce(array_agg(pgh_id ORDER BY pgh_id), '{{}}') FROM {table}")


@real
@pytest.mark.usefixtures("people")
def test_a_writer_who_began_before_the_note_and_commits_after_it_is_not_missed():
    with another_session() as (early, cursor):
        write(cursor, "early")  # has drawn a number, and takes its time
        change("late")
        sealing.look()
        assert sealing.seal_next() is None
        assert sealing.seal_history() == []
        early.commit()
    seal_all()
    assert names_under_seal() == ["early", "late"]
    assert sealed_rows() == sorted(sealed_rows())


@real
@pytest.mark.usefixtures("people")
def test_a_lone_writer_is_waited_for_although_no_later_transaction_has_ended():
    """The constellation in which pg_snapshot_xmax, read after the marks, would say that nobody is writing."""
    with another_session() as (writer, cursor):
        write(cursor, "lone")
        assert sealing.look()
        horizon = SealHorizon.objects.get()
        assert not marks.is_final(horizon)
        writer.commit()
    seal_all()
    assert names_under_seal() == ["lone"]


@real
@pytest.mark.usefixtures("people")
def test_a_writer_who_begins_after_the_note_is_left_to_the_next():
    change("first")
    sealing.look()
    with another_session() as (writer, cursor):
        write(cursor, "second")
        assert [seal.rows for seal in sealing.seal_history()] == [1]
        assert names_under_seal() == ["first"]
        writer.commit()
    seal_all()
    assert names_under_seal() == ["first", "second"]


@real
@pytest.mark.usefixtures("people")
def test_nobody_waits_for_a_sealer_in_the_middle_of_a_seal(monkeypatch):
    change("first")
    sealing.look()
    make_seal = sealing._make_seal

    def slowly(*given):
        seal = make_seal(*given)
        with another_session() as (writer, cursor):
            cursor.execute("SET LOCAL lock_timeout = '1s'")
            write(cursor, "second")
            writer.commit()
        return seal

    monkeypatch.setattr(sealing, "_make_seal", slowly)
    assert sealing.seal_next() is not None
    assert UserEvent.objects.filter(username="second", pgh_label="update").exists()


@real
@pytest.mark.usefixtures("people")
def test_of_two_sealers_one_does_nothing():
    change("early")
    with another_session() as (_, cursor):
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [sealing.OURS])
        assert not sealing.look()
        assert sealing.seal_history() == []
    seal_all()
    assert names_under_seal() == ["early"]


@real
def test_writers_and_sealers_at_once_leave_one_unbroken_chain():
    def write_often(name):
        try:
            for number in range(15):
                with contextlib.suppress(ZeroDivisionError), transaction.atomic():
                    User.objects.create(username=f"{name}{number}")
                    if number % 4 == 3:
                        raise ZeroDivisionError  # rolled back: its number is drawn and never seen
        finally:
            connection.close()

    def seal():
        try:
            while any(writer.is_alive() for writer in writers):
                sealing.seal_history()
        finally:
            connection.close()

    writers = [threading.Thread(target=write_often, args=[name]) for name in "abc"]
    sealers = [threading.Thread(target=seal) for _ in range(2)]
    for thread in (*writers, *sealers):
        thread.start()
    for thread in (*writers, *sealers):
        thread.join()
    seal_all()
    assert sealed_rows() == list(UserEvent.objects.order_by("pk").values_list("pk", flat=True))
    assert len(sealed_rows()) == 36
    assert list(Seal.objects.order_by("number").values_list("number", flat=True)) == [
        *range(1, Seal.objects.count() + 1)
    ]
    assert list(verify_history(Seal.objects.latest("number"))) == []


@real
@pytest.mark.usefixtures("people")
def test_a_desk_that_was_moved_to_another_server_goes_on():
    change("early")
    sealing.look()
    SealHorizon.objects.update(xid=2**60)  # the other server had seen far more transactions
    seal_all()
    assert names_under_seal() == ["early"]


@pytest.mark.django_db
def test_a_round_with_nothing_new_asks_a_few_questions_and_makes_no_seal(at_once):
    User.objects.create(username="old")
    sealing.seal_history()
    before = Seal.objects.count()
    with CaptureQueriesContext(connection) as queries:
        assert sealing.seal_history() == []
    assert Seal.objects.count() == before
    asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 6
    assert not any(sql.startswith(("INSERT", "UPDATE")) for sql in asked)


@pytest.mark.django_db
def test_numbers_that_were_drawn_in_vain_make_no_seal(at_once):
    sealing.seal_history()
    before = Seal.objects.count()
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        User.objects.create(username="nobody")
        raise ZeroDivisionError
    assert sealing.seal_history() == []
    assert Seal.objects.count() == before


@pytest.mark.django_db
def test_a_large_load_is_cut_into_seals(at_once, monkeypatch):
    monkeypatch.setattr(sealing, "LARGEST", 10)
    sealing.seal_history()
    User.objects.bulk_create(User(username=f"user{number}") for number in range(35))
    assert [seal.rows for seal in sealing.seal_history()] == [10, 10, 10, 5]
    assert len(sealed_rows()) == 35


@pytest.mark.django_db
def test_the_head_goes_into_the_log(at_once, caplog):
    User.objects.create(username="seen")
    with caplog.at_level(logging.INFO, "claimtracker.core.chain.sealing"):
        (seal,) = sealing.seal_history()
    assert f"history sealed: {seal.number}:{seal.hash}, {seal.rows} rows" in caplog.text


@pytest.mark.django_db
def test_a_seal_is_what_the_page_of_digests_says(at_once):
    first = User.objects.create(username="first")
    (seal,) = sealing.seal_history()
    User.objects.filter(pk=first.pk).update(first_name="Ann")
    (second,) = sealing.seal_history()
    assert (seal.previous, second.previous) == (FIRST, seal.hash)
    (part,) = second.parts.all()
    (event,) = UserEvent.objects.filter(first_name="Ann")
    assert (part.table, part.ids, part.about) == ("core_userevent", [event.pk], [str(first.pk)])
    assert (part.after, part.upto) == (event.pk - 1, event.pk)
    assert part.digest == part_digest(as_stretch(part))
    assert second.hash == seal_hash(
        number=second.number, made_at=second.made_at, previous=seal.hash, rows=1, digests=[part.digest]
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "setting",
    ["TimeZone = 'Asia/Tokyo'", "DateStyle = 'SQL, DMY'", "bytea_output = 'escape'", "extra_float_digits = 0",
     "IntervalStyle = 'sql_standard'"],
)  # fmt: skip
def test_a_seal_does_not_depend_on_the_settings_of_who_makes_it(setting):
    User.objects.create(username="dated")
    read = read_stretch("core_userevent", columns_of("core_userevent"), 0, 2**40)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {setting}")
    assert read_stretch("core_userevent", columns_of("core_userevent"), 0, 2**40) == read


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Seal, SealPart])
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {} WHERE {} = {}"])
def test_a_seal_cannot_be_touched_by_anybody_who_leaves_the_triggers_on(at_once, model, change):
    Desk.current()
    User.objects.create(username="kept")
    sealing.seal_history()
    column = model._meta.pk.column
    with pytest.raises(InternalError, match="Cannot update or delete"), connection.cursor() as cursor:
        cursor.execute(change.format(model._meta.db_table, column, column))
