"""A claim as the strings of a form, and a form's strings as the changes that a deed takes. Pure.

What the form does not name stays as it was, so a short form may show three fields of twenty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

Values = dict[str, str]

GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,\u202f\u2009\u00a0 ][0-9]{3}){1,8}(?:\.[0-9]{1,9})?")
SEPARATORS = dict.fromkeys(map(ord, ",\u202f\u2009\u00a0 "))
LOW_ONLY, HIGH_ONLY = ("exact", "about", "at_least", "more_than"), ("at_most", "less_than")
FIELDS: dict[str, tuple[str, ...]] = {
    "figure": ("text", "comparator", "low", "high", "unit", "counted", "form", "per"),
    "date": ("text", "edtf", "relation", "qualifier", "inferred"),
    "place": ("text", "name", "country", "precision"),
    "attribution": ("text", "agent", "cue", "mode", "through"),
}
OWN = ("kind", "statement", "citations")
NAMES = [*(f"{part}_{name}" for part, names in FIELDS.items() for name in names), *OWN]
EMPTY: Values = dict.fromkeys(NAMES, "") | {"figure_form": "amount"}


def values_of(row: Any, place: Any, numbers: Sequence[int]) -> Values:
    """Of a claim, or of a row of its history. `numbers` are what it cites."""
    low, high = row.figure_low, row.figure_high
    columns = [f"{part}_{name}" for part, names in FIELDS.items() for name in names]
    values = {name: str(getattr(row, name, "") or "") for name in columns}
    return values | {
        "figure_low": written(low),
        "figure_high": "" if row.figure_comparator in LOW_ONLY else written(high),
        "figure_form": row.figure_form or "amount",
        "date_inferred": "on" if row.date_inferred else "",
        "place_name": place.name if place else "",
        "place_country": (place.country or "") if place else "",
        "place_precision": row.place_precision,
        "attribution_through": "\n".join(list(row.attribution_chain)[:-1]),
        "kind": row.kind,
        "statement": row.statement,
        "citations": joined(numbers),
    }


def joined(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


def written(number: Decimal | None) -> str:
    """A number as a person types it: 13,000.5."""
    if number is None:
        return ""
    whole, dot, rest = f"{number:,f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if dot and rest else whole


def typed(posted: Mapping[str, Any], before: Values) -> Values:
    """What a form says, over what was there. A box that is not ticked says nothing, so its form names it (`shows`)."""
    listed: Callable[[str], list[str]] = getattr(posted, "getlist", lambda _: [])
    shown = listed("shows")
    values = dict(before)
    for name in NAMES:
        if name == "citations":
            if name in shown:
                values[name] = joined(sorted(int(one) for one in listed(name) if _is_number(one)))
            elif name in posted:
                values[name] = ",".join(one for one in posted[name].split(",") if _is_number(one))
        elif name in posted:
            values[name] = posted[name].replace("\r\n", "\n")
        elif name in shown:
            values[name] = ""
    return values


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 10


def changes_of(values: Values, before: Values | None) -> dict[str, Any]:
    """The parts that are another than before, each as a whole; all of them where there is no before."""
    changes: dict[str, Any] = {}
    for part, names in FIELDS.items():
        if before is None or any(values[f"{part}_{name}"] != before[f"{part}_{name}"] for name in names):
            changes[part] = PARTS[part]({name: values[f"{part}_{name}"] for name in names})
    for name in ("kind", "statement"):
        if before is None or values[name] != before[name]:
            changes[name] = values[name]
    if before is None or values["citations"] != before["citations"]:
        changes["citations"] = [int(one) for one in values["citations"].split(",") if one]
    return changes


def bound(words: str) -> Decimal | str | None:
    """The number that somebody typed; the words themselves where they are none, for the deed to refuse."""
    words = words.strip()
    if not words:
        return None
    plain = words.translate(SEPARATORS) if GROUPED.fullmatch(words) else words
    try:
        number = Decimal(plain) if len(plain) < 60 else None
    except InvalidOperation:
        return words
    return number if number is not None and number.is_finite() else words


def _figure(given: Values) -> dict[str, Any] | None:
    if not given["comparator"]:
        return None
    low, high = bound(given["low"]), bound(given["high"])
    # One number in the other box is meant for this one.
    if given["comparator"] in LOW_ONLY and low is None:
        low, high = high, None
    if given["comparator"] in HIGH_ONLY and high is None:
        low, high = None, low
    return _said(given, "text", "comparator", "unit", "counted", "form", "per") | {"low": low, "high": high}


def _date(given: Values) -> dict[str, Any] | None:
    if not given["text"].strip() and not given["edtf"].strip():
        return None
    said = _said(given, "text", "relation", "qualifier")
    return said | {"edtf": given["edtf"].strip(), "inferred": given["inferred"] == "on"}


def _place(given: Values) -> dict[str, Any] | None:
    if not given["text"].strip() and not given["name"].strip():
        return None
    country = given["country"].strip().upper() or None
    return _said(given, "text", "name", "precision") | {"country": country}


def _attribution(given: Values) -> dict[str, Any] | None:
    if not given["text"].strip() and not given["agent"].strip():
        return None
    through = [line.strip() for line in given["through"].split("\n") if line.strip()]
    return _said(given, "text", "agent", "cue", "mode") | {"chain": [*through, given["agent"]] if through else None}


def _said(given: Values, *names: str) -> dict[str, Any]:
    return {name: given[name] or None for name in names}


PARTS = {"figure": _figure, "date": _date, "place": _place, "attribution": _attribution}
