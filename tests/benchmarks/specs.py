"""Our reading on the tests of other libraries, where they lie in the folder of the labelled texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from . import specs_dates, specs_numbers, specs_places
from .tallies import Tally

# What must lie in the folder, who scores it, and who tells what was left out of it and why.
Scores = Callable[[Path], dict[str, Tally]]
LeftOut = Callable[[Path], dict[str, Counter[str]]]
SPECIFICATIONS: list[tuple[tuple[str, ...], Scores, LeftOut]] = [
    (("quantulum3", "recognizers"), specs_numbers.scores, specs_numbers.left_out),
    (("edtf", "recognizers"), specs_dates.scores, specs_dates.left_out),
    (("wikigold.jsonl",), specs_places.scores, specs_places.left_out),
]


class Specified(NamedTuple):
    """`left_out`: labels whose convention is not ours; the scorer says by which rules."""

    tally: Tally
    left_out: int


def specified(folder: Path | None) -> dict[str, Specified]:
    """What is reached on each specification; nothing where the folder has none."""
    found: dict[str, Specified] = {}
    for needed, scores, left_out in SPECIFICATIONS if folder else []:
        if all((folder / name).exists() for name in needed):
            aside = left_out(folder)
            found |= {name: Specified(tally, _aside(aside, name)) for name, tally in scores(folder).items()}
    return found


def _aside(aside: dict[str, Counter[str]], name: str) -> int:
    """Several scores of one specification ("…, spans") share what is left out."""
    return sum(sum(reasons.values()) for whole, reasons in aside.items() if name.split(", ")[0] == whole)
