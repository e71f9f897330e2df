"""The rows of the scoreboard: for each, the least that is asked for and the aim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Goal(NamedTuple):
    least: float
    aim: float


# F1 on labelled passages of real prose.
PASSAGES = {
    "marks": Goal(99, 100),
    "citation links": Goal(98, 99.5),
    "claims with exactly the right citations": Goal(97, 99),
    "figures: value": Goal(92, 96),
    "figures: value + comparator": Goal(90, 94),
    "figures: value + unit": Goal(82, 88),
    "figures: everything": Goal(76, 84),
    "dates: strict": Goal(92, 96),
    "dates: value": Goal(90, 95),
    "places strict": Goal(85, 92),
    "attribution relaxed": Goal(75, 85),
}
# Sets of rare forms, each of which stands for many: their names begin with "hard".
HARD = {"figures: value": Goal(88, 95), "figures: everything": Goal(65, 80)}
# The tests of other libraries, by the names that their scorers give them.
SPECS = dict.fromkeys(
    [
        *("quantulum3, spans", "quantulum3, values", "Recognizers: numbers, spans", "Recognizers: numbers, values"),
        *("Recognizers: ranges, spans", "Recognizers: ranges, values", "python-edtf: phrases"),
    ],
    Goal(85, 95),
)

SPEED = Goal(400, 2_000)  # sentences a second on one core
MOST_GROWTH = 2.3  # times as long for twice the text, whatever is in it


def goals_of(name: str) -> Mapping[str, Goal]:
    return HARD if name.startswith("hard") else PASSAGES
