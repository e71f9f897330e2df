"""Pages as they stood at a moment: `?as_of=…` on any page that takes it, and every link in it stays there.

In the past everybody is a reader: what changes something is neither allowed nor shown.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.http import http_date

from claimtracker.core.anytime import not_there
from claimtracker.core.asof import PARAMETER, at, read_moment, written
from claimtracker.core.roles import rank
from claimtracker.core.web import errors
from claimtracker.core.web.keeping import keep_in_address, keep_in_page

View = Callable[..., HttpResponse]


def at_any_time(view: View) -> View:
    """Decorator, below the gate: the page can be asked for as it stood at a time."""

    @wraps(view)
    def answered(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        request.at_any_time = True
        given = request.GET.get(PARAMETER, "").strip()
        return _then(view, request, given, *args, **kwargs) if given else view(request, *args, **kwargs)

    answered.at_any_time = True  # type: ignore[attr-defined]  # a mark on a function
    return answered


def _then(view: View, request: Any, given: str, *args: Any, **kwargs: Any) -> HttpResponse:
    request.user = as_reader(request.user)
    with at(read_moment(given)) as request.past:
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            answer = errors.error(request, 404, "Not there yet", not_there(request.past))
    moment = {PARAMETER: written(request.past.moment)}
    if "Location" in answer:
        answer["Location"] = keep_in_address(answer["Location"], moment, goes_back)
    else:
        page = keep_in_page(answer.content.decode(answer.charset), moment, goes_back)
        answer.content = page.encode(answer.charset)
    answer["Memento-Datetime"] = http_date(request.past.moment.timestamp())
    return answer


def as_reader(user: Any) -> Any:
    """The same person with the least of the roles."""
    if not rank(user):
        return user
    reader = copy.copy(user)
    reader.is_superuser, reader._rank = False, 1
    return reader


@lru_cache(maxsize=10_000)
def goes_back(path: str) -> bool:
    """Whether what stands at a path of ours can be asked for as it stood at a time."""
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    return hasattr(view, "at_any_time") or hasattr(getattr(view, "cls", None), "own_parameters")
