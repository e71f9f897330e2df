"""When a figure is of: now, the year before, once; where a source holds one time against another.

"180,000 tonnes, compared with 240,000 tonnes in 2022": the year belongs to the
second figure alone, and that is of another time than the sentence. So is the one
in brackets of "173 (168)", and what a club "once had".
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from claims.extraction.fitting import fitting_date
from claims.extraction.intervals import as_interval
from claims.extraction.parts import Date, Figure
from claims.extraction.passages import start_of
from claims.extraction.quantities.closed_words import VERBS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token
from sources.text.marks import read_marks
from sources.text.spans import blanked

from .answers import Why
from .context import Around
from .heard import Heard
from .question import Question
from .source import YEAR
from .things import tokens_of
from .times import relation_of_dates

BACK = 8  # tokens before a figure that may say that it is of another time
BRACKET = 30  # characters between a figure and the one in brackets behind it
TO = 8  # tokens between "from 30" and "to 45"
BEFORE = 2  # sentences before that may say of which year all is

_PAIRS = frozenset((("compared", "with"), ("compared", "to"), ("down", "from"), ("up", "from"), ("than", "the")))
_AGAINST = frozenset(("against", "versus", "vs"))
_EARLIER = wordset("earlier before previous ago prior last former formerly once previously originally then been")
_PAST = wordset("formerly previously originally heyday peak")
_SPANS = wordset("year years decade decades century centuries months season seasons")
WAS = re.compile(r"\b(?:had|was|were|employed|numbered|counted)\b")
TODAY = re.compile(r"\b(?:today|now|nowadays|currently)\b")
THE_YEAR_BEFORE = re.compile(
    r"(?: [a-z]{1,20}){0,2},? (?:(?:the|a|one) (?:year|season|month|decade) (?:before|earlier|ago)"
    r"|(?:in |of )?(?:the )?(?:previous|preceding|prior|last) (?:year|season|month))\b"
)
_PRESENT = wordset("has have is are stands counts employs numbers holds owns runs operates today now currently")


def other_time(question: Question, heard: Heard, figure: Figure, around: Around) -> Why:
    """ "other_time" where the words of the very sentence say that the figure is of another time than the claim's."""
    at = bisect_left(heard.figures, figure.start, key=start_of)
    wanted = question.asked.date
    if _is_compared(heard, at):
        return _other_side(question, heard, at)
    if wanted is None:
        return "other_time" if _is_of_the_past(question, heard, at, around) else ""
    others = _dates_of_others(heard, at)
    dates = [date for date in heard.dates if date not in others] if others else heard.dates
    date = fitting_date(figure, dates, heard.voices, heard.clauses) if dates else None
    if date is not None:
        return "other_time" if _is_apart(date, heard, wanted) else ""
    return "other_time" if any(not _is_apart(other, heard, wanted) for other in others) else ""


def other_year_before(question: Question, heard: Heard, around: Around) -> Why:
    """The sentences before are of another year, and the year of the claim stands nowhere in the source."""
    year = _year(question.asked.date)
    source = around.source
    if year is None or heard.dates or str(year) in source.text or (source.today or "").startswith(str(year)):
        return ""
    for at in range(around.at - 1, max(-1, around.at - 1 - BEFORE), -1):
        if YEAR.search(source.text, *source.spans[at]):
            return "other_time"
    return ""


def _year(date: Date | None) -> int | None:
    if date is None or date.earliest is None or date.latest is None or date.earliest.year != date.latest.year:
        return None
    return date.earliest.year


def _is_apart(date: Date, heard: Heard, wanted: Date) -> bool:
    return relation_of_dates(as_interval(date, heard.text), wanted) == "disjoint"


# ── the other side of a comparison ──────────────────────────────────────────────────────────────


def _other_side(question: Question, heard: Heard, at: int) -> Why:
    """Of another time than the sentence: the claim must name that time, or speak of one before too."""
    wanted = question.asked.date
    own = _own_date(heard, at)
    if wanted is not None and own is not None:
        return "other_time" if _is_apart(own, heard, wanted) else ""
    if wanted is not None and (year := _year_before(heard, at)):
        day = wanted.earliest or dt.date.min
        return "" if day.year == year else "other_time"
    return "" if _speaks_of_before(question) else "other_time"


def _dates_of_others(heard: Heard, at: int) -> list[Date]:
    """The dates of the figures beside this one that it is compared with."""
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(heard.figures) and _is_compared(heard, other))
    return [date for other in beside if (date := _own_date(heard, other)) is not None]


def _own_date(heard: Heard, at: int) -> Date | None:
    """The date behind a figure, before the next one."""
    end = heard.figures[at].end
    stop = heard.figures[at + 1].start if at + 1 < len(heard.figures) else len(heard.text)
    behind = bisect_left(heard.dates, end, key=start_of)
    date = heard.dates[behind] if behind < len(heard.dates) else None
    return date if date is not None and date.start < stop and not date.inferred else None


def _year_before(heard: Heard, at: int) -> int | None:
    """The year before that of the first figure of a comparison: "in 2019 300, against 250 a year earlier"."""
    years = [date.earliest.year for date in heard.dates if date.earliest and date.end <= heard.figures[at].start]
    behind = heard.text[heard.figures[at].end :][:60].lower()
    return years[-1] - 1 if years and any(words in behind for words in ("year earlier", "year before")) else None


