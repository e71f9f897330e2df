"""Services for one run of the tests: started, announced in one line of JSON, and gone when the reader is.

The one who started us holds the other end of our standard input; when it ends, by whatever
death, the pipe closes, and we stop the services and take their folder away.
"""

import json
import os
import select
import signal
import sys
from pathlib import Path

from claimtracker.stack.binaries import Binaries
from claimtracker.stack.leftovers import Leftovers
from claimtracker.stack.places import remove_home, temporary_home
from claimtracker.stack.services import needed
from claimtracker.stack.supervisor import Stopped, Supervisor


def keep(programs: Binaries | None = None) -> int:
    """`programs`: those of the system instead of the wheels'."""
    home = temporary_home()
    supervisor = Supervisor(_complain, Leftovers(home.folder / "children.json"))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests; we go when they have gone
    services = needed(home, os.environ, temporary=True, programs=programs)
    try:
        services.start(supervisor, _log_folder(home.folder))
        print(json.dumps({**services.addresses(os.environ), "CLAIMTRACKER_VAR": str(_var(home.folder))}), flush=True)
        supervisor.watch(until=_reader_is_gone)
    except Stopped:
        pass
    finally:
        supervisor.stop()
        remove_home(home)
    return 0


def _log_folder(folder: Path) -> Path:
    (folder / "log").mkdir(mode=0o700)
    return folder / "log"


def _var(folder: Path) -> Path:
    """A var/ for the tests alone: nothing of a running stack may leak into them."""
    (folder / "var").mkdir(mode=0o700)
    (folder / "var" / "static").mkdir()  # nothing is collected for the tests, and whitenoise looks for the folder
    return folder / "var"


def _reader_is_gone() -> bool:
    readable, _, _ = select.select([sys.stdin], [], [], 0)
    return bool(readable) and not os.read(sys.stdin.fileno(), 1)


def _complain(line: str) -> None:
    print(f"[services of the tests] {line}", file=sys.stderr, flush=True)
