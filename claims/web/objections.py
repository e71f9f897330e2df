"""What is objected to a claim, for a page: each dispute with what this person may do about it, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claims import permissions
from claims.disputing import OWN, WHO_SETTLES
from claims.models import Claim, Dispute, Rival
from claims.templatetags.claims import interval_of

MOST = 50  # disputes of one claim on its page


@dataclass(frozen=True, slots=True)
class Objection:
    """`why_not`: what to say to somebody who cannot settle it."""

    dispute: Dispute
    may_settle: bool
    may_withdraw: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Line:
    """The same part of the claim and of the other value."""

    name: str
    claim: str
    rival: str

    @property
    def off(self) -> bool:
        return bool(self.claim and self.rival and self.claim.casefold() != self.rival.casefold())


def ask_disputes(claim: Claim) -> Any:
    return Dispute.objects.filter(claim=claim).with_people().with_turn()[:MOST]


def ask_open_disputes(claim: Claim) -> Any:
    """What is objected to it and not settled yet, for a page that has room for a few lines; the oldest first."""
    beside = ("by", "rival__source__merged_into", "rival__place")
    return Dispute.objects.open().filter(claim=claim).select_related(*beside).order_by("pk")[:MOST]


def read_disputes(disputes: Any, user: Any) -> list[Objection]:
    """The open ones first, then the newest."""
    found = sorted(disputes, key=lambda one: (one.turn is None, one.turn or one.created_at.date()))
    return [objection(dispute, user) for dispute in found]


def objection(dispute: Dispute, user: Any) -> Objection:
    may_settle = dispute.is_open and permissions.can_settle(user, dispute)
    may_withdraw = dispute.is_open and permissions.can_withdraw_dispute(user, dispute)
    return Objection(dispute, may_settle, may_withdraw, _why_not(dispute, user) if dispute.is_open else "")


@dataclass(frozen=True, slots=True)
class Beside:
    """A rival value beside the claim, and what this person may do about it."""

    rival: Rival
    may_rank: bool
    may_withdraw: bool


def ask_owners(claim: Claim) -> Any:
    """Who proposed the values that stand beside the claim's own."""
    return Rival.objects.filter(pk__in=[one.pk for one in claim.rivals_beside]).values_list("pk", "created_by")


def read_rivals(claim: Claim, user: Any, owners: Any) -> list[Beside]:
    rivals, owners = claim.rivals_beside, dict(owners)
    for one in rivals:
        one.created_by_id = owners.get(one.pk)
    return [Beside(one, permissions.can_rank(user, one), permissions.can_withdraw_rival(user, one)) for one in rivals]


def _why_not(dispute: Dispute, user: Any) -> str:
    if permissions.can_settle(user, dispute):
        return ""
    if not permissions.can_settle_disputes(user):
        return WHO_SETTLES
    return OWN


def read_lines(claim: Claim, rival: Rival | None, aspect: str) -> list[Line]:
    """What is disputed, part by part, beside what the other value says; without one, the claim's own part."""
    parts = [name for name in ("figure", "date", "place", "attribution") if _has(rival, name)] if rival else [aspect]
    return [line for part in parts for line in _lines(part, claim, rival) if line.claim or line.rival]


def _has(row: Any, part: str) -> bool:
    names = {"figure": "figure_comparator", "date": "date_edtf", "place": "place", "attribution": "attribution_agent"}
    return bool(getattr(row, names[part]))


def _lines(part: str, claim: Claim, rival: Rival | None) -> Iterator[Line]:
    def line(name: str, column: str) -> Line:
        return Line(name, str(getattr(claim, column) or ""), str(getattr(rival, column) or "") if rival else "")

    if part == "figure":
        yield line("Figure", "figure_text")
        yield Line("As a value", _interval(claim), _interval(rival))
        yield line("Counted", "figure_counted")
        yield line("Unit", "figure_unit")
    elif part == "date":
        yield line("When", "date_text")
        yield line("As a date", "date_edtf")
    elif part == "place":
        yield line("Where", "place_text")
        yield line("Place", "place")
    elif part == "attribution":
        yield line("Who says so", "attribution_agent")
    elif part == "wording":
        yield Line("Recorded as", claim.statement, "")


def _interval(row: Any) -> str:
    return interval_of(row.figure_comparator, row.figure_low, row.figure_high) if row else ""
