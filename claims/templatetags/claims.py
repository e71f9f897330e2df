"""Claims as tone, drawing and word: the one place that maps a claim's state and value to how they look."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from claims.models import Claim
from claims.models.vocabulary import (
    Aspect,
    ChangeKind,
    Comparator,
    Finding,
    Flag,
    Kind,
    Severity,
    Stage,
    Stance,
    Verdict,
)
from claims.web.wording import short_hedges
from claimtracker.core.templatetags.page import flag, icon

register = template.Library()

Look = tuple[str, str, str]  # tone, drawing, word

TO_REVIEW: Look = ("open", "to-review", "To review")
VERDICT: dict[str, Look] = {
    Verdict.SUPPORTED: ("settled", "supported", "Supported"),
    Verdict.PARTLY_SUPPORTED: ("recheck", "partly-supported", "Partly supported"),
    Verdict.CONTRADICTED: ("rejected", "not-supported", "Contradicted"),
    Verdict.NOT_SUPPORTED: ("rejected", "not-supported", "Not supported"),
    Verdict.CANNOT_TELL: ("open", "cannot-tell", "Cannot tell"),
}
STAGE: dict[str, Look] = {
    Stage.REJECTED: ("rejected", "close", "Rejected"),
    Stage.RETRACTED: ("rejected", "close", "Retracted"),
}
FLAG: dict[str, Look] = {
    Flag.UNCITED: ("missing", "uncited", "Uncited"),
    Flag.SOURCE_UNIDENTIFIED: ("missing", "unavailable", "Source not identified"),
    Flag.ANCHOR_LOST: ("missing", "lost-anchor", "Not in the current text"),
    Flag.FIGURE_CHANGED: ("recheck", "drift", "Figure changed since"),
    Flag.DIFFERS: ("rejected", "differs", "A source says otherwise"),
    Flag.NO_SUPPORT_FOUND: ("missing", "absent", "In none of the copies"),
    Flag.SOURCE_RISK: ("recheck", "warning", "Source withdrawn or unreliable"),
    Flag.SINGLE_ORIGIN: ("recheck", "single-origin", "One origin"),
    Flag.DISPUTED: ("contested", "disputed", "Disputed"),
    Flag.STALE: ("recheck", "stale", "Changed since it was judged"),
    Flag.OVERDUE: ("recheck", "calendar", "Overdue"),
}
ASPECT: dict[str, str] = {
    Aspect.FIGURE: "the figure",
    Aspect.DATE: "the date",
    Aspect.PLACE: "the place",
    Aspect.ATTRIBUTION: "who says so",
    Aspect.CITATION: "the citation",
    Aspect.WORDING: "the wording",
    Aspect.DUPLICATE: "a duplicate",
}
# Why a claim comes now, where that is no flag.
REASON: dict[str, Look] = {
    "": ("open", "info", ""),
    "large_figure": ("open", "info", ""),
    "opinions_differ": ("contested", "conflicting", ""),
    "second_opinion": ("open", "person", ""),
    "unjudged": ("open", "to-review", ""),
    "yours": ("open", "person", ""),
}
# Of what is computed the first that holds draws the line under a claim that nobody has judged.
TELLING = (Flag.FIGURE_CHANGED, Flag.ANCHOR_LOST, Flag.DIFFERS, Flag.UNCITED, Flag.NO_SUPPORT_FOUND)
DRIFT: Look = ("recheck", "drift", "Hedge changed")
SAID = (Flag.DIFFERS, Flag.NO_SUPPORT_FOUND)  # by the findings as well, where these stand beside the flags
FINDING: dict[str, Look] = {
    Finding.FOUND: ("settled", "found", "Found"),
    Finding.DIFFERS: ("rejected", "differs", "Differs"),
    Finding.ABSENT: ("missing", "absent", "Absent"),
    Finding.UNAVAILABLE: ("missing", "unavailable", "Unavailable"),
}
# What a person says that words of a source say to a claim.
STANCE: dict[str, Look] = {
    Stance.SUPPORTS: ("settled", "supported", "Supports it"),
    Stance.PARTLY_SUPPORTS: ("recheck", "partly-supported", "Supports it in part"),
    Stance.CONTRADICTS: ("rejected", "not-supported", "Contradicts it"),
    Stance.MENTIONS: ("open", "info", "Mentions it"),
    Stance.DOES_NOT_ADDRESS: ("open", "cannot-tell", "Does not address it"),
}
# Which part a kind is about, before the usual order.
LEADING: dict[str, tuple[str, ...]] = {
    Kind.DATE: ("date", "figure", "place", "attribution"),
    Kind.LOCATION: ("place", "figure", "date", "attribution"),
    Kind.STATEMENT: ("figure", "date"),  # whoever or wherever it names is not what it says
}
COMPARATOR = {
    Comparator.EXACT: "exactly {low}",
    Comparator.ABOUT: "{low}, more or less",
    Comparator.AT_LEAST: "{low} or more, no upper end",
    Comparator.MORE_THAN: "more than {low}, no upper end",
    Comparator.AT_MOST: "{high} or fewer, no lower end",
    Comparator.LESS_THAN: "fewer than {high}, no lower end",
    Comparator.BETWEEN: "{low} – {high}, both ends included",
    Comparator.VAGUE: "somewhere from {low} to {high}",
}


def judged(claim: Claim) -> Look:
    """What people have made of it so far."""
    return STAGE.get(claim.stage) or VERDICT.get(claim.verdict) or TO_REVIEW


def _line(claim: Claim) -> Look:
    """Of several states the first that matters (design, "How status is shown")."""
    look, flags = judged(claim), set(claim.flags)
    first = next((FLAG[flag] for flag in (Flag.DISPUTED, Flag.STALE) if flag in flags), None)
    if claim.stage not in STAGE and first:
        return first
    if look is not TO_REVIEW:
        return look
    changed = DRIFT if short_hedges(claim.told.values()) else look
    return next((FLAG[flag] for flag in TELLING if flag in flags), changed)


@register.filter
def tone(claim: Claim) -> str:
    """The one line under a claim."""
    return _line(claim)[0]


@register.filter
def drawing(claim: Claim) -> str:
    """The icon that goes with the tone."""
    return _line(claim)[1]


@register.simple_tag
def verdict(claim: Claim) -> SafeString:
    """A person's judgement, as a filled round pill."""
    colour, name, word = judged(claim)
    return format_html('<span class="status" data-tone="{}">{}{}</span>', colour, icon(name), word)


