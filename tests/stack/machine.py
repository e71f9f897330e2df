"""A whole desk on this machine, started as a person would, in a var/ of its own."""

import contextlib
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg2

PROJECT = Path(__file__).resolve().parents[2]
# What would lead the desk under test to the services of the tests, or of this machine's owner.
FOREIGN = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "SECRET_KEY", "PUBLIC_READ", "ALLOWED_HOSTS")

# What tells a child by its command line.
SIGNS = {
    "postgres": "bin/postgres",
    "redis": "valkey-server",
    "web": "gunicorn",
    "worker": " worker@",
    "fetcher": " fetcher@",
    "beat": " beat ",
}


def wait_for(what: str, condition: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds:g} s for {what}"
        time.sleep(0.05)


class Desk:
    def __init__(self, var: Path) -> None:
        self.var = var
        self.terminal = var.parent / f"{var.name}.terminal"
        self.port = 0
        self._run: subprocess.Popen[bytes] | None = None

    @property
    def env(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        return {**clean, "CLAIMTRACKER_VAR": str(self.var)}

    def start(self, *options: str, seconds: float = 150) -> None:
        command = [sys.executable, "-m", "claimtracker.stack", "serve", "--no-demo", *options]
        with self.terminal.open("wb") as terminal:
            self._run = subprocess.Popen(command, cwd=PROJECT, env=self.env, stdout=terminal, stderr=terminal)
        wait_for("the desk to run", lambda: "is running" in self.said() or self._run.poll() is not None, seconds)
        assert "is running" in self.said(), self.said()
        self.port = int(re.search(r"http://127.0.0.1:(\d+)/", self.said())[1])

    def running(self) -> bool:
        return self._run is not None and self._run.poll() is None

    def said(self) -> str:
        return self.terminal.read_text(errors="replace")

    def page(self, path: str = "/readyz") -> int:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
            try:
                connection.request("GET", path)
                return connection.getresponse().status
            except (OSError, http.client.HTTPException):
                return 0

    def child(self, name: str) -> psutil.Process:
        """The process of that name: postgres, redis, web, worker or beat."""
        return next(child for child in self.children() if SIGNS[name] in " ".join(child.cmdline()))

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self._run.pid).children()

    def everybody(self) -> list[psutil.Process]:
        """Every process of this desk, found by what it was given: none can hide behind a dead parent."""
        return [process for process in psutil.process_iter() if self._is_ours(process)]

    def interrupt(self, seconds: float = 30) -> int:
        """Ctrl-C."""
        self._run.send_signal(signal.SIGINT)
        return self._run.wait(seconds)

    def kill_everything(self) -> None:
        victims = [psutil.Process(self._run.pid), *psutil.Process(self._run.pid).children(recursive=True)]
        for process in victims:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._run.wait(10)

    def manage(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`manage.py` in another terminal."""
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=PROJECT, env=self.env, capture_output=True, text=True, timeout=60)

    def told(self) -> dict[str, str]:
        lines = (self.var / "stack.env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    @contextlib.contextmanager
    def database(self, name: str = "DATABASE_URL") -> Iterator[psycopg2.extensions.cursor]:
        with contextlib.closing(psycopg2.connect(self.told()[name])) as connection:
            connection.autocommit = True
            yield connection.cursor()

    def services_folder(self) -> Path:
        services = self.var / "services"
        return services if services.is_dir() else Path(services.read_text())

    def secrets(self) -> dict[str, str]:
        return json.loads((self.services_folder() / "secrets.json").read_text())

    def _is_ours(self, process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            given = " ".join(process.cmdline())
            with contextlib.suppress(psutil.AccessDenied):
                given += " ".join(process.environ().values())
            return process.status() != psutil.STATUS_ZOMBIE and any(str(sign) in given for sign in self._signs())
        return False

    def _signs(self) -> list[Path]:
        return [self.var, self.services_folder()] if (self.var / "services").exists() else [self.var]
