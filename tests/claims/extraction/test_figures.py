"""Figures with their comparator, bounds and span: phrase → answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.extraction.figures import read_figures
from claims.extraction.parts import Figure
from claims.extraction.words import read_words


def figures(sentence: str) -> list[Figure]:
    return read_figures(read_words(sentence))


def only(sentence: str) -> Figure:
    (figure,) = figures(sentence)
    assert sentence[figure.start : figure.end] == figure.text
    return figure


@pytest.mark.parametrize(
    ("sentence", "text", "comparator", "low", "high"),
    [
        ("They counted 640 boats.", "640", "exact", 640, 640),
        ("They counted some 640 boats.", "some 640", "about", 640, 640),
        ("Nearly 5,000 boats sank.", "Nearly 5,000", "about", 5000, 5000),
        ("An estimated 70,000 voters stayed away.", "An estimated 70,000", "about", 70000, 70000),
        ("They estimated about 1200 hurt.", "about 1200", "about", 1200, 1200),
        ("It took c. 2,000 men.", "c. 2,000", "about", 2000, 2000),
        ("~90 boats", "~90", "about", 90, 90),
        ("At least 8 boats sank.", "At least 8", "at_least", 8, None),
        ("No fewer than 14 states signed.", "No fewer than 14", "at_least", 14, None),
        ("A minimum of 30 votes is needed.", "A minimum of 30", "at_least", 30, None),
        ("≥5 boats", "≥5", "at_least", 5, None),
        ("Over 400 shops closed.", "Over 400", "more_than", 400, None),
        ("Well over 400 shops closed.", "Well over 400", "more_than", 400, None),
        ("Upwards of 90 shops closed.", "Upwards of 90", "more_than", 90, None),
        ("In excess of 40 shops closed.", "In excess of 40", "more_than", 40, None),
        ("It was greater than 3 million.", "greater than 3 million", "more_than", 3000000, None),
        (">20 shops", ">20", "more_than", 20, None),
        ("Up to 250 seats are lost.", "Up to 250", "at_most", None, 250),
        ("As many as 250 seats are lost.", "As many as 250", "at_most", None, 250),
        ("Not more than 12 seats are lost.", "Not more than 12", "at_most", None, 12),
        ("Up to around 250 seats are lost.", "Up to around 250", "at_most", None, 250),
        ("Fewer than 60 seats are lost.", "Fewer than 60", "less_than", None, 60),
        ("Just under 60 seats are lost.", "Just under 60", "less_than", None, 60),
        ("Tens of thousands of seats", "Tens of thousands", "vague", 20000, 99999),
        ("7,000+ runners came.", "7,000+", "at_least", 7000, None),
        ("7,000 or more runners came.", "7,000 or more", "at_least", 7000, None),
        ("90 or so runners came.", "90 or so", "about", 90, 90),
        ("Some 40-odd runners came.", "Some 40-odd", "about", 40, 40),
        ("30 runners or fewer came.", "30", "at_most", None, 30),
        ("a couple of hundred runners", "a couple of hundred", "about", 200, 200),
        ("Profits exceeded 3 million units.", "3 million", "more_than", 3000000, None),
    ],
)
def test_the_words_beside_a_number_set_its_bounds(sentence, text, comparator, low, high):
    figure = only(sentence)
    assert (figure.text, figure.comparator, figure.low, figure.high) == (text, comparator, low, high)


@pytest.mark.parametrize(
    ("sentence", "text", "low", "high"),
    [
        ("8,000–9,500 goats", "8,000–9,500", 8000, 9500),
        ("8,000 - 9,500 goats", "8,000 - 9,500", 8000, 9500),
        ("between 8,000 and 9,500 goats", "between 8,000 and 9,500", 8000, 9500),
        ("between 800 and as many as 950 goats", "between 800 and as many as 950", 800, 950),
        ("from 8 to 9 thousand goats", "from 8 to 9 thousand", 8000, 9000),
        ("terms ranging from 4 to 6 years", "from 4 to 6 years", 4, 6),
        ("anywhere from 20 to 200 goats", "anywhere from 20 to 200", 20, 200),
        ("600-700 goats", "600-700", 600, 700),
        ("118 to 121 goats", "118 to 121", 118, 121),
        ("two or three goats", "two or three", 2, 3),
        ("60–85 million goats", "60–85 million", 60000000, 85000000),
        ("one to two million goats", "one to two million", 1000000, 2000000),
        ("500,000 to 1.2 million goats", "500,000 to 1.2 million", 500000, 1200000),
        ("about 200 to 300 goats", "about 200 to 300", 200, 300),
        ("an estimated 5,000–7,000 goats", "an estimated 5,000–7,000", 5000, 7000),
        ("an 8- to 16-metre mirror", "8- to 16-metre", 8, 16),
        ("$5–10 million", "$5–10 million", 5000000, 10000000),
        ("€2bn to €3bn", "€2bn to €3bn", 2 * 10**9, 3 * 10**9),
        ("20% to 30% of it", "20% to 30%", 20, 30),
        ("44 mg to 50 mg of it", "44 mg to 50 mg", 44, 50),
        ("54.3 ± 2.1 years", "54.3 ± 2.1 years", Decimal("52.2"), Decimal("56.4")),
        ("from -18 °C to -4 °C", "from -18 °C to -4 °C", -18, -4),
        ("-4 °C to -18 °C", "-4 °C to -18 °C", -18, -4),
        ("more than 10 but fewer than 20 goats", "more than 10 but fewer than 20", 10, 20),
    ],
)
def test_two_bounds_are_one_range(sentence, text, low, high):
    figure = only(sentence)
    assert (figure.text, figure.comparator, figure.low, figure.high) == (text, "between", low, high)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Arrests rose from 300 to 450.", [300, 450]),
        ("The army shrank from 10 to 5 million men.", [10_000_000, 5_000_000]),
        ("It fell from about 400 to fewer than 300.", [400, 300]),
        ("Members backed it by 219 to 212.", [219, 212]),
        ("They voted 219–212 for it.", [219, 212]),
        ("Estimates ranged from 50,000 (a ministry) to 450,000 (a charity).", [50_000, 450_000]),
        ("45 and 50 patients were seen.", [45, 50]),
        ("It went from 44 ml to 50 mg.", [44, 50]),
    ],
)
def test_what_moved_or_stands_apart_is_two_figures(sentence, values):
    assert [figure.low or figure.high for figure in figures(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "text", "value", "form"),
    [
        ("Rents quadrupled.", "quadrupled", 4, "change"),
        ("Rents more than doubled.", "more than doubled", 2, "change"),
        ("Rents nearly tripled.", "nearly tripled", 3, "change"),
        ("Rents rose tenfold.", "tenfold", 10, "change"),
        ("It was a 15-fold rise.", "15-fold", 15, "amount"),
        ("It is twice the size.", "twice", 2, "change"),
        ("Two fifths of tenants left.", "Two fifths", Decimal("0.4"), "share"),
        ("Nearly half of tenants left.", "Nearly half", Decimal("0.5"), "share"),
        ("Rents fell by a third.", "a third", Decimal("0.333333"), "share"),
        ("1 in 20 tenants left.", "1 in 20", Decimal("0.05"), "ratio"),
        ("Three out of four tenants left.", "Three out of four", Decimal("0.75"), "ratio"),
        ("At least one in five tenants left.", "At least one in five", Decimal("0.2"), "ratio"),
        ("Rents rose 7%.", "7%", 7, "change"),
        ("Tenants hold 7% of it.", "7%", 7, "share"),
    ],
)
def test_changes_shares_and_ratios_are_figures(sentence, text, value, form):
    figure = only(sentence)
    assert (figure.text, figure.low, figure.form) == (text, value, form)


@pytest.mark.parametrize(
    ("sentence", "text", "per"),
    [
        ("They mine 200 tonnes a day.", "200 tonnes", "day"),
        ("They see 200 patients a day.", "200", "day"),
        ("There are 3 births per 1,000 women per year.", "3", "1,000 women per year"),
        ("Guards earn $15 an hour.", "$15", "hour"),
        ("It costs $15.4/hour.", "$15.4", "hour"),
        ("Density is 250 people per square kilometre.", "250", "square kilometre"),
        ("Some 40 people die daily.", "Some 40", None),
        ("They use 140 litres of water per person per day.", "140 litres", "person per day"),
        ("They smoke 9 cigarettes a day on average.", "9", "day"),
        ("They paid $45 for a family of mine.", "$45", None),
        ("It happened 3 years a long time after.", "3 years", None),
        ("He left 200 men a day later.", "200", None),
    ],
)
def test_a_rate_keeps_what_it_is_per(sentence, text, per):
    figure = only(sentence)
    assert (figure.text, figure.per) == (text, per)


def test_a_figure_never_touches_a_date():
    class Taken:
        start, end = 3, 16

    sentence = "On 12 March 1923 40 miners died."
    assert [figure.text for figure in read_figures(read_words(sentence), [Taken()])] == ["40"]


def test_a_range_does_not_reach_over_a_date():
    class Taken:
        start, end = 16, 20

    found = read_figures(read_words("Between 500 in 2010, and 700 goats"), [Taken()])
    assert [(figure.text, figure.comparator) for figure in found] == [("500", "exact"), ("700", "exact")]
