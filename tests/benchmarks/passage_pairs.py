"""Pairs made of labelled passages: the claims of one against the words of all.

How their labels arise, from the labels of the set alone, with nobody having read the pairs:

- A claim with a figure against the whole passage that it stands in: its own words are there, so it is found, identical,
  with the hedge kept, and the figure's words prove it.
- The same against the passage without its sentence: found where another sentence of it has a figure of the same value,
  comparator, unit and counted thing in its labels; absent where no other figure shares its value or its unit. Whatever
  lies between is for a person to say, and passed over.
- The same against every passage that shares no name with its own: another topic, so absent.

Figures that are labelled as denied or as optional are passed over. Two passages share a name where a word with a
capital, other than at the start of a sentence, stands in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .pairs import Pair
from .scoring import Row

# A word with a capital behind a small letter, a comma or a digit: no start of a sentence.
NAME = re.compile(r"(?<=[a-z,\d] )[A-Z]\w{2,}")
WHOLE, REST, OTHERS = "its own passage", "the rest of its passage", "passages of other topics"


def passage_pairs(rows: Sequence[Row]) -> list[Pair]:
    passages = [row for row in rows if row["quantities"]]
    names = {id(row): set(NAME.findall(row["text"])) for row in passages}
    pairs: list[Pair] = []
    for row in passages:
        others = [other for other in passages if not names[id(row)] & names[id(other)] and other is not row]
        for at, figure in enumerate(row["quantities"]):
            if not (figure.get("optional") or figure.get("negated_claim")):
                pairs += _of_figure(row, figure, f"{row['id']}-{at}", others)
    return sorted(pairs, key=lambda pair: (WHOLE, REST, OTHERS).index(pair.category))


def _of_figure(row: Row, figure: Row, name: str, others: Sequence[Row]) -> Iterator[Pair]:
    start, end = next((one["start"], one["end"]) for one in row["sentences"] if one["end"] > figure["start"])
    article = {
        "article": row["text"][start:end],
        "claim": figure["surface"],
        "claim_at": figure["start"] - start,
        "date": row.get("dct"),
    }
    own = {"relation": "identical", "hedge": "kept", "subject": "same", "proof": figure["surface"]}
    yield Pair(f"{name}-whole", WHOLE, source=row["text"], finding="found", **own, **article)
    rest = [one for one in row["quantities"] if not start <= one["start"] < end]
    finding = _in_the_rest(figure, rest)
    if finding and rest:
        source = row["text"][:start] + row["text"][end:].lstrip()
        yield Pair(f"{name}-rest", REST, source=source, finding=finding, **article)
    for other in others:
        yield Pair(f"{name}-{other['id']}", OTHERS, source=other["text"], finding="absent", **article)


def _in_the_rest(figure: Row, rest: Sequence[Row]) -> str:
    """Empty where the labels do not say."""
    if any(_same(figure, other) for other in rest):
        return "found"
    shares = any(_value(figure) == _value(other) or _units(figure) & _units(other) for other in rest)
    return "" if shares else "absent"


def _same(figure: Row, other: Row) -> bool:
    fields = ("low", "high", "comparator", "unit", "counted")
    return bool(figure.get("counted")) and all(figure.get(name) == other.get(name) for name in fields)


def _value(figure: Row) -> tuple[float | None, float | None]:
    return figure["low"], figure["high"]


def _units(figure: Row) -> set[str]:
    return {figure["unit"], *figure.get("unit_alt", ())} - {"", None}
