"""Verdicts of people, as they look beside a claim."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.models import Review
from claims.models.vocabulary import Verdict
from claims.templatetags.claims import VERDICT
from claimtracker.core.templatetags.page import icon

register = template.Library()

CONFIDENCE = {1: "a guess", 2: "not very sure", 3: "fairly sure", 4: "quite sure", 5: "certain"}


@register.simple_tag
def given(review: Review) -> SafeString:
    """One person's verdict, as a filled round pill."""
    colour, drawing, word = VERDICT[review.verdict]
    return format_html('<span class="status" data-tone="{}">{}{}</span>', colour, icon(drawing), word)


@register.filter
def how_sure(review: Review) -> str:
    return CONFIDENCE.get(review.confidence or 0, "")


@register.simple_tag
def verdict_choices() -> list[dict[str, str]]:
    """The five, each with its tone, drawing and key."""
    return [
        {"value": value, "tone": VERDICT[value][0], "drawing": VERDICT[value][1], "word": VERDICT[value][2],
         "key": str(number)}
        for number, value in enumerate(Verdict.values, 1)
    ]  # fmt: skip


@register.simple_tag
def confidence_choices() -> list[tuple[str, str]]:
    return [(str(number), f"{number}: {words}") for number, words in CONFIDENCE.items()]


@register.filter
def field_words(name: str) -> str:
    """A column as people say it."""
    return name.replace("_", " ").capitalize()
