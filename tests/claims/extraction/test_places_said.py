"""Names that the sentence says are places, or are none: towns defined, halls entered, games held."""

import pytest

from .test_places import check


@pytest.mark.parametrize(
    "sentence",
    [
        "[Gorpalu] is the newest county, created in 2001.",
        "[Merrivel] is the largest town, with 3,000 people.",
        "[Tarnow Hollow] was a village.",
        "Merrivel is the largest firm, with 3,000 people.",
        "Merrivel, the village, with its mill, was sold.",
    ],
)
def test_a_name_that_is_called_a_town_is_one(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Turin 2006 was a success for the skiers.",
        "Oslo 1952 featured 30 countries.",
        "After London 2012, the stadium was let.",
        "In [Berlin], 2019 was a year of change.",
        "He moved to [Paris] in 2024.",
        "The book ([London] 2014) sold well.",
    ],
)
def test_a_town_and_its_year_are_games(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilgrims met at the [Hilal Masjid], the [Shanti Mandir] and the [Ananta Pagoda].",
        "[Dorval Metropolitan City] is a Metropolitan city in [Nepal].",
        "The firm has shops in the [Harlow Centre] and near the [Orlin Center].",
        "She works at the Orlin Center.",
    ],
)
def test_buildings_and_cities_by_their_kind(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Bell of [Cleveland] and Carl Hunt of [Omaha] were hurt.",
        "John B. Marsh of [Lincoln] won.",
        "One passenger, Ann B. Bell of [Cleveland], was hurt.",
        "Cases were counted in [Leeds] (40), [Reading] (12) and [York] (9).",
        "The Duke of Cleveland won.",
    ],
)
def test_somebody_of_a_town_and_a_list_with_figures(sentence):
    check(sentence)
