"""Prose with its dates marked in place: labels that a person can read and write (tests/data/dated.txt).

    # name 2025-03-20
    It fell on [[the night of {3–4 May}|2024-05-03/2024-05-04|until|late|i]].

Between the brackets: words, EDTF values (";" between those as good), relation, qualifier, and flags: i for
inferred, o for optional. Braces hold the words that are as good a span as the whole. Behind the name stands
the article's date, where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.reading import read

from .labelled import as_row
from .scoring import score_dates
from .tallies import Item, Tally

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "dated.txt"
TEXT = re.compile(r"^# (?P<name>\S+)(?: (?P<today>\S+))?\n(?P<body>[^#]*)", re.MULTILINE)
LABEL = re.compile(r"\[\[([^\[\]]+)\]\]")


@dataclass(frozen=True)
class Dated:
    name: str
    today: str | None
    text: str
    dates: list[Item]


def dated_texts(file: Path = SHIPPED) -> Iterator[Dated]:
    for match in TEXT.finditer(file.read_text(encoding="utf-8")):
        text, dates = _read_labels(match["body"].rstrip())
        yield Dated(match["name"], match["today"], text, dates)


def _read_labels(body: str) -> tuple[str, list[Item]]:
    text, dates, at = "", [], 0
    for match in LABEL.finditer(body):
        text += body[at : match.start()]
        label = _label(match[1], len(text))
        dates.append(label)
        text, at = text + label["surface"], match.end()
    return text + body[at:], dates


def _label(marked: str, start: int) -> Item:
    words, value, relation, qualifier, flags = (marked.split("|") + [""] * 4)[:5]
    surface = words.replace("{", "").replace("}", "")
    inside = [[start + words.index("{"), start + words.index("}") - 1]] if "{" in words else []
    edtf, *others = value.split(";")
    return {
        "start": start,
        "end": start + len(surface),
        "surface": surface,
        "edtf": edtf,
        "edtf_alt": others,
        "span_alt": inside,
        "relation": relation or None,
        "qualifier": qualifier or None,
        "inferred": "i" in flags,
        "optional": "o" in flags,
    }


def scores(file: Path = SHIPPED) -> dict[str, Tally]:
    """The tallies of the scoreboard for dates, over all texts."""
    total: dict[str, Tally] = {}
    for dated in dated_texts(file):
        said = as_row(read(dated.text, dated.today))
        for layer, tally in score_dates({"text": dated.text, "dates": dated.dates}, said).items():
            total.setdefault(layer, Tally())
            total[layer] += tally
    return total
