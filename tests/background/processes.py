"""Real processes for tests: a Redis of their own, a Celery worker with its beat, a web, on the test's database."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import redis
from django.db import connection

from claimtracker.stack import binaries, desk

ROOT = Path(__file__).resolve().parents[2]


def eventually(condition: Callable[[], object], *, within: float = 40.0) -> object:
    """The first true answer of `condition`, asked again and again until the time is up."""
    deadline = time.monotonic() + within
    while True:
        if answer := condition():
            return answer
        assert time.monotonic() < deadline, f"still not so after {within:g} s"
        time.sleep(0.05)  # between two looks at another process; nothing here waits for a time to pass


class Redis:
    """A Redis on a socket in `folder`, which can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "r.sock"
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"unix://{self.socket}?db=0"

    def start(self) -> None:
        command = [
            binaries.from_wheels().redis,
            "--port",
            "0",
            "--unixsocket",
            self.socket,
            "--save",
            "",
            "--dir",
            self.folder,
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        eventually(self._answers)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False


class Worker:
    """A Celery worker with an embedded beat; `kill` is kill -9 of all its processes."""

    def __init__(self, redis_url: str, folder: Path, **more: str) -> None:
        self.environment = {
            **os.environ,
            "DATABASE_URL": database_url(),
            "REDIS_URL": redis_url,
            "CLAIMTRACKER_VAR": str(folder),
            "SECRET_KEY": "only-for-this-test-and-long-enough-for-django-to-be-content",
            "SWEEP_SECONDS": "1",
            "LEASE_SECONDS": "3",
            "WATCH_DAYS": "0",
            **more,
        }
        self.log = folder / "worker.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        celery = [sys.executable, "-m", "celery", "-A", "claimtracker.celery", "worker"]
        command = [*celery, *self.options(), "--without-gossip", "--without-mingle"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def options(self) -> list[str]:
        return ["-B", "-c", "1", "-Q", "celery,fetch", "-s", str(self.log.with_name("beat"))]

    def kill(self) -> None:
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


class Fetcher(Worker):
    """The worker that asks other people's sites: as run.py starts it, and with a beat."""

    def options(self) -> list[str]:
        threads = ["--pool", "threads", "-c", "8", "-n", f"fetcher-{id(self)}@%h"]
        return ["-B", "-Q", "celery,fetch", "-s", str(self.log.with_name("beat")), *threads]


class Web(Worker):
    """Gunicorn as run.py starts it, on a port of its own; `kill` is kill -9 of all its processes."""

    workers = 2

    def collect(self) -> None:
        """What pages link to, as they need it outside of tests."""
        command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def start(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        command = list(desk.web(self.environment, self.log.parent, self.port).command)
        command[command.index("--workers") + 1] = str(self.workers)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        eventually(lambda: desk.answers(self.port))


def database_url() -> str:
    """The test's own database, as an address for another process."""
    at = connection.settings_dict
    password = f":{quote(at['PASSWORD'], safe='')}" if at["PASSWORD"] else ""
    port = f":{at['PORT']}" if at["PORT"] else ""
    return f"postgres://{quote(at['USER'], safe='')}{password}@{quote(at['HOST'], safe='')}{port}/{at['NAME']}"
