"""Which notices, and which subscriptions: the filters of the pages and of the API."""

from __future__ import annotations

from claimtracker.core.filters import StrictFilterSet, WordsFilter, YesNoFilter
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import Notice, SavedView, Subscription, Watched


class NoticeFilter(StrictFilterSet):
    unread = YesNoFilter(field_name="seen_at", lookup_expr="isnull")
    event = WordsFilter(field_name="happening__event", choices=[(name, event.words) for name, event in EVENTS.items()])

    class Meta:
        model = Notice
        fields: list[str] = []


class SubscriptionFilter(StrictFilterSet):
    kind = WordsFilter(choices=Watched)

    class Meta:
        model = Subscription
        fields: list[str] = []


class ViewFilter(StrictFilterSet):
    shared = YesNoFilter()

    class Meta:
        model = SavedView
        fields: list[str] = []
