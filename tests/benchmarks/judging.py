"""What the matching finds for a labelled pair, and which of it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.claims import Claim
from claims.extraction.reading import read
from claims.matching.support import Asked, Proof, SourceText, Support, find_support

from .pairs import Pair

FIELDS = ("finding", "relation", "hedge", "subject", "proof")


@dataclass(frozen=True)
class Judged:
    """`support` is None where the reader made no claim of the words that were asked for: then nothing is right."""

    pair: Pair
    support: Support | None

    @property
    def right(self) -> dict[str, bool]:
        """The fields that are labelled, and whether what was found agrees."""
        return {
            name: self.support is not None and _agrees(self.pair, self.support, name) for name in asked_of(self.pair)
        }

    @property
    def found_elsewhere(self) -> bool:
        """Found, although the source speaks of something else: the one mistake that must not happen."""
        return self.pair.subject == "other" and self.support is not None and self.support.finding == "found"

    @property
    def wrongly_found(self) -> bool:
        return self.pair.finding != "found" and self.support is not None and self.support.finding == "found"


def judge(pair: Pair) -> Judged:
    claim = meant(pair)
    if claim is None:
        return Judged(pair, None)
    return Judged(pair, find_support(Asked.from_claim(claim), SourceText(pair.source, fences=pair.fenced)))


def meant(pair: Pair) -> Claim | None:
    """The claim that the reader makes of the words that were asked for: of their figure, their date, their place, or
    of the statement that they are."""
    start, end = pair.asked
    claims = read(pair.article, pair.date).claims
    for part in ("figure", "date", "place"):
        for claim in claims:
            found = getattr(claim, part)
            if (part == "figure" or claim.figure is None) and found and found.start < end and start < found.end:
                return claim
    if pair.relation:  # a statement has no interval
        return None
    return next((claim for claim in claims if claim.quote.start <= start and end <= claim.quote.end + 1), None)


def asked_of(pair: Pair) -> Iterator[str]:
    yield from (name for name in FIELDS if getattr(pair, name))


def _agrees(pair: Pair, support: Support, name: str) -> bool:
    if name == "proof":
        return bool(support.proofs) and _proves(pair, support.proofs[0])
    alternatives = pair.relation_alt if name == "relation" else []
    return getattr(support, name) in (getattr(pair, name), *alternatives)


def _proves(pair: Pair, proof: Proof) -> bool:
    """The first of the proofs, which is what a page shows, shares words with the label's."""
    return any(proof.start < end and start < proof.end for start, end in _places(pair))


def _places(pair: Pair) -> Iterator[tuple[int, int]]:
    for words in (pair.proof or "", *pair.proof_alt):
        yield from (match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", pair.source))


@dataclass(frozen=True)
class Score:
    """How many pairs, by field how many were right and asked for, and the mistakes that count."""

    pairs: int
    fields: dict[str, tuple[int, int]]
    not_read: int
    wrongly_found: int
    found_elsewhere: int

    def share(self, name: str) -> float:
        right, asked = self.fields[name]
        return right / asked if asked else 1.0


def score(judged: Sequence[Judged]) -> Score:
    rights = [one.right for one in judged]
    return Score(
        len(judged),
        {
            name: (sum(right.get(name, False) for right in rights), sum(name in right for right in rights))
            for name in FIELDS
        },
        sum(one.support is None for one in judged),
        sum(one.wrongly_found for one in judged),
        sum(one.found_elsewhere for one in judged),
    )


def missed(judged: Sequence[Judged]) -> Iterator[tuple[Judged, list[str]]]:
    """Those with a field that is wrong, and the fields."""
    for one in judged:
        wrong = [name for name, right in one.right.items() if not right]
        if wrong:
            yield one, wrong
