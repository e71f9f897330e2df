"""Which notes and which tags: the filters of the page and the API."""

from __future__ import annotations

import django_filters
from django.db.models import Exists, OuterRef, Q

from claims.models import Annotation, ClaimTag, Tag
from claims.models.annotation import AnnotationQuerySet
from claims.models.vocabulary import Motivation
from claimtracker.core.filters import IdFilter, SinceFilter, StrictFilterSet, WordsFilter, YesNoFilter
from claimtracker.core.keyset import Order
from claimtracker.core.models import User

MOST_WORDS = 10


class NoteFilter(StrictFilterSet):
    orders = {
        "-id": Order(),
        "id": Order(descending=False),
        "-updated_at": Order("updated_at"),
        "updated_at": Order("updated_at", descending=False),
    }

    claim = IdFilter(field_name="claim_id")
    article = IdFilter(method="by_article")
    snapshot = IdFilter(field_name="snapshot_id")
    by = django_filters.CharFilter(field_name="created_by__username", lookup_expr="exact")
    mentions = django_filters.CharFilter(method="by_mention")
    motivation = WordsFilter(choices=Motivation)
    resolved = YesNoFilter(field_name="resolved_at", lookup_expr="isnull", exclude=True)
    orphan = YesNoFilter(method="by_place")
    withdrawn = YesNoFilter(field_name="withdrawn_at", lookup_expr="isnull", exclude=True)
    q = django_filters.CharFilter(method="by_words")
    updated_since = SinceFilter()

    class Meta:
        model = Annotation
        fields: list[str] = []

    def by_article(self, notes: AnnotationQuerySet, name: str, article: int) -> AnnotationQuerySet:
        """On the article itself and on its claims."""
        return notes.of_article(int(article))

    def by_mention(self, notes: AnnotationQuerySet, name: str, username: str) -> AnnotationQuerySet:
        person = User.objects.filter(username=username).values_list("pk", flat=True).first()
        return notes.filter(_in_thread(Q(mentions__contains=[person]))) if person else notes.none()

    def by_place(self, notes: AnnotationQuerySet, name: str, orphan: bool) -> AnnotationQuerySet:
        return notes.orphans() if orphan else notes.placed()

    def by_words(self, notes: AnnotationQuerySet, name: str, words: str) -> AnnotationQuerySet:
        """Each word in the note, in the words it is on, or in one of its answers."""
        for word in words.split()[:MOST_WORDS]:
            notes = notes.filter(_in_thread(Q(body__icontains=word)) | Q(exact__icontains=word))
        return notes


def _in_thread(condition: Q) -> Q:
    """Of the note, or of an answer that stands."""
    replies = Annotation.objects.standing().filter(condition, parent=OuterRef("pk"))
    return condition | Q(Exists(replies))


class TagFilter(StrictFilterSet):
    q = django_filters.CharFilter(field_name="name", lookup_expr="icontains")

    class Meta:
        model = Tag
        fields: list[str] = []


class ClaimTagFilter(StrictFilterSet):
    updated_since = SinceFilter(field_name="created_at")

    class Meta:
        model = ClaimTag
        fields: list[str] = []
