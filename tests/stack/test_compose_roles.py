"""The script of docker-compose.yml that makes the application's role, run on a real PostgreSQL."""

import contextlib
import os
import subprocess
from pathlib import Path

import psycopg2
import pytest
import yaml

from claimtracker.stack import services
from claimtracker.stack.keys import kept_secrets
from claimtracker.stack.places import remove_home, temporary_home
from claimtracker.stack.postgres import ADMIN
from tests.stack.machine import wait_for

COMPOSE = yaml.safe_load((Path(__file__).resolve().parents[2] / "docker-compose.yml").read_text())


@pytest.fixture
def bare_postgres(tmp_path):
    """A PostgreSQL in which nobody has made a role or a database yet."""
    home = temporary_home()
    server = services.needed(home, {"REDIS_URL": "redis://not.needed"}, temporary=True).postgres
    child = services.postgres_child(server, tmp_path)
    child.start()
    wait_for("PostgreSQL", server.answers)
    yield server
    child.ask_to_stop()
    child.process.wait(20)
    remove_home(home)


@contextlib.contextmanager
def signed_in(server, role, password, database="claimtracker"):
    with contextlib.closing(
        psycopg2.connect(host=str(server.home.sockets), user=role, password=password, dbname=database)
    ) as connection:
        connection.autocommit = True
        yield connection.cursor()


def test_the_applications_role_works_on_rows_and_cannot_touch_tables(bare_postgres):
    superuser = kept_secrets(bare_postgres.home, (ADMIN,))[ADMIN]
    with signed_in(bare_postgres, ADMIN, superuser, "postgres") as admin:
        # What the image of PostgreSQL does with POSTGRES_USER and POSTGRES_DB before it runs the script.
        admin.execute("CREATE ROLE claimtracker_owner SUPERUSER LOGIN PASSWORD 'owner'")
        admin.execute("CREATE DATABASE claimtracker OWNER claimtracker_owner")
    run_script(bare_postgres, app_password="it's odd")
    with signed_in(bare_postgres, "claimtracker_owner", "owner") as owner:
        owner.execute("CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY, n integer)")
    with signed_in(bare_postgres, "claimtracker_app", "it's odd") as app:
        app.execute("INSERT INTO thing (n) VALUES (1)")
        app.execute("UPDATE thing SET n = 2")
        for forbidden in ("TRUNCATE thing", "DROP TABLE thing", "CREATE TABLE mine (n integer)"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                app.execute(forbidden)


def run_script(server, *, app_password):
    environment = COMPOSE["services"]["postgres"]["environment"]
    given = {
        "POSTGRES_USER": environment["POSTGRES_USER"],
        "POSTGRES_DB": environment["POSTGRES_DB"],
        "APP_PASSWORD": app_password,
        "PGHOST": str(server.home.sockets),
        "PGPASSWORD": "owner",
        "PATH": f"{server.binaries.postgres}:{os.environ['PATH']}",
    }
    # Compose writes "$" as "$$"; the image reads the script with bash.
    script = COMPOSE["configs"]["make_roles"]["content"].replace("$$", "$")
    subprocess.run(["bash", "-e", "-c", script], env=given, check=True, timeout=30)
