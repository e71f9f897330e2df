"""Answers of the API as the desk stood at a moment: `as_of` on any view that takes it.

RFC 7089 has the words for it: such an answer is a memento, and says of which moment it is.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from django.http import Http404
from django.utils.http import http_date
from rest_framework.exceptions import NotFound
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response

from claimtracker.core.asof import PARAMETER, BadMoment, Past, at, read_moment, said


class AtAnyTime:
    """Mixin before `Records` or `Download`: with `as_of` the view is answered from history.

    Who asks, and whether they may, is asked of the present, before.
    """

    own_parameters = (PARAMETER,)
    past: Past | None = None

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        with ExitStack() as self._then:
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the APIView beside this

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]  # of the APIView beside this
        if PARAMETER not in request.query_params:
            return
        if request.method not in SAFE_METHODS:
            if not hasattr(self, (request.method or "").lower()):
                return  # and be told that this address takes no such method
            raise BadMoment("The past cannot be changed. Nothing was stored.", pointer=f"/{PARAMETER}")
        self.past = self._then.enter_context(at(read_moment(request.query_params[PARAMETER])))

    def handle_exception(self, exception: Exception) -> Response:
        if self.past and isinstance(exception, Http404):
            exception = NotFound(not_there(self.past))
        return super().handle_exception(exception)  # type: ignore[misc,no-any-return]  # the same

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]  # of the APIView beside this
        if self.past:
            response["Memento-Datetime"] = http_date(self.past.moment.timestamp())
        return response


def not_there(past: Past) -> str:
    """What to say where nothing is found in the past."""
    if past.is_before:
        began = f"it begins on {said(past.began)}" if past.began else "it has none yet"
        return f"There was nothing on {said(past.moment)}: that is before the desk's first record; {began}."
    return f"There was no such record on {said(past.moment)}. It may have come later."
