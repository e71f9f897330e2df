"""Runs the children: in order, watched, started again when they die, ended cleanly.

One thread and one loop. A signal (Ctrl-C, a closed terminal, a child's end) wakes it at
once; otherwise it looks around five times a second.
"""

import contextlib
import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtracker.stack.children import Child, die_with_us
from claimtracker.stack.leftovers import Leftovers
from claimtracker.stack.places import Trouble

LOOK_AROUND = 0.2  # seconds
BACK_OFF = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0)  # seconds before the first, second, … restart in a row
STEADY = 30.0  # a child that ran this long is forgiven its earlier deaths


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Somebody asked the stack to stop."""


@dataclass(slots=True)
class Watched:
    child: Child
    started: float
    deaths: int = 0
    restart_at: float | None = None
    missed: bool = False  # it died, and has not answered since


class Supervisor:
    def __init__(self, say: Callable[[str], None], leftovers: Leftovers) -> None:
        self._say = say
        self._leftovers = leftovers
        self._watched: list[Watched] = []
        self._stop = False
        self._bell, bell = os.pipe()
        os.set_blocking(self._bell, False)
        os.set_blocking(bell, False)
        signal.set_wakeup_fd(bell, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask_to_stop)
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup: it shall outlive its terminal
            signal.signal(signal.SIGHUP, self._ask_to_stop)

    def start(self, child: Child) -> None:
        child.start()
        self._watched.append(Watched(child, time.monotonic()))
        self._remember()

    def ready(self, children: Iterable[Child], seconds: float = 60) -> None:
        """Wait until they answer; Trouble with their last words when they do not."""
        deadline = time.monotonic() + seconds
        waiting = list(children)
        while waiting := [child for child in waiting if not child.answers()]:
            tired = [watched.child for watched in self._watched if watched.deaths > 2 and watched.child in waiting]
            if tired or time.monotonic() > deadline:
                child = (tired or waiting)[0]
                raise Trouble(f"{child.name} did not start. The end of {child.log}:\n{child.last_words()}")
            self.look_around(0.05)

    def run(self, steps: Sequence[Sequence[str]], env: Mapping[str, str], cwd: Path) -> list[tuple[int, str]]:
        """Steps that end by themselves, side by side, while the children are watched: code, and what was printed."""
        with contextlib.ExitStack() as open_files:
            outputs = [open_files.enter_context(tempfile.TemporaryFile()) for _ in steps]
            running = [
                subprocess.Popen(
                    step,
                    env=env,
                    cwd=cwd,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                    preexec_fn=die_with_us(signal.SIGTERM),
                )
                for step, output in zip(steps, outputs, strict=True)
            ]
            try:
                self.watch(until=lambda: all(step.poll() is not None for step in running), pause=0.05)
            finally:
                for step in running:
                    step.kill()
                    step.wait()
            for output in outputs:
                output.seek(0)
            return [
                (step.returncode, output.read().decode(errors="replace"))
                for step, output in zip(running, outputs, strict=True)
            ]

    def watch(self, until: Callable[[], bool] = lambda: False, pause: float = LOOK_AROUND) -> None:
        while not until():
            self.look_around(pause)

    def look_around(self, seconds: float) -> None:
        if self._stop:
            raise Stopped
        self._wait(seconds)
        for watched in self._watched:
            self._look_at(watched)

    def _wait(self, seconds: float) -> None:
        """Sleep, but wake at a signal."""
        select.select([self._bell], [], [], seconds)
        with contextlib.suppress(BlockingIOError):
            os.read(self._bell, 4096)

    def stop(self) -> None:
        """End everything, those who use the others first."""
        for group in _last_started_first(self._watched):
            for child in group:
                child.ask_to_stop()
            deadline = time.monotonic() + max(child.grace for child in group)
            while any(child.running() for child in group) and time.monotonic() < deadline:
                self._wait(0.05)
            for child in group:
                child.kill()
                child.sweep()
        self._watched.clear()
        self._leftovers.forget()

    def _look_at(self, watched: Watched) -> None:
        child, now = watched.child, time.monotonic()
        if watched.restart_at is not None:
            if now >= watched.restart_at:
                self._restart(watched)
        elif child.died():
            self._bury(watched, now)
        elif watched.missed and now - watched.started > child.settles and child.answers():
            watched.missed = False
            self._say(f"{child.name} is back.")

    def _bury(self, watched: Watched, now: float) -> None:
        child = watched.child
        child.sweep()
        watched.deaths = 1 if now - watched.started > STEADY else watched.deaths + 1
        wait = BACK_OFF[min(watched.deaths, len(BACK_OFF)) - 1]
        watched.restart_at, watched.missed = now + wait, True
        code = child.process.returncode if child.process else 0
        self._say(f"{child.name} {_how(code)}; starting it again{f' in {wait:g} s' if wait else ''} (see {child.log}).")

    def _restart(self, watched: Watched) -> None:
        watched.restart_at, watched.started = None, time.monotonic()
        watched.child.start()
        self._remember()

    def _remember(self) -> None:
        self._leftovers.remember([watched.child.process.pid for watched in self._watched if watched.child.process])

    def _ask_to_stop(self, *_: object) -> None:
        self._stop = True


def _last_started_first(watched: list[Watched]) -> list[list[Child]]:
    """Those of the same rank stop together: the desk's processes, then Redis and PostgreSQL."""
    ranks = sorted({one.child.rank for one in watched}, reverse=True)
    return [[one.child for one in watched if one.child.rank == rank] for rank in ranks]


def _how(code: int) -> str:
    if code < 0:
        return f"was killed ({signal.Signals(-code).name})"
    return f"ended (code {code})"
