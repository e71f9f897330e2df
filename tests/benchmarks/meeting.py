"""People who meet at one record: `python3 run.py bench meeting [--editors N] [--edits N] [--claims N] [--minutes N]`.

So many editors, each with so many edits, on so few claims, at once, by the API and by the pages of a real web process:
corrections, steps from stage to stage, verdicts, assignments, each for the version that its editor saw. Prints what
was tried, applied, told to be old, refused; what was lost, which must be nothing; whether the history has a row for
each applied edit and none beside; deadlocks, as PostgreSQL counted them and as anybody was shown one; and how long
the writes took.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.stage import an_empty_desk, machine

if TYPE_CHECKING:
    from tests.benchmarks.editors import Attempt, Editor

say = partial(print, flush=True)  # a command
MOST_SHOWN = 20  # faults of a kind


def main(words: list[str] | None = None) -> int:
    words = sys.argv[1:] if words is None else words
    options = _options(words)
    with an_empty_desk():
        from django.conf import settings

        from tests.background.processes import Web
        from tests.benchmarks.ledger import deadlocks, read_ledger

        claims = furnish(options.claims)
        with tempfile.TemporaryDirectory() as folder:
            # The same key, or the sessions made here would not be sessions there.
            web = Web(settings.REDIS_URL, Path(folder), LOG_LEVEL="CRITICAL", SECRET_KEY=settings.SECRET_KEY)
            web.workers = options.workers
            web.collect()
            web.start()
            say(f"{options.editors} editors × {options.edits} edits on {options.claims} claims …")
            before, begun = deadlocks(), time.monotonic()
            try:
                attempts = meet(staff(options.editors, web.base, claims), options.edits, options.minutes)
            finally:
                web.kill()
            taken = time.monotonic() - begun
            time.sleep(2)  # PostgreSQL's counters are written down a second later at the most
            ledger = read_ledger(claims, attempts)
            locked = deadlocks() - before
    for line in report(attempts, ledger, locked, taken):
        say(line)
    now = f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M} UTC"
    say(f"{now} · {machine()} · python3 run.py bench meeting {' '.join(words)}".rstrip())
    return 1 if ledger.wrong or locked or any(one.outcome == "failed" for one in attempts) else 0


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench meeting", description=__doc__)
    parser.add_argument("--editors", type=int, default=64)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--claims", type=int, default=20)
    parser.add_argument("--workers", type=int, default=4, help="processes of the web, with four threads each")
    parser.add_argument("--minutes", type=float, default=math.inf, help="end after so many, however far it is")
    return parser.parse_args(words)


def furnish(claims: int) -> list[int]:
    """So many claims, accepted already; their ids."""
    from claims.models import Claim
    from tests import make

    text = " ".join(f"The flood of week {n} killed {n + 2} people in Lima. [1]" for n in range(1, claims + 1))
    article = make.article(text=text)
    found = list(Claim.objects.filter(article=article).order_by("pk").values_list("pk", flat=True)[:claims])
    if len(found) < claims:
        raise ValueError(f"Only {len(found)} claims were read of {claims}.")
    return found


def staff(editors: int, base: str, claims: list[int]) -> list[Editor]:
    """People with a token and a session each."""
    from django.contrib.auth.models import Group
    from django.test import Client

    from claimtracker.core.models import ApiToken
    from tests.benchmarks.editors import Desk, Editor
    from tests.conftest import person

    Group.objects.get_or_create(name="editor")
    names, found = [f"editor{number}" for number in range(editors)], []
    for number, name in enumerate(names):
        user, browser = person(name, "editor"), Client()
        browser.force_login(user)
        _, key = ApiToken.issue(user, scope="write", lifetime=dt.timedelta(days=1))
        desk = Desk(base, token=key, session=browser.cookies["session"].value)
        found.append(Editor(name, desk, claims, random.Random(number), names))
    return found


def meet(editors: Sequence[Editor], edits: int, minutes: float = math.inf) -> list[Attempt]:
    """All of them at once; after so many minutes each ends with the edit at hand. Says each minute how far it is."""
    begun = time.monotonic()
    done: list[Attempt] = []

    def work(editor: Editor) -> None:
        for _ in range(edits):
            if time.monotonic() - begun < minutes * 60:
                done.append(editor.edit())

    with ThreadPoolExecutor(len(editors)) as room:
        going = {room.submit(work, editor) for editor in editors}
        while going:
            ended, going = wait(going, timeout=60)
            for one in ended:
                one.result()
            if going:
                say(f"  {dt.datetime.now(dt.UTC):%H:%M:%S} {len(done):,} edits tried")
    return done


def report(attempts: Sequence[Attempt], ledger: Any, locked: int, taken: float) -> list[str]:
    from tests.benchmarks.ledger import by_door

    told = Counter(one.outcome for one in attempts)
    rows = [
        f"  {deed:8} by {door:4}  {sum(counts.values()):6,} tried  {counts['applied']:6,} applied  "
        f"{counts['stale']:6,} old (412/409)  {counts['refused']:6,} refused  {counts['failed']:4,} failed"
        for (deed, door), counts in by_door(attempts).items()
    ]
    failed = [f"  {one.status} {one.deed} by {one.door}: {one.words}" for one in attempts if one.outcome == "failed"]
    shown = sum("deadlock" in line.lower() for line in failed)
    return [
        *rows,
        f"{len(attempts):,} edits tried in {taken:,.0f} s ({len(attempts) / taken:,.0f} a second): "
        f"{told['applied']:,} applied, {told['stale']:,} old, {told['refused']:,} refused, {told['failed']:,} failed",
        f"lost updates: {ledger.lost}; other faults of the history: {len(ledger.wrong) - ledger.lost}",
        f"versions moved on by {ledger.versions:,}; rows of their history: {ledger.rows:,}",
        f"applied edits: {ledger.applied:,}; those rows, and verdicts that left the claim as it was, in the history of "
        f"verdicts: {ledger.rows:,} + {ledger.quiet:,}",
        f"deadlocks: {locked} counted by PostgreSQL, {shown} shown to anybody",
        f"a write took {_spread([one.seconds for one in attempts])}",
        *(f"  {sentence}" for sentence in ledger.wrong[:MOST_SHOWN]),
        *failed[:MOST_SHOWN],
    ]


def _spread(seconds: Sequence[float]) -> str:
    twentieths = statistics.quantiles(seconds, n=20)
    return f"{twentieths[9] * 1000:,.0f} ms in the middle, {twentieths[18] * 1000:,.0f} ms at the 95th percentile"


if __name__ == "__main__":
    sys.exit(main())
