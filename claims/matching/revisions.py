"""What became of each claim when its article got another text.

A claim is first found again by its own words (`sources.text.anchors`); then
the claims that were read from the new text are put to those found there. Of a
sentence with two figures each claim keeps to its own: they are paired in the
order of the text, those with the same value first. A new claim that is put to
an old one with the same value is that claim again; with another value, it
succeeds it. Every other new claim is new.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from claims.extraction.claims import Claim
from claims.extraction.reading import Reading
from sources.text.anchors import Anchored, Quote, carry

from .differences import Cited, Difference, changed_figure, cited, placed
from .figures import Value, value_of, values_of

Counted = tuple[str, str]  # the words of a figure, and what it counts, in small letters


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it stood in the old text: `figure` is the span of its figure there, if it has one; `unit`, what is
    counted by it, is "" where that is not known.
    """

    key: int
    quote: Quote
    figure: tuple[int, int] | None
    citations: Cited
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim's place, the new claim that it is again, or the new claim that succeeds it.

    `beside`: its sentence changed in the figures of other claims only.
    """

    anchored: Anchored
    same: int | None = None
    successor: int | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """Where a claim stands now; `same` or `successor` is the place of a new claim in `reading.claims`.

    `cites` are the numbers that govern its words now.
    """

    key: int
    anchored: Anchored
    same: int | None
    successor: int | None
    cites: tuple[int, ...]
    differences: tuple[Difference, ...]


def carry_over(old: str, standing: Sequence[Standing], reading: Reading, entries: Mapping[int, str]) -> list[Fate]:
    """The fate of every claim, in the order given. `entries` are the new text's, by number.

    Two fates never name the same new claim as `same`.
    """
    new = reading.text
    found = carry(old, new, [claim.quote for claim in standing], values_of)
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for together in _by_place(standing, found):
        pairs |= _Sentence(old, standing, found, reading, together, taken).paired()
    return [_fate(old, claim, pairs[at], reading, entries) for at, claim in enumerate(standing)]


def newcomers(fates: Sequence[Fate], reading: Reading) -> list[int]:
    """The places of claims that are no old claim again, in the order of the text; successors are among them."""
    known = {fate.same for fate in fates}
    return [at for at in range(len(reading.claims)) if at not in known]


def _by_place(standing: Sequence[Standing], found: Sequence[Anchored]) -> Iterator[list[int]]:
    """Claims with the same quote, together and in the order of their figures; the surest places first."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, claim in enumerate(standing):
        groups[claim.quote.start, claim.quote.end].append(at)
    surest = {"exact": 0, "moved": 1, "figure_changed": 2}
    for group in sorted(groups.values(), key=lambda group: surest.get(found[group[0]].outcome, 3)):
        yield sorted(group, key=lambda at: standing[at].figure or (0, 0))


class _Sentence:
    """The claims of one quote, and the new claims where it stands now."""

    def __init__(
        self,
        old: str,
        standing: Sequence[Standing],
        found: Sequence[Anchored],
        reading: Reading,
        together: list[int],
        taken: set[int],
    ) -> None:
        self.old, self.standing, self.found, self.reading = old, standing, found, reading
        self.together, self.taken = together, taken
        self.place = found[together[0]]

    def paired(self) -> dict[int, Pair]:
        """For each claim its place, the new claim that it is again, and the one that succeeds it."""
        if self.place.start is None:
            return {at: Pair(self.found[at]) for at in self.together}
        plain = [at for at in self.together if self.standing[at].figure is None]
        counting = [at for at in self.together if self.standing[at].figure is not None]
        here = self._here()
        pairs = self._pair_plain(plain, [new for new in here if self._claim(new).figure is None])
        pairs |= self._pair_counting(counting, [new for new in here if self._claim(new).figure is not None])
        return {at: self._succeeded(pair) for at, pair in pairs.items()}

    def _succeeded(self, pair: Pair) -> Pair:
        """Where a date, a unit or a "not" changed, the new words make another claim, also with the same figure."""
        if pair.same is None or pair.anchored.outcome != "figure_changed":
            return pair
        return replace(pair, same=None, successor=pair.same)

    def _here(self) -> list[int]:
        """The new claims of which the larger part stands in the place, or which hold the larger part of it."""
        start, end = self.place.start or 0, self.place.end or 0
        claims = self.reading.claims
        at = _first_behind(claims, start)
        here = []
        while at < len(claims) and claims[at].quote.start < end:
            quote = claims[at].quote
            shared = min(end, quote.end) - max(start, quote.start)
            if at not in self.taken and 2 * shared > min(end - start, quote.end - quote.start):
                here.append(at)
            at += 1
        return here

    def _pair_plain(self, plain: list[int], here: list[int]) -> dict[int, Pair]:
        pairs: dict[int, Pair] = {}
        for at in plain:
            same = here.pop(0) if here else None
            if same is not None:
                self.taken.add(same)
            pairs[at] = Pair(self.found[at], same)
        return pairs

    def _pair_counting(self, counting: list[int], here: list[int]) -> dict[int, Pair]:
        before = [self._counted(at) for at in counting]
        after = [self._counted_anew(new) for new in here]
        pairs: dict[int, Pair] = {at: Pair(self.found[at]) for at in counting}
        changed = []
        for one, other in _aligned(before, after):
            at, new = counting[one], here[other]
            if self.place.verbatim or _alike(before[one], after[other]):
                self.taken.add(new)
                pairs[at] = Pair(self.found[at], new)
            else:
                changed.append((at, new))
                place = replace(self.found[at], outcome="figure_changed", verbatim=False)
                pairs[at] = Pair(place, successor=new)
        if changed and self.place.outcome == "figure_changed":
            self._clear(pairs, changed)
        return pairs

    def _clear(self, pairs: dict[int, Pair], changed: list[tuple[int, int]]) -> None:
        """Of a sentence in which other figures changed, and nothing else: the claims whose own did not."""
        old = _hidden(self.old, self.place_before(), [self.standing[at].figure or (0, 0) for at, _ in changed])
        spans = [(figure.start, figure.end) for _, new in changed if (figure := self._claim(new).figure)]
        new = _hidden(self.reading.text, (self.place.start or 0, self.place.end or 0), spans)
        (rest,) = carry(old, new, [Quote(0, len(old))], values_of)
        if rest.outcome in ("exact", "moved"):
            for at, pair in pairs.items():
                if pair.same is not None:
                    place = replace(pair.anchored, outcome="moved", verbatim=False)
                    pairs[at] = replace(pair, anchored=place, beside=True)

    def place_before(self) -> tuple[int, int]:
        quote = self.standing[self.together[0]].quote
        return quote.start, quote.end

    def _claim(self, new: int) -> Claim:
        return self.reading.claims[new]

    def _counted(self, at: int) -> Counted:
        start, end = self.standing[at].figure or (0, 0)
        return _counted(self.old[start:end], self.standing[at].unit)

    def _counted_anew(self, new: int) -> Counted:
        figure = self._claim(new).figure
        return _counted(figure.text, figure.unit or "") if figure else ("", "")


