"""The unit printed with a number: measures, time, money, percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.extraction.words import Token

from . import currencies, unit_names
from .phrases import Phrases, glued, wordset

Tokens = Sequence[Token]
Sort = Literal["measure", "time", "money", "percent", "times"]

_PHRASES: Phrases[str] = Phrases(unit_names.PHRASES)
_PERCENT: Phrases[str] = Phrases(
    {
        "%": "%", "percent": "%", "percents": "%", "per cent": "%", "pct": "%", "percentage": "%", "‰": "per mille",
        "percentage points": "percentage points", "percentage point": "percentage points",
        "percentage - points": "percentage points", "percentage - point": "percentage points",
        "percent points": "percentage points", "% points": "percentage points", "% - points": "percentage points",
        "pp": "percentage points", "pps": "percentage points", "p . p .": "percentage points",
        "% pts": "percentage points",
        "basis points": "basis points", "basis point": "basis points", "- percent": "%", "- per - cent": "%",
        "- percentage - point": "percentage points", "- basis - point": "basis points", "per - cent": "%",
        "- percentage point": "percentage points", "- point": "points", "- basis point": "basis points",
    }
)  # fmt: skip
_WORDS = unit_names.MEASURES | unit_names.TIME
_HYPHENS = frozenset("-‐‑–")
_MAGNITUDES = frozenset({"Mw", "Mww", "ML", "Ms", "mb", "Mb"})
_MEASURED_BY = wordset("thick wide long tall high deep diameter across x × ) , ;")
_ON_FOOT = wordset("soldiers soldier guards patrols patrol passengers troops archers traffic knights regiments bridges")
_BOUNDING = wordset("between from over under about around")


@dataclass(frozen=True, slots=True)
class Unit:
    """`first` and `after` are tokens: a currency may stand before its number, all else stands behind it."""

    first: int
    after: int
    name: str
    sort: Sort
    per: str | None = None


def unit_before(tokens: Tokens, number: int) -> Unit | None:
    """The currency or the kind of magnitude before a number: "US$", "Rs.", "Mw"."""
    if number < 1:
        return None
    at = number - 1
    token = tokens[at]
    if token.text in currencies.SIGNS:
        return _signed(tokens, at, number)
    if token.text == "." and at and glued(tokens, at - 1) and tokens[at - 1].text in currencies.BEFORE_ONLY:
        return Unit(at - 1, number, currencies.CODES[tokens[at - 1].text], "money")
    if token.text in currencies.CODES:
        return Unit(at, number, currencies.CODES[token.text], "money")
    if token.text in _MAGNITUDES:
        return Unit(at, number, "magnitude", "measure")
    return _said_before(tokens, number)


def _said_before(tokens: Tokens, number: int) -> Unit | None:
    """ "magnitude 7.8", "aged 34", "at the age of 34": the word is outside the span, but it is the unit."""
    word = tokens[number - 1].lower
    if word in _BOUNDING and number > 1 and tokens[number - 2].lower in ("aged", "ages"):
        return Unit(number, number, "years", "time")
    if word in ("of", "-") and number > 1:
        word = tokens[number - 2].lower
        if word not in ("magnitude", "age", "ages"):
            return None
    if word == "magnitude":
        return Unit(number, number, "magnitude", "measure")
    return Unit(number, number, "years", "time") if word in ("aged", "age", "ages") else None


def _signed(tokens: Tokens, at: int, number: int) -> Unit | None:
    name = currencies.SIGNS[tokens[at].text]
    if at and glued(tokens, at - 1) and tokens[at - 1].kind == "word":
        country = currencies.DOLLARS.get(tokens[at - 1].text) or currencies.CODES.get(tokens[at - 1].text)
        return Unit(at - 1, number, country, "money") if country else None
    if at > 1 and tokens[at - 1].text == "." and glued(tokens, at - 1) and tokens[at - 2].text in ("U.S", "Rs"):
        return Unit(at - 2, number, name, "money")
    return Unit(at, number, name, "money")


def unit_after(tokens: Tokens, at: int, *, scaled: bool = False) -> Unit | None:
    """The unit behind a number: "km", "-day", "% ", "US dollars", "km/h". `scaled`: a scale word stands between."""
    percent = _PERCENT.at(tokens, at)
    if percent and not (tokens[at].text == "-" and not glued(tokens, at - 1)):
        sort: Sort = "measure" if percent[1] == "points" else "percent"
        return Unit(at, percent[0], percent[1], sort)
    if tokens[at].text in _HYPHENS:
        if not (glued(tokens, at - 1) and glued(tokens, at)):
            return None
        return _hyphenated(tokens, at)
    if _is_inch_sign(tokens, at):
        return Unit(at, at + 1, "inches", "measure")
    if tokens[at].lower in ("times", "fold"):
        return Unit(at, at + 1, "times", "times")
    money = _money(tokens, at, scaled)
    return money or measure_at(tokens, at)


def _hyphenated(tokens: Tokens, hyphen: int) -> Unit | None:
    """ "34-day", "15-km", "12-year-old", "7.8-magnitude"."""
    unit = _money(tokens, hyphen + 1, True) or measure_at(tokens, hyphen + 1)
    if unit is None:
        if tokens[hyphen + 1].lower == "magnitude":
            return Unit(hyphen, hyphen + 2, "magnitude", "measure")
        if tokens[hyphen + 1].lower == "bit":
            return Unit(hyphen, hyphen + 2, "bits", "measure")
        if tokens[hyphen + 1].lower in ("fold", "time", "times"):
            return Unit(hyphen, hyphen + 2, "times", "times")
        return None
    after = unit.after
    if unit.sort == "time" and tokens[after].text in _HYPHENS and tokens[after + 1].lower in ("old", "olds"):
        after += 2
    return Unit(hyphen, after, unit.name, unit.sort, unit.per)


# ── money ───────────────────────────────────────────────────────────────────────────────────────


def _money(tokens: Tokens, at: int, scaled: bool) -> Unit | None:
    token = tokens[at]
    if token.text in currencies.SIGNS:
        # "10 $" is the last dollar's number; in "50 $10" the sign belongs to what follows it.
        if tokens[at + 1].kind == "number" and glued(tokens, at):
            return None
        return Unit(at, at + 1, currencies.SIGNS[token.text], "money")
    if token.text in currencies.CODES and token.text not in currencies.BEFORE_ONLY:
        if tokens[at + 1].kind == "number" and glued(tokens, at):
            return None
        after = at + 2 if tokens[at + 1].text == "$" and glued(tokens, at) else at + 1
        return Unit(at, after, currencies.CODES[token.text], "money")
    if token.text in currencies.DOLLARS and tokens[at + 1].text == "$" and glued(tokens, at):
        return Unit(at, at + 2, currencies.DOLLARS[token.text], "money")
    return _named_money(tokens, at, scaled)


def _named_money(tokens: Tokens, at: int, scaled: bool) -> Unit | None:
    start, country = at, ""
    if tokens[at].lower in currencies.COUNTRIES and tokens[at + 1].lower in currencies.NAMES:
        country, start = tokens[at].text, at + 1
    elif (tokens[at].lower, tokens[at + 1].lower) in currencies.TWO_WORD_COUNTRIES:
        country, start = f"{tokens[at].text} {tokens[at + 1].text}", at + 2
    name = currencies.NAMES.get(tokens[start].lower)
    if name is None or (tokens[start].capital and not country and tokens[start].text != "Euros"):
        return None
    if tokens[start].lower in currencies.DOUBTFUL and not (country or scaled):
        return None
    after = start + 1
    if tokens[after].lower == "sterling":
        after += 1
    full = f"{country} {name}" if country and country.lower() != "sterling" else name
    return Unit(at, after, full, "money")


# ── measures ────────────────────────────────────────────────────────────────────────────────────


def measure_at(tokens: Tokens, at: int) -> Unit | None:
    """A measure or time behind a number, with what it is taken over: "km", "km/h", "miles an hour"."""
    inverse = _inverse(tokens, at)
    if inverse:
        return Unit(at, inverse[1], f"per {inverse[0]}", "measure")
    base = _single(tokens, at)
    if base is None:
        return None
    inverse = _inverse(tokens, base.after)
    if inverse:
        return Unit(at, inverse[1], f"{base.name} per {inverse[0]}", "measure")
    stroke = tokens[base.after]
    if stroke.text == "/" and glued(tokens, base.after - 1) and glued(tokens, base.after):
        under = _single(tokens, base.after + 1)
        if under and base.sort != "time":
            return Unit(at, under.after, f"{base.name} per {singular(under.name)}", "measure")
    if base.sort == "measure" and _is_a_speed(tokens, base):
        under = _single(tokens, base.after + 1)
        if under:
            return Unit(at, under.after, f"{base.name} per {singular(under.name)}", "measure")
    return base


_MINUS = frozenset("-−")
_INVERSE = {"1": "", "2": "square ", "3": "cubic "}


def _inverse(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The "s−1" of "4 km s−1", the "m−2" of "9 W m−2": what the unit is per, and where it ends."""
    sign, power = tokens[at + 1], tokens[at + 2]
    if sign.text not in _MINUS or power.text not in _INVERSE or not (glued(tokens, at) and glued(tokens, at + 1)):
        return None
    name = unit_names.ABBREVIATIONS.get(tokens[at].text)
    if name is None or tokens[at + 3].text == tokens[at].text:  # "1 km-2 km"
        return None
    return _INVERSE[power.text] + singular(name), at + 3


