"""The value of a claim, its rivals and the values of its sources, a row each, on one axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.models import Claim, Rival
from claims.models.vocabulary import Comparator, Relation
from claims.templatetags.claims import interval_of
from claims.web.accounts import Account, Accounts
from claims.web.answers import Proof
from claims.web.plot import Lane, Plot, Value, draw
from claims.web.units import convert, is_measure

MOST = 24  # rows of sources


@dataclass(frozen=True, slots=True)
class Row:
    """One value as words and as a drawing; without a `lane` it has no place on this axis. Of a source or a rival."""

    account: Account | None
    words: str
    thing: str
    note: str
    spoken: str
    tone: str
    lane: Lane | None
    rival: Rival | None = None


@dataclass(frozen=True, slots=True)
class Forest:
    """`own` is the claim's lane: its band is drawn behind the sources'."""

    plot: Plot
    own: Lane
    rows: list[Row]
    more: bool


def read_forest(claim: Claim, accounts: Accounts) -> Forest | None:
    """None where the claim has no figure."""
    if not claim.figure_comparator:
        return None
    rivals = [(rival, _rival_value(claim, rival)) for rival in claim.rivals_beside if rival.figure_comparator]
    several = [(account, proof, _value(claim, proof)) for account, proof in _figures(accounts)]
    shown = several[:MOST]
    plot = draw([_own(claim), *(one for _, one in rivals if one), *(one for _, _, one in shown if one)])
    lanes = iter(plot.lanes[1:])
    rows = [_rival_row(claim, rival, one, next(lanes) if one else None) for rival, one in rivals]
    rows += [_row(claim, account, proof, one, next(lanes) if one else None) for account, proof, one in shown]
    return Forest(plot, plot.lanes[0], rows, len(several) > MOST)


def draw_beside(claim: Claim, rival: Rival | None) -> Forest | None:
    """The claim's figure and one other; None where one of them has none that can be drawn."""
    if rival is None or not claim.figure_comparator or not rival.figure_comparator:
        return None
    value = _rival_value(claim, rival)
    plot = draw([_own(claim), *([value] if value else [])])
    row = _rival_row(claim, rival, value, plot.lanes[1] if value else None)
    return Forest(plot, plot.lanes[0], [row], more=False)


def _own(claim: Claim) -> Value:
    return Value(claim.figure_comparator, claim.figure_low, claim.figure_high)


def _rival_value(claim: Claim, rival: Rival) -> Value | None:
    value = Value(rival.figure_comparator, rival.figure_low, rival.figure_high)
    return convert(value, rival.figure_unit or claim.figure_unit, claim.figure_unit)


def _rival_row(claim: Claim, rival: Rival, value: Value | None, lane: Lane | None) -> Row:
    spoken = interval_of(value.comparator, value.low, value.high) if value else ""
    thing = rival.figure_counted if rival.figure_counted != claim.figure_counted else ""
    note = rival.date_text
    return Row(None, rival.figure_text, thing, note, spoken, "contested", lane, rival)


def _figures(accounts: Accounts) -> Iterator[tuple[Account, Proof]]:
    """The figures that findings rest on; what only came near is of another thing, and on another axis."""
    for account in accounts.rows:
        quoted = [] if account.is_near or account.best is None else [account.best, *account.more]
        yield from ((account, one.proof) for one in quoted if one.proof.part == "figure")


def _value(claim: Claim, proof: Proof) -> Value | None:
    if proof.comparator not in Comparator.values or (proof.low is None and proof.high is None):
        return None
    return convert(Value(proof.comparator, proof.low, proof.high), proof.unit, claim.figure_unit)


def _row(claim: Claim, account: Account, proof: Proof, value: Value | None, lane: Lane | None) -> Row:
    spoken = interval_of(value.comparator, value.low, value.high) if value else ""
    if spoken and is_measure(claim.figure_unit):
        spoken += f", in {claim.figure_unit}"
    tone = "rejected" if proof.relation == Relation.DISJOINT else "settled"
    note = account.best.note if account.best and account.best.proof == proof else ""
    note = note or next((one.note for one in account.more if one.proof == proof), "")
    thing = "" if proof.thing and proof.exact.casefold().endswith(proof.thing.casefold()) else proof.thing
    return Row(account, proof.exact, thing, note, spoken, tone, lane)
