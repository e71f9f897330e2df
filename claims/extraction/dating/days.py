"""Months and days with a word in them: 12 July 2006, July 12th, July 2006, the 24th."""

from __future__ import annotations

from dataclasses import replace

from .line import Line
from .moments import Moment
from .numerals import read_ordinal
from .numeric import LENGTHS, read_numeric
from .relative import read_directed, read_year_named
from .vocabulary import (
    DASHES,
    DIRECTIONS,
    DOUBTFUL_MONTHS,
    ERAS,
    MONTHS,
    ORDINAL_ENDINGS,
    PARTS_OF_DAY,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    THROUGH,
    WEEKDAYS,
    word_set,
)
from .year_words import COUNTED, FUNCTION_WORDS
from .years import apostrophe_year, is_year

# What makes "March", "May" or "June" a month without a day or a year beside it.
BEFORE_MONTH = word_set(
    "in since until till by before after during from through throughout early late mid of last next this between",
    "starting beginning following previous",
)
NEVER_SMALL = SHORT_MONTHS | {"march", "may", "august"}
# What is counted in order: "on the 22nd floor".
ORDERED = word_set(
    "floor day anniversary birthday century attempt ballot hole minute lap round street avenue hour week month year of",
    "night morning evening stage count charge occasion page line time try match game race lap parallel meridian",
)
JOINING = frozenset({"and", "or", "to", "through", "until", "till", ",", "&", "/"}) | DASHES
BEFORE_DAY = frozenset('([—–-~"“,.')  # signs that may touch a date
MOST_DAYS = 5  # of a list: "on 3, 5, 8, 12 and 14 June"


def read_day(line: Line, at: int) -> Moment | None:
    """A date that starts with a number."""
    return read_numeric(line, at) or _day_month(line, at) or _lone_day(line, at)


def read_month(line: Line, at: int) -> Moment | None:
    """A date that starts with a month: July 12, 2006 · July 12–14 · July 2006 · July."""
    if not is_month(line, at):
        return None
    month = MONTHS[line.low[at]]
    past = at + 1
    if line.low[past] == "." and line.low[at] in SHORT_MONTHS:
        past += 1
    return _month_day(line, at, past, month) or _month_year(line, at, past, month) or _lone_month(line, at, past, month)


def is_month(line: Line, at: int) -> bool:
    """With a capital, but for names that are nothing else: "21 february 2005"."""
    return line.low[at] in MONTHS and (line.capital(at) or line.low[at] not in NEVER_SMALL)


def read_weekday_date(line: Line, at: int) -> Moment | None:
    """Monday, 3 March 2025: the weekday with the date behind it."""
    if line.low[at] not in WEEKDAYS or not line.capital(at):
        return None
    past = at + 1
    if line.low[past] == "." and line.low[at] in SHORT_WEEKDAYS:
        past += 1
    if line.low[past] == ",":
        past += 1
    if line.low[past] == "the":
        past += 1
        day, behind = day_number(line, past)
        if day and behind == past + 2 and line.low[behind] != "of" and not _month_behind(line, behind)[0]:
            return Moment(at, behind, "day", day=day)  # "Friday the 13th"
    found = read_month(line, past) if line.low[past] in MONTHS else read_day(line, past)
    if found is None or found.unit != "day":
        return None
    return found.widened(at, found.past)


def day_number(line: Line, at: int) -> tuple[int | None, int]:
    """A day of the month, with or without its ending, and the token behind it."""
    day = line.number(at)
    if day is None or not 1 <= day <= 31:
        return None, at
    ending = line.low[at + 1] in ORDINAL_ENDINGS and line.glued(at)
    if not ending and line.glued(at) and line.tokens[at + 1].kind != "sign":
        return None, at
    return day, at + (2 if ending else 1)


def _day_month(line: Line, at: int) -> Moment | None:
    """12 July 2006 · 12th of July · 12–14 July 2006 · the first days of a list "3, 5 and 8 July"."""
    day, past = day_number(line, at)
    if day is None or (line.glued(at - 1) and line.low[at - 1] not in BEFORE_DAY):
        return None
    month, behind = _month_behind(line, past)
    if month:
        return _dated(line, at, behind, day, None, month)
    return _days_range(line, at, day, past) or _day_of_list(line, at, day, past) or _day_of_month(line, at, day, past)


def read_worded_day(line: Line, at: int) -> Moment | None:
    """ "the fourth of July 1995" """
    day, past = read_ordinal(line, at)
    if not day or day > 31 or line.low[past] != "of":
        return None
    month, behind = _month_behind(line, past)
    return _dated(line, at, behind, day, None, month) if month else None