def _single(tokens: Tokens, at: int) -> Unit | None:
    phrase = _PHRASES.at(tokens, at)
    if phrase:
        return Unit(at, phrase[0], phrase[1], "measure")
    token = tokens[at]
    if token.kind == "sign":
        return Unit(at, at + 1, "degrees", "measure") if token.text in ("°", "º") else None
    shape = unit_names.AREAS.get(token.lower)
    if shape:
        inner = _plain(tokens, at + 1)
        if inner is None and tokens[at + 1].text in _HYPHENS:
            inner = _plain(tokens, at + 2)
        return Unit(at, inner.after, f"{shape} {inner.name}", "measure") if inner else None
    return _plain(tokens, at)


def _plain(tokens: Tokens, at: int) -> Unit | None:
    """One unit word or abbreviation with the power behind it."""
    token = tokens[at]
    if token.kind != "word":
        return Unit(at, at + 1, "degrees", "measure") if token.text == "º" else None
    raised = unit_names.POWERS.get(token.text[-1])
    text = token.text[:-1] if raised else token.text
    if not raised and text in _WORDS:
        if (text == "foot" and tokens[at + 1].lower in _ON_FOOT) or (text == "cups" and tokens[at + 1].lower != "of"):
            return None  # foot soldiers; the cups that are won
        return _with_power(tokens, at, _WORDS[text], "time" if text in unit_names.TIME else "measure")
    name_ = unit_names.ABBREVIATIONS.get(text)
    if text in ("pm", "am") and len(tokens[at - 1].text.partition(".")[2]) not in (0, 2):
        name_ = "picometres" if text == "pm" else "attometres"  # no clock has tenths of an hour
    if name_ is None:
        if token.lower == "in" and _is_inch(tokens, at):
            return Unit(at, at + 1, "inches", "measure")
        if token.capital and token.lower in _TITLED:
            return Unit(at, at + 1, _TITLED[token.lower], "measure")
        return None
    if raised:
        return Unit(at, at + 1, f"{raised} {name_}", "measure")
    if text in unit_names.LETTERS and not _stands_alone(tokens, at):
        return None
    sort: Sort = "time" if name_ in ("hours", "seconds", "years") else "measure"
    return _with_power(tokens, at, name_, sort)


