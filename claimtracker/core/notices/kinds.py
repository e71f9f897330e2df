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
    shows: str  # "the list of claims"
    may_open: Callable[[Any], bool]
    # Of these claims, the ids of those that a person's view shows now; None where that is no question of the filters
    # alone: views of such a page cannot be watched.
    matching: Callable[[Any, QueryDict, Collection[int]], set[int]] | None
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


def can_be_watched(view: SavedView) -> bool:
    page = PAGES.get(view.page)
    return page is None or page.matching is not None


def why_not(kind: str, user: Any, ident: int) -> str:
    """What to say to whoever wants to watch something that `find` does not find."""
    view = SavedView.objects.visible_to(user).filter(pk=ident).first() if kind == Watched.VIEW else None
    if view is None:
        return f"There is no {kind} {ident}, or you may not read it. Nothing was changed."
    return (
        f"What {PAGES[view.page].shows} holds depends on who looks, so a view of it cannot be watched. "
        "Nothing was changed; a view of the list of claims can be."
    )


def _views(user: Any, idents: Collection[int]) -> dict[int, Named]:
    rows = filter(can_be_watched, SavedView.objects.visible_to(user).filter(pk__in=idents))
    return {view.pk: Named(view.name, f"/views/{view.slug}/", f"/views/{view.slug}.atom") for view in rows}


watchable(Watched.VIEW, _views)
