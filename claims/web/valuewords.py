"""A value as somebody types it ("about 600", "by April 2024", "Lima"), read as the program reads an article."""

from __future__ import annotations

from typing import Any

from claims.extraction.intervals import as_interval
from claims.extraction.reading import read
from claims.extraction.shape import part_shape
from claims.models import Claim

LONGEST = 300
WRITE = {
    "figure": "No figure can be read in this. Write it as an article does: about 600, at least 3,000, 400 to 500.",
    "date": "No date can be read in this. Write it as an article does: 9 May 2024, by April 2024, 2024.",
}


class NoValue(ValueError):  # noqa: N818 named for what happened
    """The words hold no value of this part; str() says how to write one."""


def read_part(part: str, words: str, claim: Claim) -> dict[str, Any]:
    """The part in its shape of API.md. What the words leave out of a figure (its unit) is the claim's own.

    Raises NoValue.
    """
    words = words.strip()
    if part == "attribution":
        return {"text": words, "agent": words}
    reading = read(words, claim.article.published or None)
    if part == "figure":
        return _figure([found.part for found in reading.figures], claim)
    if part == "date":
        dates = [as_interval(found.part, words) for found in reading.dates]
        if not dates:
            raise NoValue(WRITE["date"])
        return _placeless(part_shape(dates[0]))
    places = [found.part for found in reading.places]
    return _placeless(part_shape(places[0])) if places else {"text": words, "name": words}


def _figure(found: list[Any], claim: Claim) -> dict[str, Any]:
    if not found:
        raise NoValue(WRITE["figure"])
    shape = _placeless(part_shape(found[0]))
    if not shape["unit"]:
        shape |= {"unit": claim.figure_unit or None, "counted": claim.figure_counted or None}
    return shape


def _placeless(shape: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shape.items() if name not in ("start", "end")}
