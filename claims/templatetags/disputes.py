"""Disputes and rival values, as they look on a page."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims import waiting
from claims.models import Claim, Dispute, Rival
from claims.models.vocabulary import CLOSED, DisputeState, Rank
from claims.permissions import can_dispute
from claims.templatetags.claims import ASPECT, Look, interval_of
from claims.web.disputeform import RaiseForm
from claimtracker.core.templatetags.page import icon
from sources.models import Source

register = template.Library()

STATE: dict[str, Look] = {
    DisputeState.OPEN: ("contested", "disputed", "Open"),
    DisputeState.ACKNOWLEDGED: ("contested", "person", "Acknowledged"),
    DisputeState.UPHELD: ("settled", "supported", "Upheld"),
    DisputeState.PARTLY_UPHELD: ("recheck", "partly-supported", "Partly upheld"),
    DisputeState.DISMISSED: ("rejected", "not-supported", "Dismissed"),
    DisputeState.WITHDRAWN: ("open", "undo", "Withdrawn"),
}
RANK: dict[str, Look] = {
    Rank.PREFERRED: ("settled", "supported", "Preferred"),
    Rank.NORMAL: ("open", "to-review", "Normal"),
    Rank.DEPRECATED: ("rejected", "not-supported", "Deprecated"),
}


def _pill(look: Look) -> SafeString:
    return format_html('<span class="status" data-tone="{}">{}{}</span>', look[0], icon(look[1]), look[2])


@register.simple_tag
def dispute_state(dispute: Dispute) -> SafeString:
    return _pill(STATE[dispute.state])


@register.simple_tag
def rival_rank(rival: Rival) -> SafeString:
    return _pill(RANK[rival.rank])


@register.filter
def standing_source(rival: Rival) -> Source | None:
    """Where the value is from: its source, or what that was merged into since."""
    source = rival.source
    while source and source.merged_into:
        source = source.merged_into
    return source


@register.filter
def aspect_words(aspect: str) -> str:
    """ "the figure"."""
    return ASPECT[aspect]


@register.filter
def value_words(rival: Rival) -> str:
    """The other value in the words in which it was given."""
    return str(rival)


@register.filter
def rival_glyph(rival: Rival) -> str:
    return f"value-{(rival.figure_comparator or 'exact').replace('_', '-')}"


@register.filter
def rival_interval(rival: Rival) -> str:
    """ "600, more or less"; for other parts what they mean as a value."""
    interval = interval_of(rival.figure_comparator, rival.figure_low, rival.figure_high)
    return interval or rival.date_edtf or (str(rival.place) if rival.place else "")


@register.simple_tag(takes_context=True)
def dispute_form_of(context: Context, claim: Claim) -> RaiseForm:
    """The form as it was refused, or an empty one."""
    form = context.get("dispute_form")
    return form if isinstance(form, RaiseForm) else RaiseForm(claim=claim, initial={"version": claim.version})


@register.filter
def disputable(claim: Claim, user: Any) -> bool:
    """Whether this person may raise a dispute about it."""
    return claim.stage not in CLOSED and can_dispute(user)


@register.simple_tag
def rank_choices() -> list[tuple[str, str]]:
    return [(rank, look[2]) for rank, look in RANK.items()]


@register.simple_tag
def outcome_looks() -> list[tuple[str, Look]]:
    """The three ends of a dispute: value, and how each looks."""
    ends = (DisputeState.UPHELD, DisputeState.PARTLY_UPHELD, DisputeState.DISMISSED)
    return [(state.value, STATE[state]) for state in ends]


@register.simple_tag
def open_disputes() -> str:
    """For the menu: "3", "99+", or nothing."""
    return waiting.in_words(waiting.open_disputes())
