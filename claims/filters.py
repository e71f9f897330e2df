"""Which claims: the filters of the page, the API and every download."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import Q

from claims.models import Change, Claim, Dispute, Evidence, LintItem, Review
from claims.models import Finding as FindingRow
from claims.models.claimset import ClaimQuerySet, carries
from claims.models.lint import LintQuerySet
from claims.models.risk import WEIGHTS
from claims.models.vocabulary import (
    Aspect,
    ChangeKind,
    Comparator,
    DisputeState,
    Finding,
    Flag,
    Ground,
    Hedge,
    Kind,
    LintRule,
    Severity,
    Stage,
    Stance,
    Verdict,
)
from claimtracker.core.asof import today
from claimtracker.core.filters import (
    DayFilter,
    FigureFilter,
    IdFilter,
    IdsFilter,
    SinceFilter,
    StrictFilterSet,
    WordsFilter,
    YesNoFilter,
)
from claimtracker.core.keyset import Order

PARTS = ("figure", "date", "place", "attribution")


class RangeField(forms.CharField):
    """`low..high`, either end may be left out."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        low, dots, high = text.partition("..")
        number = forms.DecimalField(required=False, max_digits=30)
        if not dots or not (low or high):
            raise forms.ValidationError("Write two numbers with two dots between them: 1000..5000, 1000.. or ..5000.")
        bounds = number.clean(low), number.clean(high)
        if None not in bounds and bounds[0] > bounds[1]:
            raise forms.ValidationError("The first number is larger than the second.")
        return NumericRange(*bounds, bounds="[]")


class RangeFilter(django_filters.Filter):
    field_class = RangeField


class ClaimFilter(StrictFilterSet):
    """The filters of API.md, section "Filters"."""

    orders = {
        "-id": Order(),
        "id": Order(descending=False),
        "updated_at": Order("updated_at", descending=False),
        "-updated_at": Order("updated_at"),
        "low": Order("figure_low", descending=False, nullable=True),
        "-low": Order("figure_low", nullable=True),
        "date": Order("date_earliest", descending=False, nullable=True),
        "-date": Order("date_earliest", nullable=True),
    }

    article = IdFilter(field_name="article_id")
    kind = WordsFilter(choices=Kind)
    stage = WordsFilter(choices=Stage)
    verdict = WordsFilter(choices=[("none", "none yet"), *Verdict.choices], method="by_verdict")
    flag = WordsFilter(choices=Flag, method="by_flag")
    source = IdFilter(method="by_source")
    number = IdFilter(method="by_number")
    comparator = WordsFilter(field_name="figure_comparator", choices=Comparator)
    unit = django_filters.CharFilter(field_name="figure_unit", lookup_expr="iexact")
    low_gte = FigureFilter(field_name="figure_low", lookup_expr="gte")
    low_lte = FigureFilter(field_name="figure_low", lookup_expr="lte")
    high_gte = FigureFilter(field_name="figure_high", lookup_expr="gte")
    high_lte = FigureFilter(field_name="figure_high", lookup_expr="lte")
    figure_overlaps = RangeFilter(field_name="stated", lookup_expr="overlap")
    date_from = DayFilter(method="by_date_from")
    date_to = DayFilter(method="by_date_to")
    place = django_filters.CharFilter(method="by_place")
    country = django_filters.CharFilter(field_name="place__country", lookup_expr="iexact")
    agent = django_filters.CharFilter(field_name="attribution_agent", lookup_expr="iexact")
    assignee = django_filters.CharFilter(field_name="assignee__username", lookup_expr="exact")
    has = WordsFilter(choices=[(part, part) for part in PARTS], method="by_parts")
    finding = WordsFilter(choices=Finding, method="by_finding")
    hedge = WordsFilter(choices=Hedge, method="by_hedge")
    tag = django_filters.CharFilter(method="by_tag")
    q = django_filters.CharFilter(method="by_words")
    ids = IdsFilter()
    updated_since = SinceFilter()

    class Meta:
        model = Claim
        fields: list[str] = []

    def by_verdict(self, claims: ClaimQuerySet, name: str, words: list[str]) -> ClaimQuerySet:
        return claims.filter(verdict__in=["" if word == "none" else word for word in words]) if words else claims

    def by_flag(self, claims: ClaimQuerySet, name: str, flags: list[str]) -> ClaimQuerySet:
        """Claims that carry every flag asked for."""
        for flag in flags:
            claims = getattr(claims, flag)()
        return claims

    def by_finding(self, claims: ClaimQuerySet, name: str, findings: list[str]) -> ClaimQuerySet:
        """Claims to which the copies of their sources say all of what is asked for."""
        for finding in findings:
            claims = claims.with_finding(finding)
        return claims

    def by_hedge(self, claims: ClaimQuerySet, name: str, hedges: list[str]) -> ClaimQuerySet:
        for hedge in hedges:
            claims = claims.with_hedge(hedge)
        return claims

    def by_source(self, claims: ClaimQuerySet, name: str, source: int) -> ClaimQuerySet:
        return claims.citing(int(source))

    def by_number(self, claims: ClaimQuerySet, name: str, number: int) -> ClaimQuerySet:
        return claims.citing_number(int(number))

    def by_date_from(self, claims: ClaimQuerySet, name: str, day: Any) -> ClaimQuerySet:
        """Claims whose date is not over before `day`."""
        return claims.having("date").filter(Q(date_latest__gte=day) | Q(date_latest=None))

    def by_date_to(self, claims: ClaimQuerySet, name: str, day: Any) -> ClaimQuerySet:
        """Claims whose date has begun by `day`."""
        return claims.having("date").filter(Q(date_earliest__lte=day) | Q(date_earliest=None))

    def by_place(self, claims: ClaimQuerySet, name: str, words: str) -> ClaimQuerySet:
        """A place by its id, by its name in the gazetteer or as the article writes it."""
        if words.isascii() and words.isdigit() and len(words) < 19:
            return claims.filter(place_id=int(words))
        return claims.filter(Q(place__name__iexact=words) | Q(place_text__iexact=words))

    def by_parts(self, claims: ClaimQuerySet, name: str, parts: list[str]) -> ClaimQuerySet:
        for part in parts:
            claims = claims.having(part)
        return claims

    def by_tag(self, claims: ClaimQuerySet, name: str, word: str) -> ClaimQuerySet:
        return claims.tagged_as(word)

    def by_words(self, claims: ClaimQuerySet, name: str, words: str) -> ClaimQuerySet:
        return claims.search(words)


