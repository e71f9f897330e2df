"""What each cited source says to a claim: a copy's words, what they are to the article's, and what people say of them.

The number of queries does not grow with the citations, and no text of a copy leaves the database whole.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef

from claims.models import Claim, Evidence, EvidenceCheck, Finding
from claims.models.vocabulary import Finding as Word
from claims.models.vocabulary import Kind
from claims.web import wording
from claims.web.answers import Proof, Receipt, by_part, read_part, read_proofs, read_receipt
from claims.web.lighting import Piece, find_near, lit_pieces
from claims.web.lines import Line, article_lines, source_lines
from claims.web.quotations import Quotation, Wanted, read_quotations
from claims.web.silence import Silence, is_moving, read_silence, unread
from claimtracker.core.together import fetch_together
from sources.models import Citation, Snapshot, Watch
from sources.models.snapshot import TEXT

MOST = 50  # citations of one claim that a page shows
MOST_PROOFS = 3  # of one copy, beside the best
MOST_COPIES = 300


@dataclass(frozen=True, slots=True)
class Other:
    """What another copy of the same source says; `otherwise`: not what the newest says."""

    row: Finding
    copy: str
    summary: str
    exact: str
    otherwise: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One citation. Where nothing was compared, `row` is None and `silence` says why.

    `best` are the words that the finding rests on; of an absent one those that came nearest.
    """

    citation: Citation
    word: str
    row: Finding | None = None
    copy: str = ""
    summary: str = ""
    lines: tuple[Line, ...] = ()
    best: Quotation | None = None
    more: tuple[Quotation, ...] = ()
    near: tuple[Quotation, ...] = ()
    drift: wording.Drift | None = None
    receipt: str = ""
    others: tuple[Other, ...] = ()
    pins: tuple[Evidence, ...] = ()
    silence: Silence | None = None
    again: bool = False  # it is being compared anew
    moving: bool = False  # something is under way that will change it

    @property
    def is_near(self) -> bool:
        """Whether `best` only came near."""
        return self.word == Word.ABSENT

    @property
    def otherwise(self) -> list[Other]:
        return [other for other in self.others if other.otherwise]


@dataclass(frozen=True, slots=True)
class Accounts:
    """Of one claim: the article's words and parts, its citations, and pins on sources it does not cite."""

    pieces: tuple[Piece, ...]
    lines: list[Line]
    rows: list[Account]
    elsewhere: list[Evidence]
    basis: str = ""  # to which a verdict would be pinned; of a claim `with_basis`

    @property
    def digest(self) -> str:
        """Of what may change by itself: a page that asks again is not disturbed as long as it stays the same."""
        rows = [(one.word, one.row and one.row.updated_at.isoformat(), one.silence, one.moving) for one in self.rows]
        state = (self.basis, rows)
        return hashlib.sha256(repr(state).encode()).hexdigest()[:16]

    @property
    def moving(self) -> bool:
        return any(account.moving for account in self.rows)


class Asked(NamedTuple):
    """The rows that the accounts of one claim are made from."""

    findings: Any
    pins: Any
    checks: Any
    watches: Any
    copies: Any  # of sources of which no copy was compared


def ask_accounts(claim: Claim) -> Asked:
    """Needs `with_parts`."""
    citations = _cited(claim)
    sources = {citation.source_id for citation in citations if citation.source_id}
    found = Finding.objects.filter(claim=claim, citation__in=citations).with_copy()
    compared = Finding.objects.filter(claim=claim, citation__in=citations, snapshot__source=OuterRef("source"))
    copies = Snapshot.objects.filter(~Exists(compared), source__in=sources).defer(*TEXT)
    return Asked(
        found.order_by("-headline", "-snapshot__captured_at", "-pk"),
        Evidence.objects.filter(claim=claim).standing().with_copy().order_by("pk"),
        EvidenceCheck.objects.filter(pk__in=sources),
        Watch.objects.filter(pk__in=sources),
        copies.order_by("-captured_at", "-pk")[:MOST_COPIES],
    )


def _cited(claim: Claim) -> list[Citation]:
    return [link.citation for link in claim.links.all()][:MOST]


def read_accounts(claim: Claim, asked: Asked | None = None) -> Accounts:
    """Of the claim's citations, in the order of the article; needs `with_parts`. Two queries, or one after `asked`."""
    asked = asked or ask_accounts(claim)
    fetch_together(*asked)
    citations, known = _cited(claim), _Known(asked)
    answers = [_Answer(claim, known.headline(citation)) for citation in citations]
    quoted = iter(read_quotations(wanted for answer in answers for wanted in answer.wanted))
    rows = [
        _account(citation, known, answer, [next(quoted) for _ in answer.wanted])
        for citation, answer in zip(citations, answers, strict=True)
    ]
    return Accounts(
        _article(claim), article_lines(claim), rows, known.elsewhere(citations), getattr(claim, "basis", "")
    )


def _article(claim: Claim) -> tuple[Piece, ...]:
    """The quote with the parts lit that stand in it, those that lines are made of."""
    parts = [name for name in ("figure", "date", "place") if getattr(claim, f"{name}_start") is not None]
    spans = [(getattr(claim, f"{name}_start"), getattr(claim, f"{name}_end"), name) for name in parts]
    if claim.figure_start is not None and claim.figure_end is not None:
        thing = claim.figure_counted or claim.figure_unit
        spans += find_near(claim.quote, thing, claim.figure_start, claim.figure_end)
    return lit_pieces(claim.quote, spans)


