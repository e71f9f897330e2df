"""Claims: which segments make one, and which parts go with which figure."""

import pytest

from claims.extraction.reading import read


def claims(text, today="2025-03-20"):
    return read(text, today).claims


def table(text):
    return [
        (
            claim.figure and claim.figure.text,
            claim.date and claim.date.text,
            claim.place and claim.place.text,
            claim.attribution and claim.attribution.text,
            claim.citations,
        )
        for claim in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Rain is wet.[1]", ["Rain is wet."]),
        ("Rain is wet.", []),
        ("Nothing is worse than rain.[citation needed]", []),
        ("It killed 12 people.", ["It killed 12 people."]),
        ("It ended in 1990.", ["It ended in 1990."]),
        ("The ministry said that it was over.", ["The ministry said that it was over."]),
        ("It killed 12 people and hurt 40.[1]", ["It killed 12 people and hurt 40."] * 2),
        ("Rain is wet,[1] snow is cold.[2] Fog is not.", ["Rain is wet,", "snow is cold."]),
        ("Rain is wet,[1] and snow is cold.", ["Rain is wet,"]),
        ("Rain is wet,[1] and 12 people drowned.", ["Rain is wet,", "and 12 people drowned."]),
    ],
)
def test_what_makes_a_claim(text, quotes):
    assert [claim.quote.exact for claim in claims(text)] == quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2013 the war caused 31,000 deaths, down from 72,000 deaths in 1990.[5]",
            [("31,000", "2013", None, None, (5,)), ("72,000", "1990", None, None, (5,))],
        ),
        (
            "In January 2024, the ministry said that 500 people died in Kyiv,[1] and 300 were hurt.[2]",
            [
                ("500", "January 2024", "Kyiv", "the ministry", (1,)),
                ("300", "January 2024", "Kyiv", "the ministry", (2,)),
            ],
        ),
        (
            "According to Reuters, 500 people died in Paris; 20 were hurt in Lyon.[3]",
            [("500", None, "Paris", "Reuters", (3,)), ("20", None, "Lyon", "Reuters", (3,))],
        ),
        (
            "The ministry put the number at 10,000,[1] while the UN gave at least 9,500.[2]",
            [("10,000", None, None, "The ministry", (1,)), ("at least 9,500", None, None, "the UN", (2,))],
        ),
        (
            "The toll rose from 30 in May to 45 in June, the ministry said on Tuesday.[4]",
            [("30", "May", None, "the ministry", (4,)), ("45", "June", None, "the ministry", (4,))],
        ),
        (
            "On Wednesday, police said that 12 people had died on 3 June.[4]",
            [("12", "3 June", None, "police", (4,))],
        ),
        (
            "At least 14 people died in the Philippines, 9 of them in Leyte, the Red Cross said.[4]",
            [
                ("At least 14", None, "Philippines", "the Red Cross", (4,)),
                ("9", None, "Leyte", "the Red Cross", (4,)),
            ],
        ),
        (
            "Rebels killed 57 soldiers at Bor; the army, in a statement issued in Juba, said that 8 had died.[4]",
            [("57", None, "Bor", None, (4,)), ("8", None, "Bor", "the army", (4,))],
        ),
        (
            "The ministry, which had reported 30 deaths on Sunday, raised the toll to 45 on Tuesday.[4]",
            [("30", "Sunday", None, "The ministry", (4,)), ("45", "Tuesday", None, "The ministry", (4,))],
        ),
        (
            "Some 12 people died and 40 were hurt in Berlin, police said on Monday.[4]",
            [
                ("Some 12", "Monday", "Berlin", "police", (4,)),
                ("40", "Monday", "Berlin", "police", (4,)),
            ],
        ),
    ],
)
def test_each_figure_takes_what_belongs_to_it(text, expected):
    assert table(text) == expected


@pytest.mark.parametrize(
    ("text", "date", "place", "voice"),
    [
        ("About 40 people died, while in 2020 the school closed.[1]", None, None, None),
        ("About 40 people died, and photographs show that the school in Lyon closed.[1]", None, None, None),
        ("On Monday, police said that 12 people had died in May 2023.[1]", "May 2023", None, "police"),
        ("Some 300 soldiers are in Russia's Kursk region.[1]", None, "Kursk region", None),
        ("Kenya sent 300 soldiers to Somalia.[1]", None, "Somalia", None),
        ("Some 300 soldiers fell, Kyiv said.[1]", None, None, "Kyiv"),
        ("Some 300 soldiers fell; 20 were captured, the army said.[1]", None, None, "the army"),
    ],
)
def test_the_fitting_part_is_chosen(text, date, place, voice):
    claim = claims(text)[0]
    assert (claim.date and claim.date.text) == date
    assert (claim.place and claim.place.text) == place
    assert (claim.attribution and claim.attribution.text) == voice


def test_the_date_of_a_claim_is_an_interval_with_its_preposition():
    (claim,) = claims("They have been there since February 2025.[1]")
    assert (claim.date.text, claim.date.edtf, claim.date.latest) == ("since February 2025", "2025-02/..", None)


def test_every_part_stands_where_it_says():
    text = "Yes.\n\nIn 2024,[1] according to the UN,[2] at least 3,000 people left Kharkiv.[3]"
    for claim in claims(text):
        quote = claim.quote
        assert text[quote.start : quote.end] == quote.exact
        for part in filter(None, (claim.figure, claim.date, claim.place, claim.attribution)):
            assert text[part.start : part.end] == part.text
    last = claims(text)[-1]
    assert last.figure.start >= last.quote.start, "inside its quote"
    assert last.attribution.end < last.quote.start, "taken from the segment before it"


def test_an_uncited_claim_knows_what_may_cover_it():
    first, second = claims("It killed 12 people. It was bad.[4]")
    assert (first.citations, first.carried) == ((), (4,))
    assert (second.citations, second.carried) == ((4,), ())


def test_a_missing_citation_is_remembered():
    (claim,) = claims("It killed 12 people.[citation needed]")
    assert claim.citation_needed
    assert claim.citations == ()


def test_the_figures_of_an_endless_segment_are_quoted_with_their_surroundings():
    text = "We saw " + "3 cats, 5 dogs, " * 1000 + "and left.[1]"
    found = claims(text)
    assert len(found) > 1000
    assert all(len(claim.quote.exact) < 400 and claim.figure.text in claim.quote.exact for claim in found)
    assert {claim.citations for claim in found} == {(1,)}


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The army denied reports by Reuters that 300 had died.", [("army", "denies")]),
        ("Denying reports that 300 had died, the army said 12 were hurt.", [("army", "denies"), ("army", "states")]),
        ("Reuters reported that 300 had died.", [("Reuters", "reports")]),
    ],
)
def test_a_figure_that_is_denied_is_not_supported(text, voices):
    assert [(claim.attribution.agent, claim.attribution.mode) for claim in claims(text)] == voices
