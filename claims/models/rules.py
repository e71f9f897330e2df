"""What must always hold of a claim, whoever writes it: the CHECKs of its table."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from .vocabulary import Comparator, Form, Kind, Origin, RejectedAs, Stage, Verdict

NO_VALUE = Q(
    figure_text="", figure_low=None, figure_high=None, figure_unit="", figure_counted="", figure_form="", figure_per=""
)  # fmt: skip
NO_FIGURE = NO_VALUE & Q(figure_start=None, figure_end=None)
LOW_ALONE = Q(figure_low__isnull=False, figure_high=None)
HIGH_ALONE = Q(figure_low=None, figure_high__isnull=False)
# Spelled out: SQL's CHECK passes on NULL, so "low <= high" alone would let a missing bound through.
BOTH = Q(figure_low__isnull=False, figure_high__isnull=False)

_BOUNDED = (
    (Q(figure_comparator__in=["exact", "about"]) & BOTH & Q(figure_low=F("figure_high")))
    | (Q(figure_comparator__in=["at_least", "more_than"]) & LOW_ALONE)
    | (Q(figure_comparator__in=["at_most", "less_than"]) & HIGH_ALONE)
    | (Q(figure_comparator="between") & BOTH & Q(figure_low__lt=F("figure_high")))
    | (Q(figure_comparator="vague") & BOTH & Q(figure_low__lte=F("figure_high")))
)
BOUNDS = (Q(figure_comparator="") & NO_FIGURE) | _BOUNDED
BOUNDS_OF_A_VALUE = (Q(figure_comparator="") & NO_VALUE) | _BOUNDED  # of a rival, which stands in no text


def _one_of(name: str, column: str, words: list[str]) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(**{f"{column}__in": words}))


def _span(part: str) -> models.CheckConstraint:
    """A part has both ends of a span that is not empty, or neither."""
    start, end = f"{part}_start", f"{part}_end"
    return models.CheckConstraint(
        name=f"{part}_span_is_half_open",
        condition=Q(**{start: None, end: None})
        | Q(**{f"{start}__isnull": False, f"{end}__isnull": False}) & Q(**{f"{start}__lt": F(end)}),
    )


def _all_or_nothing(part: str, needs: str, empty: Q) -> models.CheckConstraint:
    return models.CheckConstraint(name=f"{part}_is_whole_or_absent", condition=empty | ~Q(**{needs: ""}))


RULES = [
    _one_of("claim_kind_is_known", "kind", Kind.values),
    _one_of("claim_stage_is_known", "stage", Stage.values),
    _one_of("claim_verdict_is_known", "verdict", ["", *Verdict.values]),
    _one_of("claim_origin_is_known", "origin", Origin.values),
    _one_of("claim_comparator_is_known", "figure_comparator", ["", *Comparator.values]),
    _one_of("claim_form_is_known", "figure_form", ["", *Form.values]),
    _one_of("claim_rejection_is_known", "rejected_as", ["", *RejectedAs.values]),
    models.CheckConstraint(
        name="rejected_and_retracted_claims_say_why",
        condition=~Q(stage__in=["rejected", "retracted"]) | ~Q(stage_reason=""),
    ),
    models.CheckConstraint(
        name="rejected_claims_say_as_what",
        condition=(Q(stage="rejected") & ~Q(rejected_as="")) | (~Q(stage="rejected") & Q(rejected_as="")),
    ),
    models.CheckConstraint(
        name="duplicates_name_the_other",
        condition=(Q(rejected_as="duplicate", duplicate_of__isnull=False) & ~Q(duplicate_of=F("id")))
        | (~Q(rejected_as="duplicate") & Q(duplicate_of=None)),
    ),
    models.CheckConstraint(
        name="settled_claims_have_a_verdict", condition=~Q(stage__in=["settled", "published"]) | ~Q(verdict="")
    ),
    models.CheckConstraint(
        name="undecided_claims_have_no_verdict",
        condition=~Q(stage__in=["suggested", "open", "in_review"]) | Q(verdict=""),
    ),
    models.CheckConstraint(
        name="parts_version_is_a_version", condition=Q(parts_version__gte=1, parts_version__lte=F("version"))
    ),
    models.CheckConstraint(name="comparator_and_bounds_agree", condition=BOUNDS),
    models.CheckConstraint(
        name="figure_has_words_and_form", condition=Q(figure_comparator="") | (~Q(figure_text="") & ~Q(figure_form=""))
    ),
    models.CheckConstraint(name="claim_has_words", condition=~Q(quote="") & ~Q(statement="")),
    models.CheckConstraint(name="claim_version_counts_from_one", condition=Q(version__gte=1)),
    models.CheckConstraint(
        name="date_ends_after_it_begins",
        condition=Q(date_earliest=None) | Q(date_latest=None) | Q(date_earliest__lte=F("date_latest")),
    ),
    _all_or_nothing(
        "date", "date_edtf", Q(date_text="", date_start=None, date_earliest=None, date_latest=None, date_precision="")
    ),
    _all_or_nothing("attribution", "attribution_agent", Q(attribution_text="", attribution_mode="")),
    models.CheckConstraint(
        name="place_is_whole_or_absent",
        condition=Q(place=None, place_text="", place_start=None) | (Q(place__isnull=False) & ~Q(place_text="")),
    ),
    *(_span(part) for part in ("figure", "date", "place", "attribution")),
]
