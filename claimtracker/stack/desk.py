"""The desk's own processes: web, worker, fetcher and beat, and what must be done before they start."""

import hashlib
import http.client
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from claimtracker.stack.children import Child
from claimtracker.stack.places import Trouble
from claimtracker.stack.supervisor import Supervisor

PROJECT = Path(__file__).resolve().parents[2]
APPS = ("claimtracker", "sources", "claims")
DESK = 1  # the rank: these lean on the services
CELERY = [sys.executable, "-m", "celery", "--app", "claimtracker"]


def web(env: Mapping[str, str], logs: Path, port: int) -> Child:
    command = [
        *(sys.executable, "-m", "gunicorn", "claimtracker.wsgi", "--bind", f"127.0.0.1:{port}"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--graceful-timeout", "3", "--preload"),
        *("--no-control-socket", "--access-logfile", "-"),
    ]
    return _child("web", command, env, logs, lambda: answers(port))


def worker(env: Mapping[str, str], logs: Path) -> Child:
    return _worker("worker", ["--queues", "celery", "--concurrency", "2"], env, logs)


def fetcher(env: Mapping[str, str], logs: Path) -> Child:
    """The worker that waits for other people's sites; threads, for waiting costs nothing."""
    return _worker("fetcher", ["--queues", "fetch", "--pool", "threads", "--concurrency", "8"], env, logs)


def beat(env: Mapping[str, str], logs: Path) -> Child:
    return _child("beat", [*CELERY, "beat", "--loglevel", "INFO", "--pidfile="], env, logs)


def manage(supervisor: Supervisor, env: Mapping[str, str], *commands: str) -> list[str]:
    """What each `manage.py COMMAND` prints; they run side by side."""
    steps = [[sys.executable, "manage.py", *command.split()] for command in commands]
    printed = []
    for command, (code, said) in zip(commands, supervisor.run(steps, env, PROJECT), strict=True):
        if code != 0:
            end = "\n".join(said.strip().splitlines()[-12:])
            raise Trouble(f"`manage.py {command}` failed. Its last words:\n{end}")
        printed.append(said.strip())
    return printed


def static_files() -> str:
    """A digest that changes when a static file of ours or a wheel's does: collecting them takes seconds."""
    seen = hashlib.sha256((PROJECT / "requirements" / "runtime.lock").read_bytes())
    folders = [PROJECT / "static", *(folder for app in APPS for folder in (PROJECT / app).glob("**/static"))]
    for path in sorted(file for folder in folders for file in folder.rglob("*") if file.is_file()):
        seen.update(f"{path.relative_to(PROJECT)} {path.stat().st_size} {path.stat().st_mtime_ns}\n".encode())
    return seen.hexdigest()


def answers(port: int) -> bool:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
        try:
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            return connection.getresponse().status < 500
        except (OSError, http.client.HTTPException):
            return False


def _worker(name: str, options: list[str], env: Mapping[str, str], logs: Path) -> Child:
    command = [*CELERY, "worker", "--hostname", f"{name}@%h", *options]
    command += ["--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    # Without Redis a worker does not get to the end of any polite shutdown; its tasks are done again later.
    return _child(name, command, env, logs, orphan_signal=signal.SIGKILL)


def _child(
    name: str,
    command: list[str],
    env: Mapping[str, str],
    logs: Path,
    ready: Callable[[], bool] | None = None,
    orphan_signal: signal.Signals = signal.SIGTERM,
) -> Child:
    return Child(
        name=name,
        command=command,
        log=logs / f"{name}.log",
        env=env,
        answers=ready or (lambda: True),
        settles=0 if ready else 3,  # whom we cannot ask must have lived a little
        rank=DESK,
        cwd=PROJECT,
        orphan_signal=orphan_signal,
    )
