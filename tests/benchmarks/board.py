"""The tables of the scoreboard, made from what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .article import Count
from .goals import MOST_GROWTH, SPECS, SPEED, Goal, goals_of
from .growth import Growth
from .labelled import Scores
from .specs import Specified
from .tables import Table
from .tallies import Tally

WORST = 5  # families of hostile text that are shown
NOTHING = "–"


def layer_table(ours: Scores, peers: Mapping[str, Mapping[str, Tally]]) -> Table:
    """F1 of each layer, with what was right, said and asked for; a peer stands only beside what it reads."""
    goals = goals_of(ours.name)
    return Table(
        (f"{ours.name} ({ours.texts} texts): F1 (right/said/asked)", "ours", "at least", "aim", *peers),
        [
            (
                layer,
                counted(tally),
                *_asked(goals.get(layer)),
                *(_peer(tallies.get(layer)) for tallies in peers.values()),
            )
            for layer, tally in ours.tallies.items()
        ],
    )


def spec_table(found: Mapping[str, Specified]) -> Table:
    """The tests of other libraries, with how many of their labels are not asked for; some have no goal."""
    return Table(
        ("tests of other libraries: F1 (right/said/asked)", "ours", "at least", "aim", "left out"),
        [(name, counted(tally), *_asked(SPECS.get(name)), str(left_out)) for name, (tally, left_out) in found.items()],
    )


def article_table(counts: Mapping[str, Count]) -> Table:
    return Table(
        ("article.txt", "found", "of"),
        [(name, str(found), NOTHING if asked is None else str(asked)) for name, (found, asked) in counts.items()],
    )


def speed_table(sentences_a_second: float) -> Table:
    return Table(
        ("speed", "ours", "aim"),
        [("sentences per second, one core", f"{sentences_a_second:,.0f}", f"{SPEED.aim:,}")],
    )


def growth_table(growths: Sequence[Growth]) -> Table:
    """The families whose time grows most; `growths` has the worst first."""
    linear = sum(one.times < MOST_GROWTH for one in growths)
    return Table(
        ("time for twice the text, the worst families", "times", "under", "from", "read in"),
        [
            *(
                (one.family, f"{one.times:.2f}", str(MOST_GROWTH), f"{one.characters:,} characters", _ms(one.seconds))
                for one in growths[:WORST]
            ),
            (f"families under {MOST_GROWTH}", f"{linear} of {len(growths)}", "all", "", ""),
        ],
    )


def counted(tally: Tally) -> str:
    return f"{tally.f1:.1f} ({tally.right}/{tally.said}/{tally.asked})"


def _peer(tally: Tally | None) -> str:
    return f"{tally.f1:.1f}" if tally else NOTHING


def _asked(goal: Goal | None) -> tuple[str, str]:
    return (f"{goal.least:g}", f"{goal.aim:g}") if goal else ("", "")


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"
