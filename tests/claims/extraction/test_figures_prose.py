"""Figures in the turns that reports, census pages and match reports have for them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.extraction.figures import counted_last, read_figures
from claims.extraction.words import read_words


def figures(sentence):
    return read_figures(read_words(sentence))


def bounds(sentence):
    return [(figure.text, figure.comparator, figure.low, figure.high) for figure in figures(sentence)]


def units(sentence):
    return [(figure.text, figure.unit) for figure in figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("The twenty-fifth guest and the two hundredth were late.", []),
        ("It was the one hundred and first day of the thirty-second year.", []),
        ("A thirty-second delay helped twenty third-party sellers.", [("thirty-second", 30), ("twenty", 20)]),
        ("They sold three million, two hundred and forty eggs.", [("three million, two hundred and forty", 3_000_240)]),
        ("They sold two million, three of them abroad.", [("two million", 2_000_000), ("three", 3)]),
        ("It fetched ¥3.2 billion and 3 million yen.", [("¥3.2 billion", 3_200_000_000), ("3 million yen", 3_000_000)]),
        ("Trade grew thirtyfold.", [("thirtyfold", 30)]),
        ("It was rated 8.1/10 by nine critics.", [("8.1", Decimal("8.1")), ("nine", 9)]),
        ("It was heated to 573.15K.", [("573.15K", Decimal("573.15"))]),
        ("It cost $12 million (2008 USD) and $3m in 2010 dollars.", [("$12 million", 12_000_000), ("$3m", 3_000_000)]),
        ("The chapel dates from around 900.", []),
        ("On the following day 16 lorries came.", [("16", 16)]),
        ("-40 lorries came", [("40", 40)]),
        ("-40 °C was reached", [("-40 °C", -40)]),
        ("Sixteen rivers meet there.", [("Sixteen", 16)]),
        ("The error is plus or minus 3 points.", [("3", 3)]),
        ("Rates rose by a quarter point.", [("a quarter point", Decimal("0.25"))]),
        ("At half past six it was 20 below zero.", [("20", 20)]),
        ("See Article 5(3), K. 525, 42 U.S.C. 7 and Web 2.0.", []),
        ("He left Dover, DE 19901, in the summer of '68.", []),
        ("Nineteen Eighty-Four is a book.", []),
        ("The match ended 12½–8½.", []),
        ("He went 1-2 with a 4.85 ERA and won 7–6, 1–6, 7–6.", [("4.85", Decimal("4.85"))]),
        ("Nobody came, but eventually one reluctantly agreed.", []),
        ("It is more than a third funded.", [("more than a third", Decimal("0.333333"))]),
    ],
)
def test_numbers_as_prose_writes_them(sentence, answer):
    assert [(figure.text, figure.low) for figure in figures(sentence)] == answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Between the ages of 10 and 15 they grow.", ("Between the ages of 10 and 15", "between", 10, 15)),
        ("Men aged between 15 and 45 were called.", ("between 15 and 45", "between", 15, 45)),
        ("Most are under the age of 18.", ("under the age of 18", "less_than", None, 18)),
        ("Those aged 65 or over get it.", ("65 or over", "at_least", 65, None)),
        ("Those 65 or older get it.", ("65 or older", "at_least", 65, None)),
        ("It ran shops under 46 names.", ("46", "exact", 46, 46)),
        ("They ask an average of £9 for it.", ("£9", "exact", 9, 9)),
        ("It weighs 1.1–2.3 × 10^8 tonnes.", ("1.1–2.3 × 10^8 tonnes", "between", 110_000_000, 230_000_000)),
        ("He left 2–3,000 men.", ("2–3,000", "between", 2000, 3000)),
        ("Seven guards and up to 60 clerks left.", ("up to 60", "at_most", None, 60)),
        ("Barely 180 were built.", ("Barely 180", "about", 180, 180)),
        ("Rents take half or more of it.", ("half or more", "at_least", Decimal("0.5"), None)),
        ("He lasted over six seasons.", ("over six", "more_than", 6, None)),
        ("He spent £9 over six seasons.", ("six", "exact", 6, 6)),
        ("Over 40 games were lost.", ("Over 40", "more_than", 40, None)),
        ("It is equal to or less than 40.", ("equal to or less than 40", "at_most", None, 40)),
        ("Sales were 12% more than five years before.", ("five years", "exact", 5, 5)),
    ],
)
def test_bounds_as_prose_sets_them(sentence, answer):
    assert bounds(sentence)[-1] == answer


def test_the_words_behind_a_noun_may_begin_another_figure():
    assert bounds("Seven guards and up to 60 clerks left.")[0] == ("Seven", "exact", 7, 7)


def test_limits_that_do_not_meet_stay_two():
    assert bounds("It is less than 10 and more than 40.") == [
        ("less than 10", "less_than", None, 10),
        ("more than 40", "more_than", 40, None),
    ]


def test_how_far_something_fell_and_to_what_are_two_figures():
    assert [text for text, *_ in bounds("Oil fell $2.15 to $71.40 a barrel.")] == ["$2.15", "$71.40"]
    assert [text for text, *_ in bounds("Rents rose 5 to 10 percent.")] == ["5 to 10 percent"]
    assert [text for text, *_ in bounds("Use fell by 2 to 4 million acre-feet.")] == ["2 to 4 million acre-feet"]


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("One child in five is ill.", "One child in five", Decimal("0.2")),
        ("One in a hundred is ill.", "One in a hundred", Decimal("0.01")),
        ("Of nine clans, of whom a fifth left, few own land.", "a fifth", Decimal("0.2")),
    ],
)
def test_ratios_and_shares_as_prose_has_them(sentence, text, value):
    assert (text, value) in [(figure.text, figure.low) for figure in figures(sentence)]


def test_one_child_in_five_villages_is_a_child_and_villages():
    assert units("One child in five villages is ill.") == [("One", "children"), ("five", "villages")]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Two co-defendants and 40 F-16s came.", [("Two", "co-defendants"), ("40", "F-16s")]),
        ("It has 300 genera.", [("300", "genera")]),
        ("It sent 4,000 foot soldiers.", [("4,000", "soldiers")]),
        ("It had ten 12-inch guns.", [("ten", "guns"), ("12-inch", "inches")]),
        ("A 16-bit word has 2 parts.", [("16-bit", "bits"), ("2", "parts")]),
        ("Its two-thirds majority lets it rule.", [("two-thirds", None)]),
        ("Quitting before 40 cuts the risk.", [("40", None)]),
        ("It made 12 cuts.", [("12", "cuts")]),
        ("Density was 440.4/km2.", [("440.4/km2", None)]),
        ("The dead, of whom 30 were women, lay there.", [("30", "women")]),
        ("Nine bodies lay there, three of them children.", [("Nine", "bodies"), ("three", "children")]),
        ("Nine boys lay there, half of them ill.", [("Nine", "boys"), ("half", "boys")]),
        ("He had 27 goals in 41 games, six of them late.", [("27", "goals"), ("41", "games"), ("six", "goals")]),
        ("Nine were hurt and at least 63 arrested.", [("Nine", "people"), ("at least 63", "people")]),
        ("Some 5,600 injured and 31,000 left homeless.", [("Some 5,600", "injured"), ("31,000", "people")]),
        ("Its membership rose to 4,000.", [("4,000", "members")]),
        ("People over 65 and 30 percent of boys sing.", [("over 65", "years"), ("30 percent", "%")]),
        ("Half a million of them for ten days.", [("Half a million", None), ("ten days", "days")]),
        ("It infected 500 million, a third of the population.", [("500 million", "people"), ("a third", "population")]),
        ("A ratio of 15 and $1.08 a share.", [("15", None), ("$1.08", "dollars")]),
        ("At p = 0.03, 95% of 40 mice lived.", [("0.03", None), ("95%", "%"), ("40", "mice")]),
        ("Six atoms were seen at pH 7.", [("Six", "atoms"), ("7", None)]),
        ("It is 10 by 20 metres.", [("10", "metres"), ("20 metres", "metres")]),
        ("Some 7 million Hindus (44%) live there.", [("Some 7 million", "Hindus"), ("44%", "%")]),
        ("It hit 24 of the country's 47 counties.", [("24", "counties"), ("47", "counties")]),
        ("It rose by 5 years, from 66.8 to 72.3.", [("5 years", "years"), ("66.8", "years"), ("72.3", "years")]),
        ("Sales of electric cars rose to 90,000.", [("90,000", "cars")]),
        ("Of these 62% are under 25.", [("62%", "%"), ("under 25", "years")]),
        ("It is 94% effective two weeks later.", [("94%", "%"), ("two weeks", "weeks")]),
        (
            "With 24% under the age of 18 and 8% from 18 to 24.",
            [("24%", "%"), ("under the age of 18", "years"), ("8%", "%"), ("from 18 to 24", "years")],
        ),
        ("She made 12 three-pointers.", [("12", "three-pointers")]),
        (
            "He won five 1976 fights and four of seven break points.",
            [("five", "fights"), ("four", "points"), ("seven", "points")],
        ),
        ("It was won on 30 of the next 34 days.", [("30", "days"), ("34 days", "days")]),
        ("It is paid in 21 yearly instalments.", [("21", "instalments")]),
        ("The minimum age to play is 18.", [("18", "years")]),
        (
            "He won 20 cups and sat for 310 weeks, 237 of them ill.",
            [("20", "cups"), ("310 weeks", "weeks"), ("237", "weeks")],
        ),
        ("It passed by 31 votes, with 12 abstaining.", [("31", "votes"), ("12", None)]),
        ("An adult eats 40 million krill a day.", [("40 million", "krill")]),
        (
            "On nine days it hit 22 towns, six more than before.",
            [("nine days", "days"), ("22", "towns"), ("six", "towns")],
        ),
        ("Donors gave $9m, a tenth of which was lost.", [("$9m", "dollars"), ("a tenth", None)]),
        ("It ran at half power for 9 days.", [("half", None), ("9 days", "days")]),
        ("Losses were 90 killed.", [("90", "people")]),
        ("The number killed was put at 90.", [("90", "people")]),
        ("Some 90 were internally displaced.", [("Some 90", "people")]),
        (
            "It hurt 12 guards and 3 clerks, killing all 92 aboard.",
            [("12", "guards"), ("3", "clerks"), ("92", "people")],
        ),
        ("It hurt 12 guards and 3 nurses; 40 more were hurt.", [("12", "guards"), ("3", "nurses"), ("40", "people")]),
        ("Cases rose by 40 to 900, with deaths up 4.", [("40", "cases"), ("900", "cases"), ("4", "deaths")]),
        ("A quarter are over 60.", [("A quarter", None), ("over 60", "years")]),
        ("He made 15 starts, scoring 6.", [("15", "starts"), ("6", None)]),
        ("Twelve states signed, and 42 more have joined.", [("Twelve", "states"), ("42", "states")]),
        ("Five runners were over 80.", [("Five", "runners"), ("over 80", "years")]),
        ("Soon one in six people will be 65 or over.", [("one in six", "people"), ("65 or over", "years")]),
        ("One in fifty breaks three hours.", [("One in fifty", None), ("three hours", "hours")]),
        ("It has 9 ships; 3 rounds of cuts cost 40 in all.", [("9", "ships"), ("3", "rounds"), ("40", None)]),
        (
            "It rose from 2,300 pounds in the spring to 1.5 million.",
            [("2,300 pounds", "pounds"), ("1.5 million", "pounds")],
        ),
        ("A million Rohingya and 14 Chinese came.", [("A million", "Rohingya"), ("14", "Chinese")]),
        ("Some 500 French and 300 British troops came.", [("Some 500", "troops"), ("300", "troops")]),
        ("A 1.5m-tall man came.", [("1.5m", "metres")]),
        ("Seven clerks left, one of them a judge.", [("Seven", "clerks"), ("one", "clerks")]),
    ],
)
def test_units_as_prose_names_them(sentence, answer):
    assert units(sentence) == answer


@pytest.mark.parametrize(
    ("before", "sentence", "unit"),
    [
        ("Some 9,000 guards crossed.", "The ministry put their number between 10,000 and 12,000.", "guards"),
        ("Some 9,000 guards crossed.", "Most use 11,000, a figure of the ministry.", "guards"),
        ("Some 9,000 guards crossed.", "The ministry spoke of 11,000.", None),
        ("Some 9,000 guards crossed.", "Modern estimates are nearer 11,000.", None),
        ("Some 9,000 guards crossed.", "Their number of horses was put at 11,000.", "horses"),
        ("Some 9,000 guards crossed 40 km of it.", "The figure was put at 11,000.", "guards"),
        ("It cost $9m.", "The figure was put at 11,000.", None),
    ],
)
def test_a_number_that_goes_back_counts_what_the_sentence_before_did(before, sentence, unit):
    (figure,) = read_figures(read_words(sentence), before=counted_last(figures(before)))
    assert figure.unit == unit
