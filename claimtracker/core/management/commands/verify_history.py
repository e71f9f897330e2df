"""Has anybody changed what the history says?"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from claimtracker.core.chain.faults import COLUMN_GONE, TABLE_GONE, Fault
from claimtracker.core.chain.verifying import Unsealed, unsealed, verify_history
from claimtracker.core.models import Seal

MOST = 100  # faults of one kind in one table that are listed; the others are counted


class Command(BaseCommand):
    help = (
        "Checks the chain of seals over the history, every row under it, and every record against the newest row of its"
        " history. Says what is wrong and where, and then ends with 1. Prints the head of the chain: save it somewhere"
        " else, for only a saved head shows that the end of the chain was cut off or all of it made anew."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", metavar="NUMBER:HASH", action="append", type=_head, default=[],
                            help="a head that was saved earlier; may be given several times")  # fmt: skip
        parser.add_argument("--without", metavar="TABLE[.COLUMN]", action="append", default=[],
                            help="a release took this away on purpose: say so, and call it no fault")  # fmt: skip
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        last = Seal.objects.order_by("-number").first()
        faults = Faults(verify_history(last, heads=options["head"], tell=self._progress()), options["without"])
        shown = list(faults)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(shown, faults, last, unsealed()), indent=1))
        else:
            for line in (*map(str, shown), *faults.not_listed(), *_summary(last, unsealed())):
                self.stdout.write(line)
        if faults.found:
            sys.exit(1)

    def _progress(self) -> Any:
        """A line a second to whoever waits at the terminal."""
        said = monotonic()

        def tell(words: str) -> None:
            nonlocal said
            if monotonic() - said > 1:
                self.stderr.write(f"… {words}")
                said = monotonic()

        return tell


class Faults:
    """Those to list, and how many there are: a table that was rewritten from end to end is told in few lines."""

    def __init__(self, faults: Iterable[Fault], on_purpose: list[str]) -> None:
        self._faults, self._on_purpose = faults, on_purpose
        self.counts: Counter[tuple[str, str]] = Counter()
        self.found = 0

    def __iter__(self) -> Iterator[Fault]:
        for fault in self._faults:
            self.counts[fault.kind, fault.table] += 1
            self.found += not self._expected(fault)
            if self.counts[fault.kind, fault.table] <= MOST:
                yield fault

    def _expected(self, fault: Fault) -> bool:
        column = fault.detail.split(" ")[0] if fault.kind == COLUMN_GONE else ""
        names = (fault.table, f"{fault.table}.{column}")
        return fault.kind in (COLUMN_GONE, TABLE_GONE) and any(name in self._on_purpose for name in names)

    def not_listed(self) -> Iterator[str]:
        for (kind, table), count in self.counts.items():
            if count > MOST:
                yield f"{kind}: {table}, and {count - MOST:,} more"


def _head(words: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,17}:[0-9a-f]{64}", words):
        raise ArgumentTypeError("a head is NUMBER:HASH, as this command prints it")
    return words


def _summary(last: Seal | None, rest: Unsealed) -> Iterator[str]:
    if rest.rows and rest.oldest is not None:
        yield f"Rows that are not sealed yet: {rest.rows:,}, the oldest for {rest.oldest.total_seconds():.0f} s."
    else:
        yield "Every row is sealed."
    yield f"head {last}" if last else "There is no seal yet."


def _as_json(shown: list[Fault], faults: Faults, last: Seal | None, rest: Unsealed) -> dict[str, Any]:
    counts = [{"kind": kind, "table": table, "count": count} for (kind, table), count in faults.counts.items()]
    return {
        "sound": not faults.found,
        "faults": [asdict(fault) for fault in shown],
        "counts": counts,
        "head": str(last) if last else None,
        "unsealed": {"rows": rest.rows, "oldest_seconds": rest.oldest and rest.oldest.total_seconds()},
    }
