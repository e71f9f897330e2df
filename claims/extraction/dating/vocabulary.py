"""The words of the calendar: months, weekdays, seasons, units, and what stands before them."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """The words of some lines: easier to read, and to add to, than a list of quoted strings."""
    return frozenset(word for line in lines for word in line.split())


def _in_order(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=1)}


MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) < 5) - {"may", "june", "july"}
# Also verbs and first names: alone they need a preposition or a qualifier before them.
DOUBTFUL_MONTHS = frozenset({"march", "may", "april", "june", "august", *SHORT_MONTHS})

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
SHORT_WEEKDAYS = frozenset(name for name in WEEKDAYS if len(name) < 6)

SEASONS: dict[str, int] = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23}
SEASONS |= {"winter": 24, "wintertime": 24}

# What narrows a period down, and the column it goes to.
QUALIFIERS: dict[str, str] = {"early": "early", "mid": "mid", "late": "late"}
EDGES: dict[str, str] = {
    "beginning": "early",
    "start": "early",
    "onset": "early",
    "outset": "early",
    "dawn": "early",
    "opening": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "ending": "late",
}

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
ORDINALS: dict[str, int] = _in_order(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
NUMBER_WORDS: dict[str, int] = _in_order(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
) | {"a": 1, "an": 1}
TENS: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 100,
}

UNITS: dict[str, str] = {
    unit + ending: unit
    for unit in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight")
    for ending in ("", "s")
} | {"centuries": "century"}

# "the fiscal year 2023", "this school year"
YEAR_KINDS = word_set("fiscal financial tax academic school calendar budget marketing crop")

APPROXIMATE = frozenset({"circa", "ca", "c", "approx", "approximately", "about", "around", "roughly", "~"})
DASHES = frozenset({"-", "–", "—", "−", "‐", "‑"})
THROUGH = frozenset({"to", "until", "till", "through", "thru"})
PRESENT = frozenset({"present", "today", "now", "date"})
ERAS: dict[str, int] = {"ad": 1, "a.d.": 1, "ce": 1, "c.e.": 1, "bc": -1, "b.c.": -1, "bce": -1, "b.c.e.": -1}

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "midday", "noon", "midnight", "dawn", "dusk"})

# What a date is counted from, and how far: "last month" is today's − 1, "the same month" the last one read.
DIRECTIONS: dict[str, tuple[str, int]] = {
    "last": ("today", -1),
    "past": ("today", -1),
    "this": ("today", 0),
    "current": ("today", 0),
    "next": ("today", 1),
    "coming": ("today", 1),
    "upcoming": ("today", 1),
    "that": ("last", 0),
    "same": ("last", 0),
    "previous": ("last", -1),
    "preceding": ("last", -1),
    "prior": ("last", -1),
    "following": ("last", 1),
    "subsequent": ("last", 1),
    "ensuing": ("last", 1),
}
