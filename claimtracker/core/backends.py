"""Who is looking: a person with their roles and what waits for them, in one query a request."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from claimtracker.core.models import Notice, User

MOST_UNREAD = 99  # more are not counted


class Backend(ModelBackend):
    """Passwords are Django's. Every page asks for the role and the bell of whoever it is made for."""

    def get_user(self, user_id: int) -> User | None:
        """With `role_names`, and `unread_ids` of the newest notices not seen."""
        roles = Group.objects.filter(user=OuterRef("pk"))
        unread = Notice.objects.filter(user=OuterRef("pk")).unseen().order_by("-id")[: MOST_UNREAD + 1]
        people = User.objects.annotate(
            role_names=ArraySubquery(roles.values("name")), unread_ids=ArraySubquery(unread.values("id"))
        )
        person: Any = people.filter(pk=user_id).first()
        return person if person and self.user_can_authenticate(person) else None