# "10 Kilometers per hour", "20 Celsius": a capital changes nothing for the words that are units only.
_TITLED = {
    word: name
    for word, name in unit_names.MEASURES.items()
    if len(word) > 6 and word not in ("degrees", "barrels", "gallons", "carats", "stones", "bushels", "radians")
}


def _with_power(tokens: Tokens, at: int, name: str, sort: Sort) -> Unit:
    """ "km2", "km^3", "metres squared", "km cubed"."""
    after, behind = at + 1, tokens[at + 1]
    if behind.text in unit_names.POWERS and glued(tokens, at) and not _runs_on(tokens, at + 1):
        return Unit(at, at + 2, f"{unit_names.POWERS[behind.text]} {name}", "measure")
    if behind.text == "^" and tokens[at + 2].text in unit_names.POWERS and glued(tokens, at):
        return Unit(at, at + 3, f"{unit_names.POWERS[tokens[at + 2].text]} {name}", "measure")
    if behind.lower in ("squared", "cubed"):
        return Unit(at, at + 2, f"{'square' if behind.lower == 'squared' else 'cubic'} {name}", "measure")
    return Unit(at, after, name, sort)


def _runs_on(tokens: Tokens, at: int) -> bool:
    return glued(tokens, at) and tokens[at + 1].kind in ("word", "number")


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether a single letter can be a unit: "5 m wide", not "800,000 F-Series" or "3 A levels"."""
    following = tokens[at + 1]
    if glued(tokens, at) and following.text in _HYPHENS and tokens[at + 2].lower in _MEASURED_BY:
        return True  # "a 1.5m-tall man"
    if (glued(tokens, at) and following.text in ("-", "'", "’", "&")) or following.kind == "possessive":
        return False
    if tokens[at].text == "s":
        # "the 90s" and "737s" are plurals
        return tokens[at - 1].kind != "number" or not glued(tokens, at - 1)
    if tokens[at].capital:
        before = tokens[at - 2]
        named = at > 1 and (before.capital or before.lower in ("the", "a"))  # "a Boeing 777F", "the 13F filing"
        tenths = "." in tokens[at - 1].text  # "573.15K"
        return not following.capital and not (
            glued(tokens, at - 1) and (named or (tokens[at].text in "BKV" and not tenths))
        )
    return True


def _is_inch_sign(tokens: Tokens, at: int) -> bool:
    """9" behind a number, where no quotation is open."""
    if tokens[at].text not in ('"', "″") or not glued(tokens, at - 1):
        return False
    opened = sum(token.text == '"' for token in tokens[max(0, at - 60) : at])
    return opened % 2 == 0


