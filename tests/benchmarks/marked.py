"""Prose with its figures marked (tests/data/figures.txt), as rows that the scorer takes.

A figure stands in braces, its fields parted by strokes: the words, the value, the
units that are right ("-": none), then "per …" of a rate or "optional". The value says
how it is meant by its first sign: = exact, ~ about, > more than, + at least, < less
than, - at most, v vague; two bounds stand as 10..12, those of a vague one behind the v.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .tallies import Item

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "figures.txt"
FIGURE = re.compile(r"\{([^{}]+)\}")
KINDS = {"=": "eq", "~": "approx", ">": "gt", "+": "ge", "<": "lt", "-": "le"}


def marked_rows(file: Path = SHIPPED) -> Iterator[Item]:
    """One row for each passage: `id, text, quantities`."""
    for passage in file.read_text(encoding="utf-8").split("\n# ")[1:]:
        name, _, marked = passage.partition("\n")
        yield {"id": name, **read_marked(marked.strip())}


def read_marked(marked: str) -> Item:
    """The text without its braces, and the figures that stood in them."""
    pieces, figures, length, at = [], [], 0, 0
    for match in FIGURE.finditer(marked):
        words, *fields = match[1].split("|")
        before = marked[at : match.start()]
        start = length + len(before)
        pieces += [before, words]
        length, at = start + len(words), match.end()
        figures.append({"start": start, "end": length, "surface": words, **_fields(*fields)})
    return {"text": "".join([*pieces, marked[at:]]), "quantities": figures}


def _fields(value: str, units: str, *more: str) -> Item:
    unit, *others = ["" if name == "-" else name for name in units.split("/")]
    rates = [field.removeprefix("per ") for field in more if field.startswith("per ")]
    return {
        **_bounds(value),
        "unit": unit,
        "unit_alt": others,
        "per": rates[0] if rates else None,
        "optional": "optional" in more,
    }


def _bounds(value: str) -> Item:
    low, between, high = value.removeprefix("v").partition("..")
    if between:
        return {"comparator": "vague" if value[0] == "v" else "range", "low": float(low), "high": float(high)}
    kind, figure = KINDS[value[0]], float(value[1:])
    open_low, open_high = kind in ("lt", "le"), kind in ("gt", "ge")
    return {
        "comparator": kind,
        "low": None if open_low else figure,
        "high": None if open_high else figure,
    }
