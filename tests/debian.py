"""`python3 -m tests.debian [pytest args]`: the tests on Debian's PostgreSQL and Redis, reached by address.

Needs `apt-get install postgresql redis-server` (they need not be running: it starts its own, on a
folder that is thrown away), and a .venv that `python3 run.py test` has made.
"""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv" / "bin" / "python"
REDIS = Path("/usr/bin/redis-server")


def main(arguments: list[str]) -> int:
    if Path(sys.prefix) != VENV.parents[1]:
        os.execv(VENV, [str(VENV), "-m", "tests.debian", *arguments])
    from tests.services import addresses

    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    os.environ.update(addresses("--programs", str(newest_postgres()), str(REDIS)))
    return subprocess.call([sys.executable, "run.py", "test", *arguments], cwd=PROJECT)


def newest_postgres() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not found or not REDIS.exists():
        raise SystemExit("Debian's servers are not here: apt-get install postgresql redis-server (as root).")
    return found[-1].parent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
