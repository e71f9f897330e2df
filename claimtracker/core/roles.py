"""The four roles. Each contains the one before; a person has one.

A role is a Django group, made by a migration. What it may do is asked for by
name in one `permissions.py` per app.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

ROLES = ("reader", "analyst", "editor", "admin")


def rank(user: Any) -> int:
    """0 for nobody in particular, 1 to 4 from reader to admin. Who came by a session brings `role_names` along;
    for others one query a person, kept on the object.
    """
    if not user or not user.is_authenticated or not user.is_active:
        return 0
    if user.is_superuser:
        return len(ROLES)
    if not hasattr(user, "_rank"):
        names = getattr(user, "role_names", None)
        names = user.groups.values_list("name", flat=True) if names is None else names
        user._rank = max((ROLES.index(name) + 1 for name in names if name in ROLES), default=0)
    return int(user._rank)


def is_reader(user: Any) -> bool:
    """A reader, or any visitor where the desk is open to the public."""
    return settings.PUBLIC_READ or rank(user) >= 1


def readers(people: QuerySet[Any]) -> QuerySet[Any]:
    """Those of these people who may read here: `is_reader`, asked of the table."""
    people = people.filter(is_active=True)
    if settings.PUBLIC_READ:
        return people
    return people.filter(Q(is_superuser=True) | Q(groups__name__in=ROLES)).distinct()


def is_analyst(user: Any) -> bool:
    return rank(user) >= 2


def is_editor(user: Any) -> bool:
    return rank(user) >= 3


def is_admin(user: Any) -> bool:
    return rank(user) >= 4
