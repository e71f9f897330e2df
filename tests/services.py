"""PostgreSQL and Redis for one run of the tests, then pytest in the place of this process.

pytest-django reads the settings before any conftest, so the addresses must stand in the
environment before pytest begins. The services are kept by a process of their own that
sees us go, even by kill -9, and cleans up.
"""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> None:
    os.chdir(PROJECT)
    os.environ.update(addresses())
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(48))
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *arguments])


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
