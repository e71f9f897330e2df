"""One checkable assertion of an article.

Its parts (figure, date, place, attribution) are columns, at most one of each,
so that SQL can compare them. A part's `start` and `end` count from the start
of the quote, for the quote moves when the article changes; a part that the
sentence gives outside the quote has a start below zero or behind its end.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from claimtracker.core.history import remembered
from sources.models import Article, Revision

from .claimset import ClaimQuerySet
from .columns import SEARCHED, Words, searched_words, stated_range
from .flags import flags_of
from .place import Place
from .rules import RULES
from .vocabulary import Comparator, Form, Kind, Origin, RejectedAs, Stage, Verdict
from .word import words_are_kept

if TYPE_CHECKING:
    from .anchor import Anchor
    from .rival import Rival


def number() -> models.DecimalField[Any, Any]:
    """A bound of a figure: enough for the GDP of the world in yen, and for a hundredth of a percent."""
    return models.DecimalField(max_digits=30, decimal_places=6, null=True, blank=True)


def word(size: int = 200, **options: Any) -> models.CharField[str, str]:
    """Empty stands for "the article does not say"."""
    return models.CharField(max_length=size, blank=True, default="", **options)


def offset() -> models.IntegerField[Any, Any]:
    return models.IntegerField(null=True, blank=True)


@remembered(exclude=["stated", "search_words"], indexes=[GinIndex(Words(*SEARCHED), name="past_claims_by_words")])
class Claim(models.Model):
    """What the article says, with the source it cites for it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(max_length=12, choices=Kind)
    statement = models.TextField(help_text="The claim as a sentence that stands alone; never a verdict.")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.SUGGESTED)
    verdict = word(20, choices=Verdict)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.RULES)
    assignee = models.ForeignKey("core.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="claims")
    due = models.DateField(null=True, blank=True, help_text="By when whoever has it is to be done.")
    taken_at = models.DateTimeField(null=True, blank=True, help_text="When somebody took it; it is released by time.")
    stage_reason = models.TextField(blank=True, help_text="Why it is at this stage, where a reason was given.")
    rejected_as = word(12, choices=RejectedAs)
    duplicate_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="duplicates")
    split_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="splits")
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, help_text="Counts the changes of the row.")
    parts_version = models.PositiveIntegerField(
        default=1, help_text="The version in which what is claimed, or what it cites, last changed."
    )

    # The words (W3C TextQuoteSelector); where they stand is an Anchor's to say.
    quote = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    # What the reader made this row from; a second reading of the same text finds it and changes nothing.
    read_from = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, related_name="+")
    read_order = models.PositiveIntegerField(null=True)

    figure_text = word(500)
    figure_start, figure_end = offset(), offset()
    figure_comparator = word(10, choices=Comparator)
    figure_low, figure_high = number(), number()
    figure_unit = word()
    figure_counted = word(500)
    figure_form = word(8, choices=Form)
    figure_per = word(60)
    stated = stated_range()

    date_text = word(500)
    date_start, date_end = offset(), offset()
    date_edtf = word(64)
    date_relation = word(10)
    date_qualifier = word(10)
    date_earliest = models.DateField(null=True, blank=True)
    date_latest = models.DateField(null=True, blank=True)
    date_precision = word(10)
    date_inferred = models.BooleanField(default=False)

    place_text = word(500)
    place_start, place_end = offset(), offset()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    place_precision = word(10)

    attribution_text = word(1000)
    attribution_start, attribution_end = offset(), offset()
    attribution_agent = word(500)
    attribution_cue = word(100)
    attribution_mode = word(12)
    attribution_chain = ArrayField(models.CharField(max_length=500), default=list, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    search_words = searched_words()

    objects = ClaimQuerySet.as_manager()

    tag_names: Sequence[str] = ()  # filled by `with_parts`

    if TYPE_CHECKING:
        start: int  # where its quote stands; only of rows `in_text_order`
        end: int
        basis: str  # what its sources say now, as a digest; only of rows `with_basis`
        pgh_event_model: type[Any]  # made by `remembered`

    class Meta:
        ordering = ["-id"]
        triggers = words_are_kept()
        constraints = [
            *RULES,
            models.UniqueConstraint(name="one_claim_per_place_in_a_reading", fields=["read_from", "read_order"]),
        ]
        indexes = [
            models.Index(name="claims_of_an_article", fields=["article", "id"]),
            models.Index(name="claims_by_change", fields=["updated_at", "id"]),
            models.Index(name="claims_by_kind", fields=["kind", "-id"]),
            models.Index(name="claims_by_stage", fields=["stage", "-id"]),
            models.Index(name="claims_by_place", fields=["place", "-id"], condition=Q(place__isnull=False)),
            models.Index(
                name="claims_by_agent", fields=["attribution_agent", "-id"], condition=~Q(attribution_agent="")
            ),
            models.Index(name="claims_taken", fields=["taken_at"], condition=Q(taken_at__isnull=False)),
            models.Index(name="claims_assigned", fields=["assignee", "-id"], condition=Q(assignee__isnull=False)),
            # A list in these orders puts claims without the key last, in either direction.
            models.Index(F("figure_low").asc(nulls_last=True), "id", name="claims_by_low"),
            models.Index(F("figure_low").desc(nulls_last=True), F("id").desc(), name="claims_by_low_falling"),
            models.Index(F("date_earliest").asc(nulls_last=True), "id", name="claims_by_date"),
            models.Index(F("date_earliest").desc(nulls_last=True), F("id").desc(), name="claims_by_date_falling"),
            models.Index(name="claims_by_high", fields=["figure_high"], condition=Q(figure_high__isnull=False)),
            models.Index(name="claims_by_unit", fields=["figure_unit", "-id"], condition=~Q(figure_unit="")),
            GistIndex(name="claims_by_stated_range", fields=["stated"]),
            GinIndex(name="claims_by_words", fields=["search_words"]),
        ]

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.pk])

    @property
    def etag(self) -> str:
        """`"<version>-<digest>"`: writes compare the version, reads the whole (API.md)."""
        return f'"{self.version}-{int(self.updated_at.timestamp() * 1_000_000):x}"'

    @property
    def anchor(self) -> Anchor | None:
        """Where it stands in the article's current text; costs nothing after `with_parts`."""
        if hasattr(self, "current_anchors"):
            return next(iter(self.current_anchors), None)
        return self.anchors.filter(revision=self.article.revision_id).first()

    @property
    def flags(self) -> list[str]:
        """What is computed about it, never set by hand; costs nothing after `with_parts`."""
        return flags_of(self)

    @property
    def disputed_aspects(self) -> list[str]:
        """What its open disputes are about, one word each; costs nothing after `with_parts`."""
        if "open_aspects" in self.__dict__:
            return list(self.__dict__["open_aspects"])
        return list(self.disputes.open().order_by("pk").values_list("aspect", flat=True))

    @property
    def rivals_beside(self) -> list[Rival]:
        """Other values that stand beside its own, preferred first; costs nothing after `with_parts`."""
        from .rival import Rival

        if "rival_rows" in self.__dict__:
            return [Rival.of_row(row) for row in self.__dict__["rival_rows"]]
        return list(self.rivals.standing().by_rank().select_related("place", "source"))

    @property
    def found(self) -> dict[int, str]:
        """What the newest copy says to it, by citation; one without a copy is missing. Free after `with_parts`."""
        return {citation: told["finding"] for citation, told in self.told.items()}

    @property
    def told(self) -> dict[int, dict[str, Any]]:
        """The same with relation, hedge, subject and the id of the copy."""
        links = self.links.all()
        if any(not hasattr(link, "told") for link in links):
            links = self.links.current().with_told()
        return {link.citation_id: link.told for link in links if link.told}
