"""One page of a list: its filters, its rows, and what to say where a parameter means nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from claimtracker.core.asof import PARAMETER
from claimtracker.core.filters import PAGING, StrictFilterSet
from claimtracker.core.keyset import BadCursor, Page, read_page

PAGE_SIZE, LARGEST_PAGE = 50, 200
NOTHING = Page([], None, None)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list template needs. With `problems` there are no rows: a filter that was not understood
    must not be taken for a filter that was not given."""

    filters: StrictFilterSet
    page: Page
    problems: dict[str, str]
    parameters: QueryDict  # as given, without those left empty

    @property
    def rows(self) -> list[Any]:
        return self.page.rows

    @property
    def status(self) -> int:
        return 400 if self.problems else 200

    @property
    def query(self) -> str:
        """The filters and the order as a query string, for the data beside the page and for the chips."""
        return self.without("cursor")

    @property
    def filtered(self) -> bool:
        return any(name not in (*PAGING, PARAMETER) for name in self.parameters)

    def without(self, *names: str) -> str:
        rest = self.parameters.copy()
        for name in names:
            rest.pop(name, None)
        return rest.urlencode()


def read_list(
    request: HttpRequest,
    filterset: type[StrictFilterSet],
    rows: QuerySet[Any],
    *,
    also: tuple[str, ...] = (),
    beside: Sequence[QuerySet[Any]] = (),
) -> Listing:
    """The rows of `rows` that the address asks for; parameters in `also` are the page's own. What the page needs
    `beside` them comes in the same query.
    """
    parameters = given(request.GET)
    filters = filterset(parameters, queryset=rows, request=request)
    also = (*also, PARAMETER) if hasattr(request, "at_any_time") else also
    size = parameters.get("page_size", str(PAGE_SIZE))
    problems = filters.problems(also) | wrong_size(size)
    page = NOTHING
    if not problems:
        try:
            page = read_page(
                filters.qs, filters.orders, filters.order, parameters.get("cursor", ""), int(size), beside=beside
            )
        except BadCursor as problem:
            problems = {"cursor": f"{problem} Go to the first page."}
    return Listing(filters, page, problems, parameters)


def wrong_size(size: str) -> dict[str, str]:
    fits = size.isascii() and size.isdigit() and 1 <= int(size[:9]) <= LARGEST_PAGE
    return {} if fits else {"page_size": f"Give a whole number from 1 to {LARGEST_PAGE}."}


def given(parameters: QueryDict) -> QueryDict:
    """Without the parameters left empty: a form sends every field, and an empty field asks for nothing."""
    kept = QueryDict(mutable=True)
    for name, values in parameters.lists():
        if filled := [value for value in values if value.strip()]:
            kept.setlist(name, filled)
    return kept
