"""The long game of random acts: `python3 run.py bench states [--runs N] [--steps N] [--processes N] [--seed N]`.

Hypothesis lets random people do random things to claims, and the desk must do what the plain model of
tests/claims/states does: no stage that is not in the rules, flags equal to what they are recomputed as, history
complete. Prints every fault that is found, with the command that plays it again; each minute how far it is, so that
a game that is broken off has been of use; and in the end how many runs and acts there were, what was done and refused,
which stages and flags were come to. --shortest looks for the shortest way to each fault, which takes minutes. Each
process plays on a database of its own; what is played hangs on the seed alone.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from queue import Empty
from typing import Any

from tests.benchmarks.stage import an_empty_desk, machine

say = partial(print, flush=True)  # a command
BATCH = 25  # runs of one seed
LOOKED = re.compile(r"^state\.\w+_(?:says|same)\(\)\n", re.MULTILINE)  # after every act, and said after every act
KINDS = ("done", "refused", "stage", "flag")


def main(words: list[str] | None = None) -> int:
    words = sys.argv[1:] if words is None else words
    options = _options(words)
    with an_empty_desk():
        say(f"{options.runs} runs of {options.steps} acts, in {options.processes} processes, seed {options.seed} …")
        with _databases(options.processes):
            begun, at = time.monotonic(), dt.datetime.now(dt.UTC)
            tally, faults = _play(options)
            seconds = time.monotonic() - begun
    for line in report(tally, faults, seconds):
        say(line)
    said = [*words, *(() if "--seed" in words else ("--seed", str(options.seed)))]
    say(f"{at:%Y-%m-%d %H:%M} UTC · {machine()} · python3 run.py bench states {' '.join(said)}")
    return 1 if faults else 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench states", description=__doc__)
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--shortest", action="store_true", help="look for the shortest way to each fault")
    return parser.parse_args(words)


def report(tally: Counter[str], faults: list[str], seconds: float) -> Iterator[str]:
    yield _so_far(tally, len(faults), seconds)
    for kind in KINDS:
        counts = Counter({name.split(": ")[1]: n for name, n in tally.items() if name.startswith(f"{kind}: ")})
        yield f"  {kind}: {', '.join(f'{name} {n:,}' for name, n in counts.most_common())}"


def _so_far(tally: Counter[str], faults: int, seconds: float) -> str:
    acts = f"{tally['done']:,} acts done, {tally['refused']:,} refused"
    return f"{tally['runs']:,} runs: {acts}, {faults} faults found, {seconds:,.0f} seconds"


@contextmanager
def _databases(players: int) -> Iterator[None]:
    """One for each player, as the desk's is now."""
    from django.db import connection

    connection.close()  # PostgreSQL copies a database that nobody is in
    for number in range(players):
        connection.creation.clone_test_db(suffix=str(number), verbosity=0, autoclobber=True)
    connection.close()  # and a connection is not for two processes
    try:
        yield
    finally:
        for number in range(players):
            connection.creation.destroy_test_db(suffix=str(number), verbosity=0)


def _play(options: argparse.Namespace) -> tuple[Counter[str], list[str]]:
    fork = multiprocessing.get_context("fork")
    heard: Any = fork.Queue()
    players = [fork.Process(target=_player, args=(number, options, heard)) for number in range(options.processes)]
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
                ended = [f"A process ended before its time ({one.exitcode})." for one in players if one.exitcode]
                return tally, [*faults, *map(_told, ended)]
            continue
        tally.update(counts)
        faults += map(_told, found)
        if time.monotonic() - told > 60:
            told = time.monotonic()
            say(f"  {dt.datetime.now(dt.UTC):%H:%M:%S} {_so_far(tally, len(faults), told - begun)}")


def _told(fault: str) -> str:
    say(fault)
    return fault


def _player(number: int, options: argparse.Namespace, heard: Any) -> None:
    """Every so-manieth batch; each has a seed of its own, so that it can be played again alone."""
    # Imported here: two processes that share Hypothesis share its dice.
    from django.db import connection

    from tests.claims.states.cast import Cast
    from tests.claims.states.play import Play

    connection.settings_dict["NAME"] = connection.creation.get_test_db_clone_settings(str(number))["NAME"]

    class Here(Play):
        cast = Cast.call()

    for batch in range(number, -(-options.runs // BATCH), options.processes):
        runs, seed = min(BATCH, options.runs - batch * BATCH), options.seed + batch
        Here.tally, found = Counter(), []
        try:
            _batch(Here, runs, seed, options)
        except Exception:
            again = f"--runs {runs} --steps {options.steps} --processes 1 --seed {seed}"
            found.append(f"{LOOKED.sub('', traceback.format_exc())}\nAgain: python3 run.py bench states {again}")
        heard.put((dict(Here.tally), found))


def _batch(machine: Any, runs: int, dice: int, options: argparse.Namespace) -> None:
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis.stateful import run_state_machine_as_test

    rules = settings(
        max_examples=runs,
        stateful_step_count=options.steps,
        deadline=None,
        database=None,
        phases=[Phase.generate, *([Phase.shrink] if options.shortest else [])],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(dice)(machine), settings=rules)


if __name__ == "__main__":
    sys.exit(main())
