"""The flags of a claim: computed from rows, never set. Each is said twice: here for a row whose parts are there, and as
a question of the table in `ClaimQuerySet`; a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .vocabulary import Flag, Outcome

if TYPE_CHECKING:
    from .claim import Claim

# What `with_parts` asks of the database for each row: the flags that hang on rows which a list does not read.
ASKED = (Flag.DISPUTED, Flag.STALE, Flag.OVERDUE)


def flags_of(claim: Claim) -> list[str]:
    return [*_of_its_place(claim), *(flag.value for flag in ASKED if _asked(claim, flag))]


def _of_its_place(claim: Claim) -> list[str]:
    anchor = claim.anchor
    if anchor is None or anchor.start is None:
        return [Flag.ANCHOR_LOST.value] if anchor else []
    flags = _of_its_citations(claim)
    if anchor.outcome != Outcome.FIGURE_CHANGED:
        return flags
    if anchor.successor_id and Flag.UNCITED in flags:
        flags = []  # the text makes another claim of it now, so that nothing is cited for this one asks nobody
    return [*flags, Flag.FIGURE_CHANGED.value]


def _of_its_citations(claim: Claim) -> list[str]:
    links = claim.links.all()
    if not links:
        return [Flag.UNCITED.value]
    sources = [link.citation.source for link in links]
    found = set(claim.found.values())
    origins = {source.family or f"source {source.pk}" for source in sources if source}
    told = {
        Flag.SOURCE_UNIDENTIFIED: None in sources,
        Flag.DIFFERS: "differs" in found,
        Flag.NO_SUPPORT_FOUND: "absent" in found and not found & {"found", "differs"},
        Flag.SOURCE_RISK: any(source.at_risk for source in sources if source),
        Flag.SINGLE_ORIGIN: len(links) > 1 and None not in sources and len(origins) == 1,
    }
    return [flag.value for flag, holds in told.items() if holds]


def _asked(claim: Claim, flag: Flag) -> bool:
    name = f"is_{flag.value}"
    if name in claim.__dict__:
        return bool(claim.__dict__[name])
    return bool(getattr(type(claim)._default_manager.filter(pk=claim.pk), flag.value)().exists())
