"""What a page says of itself fills what nobody has said of its source; what somebody has said stays."""

from __future__ import annotations

from typing import Any

from claimtracker.core import history
from sources import describing
from sources.models import Source
from sources.text.document import Document

PAGE = "page"  # the origin of a field that is filled so


def fill_blanks(source: Source, document: Document) -> list[str]:
    """The fields that were filled. The caller holds the row."""
    told = {name: value for name, value in _told(document).items() if value and not getattr(source, name)}
    if not told:
        return []
    for name, value in told.items():
        setattr(source, name, value)
        source.origins[name] = PAGE
    with history.action("source.filled"):
        source.save(update_fields=[*told, "origins", "updated_at"])
    return list(told)


def _told(document: Document) -> dict[str, Any]:
    """Cut to their columns; a day that no calendar has is none."""
    return {
        "title": document.title[:1000],
        "authors": [{"literal": document.byline[:300]}] if document.byline else [],
        "container": document.outlet[:500],
        "issued": document.published if describing.is_date(document.published) else "",
    }
