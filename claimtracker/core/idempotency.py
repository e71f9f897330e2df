"""`Idempotency-Key`: a script that heard no answer asks again, and what it asked for is done once.

As scripts know it from payment services, and as draft-ietf-httpapi-idempotency-key-header
described it, which has expired: a convention, not a standard. The key belongs to the person, whatever
token or session they come by, to one request (method, address, body), and to one day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from rest_framework.request import Request

from claimtracker.core.models.submission import LONGEST_KEY
from claimtracker.core.parsers import TooLarge
from claimtracker.core.refusals import Refused
from claimtracker.core.submissions import digest_of, submit

HEADER = "Idempotency-Key"
SHORTEST_KEY = 8
KEY = re.compile(rf"[!-~]{{{SHORTEST_KEY},{LONGEST_KEY}}}")


class BadKey(Refused):
    """The `Idempotency-Key` is not one: 8 to 200 visible characters of ASCII, without blanks."""

    code = "bad_key"
    status = 400
    title = "Not a key"


class Repeatable:
    """Of a view of the API: a POST with a key does what it does once, however often it arrives."""

    post: Any

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]  # of the APIView beside this
        if request.method == "POST" and HEADER in request.headers and hasattr(self, "post"):
            self.post = partial(self._once, self.post)

    def _once(self, handler: Callable[..., Any], request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.headers[HEADER]
        if not KEY.fullmatch(key):
            said = f"“{HEADER}” takes {SHORTEST_KEY} to {LONGEST_KEY} visible ASCII characters. Nothing was done."
            raise BadKey(said)

        def act() -> HttpResponse:
            # Finished here, for only what has its renderer can be made into bytes; a second time does no harm.
            done: HttpResponse = self.finalize_response(request, handler(request, *args, **kwargs))  # type: ignore[attr-defined]  # of the same
            return done

        return submit(request.user, key, asked(request), act)


def asked(request: Request) -> str:
    """The digest of a request: the same for the same thing asked again. Raises what reading the body raises."""
    plain = request._request
    where = (request.method or "", plain.get_full_path())
    if (request.content_type or "").startswith("multipart/"):
        form: Any = request.data
        return digest_of(*where, form=form.lists())
    try:
        return digest_of(*where, request.content_type or "", plain.body)
    except RequestDataTooBig as problem:
        raise TooLarge from problem
