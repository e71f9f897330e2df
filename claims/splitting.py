"""Splitting a claim: one sentence with several figures becomes several claims with the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from claims import permissions
from claims.adding import Span, read_figures_in
from claims.changing import change_claim
from claims.correcting import changed_columns, cite, cited_anew, held_claim, kept_place, standing_of
from claims.evidence import want_evidence
from claims.extraction.parts import Figure
from claims.extraction.shape import number
from claims.models import Anchor, Claim, ClaimCitation, ClaimTag
from claims.models.vocabulary import Origin, Stage
from claims.parts_in import BadParts, Standing, read_changes
from claims.said import said
from claimtracker.core import history
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused, require

MOST = 20  # claims from one
MAY_NOT = "Only analysts, editors and admins split claims."
# What the new ones take over: the words and all that is said of them.
PARTS = ("figure_", "date_", "place", "attribution_")
COPIED = [
    field.name
    for field in Claim._meta.concrete_fields
    if field.name in ("kind", "statement", "quote", "prefix", "suffix") or field.name.startswith(PARTS)
]


class NothingToSplit(Refused):
    """The reader finds fewer than two figures in these words. Nothing was changed; say what the parts are."""

    code = "nothing_to_split"
    title = "There is one figure only"


@transaction.atomic
def split_claim(
    claim: Claim,
    *,
    version: int,
    reason: str,
    by: Any,
    parts: Sequence[Mapping[str, Any]] = (),
    at: int | None = None,
) -> list[Claim]:
    """The claim itself and those that are new, each with its part of `parts` over what the claim is now.

    Without parts they are the figures of its words; with `at`, an offset in the current text, the last one before
    it and the first one behind it. Raises NotAllowed, Stale, ClaimClosed, NothingToSplit, BadParts, BadValue.
    """
    require(permissions.can_correct(by), MAY_NOT)
    held = held_claim(claim, version)
    reason = said(reason, needed="Say why it is more than one claim; the reason stays in the history.")
    standing = standing_of(held)
    wanted = list(parts) or figures_of(standing, at)
    if len(wanted) < 2:
        raise NothingToSplit("The program reads fewer than two figures in these words. Say what the parts are.")
    if len(wanted) > MOST:
        raise BadParts([{"pointer": "/parts", "detail": f"A claim becomes at most {MOST} claims.", "code": "too_many"}])
    made = [_new(held, read_changes(one, standing, f"/parts/{at}")) for at, one in enumerate(wanted) if at]
    first = read_changes(wanted[0], standing, "/parts/0")
    columns = changed_columns(held, first)
    _refuse_twins(held, columns, [one for one, _ in made])
    if held.stage == Stage.SUGGESTED:
        columns["stage"] = Stage.OPEN
    with history.action("claim.split", by=by, reason=reason):
        _store(held, made, by)
        citations = cited_anew(held, first.citations)
        if citations is not None:
            cite(held, citations)
        how = {"version": version, "action": "claim.split", "by": by, "reason": reason}
        change_claim(held, columns, cites_anew=citations is not None, **how)
    claims = [held, *(one for one, _ in made)]
    want_evidence(ClaimCitation.objects.current().filter(claim__in=claims).sources())
    for one, _ in made:
        about = [("claim", one.pk), ("claim", held.pk), ("article", held.article_id)]
        words = f"Claim {one.pk} was split from claim {held.pk}: {one.statement}"
        tell("claim.added", by=by, subjects=about, words=words, path=f"/claims/{one.pk}/")
    return claims


def figures_of(standing: Standing, at: int | None = None) -> list[dict[str, Any]]:
    """The figures that the reader finds in the claim's words, as parts to split it into."""
    words = standing.words
    found = read_figures_in(words.text, Span(words.start, words.end))
    if at is not None:
        place = at - (words.offset or 0)
        before = [one for one in found if one.end <= place]
        behind = [one for one in found if one.start >= place]
        found = [*before[-1:], *behind[:1]]
    return [{"figure": _given(one, words.offset)} for one in found]


def _given(found: Figure, offset: int | None) -> dict[str, Any]:
    place = {"start": found.start + offset, "end": found.end + offset} if offset is not None else {}
    bounds = {"low": found.low, "high": found.high}
    plain = {name: getattr(found, name) for name in ("text", "comparator", "unit", "counted", "form", "per")}
    return plain | {name: value for name, value in bounds.items() if number(value) is not None} | place


def _new(held: Claim, given: Any) -> tuple[Claim, Any]:
    """An unsaved claim, and the citations that it has of its own."""
    columns = {name: getattr(held, name) for name in COPIED} | given.columns
    if given.place:
        columns["place"] = kept_place(given)
    columns |= {"origin": Origin.BY_HAND, "stage": Stage.OPEN, "split_from": held}
    return Claim(article_id=held.article_id, **columns), cited_anew(held, given.citations)


def _refuse_twins(held: Claim, columns: Mapping[str, Any], made: Sequence[Claim]) -> None:
    """Each says something else."""
    said = [name for name in COPIED if name not in ("prefix", "suffix", "quote", "statement")]
    first = {name: columns.get(name, getattr(held, name)) for name in said}
    seen = [first]
    for at, one in enumerate(made, start=1):
        own = {name: getattr(one, name) for name in said}
        if own in seen:
            detail = "This part says the same as one before it. Give each another figure, or another part."
            raise BadParts([{"pointer": f"/parts/{at}", "detail": detail, "code": "same_part"}])
        seen.append(own)


def _store(held: Claim, made: Sequence[tuple[Claim, Any]], by: Any) -> None:
    """The new ones stand where the first stands, cite what it cites, and bear its tags."""
    anchors, links = list(held.anchors.all()), list(held.links.all())
    tags = list(ClaimTag.objects.filter(claim=held).values_list("tag", flat=True))
    for one, citations in made:
        one.created_by = by
        one.save(force_insert=True)
        Anchor.objects.bulk_create(_copy(anchor, claim=one) for anchor in anchors)
        ClaimCitation.objects.bulk_create(_copy(link, claim=one) for link in links)
        ClaimTag.objects.bulk_create(ClaimTag(claim=one, tag_id=tag, created_by=by) for tag in tags)
        if citations is not None:
            cite(one, citations)


def _copy(row: Any, **columns: Any) -> Any:
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
    kept.pop("claim_id")
    return type(row)(**kept, **columns)
