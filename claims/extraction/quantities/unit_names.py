"""The names and abbreviations of the units of measure and of time."""

from __future__ import annotations

TIME = {
    "second": "seconds", "seconds": "seconds", "sec": "seconds", "secs": "seconds",
    "millisecond": "milliseconds", "milliseconds": "milliseconds", "microseconds": "microseconds",
    "nanoseconds": "nanoseconds",
    "minute": "minutes", "minutes": "minutes", "min": "minutes", "mins": "minutes",
    "hour": "hours", "hours": "hours", "hr": "hours", "hrs": "hours",
    "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "fortnight": "fortnights",
    "fortnights": "fortnights", "month": "months", "months": "months", "year": "years", "years": "years",
    "yr": "years", "yrs": "years", "decade": "decades", "decades": "decades", "century": "centuries",
    "centuries": "centuries", "millennium": "millennia", "millennia": "millennia",
}  # fmt: skip

_METRIC = {
    "metre": "metres", "meter": "metres", "gram": "grams", "gramme": "grams", "litre": "litres", "liter": "litres",
    "watt": "watts", "volt": "volts", "joule": "joules", "hertz": "hertz", "byte": "bytes", "bit": "bits",
    "pascal": "pascals", "newton": "newtons", "calorie": "calories", "electronvolt": "electronvolts", "ton": "tons",
    "tonne": "tonnes", "becquerel": "becquerels", "sievert": "sieverts", "gray": "grays", "ampere": "amperes",
    "ohm": "ohms", "bar": "bars", "parsec": "parsecs",
}  # fmt: skip
_PREFIXES = ["pico", "nano", "micro", "milli", "centi", "deci", "hecto", "kilo", "mega", "giga", "tera", "peta", "exa"]
_PREFIXED = {f"{prefix}{unit}": f"{prefix}{name}" for prefix in _PREFIXES for unit, name in _METRIC.items()}
_SHORT = {
    "inch": "inches", "foot": "feet", "yard": "yards", "mile": "miles", "acre": "acres", "hectare": "hectares",
    "pound": "pounds", "ounce": "ounces", "stone": "stone", "gallon": "gallons", "pint": "pints", "quart": "quarts",
    "barrel": "barrels", "bushel": "bushels", "carat": "carats", "knot": "knots", "fathom": "fathoms",
    "degree": "degrees", "deg": "degrees", "decibel": "decibels", "tablespoon": "tablespoons", "teaspoon": "teaspoons",
    "cup": "cups", "kilo": "kilograms", "micron": "micrometres", "furlong": "furlongs", "radian": "radians",
    "horsepower": "horsepower", "kelvin": "kelvins", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
    "kibibyte": "kibibytes", "mole": "moles", "hectopascal": "hectopascals", "lumen": "lumens", "megaton": "megatons",
}  # fmt: skip
_SINGULAR = {**_METRIC, **_PREFIXED, **_SHORT}
# "two cups", "three stone": in the plural too, "feet" and "inches" by their own forms. Without the units whose
# name mostly counts things ("bars", "cups" of a tournament are still cups; "grays", "moles", "stones" are not).
_COUNTED = frozenset({"bar", "gray", "mole", "stone", "bit"})
_PLURAL = {name: name for unit, name in _SINGULAR.items() if unit not in _COUNTED} | {
    f"{unit}s": name for unit, name in _SINGULAR.items() if unit not in _COUNTED
}
MEASURES = {unit: name for unit, name in _SINGULAR.items() if unit not in _COUNTED} | _PLURAL | {"bits": "bits"}

# Of more than one word; a blank parts them, hyphens are skipped on the way.
PHRASES = {
    "light year": "light-years", "light years": "light-years", "light - years": "light-years",
    "light - year": "light-years",
    "acre - feet": "acre-feet", "acre - foot": "acre-feet", "acre feet": "acre-feet",
    "nautical mile": "nautical miles",
    "nautical miles": "nautical miles", "metric ton": "metric tons", "metric tons": "metric tons",
    "metric tonnes": "tonnes", "short tons": "short tons", "long tons": "long tons", "troy ounces": "troy ounces",
    "fluid ounces": "fluid ounces", "degree celsius": "degrees Celsius", "degrees celsius": "degrees Celsius",
    "degrees centigrade": "degrees Celsius", "degree centigrade": "degrees Celsius", "degrees c": "degrees Celsius",
    "deg c": "degrees Celsius", "deg celsius": "degrees Celsius", "degree fahrenheit": "degrees Fahrenheit",
    "degrees fahrenheit": "degrees Fahrenheit", "degrees f": "degrees Fahrenheit", "° c": "degrees Celsius",
    "° f": "degrees Fahrenheit", "º c": "degrees Celsius", "° celsius": "degrees Celsius",
    "° fahrenheit": "degrees Fahrenheit", "degrees kelvin": "kelvins", "astronomical units": "astronomical units",
    "watt hours": "watt-hours", "kilowatt hours": "kilowatt-hours", "kilowatt hour": "kilowatt-hours",
    "megawatt hours": "megawatt-hours", "megawatt hour": "megawatt-hours", "gigawatt hours": "gigawatt-hours",
    "terawatt hours": "terawatt-hours", "terawatt hour": "terawatt-hours", "british thermal units":
    "British thermal units", "board feet": "board feet", "parts per million": "parts per million",
    "parts per billion": "parts per billion", "man years": "man-years", "man hours": "man-hours",
    "standard deviations": "standard deviations",
}  # fmt: skip

