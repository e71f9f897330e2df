"""The long game of random acts: `python3 run.py bench states [--runs N] [--steps N] [--processes N] [--shortest]`.

Hypothesis lets random people do random things to claims, and the desk must do what the plain model of
tests/claims/states does: no stage that is not in the rules, flags equal to what they are recomputed as, history
complete. Prints how many runs and acts there were, how many were done and refused, and every fault that was found;
--shortest looks for the shortest way to each fault, which takes minutes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import sys
import time
import traceback
from collections import Counter
from functools import partial
from queue import Empty
from typing import Any

from tests.benchmarks.stage import an_empty_desk, machine

say = partial(print, flush=True)  # a command
BATCH = 25  # runs between two signs of life


def main(words: list[str] | None = None) -> int:
    options = _options(sys.argv[1:] if words is None else words)
    begun = time.monotonic()
    with an_empty_desk():
        say(f"{options.runs} runs of {options.steps} acts, in {options.processes} processes …")
        tally, faults = _play(options)
    seconds = time.monotonic() - begun
    say(f"{tally['runs']:,} runs of at most {options.steps} acts: {tally['done']:,} done, {tally['refused']:,} refused")
    say(f"{len(faults)} faults found, in {seconds:,.0f} seconds")
    for fault in faults:
        say(fault)
    say(f"{dt.date.today()} · {machine()} · python3 run.py bench states {' '.join(sys.argv[1:])}".rstrip())
    return 1 if faults else 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench states", description=__doc__)
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--shortest", action="store_true", help="look for the shortest way to each fault")
    return parser.parse_args(words)


def _play(options: argparse.Namespace) -> tuple[Counter[str], list[str]]:
    fork = multiprocessing.get_context("fork")
    heard: Any = fork.Queue()
    share = -(-options.runs // options.processes)
    players = [
        fork.Process(target=_player, args=(number, share, options, heard)) for number in range(options.processes)
    ]
    for player in players:
        player.start()
    tally: Counter[str] = Counter()
    faults: list[str] = []
    begun = told = time.monotonic()
    while True:
        try:
            counts, found = heard.get(timeout=2)
        except Empty:
            if not any(player.is_alive() for player in players):
                ended = [player.exitcode for player in players if player.exitcode]
                return tally, [*faults, *(f"A process ended before its time ({code})." for code in ended)]
            continue
        tally.update(counts)
        faults += [fault for fault in found if fault not in faults]
        if time.monotonic() - told > 60:
            told = time.monotonic()
            say(f"  {tally['runs']:,} runs after {told - begun:,.0f} s, {len(faults)} faults")


def _player(number: int, runs: int, options: argparse.Namespace, heard: Any) -> None:
    # Imported here: two processes that share Hypothesis share its dice.
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.claims.states.play import Cast, Play

    class Here(Play):
        cast = Cast.call(str(number))

    for begin in range(0, runs, BATCH):
        Here.tally, found = Counter(), []
        try:
            run_state_machine_as_test(
                Here,
                settings=settings(
                    max_examples=min(BATCH, runs - begin),
                    stateful_step_count=options.steps,
                    deadline=None,
                    database=None,
                    phases=[Phase.generate, *([Phase.shrink] if options.shortest else [])],
                    suppress_health_check=list(HealthCheck),
                ),
            )
        except Exception:
            found.append(traceback.format_exc())
        heard.put((dict(Here.tally), found))


if __name__ == "__main__":
    sys.exit(main())
