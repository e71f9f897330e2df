"""Which notices, and which subscriptions: the filters of the pages and of the API."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from claimtracker.core.filters import SinceFilter, StrictFilterSet, WordsFilter, YesNoFilter
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import Notice, SavedView, Subscription, Watched


class NoticeFilter(StrictFilterSet):
    unread = YesNoFilter(field_name="seen_at", lookup_expr="isnull")
    event = WordsFilter(field_name="happening__event", choices=[(name, event.words) for name, event in EVENTS.items()])
    updated_since = SinceFilter(method="by_change")

    class Meta:
        model = Notice
        fields: list[str] = []

    def by_change(self, notices: Any, name: str, since: Any) -> Any:
        return notices.filter(Q(created_at__gte=since) | Q(seen_at__gte=since))


class SubscriptionFilter(StrictFilterSet):
    kind = WordsFilter(choices=Watched)
    updated_since = SinceFilter("created_at")

    class Meta:
        model = Subscription
        fields: list[str] = []


class ViewFilter(StrictFilterSet):
    shared = YesNoFilter()
    updated_since = SinceFilter()

    class Meta:
        model = SavedView
        fields: list[str] = []
