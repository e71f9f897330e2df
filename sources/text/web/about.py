"""What a page says about itself: title, authors, outlet, date, address, language; "" for what it does not say.

What is written for machines comes first (JSON-LD, then meta elements), for it
names its fields; a date is taken only from there, never guessed from the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sources.text.tags import unescaped

from .outline import Outline

ARTICLES = re.compile(r"article|report|blogposting|newsarticle|webpage|posting|scholarly", re.IGNORECASE)
DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d-])")
TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
OUTLETS = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "publisher")
DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "citation_publication_date"),
    *("citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date", "date"),
)
LONGEST = 500  # characters of a field
SITE = re.compile(r"(?<=\S)\s[-–—|·]\s([^-–—|·]{1,80})\Z")
MOST_OBJECTS = 200
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class About:
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    address: str = ""
    language: str = ""
    free: bool = True


def about(outline: Outline) -> About:
    data = _article_data(outline)
    metas = _metas(outline)
    dates = [data.get("dateModified"), data.get("datePublished")] if outline.wiki else [data.get("datePublished")]
    outlet = _names(data.get("publisher")) or _first(_named(metas, OUTLETS))
    title = _first([data.get("headline"), *_named(metas, TITLES), outline.title])
    return About(
        title=_without_site(title, outlet, wiki=outline.wiki),
        byline=_names(data.get("author"))
        or ", ".join(name for name in _named(metas, AUTHORS)[:10] if "://" not in name),
        outlet=outlet,
        published=next((day for day in map(_day, [*dates, *_named(metas, DATES)]) if day), ""),
        address=_address([outline.canonical, *_named(metas, ("og:url",))]),
        language=_first([outline.language, *_named(metas, ("og:locale", "language"))]).replace("_", "-")[:35],
        free=data.get("isAccessibleForFree") not in (False, "False", "false"),
    )


def _without_site(title: str, outlet: str, *, wiki: bool) -> str:
    """The title without the name of the site behind it: "High water | The Delta", "High water - Wikipedia"."""
    match = SITE.search(title)
    if match and (wiki or match[1].casefold() == outlet.casefold()):
        return title[: match.start()]
    return title


def _metas(outline: Outline) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in outline.metas:
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").casefold()
        if key and (content := _clean(meta.get("content"))):
            found.setdefault(key, []).append(content)
    return found


def _named(metas: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    """The values of the first of these that is there."""
    return next((metas[name] for name in names if name in metas), [])


def _article_data(outline: Outline) -> dict[str, Any]:
    """The JSON-LD object that describes an article; of several the one with a headline."""
    best: dict[str, Any] = {}
    for written in outline.data:
        try:
            parsed = json.loads(written)
        except (ValueError, RecursionError):
            continue
        for number, found in enumerate(_objects(parsed, 0)):
            if number > MOST_OBJECTS:
                break
            kinds = found.get("@type", "")
            kinds = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
            if ARTICLES.search(kinds) and ("headline" in found) >= ("headline" in best):
                best = best | found
    return best


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = [value.get("@graph"), value.get("mainEntity")]
    if isinstance(value, list):
        for item in value[:MOST_OBJECTS]:
            yield from _objects(item, depth + 1)


def _names(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    names = [_clean(item.get("name") if isinstance(item, dict) else item) for item in values[:20]]
    return ", ".join(name for name in names if name and "://" not in name)[:LONGEST]


def _first(values: Iterable[Any]) -> str:
    return next((found for found in map(_clean, values) if found), "")


def _clean(value: Any) -> str:
    """One line of text that can be stored."""
    if not isinstance(value, str):
        return ""
    words = " ".join(unescaped(value[: 4 * LONGEST]).split())[:LONGEST]
    return words.encode("utf-8", errors="ignore").decode().replace("\0", "")


def _day(value: Any) -> str:
    match = DAY.match(value.strip()) if isinstance(value, str) else None
    if not match:
        return ""
    year, month, day = match[1], match[2], match[3]
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        return ""
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def _address(values: Iterable[str]) -> str:
    found = (_clean(value) for value in values)
    return next((address for address in found if address.startswith(("http://", "https://"))), "")
