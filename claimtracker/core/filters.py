"""Filters that a page and the API share, and that refuse what they do not know."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django_filters.fields import IsoDateTimeField

from claimtracker.core.keyset import Order

PAGING = ("cursor", "page_size", "order")
BIGGEST_ID = 2**63 - 1
BIGGEST_NUMBER = 10**23  # with six decimals it fits the columns of a figure's bounds


class StrictFilterSet(django_filters.FilterSet):
    """A FilterSet that names its legal parameters, and its orders for keyset pages."""

    orders: ClassVar[Mapping[str, Order]] = {"-id": Order(), "id": Order(descending=False)}
    default_order: ClassVar[str] = "-id"

    @classmethod
    def legal(cls) -> list[str]:
        return sorted([*cls.base_filters, *PAGING])

    @classmethod
    def unknown(cls, parameters: QueryDict, also: tuple[str, ...] = ()) -> dict[str, str]:
        """Each parameter that means nothing here, with what to say about it."""
        legal = [*cls.legal(), *also]
        return {name: _unknown(name, legal) for name in parameters if name not in legal}

    @property
    def order(self) -> str:
        """The order asked for, or the usual one."""
        name = self.data.get("order") or self.default_order if self.data else self.default_order
        return name if name in self.orders else self.default_order

    def problems(self, also: tuple[str, ...] = ()) -> dict[str, str]:
        """Everything that is wrong with the parameters: unknown names, values that cannot be."""
        found = self.unknown(self.data, also)
        order = self.data.get("order", "")
        if order and order not in self.orders:
            found["order"] = f"“{order}” is no order here. Legal are: {', '.join(self.orders)}."
        for name, said in self.form.errors.items():
            found[name] = " ".join(str(line) for line in said)
        return found | self._twice()

    def _twice(self) -> dict[str, str]:
        """Parameters that take one value and were given several: which of them is meant?"""
        many = [name for name, one in self.base_filters.items() if isinstance(one, WordsFilter)]
        names = [name for name in self.data if name not in many and len(self.data.getlist(name)) > 1]
        return {name: f"“{name}” is given more than once." for name in names}


def _unknown(name: str, legal: list[str]) -> str:
    near = difflib.get_close_matches(name, legal, n=1)
    meant = f" Did you mean “{near[0]}”?" if near else ""
    return f"There is no parameter “{name}”.{meant} Legal are: {', '.join(legal)}."


class IdFilter(django_filters.NumberFilter):
    """The id of a row. A number beyond bigint is refused here and not by the database."""

    field_class = forms.IntegerField

    def get_max_validator(self) -> None:
        return None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1, max_value=BIGGEST_ID, **kwargs)


class FigureFilter(django_filters.NumberFilter):
    """A decimal bound that fits the columns it is compared with."""

    def get_max_validator(self) -> None:
        return None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        limits = [MinValueValidator(-BIGGEST_NUMBER), MaxValueValidator(BIGGEST_NUMBER)]
        super().__init__(*args, validators=limits, **kwargs)


class WordsFilter(django_filters.MultipleChoiceFilter):
    """One or more words of a closed list: `kind=troops&kind=casualties` is either."""


class DayFilter(django_filters.DateFilter):
    """A day as 2025-03-14; 3/14/25 is another day in another country."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, input_formats=["%Y-%m-%d"], **kwargs)


class MomentField(IsoDateTimeField):
    """A time in UTC. PostgreSQL does not know offsets such as +20:31, and Python no year 0."""

    def clean(self, value: Any) -> dt.datetime | None:
        moment = super().clean(value)
        try:
            return moment.astimezone(dt.UTC) if moment else None
        except OverflowError as problem:
            raise forms.ValidationError("This time is out of range.") from problem


class SinceFilter(django_filters.IsoDateTimeFilter):
    """What has changed since a time, that time included."""

    field_class = MomentField

    def __init__(self, field_name: str = "updated_at", **kwargs: Any) -> None:
        super().__init__(field_name=field_name, lookup_expr="gte", **kwargs)


class YesNoField(forms.Field):
    def clean(self, value: Any) -> bool | None:
        if value not in (None, "", "true", "false"):
            raise forms.ValidationError("Write true or false.")
        return {"true": True, "false": False}.get(value)


class YesNoFilter(django_filters.BooleanFilter):
    """true or false; what is neither is refused, not taken for "either"."""

    field_class = YesNoField


MOST_IDS = 200  # an address takes no more


class IdsField(forms.CharField):
    """`1,2,3` as a list of at most MOST_IDS ids."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return []
        words = [word.strip() for word in text.split(",")]
        if len(words) > MOST_IDS or not all(word.isascii() and word.isdigit() and len(word) < 19 for word in words):
            raise forms.ValidationError(f"Give up to {MOST_IDS} ids, separated by commas.")
        return [int(word) for word in words]


class IdsFilter(django_filters.Filter):
    field_class = IdsField

    def filter(self, qs: Any, value: Any) -> Any:
        return qs.filter(pk__in=value) if value else qs
