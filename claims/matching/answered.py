"""What the words right behind a sentence make of it: the answer "No.", "That was untrue.", "It is not."."""

from __future__ import annotations

import re

WITHIN = 160  # characters behind a sentence that are looked at

_SPEAKER = r"\[?(?:[A-Z][\w.'’() -]{0,40}:\s{1,3})?"
_NOT = r"(?:\s(?:not|never)\b|n['’]t\b)"
_DOES = r"(?:is|are|was|were|did|does|do|has|have|had|will)"
_POINTING = (
    r"(?:That|This|It|None of (?:it|this|that)"
    r"|(?:The|This|That|These|Those|Such) (?:report|story|claim|allegation|rumou?r|statement)s?)"
)
_FALSE = (
    r"(?:false|untrue|unfounded|baseless|groundless|fabricated|made up|invented|nonsense|a (?:hoax|lie|rumou?r|myth)"
    r"|not (?:true|so|correct|the case)|without (?:foundation|basis|merit)|a false (?:report|alarm|claim))"
)
_TURNED = r"(?:is|are|was|were|proved|proved to be|turned out to be|has (?:since )?proved)"
# A whole sentence that does nothing but deny, or a pointing one that calls it false.
_DENIAL = re.compile(
    rf"[\s\"”’)]{{0,4}}[\"“‘]?{_SPEAKER}[\"“‘]?(?:"
    rf"No[.!](?=\s\D|\s{{0,2}}$)"
    rf"|Not (?:so|true|at all|quite|in the least)[.!,]"
    rf"|(?:It|That|This|He|She|They|We|I) {_DOES}{_NOT}[.!,]"
    rf"|{_POINTING} {_TURNED} (?:(?:all|simply|quite|entirely|later|plainly) )?{_FALSE}"
    rf"|{_POINTING} (?:was|were|has been|have been) (?:later |since )?(?:retracted|refuted|debunked|disproved)"
    rf"|{_POINTING} (?:has|have) no (?:foundation|basis|support|merit)"
    rf"|{_POINTING} (?:could|can)(?:not| not) be (?:confirmed|verified)"
    rf"|(?:This|That|It|None of (?:it|this|that)) (?:has|have|had|was|is) (?:not|never|yet to) (?:yet )?(?:been |be )?"
    rf"(?:done|happened|happen|built|carried out|kept|fulfilled|implemented|made)\b"
    rf"|Nothing of the (?:sort|kind)\b|There is no truth\b)"
)
# "NWOSU: No, what was signed …": only where somebody answers.
_ANSWER = re.compile(r"\s{0,4}[A-Z][\w.'’() -]{0,40}:\s{1,3}[\"“]?No[,;:—–-]")


def is_denied_behind(text: str, end: int) -> bool:
    """Whether a sentence that ends there is at once said not to be so."""
    words = text[end : end + WITHIN]
    return bool(_DENIAL.match(words) or _ANSWER.match(words))
