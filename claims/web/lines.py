"""A claim and a copy part by part, the same parts on the same lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claims.models import Claim
from claims.models.vocabulary import Hedge, Relation, Subject
from claims.templatetags.claims import plain_number
from claims.web.answers import Proof
from claims.web.units import is_measure
from claims.web.wording import hedge_of, relation_words

OFF = (Relation.WIDER, Relation.OVERLAPS, Relation.DISJOINT)
DRIFTED = (Hedge.LOST, Hedge.ADDED, Hedge.STRENGTHENED, Hedge.WEAKENED)


@dataclass(frozen=True, slots=True)
class Line:
    """One part. `off`: other than the article's; `note` says how, and `article` are the article's words behind it.

    Without words it is not said there.
    """

    name: str
    words: str
    off: bool = False
    note: str = ""
    article: str = ""


def article_lines(claim: Claim) -> list[Line]:
    """What the article says, part by part; a source's lines have the same names in the same order."""
    lines = []
    if claim.figure_comparator:
        lines += [
            Line("Number", bounds(claim.figure_low, claim.figure_high)),
            Line("Hedge", hedge_of(claim.figure_text, claim.figure_comparator)),
            Line("Counted", claim.figure_counted or claim.figure_unit),
        ]
    if claim.date_edtf:
        lines.append(Line("When", claim.date_text))
    if claim.place:
        lines.append(Line("Where", claim.place_text))
    return lines


def source_lines(claim: Claim, proofs: dict[str, Proof]) -> list[Line]:
    """What a copy says; `proofs` has its best words for each part."""
    figure = proofs.get("figure")
    said = {line.name: line for line in _figure(claim, figure)} if figure else {}
    for name, part, words in (("When", "date", claim.date_text), ("Where", "place", claim.place_text)):
        if proof := proofs.get(part):
            said[name] = _related(name, proof.exact, proof.relation, words)
    return [said.get(line.name, Line(line.name, "")) for line in article_lines(claim)]


def _figure(claim: Claim, proof: Proof) -> Iterator[Line]:
    number, article = bounds(proof.low, proof.high) or proof.exact, bounds(claim.figure_low, claim.figure_high)
    if proof.unit.casefold() != claim.figure_unit.casefold():
        if is_measure(proof.unit):
            number, article = f"{number} {proof.unit}", f"{article} {claim.figure_unit}"
        elif is_measure(claim.figure_unit):
            number, article = proof.exact, claim.figure_text  # "two in five" beside "40%"
    # Where only the hedge makes one wider than the other, its own line says so.
    yield Line("Number", number) if number == article else _related("Number", number, proof.relation, article)
    hedge, ours = hedge_of(proof.exact, proof.comparator), hedge_of(claim.figure_text, claim.figure_comparator)
    yield Line("Hedge", hedge, True, "the article’s:", ours) if proof.hedge in DRIFTED else Line("Hedge", hedge)
    thing = claim.figure_counted or claim.figure_unit
    other = proof.subject == Subject.OTHER and bool(proof.thing)
    yield Line("Counted", proof.thing, True, "the article’s:", thing) if other else Line("Counted", proof.thing)


def _related(name: str, words: str, relation: str, article: str) -> Line:
    off = relation in OFF
    note = "" if relation == Relation.IDENTICAL else relation_words(relation)
    return Line(name, words, off, note, article if off else "")


def bounds(low: Decimal | None, high: Decimal | None) -> str:
    """The number without its hedge: "3,000", "10,000 – 12,000"."""
    ends = [plain_number(bound) for bound in dict.fromkeys((low, high)) if bound is not None]
    return " – ".join(ends)