class _Known:
    """The same rows, by what they are about."""

    def __init__(self, asked: Asked) -> None:
        self.findings = _grouped(asked.findings, "citation_id")
        self.pins = _grouped(asked.pins, "snapshot.source_id")
        self.checks = {row.pk: row for row in asked.checks}
        self.watches = {row.pk: row for row in asked.watches}
        self.copies = _grouped(asked.copies, "source_id")

    def headline(self, citation: Citation) -> Finding | None:
        return next((row for row in self.findings[citation.pk] if row.headline), None)

    def silence(self, citation: Citation, answer: _Answer) -> Silence:
        if answer.row is not None:
            return unread(answer.row.snapshot, answer.receipt.language)
        source = citation.source_id
        return read_silence(citation, self.copies[source], self.watches.get(source), self.checks.get(source))

    def elsewhere(self, citations: Sequence[Citation]) -> list[Evidence]:
        cited = {citation.source_id for citation in citations}
        return [pin for source, pins in self.pins.items() if source not in cited for pin in pins]


def _grouped(rows: Iterable[Any], key: str) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        groups[attrgetter(key)(row)].append(row)
    return groups


class _Answer:
    """A finding's JSON as values, and the words of its copy that are to be quoted."""

    def __init__(self, claim: Claim, row: Finding | None) -> None:
        self.claim = claim
        self.row = row
        self.proofs = read_proofs(row.proofs) if row else ()
        self.receipt = read_receipt(row.searched) if row else Receipt({})
        self.near = self.receipt.near
        self.others = [*read_part(row.parts, "date"), *read_part(row.parts, "place")] if row else []
        self.candidates = tuple(_candidates(self.proofs))[: MOST_PROOFS + 1]
        self.wanted = [*self._wanted()]

    def _wanted(self) -> Iterator[Wanted]:
        if self.row is None:
            return
        for proof in self.candidates:
            beside = [one for one in (*self.others, *self.proofs) if one.part not in (proof.part, "words")]
            yield self.row.snapshot_id, proof, beside, wording.relation_words(proof.relation)
        for proof in self.near[:MOST_PROOFS]:
            note = wording.near_words(proof.why, proof.subject, proof.relation, proof.thing)
            yield self.row.snapshot_id, proof, (), note

    @property
    def summary(self) -> str:
        return _summary(self.claim, self.row, self.proofs, self.near) if self.row else wording.UNAVAILABLE

    @property
    def lines(self) -> tuple[Line, ...]:
        """Of the best words; where there are none, of what came nearest."""
        best = by_part([*(self.proofs or self.near[:1]), *self.others])
        return tuple(source_lines(self.claim, best)) if best else ()

    @property
    def drift(self) -> wording.Drift | None:
        figure = by_part(self.proofs).get("figure")
        if figure is None:
            return None
        article = (self.claim.figure_text, self.claim.figure_comparator)
        return wording.drift(figure.hedge, (figure.exact, figure.comparator), article)


def _candidates(proofs: Sequence[Proof]) -> Iterator[Proof]:
    """The best words, and others for the same part or in other sentences; what stands beside the best is lit there."""
    for proof in proofs:
        if proof is proofs[0] or proof.part == proofs[0].part or proof.sentence != proofs[0].sentence:
            yield proof


def _summary(claim: Claim, row: Finding, proofs: Sequence[Proof], near: Sequence[Proof]) -> str:
    part = proofs[0].part if proofs and row.finding == Word.DIFFERS else part_of(claim)
    return wording.summary(row.finding, part, row.relation, row.subject, near[0].relation if near else None)


def part_of(claim: Claim) -> str:
    """What is looked for: the figure; else the date or place that the claim is about; else its words."""
    if claim.figure_comparator:
        return "figure"
    return {Kind.DATE: "date", Kind.LOCATION: "place"}.get(Kind(claim.kind), "words")


def _account(citation: Citation, known: _Known, answer: _Answer, quoted: list[Quotation]) -> Account:
    row, check = answer.row, known.checks.get(citation.source_id)
    watch = known.watches.get(citation.source_id)
    moving, pins = is_moving(check, watch), tuple(known.pins[citation.source_id])
    if row is None or row.finding == Word.UNAVAILABLE:
        silence = known.silence(citation, answer)
        return Account(citation, Word.UNAVAILABLE.value, silence=silence, pins=pins, moving=moving)
    cut = len(answer.candidates)
    copy = wording.copy_of(row.snapshot.captured_at)
    return Account(
        citation,
        row.finding,
        row,
        copy,
        answer.summary,
        answer.lines,
        quoted[0] if quoted else None,
        tuple(quoted[1:cut]),
        tuple(quoted[max(1, cut) :]),
        answer.drift,
        wording.searched(copy, answer.receipt, row.rules),
        tuple(_others(answer.claim, known.findings[citation.pk], row)),
        pins,
        again=row.claim_version != answer.claim.version or is_moving(check, None),
        moving=moving,
    )


def _others(claim: Claim, rows: list[Finding], headline: Finding) -> Iterator[Other]:
    first = _said(headline)
    for row in rows:
        if row != headline:
            summary = _summary(claim, row, read_proofs(row.proofs), read_receipt(row.searched).near)
            copy = wording.copy_of(row.snapshot.captured_at)
            yield Other(row, copy, summary, _said(row)[1], _said(row) != first)


def _said(row: Finding) -> tuple[str, str]:
    """What tells two copies' answers apart: the finding, and the words that it rests on."""
    proofs = read_proofs(row.proofs)
    return row.finding, proofs[0].exact if proofs else ""
