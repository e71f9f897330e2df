"""Labelled texts, readers of them, and what each reader reaches."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.reading import Reading, read

from .scoring import Row, score
from .tallies import Tally

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "labelled.jsonl"
NEEDED = {"id", "text", "markers", "sentences", "claims", "quantities", "dates", "places", "attribution"}

Reader = Callable[[Row], Row]


@dataclass(frozen=True)
class Scores:
    """What one reader reached on one set, layer by layer."""

    name: str
    texts: int
    tallies: dict[str, Tally]

    def only(self, layer: str) -> Scores:
        """Without the rows of other layers."""
        return Scores(self.name, self.texts, {row: one for row, one in self.tallies.items() if row.startswith(layer)})


def labelled_sets(data: Path | None) -> Iterator[tuple[str, list[Row]]]:
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


def ours(row: Row) -> Row:
    """Our own reading of a labelled text."""
    return as_row(read(row["text"], row.get("dct")))


def scores(name: str, rows: Sequence[Row], reader: Reader = ours) -> Scores:
    total: dict[str, Tally] = {}
    for row in rows:
        for layer, tally in score(row, reader(row)).items():
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
