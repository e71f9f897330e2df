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
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


# Text in, values out: these need neither PostgreSQL nor Redis.
PURE = (
    *("tests/claims/extraction", "tests/claims/extractors", "tests/claims/linting", "tests/claims/matching"),
    *("tests/sources/text", "tests/sources/net", "tests/sources/files", "tests/benchmarks"),
)
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
    """Every test: the pure ones beside the others, for most machines have a second core. What they said comes last."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as said:
        bare = {name: value for name, value in os.environ.items() if name not in SERVICES}
        environment = {**bare, "CLAIMTRACKER_VAR": folder}
        beside = subprocess.Popen([*PYTEST, *PURE], stdout=said, stderr=subprocess.STDOUT, env=environment)
        try:
            os.environ.update(addresses())
            code = subprocess.run([*PYTEST, *(f"--ignore={folder}" for folder in PURE)], check=False).returncode
            code = max(code, beside.wait())
        finally:
            beside.kill()
        said.seek(0)
        shutil.copyfileobj(said, sys.stdout)
    return code


def addresses(*options: str) -> dict[str, str]:
    """Where PostgreSQL, Redis and a var/ of our own are; what is given in the environment stays."""
    keeper = subprocess.Popen(
        [sys.executable, "-m", "claimtracker.stack", "keep", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
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
