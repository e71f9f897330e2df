"""Scores of a reading against labelled text, layer by layer.

Both sides are rows of the labelled sets (tests/data/README.md): a label row
has `markers, sentences, claims, quantities, dates, places, attribution`, and
a row that was read has the same with the words of `extract`.
"""

from __future__ import annotations

import math
import re

from .tallies import Item, Tally, asked_for, matched, overlap, same_span, tally
from .values import bounds, fold_edtf, fold_unit, kind_of_bound, same_number

Row = dict

TAIL = re.compile(r"(?:\s|\[[^\[\]]{1,20}\])+$")
SLACK = 2  # characters by which the end of a sentence may differ
PARTS = ("quantities", "dates", "places", "attribution")


def score(label: Row, said: Row) -> dict[str, Tally]:
    """All layers of one text."""
    return {
        **_citations(label, said),
        **figures_of(label, said),
        **score_dates(label, said),
        "places strict": _spans(label, said, "places"),
        "attribution relaxed": tally(label["attribution"], said["attribution"], overlap),
    }


def _citations(label: Row, said: Row) -> dict[str, Tally]:
    links, exact = _links(label, said)
    return {
        "marks": _marks(label, said),
        "sentences": _sentences(label, said),
        "citation links": links,
        "claims with exactly the right citations": exact,
        "parts with exactly the right citations": _part_links(label, said),
    }


def _marks(label: Row, said: Row) -> Tally:
    theirs = {_mark(mark) for mark in label["markers"] if mark["kind"] == "numeric"}
    ours = {_mark(mark) for mark in said["markers"] if mark["numbers"]}
    return Tally(len(theirs & ours), len(ours), len(theirs))


def _mark(mark: Item) -> tuple[int, int, tuple[int, ...]]:
    return mark["start"], mark["end"], tuple(sorted(mark["numbers"]))


def _sentences(label: Row, said: Row) -> Tally:
    text = label["text"]
    theirs = [_end(text, sentence) for sentence in label["sentences"]]
    ours = sorted({_end(text, sentence) for sentence in said["sentences"]})
    left, right = list(ours), 0
    for end in theirs:
        near = [other for other in left if abs(other - end) <= SLACK]
        if near:
            left.remove(min(near, key=lambda other: abs(other - end)))
            right += 1
    return Tally(right, len(ours), len(theirs))


def _end(text: str, sentence: Item) -> int:
    """The end of a sentence without blanks and marks."""
    return sentence["start"] + len(TAIL.sub("", text[sentence["start"] : sentence["end"]]))


def _links(label: Row, said: Row) -> tuple[Tally, Tally]:
    """(segment, number) pairs, and segments with the very same numbers; the claim that overlaps most answers."""
    pairs, exact = Tally(), Tally()
    for segment in label["claims"]:
        best = max(said["claims"], key=lambda claim: (overlap(segment, claim), -_length(claim)), default=None)
        ours = set(best["cites"]) if best and overlap(segment, best) else set()
        theirs = set(segment["cites"])
        pairs += Tally(len(theirs & ours), len(ours), len(theirs))
        exact += Tally(int(theirs == ours), 1, 1)
    return pairs, exact


def _length(span: Item) -> int:
    return span["end"] - span["start"]


def _part_links(label: Row, said: Row) -> Tally:
    """Of the parts that were found: how many have the very same numbers."""
    found = [
        pair for layer in PARTS for pair in matched(*asked_for(label.get(layer) or [], said.get(layer) or []), overlap)
    ]
    right = sum(set(theirs.get("cites") or []) == set(ours.get("cites") or []) for theirs, ours in found)
    return Tally(right, len(found), len(found))


def figures_of(label: Row, said: Row) -> dict[str, Tally]:
    theirs, ours, text = label["quantities"], said["quantities"], label["text"]

    def value(one: Item, other: Item) -> int:
        if not overlap(one, other) or not _same_value(one, other):
            return 0
        return 1 + overlap(one, other) + 2 * _same_unit(one, other) + _same_bound(one, other)

    def bound(one: Item, other: Item) -> int:
        return value(one, other) if _same_bound(one, other) else 0

    def unit(one: Item, other: Item) -> int:
        return value(one, other) if _same_unit(one, other) else 0

    def everything(one: Item, other: Item) -> int:
        return int(bool(bound(one, other) and unit(one, other)) and same_span(text, one, other))

    return {
        "figures: value": tally(theirs, ours, value),
        "figures: value + comparator": tally(theirs, ours, bound),
        "figures: value + unit": tally(theirs, ours, unit),
        "figures: everything": tally(theirs, ours, everything),
    }


def _same_value(label: Item, item: Item) -> bool:
    theirs, ours = bounds(label), bounds(item)
    if theirs[0] is None or ours[0] is None:
        return False
    if label["comparator"] == "vague":  # the right order of magnitude will do
        return bool(ours[0]) and math.floor(math.log10(abs(theirs[0]))) == math.floor(math.log10(abs(ours[0])))
    return same_number(theirs[0], ours[0]) and same_number(theirs[1], ours[1])


def _same_bound(label: Item, item: Item) -> bool:
    return kind_of_bound(label) == kind_of_bound(item)


def _same_unit(label: Item, item: Item) -> bool:
    return fold_unit(item.get("unit")) in {fold_unit(unit) for unit in [label.get("unit"), *label.get("unit_alt", [])]}


def score_dates(label: Row, said: Row) -> dict[str, Tally]:
    text = label["text"]
    theirs, ours = asked_for(label["dates"], said["dates"])

    def strict(one: Item, other: Item) -> int:
        return int(same_span(text, one, other, articles=True))

    def near(one: Item, other: Item) -> int:
        return overlap(one, other) + 10_000 * strict(one, other)

    value = related = 0
    for one, other in matched(theirs, ours, near):
        good = {fold_edtf(answer) for answer in [one["edtf"], *one.get("edtf_alt", [])]}
        right = fold_edtf(other["edtf"]) in good
        value += right
        related += right and (one.get("relation") or "") == (other.get("relation") or "")
    return {
        "dates: strict": tally(label["dates"], said["dates"], strict),
        "dates: value": Tally(value, len(ours), len(theirs)),
        "dates: value + relation": Tally(related, len(ours), len(theirs)),
    }


def _spans(label: Row, said: Row, layer: str) -> Tally:
    return tally(label[layer], said[layer], lambda one, other: int(same_span(label["text"], one, other, articles=True)))
