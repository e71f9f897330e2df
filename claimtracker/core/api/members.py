"""The door for persons: where the desk is open to the public, a visitor still has no notifications."""

from __future__ import annotations

from typing import Any, cast

from rest_framework.request import Request

from claimtracker.core import permissions
from claimtracker.core.models import User
from claimtracker.core.refusals import require


class Members:
    """A view that asks who it is before anything else."""

    request: Any

    def check_permissions(self, request: Request) -> None:
        super().check_permissions(request)  # type: ignore[misc]  # of the APIView beside this
        if not permissions.can_watch(request.user):
            self.permission_denied(request)  # type: ignore[attr-defined]  # of the same


def member(request: Request) -> User:
    """Who asks. Raises NotAllowed where it is nobody who could be told, or who could own something."""
    require(permissions.can_watch(request.user))
    return cast(User, request.user)
