"""One child process: how it is started, watched and ended.

Each child leads a session of its own: Ctrl-C at the terminal reaches the supervisor alone,
and what a child has started goes with it. On Linux the kernel ends a child when the
supervisor dies, however it dies.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimtracker.stack.places import Account

PR_SET_PDEATHSIG = 1
LARGEST_LOG = 5_000_000  # bytes; an older log is kept once, as .1


@dataclass(slots=True)
class Child:
    name: str
    command: Sequence[str]
    log: Path
    env: Mapping[str, str]
    answers: Callable[[], bool]
    settles: float = 0.0  # seconds after a restart before it counts as back
    rank: int = 0  # a higher one leans on the lower ones, and is stopped before them
    cwd: Path = Path("/")
    account: Account = field(default_factory=Account)
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGTERM  # what the kernel sends when the supervisor is gone
    grace: float = 5.0  # seconds between the polite signal and the last one
    stdin: str = ""
    before: Callable[[], None] = lambda: None  # what must be right before every start
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        self.before()
        with _opened(self.log) as log:
            self.process = spawn(self, log)
        if self.process.stdin:
            with contextlib.suppress(BrokenPipeError), self.process.stdin as pipe:
                pipe.write(self.stdin.encode())

    def died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def sweep(self) -> None:
        """End what a dead child has left behind in its session."""
        if self.process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def ask_to_stop(self) -> None:
        if self.running() and self.process:
            self.process.send_signal(self.stop_signal)

    def kill(self) -> None:
        if self.running() and self.process:
            self.process.kill()
            self.process.wait()

    def last_words(self, lines: int = 15) -> str:
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        return ""


def spawn(child: Child, log: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        child.command,
        stdin=subprocess.PIPE if child.stdin else subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=dict(child.env),
        cwd=child.cwd,
        start_new_session=True,
        preexec_fn=die_with_us(child.orphan_signal),
        user=child.account.uid,
        group=child.account.gid,
        extra_groups=child.account.groups,
    )


def die_with_us(orphan_signal: signal.Signals) -> Callable[[], None] | None:
    """For the child, between fork and exec: nothing may be imported or looked up there."""
    if sys.platform != "linux":
        return None
    parent = os.getpid()
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    number = int(orphan_signal)

    def tie() -> None:
        prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
        if os.getppid() != parent:  # it died in between
            os._exit(1)

    return tie


@contextlib.contextmanager
def _opened(log: Path) -> Iterator[int]:
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    number = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        yield number
    finally:
        os.close(number)