def _month_behind(line: Line, at: int) -> tuple[int, int]:
    """The month at `at`, "of" or a dash before it, and the token behind it; (0, at) where there is none."""
    if line.low[at] in ("of", "-", "/") and line.low[at + 1] in MONTHS:
        at += 1
    if not is_month(line, at):
        return 0, at
    month, past = MONTHS[line.low[at]], at + 1
    if line.low[past] == "." and line.low[at] in SHORT_MONTHS:
        past += 1
    return month, past


def _dated(line: Line, at: int, past: int, day: int, through: int | None, month: int) -> Moment | None:
    """The day and the month, and the year where one stands behind them."""
    if max(day, through or 0) > LENGTHS[month]:
        return None
    return _with_year(line, past, Moment(at, past, "day", month=month, day=day, through=through, day_first=True))


def _with_year(line: Line, at: int, found: Moment) -> Moment:
    """The moment with the year that stands behind it, if one does."""
    year, past = year_behind(line, at)
    if year is not None:
        return replace(found, year=year, past=past)
    named, past = read_year_named(line, at)
    return replace(found, of_year=named, past=past) if named else found


def year_behind(line: Line, at: int) -> tuple[int | None, int]:
    """The year behind a day or a month: "2006", ", 2006", "-2006", "of 2006", "in 2006", "44 BC"."""
    behind = at + 1 if line.low[at] in (",", "of", "in", "-", "/") else at
    number = line.number(behind)
    if number is None:
        year = apostrophe_year(line, behind)
        return (year, behind + 2) if year else (None, at)
    era = ERAS.get(line.low[behind + 1]) if line.tokens[behind + 1].text.isupper() else None
    if era:
        return (number if era == 1 else 1 - number), behind + 2
    if behind == at and 100 <= number <= 999 and _ends(line, behind + 1):
        return number, behind + 1  # "28 May 621"
    if line.low[behind - 1] == "," and number % 100 == 0 and line.low[behind + 1] in COUNTED:
        return None, at  # "On July 12, 2000 people gathered"
    if line.low[behind - 1] in ("-", "/"):
        return (number, behind + 1) if 1000 <= number <= 2100 else (None, at)
    return (number, behind + 1) if is_year(line, behind, governed=True) else (None, at)


def read_days_between(line: Line, at: int) -> Moment | None:
    """The "12 and 14 June" of "between 12 and 14 June"."""
    day, past = day_number(line, at)
    return _days_range(line, at, day, past, between=True) if day else None


def read_month_days_between(line: Line, at: int) -> Moment | None:
    """The "Oct. 8 and 13" of "between Oct. 8 and 13"."""
    found = read_month(line, at) if line.low[at] in MONTHS else None
    if found is None or found.unit != "day" or found.through or found.year or line.low[found.past] not in ("and", "to"):
        return None
    through, behind = day_number(line, found.past + 1)
    if through is None or through <= (found.day or 0) or line.low[behind] in MONTHS or not _ends(line, behind):
        return None
    return _with_year(line, behind, replace(found, past=behind, through=through))


def _days_range(line: Line, at: int, day: int, past: int, between: bool = False) -> Moment | None:
    """12–14 June, 12 to 14 June, and two days in a row, "28 and 29 June"."""
    sign = line.low[past]
    if sign not in DASHES and sign not in THROUGH and sign not in ("and", "/", "&"):
        return None
    through, behind = day_number(line, past + 1)
    if through is None or through <= day or (sign in ("and", "/", "&") and through != day + 1 and not between):
        return None
    month, behind = _month_behind(line, behind)
    return _dated(line, at, behind, day, through, month) if month else None


def _day_of_list(line: Line, at: int, day: int, past: int) -> Moment | None:
    """The 3 of "on 3, 5 and 8 June 2023": the month stands behind the last."""
    step = past
    for _ in range(MOST_DAYS):
        if line.low[step] not in (",", "and", "or", "&"):
            return None
        step += 2 if line.low[step] == "," and line.low[step + 1] in ("and", "or") else 1
        other, step = day_number(line, step)
        if other is None:
            return None
        month, behind = _month_behind(line, step)
        if month and day <= LENGTHS[month]:
            year, _ = year_behind(line, behind)
            return Moment(at, past, "day", year=year, month=month, day=day)
    return None


def _day_of_month(line: Line, at: int, day: int, past: int) -> Moment | None:
    """ "the 9th of that month", "the 20th of the following month" """
    if past != at + 2 or line.low[past] != "of":
        return None
    behind = past + 2 if line.low[past + 1] == "the" else past + 1
    found = read_directed(line, behind) if line.low[behind] in DIRECTIONS else None
    return replace(found, first=at, unit="day", day_of=day) if found and found.unit == "month" else None


