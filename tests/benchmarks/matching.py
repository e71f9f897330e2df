"""The scoreboard of the matching: `python3 run.py bench matching [--data DIR] [--markdown] [--misses]`.

Reads the sentence of each labelled pair with the reader, asks for its claim in the pair's source, and prints by
category how often the finding, the relation, the hedge, the subject and the proof are right; how often a figure was
found that speaks of something else, which must never be; and the speed on one core. The pairs are those that ship with
the project (tests/data) and those that labelled passages make of each other (passage_pairs.py): the shipped passages,
or those of DIR. --misses lists what is wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from claims.matching.support import RULES, Asked, SourceText, find_support

from .judging import FIELDS, Judged, Score, judge, meant, missed, score
from .labelled import labelled_sets
from .long_texts import WORDS, long_texts
from .pairs import SECOND, SHIPPED, Pair, categories_of, read_pairs
from .passage_pairs import passage_pairs
from .tables import Table, as_markdown, as_text, foot

LONG_TEXTS, ROUNDS = 300, 3
LEAST_FINDINGS, LEAST_TEXTS = 95, 200  # percent right; texts of a thousand words a second
COLUMNS = ("pairs", *FIELDS, "not read", "wrongly found", "of these with another subject")
# What the second set scored when it was run for the first time, before anything was done about its misses.
FIRST_RUN = "written after the first; at its first run, by rules 1, 73 of 162 findings were right and 15 wrongly found"


class Set(NamedTuple):
    name: str
    pairs: list[Pair]


def main(argv: list[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    options = _options(words)
    try:
        for line in _lines(options):
            print(line, flush=True)  # noqa: T201 -- a command
    except (OSError, ValueError) as problem:
        print(f"The labelled texts cannot be read: {problem}", file=sys.stderr)  # noqa: T201 -- a command
        return 1
    # What is pasted into a page does not name a folder of this machine.
    print(foot("matching", ["DIR" if options.markdown and word == str(options.data) else word for word in words]))  # noqa: T201
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench matching", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with labelled passages (*.jsonl), or one such file")
    parser.add_argument("--markdown", action="store_true", help="print tables in Markdown")
    parser.add_argument("--misses", action="store_true", help="list every pair with a wrong field")
    return parser.parse_args(words)


def _lines(options: argparse.Namespace) -> Iterator[str]:
    printed = as_markdown if options.markdown else as_text
    totals: dict[str, Score] = {}
    for name, pairs in _sets(options.data):
        judged = [judge(pair) for pair in pairs]
        totals[name] = score(judged)
        yield from printed(score_table(name, judged))
        if options.misses:
            yield from misses(judged)
    yield from printed(total_table(totals))
    yield from printed(speed_table(pairs_a_second(read_pairs()), texts_a_second(read_pairs())))


def _sets(data: Path | None) -> Iterator[Set]:
    yield Set(f"shipped pairs, rules {RULES}", read_pairs(SHIPPED))
    yield Set(f"second shipped pairs ({FIRST_RUN})", read_pairs(SECOND))
    for name, rows in labelled_sets(data):
        yield Set(f"passages of {name}", passage_pairs(rows))


def score_table(name: str, judged: Sequence[Judged]) -> Table:
    """A row for each category."""
    by_pair = {id(one.pair): one for one in judged}
    rows = [
        _row(category, score([by_pair[id(pair)] for pair in pairs]), _counts)
        for category, pairs in categories_of([one.pair for one in judged])
    ]
    return Table((f"{name}: right/asked", *COLUMNS), rows)


def total_table(totals: Mapping[str, Score]) -> Table:
    """A row for each set."""
    rows = [_row(name, total, _percent) for name, total in totals.items()]
    return Table(("right", *COLUMNS), [*rows, ("at least", "", f"{LEAST_FINDINGS} %", *[""] * 6, "0")])


def _row(name: str, one: Score, shown: Callable[[int, int], str]) -> tuple[str, ...]:
    fields = [shown(right, asked) if asked else "" for right, asked in one.fields.values()]
    return name, str(one.pairs), *fields, str(one.not_read), str(one.wrongly_found), str(one.found_elsewhere)


def _counts(right: int, asked: int) -> str:
    return f"{right}/{asked}"


def _percent(right: int, asked: int) -> str:
    return f"{100 * right / asked:.1f} % ({right}/{asked})"


def misses(judged: Sequence[Judged]) -> Iterator[str]:
    """What is wrong, with what was labelled and what was found."""
    for one, wrong in missed(judged):
        if one.support is None:
            yield f"{one.pair.id}: not read: {one.pair.article}"
            continue
        proof = one.support.proofs[0].exact if one.support.proofs else None
        found = {name: proof if name == "proof" else getattr(one.support, name) for name in FIELDS}
        said = "; ".join(f"{name} {getattr(one.pair, name)!r}, found {found[name]!r}" for name in wrong)
        yield f"{one.pair.id}: {one.pair.article} — {said}"
    yield ""


def speed_table(pairs: float, texts: float) -> Table:
    return Table(
        ("speed, one core, each source text new", "ours", "at least"),
        [
            ("labelled pairs a second", f"{pairs:,.0f}", ""),
            (f"source texts of {WORDS:,} words a second", f"{texts:,.0f}", str(LEAST_TEXTS)),
        ],
    )


def pairs_a_second(pairs: Sequence[Pair]) -> float:
    """The search alone; the claims have been read before."""
    asked = [(Asked.from_claim(claim), pair) for pair in pairs if (claim := meant(pair))]
    started = time.process_time()
    for claim, pair in asked:
        find_support(claim, SourceText(pair.source, fences=pair.fenced))
    return len(asked) / (time.process_time() - started)


def texts_a_second(pairs: Sequence[Pair], count: int = LONG_TEXTS) -> float:
    """The best of three rounds, for what else the machine does only adds; each text is seen for the first time.

    The claim of a pair is asked for in a text that has the sentences of its source among many others.
    """
    asked = [(Asked.from_claim(claim), text) for pair, text in long_texts(pairs, count) if (claim := meant(pair))]
    return max(_texts_a_second(asked[first::ROUNDS]) for first in range(ROUNDS))


def _texts_a_second(asked: Sequence[tuple[Asked, str]]) -> float:
    started = time.process_time()
    for claim, text in asked:
        find_support(claim, SourceText(text))
    return len(asked) / (time.process_time() - started)


if __name__ == "__main__":
    sys.exit(main())
