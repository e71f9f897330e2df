"""Saved views: a list with its filters, under a name and an address."""

from __future__ import annotations

import secrets

from django.core.exceptions import TooManyFieldsSent
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils.text import slugify

from claimtracker.core import history, permissions
from claimtracker.core.models import SavedView, Subscription, User, Watched
from claimtracker.core.notices import kinds
from claimtracker.core.refusals import Refused, Unacceptable, require

LONGEST_NAME, LONGEST_QUERY = 80, 2000
MOST = 200  # views of one person
SIGNS = "23456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another
NOT_OF_A_VIEW = ("cursor", "page_size")  # where one is in a list says nothing of what it shows
ONLY_PERSONS = "Sign in as somebody who may read here to save a view."
ONLY_THE_OWNER = "This view is somebody else's; only they change it. Save one of your own."


class NameTaken(Refused):
    """This person has a view of this name already."""

    code = "name_taken"
    title = "The name is taken"


class TooManyViews(Refused):
    """This person has as many views as one can have."""

    code = "too_many_views"
    title = "Too many views"


def save_view(*, name: str, page: str, query: str = "", shared: bool = False, by: User) -> SavedView:
    """Keep a list under a name. Raises NameTaken, TooManyViews, Unacceptable (a query that is not understood)."""
    require(permissions.can_watch(by), ONLY_PERSONS)
    if SavedView.objects.filter(owner=by).count() >= MOST:
        raise TooManyViews(f"You have {MOST} views already. Delete one first; nothing was stored.")
    name = _name(name)
    view = SavedView(owner=by, name=name, page=page, query=_query(page, query, by), shared=shared)
    view.slug = f"{slugify(name)[:60].strip('-') or page}-{''.join(secrets.choice(SIGNS) for _ in range(6))}"
    return _kept(view, "view.saved", by)


def change_view(
    view: SavedView, *, name: str | None = None, query: str | None = None, shared: bool | None = None, by: User
) -> SavedView:
    """Rename, share or narrow it; its address stays. Raises as `save_view`, and NotAllowed."""
    require(permissions.can_change_view(by, view), ONLY_THE_OWNER)
    if name is not None:
        view.name = _name(name)
    if query is not None:
        view.query = _query(view.page, query, by)
    if shared is not None:
        view.shared = shared
    return _kept(view, "view.changed", by)


@transaction.atomic
def delete_view(view: SavedView, *, by: User) -> None:
    """Take the name and the address away; history keeps what it was. Nobody watches it any more."""
    require(permissions.can_change_view(by, view), ONLY_THE_OWNER)
    with history.action("view.deleted", by=by):
        Subscription.objects.filter(kind=Watched.VIEW, object_id=view.pk).delete()
        view.delete()


def problems(view: SavedView, user: object) -> dict[str, str]:
    """What of its query is not understood (any more)."""
    page = kinds.PAGES.get(view.page)
    return page.problems(user, QueryDict(view.query)) if page else {"page": "The page of this view is not there."}


def canonical(query: str) -> str:
    """A query without what is empty and without the place in the list: what two equal views have in common."""
    kept = QueryDict(mutable=True)
    for name, values in sorted(QueryDict(query).lists()):
        filled = [value for value in values if value.strip()]
        if filled and name not in NOT_OF_A_VIEW:
            kept.setlist(name, filled)
    return kept.urlencode()


def _kept(view: SavedView, action: str, by: User) -> SavedView:
    try:
        with transaction.atomic(), history.action(action, by=by):
            view.save()
    except IntegrityError:
        raise NameTaken(
            f"You have a view “{view.name}” of this page already. Nothing was stored; choose another name.",
            pointer="/name",
        ) from None
    return view


def _name(name: str) -> str:
    words = " ".join(name.split())
    if not words or len(words) > LONGEST_NAME or not words.isprintable():
        raise Unacceptable(f"A view needs a name of 1 to {LONGEST_NAME} characters.", pointer="/name")
    return words


def _query(page: str, query: str, by: User) -> str:
    if page not in kinds.PAGES:
        legal = ", ".join(kinds.PAGES)
        raise Unacceptable(f"There is no list “{page}” to save. There are: {legal}.", pointer="/page")
    require(kinds.PAGES[page].may_open(by), f"You may not open {kinds.PAGES[page].shows}, so no view of it was saved.")
    if len(query) > LONGEST_QUERY:
        raise Unacceptable(f"These filters are longer than {LONGEST_QUERY} characters.", pointer="/query")
    try:
        kept = canonical(query)
    except (ValueError, TooManyFieldsSent) as problem:
        raise Unacceptable("These filters cannot be read as the query of an address.", pointer="/query") from problem
    if wrong := kinds.PAGES[page].problems(by, QueryDict(kept)):
        said = " ".join(f"{name}: {words}" for name, words in wrong.items())
        raise Unacceptable(f"These filters are not all understood, so they were not saved. {said}", pointer="/query")
    if len(kept) > LONGEST_QUERY:
        raise Unacceptable(f"These filters are longer than {LONGEST_QUERY} characters.", pointer="/query")
    return kept
