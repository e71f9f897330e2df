"""What pages show of notifications and watching."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from claimtracker.core import permissions
from claimtracker.core.models import Notice, SavedView, Subscription
from claimtracker.core.notices.kinds import PAGES
from claimtracker.core.notices.views import canonical

register = template.Library()

MOST_TABS = 12  # views above a list; the others are on the page of views
MOST = 99  # unread ones are not counted further


@register.simple_tag
def unread(user: Any) -> str:
    """How many notifications a person has not read: "", "3", "99+". One query that ends at a hundred."""
    if not user.is_authenticated:
        return ""
    count = Notice.objects.of(user).unseen().order_by("-id")[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count or "")


@register.inclusion_tag("components/_watch.html", takes_context=True)
def watch_button(context: Context, kind: str, ident: int, feed: str) -> dict[str, Any]:
    """Watch or no longer watch this, and its feed; for a visitor the feed alone. One query."""
    request = context["request"]
    shown = {"feed": feed, "back": request.get_full_path(), "csrf_token": context.get("csrf_token")}
    if not permissions.can_watch(request.user):
        return shown
    on = Subscription.objects.of(request.user).filter(kind=kind, object_id=ident).exists()
    return shown | {"watched": {"kind": kind, "id": ident, "on": on}}


@register.inclusion_tag("components/_views.html", takes_context=True)
def saved_views(context: Context, page: str, query: str) -> dict[str, Any]:
    """The tabs above a list that can be saved: one's own views first, then those the desk shares. One query."""
    user = context["request"].user
    rows = SavedView.objects.visible_to(user).filter(page=page).order_by("name", "id")[: MOST_TABS * 4]
    shown = sorted(rows, key=lambda view: view.owner_id != user.pk)
    here = canonical(query)
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "page": page,
        "path": PAGES[page].path,
        "query": here,
        "views": shown[:MOST_TABS],
        "more": len(shown) > MOST_TABS,
        "current": next((view for view in shown if view.query == here), None),
        "may_save": permissions.can_watch(user),
    }
