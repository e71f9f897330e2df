"""Years with all that may hang on them: eras, quarters, decades, centuries."""

from __future__ import annotations

from sources.text import edtf

from .line import Line
from .moments import Moment
from .numerals import read_ordinal
from .vocabulary import APPROXIMATE, DASHES, ERAS, TENS
from .year_words import FUNCTION_WORDS, SURE_BEFORE
from .years import apostrophe_year, is_year

# What may follow a year of three digits, and the verbs whose "in" leads to an amount.
CLOSING_SIGNS = frozenset({",", ".", ";", ")", "(", ":", ""})
JOINING_WORDS = frozenset(
    {"and", "but", "by", "when", "after", "he", "she", "they", "the", "with", "under", "at", "to"}
)
CIRCA = ("c", "ca", "circa")
ENDING_IN = frozenset({"resulted", "resulting", "result", "results", "ended", "ending", "bringing", "brought", "took"})
BEFORE_DECADE = frozenset({"the", "early", "late", "mid", "-"})


def read_year(line: Line, at: int, governed: bool = False) -> Moment | None:
    """The year, decade, century or year with an era that starts at the number `at`.

    `governed`: the words around have already said that a date stands here.
    """
    return (
        _decade(line, at)
        or _year_quarter(line, at)
        or read_century(line, at)
        or _year_of_era(line, at)
        or _short_year(line, at)
        or _early_year(line, at, governed)
        or (Moment(at, at + 1, "year", year=line.number(at)) if is_year(line, at, governed) else None)
    )


def _year_quarter(line: Line, at: int) -> Moment | None:
    """2017 Q1, 2017-Q1, 2019 H2"""
    letter = at + 2 if line.low[at + 1] in DASHES and line.glued(at) else at + 1
    number = line.number(letter + 1)
    if line.tokens[letter].text not in ("Q", "H") or not line.glued(letter) or not is_year(line, at, governed=True):
        return None
    quarters = line.low[letter] == "q"
    if number is None or not 1 <= number <= (4 if quarters else 2):
        return None
    code = (edtf.FIRST_QUARTER if quarters else edtf.FIRST_HALF) + number - 1
    return Moment(at, letter + 2, "quarter" if quarters else "part", year=line.number(at), month=code)


def _decade(line: Line, at: int) -> Moment | None:
    """1950s, 1950's, '50s, the 50s."""
    text, after = line.tokens[at].text, line.low[at + 1]
    if after not in ("s", "'s", "’s") or not line.glued(at) or not text.isdigit() or text[-1] != "0":
        return None
    if len(text) == 2:
        return _short_decade(line, at, int(text))
    if len(text) != 4 or not "1000" <= text <= "2100" or (after != "s" and line.low[at - 1] not in BEFORE_DECADE):
        return None
    if text[2] == "0" and text != "2000":
        return Moment(at, at + 2, "century", year=int(text), value=f"{text[:2]}XX")
    return Moment(at, at + 2, "decade", year=int(text), value=f"{text[:3]}X")


def _short_decade(line: Line, at: int, decade: int) -> Moment | None:
    before = line.low[at - 1]
    apostrophe = before in ("'", "’", "‘") and line.glued(at - 1)
    after_decade = (before == "and" or before in DASHES) and line.low[at - 2] == "s"
    if not apostrophe and not after_decade and line.low[_before_qualifier(line, at)] != "the":
        return None
    century = 20 if decade < 20 else 19
    return Moment(
        at - 1 if apostrophe else at, at + 2, "decade", year=century * 100 + decade, value=f"{century}{decade // 10}X"
    )


def _before_qualifier(line: Line, at: int) -> int:
    at -= 1
    if line.low[at] in DASHES:
        at -= 1
    return at - 1 if line.low[at] in ("early", "mid", "late") else at


def read_spelled_decade(line: Line, at: int) -> Moment | None:
    """ "the nineties", where nobody's age is meant ("in her nineties")."""
    tens = TENS.get(line.low[at])
    if tens is None or line.low[_before_qualifier(line, at)] != "the":
        return None
    return Moment(at, at + 1, "decade", year=1900 + tens, value=f"{190 + tens // 10}X")


def read_century(line: Line, at: int) -> Moment | None:
    """19th century, nineteenth century, twenty-first century, with or without an era."""
    number, past = read_ordinal(line, at)
    if line.low[past] in DASHES:
        past += 1
    if number is None or not 1 <= number <= 30 or line.low[past] not in ("century", "centuries"):
        return None
    past += 1
    era = ERAS.get(line.low[past])
    if era:
        past += 1
    sign = "-" if era == -1 else ""
    year = (number - 1) * 100 + 1 if era != -1 else -number * 100
    return Moment(at, past, "century", year=year, value=f"{sign}{number - 1:02d}XX")


def _year_of_era(line: Line, at: int) -> Moment | None:
    """44 BC, 79 AD, 1270 CE."""
    number, era = line.number(at), ERAS.get(line.low[at + 1])
    if not number or era is None or not line.tokens[at + 1].text.isupper():
        return None
    return Moment(at, at + 2, "year", year=number if era == 1 else 1 - number)


def _short_year(line: Line, at: int) -> Moment | None:
    """ "in '69" """
    year = apostrophe_year(line, at - 1) if line.low[at - 2] in SURE_BEFORE else None
    return Moment(at - 1, at + 1, "year", year=year) if year else None


def _early_year(line: Line, at: int, governed: bool) -> Moment | None:
    """A year of three digits: "In 632, …", "born c. 872"; not "in 911 calls" and not "resulted in 300"."""
    year = line.number(at)
    if year is None or not 100 <= year <= 999 or line.tokens[at].text[0] == "0" or line.glued(at - 1):
        return None
    behind, before, further = line.tokens[at + 1], line.low[at - 1], line.low[at - 2]
    if line.glued(at) and behind.kind != "sign":
        return None
    closed = behind.text in CLOSING_SIGNS or (behind.lower in JOINING_WORDS and not governed)
    in_year = closed and before == "in" and line.tokens[at - 2].kind != "number" and further not in ENDING_IN
    circa = before in CIRCA or (before == "." and further in (*CIRCA, "d", "b", "r"))
    about = circa and (behind.kind == "sign" or behind.lower in FUNCTION_WORDS)
    about = about or (closed and before in APPROXIMATE and further in ("in", "or", "("))
    return Moment(at, at + 1, "year", year=year) if in_year or about else None


def read_era_first(line: Line, at: int) -> Moment | None:
    """AD 79."""
    number = line.number(at + 1)
    if not number or line.tokens[at].text not in ("AD", "A.D.", "CE", "BC", "BCE"):
        return None
    return Moment(at, at + 2, "year", year=number if ERAS[line.low[at]] == 1 else 1 - number)


def short_year(line: Line, at: int, before: int) -> int | None:
    """The second year of "2011–12" and "1998/99": two digits that go on from `before`."""
    number = line.number(at)
    if number is None or len(line.tokens[at].text) != 2:
        return None
    if before % 100 == 99 and number == 0:
        return before + 1
    if number <= before % 100:
        return None
    if line.glued(at) and line.tokens[at + 1].kind in ("word", "number"):
        return None
    return before - before % 100 + number
