"""Who asks: a bearer token, or the session of a signed-in browser; and whether they may."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from claimtracker.core.models import ApiToken
from claimtracker.core.roles import is_reader

if TYPE_CHECKING:
    # rest_framework.views reads the settings that name this module
    from rest_framework.views import APIView

# Whatever else the header holds is no key of ours, and none of the database's business.
KEY = re.compile(rb"[\w-]{20,100}\Z", re.ASCII)
FRESH = dt.timedelta(minutes=1)  # `last_used_at` is not worth a write a request


class BearerToken(BaseAuthentication):
    """`Authorization: Bearer cct_…`. A dead token is refused, never taken for an anonymous visitor."""

    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        header = get_authorization_header(request).split()
        if not header or header[0].lower() != b"bearer":
            return None
        token = ApiToken.of_key(header[1].decode()) if len(header) == 2 and KEY.match(header[1]) else None
        if token is None:
            raise AuthenticationFailed("This token is not known, has expired or was revoked.", code="bad_token")
        now = timezone.now()
        if token.last_used_at is None or now - token.last_used_at > FRESH:
            ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class Session(SessionAuthentication):
    """A browser's session, with the CSRF check on everything that writes."""


class MayRead(BasePermission):
    """The door's own look at the visitor; what they may change is asked in the deed."""

    message = "Your role does not allow this."

    def has_permission(self, request: Request, view: APIView) -> bool:
        if request.method not in SAFE_METHODS:
            if not request.user.is_authenticated:
                return False  # a 401: whoever they are, they must say so
            if isinstance(request.auth, ApiToken) and request.auth.scope != ApiToken.Scope.WRITE:
                self.message = "This token may only read. Make one with --scope write."
                return False
        return is_reader(request.user)
