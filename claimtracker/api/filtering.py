"""Filters of a list, where an unknown or malformed parameter is a 400 that names the legal ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

if TYPE_CHECKING:
    # rest_framework.views reads the settings that name this module
    from rest_framework.views import APIView

PAGES = ("cursor", "page_size")


class StrictFilters(DjangoFilterBackend):
    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: APIView) -> QuerySet[Any]:
        filters = self.get_filterset(request, queryset, view)
        if filters is None:
            return queryset
        problems = filters.problems(also=getattr(view, "own_parameters", ())) | _empty(request)
        if not getattr(view, "paged", True):
            problems |= {name: _whole(filters) for name in PAGES if name in request.query_params}
        if problems:
            raise ValidationError(problems)
        filtered: QuerySet[Any] = filters.qs
        return filtered


def _empty(request: Request) -> dict[str, str]:
    """A script whose variable was empty must not get the whole list for an answer."""
    names = [name for name, values in request.query_params.lists() if not all(value.strip() for value in values)]
    return {name: f"“{name}” is empty. Give it a value or leave it out." for name in names}


def _whole(filters: Any) -> str:
    legal = [name for name in filters.legal() if name not in PAGES]
    return f"This answer has no pages, it is whole. Legal are: {', '.join(legal)}."
