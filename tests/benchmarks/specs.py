"""Our reading on the tests of other libraries, where they lie in the folder of the labelled texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from . import specs_dates
from .matching import Tally

# What must lie in the folder, and who scores it.
SPECIFICATIONS: list[tuple[tuple[str, ...], Callable[[Path], dict[str, Tally]]]] = [
    (("edtf/natlang.jsonl", "recognizers/DateTime_DateParser.jsonl"), specs_dates.scores),
]


def spec_tallies(folder: Path | None) -> dict[str, Tally]:
    """A tally for each specification; none where the folder has none."""
    if folder is None or not folder.is_dir():
        return {}
    found: dict[str, Tally] = {}
    for needed, scores in SPECIFICATIONS:
        if all((folder / name).is_file() for name in needed):
            found |= scores(folder)
    return found
