"""The claims of an article carried over into its next text: the rows of it.

Each claim starts from the last text in which it was found as it was, so that
words that come back are found again. Neither its version nor its verdicts change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims import rows
from claims.extraction.reading import Reading as Found
from claims.matching.differences import Difference
from claims.matching.revisions import Fate, Standing, carry_over, newcomers
from claims.models import Anchor, Change, Claim, ClaimCitation
from claims.models.vocabulary import ChangeKind, Outcome
from claimtracker.core.copying import copy_in
from sources.citing import entries_by_number
from sources.models import Citation, Revision
from sources.text.anchors import Quote

FAITHFUL = (Outcome.EXACT, Outcome.MOVED, Outcome.BY_HAND)


@dataclass(frozen=True, slots=True)
class _Before:
    """How a claim stood in the text before: what is still so is no change."""

    outcome: str
    successor: int | None


def fates_of(revision: Revision, found: Found) -> list[Fate]:
    """What becomes of every claim of the article in `revision`. Writes nothing, and takes minutes for a long text."""
    entries = {number: entry.text for number, entry in entries_by_number(found.references).items()}
    return _one_each(
        [fate for text, standing in _standing(revision) for fate in carry_over(text, standing, found, entries)]
    )


def carry_claims(
    before: Revision, revision: Revision, found: Found, citations: Mapping[int, Citation], fates: Sequence[Fate]
) -> None:
    """Anchor every claim of the article in `revision`, add those that are new there, and write down what changed.

    Inside the transaction that stores the reading.
    """
    new = newcomers(fates, found)
    made = dict(zip(new, copy_in(Claim, rows.claims(revision, found, new)), strict=True))
    claims = {at: claim.pk for at, claim in made.items()} | {
        fate.same: fate.key for fate in fates if fate.same is not None
    }
    copy_in(Anchor, _anchors(revision, fates, claims))
    copy_in(Anchor, rows.anchors(revision, made.values(), [found.claims[at] for at in new]))
    copy_in(ClaimCitation, _links(fates, citations))
    copy_in(ClaimCitation, rows.links(made.values(), [found.claims[at] for at in new], citations))
    copy_in(Change, _changes(before, revision, found, fates, made, claims))


def _standing(revision: Revision) -> Iterator[tuple[str, list[Standing]]]:
    """Every claim of the article with the last text in which it was found as it was, text by text."""
    anchors = (
        Anchor.objects.filter(revision__article=revision.article_id, outcome__in=FAITHFUL, start__isnull=False)
        .order_by("claim", "-revision__number")
        .distinct("claim")
        .values_list(
            "claim",
            "revision",
            "start",
            "end",
            "claim__figure_start",
            "claim__figure_end",
            "verbatim",
            "claim__figure_unit",
        )
    )
    by_text: dict[int, list[Any]] = defaultdict(list)
    for anchor in anchors:
        by_text[anchor[1]].append(anchor)
    for text in sorted(by_text):
        cited = _cited(text)
        yield (
            Revision.objects.values_list("text", flat=True).get(pk=text),
            [_stood(anchor, cited) for anchor in by_text[text]],
        )


def _stood(anchor: tuple[Any, ...], cited: Mapping[int, Sequence[tuple[int, str]]]) -> Standing:
    claim, _, start, end, first, last, verbatim, unit = anchor
    # In other words than the claim's own its figure has no known place.
    known = verbatim and first is not None and last is not None
    figure = (start + first, start + last) if known else None
    return Standing(claim, Quote(start, end), figure, tuple(cited.get(claim, ())), unit)


def _cited(text: int) -> dict[int, list[tuple[int, str]]]:
    """What each claim cites in a text: numbers with the words of their entries, in order."""
    links = ClaimCitation.objects.filter(citation__revision=text).order_by("claim", "position")
    cited: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for claim, number, entry in links.values_list("claim", "citation__number", "citation__entry"):
        cited[claim].append((number, entry))
    return cited


def _one_each(fates: Sequence[Fate]) -> list[Fate]:
    """Claims that come from different texts may be the same new claim: the youngest text's is, the others changed."""
    kept: dict[int, int] = {}
    for at, fate in enumerate(fates):
        if fate.same is not None:
            kept[fate.same] = at
    return [
        fate
        if fate.same is None or kept[fate.same] == at
        else Fate(fate.key, fate.anchored, None, fate.same, fate.cites, fate.differences)
        for at, fate in enumerate(fates)
    ]


def _earlier(before: Revision) -> dict[int, _Before]:
    anchors = Anchor.objects.filter(revision=before).values_list("claim", "outcome", "successor")
    return {claim: _Before(outcome, successor) for claim, outcome, successor in anchors}


def _anchors(revision: Revision, fates: Sequence[Fate], claims: Mapping[int, Any]) -> Iterator[Anchor]:
    for fate in fates:
        place = fate.anchored
        yield Anchor(
            claim_id=fate.key,
            revision=revision,
            start=place.start,
            end=place.end,
            outcome=place.outcome,
            verbatim=place.verbatim,
            candidates=[list(span) for span in place.candidates],
            successor_id=claims[fate.successor] if fate.successor is not None else None,
        )


def _links(fates: Sequence[Fate], citations: Mapping[int, Citation]) -> Iterator[ClaimCitation]:
    for fate in fates:
        for position, number in enumerate(fate.cites):
            yield ClaimCitation(claim_id=fate.key, citation=citations[number], position=position)


def _changes(
    before: Revision,
    revision: Revision,
    found: Found,
    fates: Sequence[Fate],
    made: Mapping[int, Claim],
    claims: Mapping[int, Any],
) -> Iterator[Change]:
    """The differences in the order of the text; what had already changed in the text before is not told again."""
    earlier = _earlier(before)
    told: list[tuple[int, Change]] = []
    for fate in fates:
        successor = claims[fate.successor] if fate.successor is not None else None
        was = earlier.get(fate.key, _Before("", None))
        for difference in fate.differences:
            if not _is_old(difference, was, successor):
                detail = _detail(difference)
                told.append((fate.anchored.start or 0, _change(difference.kind, fate.key, successor, detail)))
    followed = {fate.successor for fate in fates}
    added = [(found.claims[at].quote.start, claim) for at, claim in made.items() if at not in followed]
    told += [(start, _change(ChangeKind.ADDED, claim.pk, None, {})) for start, claim in added]
    for position, (_, change) in enumerate(sorted(told, key=lambda pair: pair[0])):
        change.revision, change.since, change.position = revision, before, position
        yield change


def _is_old(difference: Difference, was: _Before, successor: int | None) -> bool:
    """Whether the text before had already changed it so."""
    if difference.kind == "dropped":
        return was.outcome == Outcome.LOST
    if difference.kind in ("value_changed", "hedge_changed"):
        return was.outcome == Outcome.FIGURE_CHANGED and was.successor == successor
    # Of a claim that something else stands for, how its old words are cited or worded is nobody's question.
    return was.outcome == Outcome.FIGURE_CHANGED and difference.kind != "ambiguous"


def _change(kind: str, claim: Any, successor: Any, detail: dict[str, Any]) -> Change:
    return Change(kind=kind, claim_id=claim, successor_id=successor, detail=detail)


def _detail(difference: Difference) -> dict[str, Any]:
    if not difference.before and not difference.after:
        return {}
    return {
        "before": [number for number, _ in difference.before],
        "after": [number for number, _ in difference.after],
    }
