"""Processes that a killed supervisor left behind, so that the next one can end them first.

On Linux the kernel ends the children of a dead supervisor; elsewhere, and in the moment
in between, they may still run. A process number is used again one day, so each is kept
with the moment it was started, and only a process that matches both is touched.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from claimtracker.stack.keys import write_private

PATIENCE = 10.0  # seconds that a left-over process gets to end by itself


class Leftovers:
    def __init__(self, path: Path) -> None:
        self._path = path

    def remember(self, pids: list[int]) -> None:
        write_private(self._path, json.dumps({"boot": _boot(), "births": {pid: _birth(pid) for pid in pids}}))

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)

    def end(self) -> int:
        """End what is left of the last run; how many there were."""
        known = self._known()
        left = [pid for pid, birth in known.items() if birth and _birth(pid) == birth]
        for pid in left:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGINT)  # all of ours take it for "end soon, in order"
        deadline = time.monotonic() + PATIENCE
        while any(_birth(pid) for pid in left) and time.monotonic() < deadline:
            time.sleep(0.05)
        for pid in known:
            # The leader may be gone and its children not: they share its session's number.
            if pid in left or not _birth(pid):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(pid, signal.SIGKILL)
        self.forget()
        return len(left)

    def _known(self) -> dict[int, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if kept["boot"] != _boot():  # the numbers of another life of this machine
            return {}
        return {int(pid): birth for pid, birth in kept["births"].items()}


def _boot() -> str:
    if sys.platform == "linux":
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return subprocess.run(["sysctl", "-n", "kern.boottime"], capture_output=True, text=True, check=False).stdout.strip()  # noqa: S607


def _birth(pid: int) -> str:
    """When this process was started, in words of the system; empty when there is none, or only its zombie."""
    if sys.platform == "linux":
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            return ""
        return "" if fields[0] in "ZX" else fields[19]
    said = subprocess.run(["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)  # noqa: S607
    state, _, birth = said.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else birth.strip()
