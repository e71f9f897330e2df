"""Figures of one article that disagree, and those that only look as if."""

import pytest

from claims.extraction.reading import read
from claims.linting import read_lint


def twins(text):
    return [
        tuple(text[start:end] for start, end in ((item.start, item.end), *item.others))
        for item in read_lint(read(text)).items
        if item.rule == "near_twins"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland sent 10,000 troops to the border. Later 11,000 troops were said to be there.", ("10,000", "11,000")),
        (
            "Norland sent 10,000 soldiers to the border. Later 11,000 troops were said to be there.",
            ("10,000", "11,000"),
        ),
        ("Norland sent about 2,400 trucks. The 2,700 trucks were old.", ("about 2,400", "2,700")),
        ("In all 300 people were killed in the flood. The 320 deaths shook the town.", ("300", "320")),
        ("The flood left 120 injured people. Later 140 wounded were counted.", ("120", "140")),
        ("The army has 10,000 Norland soldiers there. The 12,000 soldiers are tired.", ("10,000", "12,000")),
        ("In May 2024 there were 450 tents. There were 500 tents on 12 May 2024.", ("450", "500")),
        ("At least 600 houses burned down. No more than 500 houses burned down.", ("At least 600", "No more than 500")),
    ],
)
def test_near_twins_are_found(text, expected):
    assert twins(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norland sent 10,000 troops to the border. Later 10,000 soldiers were said to be there.",
        "Norland sent 10,000 troops to the border. Later 11,000 workers were sent.",
        "In May 2023 there were 450 tents. In May 2024 there were 500 tents.",
        "In Oslo 300 people were killed. In Bergen 320 people were killed.",
        "In all 300 people were killed and 320 people were wounded.",
        "The army lost 400 trucks, of which 350 trucks were old.",
        "The army lost 400 trucks, including 350 old trucks.",
        "The army sent 400 trucks. A further 350 trucks came by sea.",
        "Of the trucks, 350 of the 400 trucks were old.",
        "The town has 12,000 residents. On Monday 12,034 inhabitants were counted.",
        "At least 10,000 soldiers came. Later 11,000 soldiers were counted.",
        "About 13,000 soldiers came. Later 13,400 soldiers were counted.",
        "Two soldiers were seen on the bridge. Three soldiers were seen on the road.",
        "They built 500 km of road and 520 km of rail.",
        "The number of soldiers rose from 10,000 to 11,000.",
        "Some 45% of the soldiers were young. Some 50% of the soldiers were old.",
        "There were 10,000 Norland soldiers. There were 11,000 Sudland soldiers.",
        "It makes 200 shells a day. It has 250 shells.",
        "Tens of thousands of people fled. In all 12,000 people fled.",
        "There were 100 soldiers. There were 1,000 soldiers.",
    ],
)
def test_what_is_no_disagreement(text):
    assert twins(text) == []


def test_a_disagreement_is_a_plain_sentence_with_both_citations():
    text = "Norland sent 10,000 troops to the border. [1] Later 11,000 troops were said to be there. [2]"
    (item,) = (item for item in read_lint(read(text)).items if item.rule == "near_twins")
    assert item.words == "The text says “10,000 troops” and “11,000 troops”, which may be the same thing."
    assert item.numbers == (1, 2)
    assert item.severity == "look"


def test_three_values_make_three_pairs():
    text = "They saw 10,000 troops. They saw 11,000 troops. They saw 12,000 troops. They saw 11,000 troops."
    assert len(twins(text)) == 3
