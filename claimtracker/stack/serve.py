"""`python3 run.py`: everything a desk needs on this machine, from the empty folder to the open browser."""

import contextlib
import os
import socket
import sys
import time
import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg2

from claimtracker import env as environment
from claimtracker.stack import desk, keys, places, services
from claimtracker.stack.leftovers import Leftovers
from claimtracker.stack.places import Trouble
from claimtracker.stack.supervisor import Stopped, Supervisor

FIRST_PORT = 8000
PORTS = range(FIRST_PORT, FIRST_PORT + 20)


def serve(port: int | None, *, demo: bool) -> int:
    var = places.open_var(environment.var_folder())
    with places.lock_var(var) as lock:
        say = _teller()
        port = choose_port(port, say)
        address = f"http://127.0.0.1:{port}/"
        places.note_in_lock(lock, f"{address}, process {os.getpid()}")
        leftovers = Leftovers(var / "children.json")
        if count := leftovers.end():
            say(f"Ended {count} left-over process{'es' if count > 1 else ''} of the last run.")
        home = places.open_home(var)
        supervisor = Supervisor(say, leftovers)
        try:
            run_desk(supervisor, var, home, port, demo, say)
        except Stopped:
            say("Stopping …")
        finally:
            supervisor.stop()
            (var / "stack.env").unlink(missing_ok=True)
            places.close_sockets(home)
        say("Stopped. Everything is kept; the same command starts it again.")
    return 0


def run_desk(
    supervisor: Supervisor, var: Path, home: places.Home, port: int, demo: bool, say: Callable[[str], None]
) -> None:
    logs = var / "log"
    wanted = services.needed(home, os.environ)
    say(_services_line(wanted, home))
    wanted.start(supervisor, logs)
    env = desk_environment(var, wanted, os.environ)
    env["SITE_URL"] = env.get("SITE_URL") or f"http://127.0.0.1:{port}"
    if not wanted.postgres:
        knock(env["DATABASE_URL"])
    keys.write_private(var / "stack.env", "".join(f"{name}={env[name]}\n" for name in sorted(_told(env))))
    bring_up_to_date(supervisor, var, env, say)
    say("Starting web, worker, fetcher and beat …")
    children = [desk.web(env, logs, port), desk.worker(env, logs), desk.fetcher(env, logs), desk.beat(env, logs)]
    for child in children:
        supervisor.start(child)
    # What a database has been given once it keeps; only of our own do we know that it is the same one.
    furnished = Furnished(home.folder / "furnished") if wanted.postgres else None
    if demo and not (furnished and furnished.has("demo")):
        desk.manage(supervisor, env, "load_demo")
        say("The demo is there.")
    supervisor.ready(children)
    # Last, so that a password that is shown once is not lost to a start that failed after it.
    password = "" if furnished and furnished.has("admin") else desk.manage(supervisor, env, "first_admin")[0]
    announce(f"http://127.0.0.1:{port}/", password, say)
    if furnished:
        furnished.note({"admin", "demo"} if demo else {"admin"})
    supervisor.watch()


def knock(database: str) -> None:
    """One plain sentence for the commonest mistake, in place of what every command would say of it."""
    try:
        psycopg2.connect(database, connect_timeout=10).close()
    except psycopg2.OperationalError as problem:
        raise Trouble(f"The database of DATABASE_URL does not answer: {str(problem).strip()}") from None


class Furnished:
    """What a database has been given already; it lies beside the database, and goes with it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def has(self, thing: str) -> bool:
        return self._path.exists() and thing in self._path.read_text(encoding="utf-8").split()

    def note(self, things: set[str]) -> None:
        known = self._path.read_text(encoding="utf-8").split() if self._path.exists() else []
        keys.write_private(self._path, "\n".join(sorted({*known, *things})))


def bring_up_to_date(supervisor: Supervisor, var: Path, env: Mapping[str, str], say: Callable[[str], None]) -> None:
    commands = ["migrate --no-input --verbosity 0"]
    collected, files = var / "static.stamp", desk.static_files()
    if not collected.exists() or collected.read_text(encoding="utf-8") != files:
        commands.append("collectstatic --no-input --verbosity 0")
    say("Bringing the database up to date" + (" and collecting static files …" if commands[1:] else " …"))
    desk.manage(supervisor, env, *commands)
    collected.write_text(files, encoding="utf-8")


def desk_environment(var: Path, wanted: services.Services, given: Mapping[str, str]) -> dict[str, str]:
    """What the desk's processes find in their environment: ours, and what is ours to decide."""
    env = {**given, **wanted.addresses(given), "CLAIMTRACKER_VAR": str(var), "PYTHONUNBUFFERED": "1"}
    env.setdefault("DJANGO_SETTINGS_MODULE", "claimtracker.settings")
    if not env.get("SECRET_KEY"):
        env["SECRET_KEY"] = keys.secret_key(var)
    if wanted.postgres and not env.get("PUBLIC_READ"):
        env["PUBLIC_READ"] = "true"  # a desk on one's own machine is open to read; a shared database is not
    return env


def _told(env: Mapping[str, str]) -> set[str]:
    """What `manage.py` in another terminal is told, through var/stack.env."""
    return {"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "SECRET_KEY", "PUBLIC_READ"} & set(env)


def choose_port(asked: int | None, say: Callable[[str], None]) -> int:
    if asked is not None:
        if not _free(asked):
            raise Trouble(f"Port {asked} is taken by another program (or not allowed); choose one with --port.")
        return asked
    free = next((port for port in PORTS if _free(port)), None)
    if free is None:
        raise Trouble(f"The ports {PORTS[0]} to {PORTS[-1]} are all taken; choose one with --port.")
    if free != FIRST_PORT:
        say(f"Port {FIRST_PORT} is taken by another program; using {free}.")
    return free


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
    return True


def _services_line(wanted: services.Services, home: places.Home) -> str:
    postgres = f"PostgreSQL in {home.folder}" if wanted.postgres else "PostgreSQL by DATABASE_URL"
    redis = "Redis beside it" if wanted.redis else "Redis by REDIS_URL"
    return f"Starting {postgres}, {redis} …"


def announce(address: str, password: str, say: Callable[[str], None]) -> None:
    say(f"Claimtracker is running: {address}")
    if password:
        print(f"\n    Sign in as   admin\n    Password     {password}   (shown this once)\n", flush=True)
    say("Ctrl-C stops it.")
    if sys.stdout.isatty() and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or _is_mac()):
        with contextlib.suppress(webbrowser.Error, OSError):
            webbrowser.open(address)


def _is_mac() -> bool:
    return sys.platform == "darwin"


def _teller() -> Callable[[str], None]:
    begun = time.monotonic()

    def say(line: str) -> None:
        with contextlib.suppress(OSError):  # the terminal may be closed, and the rest must be done all the same
            print(f"[{time.monotonic() - begun:5.1f} s] {line}", flush=True)

    return say
