"""The database and the broker of a desk are for the one who started it, and for no other account of the machine."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psutil
import psycopg2
import pytest
import redis

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account to try")
STRANGER = 54321  # a number no account has
# The interpreter may lie where a stranger cannot look, so it becomes the stranger when it is up.
KNOCK = """
import os, socket, sys
os.setgroups([]), os.setgid(65534), os.setuid(int(sys.argv[1]))
with socket.socket(socket.AF_UNIX) as caller:
    caller.connect(sys.argv[2])
"""


def sockets(desk) -> list[Path]:
    folder = Path(unquote(urlsplit(desk.told()["DATABASE_URL"]).netloc.rpartition("@")[2]))
    return [folder / ".s.PGSQL.5432", folder / "redis.sock"]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_holds_a_password_is_for_its_owner_alone(desk):
    private = ["stack.env", "secret_key", "lock", "children.json", "log/postgres.log"]
    assert {name: oct(mode(desk.var / name)) for name in private} == dict.fromkeys(private, "0o600")
    assert mode(desk.services_folder() / "secrets.json") == 0o600
    assert mode(desk.var) == 0o700


def test_the_sockets_lie_behind_a_door(desk):
    for path in sockets(desk):
        assert mode(path) == 0o700
        assert mode(path.parent) == 0o700
        assert mode(path.parent.parent) & 0o007 == 0


def test_nothing_but_the_web_listens_on_the_network(desk):
    listening = [
        (name, connection.laddr.ip)
        for name in ("postgres", "redis", "web", "worker", "fetcher", "beat")
        for process in [desk.child(name), *desk.child(name).children(recursive=True)]
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert set(listening) == {("web", "127.0.0.1")}


def test_without_the_password_the_socket_opens_nothing(desk):
    postgres, broker = sockets(desk)
    for role in ("claimtracker_admin", "claimtracker_owner", "claimtracker_app"):
        with pytest.raises(psycopg2.OperationalError, match=r"no password supplied"):
            psycopg2.connect(host=str(postgres.parent), dbname="claimtracker", user=role)
    with pytest.raises(redis.AuthenticationError), redis.Redis(unix_socket_path=str(broker)) as client:
        client.ping()


@only_root
@pytest.mark.parametrize("service", ["postgres", "redis"])
def test_root_hands_its_rights_away_before_a_service_starts(desk, service):
    process = desk.child(service)
    assert 0 not in process.uids()
    assert 0 not in process.gids()
    status = Path(f"/proc/{process.pid}/status").read_text()
    assert "Groups:\t \n" in status or "Groups:\t\n" in status
    assert "CapEff:\t0000000000000000" in status


@only_root
@pytest.mark.parametrize("account", ["a stranger", "the services' own account, in another program"])
def test_another_account_cannot_even_knock(desk, account):
    uid = STRANGER if account == "a stranger" else desk.child("postgres").uids().real
    for path in sockets(desk):
        knock = subprocess.run([sys.executable, "-I", "-c", KNOCK, str(uid), str(path)], capture_output=True, text=True)
        assert "PermissionError" in knock.stderr.splitlines()[-1], knock.stderr


def test_the_application_works_on_rows_and_cannot_touch_tables(desk):
    with desk.database("DATABASE_OWNER_URL") as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS test_grants (n integer)")
    with desk.database() as app:
        app.execute("INSERT INTO test_grants VALUES (1)")
        for forbidden in ("DROP TABLE test_grants", "TRUNCATE test_grants", "CREATE TABLE mine (n integer)"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                app.execute(forbidden)


def test_a_text_of_another_alphabet_is_searched_as_well(desk):
    """The locale of the embedded database knows letters beyond ASCII."""
    with desk.database() as app:
        app.execute("SELECT lower('ČÜÉ'), 'École' ILIKE 'école', to_tsvector('simple', 'École')::text")
        assert app.fetchone() == ("čüé", True, "'école':1")
