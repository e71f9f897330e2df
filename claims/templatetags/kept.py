"""What was typed into a form that was refused, for the form of the page that it belongs to."""

from __future__ import annotations

from typing import Any

from django import template

from claims.web.kept import Kept

register = template.Library()


@register.simple_tag(takes_context=True)
def kept_in(context: Any, *names: Any) -> Kept | None:
    """What was typed into the form of that name, where it was refused. Ask only where the form is shown."""
    kept: Kept | None = context.get("refused")
    name = "-".join(map(str, names))
    if kept is None or kept.form != name:
        return None
    kept.shown.append(name)
    return kept