# Letters as they are written: capitals matter ("Mt" is not "mt").
ABBREVIATIONS = {
    "km": "kilometres", "kms": "kilometres", "m": "metres", "cm": "centimetres", "mm": "millimetres",
    "µm": "micrometres", "μm": "micrometres", "nm": "nanometres", "nmi": "nautical miles", "mi": "miles",
    "ft": "feet", "yd": "yards", "yds": "yards", "ly": "light-years", "AU": "astronomical units", "pc": "parsecs",
    "kpc": "kiloparsecs", "Mpc": "megaparsecs", "dm": "decimetres",
    "kg": "kilograms", "kgs": "kilograms", "g": "grams", "mg": "milligrams", "µg": "micrograms", "μg": "micrograms",
    "mcg": "micrograms", "ng": "nanograms", "t": "tonnes", "kt": "kilotonnes", "Mt": "megatonnes",
    "Gt": "gigatonnes", "lb": "pounds", "lbs": "pounds", "oz": "ounces",
    "ha": "hectares", "sqm": "square metres", "sqkm": "square kilometres", "sqft": "square feet",
    "l": "litres", "L": "litres", "ml": "millilitres", "mL": "millilitres", "cl": "centilitres", "dl": "decilitres",
    "dL": "decilitres", "gal": "gallons", "bbl": "barrels", "cc": "cubic centimetres", "tbsp": "tablespoons",
    "tsp": "teaspoons", "hl": "hectolitres", "cu": "cubic", "µL": "microlitres", "μL": "microlitres",
    "s": "seconds", "ms": "milliseconds", "h": "hours", "µs": "microseconds", "ns": "nanoseconds", "ps": "picoseconds",
    "Ma": "million years", "Ga": "billion years", "mya": "million years", "kyr": "thousand years",
    "W": "watts", "kW": "kilowatts", "MW": "megawatts", "GW": "gigawatts", "TW": "terawatts", "mW": "milliwatts",
    "Wh": "watt-hours", "kWh": "kilowatt-hours", "MWh": "megawatt-hours", "GWh": "gigawatt-hours",
    "TWh": "terawatt-hours", "kWp": "kilowatts", "hp": "horsepower", "bhp": "horsepower", "PS": "horsepower",
    "J": "joules", "kJ": "kilojoules", "MJ": "megajoules", "GJ": "gigajoules", "PJ": "petajoules", "EJ": "exajoules",
    "cal": "calories", "kcal": "kilocalories", "BTU": "British thermal units", "eV": "electronvolts",
    "keV": "kiloelectronvolts", "MeV": "megaelectronvolts", "GeV": "gigaelectronvolts", "TeV": "teraelectronvolts",
    "V": "volts", "kV": "kilovolts", "mV": "millivolts", "mA": "milliamperes", "mAh": "milliampere-hours",
    "Ah": "ampere-hours", "kVA": "kilovolt-amperes", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz",
    "GHz": "gigahertz", "THz": "terahertz", "dB": "decibels", "dBA": "decibels",
    "Pa": "pascals", "hPa": "hectopascals", "kPa": "kilopascals", "MPa": "megapascals", "GPa": "gigapascals",
    "mbar": "millibars", "mb": "millibars", "psi": "pounds per square inch", "mmHg": "millimetres of mercury",
    "atm": "atmospheres", "N": "newtons", "kN": "kilonewtons", "Nm": "newton-metres",
    "B": "bytes", "kB": "kilobytes", "KB": "kilobytes", "MB": "megabytes", "GB": "gigabytes", "TB": "terabytes",
    "PB": "petabytes", "EB": "exabytes", "GiB": "gibibytes", "MiB": "mebibytes", "Mb": "megabits", "Gb": "gigabits",
    "kb": "kilobits", "kbps": "kilobits per second", "Mbps": "megabits per second", "Gbps": "gigabits per second",
    "Mbit": "megabits", "Gbit": "gigabits", "kbit": "kilobits", "fps": "frames per second",
    "rpm": "revolutions per minute", "mph": "miles per hour", "kph": "kilometres per hour",
    "kmh": "kilometres per hour", "kmph": "kilometres per hour", "kn": "knots", "kts": "knots", "bpm":
    "beats per minute", "mpg": "miles per gallon", "bpd": "barrels per day", "boe": "barrels of oil equivalent",
    "ppm": "parts per million", "ppb": "parts per billion", "ppt": "parts per trillion", "tpd": "tonnes per day",
    "C": "degrees Celsius", "F": "degrees Fahrenheit", "K": "kelvins", "℃": "degrees Celsius",
    "fb": "femtobarns", "pb": "picobarns",
    "mSv": "millisieverts", "µSv": "microsieverts", "Sv": "sieverts", "Bq": "becquerels", "TBq": "terabecquerels",
    "PBq": "petabecquerels", "mGy": "milligrays", "Gy": "grays", "mol": "moles", "mmol": "millimoles",
    "TEU": "twenty-foot equivalent units", "dwt": "deadweight tonnes", "GT": "gross tons", "GRT": "gross tons",
    "MT": "metric tons", "MTPA": "tonnes per year", "mAU": "mAU", "IU": "international units", "MP": "megapixels",
    "bps": "basis points", "yo": "years",
}  # fmt: skip

# Single letters are a unit only where they can be nothing else: not before a hyphen, another letter or a name.
LETTERS = frozenset(unit for unit in ABBREVIATIONS if len(unit) == 1)

AREAS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
