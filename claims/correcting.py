"""Correcting what the record says of a claim: its parts, its statement, its kind, what it cites.

What is claimed is what the article says, so a correction makes the record agree
with the words; it never puts right what the article has wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models.functions import Substr

from claims import permissions
from claims.asking import place_of
from claims.changing import change_claim
from claims.evidence import want_evidence
from claims.models import Claim, ClaimCitation, Place
from claims.models.vocabulary import CLOSED, Stage
from claims.parts_in import BadParts, PartsIn, Standing, Words, read_changes
from claims.rows import place_row
from claims.said import said
from claimtracker.core import history
from claimtracker.core.concurrency import changed_meanwhile
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused, require
from sources.models import Citation, Revision

AROUND = 4000  # characters before and behind the quote in which a part's words are looked for
BIGGEST_NUMBER = 2**31 - 1
MAY_NOT = "Only analysts, editors and admins correct claims."


class ClaimClosed(Refused):
    """A rejected or retracted claim is not corrected. Nothing was changed; bring it back first."""

    code = "closed"
    title = "This claim is closed"


@transaction.atomic
def correct_claim(claim: Claim, *, version: int, changes: Mapping[str, Any], by: Any, reason: str = "") -> Claim:
    """Set what is given; `changes` are fields of the claim's shape (API.md), a part as a whole, null clears it.

    `citations` are numbers of the article's current text. A suggested claim that is corrected is an accepted one.
    What changes nothing makes no version. Raises NotAllowed, Stale, ClaimClosed, BadParts, BadValue.
    """
    require(permissions.can_correct(by), MAY_NOT)
    held = held_claim(claim, version)
    reason = said(reason)
    given = read_changes(changes, standing_of(held))
    columns = changed_columns(held, given)
    citations = cited_anew(held, given.citations)
    if not columns and citations is None:
        return held
    if held.stage == Stage.SUGGESTED:
        columns["stage"] = Stage.OPEN
    before = held.links.current().sources()
    with history.action("claim.corrected", by=by, reason=reason):
        if citations is not None:
            cite(held, citations)
        deed = {"version": version, "action": "claim.corrected", "by": by, "reason": reason}
        change_claim(held, columns, cites_anew=citations is not None, **deed)
    want_evidence(before | held.links.current().sources())
    _tell(held, given, by=by)
    return held


def held_claim(claim: Claim, version: int) -> Claim:
    """The claim as it is, its row held until the end. Raises Stale, ClaimClosed."""
    held = Claim.objects.select_for_update(of=("self",)).select_related("article", "place").get(pk=claim.pk)
    if held.version != version:
        raise changed_meanwhile(version, held.version)
    if held.stage in CLOSED:
        raise ClaimClosed(f"This claim was {held.stage}. Nothing was changed; bring it back before you correct it.")
    return held


def standing_of(claim: Claim) -> Standing:
    """What a change of this claim is read against."""
    columns = {name: getattr(claim, name) for name in ("date_edtf", "date_precision")}
    for part in ("figure", "date", "place", "attribution"):
        columns |= {f"{part}_{name}": getattr(claim, f"{part}_{name}") for name in ("text", "start", "end")}
    return Standing(words_of(claim), columns, place_of(claim))


def words_of(claim: Claim) -> Words:
    """Its quote, with the text around it where it stands in the current text by its own words."""
    anchor = claim.anchor
    if anchor is None or anchor.start is None or not anchor.verbatim:
        return Words.alone(claim.quote)
    return words_at(claim.article.revision_id, anchor.start, anchor.start + len(claim.quote))


def words_at(revision: Any, start: int, end: int) -> Words:
    """Words of a revision with what stands around them; of a long text only that is fetched."""
    first = max(0, start - AROUND)
    window = Substr("text", first + 1, end + AROUND - first)
    text = Revision.objects.filter(pk=revision).values_list(window, flat=True).get()
    return Words(text, start - first, end - first, first)


def kept_place(given: PartsIn) -> Place | None:
    """The row of the place that was given. Raises BadParts where it is known to lie elsewhere."""
    if given.place is None:
        return None
    row = place_row(given.place)
    if given.place.lat is not None and (row.lat, row.lon) != (given.place.lat, given.place.lon):
        where = f"at {row.lat}, {row.lon}" if row.lat is not None else "without coordinates"
        detail = f"“{row.name}” is kept {where}. Leave the coordinates out, or give the place a name of its own."
        raise BadParts([{"pointer": "/place/lat", "detail": detail, "code": "other_place"}])
    return row


def changed_columns(claim: Claim, given: PartsIn) -> dict[str, Any]:
    """Only what is another value than now."""
    columns = dict(given.columns)
    if given.place:
        columns["place"] = kept_place(given)
    return {name: value for name, value in columns.items() if getattr(claim, name) != value}


def cited_anew(claim: Claim, numbers: Sequence[int] | None) -> list[Citation] | None:
    """The citations with these numbers; None where they are what is cited now. Raises BadParts."""
    if numbers is None or list(numbers) == [link.citation.number for link in _links(claim)]:
        return None
    return citations_of(claim.article.revision_id, numbers)


def citations_of(revision: Any, numbers: Sequence[int]) -> list[Citation]:
    """The entries with these numbers, in the order given. Raises BadParts where there is none."""
    sane = [number for number in numbers if 0 <= number <= BIGGEST_NUMBER]
    known = {one.number: one for one in Citation.objects.filter(revision=revision, number__in=sane)}
    missing = [
        {"pointer": f"/citations/{at}", "detail": f"The article has no entry {number}.", "code": "no_entry"}
        for at, number in enumerate(numbers)
        if number not in known
    ]
    if missing:
        raise BadParts(missing)
    return [known[number] for number in numbers]


def _links(claim: Claim) -> Any:
    return claim.links.current().select_related("citation").order_by("position")


def cite(claim: Claim, citations: Sequence[Citation]) -> None:
    """These in place of what it cites in the current text; what it cited in earlier texts is history."""
    claim.links.current().exclude(citation__in=citations).delete()
    there = {link.citation_id: link for link in claim.links.current()}
    for position, citation in enumerate(citations):
        link = there.get(citation.pk)
        if link is None:
            ClaimCitation.objects.create(claim=claim, citation=citation, position=position)
        elif link.position != position:
            ClaimCitation.objects.filter(pk=link.pk).update(position=position)


def _tell(claim: Claim, given: PartsIn, *, by: Any) -> None:
    parts = list(dict.fromkeys(name.partition("_")[0] for name in given.columns))
    what = ", ".join([*parts, *(["citations"] if given.citations is not None else [])])
    about = [("claim", claim.pk), ("article", claim.article_id)]
    words = f"Claim {claim.pk} was corrected ({what}): {claim.statement}"
    tell("claim.corrected", by=by, subjects=about, words=words, path=f"/claims/{claim.pk}/")
