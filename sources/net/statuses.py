"""What a status means for us. Pure."""

from __future__ import annotations

import re
from datetime import datetime

from sources.net.addresses import Address
from sources.net.failures import Busy, NotFetched, NotThere, RemoteFailed, SignInNeeded
from sources.net.headers import Headers, first_of, read_retry_after

REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
# A host or a last part of a path where people sign in.
SIGN_IN_HOST = re.compile(r"(?:login|signin|sso|auth|accounts?|id)\.")
SIGN_IN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth(?:enticate)?|wp-login)(?:\.[a-z]{2,5})?/?$", re.IGNORECASE)


def redirect_of(status: int, headers: Headers) -> str | None:
    """Where the answer sends us on, if it does."""
    return first_of(headers, "location") or None if status in REDIRECTS else None


def failure_of(status: int, headers: Headers, now: datetime, *, conditional: bool) -> NotFetched | None:
    """The failure that a status is; None for a page, or for "not modified" where that was asked."""
    if status in (401, 403, 407):
        return SignInNeeded(status)
    if status in (404, 410):
        return NotThere(status)
    if status in (429, 503):
        return Busy(status, read_retry_after(headers, now))
    # 206 is a part that was not asked for.
    fine = (200 <= status < 300 and status != 206) or (status == NOT_MODIFIED and conditional)
    return None if fine else RemoteFailed(status)


def leads_to_sign_in(asked: Address, reached: Address) -> bool:
    """Whether redirects ended where people sign in, though that was not asked for."""
    return _signs_in(reached) and not _signs_in(asked)


def _signs_in(address: Address) -> bool:
    return bool(SIGN_IN_HOST.match(address.host) or SIGN_IN_PATH.search(address.path))
