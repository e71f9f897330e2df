"""What somebody had before them who decides about a claim: its version, and what the copies of its sources said to it.

A machine's finding does not change the version (API.md), and a verdict is pinned to what its giver saw: so whoever
judges says both, and is told where one of them is another by now.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.models import Claim
from claims.models.basis import basis, seen
from claimtracker.core.concurrency import Stale, changed_meanwhile

DIGEST = r"[0-9a-f]{32}"
WRITTEN = re.compile(rf"(?P<version>[1-9][0-9]{{0,8}})(?:-(?P<basis>{DIGEST}))?")


class FoundAnew(Stale):
    """The copies of the cited sources say something else to the claim than what was seen. Nothing was changed."""

    code = "findings_changed"
    title = "The sources say something else by now"


@dataclass(frozen=True, slots=True)
class Sight:
    """`basis` is the digest of the findings, as `ClaimQuerySet.with_basis` has it; empty where nobody said it."""

    version: int
    basis: str = ""

    def __str__(self) -> str:
        return f"{self.version}-{self.basis}" if self.basis else str(self.version)

    @classmethod
    def read(cls, text: str) -> Sight | None:
        """What `str` wrote; None where it is nothing of the kind."""
        found = WRITTEN.fullmatch(text)
        return cls(int(found["version"]), found["basis"] or "") if found else None


def require_sight(claim: Claim, sight: Sight) -> None:
    """Of a claim whose row is held: that it is what was seen. Raises Stale, FoundAnew."""
    if claim.version != sight.version:
        raise changed_meanwhile(sight.version, claim.version)
    if sight.basis and sight.basis != basis(seen(claim)):
        raise FoundAnew(
            "What a source says to this claim has changed since you looked. Nothing was changed: look at what is new, "
            "and go on.",
            version=claim.version,
            seen=claim.version,
        )
