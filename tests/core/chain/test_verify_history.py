"""`manage.py verify_history`: what it prints, and how it ends."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claimtracker.core.management.commands import verify_history as command
from claimtracker.core.models import Seal, User
from tests.core.chain.seeding import OBJECTS
from tests.core.chain.tricks import rows_about, sql

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tampering")]

TABLE = "claims_claimevent"


def run(*arguments):
    """What it printed, and its exit status."""
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_history", *arguments, stdout=out, stderr=err)
    except SystemExit as ended:
        return out.getvalue(), ended.code
    return out.getvalue(), 0


def head():
    return str(Seal.objects.latest("number"))


def edit_a_claim():
    row = rows_about(TABLE, OBJECTS[0])[1]
    sql(f"UPDATE {TABLE} SET statement = 'never said' WHERE pgh_id = {row}")
    return row


def test_a_sound_history_prints_the_head_to_save():
    assert run() == (f"Every row is sealed.\nhead {head()}\n", 0)


def test_rows_that_are_not_sealed_yet_are_said():
    User.objects.create(username="fresh")
    said, code = run()
    assert said.startswith("Rows that are not sealed yet: 1, the oldest for ")
    assert code == 0


def test_a_fault_is_a_line_that_says_where_and_the_exit_status_is_one():
    row = edit_a_claim()
    said, code = run()
    assert said.splitlines()[0].startswith("edited: seal ")
    assert said.splitlines()[0].endswith(f", {TABLE}, row {row}, about record {OBJECTS[0]}")
    assert f"head {head()}" in said
    assert code == 1


def test_programs_read_json():
    row = edit_a_claim()
    said, code = run("--json")
    answer = json.loads(said)
    assert (answer["sound"], answer["head"], code) == (False, head(), 1)
    assert answer["unsealed"] == {"rows": 0, "oldest_seconds": None}
    assert [(fault["kind"], fault["table"], fault["row"], fault["about"]) for fault in answer["faults"]] == [
        ("edited", TABLE, row, str(OBJECTS[0]))
    ]
    assert answer["counts"] == [{"kind": "edited", "table": TABLE, "count": 1}]


def test_a_saved_head_is_held_against_the_chain():
    first = str(Seal.objects.earliest("number"))
    assert run("--head", first, "--head", head())[1] == 0
    number, _, saved = head().partition(":")
    said, code = run("--head", f"{number}:{'0' * 64}")
    assert (said.splitlines()[0], code) == (f"another chain: seal {number} (as it was saved)", 1)
    said, code = run("--head", f"{int(number) + 1}:{saved}")
    expected = f"cut tail: seal {int(number) + 1} (as it was saved; the chain ends with seal {number})"
    assert (said.splitlines()[0], code) == (expected, 1)


@pytest.mark.parametrize("words", ["7", "7:", "x:y", "0:" + "a" * 64, "7:" + "A" * 64, "7:" + "a" * 63])
def test_what_is_no_head_is_refused(words):
    with pytest.raises(CommandError, match="NUMBER:HASH"):
        run("--head", words)


def test_what_a_release_took_away_on_purpose_is_said_and_is_no_fault():
    sql(f"ALTER TABLE {TABLE} DROP COLUMN place_precision")
    said, code = run()
    assert (said.splitlines()[0].split(" (")[0], code) == (f"column gone: {TABLE}", 1)
    assert "place_precision character varying" in said
    said, code = run("--without", f"{TABLE}.place_precision")
    assert (said.splitlines()[0].split(" (")[0], code) == (f"column gone: {TABLE}", 0)
    edited = rows_about(TABLE, OBJECTS[1])[1]
    sql(f"DELETE FROM {TABLE} WHERE pgh_id = {edited}")
    assert run("--without", f"{TABLE}.place_precision")[1] == 1


def test_many_faults_of_one_kind_are_counted(monkeypatch):
    monkeypatch.setattr(command, "MOST", 3)
    ((count,),) = sql("SELECT count(*) FROM sources_markevent")
    sql("UPDATE sources_markevent SET surface = surface || '~'")
    said, code = run()
    edited = [line for line in said.splitlines() if line.startswith("edited: ")]
    assert len(edited) == 4
    assert edited[-1] == f"edited: sources_markevent, and {count - 3} more"
    assert code == 1


def test_whoever_waits_longer_than_a_second_is_told_how_far_it_is(monkeypatch):
    clock = iter(range(0, 10_000, 2))
    monkeypatch.setattr(command, "monotonic", lambda: next(clock))
    err = StringIO()
    call_command("verify_history", stdout=StringIO(), stderr=err)
    assert f"… seal {Seal.objects.count()} of {Seal.objects.count()}, " in err.getvalue()
