"""What can be watched, and which lists can be saved as a view: told to this floor by the apps above it.

Core knows neither claims nor articles. An app that has some says so when it is
ready (`watchable`, `viewable`), with the functions that find them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from claimtracker.core.models import SavedView, Watched


@dataclass(frozen=True, slots=True)
class Named:
    """Something that is watched, as a person knows it."""

    title: str
    path: str
    feed: str  # path of the Atom feed of what happens to it


# Those of these ids that this person may read, each by its name.
Finder = Callable[[Any, Collection[int]], Mapping[int, Named]]


@dataclass(frozen=True, slots=True)
class ViewPage:
    """A page whose filters can be saved."""

    path: str  # "/claims/"
    words: str  # "Claims"
    # Of these claims, the ids of those that a person's view shows now.
    matching: Callable[[Any, QueryDict, Collection[int]], set[int]]
    # Each parameter that is not understood (any more), with what to say about it.
    problems: Callable[[Any, QueryDict], dict[str, str]]


PAGES: dict[str, ViewPage] = {}
_finders: dict[str, Finder] = {}


def watchable(kind: str, find: Finder) -> None:
    """From now on a `kind` can be watched."""
    _finders[kind] = find


def viewable(page: str, how: ViewPage) -> None:
    """From now on the list called `page` can be saved as a view."""
    PAGES[page] = how


def find(kind: str, user: Any, idents: Collection[int]) -> Mapping[int, Named]:
    """Those of these that this person may read."""
    return _finders[kind](user, idents) if idents and kind in _finders else {}


def _views(user: Any, idents: Collection[int]) -> dict[int, Named]:
    rows = SavedView.objects.visible_to(user).filter(pk__in=idents)
    return {view.pk: Named(view.name, f"/views/{view.slug}/", f"/views/{view.slug}.atom") for view in rows}


watchable(Watched.VIEW, _views)
