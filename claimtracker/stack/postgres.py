"""One embedded PostgreSQL: its folder, its two roles, its command line.

It listens on a socket alone and asks everybody for a password (scram), so neither a way
into the folder nor the name of an account opens the database. Two roles: the owner runs
migrations and owns the tables, the application may read and write rows and nothing else.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

from claimtracker.stack.backends import clear_the_way
from claimtracker.stack.binaries import Binaries
from claimtracker.stack.keys import kept_secrets
from claimtracker.stack.places import Account, Home, Trouble

DATABASE = "claimtracker"
ADMIN = "claimtracker_admin"  # initdb's superuser: makes the roles at a start, serves nobody else
OWNER = "claimtracker_owner"
APP = "claimtracker_app"

# Not durable, for a database that is thrown away after the tests.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=120")


@dataclass(frozen=True, slots=True)
class Postgres:
    home: Home
    binaries: Binaries
    temporary: bool = False

    @property
    def data(self) -> Path:
        return self.home.folder / "postgres"

    def prepare(self) -> None:
        """Make the folder of the database, unless it is there; a start that was killed leaves none behind."""
        if self.data.exists():
            clear_the_way(self.data, self.home.sockets, self.home.account)
            return
        half = self.home.folder / "postgres.half"
        shutil.rmtree(half, ignore_errors=True)
        _initdb(self.home.room("postgres.half"), self.home.account, self.binaries, self._passwords()[ADMIN])
        half.rename(self.data)

    def command(self) -> list[str]:
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={self.home.sockets}",
            "unix_socket_permissions=0700",
            "timezone=UTC",
            "log_timezone=UTC",
            "cluster_name=claimtracker",
            *(CARELESS if self.temporary else ()),
        ]
        options = [word for setting in settings for word in ("-c", setting)]
        return [str(self.binaries.postgres / "postgres"), "-D", str(self.data), *options]

    def url(self, role: str) -> str:
        password = quote(self._passwords()[role], safe="")
        return f"postgres://{role}:{password}@{quote(str(self.home.sockets), safe='')}/{DATABASE}"

    def answers(self) -> bool:
        try:
            psycopg2.connect(**self._reach("postgres")).close()
        except psycopg2.OperationalError:
            return False
        return True

    def make_roles(self) -> None:
        """The two roles and the database; what is there already stays as it is."""
        passwords = self._passwords()
        with _Session(**self._reach("postgres")) as admin:
            for role in (OWNER, APP):
                if not admin.knows("SELECT 1 FROM pg_roles WHERE rolname = %s", role):
                    admin.do("CREATE ROLE {} LOGIN PASSWORD {}", sql.Identifier(role), sql.Literal(passwords[role]))
            if not admin.knows("SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
                admin.do("CREATE DATABASE {} OWNER {}", sql.Identifier(DATABASE), sql.Identifier(OWNER))
        self._grant(DATABASE)
        if self.temporary:
            self._allow_test_databases()

    def _grant(self, database: str) -> None:
        """The application may work on the rows of every table that the owner is going to make."""
        owner, app = sql.Identifier(OWNER), sql.Identifier(APP)
        with _Session(**self._reach(database)) as admin:
            admin.do("REVOKE ALL ON DATABASE {} FROM PUBLIC", sql.Identifier(database))
            admin.do("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}", sql.Identifier(database), app)
            admin.do("GRANT USAGE ON SCHEMA public TO {}", app)
            rows = "ALTER DEFAULT PRIVILEGES FOR ROLE {} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}"
            admin.do(rows, owner, app)
            admin.do("ALTER DEFAULT PRIVILEGES FOR ROLE {} GRANT USAGE, SELECT ON SEQUENCES TO {}", owner, app)

    def _allow_test_databases(self) -> None:
        """The tests make databases of their own, which copy the grants of template1; a test may become the app."""
        with _Session(**self._reach("postgres")) as admin:
            admin.do("ALTER ROLE {} CREATEDB", sql.Identifier(OWNER))
            admin.do("GRANT {} TO {}", sql.Identifier(APP), sql.Identifier(OWNER))
            admin.do("GRANT CONNECT ON DATABASE postgres TO {}", sql.Identifier(OWNER))
        self._grant("template1")

    def _reach(self, database: str) -> dict[str, str]:
        password = self._passwords()[ADMIN]
        return {"host": str(self.home.sockets), "dbname": database, "user": ADMIN, "password": password}

    def _passwords(self) -> dict[str, str]:
        return kept_secrets(self.home, (ADMIN, OWNER, APP))


def _initdb(folder: Path, account: Account, binaries: Binaries, password: str) -> None:
    # The built-in locale (from 17 on) sorts the same on every platform and knows letters beyond ASCII.
    locale = ["--locale-provider=builtin"] if binaries.postgres_major() >= 17 else []
    password_file = folder.with_name("password")
    password_file.touch(mode=0o600)
    password_file.write_text(password, encoding="utf-8")
    account.own(password_file)
    command = [
        *(str(binaries.postgres / "initdb"), "-D", str(folder), "-U", ADMIN, f"--pwfile={password_file}"),
        *(*locale, "--locale=C.UTF-8", "--encoding=UTF8"),
        *("--auth-local=scram-sha-256", "--auth-host=reject", "--no-instructions"),
    ]
    try:
        made = subprocess.run(
            command,
            user=account.uid,
            group=account.gid,
            extra_groups=account.groups,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        password_file.unlink()
    if made.returncode != 0:
        raise Trouble(f"PostgreSQL could not make its folder: {(made.stderr or made.stdout).strip()}")


class _Session:
    """A connection of the superuser that commits each statement at once."""

    def __init__(self, **reach: str) -> None:
        self._connection = psycopg2.connect(**reach)
        self._connection.autocommit = True

    def __enter__(self) -> "_Session":
        return self

    def __exit__(self, *problem: object) -> None:
        self._connection.close()

    def do(self, statement: LiteralString, *parts: sql.Composable) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*parts))

    def knows(self, statement: LiteralString, *values: str) -> bool:
        with self._connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone() is not None
