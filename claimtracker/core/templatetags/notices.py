"""What pages show of notifications and watching."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from claimtracker.core import permissions
from claimtracker.core.backends import MOST_UNREAD
from claimtracker.core.notices.asking import MOST_TABS, ask_views, ask_watching
from claimtracker.core.notices.kinds import PAGES, can_be_watched
from claimtracker.core.notices.views import canonical

register = template.Library()
register.filter("can_be_watched", can_be_watched)


@register.simple_tag
def unread(user: Any) -> str:
    """How many notifications a person has not read: "", "3", "99+"; who came by a session brings them along."""
    count = len(getattr(user, "unread_ids", ()))
    return f"{MOST_UNREAD}+" if count > MOST_UNREAD else str(count or "")


@register.inclusion_tag("components/_watch.html", takes_context=True)
def watch_button(context: Context, kind: str, ident: int, feed: str, watched: Any = None) -> dict[str, Any]:
    """Watch or no longer watch this, and its feed; for a visitor the feed alone. One query, unless the page knows
    whether it is `watched`.
    """
    request = context["request"]
    shown = {"feed": feed, "back": request.get_full_path(), "csrf_token": context.get("csrf_token")}
    if not permissions.can_watch(request.user):
        return shown
    on = bool(ask_watching(request.user, kind, ident) if watched is None else watched)
    return shown | {"watched": {"kind": kind, "id": ident, "on": on}}


@register.inclusion_tag("components/_views.html", takes_context=True)
def saved_views(context: Context, page: str, query: str, whole: str = "") -> dict[str, Any]:
    """The tabs above a list that can be saved: one's own views first, then those the desk shares. One query, unless
    the page has asked for them (`views`). `whole` is the address without filters, where it is not the page's own.
    """
    user = context["request"].user
    views = context.get("views")
    shown = sorted(ask_views(user, page) if views is None else views, key=lambda view: view.owner_id != user.pk)
    here = canonical(query)
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "page": page,
        "path": whole or PAGES[page].path,
        "query": here,
        "views": shown[:MOST_TABS],
        "more": len(shown) > MOST_TABS,
        "current": next((view for view in shown if view.query == here), None),
        "own": [view for view in shown if view.owner_id == user.pk],
        "may_save": permissions.can_watch(user) and PAGES[page].may_open(user),
    }
