"""Units of measure that can be converted exactly, and figures brought to a common unit.

Length, mass, area, volume, time, temperature, speed, power, energy, data, shares
("one in four" is 25%), rates per hour, day and week. Money only in its own currency.
What has no exact conversion keeps to itself: barrels, tons (long, short or
metric), gallons (whose?), days against months.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claims.extraction.parts import Figure
from claims.extraction.quantities import currencies

from .intervals import Interval, interval_of, rounding

MOST_SLACK = Decimal("0.025")  # of a converted value: "10 miles (16 km)" is rounded, "30 miles (50 km)" is too far


@dataclass(frozen=True, slots=True)
class Measure:
    """`factor` and `offset` lead to the base unit of the dimension: base = value × factor + offset."""

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in the base unit of its dimension. An empty dimension counts things."""

    dimension: str
    interval: Interval
    slack: Decimal  # half a unit of its last digit, in the base unit
    factor: Decimal


def _of(dimension: str, **factors: str) -> dict[str, Measure]:
    return {name.replace("_", " "): Measure(dimension, Decimal(factor)) for name, factor in factors.items()}


_PREFIXES = {
    "pico": -12, "nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1, "": 0, "hecto": 2, "kilo": 3,
    "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18,
}  # fmt: skip
_METRIC = {
    "metres": ("length", 0), "grams": ("mass", -3), "tonnes": ("mass", 3), "litres": ("volume", 0),
    "watts": ("power", 0), "watt-hours": ("energy", 0), "joules": ("joules", 0), "hertz": ("frequency", 0),
    "bytes": ("bytes", 0), "bits": ("bits", 0), "volts": ("voltage", 0), "pascals": ("pressure", 0),
    "bars": ("pressure", 5), "sieverts": ("sieverts", 0), "becquerels": ("becquerels", 0),
}  # fmt: skip

MEASURES: dict[str, Measure] = {
    f"{prefix}{name}": Measure(dimension, Decimal(1).scaleb(power + base))
    for name, (dimension, base) in _METRIC.items()
    for prefix, power in _PREFIXES.items()
}
MEASURES |= _of(
    "length", miles="1609.344", yards="0.9144", feet="0.3048", inches="0.0254", nautical_miles="1852",
    fathoms="1.8288", furlongs="201.168",
)  # fmt: skip
MEASURES |= _of("mass", metric_tons="1000", ounces="0.028349523125", stone="6.35029318", carats="0.0002")
MEASURES |= _of("area", hectares="10000", acres="4046.8564224")
MEASURES |= _of("time", seconds="1", minutes="60", hours="3600", days="86400", weeks="604800", fortnights="1209600",
                milliseconds="0.001")  # fmt: skip
MEASURES |= _of("months", months="1", quarters="3", years="12", decades="120", centuries="1200", millennia="12000")
MEASURES |= _of("speed", knots="0.5144444444")
MEASURES |= {"%": Measure("share", Decimal("0.01")), "per mille": Measure("share", Decimal("0.001"))}
MEASURES |= {"percentage points": Measure("points"), "basis points": Measure("points", Decimal("0.01"))}
MEASURES |= {"times": Measure("times"), "magnitude": Measure("magnitude"), "degrees": Measure("degrees")}
MEASURES |= {
    "degrees celsius": Measure("temperature"),
    "kelvins": Measure("temperature", Decimal(1), Decimal("-273.15")),
    "degrees fahrenheit": Measure("temperature", Decimal(5) / 9, Decimal(-160) / 9),
}
_POWERS = {"square ": (2, {"length": "area"}), "cubic ": (3, {"length": "volume"})}
_PER = {"length/time": "speed"}
# "pounds" is money and weight; only the other figure tells which.
POUNDS = (Measure("mass", Decimal("0.45359237")), Measure("money pounds"))
# Things that are nobody's measure, but have a unit's name in the reader's tables.
_OWN = frozenset({"barrels", "tons", "short tons", "long tons", "gallons", "pints", "quarts", "bushels", "horsepower"})
_MONEY = {name.lower() for name in (*currencies.SIGNS.values(), *currencies.CODES.values(), *currencies.NAMES.values())}
_SAME_MONEY = {"us dollars": "dollars", "american dollars": "dollars", "rubles": "roubles", "sterling": "pounds"}
_HEADS = frozenset({"person", "head", "capita", "inhabitant", "resident", "people"})


