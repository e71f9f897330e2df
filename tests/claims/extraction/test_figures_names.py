"""Numbers that are no figures, and the same numbers where they are."""

from __future__ import annotations

import pytest

from claims.extraction.figures import read_figures
from claims.extraction.words import read_words


def texts(sentence: str) -> list[str]:
    return [figure.text for figure in read_figures(read_words(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "A T-72, an F-16 and a BMP-2 burned.",
        "COVID-19 spread from the G7 to the G20.",
        "Storm Corps 11 met Unit 731.",
        "Resolution 2397 follows Article 5.",
        "See pages 20–30, chapters 4 and 5, and Fig. 3.",
        "Room 40 is at 17 Gorky Street.",
        "Route 66 and Interstate 95 were closed.",
        "Boeing 737 jets and Windows 11 laptops were sold.",
        "Version 3.2 of ISO 8601 came out.",
        "Type 2 diabetes and stage 4 cancer are treated.",
        "The 47th Brigade held the 21st district.",
        "Redesignated 65 Fighter Wing again.",
        "The 2006 Lebanon War and the 1972 Games.",
        "In 2013 wars went on.",
        "It ran from 1939 to 1945 and in 2019–20.",
        "He was born in 1875, in Rome.",
        "The second and third were the first to go.",
        "In the 1950s and the 90's he was in his 30s.",
        "This one beat that one, and no one saw it.",
        "One must see that one of the best won.",
        "One day it came, on the one hand.",
        "It was a two-way, one-sided street.",
        "The Six-Day War and the Seven Years' War ended.",
        "The Group of Seven and Formula One met.",
        "World War Two ended.",
        "They won 3–2 and lost 6-4, 6-3.",
        "At 5:30 a.m. and at 7 pm and at two o'clock.",
        "Call 555-123-4567 or +44 20 7946 0958.",
        "ISBN 978-3-16-148410-0 is taken.",
        "It is open 24/7 since 9/11.",
        "See https://example.org/a/20%2030?x=4 for it.",
        "The first half and the third man.",
        "Ground zero and zero tolerance.",
        "The double agent did a triple jump.",
        "His test scores were good; scores of 3 are not.",
        "1. The first item",
        "a man, several men, many men, a few men",
        "30 Seconds to Mars played.",
    ],
)
def test_a_name_a_year_or_a_pronoun_is_no_figure(sentence):
    allowed = ["3"] if "scores of 3" in sentence else []
    assert texts(sentence) == allowed


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Some 1500 soldiers came.", ["Some 1500"]),
        ("They estimated about 1100 wounded.", ["about 1100"]),
        ("A force of 1500 men came.", ["1500"]),
        ("In Kursk 300 soldiers died.", ["300"]),
        ("They gave Ukraine 40 tanks.", ["40"]),
        ("At least one of them died.", ["At least one"]),
        ("One soldier died; only one survived.", ["One", "one"]),
        ("A one-day strike lasted one day.", ["one-day"]),
        ("Three Israelis died.", ["Three"]),
        ("Scores of people fled.", ["Scores"]),
        ("It lasted for over two hours.", ["over two hours"]),
        ("Over two days of talks nothing was said.", ["two days"]),
        ("The range is 1000-5000.", ["1000-5000"]),
        ("It had 2-3 rooms.", ["2-3"]),
    ],
)
def test_the_same_numbers_are_figures_where_they_count(sentence, answer):
    assert texts(sentence) == answer
