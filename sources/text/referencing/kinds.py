"""The CSL type of a work, as far as its entry tells; "document" where it does not."""

from __future__ import annotations

from sources.text.wrappers import unwrapped

from .draft import Draft
from .parts import Parts
from .vocabulary import CONFERENCE, JOURNAL, is_outlet

# What an entry says in brackets: "(PhD thesis)", "[Data set]". The first word that fits counts.
GENRES = {
    "thesis": "thesis",
    "dissertation": "thesis",
    "diss.": "thesis",
    "report": "report",
    "paper": "report",
    "brief": "report",
    "data": "dataset",
    "tweet": "post",
    "blog": "post-weblog",
    "post": "post",
    "broadcast": "broadcast",
    "tv": "broadcast",
    "podcast": "broadcast",
    "video": "motion_picture",
    "film": "motion_picture",
    "map": "map",
    "software": "software",
}


def kind_of(parts: Parts, draft: Draft, address: str, doi: str) -> str:
    if kind := next((kind for word, kind in GENRES.items() if word in draft.genre), ""):
        return kind
    csl = draft.csl
    if parts.container and parts.is_book:
        return "paper-conference" if CONFERENCE.search(parts.container) else "chapter"
    if parts.container and CONFERENCE.search(parts.container):
        return "paper-conference"
    if parts.container and ("volume" in csl or "issue" in csl or doi or JOURNAL.search(parts.container)):
        return "article-journal"
    if parts.container and is_outlet(parts.container):
        return "article-magazine" if "magazine" in parts.container.lower() else "article-newspaper"
    if "ISBN" in csl or parts.is_book or (parts.place and not parts.container) or "edition" in csl:
        return "chapter" if parts.container else "book"
    return "webpage" if address and "doi.org/" not in unwrapped(address).lower() else "document"
