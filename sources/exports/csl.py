"""A source as CSL-JSON, the record that reference managers read (citeproc-js, schema 1.0.2)."""

from __future__ import annotations

from typing import Any

from sources.models import Source
from sources.text.csl import DATES, date_of
from sources.text.entries import Record


def csl_json(source: Source) -> dict[str, Any]:
    """The columns under their CSL names, with the fields that have no column."""
    columns = {
        "type": source.type,
        "title": source.title,
        "author": source.authors,
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": _date(source.issued),
        "URL": source.address,
        "DOI": source.doi,
    }
    given = {name: value for name, value in columns.items() if value}
    return {**_others(source.csl), **given, "id": str(source.uuid)}


def record_csl(record: Record) -> dict[str, Any]:
    """A record that is no source yet, in the same words."""
    given = {
        "type": record.type,
        "title": record.title,
        "author": [name.as_csl() for name in record.authors],
        "container-title": record.container,
        "publisher": record.publisher,
        "issued": _date(record.issued),
        "URL": record.address,
        "DOI": record.doi,
    }
    return {**_others(record.csl), **{name: value for name, value in given.items() if value}}


def _date(edtf: str) -> dict[str, Any] | None:
    """Date parts where they can say it; any other EDTF as it is written."""
    return date_of(edtf) if edtf else None


def _others(csl: dict[str, Any]) -> dict[str, Any]:
    """The fields that have no column, their dates as CSL writes them."""
    return {
        name: date_of(value) if name in DATES and isinstance(value, str) and value else value
        for name, value in csl.items()
    }
