"""PostgreSQL's own children that outlived it.

A postmaster that is killed leaves its lock file, and for a moment its backends, which may
still write. Two servers on one folder destroy it, so nobody may take the lock away while
one of them lives. PostgreSQL looks after this itself, but takes any process that happens to
have the old number, even a zombie, for the old server, and then refuses to start.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from claimtracker.stack.places import Account, Trouble

PATIENCE = 10.0  # seconds for the backends to go


def clear_the_way(data: Path, sockets: Path, account: Account) -> None:
    """End what is left of a killed server on this folder, then drop its locks.

    Only for the holder of the folder's lock, with no server running. Without /proc (macOS)
    it does nothing: there PostgreSQL's own check must do.
    """
    if sys.platform != "linux" or not (data / "postmaster.pid").exists():
        return
    deadline = time.monotonic() + PATIENCE
    while left := list(_backends(data, account)):
        if time.monotonic() > deadline:
            raise Trouble(f"Processes of an earlier PostgreSQL on {data} do not end: {left}.")
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
    (data / "postmaster.pid").unlink()
    for lock in sockets.glob(".s.PGSQL.*"):
        lock.unlink()


def _backends(data: Path, account: Account) -> Iterator[int]:
    for process in Path("/proc").iterdir():
        with contextlib.suppress(OSError):  # it has ended, or is none of ours
            if process.name.isdigit() and _works_on(process, data, account):
                yield int(process.name)


def _works_on(process: Path, data: Path, account: Account) -> bool:
    status = dict(line.partition(":\t")[::2] for line in (process / "status").read_text().splitlines())
    if status["Name"] != "postgres" or status["State"].startswith("Z"):
        return False
    if account.gid is not None:
        # In a container root may not follow another account's cwd; but this group number is nobody else's.
        return status["Gid"].split()[0] == str(account.gid)
    return (process / "cwd").readlink() == data.resolve()
