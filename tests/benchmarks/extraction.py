"""The scoreboard of the reading: `python3 run.py bench extraction [--data DIR]`.

Reads labelled texts and prints one table: F1 for each layer, then sentences
per second on one core after start-up. Without --data the texts are those that
ship with the project (tests/data/labelled.jsonl).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.reading import Reading, read

from .matching import Tally
from .scoring import Row, score

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "labelled.jsonl"
NEEDED = {"id", "text", "markers", "sentences", "claims", "quantities", "dates", "places", "attribution"}
SPEED_SECONDS = 3.0  # of reading, to say how many sentences a second


@dataclass(frozen=True)
class Scores:
    name: str
    texts: int
    tallies: dict[str, Tally]


def main(argv: list[str] | None = None) -> int:
    options = _options(argv)
    try:
        sets = list(_sets(options.data))
    except (OSError, ValueError) as problem:
        print(f"The labelled texts cannot be read: {problem}", file=sys.stderr)  # noqa: T201 -- a command
        return 1
    for line in report([scores(name, rows) for name, rows in sets], speed([row for _, rows in sets for row in rows])):
        print(line)  # noqa: T201 -- a command
    return 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench extraction", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with labelled texts (*.jsonl), or one such file")
    return parser.parse_args(argv)


def _sets(data: Path | None) -> Iterator[tuple[str, list[Row]]]:
    """Every labelled set: its name and rows. Files of another shape lie beside them and are passed over."""
    place = data or SHIPPED
    files = sorted(place.glob("*.jsonl")) if place.is_dir() else [place]
    found = [(file.stem, rows) for file in files if (rows := labelled_rows(file))]
    if not found:
        raise ValueError("no file with labelled texts there")
    yield from found


def labelled_rows(file: Path) -> list[Row]:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [row for row in rows if row.keys() >= NEEDED]


def scores(name: str, rows: list[Row]) -> Scores:
    total: dict[str, Tally] = {}
    for row in rows:
        for layer, tally in score(row, as_row(read(row["text"], row.get("dct")))).items():
            total.setdefault(layer, Tally())
            total[layer] += tally
    return Scores(name, len(rows), total)


def as_row(reading: Reading) -> Row:
    """A reading in the words of the labels."""
    shape = reading.as_json()
    return {
        "markers": shape["marks"],
        "sentences": shape["sentences"],
        "claims": [
            {**claim["quote"], "cites": [citation["number"] for citation in claim["citations"]]}
            for claim in shape["claims"]
        ],
        "quantities": _cited(shape["figures"]),
        "dates": _cited(shape["dates"]),
        "places": _cited(shape["places"]),
        "attribution": _cited(shape["attributions"]),
    }


def _cited(parts: list[dict]) -> list[dict]:
    return [{**part, "cites": part["citations"]} for part in parts]


def speed(rows: list[Row], seconds: float | None = None) -> float:
    """Sentences a second, on one core, after start-up."""
    sentences, started = 0, time.process_time()
    while time.process_time() - started < (SPEED_SECONDS if seconds is None else seconds):
        sentences += sum(len(read(row["text"], row.get("dct")).sentences) for row in rows)
    return sentences / (time.process_time() - started)


def report(all_scores: list[Scores], sentences_a_second: float) -> Iterator[str]:
    layers = list(all_scores[0].tallies)
    width = max(len(layer) for layer in layers) + 2
    titles = [f"{scores.name} ({scores.texts})" for scores in all_scores]
    columns = [max(len(title), 21) for title in titles]
    yield "F1 (right / said / asked for)".ljust(width) + "".join(
        title.rjust(column + 2) for title, column in zip(titles, columns, strict=True)
    )
    for layer in layers:
        cells = [_cell(scores.tallies[layer]) for scores in all_scores]
        yield layer.ljust(width) + "".join(cell.rjust(column + 2) for cell, column in zip(cells, columns, strict=True))
    yield f"sentences per second, one core: {sentences_a_second:,.0f}"
    machine = f"Python {platform.python_version()} · {os.cpu_count()} CPUs · {platform.machine()}"
    yield f"{dt.date.today().isoformat()} · {machine}"


def _cell(tally: Tally) -> str:
    return f"{tally.f1:.1f} ({tally.right}/{tally.said}/{tally.asked})"


if __name__ == "__main__":
    sys.exit(main())
