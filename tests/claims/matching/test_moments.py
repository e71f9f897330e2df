"""Where a source holds one time against another, each figure belongs to its own. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask

NOW = "The harvest brought 500 tonnes of hops."
IN_2021 = "In 2021 the harvest brought 800 tonnes of hops."
LARGER = "The harvest brought 800 tonnes of hops."
FELL = "The harvest of hops fell from 800 tonnes to 500."
COMPARED = "The harvest brought 500 tonnes of hops, compared with 800 tonnes in 2021."


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        (NOW, COMPARED, "found"),
        (IN_2021, COMPARED, "found"),
        ("In 2021 the harvest brought 500 tonnes of hops.", COMPARED, "differs"),
        (LARGER, COMPARED, "differs"),
        (LARGER, "The harvest brought 500 tonnes of hops, against 800 a year earlier.", "differs"),
        (LARGER, "The harvest brought 500 tonnes of hops, down from 800 tonnes.", "differs"),
        (FELL, FELL, "found"),
        ("The year before, the harvest had brought 800 tonnes of hops.",
         "The harvest brought 500 tonnes of hops, down from 800 tonnes the year before.", "found"),
        (NOW, "The harvest brought 500 tonnes of hops, down from 800 tonnes.", "found"),
    ],
)  # fmt: skip
def test_a_figure_that_another_is_compared_with_is_of_its_own_time(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The mill has 92 employees.", "The mill has 97 (92) employees.", "differs"),
        ("The mill has 97 employees.", "The mill has 97 (92) employees.", "found"),
        ("The mill has six employees.", "The mill has six (6) employees.", "found"),
        ("The mill sold 214 kg of flour.", "The mill sold 472 lb (214 kg) of flour.", "found"),
    ],
)
def test_a_bare_number_in_brackets_is_that_of_another_time(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The choir has 80 members.", "The choir, which once had 80 members, sings on Fridays.", "absent"),
        ("The choir has 80 members.", "Ten years ago the choir had 80 members.", "absent"),
        ("The choir has 80 members.", "The choir used to have 80 members.", "absent"),
        ("The choir has 30 members.", "The choir, which once had 80 members and today has 30, sings on.", "found"),
        ("The choir once had 80 members.", "The choir, which once had 80 members, sings on Fridays.", "found"),
        ("The choir has 80 members.", "The choir has 80 members, and once sang in Velm.", "found"),
    ],
)
def test_what_somebody_once_had_he_has_no_longer(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("In 2015 the fire in Velm killed 40 people.", "Velm burned in 2018. The fire in Velm killed 40 people.",
         "absent"),
        ("In 2015 the fire in Velm killed 40 people.",
         "Velm burned in 2015. The mill of 1890 was lost. The fire in Velm killed 40 people.", "found"),
        ("The fire in Velm killed 40 people.", "Velm burned in 2018. The fire in Velm killed 40 people.", "found"),
        ("In 2018 the fire in Velm killed 40 people.", "Velm burned in 2018. The fire in Velm killed 40 people.",
         "found"),
    ],
)  # fmt: skip
def test_the_year_of_the_sentence_before_holds_where_the_claims_stands_nowhere(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The team won 15 matches. [1]", "The team won 12 matches after 15 the year before.", "differs"),
        ("The team won 15 matches. [1]", "The team won 12 matches. In the previous season it won 15 matches.",
         "differs"),
        ("The team won 12 matches. [1]", "The team won 12 matches after 15 the year before.", "found"),
        ("The team won 15 matches. [1]", "The team won 15 matches.", "found"),
        ("The school has 300 pupils. [1]", "In 1990 the school had 300 pupils; today it is a hotel.", "absent"),
        ("The school has 300 pupils. [1]", "At its peak the school had 300 pupils.", "absent"),
        ("In 1990 the school had 300 pupils. [1]", "In 1990 the school had 300 pupils; today it has 120.", "found"),
    ],
)  # fmt: skip
def test_the_number_of_the_season_before_is_not_that_of_this_one(claim, text, finding):
    assert ask(claim, text).finding == finding
