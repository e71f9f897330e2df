"""Is this number a year?"""

from __future__ import annotations

from claims.extraction.initials import is_abbreviated

from .line import Line
from .vocabulary import (
    APPROXIMATE,
    DASHES,
    ERAS,
    MONTHS,
    PRESENT,
    QUALIFIERS,
)
from .year_words import (
    AMOUNTS,
    CHANGING,
    COMPARING,
    COUNTED,
    CURRENCIES,
    DETERMINERS,
    DOCUMENT_HEADS,
    EVENT_HEADS,
    FUNCTION_WORDS,
    LIKELY_BEFORE,
    LINKING,
    MEASURES,
    NOT_PLURALS,
    NUMBERED,
    SURE_BEFORE,
)

MAY_END_RANGE = frozenset({*MONTHS, *PRESENT, *QUALIFIERS, *APPROXIMATE, "q", "h"})
BEFORE_YEAR_PAIRS = frozenset(
    {(letter, ".") for letter in ("b", "d", "r", "fl", "est")}
    | {("earlier", "than"), ("later", "than"), ("prior", "to"), ("back", "to"), ("dates", "to"), ("dated", "to")}
)
OPENINGS = frozenset("([{\"“‘'’~,;.—–")
CLOSINGS = frozenset(")]")
HEADS = EVENT_HEADS | DOCUMENT_HEADS
APOSTROPHES = frozenset("'’‘")
FIRST_OF_CENTURY = 30  # of two digits alone: '29 is 2029, '30 is 1930
LONGEST_NAME = 6  # words of a name that may follow its year: "the 2022 FIFA World Cup qualification …"


def is_year(line: Line, at: int, governed: bool = False) -> bool:
    """Is the number of four digits at `at` a year, and one that is not part of an event's name?"""
    year = line.number(at)
    if year is None or not 1000 <= year <= 2100 or _tied(line, at, governed) or _numbered(line, at):
        return False
    if is_abbreviated(line.tokens, at):
        return False
    before = _governor(line, at)
    if before not in SURE_BEFORE and _amounts(line, at, year):
        return False
    sure = governed or before in SURE_BEFORE
    likely = not sure and _likely(line, at, year, before)
    if _counts(line, at, year, sure, likely) or _precedes_name(line, at, sure, likely):
        return False
    return sure or likely or _standing(line, at, year)


def apostrophe_year(line: Line, at: int) -> int | None:
    """The year of "'69" where `at` is its apostrophe."""
    number = line.number(at + 1)
    text = line.tokens[at + 1].text
    if line.low[at] not in APOSTROPHES or number is None or len(text) != 2 or not line.glued(at):
        return None
    if line.glued(at - 1) or (line.glued(at + 1) and line.tokens[at + 2].kind != "sign"):
        return None
    return number + (2000 if number < FIRST_OF_CENTURY else 1900)


def _tied(line: Line, at: int, governed: bool) -> bool:
    """Is the number part of a longer word: T-1990, 2000m, 2000-year-old, 1500:20?"""
    if line.glued(at - 1) and not (governed and line.low[at - 1] in DASHES) and not _may_touch(line, at - 1):
        return True
    if not line.glued(at):
        return False
    after = line.tokens[at + 1]
    if after.kind == "word":
        return True
    if after.text in ("-", "‑", "/"):
        return line.glued(at + 1) and not _may_follow_dash(line, at + 2)
    return after.text in ":%°" and line.glued(at + 1) and line.tokens[at + 2].kind in ("word", "number")


def _may_follow_dash(line: Line, at: int) -> bool:
    """The end of a range (1806-1843, 1933-34, 1980-May 1981), a dash again, or "present"."""
    if line.tokens[at].kind == "number":
        return len(line.tokens[at].text) in (2, 4)
    return line.tokens[at].kind == "sign" or line.low[at] in MAY_END_RANGE


def _may_touch(line: Line, at: int) -> bool:
    sign = line.low[at]
    if sign in DASHES and line.glued(at - 1):
        return sign == "—" or line.low[at - 1] in ("mid", "pre", "post", "early", "late", "end")
    return sign in OPENINGS or sign in ("c", "ca", "fy", "cy")


def _numbered(line: Line, at: int) -> bool:
    before = line.low[at - 1]
    if before in (".", "#", ":"):
        return before == "#" or line.low[at - 2] in NUMBERED
    return before in NUMBERED or before in CURRENCIES or (before == "of" and line.low[at - 2] == "class")


def _amounts(line: Line, at: int, year: int) -> bool:
    """The lower end of a range of amounts: "1500–2000 soldiers", "from 2000 to 1,200"."""
    if line.low[at + 1] not in DASHES and line.low[at + 1] != "to":
        return False
    other = line.tokens[at + 2]
    if other.kind != "number":
        return False
    upper = line.number(at + 2)
    if upper is None:
        return True
    if line.low[at - 1] in DETERMINERS and 1700 <= year < upper < year + 100:
        return False  # "the 2019–2020 protests"
    if upper < 1000 or line.low[at + 3] in MONTHS or line.low[at + 3] in ERAS:
        return False
    return upper <= year or _counts(line, at + 2, upper, False, False)


def _governor(line: Line, at: int) -> str:
    """The word that governs the number, behind dashes and estimate words: "in" for "in about 1950"."""
    at -= 1
    if line.low[at] in DASHES:
        at -= 1
    if line.low[at] == "." and line.low[at - 1] in APPROXIMATE:
        at -= 1
    if line.low[at] in APPROXIMATE:
        at -= 1
    if line.low[at] == "least" and line.low[at - 1] == "at":
        at -= 2
    if line.low[at] == "as" and line.low[at - 1] in ("early", "late", "recently", "back"):
        return "in"
    if (line.low[at - 1], line.low[at]) in BEFORE_YEAR_PAIRS:
        return "in"
    return line.low[at]