@register.simple_tag
def reason(why: Any) -> SafeString:
    """Why a claim comes now, in bare words."""
    colour, drawn, _ = FLAG.get(why.code) or REASON.get(why.code, REASON[""])
    return flag(colour, drawn, why.words)


@register.simple_tag
def flags(claim: Claim, *, beside_findings: bool = False) -> SafeString:
    """What was computed about it, in bare words; `beside_findings`: without what those say themselves."""
    told = [name for name in claim.flags if not (beside_findings and name in SAID)]
    return format_html_join("", "{}", ((flag(*_look(name, claim)),) for name in told))


def _look(name: str, claim: Claim) -> Look:
    """A dispute says what it is about: "Disputed: the figure"."""
    tone_, drawing_, word = FLAG[name]
    if name != Flag.DISPUTED:
        return tone_, drawing_, word
    about = [ASPECT[aspect] for aspect in dict.fromkeys(claim.disputed_aspects)]
    return tone_, drawing_, f"{word}: {', '.join(about[:2])}{' …' if about[2:] else ''}" if about else word


@register.simple_tag
def finding(name: str, words: str = "") -> SafeString:
    """What a copy of a source says, as a square outline."""
    colour, picture, word = FINDING[name]
    return format_html('<span class="finding" data-tone="{}">{}{}</span>', colour, icon(picture), words or word)


@register.filter
def finding_tone(name: str) -> str:
    return FINDING[name][0]


@register.simple_tag
def stance(evidence: Any) -> SafeString:
    """What a person says that pinned words say, as a filled round pill."""
    colour, name, word = STANCE[evidence.stance]
    return format_html('<span class="status" data-tone="{}">{}{}</span>', colour, icon(name), word)


