"""CSL-JSON: a list of records, or what some programs wrap around one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sources.text import edtf
from sources.text.referencing.days import SEASONS, read_day
from sources.text.referencing.record import Name

from .given import MOST_RECORDS, Given, Problems, Raw, given_of

OWN = frozenset(
    {"id", "type", "title", "author", "container-title", "publisher", "issued", "URL", "DOI", "citation-key"}
)
LONGEST_TYPE = 40


def read_csl(text: str, problems: Problems) -> Iterator[Given]:
    """Raises ValueError where the text is no JSON, or has no list of records in it."""
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("it has lists inside lists without end") from None
    items = _items(data)
    if len(items) > MOST_RECORDS:
        problems.say(f"The file has {len(items):,} records; the first {MOST_RECORDS:,} are kept.")
    for at, item in enumerate(items[:MOST_RECORDS], 1):
        if isinstance(item, dict):
            yield given_of(_raw(item), problems)
        else:
            problems.say(f"Item {at:,} is no record.")


def _items(data: Any) -> list[Any]:
    if isinstance(data, dict):
        inner = next((data[name] for name in ("items", "references", "data") if isinstance(data.get(name), list)), None)
        data = inner if inner is not None else [data]
        if inner is None and not {"title", "type", "id"} & data[0].keys():
            raise ValueError("there is no list of records in it")
    if not isinstance(data, list):
        raise ValueError("there is no list of records in it")
    return data


def _raw(item: Mapping[str, Any]) -> Raw:
    csl: dict[str, Any] = {
        name: value for name, value in item.items() if name not in OWN and isinstance(value, str | int | float)
    }
    csl |= {
        name: read_date(item[name])
        for name in ("accessed", "original-date", "event-date")
        if isinstance(item.get(name), dict)
    }
    csl |= {
        role: [name.as_csl() for name in read_names(item.get(role))] for role in ("editor", "translator", "director")
    }
    key = _text(item.get("citation-key") or item.get("id"))
    return Raw(
        key=key,
        type=_text(item.get("type"))[:LONGEST_TYPE] or "document",
        title=_text(item.get("title")),
        authors=read_names(item.get("author")),
        container=_text(item.get("container-title")),
        publisher=_text(item.get("publisher")),
        issued=read_date(item.get("issued")),
        address=_text(item.get("URL")),
        doi=_text(item.get("DOI")),
        numbers=[_text(item.get("citation-number")), key, _text(item.get("id")), _text(item.get("note"))],
        csl=csl,
    )


def _text(value: Any) -> str:
    """A field as text; some programs write a list of one, or a number."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value)[:100_000] if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def read_names(value: Any) -> list[Name]:
    people = [person for person in value if isinstance(person, dict)] if isinstance(value, list) else []
    return [name for person in people if (name := _name(person)) != Name()]


def _name(person: Mapping[str, Any]) -> Name:
    if literal := _text(person.get("literal") or person.get("name")):
        return Name(literal=literal[:500])
    particle = _text(person.get("non-dropping-particle") or person.get("dropping-particle"))
    family = " ".join(filter(None, (particle, _text(person.get("family")))))[:300]
    given = ", ".join(filter(None, (_text(person.get("given")), _text(person.get("suffix")))))[:300]
    return Name(family=family, given=given) if family and given else Name(literal=family or given)


def read_date(value: Any) -> str:
    """CSL's {"date-parts": [[2024, 3, 12]]} as EDTF; "" where it says no day of the calendar."""
    if not isinstance(value, dict):
        return read_day(_text(value)[:100])
    parts = value.get("date-parts")
    days = [_day(part, value) for part in parts[:2] if isinstance(part, list)] if isinstance(parts, list) else []
    found = "/".join(day for day in days if day)
    words = _text(value.get("raw") or value.get("literal"))[:100]
    return next((day for day in (found, words) if edtf.is_edtf(day)), "") or read_day(words)


def _day(part: list[Any], value: Mapping[str, Any]) -> str:
    numbers = [int(number) for number in part[:3] if _is_number(number)]
    if len(numbers) != len(part[:3]) or not numbers:
        return ""
    season = _text(value.get("season")).lower()
    if len(numbers) == 1 and season:
        code = SEASONS.get(season) or (20 + int(season) if season in ("1", "2", "3", "4") else None)
        return edtf.value(numbers[0], code)
    return edtf.value(*numbers) + ("~" if value.get("circa") and len(numbers) == 1 else "")


def _is_number(value: Any) -> bool:
    return (isinstance(value, int) and abs(value) < 10_000) or (
        isinstance(value, str) and value.isdecimal() and len(value) < 5
    )
