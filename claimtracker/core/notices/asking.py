"""What a page asks about the person who looks at it: what they watch, and their lists. To be fetched with others."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from claimtracker.core import permissions
from claimtracker.core.models import SavedView, Subscription

MOST_TABS = 12  # views above a list; the others are on the page of views


def ask_watching(user: Any, kind: str, ident: int) -> Any:
    """A row if this person watches it."""
    mine = Subscription.objects.of(user) if permissions.can_watch(user) else Subscription.objects.none()
    return mine.filter(kind=kind, object_id=ident).values_list("pk", flat=True)[:1]


def ask_views(user: Any, page: str) -> Any:
    """The lists of this page that are theirs or the desk's, each with `watched`."""
    watched = Subscription.objects.of(user).filter(kind="view", object_id=OuterRef("pk"))
    rows = SavedView.objects.visible_to(user).filter(page=page).annotate(watched=Exists(watched))
    return rows.order_by("name", "id")[: MOST_TABS * 4]
