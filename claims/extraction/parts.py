"""What is read off a sentence: the checkable parts of a claim.

`start` and `end` are code points in whatever text the reader was given.
`text` is always exactly `given_text[start:end]`. Which words belong to a span
is the labelling rule of the project (README, "What is read").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sources.text.edtf import DatePrecision

Comparator = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "vague"]
Form = Literal["amount", "change", "share", "ratio"]
Relation = Literal["since", "until", "before", "after", "by", "as_of"]
Qualifier = Literal["early", "mid", "late"]
PlacePrecision = Literal["country", "region", "city", "area", "facility"]
Mode = Literal[
    "states", "reports", "estimates", "claims", "suggests", "confirms", "announces", "accuses", "denies", "doubts"
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it says of itself.

    The span leaves the counted noun out and takes comparator words, scale word
    and a printed unit of measure in ("at least 3,000", "$15 million", "37 km").
    exact and about have the figure in both bounds; at_least and more_than have
    `low` alone, at_most and less_than `high` alone; vague spans the order of
    magnitude. A share in percent keeps its number (1.5% is 1.5, unit "%").
    """

    start: int
    end: int
    text: str
    comparator: Comparator
    low: Decimal | None
    high: Decimal | None
    unit: str | None = None  # the measure, or the counted noun's head in the plural: "deaths", "kilometres", "%"
    counted: str | None = None  # the counted noun phrase as the text has it: "North Korean soldiers"
    form: Form = "amount"
    per: str | None = None  # of a rate: "day" in "200 a day"


@dataclass(frozen=True, slots=True)
class Date:
    """A date or period. The span leaves its preposition out; `relation` keeps what it means.

    `edtf` is the value of the span itself (EDTF level 1, level 2 where needed),
    `earliest` and `latest` its first and last day (None: open).
    `lead` is where the preposition starts ("since" in "since February 2025");
    equal to `start` where there is none.
    """

    start: int
    end: int
    text: str
    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: DatePrecision
    relation: Relation | None = None
    qualifier: Qualifier | None = None
    inferred: bool = False  # year, month or day comes from context
    lead: int = -1  # -1 stands for `start`


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym by its own name ("Kursk region"), and where the gazetteer puts it."""

    start: int
    end: int
    text: str
    name: str  # the gazetteer's name: "Kursk Oblast"; the text's own words where it knows none
    country: str | None  # ISO 3166-1 alpha-2
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    gazetteer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so. The span is the source's whole noun phrase, without its cue.

    `agent` is the name in it; `chain` has the relaying voice first and the root
    last ("Reuters", "South Korean intelligence"), and ends with the agent.
    """

    start: int
    end: int
    text: str
    agent: str
    cue: str
    mode: Mode
    chain: tuple[str, ...]
    cue_start: int = -1
    cue_end: int = -1
