"""Pages that show no article: a program, a form to sign in, a question about cookies."""

from __future__ import annotations

import re

from sources.text.unreadable import Empty, ScriptOnly, SignInNeeded

from .outline import Outline

FEW = 60  # words; a page with fewer may be a wall, one with more is text
VERY_FEW = 25
NEEDS_SCRIPTS = re.compile(r"javascript", re.IGNORECASE)
SIGN_IN = re.compile(
    r"\b(?:sign|log)[ -]?in\b|\bsubscribe(?:rs)? to (?:read|continue)|\bsubscribers only\b|\bcreate an account\b|"
    r"\balready a (?:subscriber|member)\b|\bregister to (?:read|continue)",
    re.IGNORECASE,
)
COOKIES = re.compile(r"\bcookies?\b|\bconsent\b|\bprivacy\b", re.IGNORECASE)


def refuse_walls(outline: Outline, text: str, whole: str, name: str) -> None:
    """Raise where `text`, the article of a page whose `whole` text is given, is none."""
    words = len(text.split())
    if words >= FEW:
        return
    if outline.password and len(whole.split()) < 5 * FEW:
        raise SignInNeeded(name)
    if words < VERY_FEW and _is_program(outline, whole):
        raise ScriptOnly(name)
    if SIGN_IN.search(whole) and len(whole.split()) < 2 * FEW:
        raise SignInNeeded(name)
    if (outline.consent or len(COOKIES.findall(whole)) > 2) and len(COOKIES.findall(text)) * 10 >= words:
        raise SignInNeeded(name, wall="asks for consent to cookies")
    if not words:
        raise Empty(name)


def _is_program(outline: Outline, whole: str) -> bool:
    asks = NEEDS_SCRIPTS.search(outline.noscript) or NEEDS_SCRIPTS.search(whole)
    return outline.scripts > 0 and (bool(asks) or not whole.strip())
