"""A figure is drawn as what it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.plot import Value, draw
from claims.web.units import convert


def value(comparator: str, low: float | None, high: float | None) -> Value:
    return Value(comparator, *(None if bound is None else Decimal(str(bound)) for bound in (low, high)))


def figure(comparator: str, low: float | None, high: float | None):
    """The one lane of a value that is alone."""
    return draw([value(comparator, low, high)]).lanes[0]


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
    assert [tick.label for tick in draw([value("exact", high, high)]).ticks] == labels


def test_two_values_stand_on_one_axis():
    plot = draw([value("more_than", 600, None), value("about", 400, 400)])
    assert [tick.label for tick in plot.ticks] == ["0", "200", "400", "600", "800"]
    assert [lane.ends[0].place for lane in plot.lanes] == [75, 50]
    assert plot.lanes[1].line == (43.75, 56.25), "about 400 is anything from 350 to 450"
    assert plot.from_zero


def test_values_that_lie_close_together_are_drawn_apart_and_the_axis_says_so():
    plot = draw([value("exact", 12_400, 12_400), value("exact", 12_500, 12_500)])
    assert not plot.from_zero
    assert plot.lanes[1].ends[0].place - plot.lanes[0].ends[0].place > 20


def test_the_same_number_twice_is_drawn_from_zero():
    assert draw([value("more_than", 600, None), value("about", 600, 600)]).from_zero


def test_values_without_any_bound_are_drawn_nevertheless():
    assert draw([value("vague", None, None)]).lanes[0].arrow_left


BOUND = st.none() | st.decimals(-(10**15), 10**15, places=6)


@given(
    st.lists(st.tuples(st.sampled_from(["exact", "about", "between", "at_least", "vague"]), BOUND, BOUND), max_size=6)
)
def test_every_value_stands_inside_the_drawing(values):
    plot = draw([Value(*one) for one in values])
    places = [end.place for lane in plot.lanes for end in lane.ends]
    assert all(0 <= place <= 100 for place in places)
    assert len({tick.label for tick in plot.ticks}) == 5


@pytest.mark.parametrize(
    ("unit", "into", "bound", "answer"),
    [
        ("km", "km", 5, "5"),
        ("miles", "kilometres", 5, "8.04672"),
        ("kilometres", "miles", 10, "6.21371"),
        ("degrees fahrenheit", "degrees celsius", 212, "100"),
        ("homes", "houses", 600, "600"),
        ("%", "per mille", 5, "50"),
        ("", "%", 0.4, "40"),
        ("dollars", "euros", 5, None),
        ("miles", "houses", 5, None),
    ],
)
def test_a_number_in_another_unit_is_brought_into_the_articles(unit, into, bound, answer):
    converted = convert(value("exact", bound, None), unit, into)
    assert (converted and converted.low) == (answer and Decimal(answer))
