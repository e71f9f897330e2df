"""Small parts of every page: icons, the place in the menu, large numbers."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince

from claimtracker.core import roles
from claimtracker.core.web import once

register = template.Library()

SPRITE = "icons/icons.svg"
PLAIN_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def _use(kind: str, name: str, label: str) -> SafeString:
    address = f"{static(SPRITE)}#{name}"
    if label:
        return format_html('<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>', kind, label, address)
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"/></svg>', kind, address)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A drawing of the sprite, one em high; say `label` only where no word stands beside it."""
    return _use("icon", name, label)


@register.simple_tag
def glyph(name: str, label: str = "") -> SafeString:
    """A value drawn twice as wide as high: `value-at-least`."""
    return _use("glyph", name, label)


@register.simple_tag
def flag(tone: str, drawing: str, word: str) -> SafeString:
    """A computed fact in bare words, with its tone and drawing."""
    return format_html('<span class="flag" data-tone="{}">{}{}</span>', tone, icon(drawing), word)


@register.simple_tag(takes_context=True)
def current(context: Context, section: str) -> str:
    """`aria-current` for a menu entry: this very page, or a page below it."""
    request = context.get("request")
    path = request.path if request else ""
    if not path.startswith(section):
        return ""
    return format_html('aria-current="{}"', "page" if path == section else "true")


@register.simple_tag
def nonce() -> SafeString:
    """For a form that writes, beside its csrf_token: what is sent twice is done once (claimtracker.core.web.once)."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, once.new_nonce())


@register.filter
def grouped(number: Any) -> str:
    """12345 as "12,345", the way the desk writes numbers."""
    return f"{number:,}" if isinstance(number, int) else str(number)


@register.filter
def capped(number: int, most: int) -> str:
    """A count that stopped at `most`: "10,000+"."""
    return f"{most:,}+" if number > most else f"{number:,}"


@register.filter
def day(edtf: str) -> str:
    """An EDTF day, month or year in words: "9 May 2025", "March 2025"; anything else as it is written."""
    if not PLAIN_DAY.fullmatch(edtf):
        return edtf
    year, *rest = edtf.split("-")
    words = [year, *(MONTHS[int(month) - 1] for month in rest[:1]), *(str(int(d)) for d in rest[1:])]
    return " ".join(reversed(words))


@register.filter
def coded(words: str) -> SafeString:
    """What stands between backticks, as code."""
    parts = [format_html("<code>{}</code>", part) if i % 2 else part for i, part in enumerate(words.split("`"))]
    return format_html("{}" * len(parts), *parts)


@register.filter
def ago(moment: dt.datetime) -> str:
    """How long ago, in one unit: "just now", "3 hours ago"."""
    if timezone.now() - moment < dt.timedelta(minutes=1):
        return "just now"
    return f"{timesince(moment, depth=1)} ago"


@register.filter
def reads(user: Any) -> bool:
    """Whether there is anything here for this person to read."""
    return roles.is_reader(user)


@register.filter
def role(user: Any) -> str:
    """The name of a person's role, or "no role yet"."""
    return roles.ROLES[roles.rank(user) - 1] if roles.rank(user) else "no role yet"
