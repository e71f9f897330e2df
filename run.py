#!/usr/bin/env python3
"""Starts Claimtracker on this machine, or its tests: standard library only, until the environment stands.

It makes .venv from the lock, then hands over to the project's own code inside it.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - it must parse and speak on older ones too
    sys.exit(
        f"Claimtracker needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}. "
        "Start run.py with a newer one, for example: python3.12 run.py"
    )

import fcntl
import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

PROJECT = Path(__file__).resolve().parent
LOCKS = PROJECT / "requirements"
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
# Stands in .venv while pip works in it: where it is found, the last install was cut short.
UNFINISHED = VENV / "install-unfinished"

HELP = """\
python3 run.py [--port N] [--no-demo]   install, start everything, print the address; Ctrl-C stops it
python3 run.py test [pytest args]       the tests, on a PostgreSQL and a Redis of their own
python3 run.py bench extraction [--data DIR] [--markdown]
                                        the scoreboard of the readers, on the shipped set or on DIR
python3 run.py bench matching [--data DIR] [--markdown] [--misses]
                                        the scoreboard of the check of figures against sources
python3 run.py bench meeting [--editors N] [--edits N] [--claims N] [--minutes N]
                                        people who meet at one record, by pages and API, and what of their work is lost
python3 run.py bench states [--runs N] [--steps N] [--processes N] [--seed N]
                                        random acts of random people, held against a plain model of the desk
python3 run.py bench queue [--claims N]   how quick the queue is on a desk of a hundred thousand claims
python3 run.py demo-web [--port N]      a made-up story's web on this machine, to fetch, keep and check sources from
python3 run.py lock                     make requirements/*.lock anew from requirements/*.in (needs the network)
python3 run.py --help                   this

DATABASE_URL and REDIS_URL, where set, take the place of the embedded PostgreSQL and Redis.
Everything that is made while running lies in var/ (CLAIMTRACKER_VAR names another folder).
"""


def main(words: list[str]) -> int:
    command = words[0] if words and not words[0].startswith("-") else "serve"
    rest = words[1:] if words and command == words[0] else words
    os.chdir(PROJECT)
    if "--help" in words[:1] or "-h" in words[:1]:
        print(HELP)
    elif command == "serve" and known_options(rest):
        become("runtime", "-m", "claimtracker.stack", "serve", *rest)
    elif command == "test":
        become("dev", "-m", "tests.services", *rest)
    elif command == "bench" and rest[:1] in (["extraction"], ["matching"], ["meeting"], ["states"], ["queue"]):
        become("dev", "-m", f"tests.benchmarks.{rest[0]}", *rest[1:])
    elif command == "demo-web" and "--no-demo" not in rest and known_options(rest):
        # It needs the standard library alone, so nothing is installed for it.
        os.execv(sys.executable, [sys.executable, "-m", "claims.demo.web", *rest])  # noqa: S606 - ourselves, no shell
    elif command == "lock" and not rest:
        make_locks()
    else:
        print(f"Not understood: run.py {' '.join(words)}\n\n{HELP}", file=sys.stderr)
        return 2
    return 0


def known_options(words: list[str]) -> bool:
    """Looked at before anything is installed: a typing mistake shall not cost half a minute."""
    left = [word for word in words if word != "--no-demo" and not (word.startswith("--port=") and word[7:].isdigit())]
    return not left or (len(left) == 2 and left[0] == "--port" and left[1].isdigit())


def become(lock: str, *arguments: str) -> None:
    """Install what `lock` says, then go on as the environment's own Python."""
    install(lock)
    os.execv(PYTHON, [str(PYTHON), *arguments])  # noqa: S606 - our own interpreter, no shell wanted


def install(name: str) -> None:
    lock, stamp = LOCKS / f"{name}.lock", VENV / f"{name}.stamp"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    with open(__file__, encoding="utf-8") as ourselves:
        wait_for_turn(ourselves)
        if not healthy():
            make_venv()
        if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
            return
        packages = lock.read_text(encoding="utf-8").count("==")
        print(f"Installing {packages} packages from requirements/{name}.lock (only the first time) …", flush=True)
        UNFINISHED.touch()
        pip_install(lock, packages)
        stamp.write_text(wanted, encoding="utf-8")
        UNFINISHED.unlink()


def wait_for_turn(file: IO[str]) -> None:
    """Two runs at once must not install into one .venv; the system opens this lock when we end, however we end."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another run.py is installing here; waiting for it …", flush=True)
        fcntl.flock(file, fcntl.LOCK_EX)


def healthy() -> bool:
    """Whether .venv is whole and of this Python."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    ask = "import os, sys, pip; print(os.path.realpath(sys.prefix)); print(sys.version)"
    said = subprocess.run([PYTHON, "-I", "-c", ask], capture_output=True, text=True, check=False)
    return said.returncode == 0 and said.stdout.strip() == f"{VENV.resolve()}\n{sys.version}"


def make_venv() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        sys.exit(
            "This Python cannot make environments: its module ensurepip is missing. "
            "On Debian and Ubuntu: apt-get install python3-venv (as root), then start again."
        )
    print(f"Making .venv for Python {sys.version.split()[0]} …", flush=True)
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
        venv.create(VENV, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        sys.exit(f"Could not make {VENV}: {problem}")


def pip_install(lock: Path, packages: int) -> None:
    # Hashes and wheels only: nothing is built here, and nothing else than what was locked gets in.
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-deps"]
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off", "-r", str(lock)]
    pip = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said: list[str] = []
    for line in pip.stdout or ():
        said.append(line)
        show_progress(line, sum(one.startswith(("Collecting", "Requirement already")) for one in said), packages)
    if pip.wait() != 0:
        sys.exit(f"pip could not install {lock}:\n{''.join(said[-15:])}")


def show_progress(line: str, count: int, packages: int) -> None:
    if line.startswith("Installing collected"):
        print("  all here; unpacking …", flush=True)
    elif line.startswith("Collecting") and (count % 10 == 1 or sys.stdout.isatty()):
        end = "\r" if sys.stdout.isatty() else "\n"
        package = line.split()[1].split("==")[0]
        print(f"  {count:3d} of {packages}  {package:<50}", end=end, flush=True)


def make_locks() -> None:
    """One lock for every platform and Python from 3.11 on, without an address of any package index in it."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or fresh_uv(Path(folder))
        for name, also in (("runtime", []), ("dev", ["--constraint", "requirements/runtime.lock"])):
            print(f"Locking requirements/{name}.in …", flush=True)
            command = [uv, "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]
            quiet = ["--upgrade", "--no-header", "--no-annotate", "--quiet"]
            target = [f"requirements/{name}.in", "--output-file", f"requirements/{name}.lock"]
            subprocess.run([*command, *quiet, *also, *target], check=True)


def fresh_uv(folder: Path) -> str:
    print("Bringing uv …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "uv"], check=True)
    subprocess.run([folder / "uv" / "bin" / "pip", "install", "--quiet", "uv"], check=True)
    return str(folder / "uv" / "bin" / "uv")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next start goes on from here.")
