"""How quick the queue is on a desk of a hundred thousand claims: `python3 run.py bench queue [--claims N]`.

On a PostgreSQL of its own, which goes when it ends. It prints what was asked, how long that took and how many queries,
with the plan that PostgreSQL chose for the queue itself.
"""

from __future__ import annotations

import argparse
import os
import secrets
import statistics
import sys
import time
from collections.abc import Callable

from tests.benchmarks.tables import foot

ARTICLES = 100
RUNS = 100


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(prog="run.py bench queue", description=__doc__)
    options.add_argument("--claims", type=int, default=100_000)
    given = options.parse_args(arguments)
    _services()
    from tests.benchmarks import queue_desk

    queue_desk.fill(given.claims, ARTICLES)
    say(f"{queue_desk.counted():,} claims of {ARTICLES} articles, {RUNS} times each")
    first, again = queue_desk.walked(), queue_desk.walked()
    say(f"the walk over all of them: {first:.1f} s; again, with nothing to change: {again:.1f} s")
    client = queue_desk.signed_in()
    for name, address in queue_desk.addresses().items():
        asked = queue_desk.queries(client, address)
        middle, most = measured(lambda address=address: queue_desk.get(client, address))
        say(f"{name:42} p50 {middle:5.0f} ms   p95 {most:5.0f} ms   {asked:3} queries   {address}")
    say(foot("queue", arguments))
    say("\n" + queue_desk.plan())
    return 0


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def measured(ask: Callable[[], None]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds, as a person who is signed in waits for a page."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[18]


def _services() -> None:
    import django

    from tests.services import addresses

    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(48))
    os.environ.setdefault("WATCH_DAYS", "0")
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    os.environ.update(addresses())
    os.environ["DJANGO_SETTINGS_MODULE"] = "claimtracker.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
