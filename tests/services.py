"""PostgreSQL and Redis for one run of the tests, then pytest.

pytest-django reads the settings before any conftest, so the addresses must stand in the
environment before pytest begins. The services are kept by a process of their own that
sees us go, even by kill -9, and cleans up.
"""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

PROJECT = Path(__file__).resolve().parent.parent


# Text in, values out: these need neither PostgreSQL nor Redis.
PURE = (
    *("tests/claims/extraction", "tests/claims/extractors", "tests/claims/linting", "tests/claims/matching"),
    *("tests/sources/text", "tests/sources/net", "tests/sources/files", "tests/benchmarks"),
)
# About half of the time of those that do.
SECOND = ("tests/api", "tests/house", "tests/past", "tests/core", "tests/stack")
PYTEST = [sys.executable, "-m", "pytest"]
SERVICES = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")


def main(arguments: list[str]) -> None:
    os.chdir(PROJECT)
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(48))
    os.environ.setdefault("WATCH_DAYS", "0")  # nothing is fetched unless a test asks for it
    if not arguments:
        sys.exit(all_of_them())
    os.environ.update(addresses())
    os.execv(sys.executable, [*PYTEST, *arguments])


def all_of_them() -> int:
    """Every test in two halves side by side, for most machines have a second core. What the second said comes last."""
    bare = {name: value for name, value in os.environ.items() if name not in SERVICES}
    # Services that were given are one database server, where two halves would make the same database.
    second = () if len(bare) < len(os.environ) else SECOND
    with tempfile.TemporaryFile("w+") as said, ThreadPoolExecutor(1) as pool:
        beside = pool.submit(run_beside, second, bare, said)
        os.environ.update(addresses())
        elsewhere = (f"--ignore={folder}" for folder in (*PURE, *second))
        code = subprocess.run([*PYTEST, *elsewhere], check=False).returncode
        code = max(code, beside.result())
        said.seek(0)
        shutil.copyfileobj(said, sys.stdout)
    return code


def run_beside(second: tuple[str, ...], bare: dict[str, str], said: IO[str]) -> int:
    """First the pure tests, which need nothing, then the second half on services of its own."""
    with tempfile.TemporaryDirectory() as folder:
        code = told([*PURE], {**bare, "CLAIMTRACKER_VAR": folder}, said)
    return max(code, told([*second], {**bare, **addresses(environment=bare)}, said)) if second else code


def told(folders: list[str], environment: dict[str, str], said: IO[str]) -> int:
    return subprocess.run(
        [*PYTEST, *folders], stdout=said, stderr=subprocess.STDOUT, env=environment, check=False
    ).returncode


def addresses(*options: str, environment: dict[str, str] | None = None) -> dict[str, str]:
    """Where PostgreSQL, Redis and a var/ of our own are; what is given in the environment stays."""
    keeper = subprocess.Popen(
        [sys.executable, "-m", "claimtracker.stack", "keep", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=environment,
        start_new_session=True,
    )
    line = keeper.stdout.readline()
    if not line:
        raise SystemExit("The services of the tests did not start; what they said stands above.")
    # The end of this pipe is the keeper's sign to clean up: it stays open as long as pytest lives, and no longer.
    os.set_inheritable(os.dup(keeper.stdin.fileno()), True)
    found = json.loads(line)
    if "DATABASE_OWNER_URL" in found:
        # The tests make databases of their own, which only the owner may.
        found["DATABASE_URL"] = found["DATABASE_OWNER_URL"]
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
