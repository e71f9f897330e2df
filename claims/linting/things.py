"""What a figure counts, so that two of them can be told to count the same thing: head, whose, and what befell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.extraction.claims import Claim
from claims.extraction.parts import Figure

from .values import Value, value_of

LEAST = 10  # two villages and three villages are seldom the same ones
WINDOW = 70  # characters around a figure that can say what befell what it counts

_ALIKE = (
    "soldiers troops servicemen servicemembers fighters combatants personnel militants troopers infantrymen",
    "deaths fatalities dead killings",
    "injuries injured wounded",
    "people persons individuals",
    "residents inhabitants citizens",
    "workers labourers laborers employees",
    "migrants refugees",
    "children minors",
    "ships vessels boats",
    "aircraft planes airplanes",
    "houses homes dwellings",
    "vehicles cars",
    "demonstrators protesters protestors",
    "pupils students",
    "captives hostages prisoners detainees",
    "shells rounds munitions",
)
HEADS = {word: words.split()[0] for words in _ALIKE for word in words.split()}
FATES = {
    "dead": re.compile(
        r"\b(?:killed|dead|died|dies|deaths?|fatalit(?:y|ies)|killing|lost their lives|perished|drowned)\b"
    ),
    "hurt": re.compile(r"\b(?:wounded|injured|injur(?:y|ies)|wounding|injuring|hurt)\b"),
    "held": re.compile(r"\b(?:captured|captive|prisoners?|detained|arrested|jailed|hostage|abducted)\b"),
    "missing": re.compile(r"\b(?:missing|unaccounted|disappeared)\b"),
    "fled": re.compile(r"\b(?:fled|displaced|evacuated|homeless|returned)\b"),
    "lost": re.compile(r"\b(?:destroyed|lost|damaged|sunk|sank|shot down|intercepted)\b"),
}
FATE = re.compile("|".join(f"(?P<{name}>{pattern.pattern})" for name, pattern in FATES.items()), re.IGNORECASE)
BEFALLEN = {"deaths": "dead", "injuries": "hurt", "captives": "held"}
# A part of the whole, or more of the same: such a figure is no rival of the whole.
PART_BEFORE = re.compile(
    r"\b(?:of whom|of which|of them|of these|of those|including|included|among (?:them|whom|these|those)"
    r"|out of(?: a total of)?|(?:a )?further|an? (?:additional|extra|other)|another|additional|extra"
    r"|the (?:other|remaining|first|last)|every|each|per)"
    r"[\s,]{1,3}(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
PART_BEHIND = re.compile(
    r"^[^.;:]{0,25}?\b(?:of (?:them|whom|which|these|those|the)|more|others?|additional|extra|each)\b", re.IGNORECASE
)
EMPTY = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "some", "all", "new", "own", "about", "such", "these", "those"}
)
CLAUSE = re.compile(r"[.;:]")


@dataclass(frozen=True, slots=True)
class Thing:
    """A figure that can have a twin. `about` are the words that narrow its head down: {"north", "korean"}."""

    claim: Claim
    value: Value
    head: str
    fate: str
    about: frozenset[str]

    @property
    def bucket(self) -> tuple[str, str, str]:
        """Where its twins are: what befell people counts before what they are called."""
        per = self.claim.figure.per if self.claim.figure else None
        return (self.fate or self.head, self.fate and "fate", per or "")


def read_things(text: str, claims: Sequence[Claim]) -> Iterator[Thing]:
    """The figures that count something, in order: no changes, shares, measures, parts of a whole or small counts."""
    counted = [claim for claim in claims if claim.figure]
    for at, claim in enumerate(counted):
        before = counted[at - 1].figure if at else None
        behind = counted[at + 1].figure if at + 1 < len(counted) else None
        thing = _thing(text, claim, before, behind)
        if thing:
            yield thing


def _thing(text: str, claim: Claim, before: Figure | None, behind: Figure | None) -> Thing | None:
    figure = claim.figure
    if figure is None or figure.form != "amount" or figure.comparator == "vague" or not _counts(figure):
        return None
    value = value_of(figure)
    if value is None or (value.low or value.high or Decimal(0)) < LEAST:
        return None
    start = max(claim.quote.start, figure.start - WINDOW, before.end if before else 0)
    end = min(claim.quote.end, figure.end + WINDOW, behind.start if behind else len(text))
    left, right = text[start : figure.start], text[figure.end : end]
    if PART_BEFORE.search(left) or PART_BEHIND.search(right) or _is_former(left, right):
        return None
    head = HEADS.get((figure.unit or "").lower(), (figure.unit or "").lower())
    words = re.findall(r"[\w'-]+", (figure.counted or "").lower())
    about = frozenset(words) - EMPTY - {(figure.unit or "").lower()}
    return Thing(claim, value, head, _fate(left, right, head), about)


def _is_former(left: str, right: str) -> bool:
    """Whether it is what something changed from: "rose from 10,000 to 11,000"."""
    return left.rstrip().lower().endswith("from") and right.lstrip().startswith("to")


def _counts(figure: Figure) -> bool:
    """Whether a figure counts things rather than measures: "500 km" of what is not said."""
    return bool(figure.unit) and (figure.counted is not None or (figure.unit or "").lower() in HEADS)


def _fate(left: str, right: str, head: str) -> str:
    """The nearest word behind the figure that says what befell them, else the nearest before it in the same clause."""
    if head in BEFALLEN:
        return BEFALLEN[head]
    if match := FATE.search(CLAUSE.split(right, maxsplit=1)[0]):
        return match.lastgroup or ""
    found = list(FATE.finditer(CLAUSE.split(left)[-1]))
    return (found[-1].lastgroup or "") if found else ""
