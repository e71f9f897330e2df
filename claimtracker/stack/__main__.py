"""`python -m claimtracker.stack serve …` (behind run.py) and `… keep` (behind the tests)."""

import argparse
import sys
from pathlib import Path

from claimtracker.stack.binaries import Binaries
from claimtracker.stack.keeper import keep
from claimtracker.stack.places import Trouble
from claimtracker.stack.serve import serve


def main() -> int:
    parser = argparse.ArgumentParser(prog="claimtracker.stack")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("serve")
    run.add_argument("--port", type=int)
    run.add_argument("--no-demo", action="store_true")
    keeping = commands.add_parser("keep")
    keeping.add_argument("--programs", nargs=2, type=Path, metavar=("POSTGRES_FOLDER", "REDIS_SERVER"))
    asked = parser.parse_args()
    try:
        if asked.command == "keep":
            return keep(Binaries(*asked.programs) if asked.programs else None)
        return serve(asked.port, demo=not asked.no_demo)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
