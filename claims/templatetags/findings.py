"""What the copies of a claim's sources say to it, in the space of a row: an outline an answer, with its numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from claims import permissions
from claims.models import Claim, Evidence
from claims.models.vocabulary import Finding
from claims.templatetags.claims import DRIFT, finding
from claims.web.wording import short_hedges
from claimtracker.core.templatetags.page import flag
from sources import permissions as sources

register = template.Library()

WORDS: dict[str, str] = {
    Finding.DIFFERS: "Differs in {}",
    Finding.FOUND: "Found in {}",
    Finding.ABSENT: "Absent in {}",
    Finding.UNAVAILABLE: "{} unavailable",
}
MAY: dict[str, Callable[[Any], bool]] = {
    "identify": sources.can_identify,
    "fetch": sources.can_fetch,
    "give": sources.can_give_copies,
    "pin": permissions.can_pin_evidence,
}
MOST = 4  # numbers named in one outline


@register.simple_tag
def findings(claim: Claim) -> SafeString:
    """Needs `with_parts`. What nobody has identified has a flag of its own and none of these."""
    numbers: dict[str, list[str]] = {word: [] for word in WORDS}
    for link in claim.links.all():
        if link.citation.source_id:
            told = claim.found.get(link.citation_id, Finding.UNAVAILABLE.value)
            numbers[told].append(link.citation.label)
    said = ((finding(word, WORDS[word].format(_listed(labels))),) for word, labels in numbers.items() if labels)
    return format_html_join("", "{}", said)


def _listed(labels: list[str]) -> str:
    more = len(labels) - MOST
    return ", ".join(labels[:MOST]) + (f" and {more} more" if more > 0 else "")


@register.simple_tag
def hedges(claim: Claim) -> SafeString:
    """What became of its hedge, where that changed on the way from a source; computed, so in bare words."""
    words = short_hedges(claim.told.values())
    tone, drawing, several = DRIFT
    return flag(tone, drawing, words[0] if len(words) == 1 else several) if words else SafeString("")


@register.filter
def may(user: Any, deed: str) -> bool:
    """Whether a button for it is worth showing; the deed itself asks again."""
    return deed in MAY and MAY[deed](user)


@register.filter
def withdrawable(pin: Evidence, user: Any) -> bool:
    return permissions.can_withdraw_evidence(user, pin)
