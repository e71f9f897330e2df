"""How many claims wait for whoever looks at a page, for the menu."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from claims import queueing
from claimtracker.core.asof import is_past

register = template.Library()

MOST = 99


@register.simple_tag(takes_context=True)
def waits(context: Context) -> str:
    """The number in words: "48", "99+", or "" for none. One query that stops counting early."""
    user: Any = context.get("user")
    found = queueing.count(queueing.waiting_for(user), MOST) if user and not is_past() else 0
    if not found:
        return ""
    return f"{MOST}+" if found > MOST else str(found)
