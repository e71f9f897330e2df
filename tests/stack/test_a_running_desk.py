"""A real desk with all its processes: it answers, it survives, it leaves nothing behind."""

import os
import subprocess
import sys

import psutil
import psycopg2
import pytest

from tests.stack.machine import PROJECT, wait_for


def test_a_visitor_gets_a_page(desk):
    assert desk.page("/readyz") == 200
    assert desk.page("/") == 200


def test_a_second_terminal_reaches_the_same_database(desk):
    answer = desk.manage("migrate", "--check")
    assert answer.returncode == 0, answer.stderr


def test_a_second_start_is_told_where_the_first_one_is(desk):
    command = [sys.executable, "-m", "claimtracker.stack", "serve"]
    second = subprocess.run(command, cwd=PROJECT, env=desk.env, capture_output=True, text=True, timeout=30)
    assert second.returncode == 1
    assert f"already runs from this folder (http://127.0.0.1:{desk.port}/" in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.parametrize("names", [("postgres",), ("redis", "web", "worker", "fetcher", "beat")], ids=" ".join)
def test_killed_processes_come_back(desk, names):
    before = desk.said().count("is back")
    victims = [desk.child(name) for name in names]
    for victim in victims:
        victim.kill()
    wait_for(f"others for {names}", lambda: desk.said().count("is back") == before + len(names))
    assert not {desk.child(name).pid for name in names} & {victim.pid for victim in victims}
    wait_for("the desk to be ready", lambda: desk.page("/readyz") == 200)


@pytest.mark.parametrize("change", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize("table", ["claims_claimevent", "claims_claimcitationevent", "sources_articleevent"])
def test_the_application_cannot_change_what_history_says(desk, change, table):
    with desk.database() as app, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        app.execute(change.format(table))


@pytest.mark.parametrize("change", ["UPDATE {} SET {} = NULL", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize(("table", "column"), [("core_seal", "hash"), ("core_sealpart", "digest")])
def test_the_application_cannot_change_the_seals_over_history(desk, change, table, column):
    with desk.database() as app, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        app.execute(change.format(table, column))


def test_the_history_of_a_running_desk_comes_under_seal(desk):
    def unsealed():
        with desk.database() as app:
            app.execute("SELECT (SELECT count(*) FROM claims_claimevent) - coalesce(sum(cardinality(ids)), 0)"
                        " FROM core_sealpart WHERE \"table\" = 'claims_claimevent'")  # fmt: skip
            return app.fetchone()[0]

    wait_for("every row to be sealed", lambda: unsealed() == 0, 90)


def test_a_killed_desk_starts_again_with_every_row_that_was_committed(desk):
    with desk.database("DATABASE_OWNER_URL") as owner:
        owner.execute("DROP TABLE IF EXISTS test_rows")
        owner.execute("CREATE TABLE test_rows (n integer)")
    with desk.database() as app:
        for n in range(50):
            app.execute("INSERT INTO test_rows VALUES (%s)", [n])
        desk.kill_everything()
    give_the_lock_to_an_innocent_process(desk)
    desk.start()
    with desk.database() as app:
        app.execute("SELECT count(*) FROM test_rows")
        assert app.fetchone() == (50,)
    assert desk.page("/readyz") == 200


def give_the_lock_to_an_innocent_process(desk):
    """As when the number of the dead server has been used again."""
    lock = desk.services_folder() / "postgres" / "postmaster.pid"
    number, rest = lock.read_text().split("\n", 1)
    assert number.isdigit()
    lock.write_text(f"{os.getpid()}\n{rest}")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_the_others_go_when_the_supervisor_alone_is_killed(desk):
    psutil.Process(desk.children()[0].ppid()).kill()
    wait_for("every process to end", lambda: not desk.everybody(), 15)


def test_ctrl_c_stops_everything_and_leaves_nothing(desk):
    assert desk.interrupt() == 0
    assert desk.everybody() == []
    assert not (desk.var / "stack.env").exists()
    assert not (desk.var / "children.json").exists()
    assert "Traceback" not in desk.said()