def values_of(figure: Figure) -> tuple[Value, ...]:
    """The figure in its base unit; two for "pounds"; none where it has no value."""
    interval = interval_of(figure)
    if interval is None:
        return ()
    rate = _rate(figure.per)
    found = []
    for measure in measures_of(figure):
        dimension, factor = measure.dimension, measure.factor
        if rate:
            dimension, factor = f"{dimension} per {rate[0]}", factor / rate[1]
        offset = Decimal(0) if figure.form == "change" else measure.offset
        bound = next(bound for bound in (figure.low, figure.high) if bound is not None)
        found.append(Value(dimension, _scaled(interval, factor, offset), rounding(bound) * factor, factor))
    return tuple(found)


def measures_of(figure: Figure) -> tuple[Measure, ...]:
    """What it is measured in; a dimension without a name where it counts things."""
    unit = (figure.unit or "").lower()
    if figure.form in ("share", "ratio") and unit != "%":
        return (measure_of(unit) or Measure("share"),) if unit == "per mille" else (Measure("share"),)
    if unit == "pounds":
        if "£" in figure.text or "GBP" in figure.text:
            return POUNDS[1:]
        return POUNDS[:1] if "lb" in figure.text else POUNDS
    return (measure_of(unit) or Measure(""),)


@lru_cache(maxsize=1024)
def measure_of(unit: str) -> Measure | None:
    """None where the unit is what is counted."""
    if unit in MEASURES:
        return MEASURES[unit]
    if unit in _OWN:
        return Measure(unit)
    if unit in _MONEY or unit in _SAME_MONEY or unit.rsplit(" ", 1)[-1] in _MONEY:
        return Measure(f"money {_SAME_MONEY.get(unit, unit)}")
    for word, (power, dimensions) in _POWERS.items():
        base = MEASURES.get(unit.removeprefix(word)) if unit.startswith(word) else None
        if base and base.dimension in dimensions:
            factor = base.factor**power * (1000 if power == 3 else 1)  # volumes count in litres
            return Measure(dimensions[base.dimension], factor)
    over, per, under = unit.partition(" per ")
    if per:
        one, other = measure_of(over), MEASURES.get(under) or MEASURES.get(f"{under}s")
        if one and other:
            dimension = f"{one.dimension}/{other.dimension}"
            return Measure(_PER.get(dimension, dimension), one.factor / other.factor)
        return Measure(unit)
    return None


def _rate(per: str | None) -> tuple[str, Decimal] | None:
    """What a rate is over, in the base unit of that: a week is seven days."""
    if not per:
        return None
    word = per.lower()
    if word in _HEADS:
        return "head", Decimal(1)
    measure = MEASURES.get(f"{word}s") or MEASURES.get(word)
    if measure and measure.dimension in ("time", "months"):
        return measure.dimension, measure.factor
    return word, Decimal(1)


def _scaled(interval: Interval, factor: Decimal, offset: Decimal) -> Interval:
    low = None if interval.low is None else interval.low * factor + offset
    high = None if interval.high is None else interval.high * factor + offset
    return Interval(low, high, interval.low_open, interval.high_open)


def slack_between(one: Value, other: Value) -> Decimal:
    """What rounding may have cost where the two stand in units that are no powers of ten of each other."""
    ratio = (one.factor / other.factor).normalize()
    if ratio.as_tuple().digits == (1,) and one.dimension != "share":
        return Decimal(0)
    if one.factor == other.factor:
        return Decimal(0)
    ends = [abs(end) for end in (one.interval.low, one.interval.high) if end is not None]
    return min(max(one.slack, other.slack), max(ends, default=Decimal(0)) * MOST_SLACK)