SEVERITY: dict[str, Look] = {
    Severity.PROBLEM: ("rejected", "warning", "Problem"),
    Severity.LOOK: ("recheck", "info", "Worth a look"),
    Severity.INFORMATION: ("open", "info", "For information"),
}
CHANGE: dict[str, Look] = {
    ChangeKind.VALUE_CHANGED: ("recheck", "differs", "Value changed"),
    ChangeKind.HEDGE_CHANGED: ("recheck", "drift", "Hedge changed"),
    ChangeKind.CITATION_SWAPPED: ("recheck", "differs", "Citation swapped"),
    ChangeKind.AMBIGUOUS: ("contested", "cannot-tell", "Could be in several places"),
    ChangeKind.DROPPED: ("missing", "lost-anchor", "Not found any more"),
    ChangeKind.ADDED: ("open", "plus", "Added"),
    ChangeKind.REWORDED: ("open", "edit", "Reworded"),
    ChangeKind.MOVED: ("settled", "check", "Moved"),
    ChangeKind.RENUMBERED: ("settled", "check", "Citation renumbered"),
}


@register.simple_tag
def severity(name: str, words: str = "") -> SafeString:
    """How grave a lint item is: computed, so in bare words."""
    colour, picture, word = SEVERITY[name]
    return flag(colour, picture, words or word)


@register.simple_tag
def change(kind: str) -> SafeString:
    """What became of a claim: computed, so in bare words."""
    return flag(*CHANGE[kind])


@register.filter
def value_glyph(claim: Claim) -> str:
    """The drawing of its value: what a comparator looks like, a point for anything else."""
    return f"value-{(claim.figure_comparator or 'exact').replace('_', '-')}"


@register.filter
def leading(claim: Claim) -> str:
    """The part that a claim of its kind is about: "figure", "date", "place", "attribution", or "" for plain words."""
    present = {
        "figure": bool(claim.figure_comparator),
        "date": bool(claim.date_edtf),
        "place": claim.place_id is not None,
        "attribution": bool(claim.attribution_agent),
    }
    order = LEADING.get(claim.kind, ("figure", "date", "place", "attribution"))
    return next((part for part in order if present[part]), "")


@register.filter
def headline(claim: Claim) -> str:
    """What is claimed, in the article's own words: the value, or the statement's first words where it has none."""
    part = leading(claim)
    if not part:
        return Truncator(claim.statement).words(7, truncate=" …")
    return str(claim.attribution_agent if part == "attribution" else getattr(claim, f"{part}_text"))


@register.filter
def about(claim: Claim) -> list[str]:
    """What else it says: what is counted, when, where, who says so; its headline is not said again."""
    counted = claim.figure_counted or claim.figure_unit
    parts = [counted, claim.date_text, claim.place_text, claim.attribution_agent]
    said = headline(claim)
    return [part for part in dict.fromkeys(parts) if part and part != said] or [claim.get_kind_display().lower()]


@register.filter
def interval(claim: Claim) -> str:
    """The value in plain words: "3,000 or more, no upper end"."""
    return interval_of(claim.figure_comparator, claim.figure_low, claim.figure_high)


@register.filter
def read_interval(figure: Any) -> str:
    """The same of a figure as the reader found it."""
    return interval_of(figure.comparator, figure.low, figure.high)


@register.filter
def given_interval(figure: dict[str, Any]) -> str:
    """The same of a figure in the shape in which one is given."""
    return interval_of(figure["comparator"], figure.get("low"), figure.get("high"))


def interval_of(comparator: str, low: Decimal | None, high: Decimal | None) -> str:
    if not comparator:
        return ""
    return COMPARATOR[Comparator(comparator)].format(low=plain_number(low), high=plain_number(high))


@register.filter
def plain_number(value: Decimal | None) -> str:
    """12000.500000 as "12,000.5"."""
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@register.filter
def words_around(claim: Claim) -> dict[str, Any]:
    """The quote in three: before its value, the value, behind it; one piece where the value stands elsewhere."""
    start, end = lit(claim) or (0, 0)
    return {"before": claim.quote[:start], "value": claim.quote[start:end], "after": claim.quote[end:]}


def lit(claim: Claim) -> tuple[int, int] | None:
    """Where the words of the headline stand in the quote; None where they stand outside of it."""
    part = leading(claim)
    if not part:
        return None
    start, end = getattr(claim, f"{part}_start"), getattr(claim, f"{part}_end")
    return (start, end) if start is not None and start >= 0 and end <= len(claim.quote) else None
