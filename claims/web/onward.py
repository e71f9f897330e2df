"""Where a form leads when it is done: to a path of ours that the address or the form names."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000


def own_path(request: HttpRequest, name: str = "next") -> str:
    """The path that is named; "" for none, and for an address that is not ours."""
    given = request.POST.get(name, request.GET.get(name, ""))
    fine = given.startswith("/") and len(given) <= LONGEST and url_has_allowed_host_and_scheme(given, None)
    return given if fine else ""