def _lone_day(line: Line, at: int) -> Moment | None:
    """ "on the 24th": the month is the context's."""
    day, past = day_number(line, at)
    if day is None or past == at + 1 or line.low[at - 1] != "the":
        return None
    of_part = line.low[at - 2] == "of" and (line.low[at - 3] in PARTS_OF_DAY or line.low[at - 3] == "week")
    if not of_part and line.low[at - 2] not in ("on", "by", "until", "since", "before", "after"):
        return None
    if not _ends(line, past) and not _opens_clause(line, at, past):
        return None
    return Moment(at, past, "day", day=day)


def _opens_clause(line: Line, at: int, past: int) -> bool:
    """ "On the 22nd police fired", but "On the 22nd floor"."""
    opening = line.tokens[at - 2].text == "On" and line.tokens[past].kind == "word"
    return opening and not line.capital(past) and line.low[past] not in ORDERED


def _ends(line: Line, at: int) -> bool:
    return line.tokens[at].kind != "word" or (line.low[at] in FUNCTION_WORDS and line.low[at] != "of")


def _month_day(line: Line, at: int, past: int, month: int) -> Moment | None:
    """July 12, 2006 · July 12–14, 2006 · July the 12th."""
    behind = past + 1 if line.low[past] in ("the", "-") and line.glued(past) == (line.low[past] == "-") else past
    day, behind = day_number(line, behind)
    if day is None or day > LENGTHS[month] or _counted_in_month(line, at, behind):
        return None
    through, behind = _last_day(line, day, behind)
    if through and through > LENGTHS[month]:
        return None
    return _with_year(line, behind, Moment(at, behind, "day", month=month, day=day, through=through))


def _counted_in_month(line: Line, at: int, behind: int) -> bool:
    """ "In March 20 people died": no day, unlike "on March 20 protesters gathered"."""
    if line.low[behind] in COUNTED and line.low[at - 1] != "on":
        return True
    word = line.tokens[behind].kind == "word" and line.low[behind] not in FUNCTION_WORDS
    return line.low[at - 1] == "in" and word and not line.capital(behind)


def _last_day(line: Line, day: int, at: int) -> tuple[int | None, int]:
    """The 14 of "July 12–14" and the 13 of "July 12 and 13"."""
    sign = line.low[at]
    if sign not in DASHES and sign not in THROUGH and sign not in ("and", "&"):
        return None, at
    through, behind = day_number(line, at + 1)
    if through is None or through <= day or line.low[behind] in MONTHS:
        return None, at
    if line.tokens[behind].kind == "word" and line.low[behind] not in FUNCTION_WORDS and not line.capital(behind):
        return None, at
    return (None, at) if sign in ("and", "&") and through != day + 1 else (through, behind)


def _month_year(line: Line, at: int, past: int, month: int) -> Moment | None:
    """July 2006 · July, 2006 · July of 2006 · July '06."""
    found = _with_year(line, past, Moment(at, past, "month", month=month))
    return found if found.past > past else None


def _lone_month(line: Line, at: int, past: int, month: int) -> Moment | None:
    before = line.low[at - 2] if line.low[at - 1] in DASHES else line.low[at - 1]
    governed = (
        before in BEFORE_MONTH
        or _joined_to_month(line, at, past)
        or (before == "to" and line.low[at - 2] in ("year", "months", "weeks", "quarter"))
    )
    if line.glued(at) and line.tokens[at + 1].kind == "word":
        return None
    if before in ("every", "each"):
        return None
    if at == 0 and past >= line.size:
        return Moment(at, past, "month", month=month)  # all there is, as in a table
    if line.low[at] in SHORT_MONTHS and past == at + 1 and line.low[at] != "sept" and not _joined(line, past):
        return None
    if not governed and (_in_name(line, at, past) or (line.low[at] in DOUBTFUL_MONTHS and not _joined(line, past))):
        return None
    return Moment(at, past, "month", month=month)


def _joined_to_month(line: Line, at: int, past: int) -> bool:
    """The May of "in April and May", "from 3 March to May"; not June of "April Jones and June Carter"."""
    named = any(word in MONTHS or word == "now" for word in line.low[max(0, at - 4) : at - 1])
    return named and line.low[at - 1] in JOINING and line.tokens[at - 2].kind != "sign" and _ends(line, past)


def _in_name(line: Line, at: int, past: int) -> bool:
    """Black September, October Revolution."""
    before = line.low[at - 1]
    if line.capital(at - 1) and before not in FUNCTION_WORDS and before not in MONTHS and before not in WEEKDAYS:
        return True
    return line.capital(past) and line.tokens[past].kind == "word" and line.low[past] not in FUNCTION_WORDS


def _joined(line: Line, past: int) -> bool:
    """ "March and April", "May to July": with another month beside it, it is one itself."""
    if line.low[past] not in JOINING:
        return False
    behind = past + 1
    if line.low[behind] in ("early", "mid", "late"):
        behind += 2 if line.low[behind + 1] in DASHES else 1
    return line.low[behind] in MONTHS and line.capital(behind)
