"""Atom feeds (RFC 4287), and answers to programs that ask again and again for the same one."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date

from claimtracker.core.addresses import Addresses

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)  # when a feed has changed in which nothing stands


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `ident` is its IRI, on every day the same."""

    ident: str
    title: str
    link: str
    published: dt.datetime
    updated: dt.datetime
    summary: str = ""
    author: str = ""


class _Feed(Atom1Feed):
    def latest_post_date(self) -> dt.datetime:
        """Without an entry Django would say "now", and every answer would be a new one."""
        return super().latest_post_date() if self.items else NEVER


def answer_feed(
    request: HttpRequest, *, title: str, path: str, about: str, entries: Iterable[Entry], ident: str | None = None
) -> HttpResponse:
    """The feed of a page, or a 304 where the program has this very one. `path` is the page's own."""
    addresses = Addresses.of(request)
    feed = _Feed(
        title=plain(title),
        link=addresses.root + path,
        feed_url=request.build_absolute_uri(),
        description=plain(about),
        author_name="Claimtracker",
        feed_guid=ident,
    )
    for entry in entries:
        feed.add_item(
            title=plain(entry.title),
            link=entry.link,
            description=plain(entry.summary),
            unique_id=entry.ident,
            author_name=plain(entry.author) or None,
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    return _answer(request, feed)


def _answer(request: HttpRequest, feed: _Feed) -> HttpResponse:
    body = feed.writeString("utf-8")
    updated = feed.latest_post_date().timestamp()
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    answer = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    answer["ETag"], answer["Last-Modified"] = etag, http_date(updated)
    answer["Cache-Control"] = "private, no-cache"
    return cast(HttpResponse, get_conditional_response(request, etag, int(updated), answer))


def plain(words: str) -> str:
    """Without the characters that XML does not have."""
    return "".join(sign for sign in words if sign.isprintable() or sign in "\n\t")