def _counted(words: str, unit: str) -> Counted:
    return " ".join(words.casefold().split()), unit.casefold()


def _aligned(before: Sequence[Counted], after: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """Pairs of places, in order: equal figures with each other, then what stands between equal ones, one by one."""
    # Where it is not known of one what it counts, the words alone must tell them apart.
    told = slice(None) if all(unit for _, unit in before) else slice(1)
    ours, theirs = [one[told] for one in before], [one[told] for one in after]
    for kind, one, one_end, other, other_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind in ("equal", "replace"):
            yield from zip(range(one, one_end), range(other, other_end), strict=False)


def _alike(before: Counted, after: Counted) -> bool:
    """The same figure of the same thing: by its words, or by what they say ("10,000", "ten thousand")."""
    if before[1] and after[1] and before[1] != after[1]:
        return False
    return before[0] == after[0] or (values_of(before[0]) == values_of(after[0]) != ())


def _hidden(text: str, place: tuple[int, int], figures: Sequence[tuple[int, int]]) -> str:
    """The words of a place, each of the figures in it as one sign that is the same in both texts."""
    start, end = place
    pieces, at = [], start
    for first, last in sorted(figures):
        if start <= first and last <= end:
            pieces += [text[at:first], "figure"]
            at = last
    return "".join([*pieces, text[at:end]])


def _first_behind(claims: Sequence[Claim], start: int) -> int:
    """The first claim whose quote reaches beyond a place; quotes end in the order of the text, as they begin."""
    return bisect_right(claims, start, key=lambda claim: claim.quote.end)


def _fate(old: str, claim: Standing, pair: Pair, reading: Reading, entries: Mapping[int, str]) -> Fate:
    anchored = pair.anchored
    cites = _cites(anchored, pair.same if pair.same is not None else pair.successor, reading)
    after = tuple((number, entries.get(number, "")) for number in cites)
    words = reading.text[anchored.start : anchored.end] if anchored.start is not None else ""
    told = [] if pair.beside else list(placed(anchored, old[claim.quote.start : claim.quote.end], words))
    if anchored.outcome == "figure_changed":
        told.append(_change(_old_value(old, claim), _new_value(reading, pair.successor)))
    if anchored.start is not None:
        told += cited(claim.citations, after)
    return Fate(claim.key, anchored, pair.same, pair.successor, cites, tuple(told))


def _cites(anchored: Anchored, new: int | None, reading: Reading) -> tuple[int, ...]:
    """The numbers that govern the words now: those of the new claim there, or of the one that shares most with them."""
    if new is not None:
        return tuple(dict.fromkeys(reading.claims[new].citations))
    if anchored.start is None or anchored.end is None:
        return ()
    start, end, claims = anchored.start, anchored.end, reading.claims
    at = _first_behind(claims, start)
    most = 0
    numbers: tuple[int, ...] = ()
    while at < len(claims) and claims[at].quote.start < end:
        shared = min(end, claims[at].quote.end) - max(start, claims[at].quote.start)
        if shared > most:
            most, numbers = shared, tuple(dict.fromkeys(claims[at].citations))
        at += 1
    return numbers


def _change(before: Value | None, after: Value | None) -> Difference:
    """Of a figure that is the same while a date, a unit or a "not" beside it changed, the words changed."""
    return Difference("reworded") if before is not None and before == after else changed_figure(before, after)


def _old_value(old: str, claim: Standing) -> Value | None:
    if claim.figure is None:
        return None
    values = values_of(old[slice(*claim.figure)])
    return values[0] if values else None


def _new_value(reading: Reading, successor: int | None) -> Value | None:
    figure = reading.claims[successor].figure if successor is not None else None
    if figure is None:
        return None
    values = values_of(figure.text)
    return values[0] if values else value_of(figure)