class QueueFilter(ClaimFilter):
    """The same of the queue, which is read in its own order, and only as far as it is shown."""

    mine = YesNoFilter(method="by_hand")

    def by_hand(self, claims: ClaimQuerySet, name: str, value: bool | None) -> ClaimQuerySet:
        """Those that whoever asks has, or those that they have not: of a queue these are nobody's, or let lie."""
        if value is None:
            return claims
        has = Q(assignee__isnull=False, assignee=self.request.user.pk)
        return claims.filter(has) if value else claims.exclude(has)

    def by_flag(self, claims: ClaimQuerySet, name: str, flags: list[str]) -> ClaimQuerySet:
        for flag in flags:
            if flag in WEIGHTS:
                # Where they are, as it was worked out last; whether it is still true is asked of the row.
                claims = claims.filter(carries(flag), **{f"risk__{flag}": True})
            else:
                claims = getattr(claims, flag)()
        return claims


class LintFilter(StrictFilterSet):
    orders = {"id": Order(descending=False), "-id": Order()}
    default_order = "id"  # the order of the text

    rule = WordsFilter(choices=LintRule)
    severity = WordsFilter(choices=Severity)
    dismissed = YesNoFilter(method="by_dismissal")

    class Meta:
        model = LintItem
        fields: list[str] = []

    def by_dismissal(self, items: LintQuerySet, name: str, value: bool) -> LintQuerySet:
        return items.dismissed(value)


class ChangeFilter(StrictFilterSet):
    kind = WordsFilter(choices=ChangeKind)
    to = IdFilter(field_name="revision__number")

    class Meta:
        model = Change
        fields: list[str] = []


class FindingFilter(StrictFilterSet):
    citation = IdFilter(field_name="citation_id")
    snapshot = IdFilter(field_name="snapshot_id")
    finding = WordsFilter(choices=Finding)
    headline = YesNoFilter(field_name="headline")
    updated_since = SinceFilter()

    class Meta:
        model = FindingRow
        fields: list[str] = []


class EvidenceFilter(StrictFilterSet):
    snapshot = IdFilter(field_name="snapshot_id")
    stance = WordsFilter(choices=Stance)
    withdrawn = YesNoFilter(field_name="withdrawn_at", lookup_expr="isnull", exclude=True)
    updated_since = SinceFilter(method="by_change")

    class Meta:
        model = Evidence
        fields: list[str] = []

    def by_change(self, evidence: Any, name: str, since: Any) -> Any:
        return evidence.filter(Q(created_at__gte=since) | Q(withdrawn_at__gte=since))


class ReviewFilter(StrictFilterSet):
    verdict = WordsFilter(choices=Verdict)
    standing = YesNoFilter(field_name="superseded_at", lookup_expr="isnull")
    updated_since = SinceFilter(method="by_change")

    class Meta:
        model = Review
        fields: list[str] = []

    def by_change(self, reviews: Any, name: str, since: Any) -> Any:
        return reviews.filter(Q(created_at__gte=since) | Q(superseded_at__gte=since))


class DisputeFilter(StrictFilterSet):
    orders = {
        "-id": Order(),
        "id": Order(descending=False),
        "due": Order("turn", descending=False, nullable=True),
        "updated_at": Order("updated_at", descending=False),
        "-updated_at": Order("updated_at"),
    }

    claim = IdFilter(field_name="claim_id")
    article = IdFilter(field_name="claim__article_id")
    state = WordsFilter(choices=DisputeState)
    aspect = WordsFilter(choices=Aspect)
    ground = WordsFilter(choices=Ground)
    mine = YesNoFilter(method="by_hand")
    overdue = YesNoFilter(method="by_day")
    updated_since = SinceFilter()

    class Meta:
        model = Dispute
        fields: list[str] = []

    def by_hand(self, disputes: Any, name: str, value: bool | None) -> Any:
        """Those that whoever asks raised or looks after."""
        if value is None:
            return disputes
        mine = Dispute.objects.of(self.request.user).values("pk")
        return disputes.filter(pk__in=mine) if value else disputes.exclude(pk__in=mine)

    def by_day(self, disputes: Any, name: str, value: bool | None) -> Any:
        if value is None:
            return disputes
        late = Dispute.objects.overdue(today()).values("pk")
        return disputes.filter(pk__in=late) if value else disputes.exclude(pk__in=late)
