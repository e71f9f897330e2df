"""A figure is drawn as what it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.plot import draw


def figure(comparator: str, low: float | None, high: float | None):
    return draw(comparator, *(None if bound is None else Decimal(str(bound)) for bound in (low, high)))


def test_an_exact_figure_is_a_point():
    plot = figure("exact", 3000, 3000)
    assert plot.line is None
    assert [end.filled for end in plot.ends] == [True]


def test_at_least_begins_filled_and_has_no_end():
    plot = figure("at_least", 3000, None)
    assert plot.ends[0].filled
    assert plot.arrow_right
    assert not plot.arrow_left
    assert plot.ends[0].place == plot.line[0] == 75


def test_more_than_does_not_hold_its_own_end():
    assert [end.filled for end in figure("more_than", 13000, None).ends] == [False]


def test_at_most_comes_from_below():
    plot = figure("at_most", None, 600)
    assert plot.arrow_left
    assert not plot.arrow_right


def test_between_has_two_ends():
    assert len(figure("between", 10000, 12000).ends) == 2


def test_a_vague_figure_has_a_line_and_no_ends():
    plot = figure("vague", 20000, 99999)
    assert plot.look == "vague"
    assert plot.ends == ()


@pytest.mark.parametrize(
    ("high", "labels"),
    [
        (3000, ["0", "1,000", "2,000", "3,000", "4,000"]),
        (12, ["0", "5", "10", "15", "20"]),
        (0.4, ["0", "0.2", "0.4", "0.6", "0.8"]),
        (5_000_000, ["0", "2 million", "4 million", "6 million", "8 million"]),
    ],
)
def test_ticks_are_round_numbers(high, labels):
    assert [tick.label for tick in figure("exact", high, high).ticks] == labels


@given(st.decimals(-(10**12), 10**12, places=3), st.decimals(0, 10**12, places=3))
def test_every_value_stands_inside_the_drawing(low, width):
    plot = draw("between", low, low + width)
    assert all(0 <= end.place <= 100 for end in plot.ends)
