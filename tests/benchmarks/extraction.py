"""The scoreboard of the reading: `python3 run.py bench extraction [--data DIR] [--markdown]`.

Prints, each with the least asked for and the aim: F1 of every layer of labelled
texts, with other libraries on the same texts beside it; the tests of other
libraries and an article.txt, where they lie beside the texts; sentences per second on one core; how the time
grows when a hostile text doubles. Without --data the texts are those that ship
with the project (tests/data).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from claims.extraction.reading import read

from .article import article_beside, article_counts
from .board import article_table, growth_table, layer_table, spec_table, speed_table
from .dated import dated_texts
from .growth import growths
from .labelled import labelled_sets, scores
from .marked import marked_rows
from .peers import EMPTY, PEERS
from .scoring import Row
from .specs import specified
from .tables import Table, as_markdown, as_text, foot
from .tallies import Tally

SPEED_SECONDS = 3.0  # of reading, to say how many sentences a second


def main(argv: list[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    options = _options(words)
    try:
        for table in _tables(options.data):
            for line in as_markdown(table) if options.markdown else as_text(table):
                print(line, flush=True)  # noqa: T201 -- a command
    except (OSError, ValueError) as problem:
        print(f"The labelled texts cannot be read: {problem}", file=sys.stderr)  # noqa: T201 -- a command
        return 1
    # What is pasted into a page does not name a folder of this machine.
    print(foot("extraction", ["DIR" if options.markdown and word == str(options.data) else word for word in words]))  # noqa: T201
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench extraction", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with labelled texts (*.jsonl), or one such file")
    parser.add_argument("--markdown", action="store_true", help="print tables in Markdown")
    return parser.parse_args(words)


def _tables(data: Path | None) -> Iterator[Table]:
    """One after the other, as soon as each is known."""
    sets = list(labelled_sets(data))
    for name, rows in sets:
        yield layer_table(scores(name, rows), {peer: _peer(peer, rows) for peer in PEERS})
    if data is None:
        yield _one_layer("prose with figures", "figures", [EMPTY | {"dct": None} | row for row in marked_rows()])
        dated = [EMPTY | {"text": one.text, "dct": one.today, "dates": one.dates} for one in dated_texts()]
        yield _one_layer("prose with dates", "dates", dated)
    specs = specified(data)
    if specs:
        yield spec_table(specs)
    article = article_beside(data)
    if article:
        yield article_table(article_counts(article))
    yield speed_table(speed([row for _, rows in sets for row in rows]))
    yield growth_table(growths())


def _one_layer(name: str, layer: str, rows: list[Row]) -> Table:
    """Texts of which one layer alone is labelled."""
    peers = [peer for peer, (reads, _) in PEERS.items() if reads == layer]
    return layer_table(scores(name, rows).only(layer), {peer: _peer(peer, rows) for peer in peers})


def _peer(name: str, rows: list[Row]) -> dict[str, Tally]:
    """What a peer reaches, in the layer that it reads."""
    layer, reader = PEERS[name]
    return scores(name, rows, reader).only(layer).tallies


def speed(rows: list[Row], seconds: float | None = None) -> float:
    """Sentences a second, on one core, after start-up."""
    sentences, started = 0, time.process_time()
    while time.process_time() - started < (SPEED_SECONDS if seconds is None else seconds):
        sentences += sum(len(read(row["text"], row.get("dct")).sentences) for row in rows)
    return sentences / (time.process_time() - started)


if __name__ == "__main__":
    sys.exit(main())
