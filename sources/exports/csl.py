"""A source as CSL-JSON, the record that reference managers read (citeproc-js, schema 1.0.2)."""

from __future__ import annotations

import re
from typing import Any

from sources.models import Source
from sources.text.entries import Record

PLAIN_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


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
    return {**source.csl, **given, "id": str(source.uuid)}


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
    return {**record.csl, **{name: value for name, value in given.items() if value}}


def _date(edtf: str) -> dict[str, Any] | None:
    """Date parts where the date is a plain year, month or day; any other EDTF as it is written."""
    if not edtf:
        return None
    if plain := PLAIN_DAY.match(edtf):
        return {"date-parts": [[int(part) for part in plain.groups() if part]]}
    return {"raw": edtf}