def _is_inch(tokens: Tokens, at: int) -> bool:
    following = tokens[at + 1]
    if tokens[at - 1].text in _HYPHENS or following.text in _MEASURED_BY or following.end < 0:
        return True
    return following.text == "."


_VOLUMES = wordset("cubic square litre liter kilogram kg gallon hectare acre millilitre milliliter gram tonne")


def _is_a_speed(tokens: Tokens, base: Unit) -> bool:
    """ "kilometres per hour", "188 miles an hour", "gigabits per second"; not "tonnes per year", a count of many."""
    joint, under = tokens[base.after].lower, tokens[base.after + 1].lower
    if joint == "per" and under in _VOLUMES:
        return True  # "micrograms per cubic metre"
    fast = under in ("second", "hour", "h", "s", "minute", "millisecond", "sec")
    if joint in ("a", "an"):
        return fast and base.name.endswith(("metres", "miles", "feet", "knots", "yards"))
    return joint == "per" and fast and not base.name.startswith(("tons", "tonnes", "barrels"))


def singular(plural: str) -> str:
    """The singular of a unit's name, for "per": "hours" → "hour"."""
    irregular = {"feet": "foot", "inches": "inch", "hertz": "hertz", "centuries": "century", "millennia": "millennium"}
    if plural in irregular:
        return irregular[plural]
    return plural.removesuffix("s")


def compound(major: Unit, minor: Unit) -> int | None:
    """How many of a smaller unit make a larger one where the two are said as one amount ("5 ft 11 in")."""
    if (major.name, minor.name) == ("feet", "inches"):
        return 12
    return currencies.COINS.get((major.name, minor.name))