def _likely(line: Line, at: int, year: int, before: str) -> bool:
    if before not in LIKELY_BEFORE and before not in LINKING:
        return False
    modern = 1800 <= year <= 2050 and year % 100 != 0
    further = line.low[at - 2]
    if further in AMOUNTS or further in CHANGING or further in COMPARING:
        return modern and further not in ("total", "number", "increased", "least")
    return modern or (before in LIKELY_BEFORE and (year >= 1600 or _ends(line, at + 1)))


def _counts(line: Line, at: int, year: int, sure: bool, likely: bool) -> bool:
    """Does the number count what stands behind it?"""
    after = line.tokens[at + 1]
    if after.kind != "word":
        return after.text in ("%", "°", "‰")
    word = after.lower
    if word in MEASURES:
        return True
    if line.capital(at + 1):
        return False
    if sure:
        return year % 100 == 0 and year < 1900 and _plural(word)
    if word in COUNTED:
        return True
    if likely:
        return (year % 100 == 0 or year < 1900) and _plural(word)
    return _plural(word) and (year % 100 == 0 or line.low[at - 1] not in DETERMINERS)


def counts_something(line: Line, at: int) -> bool:
    """Is the year at `at`, the last of a range, an amount after all: "between 1200 and 1500 people"?"""
    year = line.number(at)
    return year is not None and _counts(line, at, year, sure=False, likely=True)


def names_event(line: Line, at: int) -> bool:
    """Is the year at `at` part of the name behind it: "the 2014–15 Premier League"?"""
    return _precedes_name(line, at, sure=False, likely=False)


def is_named_year(line: Line, at: int, after_dash: bool = False) -> bool:
    """Is the number of four digits at `at` (or the two behind a dash) part of an event's name?"""
    if _numbered(line, at) or (not after_dash and _tied(line, at, governed=False)):
        return False
    return names_event(line, at)


def _plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui" and word not in NOT_PLURALS


def _ends(line: Line, at: int) -> bool:
    """Nothing that the number could belong to: a sign, the end, or a small word."""
    return line.tokens[at].kind != "word" or line.low[at] in FUNCTION_WORDS


def _precedes_name(line: Line, at: int, sure: bool, likely: bool) -> bool:
    """ "the 2006 Lebanon War", but "in 2013 Reuters reported" and "a 2018 Reuters report"; the last head decides."""
    if line.low[at + 1] in ("borders", "border", "lines") and line.low[at - 1] in DETERMINERS:
        return True  # "the 1967 borders"
    if sure or not line.capital(at + 1) or line.tokens[at + 1].kind != "word":
        return False
    seen_lower, head = False, ""
    for place in range(at + 1, at + 1 + LONGEST_NAME):
        word = line.low[place]
        if line.tokens[place].kind != "word" or (word in FUNCTION_WORDS and word not in HEADS):
            break
        head = word if word in HEADS else head
        seen_lower = seen_lower or not line.capital(place)
    if head:
        return head in EVENT_HEADS
    return not likely and not seen_lower and line.low[at - 1] in DETERMINERS


def _standing(line: Line, at: int, year: int) -> bool:
    """A year that no preposition introduces."""
    before, after = line.low[at - 1], line.low[at + 1]
    if before in COMPARING or before in AMOUNTS or before in CHANGING or not 1600 <= year <= 2050:
        return False
    if before in ("was", "is", "were", "reached", "to") and line.low[at - 2] in AMOUNTS:
        return False  # "the population was 2010"
    if before in ("(", "["):
        return True
    if after in CLOSINGS:
        return year >= 1800  # "(WHO 2014)"
    if before in DETERMINERS or line.tokens[at - 1].kind == "possessive":
        return year >= 1700
    if _listed(line, at):
        return True
    if before in ("", '"', "“", "‘"):
        return year >= 1700 and not line.capital(at + 1)
    if before in APPROXIMATE:
        return year % 100 != 0 and _guessed(line, at, year)
    if _in_name(line, at - 1):
        return False
    # "expects 2026 revenue": nobody counts revenue, as _counts has seen.
    modern = 1990 <= year <= 2040 and not line.capital(at + 1)
    return year % 100 != 0 and (modern or (year >= 1900 and _ends(line, at + 1)))


def _guessed(line: Line, at: int, year: int) -> bool:
    """ "(about 1760)", "About 1950 he moved"; not "found about 1760", "About 1950 were killed"."""
    if line.low[at - 2] in ("", "(", ",", ";"):
        return _ends(line, at + 1) and line.low[at + 1] not in ("were", "was", "are", "have", "had", "of")
    return year >= 1850 and line.tokens[at + 1].kind != "word"


def _listed(line: Line, at: int) -> bool:
    """Does another year stand before it in a list: "2013, 2014 and 2015"?"""
    back = at - 2 if line.low[at - 2] not in (",", "and", "or") else at - 3
    return line.low[at - 1] in (",", "and", "or", "&", "/") and 1000 <= (line.number(back) or 0) <= 2100


def _in_name(line: Line, at: int) -> bool:
    """Expo 2020, Tokyo 2020."""
    return line.capital(at) and line.tokens[at].kind == "word" and line.low[at] not in FUNCTION_WORDS
