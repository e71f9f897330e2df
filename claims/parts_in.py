"""Parts of a claim from the shapes of API.md into columns. Pure: no database is asked, and nothing is written.

A part that is given replaces the whole part, null clears it, and what is not named
stays. Both doors come through here, so a page and a script are told the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from claims.extraction.kinds import Kind
from claims.extraction.parts import Place
from claims.given import dates, figures, places, voices
from claims.given.faults import BadParts, Faults, Given, as_whole
from claims.given.spans import Words, span_of

__all__ = ["PARTS", "BadParts", "Given", "PartsIn", "Standing", "Words", "read_changes", "read_value"]

PLACED = ("text", "start", "end")
PARTS: dict[str, tuple[str, ...]] = {
    "figure": figures.FIELDS,
    "date": dates.FIELDS,
    "place": places.FIELDS,
    "attribution": voices.FIELDS,
}
LONGEST = {"figure": 500, "date": 500, "place": 500, "attribution": 1000}  # characters of a part's words
EMPTY: dict[str, dict[str, Any]] = {
    "figure": dict.fromkeys(("comparator", "unit", "counted", "form", "per"), "") | {"low": None, "high": None},
    "date": dict.fromkeys(("edtf", "relation", "qualifier", "precision"), "")
    | {"earliest": None, "latest": None, "inferred": False},
    "place": {"precision": ""},
    "attribution": {"agent": "", "cue": "", "mode": "", "chain": []},
}
LONGEST_STATEMENT = 10_000
MOST_CITATIONS = 200
OF_CITATIONS = ("number", "id", "label", "source", "finding")  # the shape as the API shows it; only the number counts


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim is now, as far as a change of it asks: its words, its columns, its place."""

    words: Words
    columns: Mapping[str, Any] = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PartsIn:
    """Columns to set. A place is not yet a row: `place` is what was found where `columns` sets a place's words."""

    columns: dict[str, Any]
    place: Place | None = None
    citations: tuple[int, ...] | None = None  # numbers in the article's current text; None: as they are


def read_changes(data: Any, standing: Standing, pointer: str = "", *, also: tuple[str, ...] = ()) -> PartsIn:
    """Of a PATCH: any of figure, date, place, attribution, kind, statement, citations.

    `also` names fields that somebody else reads. Raises BadParts with all that is wrong.
    """
    faults = Faults()
    given = Given(data, faults, (*PARTS, "kind", "statement", "citations", *also), pointer)
    columns, place = _parts(given, standing)
    columns |= _own(given)
    citations = _citations(given) if "citations" in given.data else None
    faults.settle()
    return PartsIn(columns, place, citations)


def read_value(data: Any, pointer: str = "", *, also: tuple[str, ...] = ()) -> PartsIn:
    """Parts that stand in no text of ours, as a rival figure's: their words need not be found anywhere."""
    faults = Faults()
    given = Given(data, faults, (*PARTS, *also), pointer)
    columns, place = _parts(given, None)
    faults.settle()
    return PartsIn(columns, place)


def cleared(part: str) -> dict[str, Any]:
    """The columns of a part that is not there."""
    columns = {f"{part}_{name}": value for name, value in EMPTY[part].items()}
    columns |= {f"{part}_text": "", f"{part}_start": None, f"{part}_end": None}
    return columns | ({"place": None} if part == "place" else {})


def _parts(given: Given, standing: Standing | None) -> tuple[dict[str, Any], Place | None]:
    columns: dict[str, Any] = {}
    place: Place | None = None
    for part, fields in PARTS.items():
        if part not in given.data:
            continue
        if given.data[part] is None:
            columns |= cleared(part) if standing else {}
            continue
        own = Given(given.data[part], given.faults, (*PLACED, *fields), f"{given.pointer}/{part}")
        read, found = _part(part, own, standing)
        columns |= read
        place = found or place
    return columns, place


def _part(part: str, given: Given, standing: Standing | None) -> tuple[dict[str, Any], Place | None]:
    """The columns of one part, and the place where it is one."""
    before = standing.columns if standing else {}
    text = given.text("text", LONGEST[part], needed="Give the words that say it, as they stand in the text.")
    columns: dict[str, Any] = {f"{part}_text": text}
    if standing:
        kept = before.get(f"{part}_text", ""), (before.get(f"{part}_start"), before.get(f"{part}_end"))
        columns[f"{part}_start"], columns[f"{part}_end"] = span_of(given, text, standing.words, kept)
    if part == "figure":
        return columns | figures.read_figure(given), None
    if part == "date":
        read = dates.read_date(given, before)
        return columns | (read if standing else {n: v for n, v in read.items() if n != "date_inferred"}), None
    if part == "attribution":
        return columns | voices.read_voice(given), None
    place = places.read_place(given, text, standing.place if standing else None)
    return columns | {"place_precision": place.precision if place else ""}, place


def _own(given: Given) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if "kind" in given.data:
        columns["kind"] = given.word("kind", get_args(Kind), needed="Say what kind of claim it is.")
    if "statement" in given.data:
        needed = "A claim has a statement: one sentence that stands alone."
        columns["statement"] = given.text("statement", LONGEST_STATEMENT, needed=needed)
    return columns


def _citations(given: Given) -> tuple[int, ...]:
    """Numbers, as they are or as the API shows them: [4, 5] or [{"number": 4}]."""
    listed = given.data["citations"]
    if not isinstance(listed, list) or len(listed) > MOST_CITATIONS:
        given.refuse("citations", f"This must be a list of at most {MOST_CITATIONS} numbers.", "wrong_type")
        return ()
    numbers = [_number(given, one, at) for at, one in enumerate(listed)]
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _number(given: Given, one: Any, at: int) -> int | None:
    pointer = f"{given.pointer}/citations/{at}"
    number = Given(one, given.faults, OF_CITATIONS, pointer).data.get("number") if isinstance(one, Mapping) else one
    whole = as_whole(number)
    if whole is not None:
        return whole
    given.faults.add(pointer, "A citation is given by its number in the article.", "wrong_type")
    return None
