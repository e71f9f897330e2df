"""How many claims wait for whoever looks at a page, for the menu."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from claims import queueing, waiting

register = template.Library()


@register.simple_tag(takes_context=True)
def waits(context: Context) -> str:
    """The number in words; at most one query now and then, which stops counting early."""
    user: Any = context.get("user")
    if not user or not user.is_authenticated:
        return ""
    counted = waiting.counted(f"review {user.pk}", lambda: queueing.count(queueing.waiting_for(user), waiting.MOST))
    return waiting.in_words(counted)