def _is_compared(heard: Heard, at: int) -> bool:
    """Whether figure number `at` is what another one is compared with."""
    figure = heard.figures[at]
    before = heard.figures[at - 1] if at else None
    if before is not None and _is_in_brackets(heard, before, figure):
        return True
    first, after = tokens_of(heard.tokens, figure.start, figure.end)
    words = [token.lower for token in heard.tokens[max(0, first - 4) : first]]
    while len(words) > 1 and words[-1] in ("a", "the", ".") and tuple(words[-2:]) not in _PAIRS:
        words.pop()
    if before is not None and tuple(words[-2:]) in _PAIRS:
        return True
    if before is not None and _is_comparable(before, figure) and THE_YEAR_BEFORE.match(heard.text, figure.end):
        return True
    last = words[-1] if words else ""
    if last in _AGAINST or last == "from":
        if before is not None and _is_comparable(before, figure) and not heard.clauses.between(before, figure):
            return True
        return last == "from" and _goes_on_with_to(heard, at, after)
    return False


def _is_in_brackets(heard: Heard, before: Figure, figure: Figure) -> bool:
    """ "173 (168)": last year's, or another that is held against it; not "six (6)"."""
    around = heard.text[figure.start - 1 : figure.start] + heard.text[figure.end : figure.end + 1]
    near = figure.start - before.end <= BRACKET
    same = (before.low, before.high) == (figure.low, figure.high)
    return around == "()" and near and not same and _is_comparable(before, figure)


def _is_comparable(one: Figure, other: Figure) -> bool:
    return not other.unit or other.unit == one.unit


def _goes_on_with_to(heard: Heard, at: int, after: int) -> bool:
    """ "from 30 in May to 45"."""
    if at + 1 >= len(heard.figures) or not _is_comparable(heard.figures[at + 1], heard.figures[at]):
        return False
    following = tokens_of(heard.tokens, heard.figures[at + 1].start, heard.figures[at + 1].end)[0]
    return following - after <= TO and any(token.lower == "to" for token in heard.tokens[after:following])


# ── once and today ──────────────────────────────────────────────────────────────────────────────


def _is_of_the_past(question: Question, heard: Heard, at: int, around: Around) -> bool:
    """What was so once, where the claim speaks of today or the source has another figure for a later time."""
    figure = heard.figures[at]
    if _was_once(heard, figure):
        return _is_of_today(question) or (not _speaks_of_before(question) and _has_another(heard, at, around))
    return _is_of_today(question) and _was_in_another_decade(heard, figure)


def _has_another(heard: Heard, at: int, around: Around) -> bool:
    figure = heard.figures[at]
    before = around.source.heard(around.at - 1).figures if around.at and not at else []
    others = [*heard.figures[max(0, at - 1) : at], *heard.figures[at + 1 : at + 2], *before]
    return any(_is_comparable(other, figure) for other in others)


def _was_in_another_decade(heard: Heard, figure: Figure) -> bool:
    """ "In the eighties it had 800", "in 1990 it had 800; today …"."""
    date = heard.date_of(figure)
    if date is None or date.inferred or not WAS.search(heard.text):
        return False
    return date.precision in ("decade", "century") or bool(TODAY.search(heard.text))


def _was_once(heard: Heard, figure: Figure) -> bool:
    """ "which once had 800", "ten years ago it had 800", "used to have 800"."""
    first, _ = tokens_of(heard.tokens, figure.start, figure.end)
    words = [token.lower for token in _own_clause(heard.tokens, first)]
    for at, word in enumerate(words):
        near = {*words[at + 1 : at + 2], *words[max(0, at - 1) : at]}
        if word == "once" and any(other in VERBS or other in ("had", "was", "were") for other in near):
            return True
        if word in ("previous", "preceding") and _SPANS & near:
            return True
        if word in _PAST or (word == "used" and "to" in near):
            return True
        if word in ("ago", "earlier", "before") and _SPANS & set(words[max(0, at - 2) : at]):
            return True
    return False


def _own_clause(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens before a figure, back to the number before it or to where another clause ends."""
    at = first
    while at > max(0, first - BACK) and tokens[at - 1].kind != "number" and tokens[at - 1].lower not in (";", "but"):
        at -= 1
    return tokens[at:first]


def _is_of_today(question: Question) -> bool:
    """ "The club has 800 members"."""
    words = _words_of(question.asked.quote)
    return bool(words & _PRESENT) and not words & _EARLIER


def _speaks_of_before(question: Question) -> bool:
    """Whether the claim compares as well, and this is its other side; or says "the year before"."""
    figure = question.asked.figure
    if figure is None or _words_of(question.asked.quote) & _EARLIER:
        return True
    heard = _heard(question.asked.quote)
    at = bisect_left(heard.figures, figure.start, key=start_of)
    return at < len(heard.figures) and _is_compared(heard, at)


@lru_cache(maxsize=512)
def _words_of(quote: str) -> frozenset[str]:
    return frozenset(token.lower for token in _heard(quote).tokens)


@lru_cache(maxsize=512)
def _heard(quote: str) -> Heard:
    return Heard(blanked(quote, read_marks(quote)), 0)
